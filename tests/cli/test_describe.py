"""``dxlist describe``: the columns of a list as understood, and the sidecar that it writes."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from typing import TYPE_CHECKING

import pytest

from dxlist.document import parse
from dxlist.exports.described.page_columns import columns_table, page_columns
from dxlist.report.describing import sidecar_text, without_columns
from dxlist.sidecar import Sidecar
from tests.cli.runs import SMALL, call, write
from tests.lists import SHIPPED

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
基本目標,施策,担当部,担当課,事業名,活動指標,,成果指標,,R6当初予算,R7当初予算,ひとこと
,,,,,名称,単位,名称,目標値（R9）,,,
1 暮らし,1-1 水道,水道部,施設課,漏水調査,調査延長,km,有収率,92.5,"1,200","1,300",継続
1 暮らし,1-2 道路,建設部,道路課,橋の点検,点検数,橋,健全な橋,88,"2,000","2,100",拡充
2 文化,2-1 図書館,教育部,図書館,読書の催し,催しの回数,回,来館者数,"54,000",300,320,継続
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    return write(tmp_path / "plan.csv", PLAN)


def rows_of(path: str, *more: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(call("describe", path, "--format", "csv", *more).out.decode())))


def test_each_column_has_its_role_its_qualifiers_and_where_its_cells_go(plan: str) -> None:
    found = [
        tuple(row[key] for key in ("cell", "header", "role", "indicator", "fiscal_year", "key"))
        for row in rows_of(plan)
    ]
    assert found == [
        ("1", "基本目標", "level", "", "", "field"),
        ("2", "施策", "level", "", "", "item"),
        ("3", "担当部", "department.department", "", "", "departments.担当部"),
        ("4", "担当課", "department.division", "", "", "departments"),
        ("5", "事業名", "project", "", "", "project_name"),
        ("6", "活動指標 名称", "indicator.name", "activity", "", "indicators.活動指標 名称"),
        ("7", "活動指標 単位", "indicator.unit", "activity", "", "indicators.活動指標 単位"),
        ("8", "成果指標 名称", "indicator.name", "outcome", "", "indicators.成果指標 名称"),
        ("9", "成果指標 目標値（R9）", "indicator.target", "outcome", "2027", "indicators.成果指標 目標値（R9）"),
        ("10", "R6当初予算", "money", "", "2024", "extra.R6当初予算"),
        ("11", "R7当初予算", "money", "", "2025", "extra.R7当初予算"),
        ("12", "ひとこと", "further", "", "", "extra.ひとこと"),
    ]


def test_a_column_shows_three_different_values_how_full_it_is_and_how_it_is_known(plan: str) -> None:
    rows = {row["header"]: row for row in rows_of(plan)}
    assert rows["ひとこと"]["samples"] == "継続;拡充"
    assert rows["事業名"]["samples"] == "漏水調査;橋の点検;読書の催し"
    assert {row["filled"] for row in rows.values()} == {"1.0"}
    assert [rows[name]["known_by"] for name in ("事業名", "ひとこと")] == ["spelling", "none"]


def test_a_blank_cell_is_not_filled(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", PLAN.replace("1 暮らし,1-2", ",1-2"))
    assert rows_of(path)[0]["filled"] == "0.667"


def test_a_header_that_is_guessed_says_so(tmp_path: Path) -> None:
    rows = [f"1 行政,1({at}) 窓口,総務部人事課,申請その{at},電子化を進める。,件数 1{at}件" for at in range(1, 7)]
    path = write(tmp_path / "a.csv", "\n".join(["分野,項目,うけもち,事業名,概要,指標", *rows]))
    assert [(row["key"], row["known_by"]) for row in rows_of(path)][2] == ("departments", "content")
    call("describe", path, "--write-sidecar")
    line = '"うけもち" = "department"  # guessed by its cells; for example: 総務部人事課\n'
    assert line in (tmp_path / "a.toml").read_text(encoding="utf-8")


def test_what_people_see(plan: str) -> None:
    done = call("describe", plan, language="ja")
    text = done.out.decode()
    assert "表1、1ページ: 整った表（どの行も見出しの位置どおり、3行）" in text
    assert "目標値（成" in text
    assert done.err == "12列（見出しから分からない列 1）\n"
    done = call("describe", plan)
    assert "list 1, page 1: a clean rectangle (every row reads in place, 3 rows)" in done.out.decode()
    assert done.err == "12 columns (1 not known by the header)\n"


def test_a_long_value_is_cut_for_people_and_whole_for_programs(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", PLAN.replace("漏水調査", "漏水調査" * 20))
    assert "漏水調査" * 20 not in call("describe", path).out.decode().replace("\n", "")
    assert "…" in call("describe", path).out.decode()
    assert json.loads(call("describe", path, "-f", "json").out)[4]["samples"][0] == "漏水調査" * 20


def test_two_tables_tell_their_columns_apart() -> None:
    assert {(row["table"], row["cell"]) for row in rows_of(str(SHIPPED))} == {
        (table, str(cell)) for table in "12" for cell in range(1, 7)
    }
    assert "2-6" in call("describe", str(SHIPPED)).out.decode()


def test_the_sidecar_stands_beside_the_list_and_changes_nothing(plan: str, tmp_path: Path) -> None:
    before = parse(plan)
    done = call("describe", plan, "--write-sidecar", language="ja")
    assert done.code == 0
    assert f"{tmp_path / 'plan.toml'}: 付属ファイルを書き出しました。" in done.err
    found = tomllib.loads((tmp_path / "plan.toml").read_text(encoding="utf-8"))["columns"]
    assert found["事業名"] == "project"
    assert found["成果指標 目標値（R9）"] == {"role": "indicator.target", "fiscal_year": 2027, "indicator": "outcome"}
    assert parse(plan).initiatives == before.initiatives
    assert {row["known_by"] for row in rows_of(plan)} == {"sidecar"}


def test_one_edited_word_is_all_it_takes(plan: str, tmp_path: Path) -> None:
    call("describe", plan, "--write-sidecar")
    sidecar = tmp_path / "plan.toml"
    text = sidecar.read_text(encoding="utf-8")
    assert '"ひとこと" = "further"  # no role is known; for example: 継続\n' in text
    sidecar.write_text(text.replace('"ひとこと" = "further"', '"ひとこと" = "overview"'), encoding="utf-8")
    assert parse(plan).initiatives[0].overview == "継続"


def test_the_sidecar_of_the_shipped_list_changes_nothing(tmp_path: Path) -> None:
    copy = tmp_path / "a.tsv"
    copy.write_bytes(SHIPPED.read_bytes())
    plain = parse(copy)
    text = sidecar_text(page_columns(plain), "a.tsv", "en")
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    assert parse(copy).initiatives == plain.initiatives


def test_a_sidecar_that_is_there_needs_overwrite_and_keeps_what_else_it_says(plan: str, tmp_path: Path) -> None:
    sidecar = tmp_path / "plan.toml"
    old = '# 表題\ntitle = "計画"\n\n[columns]\n"ひとこと" = "note"\n\n[ignore]\nDX101 = "原本どおり"\n'
    sidecar.write_text(old, encoding="utf-8")
    done = call("describe", plan, "--write-sidecar")
    assert (done.code, sidecar.read_text(encoding="utf-8")) == (2, old)
    assert "--overwrite" in done.err
    assert call("describe", plan, "--write-sidecar", "--overwrite").code == 0
    found = Sidecar.model_validate(tomllib.loads(sidecar.read_text(encoding="utf-8")))
    assert (found.title, found.ignore, found.columns["ひとこと"].kind) == ("計画", {"DX101": "原本どおり"}, "note")
    assert sidecar.read_text(encoding="utf-8").startswith("# 表題\n")


def test_another_place_for_the_sidecar(plan: str, tmp_path: Path) -> None:
    assert call("describe", plan, "--sidecar", str(tmp_path / "b.toml")).code == 0
    assert (tmp_path / "b.toml").exists()
    assert not (tmp_path / "plan.toml").exists()


def test_the_list_is_never_replaced(plan: str) -> None:
    for option in ("--sidecar", "--output"):
        done = call("describe", plan, option, plan, "--overwrite")
        assert done.code == 2
        assert "the list itself" in done.err or "names no format" in done.err
    assert parse(plan).initiatives


def test_standard_input_has_nothing_beside_it() -> None:
    done = call("describe", "-", "--write-sidecar", stdin=SMALL.encode())
    assert done.code == 2
    assert "--sidecar" in done.err


def test_headers_of_any_letters_are_written_as_toml() -> None:
    text = SMALL.replace("事業名", '事業\\"名', 1) if "事業名" in SMALL else SMALL
    found = tomllib.loads(sidecar_text(page_columns(parse(text.encode(), stem="a")), "a\x07.tsv", "ja"))
    assert len(found["columns"]) >= 5


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", ""),
        ('title = "甲"\n', 'title = "甲"\n'),
        ('[columns]\n"甲" = "item"', ""),
        ('title = "甲"\n# 列\n[columns]\n"甲" = "item"\n# ルール\n[ignore]\n', 'title = "甲"\n# ルール\n[ignore]\n'),
        ('[columns]\n"甲" = "item"\n\n[[corrections]]\nline = 3\n', "[[corrections]]\nline = 3\n"),
        ('[ignore]\nDX1 = "[columns]"\n', '[ignore]\nDX1 = "[columns]"\n'),
    ],
)
def test_only_the_columns_of_a_sidecar_are_taken_out(text: str, left: str) -> None:
    assert without_columns(text).lstrip("\n") == left


def test_the_table_has_unique_keys() -> None:
    found = columns_table(page_columns(parse(SHIPPED)))
    keys = [tuple(found.value(row, key) for key in found.primary_key) for row in found.rows]
    assert len(keys) == len(set(keys))

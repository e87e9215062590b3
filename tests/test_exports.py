"""One list as a file: the columns of its CSV in order, one row an initiative, and what the public functions write."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from dxlist.document import parse
from dxlist.errors import UsageError
from dxlist.exports.cells import split_values
from dxlist.exports.described.names import OF_LIST
from dxlist.exports.exporting import as_streamed, document_bytes, export, write
from dxlist.exports.format import BY_DEFAULT, Style, document_formats, file_name, formats_for
from dxlist.model.document import Document
from dxlist.model.initiative import Department, Initiative
from tests.cli.runs import FIRST, HEADER, SMALL, names
from tests.cli.runs import write as write_list
from tests.lists import SHIPPED

if TYPE_CHECKING:
    from pathlib import Path

WITH_FURTHER_COLUMNS = (
    HEADER.replace("\n", "\t予算額\t備考\tpage\n")
    + FIRST.replace("\n", "\t1,200\t新規\tP3\n")
    + FIRST.replace("\n", "\t300\t継続\tP4\n")
)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def as_csv(document: Document, name: str = "csv", style: Style | None = None) -> str:
    return document_bytes(document, name, style or Style()).decode()


@pytest.fixture(scope="module")
def document() -> Document:
    return parse(SHIPPED)


def test_the_first_columns_are_those_of_the_open_data_standard(document: Document) -> None:
    assert as_csv(document).split("\n", 1)[0] == (
        "local_government_code,initiative_id,local_government_name,document_id,fiscal_year,part,part_title,page,line,"
        "field_code,field_name,item_codes,item_name,levels,plan_only,departments,project_name,project_levels,"
        "project_id,mention_count,shared_with,overview,kpi_text,kpi_status,target_metric,target_value,target_unit,"
        "target_comparator,target_cumulative,target_fiscal_year,target_date,confidence"
    )


def test_the_japanese_header_has_the_labels_of_the_standard(document: Document) -> None:
    header = as_csv(document, style=Style("ja")).split("\n", 1)[0].split(",")
    assert header[:3] == ["全国地方公共団体コード", "ID", "地方公共団体名"]
    assert header[16:25] == [
        "事業名", "事業の階層", "事業ID", "事業の行数", "同じ事業の行", "事業概要", "指標・目標", "指標の種類", "指標",
    ]  # fmt: skip
    assert header[-1] == "確度"
    assert len(header) == len(set(header)) == 32


def test_below_the_japanese_header_stand_japanese_words(document: Document) -> None:
    row = next(row for row in table(as_csv(document, style=Style("ja"))) if row["行"] == "5")
    found = {key: row[key] for key in ("計画のみ", "指標の種類", "比較", "累計")}
    assert found == {"計画のみ": "いいえ", "指標の種類": "数値目標", "比較": "程度", "累計": "いいえ"}
    targets = table(as_csv(document, "targets.csv", Style("ja")))
    assert {row["期限の種類"] for row in targets} == {"", "までに", "その年度に"}
    assert {row["目標の区分"] for row in targets} == {"明示された目標", "活動の予定", "対象の規模"}


def test_each_initiative_is_a_row_with_its_texts(document: Document) -> None:
    rows = table(as_csv(document))
    assert len(rows) == 131
    for row, initiative in zip(rows, document, strict=True):
        assert row["initiative_id"] == initiative.initiative_id
        assert row["project_name"] == (initiative.project_name or "")
        assert row["plan_only"] == ("true" if initiative.plan_only else "false")
        assert split_values(row["item_codes"]) == initiative.item_codes
        assert len(split_values(row["departments"])) == len(initiative.departments)
        assert row["mention_count"] == str(len(split_values(row["shared_with"])) + 1)


def test_several_values_stand_behind_each_other(document: Document) -> None:
    rows = {row["line"]: row for row in table(as_csv(document))}
    assert rows["93"]["item_codes"].count(";") == 3
    assert rows["11"]["departments"].count(";") == 1
    assert rows["5"]["departments"] == "総務部 職員研修課"


def test_a_department_with_all_levels_is_one_text(document: Document) -> None:
    units = [Department(department="生活環境部", bureau="環境保全局", division="水課"), Department(department="A;B")]
    one = document.initiatives[0].model_copy(update={"departments": units})
    row = table(as_csv(document.model_copy(update={"initiatives": [one]})))[0]
    assert row["departments"] == "生活環境部 環境保全局 水課;A\\;B"


def test_further_columns_stand_before_the_confidence(tmp_path: Path) -> None:
    rows = table(as_csv(parse(write_list(tmp_path / "a.tsv", WITH_FURTHER_COLUMNS))))
    assert list(rows[0])[-4:] == ["予算額", "備考", "extra.page", "confidence"]
    assert (rows[0]["予算額"], rows[1]["備考"], rows[1]["extra.page"], rows[0]["page"]) == ("1,200", "継続", "P4", "1")


def test_names_of_further_columns_never_collide(document: Document) -> None:
    extra = dict.fromkeys(["line", "extra.line", "a\nb", "a b", "LINE", "確度", "", "=1+1"], "x")
    one = document.initiatives[0].model_copy(update={"extra": extra})
    found = {
        header: list(table(as_csv(document.model_copy(update={"initiatives": [one]}), style=Style(header)))[0])
        for header in ("en", "ja")
    }
    assert found["en"][-9:-1] == [
        "extra.line", "extra.extra.line", "a b", "extra.a b", "extra.extra.extra.LINE", "確度", "extra.", "'=1+1",
    ]  # fmt: skip
    assert "extra.確度" in found["ja"]
    assert all(len(names) == len(set(names)) for names in found.values())


def test_lines_end_with_lf_and_only_what_must_be_is_quoted(tmp_path: Path) -> None:
    data = as_csv(parse(write_list(tmp_path / "a.tsv", WITH_FURTHER_COLUMNS)))
    assert "\r" not in data
    assert data.endswith("\n")
    assert data.count('"') == 2  # 1,200


@pytest.mark.parametrize("mark", [True, False])
def test_a_byte_order_mark_only_where_it_is_wanted(document: Document, *, mark: bool) -> None:
    data = document_bytes(document, "csv", Style("ja", mark))
    assert data.startswith(b"\xef\xbb\xbf") == mark
    assert data.decode("utf-8-sig").startswith("全国地方公共団体コード,")


@pytest.mark.parametrize("name", document_formats())
def test_the_same_list_gives_the_same_bytes(name: str, document: Document) -> None:
    assert document_bytes(document, name) == document_bytes(parse(SHIPPED), name)


def test_json_holds_the_whole_document_and_json_lines_its_records(document: Document) -> None:
    assert Document.model_validate_json(document_bytes(document, "json")) == document
    assert document_bytes(document, "json").decode() == document.to_json()
    lines = document_bytes(document, "jsonl").decode().splitlines()
    assert [Initiative.model_validate_json(line) for line in lines] == list(map(as_streamed, document))


def test_the_table_of_targets_has_a_row_a_target(document: Document) -> None:
    rows = table(as_csv(document, "targets.csv"))
    assert len(rows) == sum(len(initiative.kpi_targets) for initiative in document)
    wanted = {
        "metric": "スマートシティに取り組む市町村",
        "value": "2",
        "unit": "団体",
        "cumulative": "true",
        "target_number": "2",
    }
    row = next(r for r in rows if (r["initiative_id"], r["target_number"]) == ("fukushima_r04-11bfb79d", "2"))
    assert {key: row[key] for key in wanted} == wanted


def test_the_japanese_header_of_the_targets_is_unambiguous(document: Document) -> None:
    header = as_csv(document, "targets.csv", Style("ja")).split("\n", 1)[0].split(",")
    assert header[:4] == ["ID", "目標番号", "指標", "目標値"]
    assert len(header) == len(set(header))


def test_one_list_is_written_in_every_format_of_rows(document: Document, tmp_path: Path) -> None:
    assert set(document_formats()) == {*formats_for("rows"), "targets.csv"} >= set(BY_DEFAULT)
    for name in (*document_formats(), "departments.xlsx", *(f"{table}.csv" for table in OF_LIST)):
        write(document, tmp_path / file_name("a", name))
        assert (tmp_path / file_name("a", name)).read_bytes() == document_bytes(document, name)
    stream = io.BytesIO()
    write(document, stream, format="targets.csv", header="ja")
    assert stream.getvalue().decode() == as_csv(document, "targets.csv", Style("ja"))


def test_many_lists_are_written_in_every_format_of_tables(tmp_path: Path) -> None:
    lists = [parse(SMALL.encode(), stem=stem) for stem in ("r04", "r05")]
    export(lists, tmp_path / "a.csv")
    assert [row["document_id"] for row in table((tmp_path / "a.csv").read_text("utf-8"))] == ["r04"] * 2 + ["r05"] * 2
    export(lists, tmp_path / "a.json", table="projects")
    assert [len(project["mentions"]) for project in json.loads((tmp_path / "a.json").read_text("utf-8"))] == [1] * 4
    export(lists[0], tmp_path / "package", format="datapackage")
    assert "datapackage.json" in names(tmp_path / "package")
    for suffix in ("xlsx", "sqlite"):
        export(lists, tmp_path / f"a.{suffix}")


@pytest.mark.parametrize(
    ("target", "options", "said"),
    [
        ("a.pdf", {}, "a.pdf: the name says no format."),
        ("a.csv", {"format": "pdf"}, 'format: there is no format "pdf".'),
        ("a.json", {"header": "ja"}, "--header ja: does not go with json."),
        ("a.csv", {"byte_order_mark": True, "encoding": "cp932"}, "--bom: cp932 has no byte-order mark."),
    ],
)
def test_what_cannot_be_written_is_said(target: str, options: dict[str, Any], said: str, tmp_path: Path) -> None:
    document = parse(SMALL.encode(), stem="a")
    for function in (write, export):
        with pytest.raises(UsageError) as caught:
            function(document, tmp_path / target, **options)
        assert caught.value.message("en").removeprefix(f"{tmp_path}/").replace("--format", "format").startswith(said)
    assert names(tmp_path) == []

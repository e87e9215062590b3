"""The sidecar: what a person knows of a list, and settles where the tool must not guess."""

from pathlib import Path

import pytest

import dxlist
from dxlist.errors import SidecarError
from dxlist.model.document import Document
from dxlist.model.initiative import Corrected
from dxlist.sidecar import checked_code
from tests.lists import SHIPPED

CORRECTION = """
[[corrections]]
line = 11
column = "item"
value = "2(1) 行政手続のオンライン化"
reason = "基本方針の本文で確かめた"

[[corrections]]
line = 18
column = "overview"
value = "なし"
reason = "空行"
"""


def parse_with(tmp_path: Path, sidecar: str) -> Document:
    path = tmp_path / "fukushima_r04.tsv"
    path.write_bytes(SHIPPED.read_bytes())
    path.with_suffix(".toml").write_text(sidecar, encoding="utf-8")
    return dxlist.parse(path)


def test_a_correction_takes_the_place_of_the_text_and_the_rows_below_are_filled_from_it(tmp_path: Path) -> None:
    rows = {i.line: i for i in parse_with(tmp_path, CORRECTION)}
    assert [rows[line].item_codes for line in (10, 11, 12, 14)] == [[], ["2(1)"], ["2(1)"], ["2(1)"]]
    repair = next(r for r in rows[11].repairs if isinstance(r, Corrected))
    assert (repair.column, repair.value, repair.reason) == (
        "item",
        "行政手続のオンライン化",
        "基本方針の本文で確かめた",
    )
    source = rows[12].sources["item"]
    assert source is not None
    assert source.line == 11


def test_a_correction_whose_row_is_gone_is_reported(tmp_path: Path) -> None:
    unused = parse_with(tmp_path, CORRECTION).document.unused_corrections
    assert [(correction.line, correction.column) for correction in unused] == [(18, "overview")]


def test_without_a_sidecar_a_document_is_a_government_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(SHIPPED.read_bytes())
    first = dxlist.parse(path).initiatives[0]
    assert (first.local_government_code, first.local_government_name, first.document_id) == (None, None, "a")
    assert first.fiscal_year == 2022, "the title says 令和4年度"


REFUSED = [
    ('local_government_code = "070008"', "check digit"),
    ('local_government_code = "7"', "six digits"),
    ("fiscal_year = 4", "fiscal_year"),
    ('colour = "red"', "colour"),
    ('[columns]\n"事業" = "projects"', "'projects' is no role (did you mean project,"),
    *(
        (f'[columns]\n"備考" = {value}', "it must be the name of a role")
        for value in ('["note"]', "1", "1.5", "true", "1979-05-27", "[{}]")
    ),
    ('[columns]\n"目標" = { role = "indicator.goal" }', "'indicator.goal' is no role (did you mean indicator."),
    ('[columns]\n"目標" = { role = "indicator.target", fiscal_year = 6 }', "fiscal_year"),
    ('[columns]\n"目標" = { year = 2024 }', "columns"),
    ('[[corrections]]\nline = 1\ncolumn = "item"\nvalue = "x"\nreason = ""', "reason"),
    ("title = ", "TOML"),
    (f"title = {'[' * 5000}", "TOML"),
    (f"title = {'1' * 5000}", "TOML"),
]


@pytest.mark.parametrize(("sidecar", "says"), REFUSED)
def test_refused(tmp_path: Path, sidecar: str, says: str) -> None:
    with pytest.raises(SidecarError) as caught:
        parse_with(tmp_path, sidecar)
    assert says in caught.value.problem.en
    assert caught.value.place.endswith("fukushima_r04.toml")


def test_the_words_that_describe_shows_in_japanese_are_roles_too(tmp_path: Path) -> None:
    rows = {i.line: i for i in parse_with(tmp_path, '[columns]\n"事業概要又は取組内容" = "備考"\n')}
    assert rows[5].overview is None
    assert any(header.startswith("事業概要") for header in rows[5].extra)
    with pytest.raises(SidecarError) as caught:
        parse_with(tmp_path, '[columns]\n"事業概要又は取組内容" = "概要"\n')
    assert "「概要」という役割はありません（事業概要 のことですか）" in caught.value.problem.ja


@pytest.mark.parametrize("code", ["070009", "010006", "131016", "271004", "472018"])
def test_codes_of_real_governments_pass(code: str) -> None:
    assert checked_code(code) == code

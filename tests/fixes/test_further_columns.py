"""Corrections of columns that are none of the six: further ones, levels between, parts of indicators."""

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

import dxlist
from dxlist.document import parse_source
from dxlist.errors import SidecarError
from dxlist.model.document import Document
from dxlist.reading.sources import source_of
from dxlist.report.correction_notes import said_of_correction
from dxlist.sidecar import Sidecar
from dxlist.text.toml import toml_string
from tests.fixes.damaged import planned
from tests.test_laws import replay

HEADER = "施策分野\t施策\t小施策\t部\t課\t事業名\t事業概要\t活動指標\t成果指標\t目標値（令和6年度）\t備考\n"
FIRST = "1 行政\t1-1 電子化\t1-1-1 手続\t総務部\t情報課\t電子申請事業\t申請を広める。\t研修の回数\t利用率\t20％\t市と行う。\n"
SECOND = (
    "1 行政\t1-1 電子化\t1-1-2 窓口\t市民部\t市民課\t窓口事業\t窓口を改める。\t窓口の数\t満足度\t50％\t庁内で行う。\n"
)
THIRD = (
    "1 行政\t1-1 電子化\t1-1-3 決裁\t総務部\t財政課\t決裁事業\t決裁を改める。\t決裁の数\t短縮率\t50％\t庁内で行う。\n"
)
LIST = HEADER + FIRST + SECOND + THIRD
MOVED = HEADER + "\n" + FIRST + SECOND + THIRD


def correction(column: str, was: str | None, value: str, line: int | None = 2, name: str = "") -> str:
    said = {"column": column, "was": was, "value": value, "reason": "原本で確認", "project_name": name or None}
    pairs = "".join(f"{key} = {toml_string(one)}\n" for key, one in said.items() if one is not None)
    return "[[corrections]]\n" + pairs + (f"line = {line}\n" if line else "")


def read(text: str, sidecar: str = "") -> Document:
    return parse_source(source_of(text.encode()), None, Sidecar.model_validate(tomllib.loads(sidecar)))


class Cell(NamedTuple):
    """A cell of the first row, and what it should be."""

    column: str
    was: str
    value: str
    place: int


CELLS = [
    Cell("extra.備考", "市と行う。", "県と行う。", 11),
    Cell("levels.施策", "1-1 電子化", "1-2 改革", 2),
    Cell("departments.部", "総務部", "企画部", 4),
    Cell("indicators.活動指標", "研修の回数", "研修の日数", 8),
    Cell("indicators.成果指標", "利用率", "申請率", 9),
    Cell("indicators.目標値（令和6年度）", "20％", "30％", 10),
    Cell("indicators.目標値（令和6年度）", "20％", "なし", 10),
    Cell("indicators.目標値（令和6年度）", "20％", "200件、令和7年度までに5割", 10),
]


def in_place(cell: Cell, text: str) -> str:
    """Return a list whose first row prints what the cell should be."""
    cells = FIRST.split("\t")
    cells[cell.place - 1] = cell.value + ("\n" if cells[cell.place - 1].endswith("\n") else "")
    return text.replace(FIRST, "\t".join(cells))


def values(document: Document) -> list[object]:
    by_print = {"initiative_id", "document_id", "shared_with", "sources", "repairs", "confidence", "confirmed"}
    return [row.model_dump(exclude=by_print) for row in document]


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: f"{cell.column} {cell.value}")
@pytest.mark.parametrize("text", [LIST, MOVED], ids=["as written", "a line more"])
def test_a_list_beside_its_correction_says_what_the_mended_list_says(cell: Cell, text: str) -> None:
    """Until now a column that is none of the six was refused."""
    document = read(text, correction(cell.column, cell.was, cell.value, name="電子申請事業"))
    row, mended = document.initiatives[0], read(in_place(cell, text))
    assert values(document) == values(mended) != values(read(text))
    source = row.sources[cell.column]
    assert source
    assert (source.raw.strip(), source.cells) == (cell.was, [cell.place]), "the print stays the source"
    assert next(one.column for one in row.repairs if one.kind == "corrected") == cell.column
    assert [note.state for note in document.document.noted_corrections] == (["moved"] if text is MOVED else [])
    for column, value in ((cell.column, cell.value), ("kpi_text", row.kpi_text)):
        source = row.sources[column]
        assert source
        assert replay(source.raw, [one for one in row.repairs if one.column == column]) == value


@pytest.mark.parametrize(
    ("sidecar", "states", "in_row"),
    [
        (correction("extra.備考", "庁内で行う。", "市で行う。", 3, "窓口事業"), [], {3: "市で行う。"}),
        (correction("extra.備考", "庁内で行う。", "市で行う。", 3), ["repeated"], {3: "市で行う。"}),
        (correction("extra.備考", "庁内で行う。", "市で行う。", None), ["ambiguous"], {}),
        (correction("extra.備考", None, "市で行う。", 3), ["unchecked"], {3: "市で行う。"}),
        (correction("extra.備考", "国と行う。", "市で行う。", 3), ["gone"], {}),
        (correction("extra.備考", "国と行う。", "市と行う。", 2), ["obsolete"], {}),
        (correction("extra.備考", "市と行う。", "市で行う。") * 2, ["twice"], {2: "市で行う。"}),
        (correction("extra.摘要", "市と行う。", "市で行う。"), ["no_column"], {}),
        (correction("extra.摘要", "", "市で行う。"), ["no_column"], {}),
        (correction("extra.摘要", None, "市で行う。"), ["no_column"], {}),
        (correction("levels.備考", "市と行う。", "市で行う。"), ["no_column"], {}),
        (correction("extra.備考", None, "市で行う。", 9), ["no_row"], {}),
    ],
)
def test_what_becomes_of_it_is_said(sidecar: str, states: list[str], in_row: dict[int, str]) -> None:
    document, printed = read(LIST, sidecar), read(LIST)
    notes = [*document.document.unused_corrections, *document.document.noted_corrections]
    assert [note.state for note in notes] == states
    assert {row.line: row.extra["備考"] for row in document if row.extra["備考"].startswith("市で")} == in_row
    assert [row.extra.keys() for row in document] == [row.extra.keys() for row in printed], "no column is made up"
    assert all(said_of_correction("a.tsv", note).ja for note in notes)


def test_a_blank_cell_of_a_further_column_is_given_a_text() -> None:
    text = LIST.replace("\t市と行う。", "\t")
    document = read(text, correction("extra.備考", "", "県と行う。"))
    assert [row.extra.get("備考") for row in document] == ["県と行う。", "庁内で行う。", "庁内で行う。"]


def test_a_corrected_level_is_carried_on_to_the_blank_rows_below() -> None:
    text = HEADER + FIRST + SECOND.replace("1 行政\t1-1 電子化", "\t") + THIRD.replace("1 行政\t1-1 電子化", "\t")
    document = read(text, correction("levels.施策", "1-1 電子化", "1-2 改革"))
    assert [(row.levels[1].code, row.levels[1].title) for row in document] == [("1-2", "改革")] * 3


@pytest.mark.parametrize("column", ["overviw", "extra.", "備考", "row", "extras.備考"])
def test_a_word_that_can_name_no_column_is_refused(column: str, tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(LIST, encoding="utf-8")
    path.with_suffix(".toml").write_text(correction(column, "a", "b"), encoding="utf-8")
    with pytest.raises(SidecarError, match=r"corrections\.0\.column: .* is no column \(there are field, .*extra\.…"):
        dxlist.parse(path)


DAMAGED = (
    LIST.replace("市と行う。", "市とを行う。")
    .replace("研修の回数", "研修（庁内)の回数（（年）（月））")
    .replace("満足度", "令和③年度の満足度とする。")
    .replace("1-1-2 窓口\t", "1-1-2 窓口\t")
    .replace("庁内で行う。\n1 行政\t1-1 電子化\t1-1-3", "８,5\u200b00人\n1 行政\t1-1 電\u200b子化\t1-1-3")
)


def test_what_can_be_mended_there_is_written_and_found_no_more(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(DAMAGED, encoding="utf-8")
    plan, copy = planned(path), planned(path, copy=True)
    assert {one.column for one in plan.mends} == {"extra.備考", "levels.施策", "indicators.成果指標"}
    assert (plan.only_in_copy, plan.left) == (0, 0)
    path.with_suffix(".toml").write_text(plan.text, encoding="utf-8")
    document = dxlist.parse(path)
    assert values(document) == values(dxlist.parse(copy.data, stem="a"))
    assert document.document.unused_corrections == document.document.noted_corrections == []
    assert planned(path).text == plan.text
    assert not any(one.fix and one.fix.certain for one in dxlist.validate(path))


def test_a_finding_in_the_second_of_two_indicators_has_its_cell(tmp_path: Path) -> None:
    """Until now it stood in the first one, where no letter of it is, and could not be mended."""
    path = tmp_path / "a.tsv"
    wide = "".join(SECOND.replace("窓口の数", f"窓口（{n}階）の数（年）") for n in range(2, 8))
    path.write_text(HEADER + FIRST.replace("利用率", "利用率(市民)") + wide, encoding="utf-8")
    (found,) = (one for one in dxlist.validate(path) if one.code == "DX117")
    assert (found.line, found.cell) == (2, 9)
    assert [(one.cell, one.column, one.text) for one in planned(path).mends] == [
        (9, "indicators.成果指標", "利用率（市民）")
    ]

"""No way out hands a live formula to a spreadsheet, and ``raw_text`` hands on every text as it is."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from dxlist.exports.cells import is_formula, join_values, split_values, to_cell, without_guard
from dxlist.exports.described.content import Content
from dxlist.exports.format import Style, formats_for
from tests.exports.contents import exported, with_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FORMULAS = (
    "=1+1", "=HYPERLINK(1)", "+1+cmd|' /C calc'!A0", "-SUM(A1)", "@SUM(1)", "\t=1", " =1+1", "＝1+1", "＋A1", "-2+3", "'=1",
    "\ufeff=1+1", "\u200b=1+1", "\u200e\u200f=1", "\x00=1", "\x1b=1", "\xa0@SUM(1)", "\u3000＝1", "\u3164=1", "\ufe0f+A1",
    "\u2800=1", "﹦1", "﹫SUM(1)", "\xad-SUM(1)", "\U000e0020=1", "'\u200b=1", "\tab", "＠SUM(1)",
)  # fmt: skip
HARMLESS = (
    "－",
    "-",
    "-5%",
    "+10",
    "－１０．５％",
    "- 12",
    "'引用'",
    "10-20",
    "・=1",
    "１＋１",
    "--",
    "",
    "事業=1",
    "a@b.jp",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_guarded_and_the_guard_comes_off_again(text: str) -> None:
    assert is_formula(text)
    assert to_cell(text) == f"'{text}"
    assert without_guard(to_cell(text)) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_plain_numbers_dashes_and_texts_are_as_they_are(text: str) -> None:
    assert to_cell(text) == text
    assert without_guard(text) == text


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\x85", "\v"])
def test_a_line_break_becomes_one_blank(line_break: str) -> None:
    assert to_cell(f"一行目{line_break}二行目") == "一行目 二行目"
    assert to_cell(f"{line_break}=1") == "' =1"


@pytest.mark.parametrize(
    "values", [[], ["a"], ["a", "b"], ["a;b", "c"], ["\\", ";"], ["a\\;b", "\\\\"], ["総務部;", ";課"]]
)
def test_joined_values_can_be_parted_again(values: list[str]) -> None:
    assert split_values(join_values(values)) == values


CONTENT = Content([("a.tsv", with_texts(FORMULAS, stem="a"))])


def _separated(delimiter: str) -> Callable[[bytes], Iterator[str]]:
    def read(data: bytes) -> Iterator[str]:
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter):
            yield from row

    return read


def _markdown(data: bytes) -> Iterator[str]:
    """Yield what a reader would paste: each cell, and each line within it."""
    for line in data.decode().splitlines():
        for cell in line.replace("<!-- -->", "").strip("|").replace("\\|", "｜").split("|"):
            yield from (part.replace("\\", "").removeprefix(" ") for part in cell.split("<br>"))


def _package(data: bytes | dict[str, bytes]) -> Iterator[str]:
    assert isinstance(data, dict)
    for name, file in data.items():
        if name.endswith(".csv"):
            yield from _separated(",")(file)


CELLS: dict[str, Callable[..., Iterator[str]]] = {
    "csv": _separated(","),
    "tsv": _separated("\t"),
    "markdown": _markdown,
    "datapackage": _package,
}
"""The formats that a spreadsheet opens as text -> their cells."""
EXACT = {"json", "jsonl", "xlsx", "parquet", "sqlite"}
"""Those that hold a text as a text."""


def test_every_format_is_one_or_the_other() -> None:
    assert {*CELLS} | EXACT == {*formats_for("rows", "tables")}


@pytest.mark.parametrize("header", ["en", "ja"])
@pytest.mark.parametrize("name", CELLS)
def test_no_cell_is_a_live_formula(name: str, header: str) -> None:
    style = Style("ja" if header == "ja" and name != "datapackage" else "en")
    cells = list(CELLS[name](exported(CONTENT, name, None, style)))
    assert sum(cell.startswith("'") for cell in cells) >= len(FORMULAS)
    assert [cell for cell in cells if is_formula(cell) and not cell.startswith("'")] == []


@pytest.mark.parametrize("name", CELLS)
def test_raw_text_switches_the_guard_off(name: str) -> None:
    cells = set(CELLS[name](exported(CONTENT, name, None, Style(raw_text=True))))
    assert {"=1+1", "@SUM(1)", "-2+3"} <= cells
    assert not any(cell.startswith("'=1+1") for cell in cells)


@pytest.mark.parametrize("name", sorted(EXACT))
def test_a_text_stays_exact_where_a_format_has_texts(name: str) -> None:
    data = exported(CONTENT, name, None)
    assert isinstance(data, bytes)
    assert set(FORMULAS) <= set(TEXTS[name](data))


def _of_json(data: bytes) -> Iterator[str]:
    yield from (record["project_name"] for record in json.loads(data))


def _of_json_lines(data: bytes) -> Iterator[str]:
    yield from (json.loads(line)["project_name"] for line in data.decode().split("\n")[:-1])


def _of_workbook(data: bytes) -> Iterator[str]:
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.3 s

    sheet = load_workbook(io.BytesIO(data))["initiatives"]
    for row in sheet.iter_rows():
        assert all(cell.data_type != "f" for cell in row)
        yield from (str(cell.value).replace("_x0000_", "\0").replace("_x001B_", "\x1b") for cell in row)


def _of_parquet(data: bytes) -> Iterator[str]:
    import tempfile  # noqa: PLC0415

    import duckdb  # noqa: PLC0415

    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        file.write(data)
        file.flush()
        yield from (text for (text,) in duckdb.read_parquet(file.name).project("project_name").fetchall())


def _of_sqlite(data: bytes) -> Iterator[str]:
    database = sqlite3.connect(":memory:")
    database.deserialize(data)
    yield from (text for (text,) in database.execute("SELECT project_name FROM initiatives"))
    database.close()


TEXTS = {
    "json": _of_json,
    "jsonl": _of_json_lines,
    "xlsx": _of_workbook,
    "parquet": _of_parquet,
    "sqlite": _of_sqlite,
}

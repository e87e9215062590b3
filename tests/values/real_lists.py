"""The real lists of other governments, where somebody has them beside the project, and their cells as they are printed."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import dropwhile
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

import dxlist
from dxlist.model.initiative import Initiative
from tests.lists import ROOT

REAL = ROOT.parent / "shared" / "real"
IS_THERE = REAL.is_dir()
WORKBOOK = "workbooks/ofunato_r7_report.xlsx"
INDICATORS = "アイウカキクサシス"
"""As the workbook numbers them: three of the activity, of the object, of the outcome."""

_FLAT = {"abiko_r3_budget_flat.csv": (2900, 2961)}
"""A long list whose rows are all alike: the lines that are read where few are asked for."""
_BEGINNING = 40
"""Rows of the workbook that are read beside those that are asked for, so that a column shows what it holds."""

Cells = list[str]


@cache
def rows_of(name: str) -> list[tuple[int, Cells]]:
    """Return the rows of a list with the line that each begins on; the header is the first one."""
    if name == WORKBOOK:
        return [row for row in _sheet() if row[0] > 1]
    text = (REAL / name).read_bytes().decode("cp932" if "sjis" in name else "utf-8-sig")
    if name.endswith(".tsv"):
        return [(i, line.rstrip("\r").split("\t")) for i, line in enumerate(text.split("\n"), 1) if line]
    return list(_delimited(text))


def _delimited(text: str) -> Iterator[tuple[int, Cells]]:
    reader = csv.reader(io.StringIO(text, newline=""))
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


@cache
def _sheet() -> list[tuple[int, Cells]]:
    """Return the rows of the first sheet, blank ones left out; the first column holds formulas of its own."""
    book = openpyxl.load_workbook(REAL / WORKBOOK, read_only=True, data_only=True)
    rows = book.worksheets[0].iter_rows(min_col=2, max_row=450, values_only=True)
    written = ((i, ["" if cell is None else str(cell) for cell in row]) for i, row in enumerate(rows, 1))
    return [(i, row) for i, row in written if any(row)]


def records_of(name: str, asked: frozenset[int] | None = None) -> dict[int, Initiative]:
    """Return the records of a list by line (of the workbook: by row of its sheet); ``asked``: which ones are needed."""
    if name == WORKBOOK:
        return _records_of_workbook(asked)
    if name in _FLAT and asked:
        first, last = _FLAT[name]
        header, *lines = (REAL / name).read_text("utf-8-sig").splitlines(keepends=True)
        read = _by_line(_parsed("".join([header, *lines[first - 2 : last - 1]]), name))
        return {line + first - 2: one for line, one in read.items()}
    return _records_of_list(name)


@cache
def _records_of_list(name: str) -> dict[int, Initiative]:
    return _by_line(dxlist.stream(REAL / name))


def _by_line(initiatives: Iterable[Initiative]) -> dict[int, Initiative]:
    return {one.line: one for one in initiatives}


@cache
def _records_of_workbook(asked: frozenset[int] | None) -> dict[int, Initiative]:
    out, places = io.StringIO(newline=""), dict[int, int]()
    writer = csv.writer(out)
    for i, (row, cells) in enumerate(_sheet()):
        if asked is None or row in asked or i < _BEGINNING:
            places[row] = out.getvalue().count("\n") + 1
            writer.writerow(cells)
    lines = _by_line(_parsed(out.getvalue(), "workbook.csv"))
    return {row: lines[line] for row, line in places.items() if line in lines}


def _parsed(text: str, name: str) -> list[Initiative]:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_text(text, "utf-8", newline="")
        return list(dxlist.stream(path))


def header_of(name: str) -> Cells:
    """Return the header of a list without blanks and line breaks."""
    _, cells = next(dropwhile(lambda row: not any(row[1]), iter(rows_of(name))))
    return [re.sub(r"\s", "", cell) for cell in cells]

"""Work on a table grows as its cells do, a long cell is not repeated row by row, and no text of a header is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

import dxlist
from dxlist.errors import UnreadableInputError
from dxlist.initiatives import DOUBTFUL
from dxlist.model.stages import LONGEST_CELL, LONGEST_FILLED
from dxlist.reading.sources import open_rows, source_of
from dxlist.tables.alignment import Aligner
from dxlist.tables.merged_cells import AlignedPage, MergedCells
from dxlist.tables.pages import rows_to_tables
from dxlist.tables.pieces import page_pieces
from tests.counting import ALLOWANCE, calls

if TYPE_CHECKING:
    from collections.abc import Callable

    from dxlist.tables.merged_cells import MergedPage

HEADER = ("分野", "項目", "担当課", "事業名", "概要", "指標")
ROW = ("1 行政", "1(1) 窓口", "総務部人事課", "電子申請事業", "申請の電子化を進める。", "申請件数 10件")


def _list(*rows: tuple[str, ...]) -> bytes:
    return "".join("\t".join(row) + "\n" for row in rows).encode()


WORDS = ("指標", "目標", "事業内容", "担当部", "施策名", "事業名")
GROWING: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "words of headers": (15, lambda n: _list(HEADER + WORDS[:3] * n, ROW + ("x",) * 3 * n)),
    "years": (25, lambda n: _list((*HEADER, *(f"R{at % 60} 目標" for at in range(n))), ROW + ("10",) * n)),
    "unknown columns": (25, lambda n: _list((*HEADER, *(f"列の名{at}" for at in range(n))), ROW + ("値",) * n)),
    "cells of a row": (50, lambda n: _list(HEADER, ROW, ROW + ("値",) * n)),
    "marks of a row": (50, lambda n: _list(HEADER, ROW, ROW + ("x",) * n)),
    "blanks": (50, lambda n: _list(HEADER, (*ROW[:4], "申 請 " * n + "を進める。", ROW[5]))),
    "blanks in an item": (50, lambda n: _list(HEADER, (ROW[0], "1(1) 窓口 " * n, *ROW[2:]))),
    "numbers that blanks break": (50, lambda n: _list(HEADER, (*ROW[:4], "1 000件 " * n, ROW[5]))),
    "lines that head no rows": (25, lambda n: _list(HEADER, ROW, *((f"【総務{at}部】",) for at in range(n)))),
    "levels that head no rows": (15, lambda n: _list(HEADER, *((f"{at} 分野",) for at in range(n)), *[ROW] * n)),
}


@pytest.mark.parametrize("name", GROWING)
def test_work_grows_as_the_cells_do(name: str) -> None:
    size, make = GROWING[name]
    _merged(make(3))  # what is made once, and none of the texts that are counted
    few, many = (calls(partial(_merged, make(n))) for n in (2 * size, 6 * size))
    assert many <= 3 * few * ALLOWANCE


def _merged(data: bytes) -> list[MergedPage]:
    """Return the pages of a list with what their merged cells say, as they are before values are read."""
    tables = rows_to_tables(open_rows(source_of(data)).rows)
    aligner, merged = Aligner(), MergedCells()
    pages = ((table, aligner.align(table)) for table in tables)
    return list(merged.pages(AlignedPage(table, rows, page_pieces(rows, {})) for table, rows in pages))


@pytest.mark.parametrize("column", [0, 1, 3, 4, 5])
def test_a_long_merged_cell_is_repeated_in_no_further_row(column: int) -> None:
    long = (ROW[column] + "あ" * LONGEST_FILLED)[: LONGEST_FILLED + 1]
    first = (*ROW[:column], long, *ROW[column + 1 :])
    own = ("",) * (column + 1) + ROW[column + 1 :] if column < len(HEADER) / 2 else ("", "1(2) 庁舎", "", "", "", "")
    document = dxlist.parse(_list(HEADER, first, own, own))
    assert [long in initiative.model_dump_json() for initiative in document] == [True, False, False]
    assert [initiative.confidence < DOUBTFUL for initiative in document] == [False, True, True]


def test_a_shorter_one_is() -> None:
    first = ("1 " + "あ" * (LONGEST_FILLED - 2), *ROW[1:])
    document = dxlist.parse(_list(HEADER, first, ("", *ROW[1:]), ("", *ROW[1:])))
    assert {initiative.field_name for initiative in document} == {"あ" * (LONGEST_FILLED - 2)}


def test_a_cell_too_long_to_be_read_is_kept_as_text_and_doubted() -> None:
    long = "申請を 進める" * (LONGEST_CELL // 7 + 1)
    (one,) = dxlist.parse(_list(HEADER, (*ROW[:4], long, ROW[5])))
    assert one.overview == long
    assert one.confidence < DOUBTFUL


OTHER = (*HEADER[:3], "事業（取組）名", *HEADER[4:])
UPPER, LOWER = ("", "", "", *HEADER[3:]), (*HEADER[:3], "", "", "")
HEADERS = {
    "superseded": (OTHER, (), HEADER, ROW),
    "in halves": (UPPER, (), LOWER, ROW),
    "in halves, the left one first": (LOWER, (), UPPER, ROW),
    "behind all rows": (HEADER, ROW, OTHER),
    "behind a gap": (HEADER, ROW, (), OTHER),
    "before a title": (OTHER, ("第1章の一覧",), HEADER, ROW),
    "one cell more": ((*HEADER, "-2+3"), HEADER, HEADER, ROW),
}


@pytest.mark.parametrize("rows", HEADERS.values(), ids=HEADERS)
def test_no_text_of_a_header_is_lost(rows: tuple[tuple[str, ...], ...]) -> None:
    document = dxlist.parse(_list(*rows))
    info = document.document
    said = [cell.text for page in info.pages for cell in page.header] + [note.text for note in info.notes]
    said += [title.text for title in info.titles] + [leftover.text for leftover in document.leftovers]
    texts = [text for row in rows if row is not ROW for text in row if text]
    assert [text for text in texts if not any(text in one for one in said)] == []
    assert [initiative.project_name for initiative in document] == ["電子申請事業"]


def test_a_level_that_the_row_above_took_is_no_leftover() -> None:
    document = dxlist.parse("施策,指標\n,目\n|".encode())
    assert [initiative.sources["item" if "item" in initiative.sources else "field"] for initiative in document]
    assert document.leftovers == []


def test_a_line_over_a_blank_cell_names_no_office() -> None:
    assert dxlist.parse("課\t内容\t目\n修の入\n\t名\t組".encode()).initiatives


def test_an_odd_byte_of_utf_16_is_refused_with_its_name() -> None:
    with pytest.raises(UnreadableInputError, match="utf-16-le"):
        dxlist.parse(b"\x8bN\r0\x00\xa7\x89\n\x00\n")


def test_a_long_instruction_in_one_cell_of_a_header_hides_no_list() -> None:
    remark = "備考（" + "担当者の所見を記載すること" * 8 + "）"
    (one,) = dxlist.parse(_list((*HEADER, remark), (*ROW, "継続")))
    assert (one.project_name, one.extra) == ("電子申請事業", {remark: "継続"})

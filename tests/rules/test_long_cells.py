"""A rule looks a long cell through once: twice the letters are twice the work, whatever they are."""

import pytest

from dxlist.document import parse
from dxlist.model.document import Document
from dxlist.model.stages import LONGEST_CELL
from dxlist.rules.listed import Listed
from dxlist.rules.registry import all_rules
from dxlist.rules.settled_cells import with_settled_cells
from tests.counting import grows_in_proportion
from tests.rules.written_lists import found_in, written

LIST = written("概要を進める。", "システムを更新する。", "窓口を改善する。")
SMALL, LARGE = 500, 2000
CASES = [
    ("DX201", "overview", "aａα"),
    ("DX202", "overview", "①あ"),
    ("DX202", "overview", "令和③年"),
    ("DX204", "kpi_text", "をを、"),
    ("DX213", "overview", "（"),
    ("DX213", "overview", "）」"),
    ("DX213", "kpi_text", "「（」"),
    ("DX213", "project_name", "（あ）"),
    ("DX217", "overview", "漢"),
    ("DX217", "overview", "取組とりくみ"),
    ("DX312", "kpi_text", "R5まで、"),
    ("DX313", "kpi_text", "令和5年度「"),
    ("DX314", "overview", "平成33年度 "),
]


def with_text(column: str, text: str) -> Document:
    """Return the list with a text in a column of its second row; nothing is read from it."""
    row = LIST.initiatives[1]
    source = row.sources[column]
    assert source is not None
    sources = {**row.sources, column: source.model_copy(update={"raw": text})}
    long = row.model_copy(update={column: text, "sources": sources, "kpi_targets": []})
    return LIST.model_copy(update={"initiatives": [LIST.initiatives[0], long, LIST.initiatives[2]]})


@pytest.mark.parametrize(("code", "column", "letters"), CASES)
def test_twice_the_letters_are_twice_the_work(code: str, column: str, letters: str) -> None:
    lists = {size: with_text(column, letters * (size // len(letters))) for size in (SMALL, LARGE)}
    check = all_rules()[code].check

    def work(size: int) -> list[object]:
        return list(check(Listed("written.tsv", with_settled_cells(lists[size]))))

    work(LARGE)  # the years of a text are kept, and reading them is not what is counted here
    assert grows_in_proportion(work, SMALL, LARGE)


def test_a_cell_that_is_too_long_is_said_and_not_searched() -> None:
    too_long = with_text("overview", "をを（" * (LONGEST_CELL // 3 + 1))
    found = [one for one in found_in(too_long, "DX1", "DX2") if one.found.place.line == too_long.initiatives[1].line]
    assert [(one.rule.code, one.found.place.cell) for one in found] == [("DX109", 5)]
    assert f"{LONGEST_CELL:,}" in found[0].found.message.en
    just_right = with_text("overview", "をを（" + "あ" * (LONGEST_CELL - 3))
    assert {"DX204", "DX213"} <= {one.rule.code for one in found_in(just_right, "DX1", "DX2")}


def test_twice_the_cells_of_no_column_are_twice_the_work() -> None:
    row = "1 行政\t1(1) 窓口\t総務課\t電子申請\t概要です。\t10件"
    head = "分野\t項目\t担当課\t事業名\t概要\t指標\n" + f"{row}\n" * 8
    lists = {size: parse((head + row + "\tx" * size + "\n").encode()) for size in (200, 400)}
    check = all_rules()["DX108"].check

    def work(size: int) -> list[object]:
        return list(check(Listed("written.tsv", with_settled_cells(lists[size]))))

    assert grows_in_proportion(work, 200, 400)

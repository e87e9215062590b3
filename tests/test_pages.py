"""Lines of a file to pages: titles, headers, notes, totals, page numbers; when a new page and a new list begin."""

import pytest

from dxlist.model.stages import PageTable
from dxlist.reading.plain.delimited import text_to_rows
from dxlist.tables.pages import rows_to_tables

HEADER = "分野\t項目\t担当課\t事業名\t概要\t指標"
ROW = "1 防災\t1(1) 備え\t総務部 危機管理課\t防災事業\t防災の資料を整え、住民に配る。\t10件"
MORE = "\t1(2) 訓練\t総務部 危機管理課\t訓練事業\t訓練を行い、課題を整理する。\t2回"
TITLE, OTHER = "甲県DX計画 令和4年度関連事業一覧", "地域のDXに係る令和4年度関連事業一覧"


def tables(*lines: str) -> list[PageTable]:
    return list(rows_to_tables(text_to_rows([f"{line}\n" for line in lines], "\t")))


def body(*lines: str) -> list[tuple[int, int, list[int]]]:
    return [(t.page, t.part, [row.line for row in t.rows]) for t in tables(*lines) if t.rows]


CASES = [
    ("one page", [TITLE, HEADER, ROW, MORE], [(1, 1, [3, 4])]),
    ("no title", [HEADER, ROW], [(1, 1, [2])]),
    ("blank lines before and after", ["", "", TITLE, HEADER, ROW, ""], [(1, 1, [5])]),
    ("second page with title and header", [TITLE, HEADER, ROW, "", TITLE, HEADER, MORE], [(1, 1, [3]), (2, 1, [7])]),
    ("second page without header", [TITLE, HEADER, ROW, "", MORE], [(1, 1, [3]), (2, 1, [5])]),
    ("second page with title, without header", [TITLE, HEADER, ROW, "", TITLE, MORE], [(1, 1, [3]), (2, 1, [6])]),
    ("header repeated without a blank line", [TITLE, HEADER, ROW, HEADER, MORE], [(1, 1, [3]), (2, 1, [5])]),
    ("title and header without a blank line", [TITLE, HEADER, ROW, TITLE, HEADER, MORE], [(1, 1, [3]), (2, 1, [6])]),
    ("another list", [TITLE, HEADER, ROW, "", OTHER, HEADER, MORE], [(1, 1, [3]), (2, 2, [7])]),
    ("another list, titled on a page of its own", [TITLE, HEADER, ROW, "", OTHER, "", TITLE, HEADER, MORE], [(1, 1, [3]), (2, 2, [9])]),
    ("a page count behind the title is no other list", [f"{TITLE}(1/2)", HEADER, ROW, "", f"{TITLE}(2/2)", HEADER, MORE], [(1, 1, [3]), (2, 1, [7])]),
    ("blank line between header and body", [TITLE, HEADER, "", ROW], [(1, 1, [4])]),
    ("a row of delimiters parts pages too", [HEADER, ROW, "\t\t\t\t\t", MORE], [(1, 1, [2]), (2, 1, [4])]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lines", "expected"), CASES, ids=[case[0] for case in CASES])
def test_pages_and_parts(name: str, lines: list[str], expected: list[tuple[int, int, list[int]]]) -> None:
    assert body(*lines) == expected, name


NOTES = [
    ("※ 予算額は当初予算", "note"), ("（注1）実績は見込み", "note"), ("注）再掲を含む", "note"), ("令和5年4月1日現在", "note"),
    ("（単位：千円）", "unit"), ("単位:千円", "unit"), ("- 3 -", "page_number"), ("12", "page_number"), ("3/10", "page_number"),
    ("5ページ", "page_number"), ("合計\t\t\t12事業", "total"), ("小計\t\t\t\t\t1,200", "total"), ("総計", "total"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kind"), NOTES)
def test_lines_beside_the_table(line: str, kind: str) -> None:
    found = tables(HEADER, ROW, line, MORE)
    assert [(note.kind, note.line) for table in found for note in table.notes] == [(kind, 3)]
    assert body(HEADER, ROW, line, MORE) == [(1, 1, [2, 4])]


ROWS = [
    "計画 国民保護\t\t総務部\t防災事業\t概要である。\t10件",
    "\t計画\t\t総務部 危機管理課\t計画策定\t計画を定める。",
    "\t1(3)\t合計特殊出生率の向上\t\t\t",
]


@pytest.mark.parametrize("row", ROWS)
def test_rows_that_look_like_notes_are_body(row: str) -> None:
    assert body(HEADER, ROW, row) == [(1, 1, [2, 3])]


def test_a_long_page_is_cut_into_blocks_of_one_page() -> None:
    found = [table for table in tables(HEADER, *[ROW] * 1000) if table.rows]
    assert [table.page for table in found] == [1] * len(found)
    assert len(found) > 1
    assert [table.continued for table in found] == [False, *[True] * (len(found) - 1)]

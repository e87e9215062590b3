"""Lines between the rows that head those below them become levels or offices of these rows; no row becomes a line."""

import pytest

import dxlist
from dxlist.model.document import Document
from dxlist.model.initiative import Initiative
from tests.test_laws import assert_conservation, assert_sources_in_file, rows_of

HEADER = "No.\t事業名\t担当課\t事業概要\t成果指標"
ROWS = (
    "1\t創業支援事業\t産業課\t創業する人を支える。\t創業者 10人",
    "2\t工場誘致事業\t産業課\t工場を招く。\t立地 2社",
    "3\t移住促進事業\t企画課\t移住を勧める。\t移住者 30人",
    "4\t空き家活用事業\t企画課\t空き家を貸す。\t活用 5戸",
)
BARE = "No.\t事業名\t事業概要\t成果指標"
BARE_ROWS = tuple("\t".join((number, name, *rest)) for number, name, _, *rest in (row.split("\t") for row in ROWS))


def read(*lines: str) -> Document:
    data = ("\n".join(lines) + "\n").encode()
    document = dxlist.parse(data, stem="ours")
    cells, last = rows_of(data)
    assert_conservation(document, cells, last)
    assert_sources_in_file(document, cells)
    return document


def levels(row: Initiative) -> tuple[str | None, ...]:
    return row.field_code, row.field_name, row.item_codes[0] if row.item_codes else None, row.item_name


ONE_LEVEL = {
    "a label and a number": ("基本目標1 しごとをつくる", "基本目標2 ひとを呼ぶ", ("1", "しごとをつくる"), ("2", "ひとを呼ぶ")),
    "full-width number and blank": ("基本目標１　しごとをつくる", "基本目標２　ひとを呼ぶ", ("1", "しごとをつくる"), ("2", "ひとを呼ぶ")),
    "a colon": ("政策1：産業を興す", "政策2：人を呼ぶ", ("1", "産業を興す"), ("2", "人を呼ぶ")),
    "a pillar": ("柱Ⅰ 産業を興す", "柱Ⅱ 人を呼ぶ", ("Ⅰ", "産業を興す"), ("Ⅱ", "人を呼ぶ")),
    "a roman number": ("Ⅰ 産業の振興", "Ⅱ 移住の促進", ("Ⅰ", "産業の振興"), ("Ⅱ", "移住の促進")),
    "a chapter": ("第1章 産業", "第2章 移住", ("第1章", "産業"), ("第2章", "移住")),
    "brackets": ("【産業の振興】", "【移住の促進】", (None, "産業の振興"), (None, "移住の促進")),
    "a square": ("■産業の振興", "■移住の促進", (None, "産業の振興"), (None, "移住の促進")),
    "a circle and a blank": ("● 産業の振興", "● 移住の促進", (None, "産業の振興"), (None, "移住の促進")),
    "words in the column of numbers": ("産業の振興", "移住の促進", (None, "産業の振興"), (None, "移住の促進")),
    "the label within brackets": ("【基本目標1】しごとをつくる", "【基本目標2】ひとを呼ぶ", ("【1】", "しごとをつくる"), ("【2】", "ひとを呼ぶ")),
    "a cell over all columns, repeated": ("\t".join(["基本方針1 産業"] * 5), "\t".join(["基本方針2 移住"] * 5), ("1", "産業"), ("2", "移住")),
    "in the middle": ("\t\t基本方針1 産業\t\t", "\t\t基本方針2 移住\t\t", ("1", "産業"), ("2", "移住")),
}  # fmt: skip


@pytest.mark.parametrize("name", ONE_LEVEL)
def test_a_line_between_rows_is_the_level_of_those_below(name: str) -> None:
    first, second, one, two = ONE_LEVEL[name]
    document = read(HEADER, first, *ROWS[:2], second, *ROWS[2:])
    assert [row.line for row in document] == [3, 4, 6, 7]
    assert [levels(row)[:2] for row in document] == [one, one, two, two]
    assert [row.item_name for row in document] == [None] * 4
    assert all(row.confidence >= 0.7 for row in document)


HEADS = {
    "directly above the header": ("基本目標1 しごとをつくる", HEADER, *ROWS[:2], "基本目標2 ひとを呼ぶ", HEADER, *ROWS[2:]),
    "on pages": ("基本目標1 しごとをつくる", HEADER, *ROWS[:2], "", "基本目標2 ひとを呼ぶ", HEADER, *ROWS[2:]),
    "between blank lines": (HEADER, "基本目標1 しごとをつくる", *ROWS[:2], "", "基本目標2 ひとを呼ぶ", "", *ROWS[2:]),
    "below a title": ("計画の一覧", "基本目標1 しごとをつくる", HEADER, *ROWS[:2], "基本目標2 ひとを呼ぶ", *ROWS[2:]),
    "going on over a page end": (
        HEADER, "基本目標1 しごとをつくる", ROWS[0], "", "基本目標1 しごとをつくる（続き）", HEADER, ROWS[1],
        "基本目標2 ひとを呼ぶ", *ROWS[2:],
    ),
    "going on without being said": (HEADER, "基本目標1 しごとをつくる", ROWS[0], "", HEADER, ROWS[1], "基本目標2 ひとを呼ぶ", *ROWS[2:]),
    "said twice": (HEADER, "基本目標1 しごとをつくる", ROWS[0], "基本目標1 しごとをつくる", ROWS[1], "基本目標2 ひとを呼ぶ", *ROWS[2:]),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_where_a_line_stands(name: str) -> None:
    document = read(*HEADS[name])
    one, two = ("1", "しごとをつくる"), ("2", "ひとを呼ぶ")
    assert [levels(row)[:2] for row in document] == [one, one, two, two]
    assert {row.part for row in document} == {1}


def test_levels_of_several_depths() -> None:
    document = read(
        HEADER,
        "基本目標1 しごと",
        "施策1-1 産業",
        ROWS[0],
        "施策1-2 工場",
        ROWS[1],
        "基本目標2 ひと",
        "施策2-1 移住",
        *ROWS[2:],
    )
    assert [levels(row) for row in document] == [
        ("1", "しごと", "1-1", "産業"),
        ("1", "しごと", "1-2", "工場"),
        *[("2", "ひと", "2-1", "移住")] * 2,
    ]
    (page,) = document.document.pages
    shown = [(cell.text, cell.column) for cell in page.header if cell.cell == 0]
    assert shown == [("基本目標", "field"), ("施策", "item")]


def test_a_level_ends_where_an_upper_one_begins() -> None:
    document = read(HEADER, "基本目標1 しごと", "施策1-1 産業", *ROWS[:2], "基本目標2 ひと", *ROWS[2:])
    assert [levels(row) for row in document] == [
        *[("1", "しごと", "1-1", "産業")] * 2,
        *[("2", "ひと", None, None)] * 2,
    ]


def test_codes_of_several_lengths_are_several_depths() -> None:
    document = read(HEADER, "1 産業", "1-1 創業", ROWS[0], "1-2 工場", ROWS[1], "2 移住", "2-1 定住", *ROWS[2:])
    assert [levels(row) for row in document][0::2] == [("1", "産業", "1-1", "創業"), ("2", "移住", "2-1", "定住")]


def test_lines_stand_above_the_levels_of_the_table() -> None:
    header = "施策\t事業名\t担当課\t事業概要\t成果指標"
    rows = [f"1-{i} 施策の{i}\t{row.split(chr(9), 1)[1]}" for i, row in enumerate(ROWS, 1)]
    document = read(header, "Ⅰ 産業の振興", *rows[:2], "Ⅱ 移住の促進", *rows[2:])
    assert [levels(row) for row in document][1:3] == [
        ("Ⅰ", "産業の振興", "1-2", "施策の2"),
        ("Ⅱ", "移住の促進", "1-3", "施策の3"),
    ]
    assert not document.leftovers


OFFICES = {
    "brackets": ("【産業部】", "【企画部】"),
    "other brackets": ("〔産業部〕", "〔企画部〕"),
    "bare": ("産業部", "企画部"),
    "bare in cells": ("産業部\t\t\t", "企画部\t\t\t"),
    "a square": ("■産業部", "■企画部"),
    "repeated over all columns": ("\t".join(["産業部"] * 4), "\t".join(["企画部"] * 4)),
}


@pytest.mark.parametrize("name", OFFICES)
def test_an_office_is_the_department_of_the_rows_below(name: str) -> None:
    first, second = OFFICES[name]
    document = read(BARE, first, *BARE_ROWS[:2], second, *BARE_ROWS[2:])
    assert [row.departments[0].department for row in document] == ["産業部", "産業部", "企画部", "企画部"]
    assert [row.field_name for row in document] == [None] * 4


def test_offices_within_levels() -> None:
    document = read(
        BARE, "基本目標1 しごと", "【産業部】", *BARE_ROWS[:2], "基本目標2 ひと", "【企画部】", *BARE_ROWS[2:]
    )
    assert [(row.field_code, row.departments[0].department) for row in document] == [
        *[("1", "産業部")] * 2,
        *[("2", "企画部")] * 2,
    ]


NO_SECTIONS = {
    "a project alone": "\t道路整備事業\t\t\t",
    "a project with a number": "\t5 道路の整備\t\t\t",
    "a project with a label": "5\t施策1 道路\t土木課\t道路を直す。\t1本",
    "an overview alone": "\t\t\t道路を直し、橋を架ける\t",
    "an indicator alone": "\t\t\t\t道路 10本",
    "a department alone": "\t\t土木課\t\t",
}


@pytest.mark.parametrize("name", NO_SECTIONS)
def test_a_row_of_the_table_heads_no_rows(name: str) -> None:
    document = read(HEADER, *ROWS[:2], NO_SECTIONS[name], *ROWS[2:])
    assert [row.line for row in document] == [2, 3, 4, 5, 6]
    assert {row.field_name for row in document} == {None}


def test_the_field_that_names_the_rows_below_waits_for_them() -> None:
    header = "分野\t項目\t事業名\t担当課\t事業概要\t成果指標"
    document = read(
        header,
        "1 産業\t\t\t\t\t",
        "\t1-1 創業\t創業支援事業\t産業課\t創業を支える。\t10人",
        "2 教育\t\t\t\t\t",
        "3 移住\t3-1 定住\t移住事業\t企画課\t移住を勧める。\t5人",
    )
    assert [levels(row) for row in document] == [("1", "産業", "1-1", "創業"), ("3", "移住", "3-1", "定住")]
    assert [(leftover.line, leftover.text) for leftover in document.leftovers] == [(4, "2 教育")]


def test_a_line_without_rows_is_said() -> None:
    document = read(HEADER, "基本目標1 しごと", "基本目標2 ひと", *ROWS, "基本目標3 くらし")
    assert [row.field_code for row in document] == ["2"] * 4
    assert [(leftover.line, leftover.reason) for leftover in document.leftovers] == [(2, "carried_nowhere")]
    assert [note.text for note in document.document.notes] == ["基本目標3 くらし"]


def test_a_new_list_ends_the_lines_above_its_title() -> None:
    document = read("甲の事業一覧", HEADER, "基本目標1 しごと", *ROWS[:2], "", "乙の事業一覧", HEADER, *ROWS[2:])
    assert [(row.part, row.field_code) for row in document] == [(1, "1"), (1, "1"), (2, None), (2, None)]


@pytest.mark.parametrize(("first", "second"), [("Ⅰ 産業", "Ⅱ 移住"), ("第1節 産業", "第2節 移住"), ("◆産業", "◆移住")])
def test_a_line_in_the_column_of_the_projects(first: str, second: str) -> None:
    document = read(
        "事業名\t担当課", first, "創業支援事業\t産業課", "工場誘致事業\t産業課", second, "移住促進事業\t企画課"
    )
    assert [row.line for row in document] == [3, 4, 6]
    assert [(row.field_name or "")[-2:] for row in document] == ["産業", "産業", "移住"]


def test_an_office_in_the_column_of_the_projects() -> None:
    document = read(
        "事業名\t事業概要", "産業部", "創業支援事業\t創業を支える。", "企画部", "移住促進事業\t移住を勧める。"
    )
    assert [(row.line, row.departments[0].department) for row in document] == [(3, "産業部"), (5, "企画部")]


def test_levels_say_what_the_lines_are() -> None:
    document = read(HEADER, "基本目標1 しごと", "施策1-1 産業", *ROWS[:2], "施策1-2 工場", *ROWS[2:])
    assert [(level.header, level.code, level.title) for level in document.initiatives[2].levels] == [
        ("基本目標", "1", "しごと"),
        ("施策", "1-2", "工場"),
    ]

"""What nobody sees, and a blank within a number, is taken out of the texts, and the repair says where it stood."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

import dxlist
from dxlist.model.document import Document
from dxlist.model.initiative import Initiative, TakenOut
from dxlist.model.stages import PhysicalRow
from dxlist.tables.cleaning import clean_rows, unseen_cuts
from tests.text.test_folding import UNSEEN

COLUMNS = ("分野", "項目", "担当課", "事業名", "事業概要", "指標（KPI）")
ROW = (
    "1 行政の効率化", "1(1) 手続のオンライン化", "総務部 情報政策課", "電子申請推進事業", "手続の対象を広げる。", "利用件数を令和8年度に8,500人とする。",
)  # fmt: skip
OTHER = (
    "",
    "1(2) 内部事務の見直し",
    "総務部 人事課",
    "勤怠管理電子化事業",
    "出勤簿を廃止する。",
    "作業時間を1,400時間削減する。",
)


def parse(*rows: tuple[str, ...], delimiter: str = "\t") -> Document:
    return dxlist.parse("\n".join(delimiter.join(row) for row in rows).encode(), stem="ours")


def with_in(character: str, word: str, text: str) -> str:
    """Put a character into the middle of a word of a text."""
    middle = len(word) // 2
    return text.replace(word, word[:middle] + character + word[middle:], 1)


def texts(one: Initiative) -> tuple[object, ...]:
    units = [unit.printed for unit in one.departments]
    targets = [(t.value, t.unit, t.target_fiscal_year) for t in one.kpi_targets]
    return one.field_code, one.field_name, one.item_codes, one.item_name, units, one.project_name, one.kpi_text, targets


class Inside(NamedTuple):
    """A word of the row that holds the character."""

    column: int
    word: str


INSIDE = {
    "number": Inside(5, "8,500"), "before the unit": Inside(5, "人と"), "year": Inside(5, "令和8年度"), "department": Inside(2, "情報政策課"),
    "bureau": Inside(2, "総務部"), "project": Inside(3, "電子申請"), "code": Inside(1, "1(1)"), "item": Inside(1, "手続"), "field": Inside(0, "行政"),
}  # fmt: skip
CONTROLS = {
    "nul": "\x00",
    "bel": "\x07",
    "shift out": "\x0e",
    "escape": "\x1b",
    "unit separator": "\x1f",
    "delete": "\x7f",
    "c1": "\x80",
}


PLAIN = parse(COLUMNS, ROW, OTHER)


@pytest.mark.parametrize(
    "inside", [*([one] for one in INSIDE.values()), [*INSIDE.values()]], ids=[*INSIDE, "everywhere"]
)
@pytest.mark.parametrize("character", ["\u200b", "\ufeff", "\U000e0100"])
def test_a_row_with_it_is_the_row_without_it(character: str, inside: list[Inside]) -> None:
    """It was 0 人 for 8,500 人, no year, 「情報␣政策課」 beside 情報政策課."""
    is_read_as_without(character, inside)


@pytest.mark.parametrize("character", {**UNSEEN, **CONTROLS}.values(), ids=[*UNSEEN, *CONTROLS])
def test_every_character_everywhere(character: str) -> None:
    is_read_as_without(character, [*INSIDE.values()])


def is_read_as_without(character: str, inside: list[Inside]) -> None:
    row = list(ROW)
    for one in inside:
        row[one.column] = with_in(character, one.word, row[one.column])
    found, plain = parse(COLUMNS, tuple(row), OTHER), PLAIN
    assert [texts(one) for one in found] == [texts(one) for one in plain]
    assert [one.confidence for one in found] == [one.confidence for one in plain]
    assert list(restored(found.initiatives[0])) == []
    assert any(character in taken for taken in all_taken(found.initiatives[0]))


def all_taken(one: Initiative) -> Iterator[str]:
    return (taken for repair in one.repairs if isinstance(repair, TakenOut) for taken in repair.taken)


def restored(one: Initiative) -> Iterator[str]:
    """Yield the columns whose raw text less what was taken out is not their text."""
    for column, text in (("project_name", one.project_name), ("kpi_text", one.kpi_text), ("item", one.item_name)):
        source = one.sources[column]
        raw = source.raw if source else ""
        cuts = [
            (at, at + len(taken))
            for repair in one.repairs
            if isinstance(repair, TakenOut) and repair.column == column
            for at, taken in zip(repair.at, repair.taken, strict=True)
        ]
        for start, end in sorted(cuts, reverse=True):
            raw = raw[:start] + raw[end:]
        if raw != text:
            yield column


@pytest.mark.parametrize("character", {**UNSEEN, **CONTROLS}.values(), ids=[*UNSEEN, *CONTROLS])
def test_headers_are_read_as_their_plain_form(character: str) -> None:
    """The list was not read, or its columns were further ones."""
    headers = tuple(f"{character}{name[:1]}{character}{name[1:]}" for name in COLUMNS)
    found = parse(headers, ROW, OTHER)
    assert [texts(one) for one in found] == [texts(one) for one in PLAIN]
    assert [head.text for head in found.document.pages[0].header] == list(COLUMNS)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0e", "\x1f", "\x7f", "\x84", "\x9f"])
def test_controls_are_taken_out_of_rows(character: str) -> None:
    cells = (f"総務部 情報{character}政策課", "電子\n申請\t推進")
    (row,) = clean_rows([PhysicalRow(1, 2, cells)])
    assert (row.cells, row.as_printed().cells) == (("総務部 情報政策課", "電子\n申請\t推進"), cells)


@pytest.mark.parametrize(
    ("printed", "text", "values"),
    [
        # what was read before: 0, 500, 8, 8 and 500, 0
        ("宿泊者数を8,5 00人とする。", "宿泊者数を8,500人とする。", ["8500"]),
        ("宿泊者数を8, 500人とする。", "宿泊者数を8,500人とする。", ["8500"]),
        ("宿泊者数を8 ,500人とする。", "宿泊者数を8,500人とする。", ["8500"]),
        ("宿泊者数を8\xa0500人とする。", "宿泊者数を8500人とする。", ["8500"]),
        ("利用率を6\x0b0%とする。", "利用率を60%とする。", ["60"]),
        ("宿泊者数を８，５　００人とする。", "宿泊者数を８，５００人とする。", ["8500"]),
        ("宿泊者数を8,5\u200b\u200900人とする。", "宿泊者数を8,500人とする。", ["8500"]),
        ("  宿泊者数を12,0 00人とする。 ", "宿泊者数を12,000人とする。", ["12000"]),
    ],
)
def test_a_broken_number_is_one(printed: str, text: str, values: list[str]) -> None:
    for row in ((*ROW[:5], printed), (*ROW[:5], printed.replace("\x0b", "\u2028"))):
        one = parse(COLUMNS, row, OTHER).initiatives[0]
        assert (one.kpi_text, [target.value for target in one.kpi_targets]) == (text, values)
        assert list(restored(one)) == []


@pytest.mark.parametrize(
    "text",
    ["宿泊者数を2022/1/1 0:00に8,500人とする。", "電話 024 521 1111", "R5 320件", "第1 200条", "令和5年度 10件、20 人"],
)
def test_other_blanks_stay(text: str) -> None:
    assert parse(COLUMNS, (*ROW[:5], text), OTHER).initiatives[0].kpi_text == text


def test_numbers_in_columns_of_indicators_are_mended() -> None:
    header = (*COLUMNS[:5], "指標名", "現状値", "目標値")
    row = (*ROW[:5], "利用件数", "7, 200件", "8,5 00件")
    one = parse(header, row, (*OTHER[:5], "作業時間", "1,500時間", "1,400時間")).initiatives[0]
    assert [target.value for target in one.kpi_targets] == ["8500"]
    assert sorted(all_taken(one))[:2] == [" ", " "]


def test_codes_and_names_keep_their_blanks() -> None:
    row = (
        "1 行政の効率化",
        "1(1) 手続のオンライン化",
        "総務部 情報政策課",
        "第2, 500号事業",
        "手続の対象を広げる。",
        "10件",
    )
    assert parse(COLUMNS, row, OTHER).initiatives[0].project_name == "第2, 500号事業"


@pytest.mark.parametrize(
    ("printed", "taken"),
    [
        ("電子申\x0b請を進める。", ["\x0b"]), ("対象を広げ\u2028る。", ["\u2028"]), ("人事課\x0b税務課", []), ("AI\x0bRPA", ["\x0b"]),
        ("\x0b人事課\x0c", []), ("6\x0b0", []), ("電子\u200b\x07申請", ["\u200b\x07"]), ("👨\u200d👩", []),
    ],
)  # fmt: skip
def test_a_line_break_of_a_program_is_one_where_it_parts_a_word(printed: str, taken: list[str]) -> None:
    assert [cut.taken for cut in unseen_cuts(printed)] == taken


def test_merged_cells_sections_and_leftovers_keep_their_printed_text() -> None:
    rows = [
        ("基本\u200b目標1 しごと", "", "", "", "", ""),
        (*ROW[:2], "総務部 情\ufeff報政策課", *ROW[3:]),
        ("", "", *OTHER[2:]),
    ]
    document = parse(COLUMNS, *rows)
    raws = [source.raw for one in document for source in one.sources.values() if source]
    assert "総務部 情\ufeff報政策課" in raws
    assert all(list(restored(one)) == [] for one in document)


def test_a_text_of_sentences_stays_as_printed_but_for_its_numbers() -> None:
    """It lost what its printed cell has, though nothing is read from it."""
    header, row = (*COLUMNS, "備考"), (*ROW[:4], "手続\u200bの対象を3\u200b0件に\x00広げる。", ROW[5], "要\ufeff確認")
    one = parse(header, row, (*OTHER, "")).initiatives[0]
    assert (one.overview, one.extra["備考"]) == ("手続\u200bの対象を30件に広げる。", "要\ufeff確認")
    taken = (repair for repair in one.repairs if isinstance(repair, TakenOut))
    cleaned = [(repair.column, repair.taken) for repair in taken if repair.kind == "cleaned"]
    assert cleaned == [("overview", ["\u200b", "\x00"])]

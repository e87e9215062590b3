"""The lists of `bench/growth.py`: each is made in any size, and grows in one thing alone."""

from __future__ import annotations

import itertools
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

HEADER = ("分野", "項目", "担当課", "事業名", "事業概要", "指標・目標")
ROW = ("1 行政", "1(1) 窓口の改善", "総務部 人事課", "電子申請推進事業", "申請の手続を電子化する。", "申請件数 100件")
COLUMNS = {"field": 0, "item": 1, "dept": 2, "project": 3, "overview": 4, "kpi": 5, "extra": 6}
LONGEST_CELL = 128_000

CONTENTS = {
    "digits": "9",
    "wide_digits": "９",
    "kanji_digits": "一",
    "particles": "を",
    "letters": "申請の手続を電子化し県民の利便を高める",
    "sentences": "申請を100件受ける。",
    "latin": "DX",
    "blanks": "申請 ",
    "wide_blanks": "申　",
    "only_blanks": "あ     ",
    "open": "（",
    "close": "）",
    "pairs": "（県）",
    "lenticular": "【人事課】",
    "square": "[A]",
    "commas_in_numbers": "1,000",
    "numbers": "12 ",
    "targets": "100件",
    "targets_listed": "申請件数 100件、",
    "ranges": "10～20%、",
    "arrows": "10件→20件→",
    "years": "令和7年度までに",
    "short_years": "R7",
    "codes": "1(1)",
    "kana_codes": "ア ",
    "circled": "①",
    "units": "課",
    "departments": "総務部 人事課 ",
    "departments_listed": "総務部人事課、",
    "middle_dots": "・",
    "touten": "、",
    "dashes": "ー",
    "waves": "～",
    "ditto": "〃",
    "half_kana": "ｶﾞ",
    "marks": "が",
    "unseen": "\u200bあ",
    "signs": "%",
    "slashes": "／人事課",
    "colons": "目標：",
    "semicolons": "a;",
    "apostrophes": "'=",
    "stops": "。",
    "points": "1.",
    "quotes": "「県」",
}
"""What a long cell repeats."""


class Case(NamedTuple):
    """A list, or several, of any size: `make` takes how many there are of the thing that grows."""

    name: str
    make: Callable[[int], list[bytes]]
    first: int
    last: int


def as_list(rows: Sequence[Sequence[str]], *before: str) -> list[bytes]:
    """Return one list of tab-separated rows."""
    return ["\n".join([*before, *map("\t".join, rows), ""]).encode()]


def long_cell(column: str, content: str, size: int) -> list[bytes]:
    """Return a list, one cell of which is as long as asked for, among common rows."""
    text = (CONTENTS[content] * size)[:size].strip() or "0"
    cells = [*ROW, ""]
    cells[COLUMNS[column]] = text
    return as_list([(*HEADER, "備考"), (*ROW, "なし"), cells, (*ROW, "なし")])


def long_title(size: int) -> list[bytes]:
    return as_list([HEADER, ROW, ROW], "令和4年度" * (size // 5 + 1))


def long_note(size: int) -> list[bytes]:
    return as_list([HEADER, ROW, ROW, ("※ 注意" * (size // 4 + 1),)])


def long_header(size: int) -> list[bytes]:
    return as_list([(*HEADER, "指標（令和4年度）" * (size // 9 + 1)), (*ROW, "1"), (*ROW, "2")])


def cells_a_row(size: int) -> list[bytes]:
    return as_list([HEADER, ROW, (*ROW, *["x"] * size), ROW])


def blank_cells_a_row(size: int) -> list[bytes]:
    return as_list([HEADER, ROW, (*ROW, *[""] * size, "x"), ROW])


def unknown_columns(size: int) -> list[bytes]:
    extra = [f"列{number}" for number in range(size)]
    return as_list([(*HEADER, *extra), *[(*ROW, *[f"値{at}" for at in range(size)])] * 3])


def equal_columns(size: int) -> list[bytes]:
    return as_list([(*HEADER, *["列"] * size), *[(*ROW, *["値"] * size)] * 3])


def known_headers(size: int) -> list[bytes]:
    words = itertools.cycle(("指標", "目標", "事業内容", "担当部", "施策名", "事業名"))
    return as_list([(*HEADER, *itertools.islice(words, size)), *[(*ROW, *["値"] * size)] * 3])


def indicator_headers(size: int) -> list[bytes]:
    kinds = itertools.cycle(("活動指標", "目標値", "実績値", "成果指標", "目標（R5）", "実績（R5）"))
    return as_list([(*HEADER, *itertools.islice(kinds, size)), *[(*ROW, *["12件"] * size)] * 3])


def year_headers(size: int) -> list[bytes]:
    years = [f"令和{number}年度目標値" for number in range(1, size + 1)]
    return as_list([(*HEADER, *years), *[(*ROW, *["12件"] * size)] * 3])


def header_words_in_rows(size: int) -> list[bytes]:
    """Return a list, rows of which hold words of headers."""
    return as_list([HEADER, *[(*ROW[:3], "事業名", "目標", "指標")] * size])


def header_levels(size: int) -> list[bytes]:
    """Return a list with several header rows one above the other."""
    return as_list([*[("区分", "", "事業", "", "目標", "")] * size, HEADER, ROW, ROW])


def rows(size: int) -> list[bytes]:
    return as_list([HEADER, *numbered_rows(size)])


def numbered_rows(size: int) -> Iterator[tuple[str, ...]]:
    for number in range(size):
        yield (*ROW[:3], f"第{number}号事業", f"{number}番の手続を電子化する。", f"申請件数 {number}件")


def equal_rows(size: int) -> list[bytes]:
    return as_list([HEADER, *[ROW] * size])


def merged_rows(size: int) -> list[bytes]:
    """Return rows below one merged cell."""
    below = [("", "", *row[2:]) for row in numbered_rows(size)]
    return as_list([HEADER, ROW, *below])


def merged_text(size: int) -> list[bytes]:
    """Return a long text that is merged over rows, both of which grow: the input twice as large a step."""
    below = [("", "", *row[2:]) for row in numbered_rows(size // 100)]
    return as_list([HEADER, ("行政" * (size // 2), *ROW[1:]), *below])


def blank_rows(size: int) -> list[bytes]:
    return as_list([HEADER, ROW, *[("",)] * size, ROW])


def slid_rows(size: int) -> list[bytes]:
    slid = [row if number % 3 else ("", *row) for number, row in enumerate(numbered_rows(size))]
    return as_list([HEADER, *slid])


def short_rows(size: int) -> list[bytes]:
    return as_list([HEADER, *[row[: 1 + number % 6] for number, row in enumerate(numbered_rows(size))]])


def ditto_rows(size: int) -> list[bytes]:
    return as_list([HEADER, ROW, *[("〃", "〃", "〃", *row[3:]) for row in numbered_rows(size)]])


def cut_lines(size: int) -> list[bytes]:
    """Return rows, each of which a line end cuts within a cell."""
    return as_list([HEADER, *itertools.chain.from_iterable((row[:5], (row[5],)) for row in numbered_rows(size))])


def quoted_breaks(size: int) -> list[bytes]:
    """Return a cell with many line breaks between quotes."""
    cell = '"' + "申請を電子化する\n" * size + '"'
    return [("\n".join([",".join(HEADER), ",".join((*ROW[:4], cell, ROW[5])), ""])).encode()]


def open_quote(size: int) -> list[bytes]:
    return as_list([HEADER, (*ROW[:4], '"申請', ROW[5]), *numbered_rows(size)])


def many_quotes(size: int) -> list[bytes]:
    return as_list([HEADER, ROW, *[(*row[:4], '"申請" "電子"', row[5]) for row in numbered_rows(size)]])


def titles(size: int) -> list[bytes]:
    return as_list([HEADER, ROW, ROW], *["令和4年度関連事業・取組一覧"] * size)


def notes(size: int) -> list[bytes]:
    return as_list([HEADER, ROW, ROW, *[("※ 金額は見込み",)] * size])


def pages(size: int) -> list[bytes]:
    return as_list([*[HEADER, ROW, ROW] * size])


def titled_pages(size: int) -> list[bytes]:
    return as_list([*[("", ""), ("関連事業一覧",), HEADER, ROW, ("- 1 -",)] * size])


def different_headers(size: int) -> list[bytes]:
    """Return pages, the header of each of which has a column of its own."""
    parts = [[(*HEADER, f"備考{number}"), (*ROW, "x")] for number in range(size)]
    return as_list(list(itertools.chain.from_iterable(parts)))


def divisions(size: int) -> list[bytes]:
    return as_list([HEADER, *[(*ROW[:2], f"第{number}部 第{number}課", *ROW[3:]) for number in range(size)]])


def bare_divisions(size: int) -> list[bytes]:
    pairs = (("" if number % 2 else f"第{number // 2}部 ") + f"第{number // 2}課" for number in range(size))
    return as_list([HEADER, *[(*ROW[:2], office, *ROW[3:]) for office in pairs]])


def fields(size: int) -> list[bytes]:
    return as_list([HEADER, *[(f"{at} 行政{at}", f"{at}(1) 窓口{at}", *ROW[2:]) for at in range(1, size + 1)]])


def section_lines(size: int) -> list[bytes]:
    parts = [[(f"基本目標{at} 行政",), ROW] for at in range(1, size + 1)]
    return as_list([HEADER, *itertools.chain.from_iterable(parts)])


def names(size: int, name: Callable[[int], str]) -> list[bytes]:
    return as_list([HEADER, *[(*ROW[:3], name(number), *ROW[4:]) for number in range(size)]])


def leftovers(size: int) -> list[bytes]:
    return as_list([HEADER, *[(*row, "余り", "余分") for row in numbered_rows(size)]])


def many_findings(size: int) -> list[bytes]:
    damaged = [(*row[:4], "申請 を電 子化す る、。", "申請件数 1OO件 令和4年度まて") for row in numbered_rows(size)]
    return as_list([HEADER, *damaged])


def many_lists(size: int) -> list[bytes]:
    return [made for at in range(size) for made in names(3, f"第{at}号{{}}事業".format)]


def same_lists(size: int) -> list[bytes]:
    return [made for _ in range(size) for made in rows(3)]


def markdown_rows(size: int) -> list[bytes]:
    lines = ["| " + " | ".join(row) + " |" for row in (HEADER, ("---",) * 6, *numbered_rows(size))]
    return ["\n".join([*lines, ""]).encode()]


def markdown_cells(size: int) -> list[bytes]:
    lines = ["| " + " | ".join(row) + " |" for row in (HEADER, ("---",) * 6, (*ROW, *["x"] * size), ROW)]
    return ["\n".join([*lines, ""]).encode()]


def commas_unquoted(size: int) -> list[bytes]:
    """Return rows, the numbers of which the comma that parts the cells cuts."""
    return ["\n".join(",".join((*row[:5], "申請 12,000件")) for row in (HEADER, *numbered_rows(size))).encode()]


def in_cp932(size: int) -> list[bytes]:
    return [made.decode().encode("cp932") for made in rows(size)]


def two_encodings(size: int) -> list[bytes]:
    return [as_list([HEADER, *numbered_rows(size)])[0] + as_list(list(numbered_rows(size)))[0].decode().encode("cp932")]


WHOLE = (
    long_title, long_note, long_header, merged_text,
)  # fmt: skip
WIDE = (
    cells_a_row, blank_cells_a_row, unknown_columns, equal_columns, known_headers, indicator_headers, year_headers,
    header_levels, markdown_cells, quoted_breaks,
)  # fmt: skip
LONG = (
    rows, equal_rows, merged_rows, blank_rows, slid_rows, short_rows, ditto_rows, cut_lines, open_quote, many_quotes,
    titles, notes, pages, titled_pages, different_headers, divisions, bare_divisions, fields, section_lines, leftovers,
    many_findings, header_words_in_rows, markdown_rows, commas_unquoted, in_cp932, two_encodings,
)  # fmt: skip
LISTS = (many_lists, same_lists)

NAMES: dict[str, Callable[[int], str]] = {
    "names_numbered": lambda at: f"第{at}号事業",
    "names_typos": lambda at: (
        "電子申請推進整備活用事業"[: at % 12] + chr(0x4E00 + at) + "電子申請推進整備活用事業"[at % 12 :]
    ),
    "names_bracketed": lambda at: f"電子申請推進事業（第{at}期）",
    "names_years": lambda at: f"令和{at}年度電子申請推進事業",
    "names_prefix": lambda at: "電子申請" * (at % 40) + "事業",
    "names_programme": lambda at: f"行政改革推進費（電子申請推進事業（第{at}課分））",
    "names_short": lambda at: chr(0x4E00 + at) + "事業",
}


def cases() -> Iterator[Case]:
    """Yield every case: what it is called, how it is made, from which size on and to which."""
    for content, column in itertools.product(CONTENTS, COLUMNS):
        yield Case(f"{column}.{content}", partial(long_cell, column, content), 250, LONGEST_CELL)
    yield from (Case(make.__name__, make, 1000, LONGEST_CELL) for make in WHOLE)
    yield from (Case(make.__name__, make, 25, 25_600) for make in WIDE)
    yield from (Case(make.__name__, make, 100, 25_600) for make in LONG)
    yield from (Case(name, partial(names, name=name_of), 100, 25_600) for name, name_of in NAMES.items())
    yield from (Case(make.__name__, make, 10, 2_560) for make in LISTS)

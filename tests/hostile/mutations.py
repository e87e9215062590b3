"""What is done to a list: to its lines, to its text, to its bytes; each takes a random source and returns it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

Lines = list[str]

CONTROLS = "\x00\x01\x07\x08\x0b\x0c\x1a\x1b\x1c\x1d\x1e\x1f\x7f\x80\x85\x9b\xa0\xad"
UNSEEN = "\u200b\u200d\u200e\u202a\u202d\u202e\u2066\u2069\u2028\u2029\u3164\ufe0f\ufeff\ufff9\U000e0041\U000e0100"
STRANGE = "\U0001f600\U00020bb7\ufffd\ufffe\uffff\ue000ｶﾞか゛が゙①㈱㍻℡Å̊々〆〇〻ヶ〃〜～－—―ー‐−"
DELIMITERS = "\t,;|\"'\\\u3000 、。・（）()[]【】「」{}<>:：=＝"

SNIPPETS = (
    "=1+1", "＝SUM(A1)", "@cmd", "+1+cmd|' /C calc'!A0", "-2+3", "\ufeff=1", "\x1a=1", "'=1",
    "<script>alert(1)</script>", "<b>&amp;</b>", "]]>", "<!--", "&#x1b;", "| a | b |", "|---|", "```", "# 見出し", "**太字**", "[a](javascript:1)", "@octocat #1",
    "'; DROP TABLE initiatives; --", '" OR 1=1', "%s%n", "{0}", "{{7*7}}", "$(id)", "`id`", "../../etc/passwd", "::error::x", "%0A::set-output",
    "\x1b[2J", "\x1b]0;x\x07", "\x9b31m", "\r\nX: y", "\u202eabc", "a\u0300" * 9, "か\u3099", "_x0041_",
    "9" * 40, "９" * 30, "1" + ",000" * 9, "0.0000000000000000000000001", "1e999", "-0", "NaN", "∞", "１２．３．４", "1/0", "100%%", "０",
    "を" * 30, "（" * 25, "）" * 25, "（県）" * 12, "【】" * 9, "ア " * 12, "1(1)" * 9, "100件" * 9, "令和7年度までに" * 6, "10～20%、" * 6,
    "件件件", "約 約 約", "〃", "同上", "　", "－", "なし", "―", "。", "…", "計画", "再掲", "総務部 人事課 企画部", "課" * 12, "部局庁", "・" * 9,
    "分野", "項目", "担当課", "事業名", "事業名又は取組名", "指標（KPI）又は目標", "目標値（令和7年度）", "合計", "小計", "計",
    "令和99年度", "平成0年", "9999年度", "R4.4.1", "元年", "令和元年度", "H31/R1", "2026-13-45",
    "10件→20件", "10人以上20人未満", "延べ1.2万人", "3年で2倍", "A、B、C", "a" * 60, "漢" * 60, "あ い う え お か き く",
)  # fmt: skip
"""Texts that are put into cells, or in their place."""


def _place(random: Random, length: int) -> int:
    return random.randrange(length + 1)


def _delimiter(line: str) -> str:
    return max("\t,|", key=line.count)


def _at_cell(lines: Lines, random: Random, change: Callable[[str], str]) -> Lines:
    """Return lines, one cell of which is changed."""
    at = random.randrange(len(lines))
    delimiter = _delimiter(lines[at])
    cells = lines[at].split(delimiter)
    cell = random.randrange(len(cells))
    cells[cell] = change(cells[cell])
    return [*lines[:at], delimiter.join(cells), *lines[at + 1 :]]


def put_snippet(lines: Lines, random: Random) -> Lines:
    """Put a text in place of a cell, before, behind or into it."""
    snippet = random.choice(SNIPPETS)
    way = random.randrange(4)
    if way == 0:
        return _at_cell(lines, random, lambda _: snippet)
    if way == 1:
        return _at_cell(lines, random, lambda cell: snippet + cell)
    if way == 2:
        return _at_cell(lines, random, lambda cell: cell + snippet)
    return _at_cell(lines, random, lambda cell: cell[: (at := _place(random, len(cell)))] + snippet + cell[at:])


def put_letters(lines: Lines, random: Random) -> Lines:
    """Put single characters into a cell that mean something elsewhere."""
    letters = random.choice((CONTROLS, UNSEEN, STRANGE, DELIMITERS))
    found = "".join(random.choices(letters, k=random.choice((1, 1, 2, 5))))
    return _at_cell(lines, random, lambda cell: cell[: (at := _place(random, len(cell)))] + found + cell[at:])


def repeat_cell(lines: Lines, random: Random) -> Lines:
    """Make a cell long; once in a while of one text alone, and very long."""
    if random.random() < 0.015:
        text, size = random.choice(SNIPPETS), random.choice((1000, 3000, 9000))
        return _at_cell(lines, random, lambda _: (text * size)[:size])
    times = random.choice((2, 2, 3, 8, 25))
    return _at_cell(lines, random, lambda cell: (cell * times)[:600])


def cut_cell(lines: Lines, random: Random) -> Lines:
    return _at_cell(lines, random, lambda cell: cell[: _place(random, len(cell))])


def empty_cell(lines: Lines, random: Random) -> Lines:
    return _at_cell(lines, random, lambda _: "")


def break_cell(lines: Lines, random: Random) -> Lines:
    """Put a line end into a cell, bare or between quotes."""
    end, quoted = random.choice(("\n", "\r", "\r\n", "\v", "\u2028", " \n ")), random.random() < 0.5

    def change(cell: str) -> str:
        at = _place(random, len(cell))
        broken = cell[:at] + end + cell[at:]
        return f'"{broken}"' if quoted else broken

    return _at_cell(lines, random, change)


def quote_cell(lines: Lines, random: Random) -> Lines:
    ways = ('"{}"', '"{}', '{}"', "'{}'", '""{}""', '"{}" ', ' "{}"', '"{}"x')
    return _at_cell(lines, random, random.choice(ways).replace("{}", "%s").__mod__)


def slide_row(lines: Lines, random: Random) -> Lines:
    """Move the cells of a row to the right or to the left."""
    at = random.randrange(len(lines))
    delimiter = _delimiter(lines[at])
    moved = random.choice((delimiter + lines[at], delimiter * 2 + lines[at], lines[at].partition(delimiter)[2]))
    return [*lines[:at], moved, *lines[at + 1 :]]


def split_cell(lines: Lines, random: Random) -> Lines:
    return _at_cell(lines, random, lambda cell: cell[: (at := _place(random, len(cell)))] + "\t" + cell[at:])


def widen_row(lines: Lines, random: Random) -> Lines:
    """Put many cells behind a row."""
    at, count = random.randrange(len(lines)), random.choice((1, 3, 12, 40) if random.random() < 0.985 else (300, 1200))
    delimiter = _delimiter(lines[at])
    further = delimiter.join(random.choice(("x", "", "指標", "100件", "令和7年度")) for _ in range(count))
    return [*lines[:at], lines[at] + delimiter + further, *lines[at + 1 :]]


def drop_line(lines: Lines, random: Random) -> Lines:
    at = random.randrange(len(lines))
    return [*lines[:at], *lines[at + 1 :]] or lines


def double_line(lines: Lines, random: Random) -> Lines:
    at, times = random.randrange(len(lines)), random.choice((1, 1, 2, 4))
    return [*lines[:at], *[lines[at]] * times, *lines[at:]]


def move_line(lines: Lines, random: Random) -> Lines:
    """Take a line, a header perhaps, to another place."""
    at = random.randrange(len(lines))
    rest = [*lines[:at], *lines[at + 1 :]]
    to = _place(random, len(rest))
    return [*rest[:to], lines[at], *rest[to:]]


def blank_lines(lines: Lines, random: Random) -> Lines:
    at = _place(random, len(lines))
    return [*lines[:at], *[random.choice(("", " ", "\t\t", "　"))] * random.randint(1, 4), *lines[at:]]


def halve_line(lines: Lines, random: Random) -> Lines:
    """Break a row, a header perhaps, into two between its cells."""
    at = random.randrange(len(lines))
    delimiter = _delimiter(lines[at])
    cells = lines[at].split(delimiter)
    cut = _place(random, len(cells))
    upper, lower = delimiter.join(cells[:cut]), delimiter.join([*[""] * random.choice((0, cut)), *cells[cut:]])
    gap = [""] if random.random() < 0.3 else []
    return [*lines[:at], *random.choice(([upper, *gap, lower], [lower, *gap, upper])), *lines[at + 1 :]]


def supersede_header(lines: Lines, random: Random) -> Lines:
    """Print the header twice, the second time in other words."""
    at = max(range(min(5, len(lines))), key=lambda row: lines[row].count("\t"))
    other = lines[at]
    for old, new in (
        ("事業名又は取組名", "事業（取組）名"),
        ("事業名", "取組名"),
        ("分野", "政策分野"),
        ("指標", "成果指標"),
    ):
        if random.random() < 0.5:
            other = other.replace(old, new)
    pair = [lines[at], other] if random.random() < 0.5 else [other, lines[at]]
    return [*lines[:at], *pair, *lines[at + 1 :]]


def swap_columns(lines: Lines, random: Random) -> Lines:
    """Give all rows their cells in another order."""
    delimiter = _delimiter(lines[0])
    order = list(range(max(line.count(delimiter) for line in lines) + 1))
    random.shuffle(order)

    def shuffled(line: str) -> str:
        cells = line.split(delimiter)
        return delimiter.join(cells[at] if at < len(cells) else "" for at in order)

    return [shuffled(line) if delimiter in line else line for line in lines]


def join_lines(lines: Lines, random: Random) -> Lines:
    at = random.randrange(len(lines))
    return [*lines[:at], "".join(lines[at : at + 2]), *lines[at + 2 :]]


def drop_delimiter(lines: Lines, random: Random) -> Lines:
    at = random.randrange(len(lines))
    changed = lines[at].replace(
        _delimiter(lines[at]), random.choice((" ", "", ",", "\t", ";", "|")), random.choice((1, 1, -1))
    )
    return [*lines[:at], changed, *lines[at + 1 :]]


LINE_MUTATIONS: tuple[Callable[[Lines, Random], Lines], ...] = (
    put_snippet, put_snippet, put_snippet, put_snippet, put_letters, put_letters, put_letters, repeat_cell, cut_cell, empty_cell, break_cell, quote_cell,
    slide_row, split_cell, widen_row, drop_line, double_line, move_line, blank_lines, halve_line, supersede_header,
    swap_columns, join_lines, drop_delimiter,
)  # fmt: skip


def flip_byte(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) or 1)
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def cut_bytes(data: bytes, random: Random) -> bytes:
    return data[: _place(random, len(data))] if random.random() < 0.7 else data[_place(random, len(data)) // 4 :]


def double_bytes(data: bytes, random: Random) -> bytes:
    at = _place(random, len(data))
    return data[:at] + data[at : at + random.randint(1, 40)] + data[at:]


def put_bytes(data: bytes, random: Random) -> bytes:
    found = random.choice(
        (
            b"\x00",
            b"\x00" * 9,
            b"\xef\xbb\xbf",
            b"\xff\xfe",
            b"\xed\xa0\x80",
            b"\xf0\x9f",
            b"\x81",
            b"\x1b$B",
            b"\r",
            b"\n",
            b"\x1a",
            b"PK\x03\x04",
        )
    )
    at = _place(random, len(data)) if random.random() < 0.7 else random.choice((0, len(data)))
    return data[:at] + found + data[at:]


BYTE_MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    flip_byte,
    flip_byte,
    cut_bytes,
    double_bytes,
    put_bytes,
)

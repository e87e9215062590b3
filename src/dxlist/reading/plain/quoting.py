r"""``find_quoting``: how a file of text quotes its cells, and the cells of a row that is quoted so.

RFC 4180 doubles a quote within quotes and lets a quote touch the delimiter.  Files of other programs leave a blank on
either side of the delimiter, or at the end of the line, or write ``\"``; they do so throughout, which is the evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ENOUGH_CELLS = 3
"""Cells of a line that is a row of a table."""

LINE_END = regex(r"\r\n|\r|\n")
_BLANKS = " \u3000\u00a0"
_FORMULA = regex(r'="((?:[^"]|"")*)"')
"""A text that a spreadsheet must not take for a number: ``="0012"``."""

_SEVERAL = 2
_HALF = 0.5


class Quoting(NamedTuple):
    """How a file quotes its cells; the plain one is that of RFC 4180."""

    blanks: bool = False
    r"""A blank may stand between a quote and the delimiter or the line end."""
    backslash: bool = False
    r"""A quote within quotes is written ``\"`` (or doubled, all the same)."""
    cells: int | None = None
    """How many cells most rows have; None: there is no such number."""


PLAIN = Quoting()


@lru_cache(maxsize=64)
def cell_pattern(delimiter: str, quoting: Quoting = PLAIN) -> re.Pattern[str]:
    """Return the pattern of one cell: quoted to the next delimiter, or plain.

    A quote that closes in the middle of a cell (「"満足した"と回答」) is text.  A tab never stands within quotes: a
    quote that seems to hold a tab is a stray one, and must not swallow the rows below.
    """
    mark = re.escape(delimiter)
    gap, inner = _gap_and_inner(delimiter, quoting)
    return re.compile(
        rf'(?:\A|(?<={mark}))(?:(?P<before>{gap})=?"(?P<quoted>{inner})"(?P<behind>{gap})(?={mark}|[\r\n]*\Z)|[^{mark}]*)',
        re.DOTALL,
    )


@lru_cache(maxsize=64)
def _open_pattern(delimiter: str, quoting: Quoting) -> re.Pattern[str]:
    gap, inner = _gap_and_inner(delimiter, quoting)
    return re.compile(rf'{gap}=?"{inner}\Z', re.DOTALL)


def _gap_and_inner(delimiter: str, quoting: Quoting) -> tuple[str, str]:
    """Return the patterns of what may stand beside a quote, and within quotes."""
    blanks, tab = (_BLANKS, r"\t") if delimiter == "\t" else (_BLANKS + "\t", "")
    letter = rf'[^"\\{tab}]|\\' + (rf"[^{tab}]" if tab else ".") if quoting.backslash else rf'[^"{tab}]'
    return f"[{blanks}]*" if quoting.blanks else "", rf'(?:{letter}|"")*'


def left_open_at(text: str, delimiter: str, quoting: Quoting, start: int = 0) -> int | None:
    """Return where the first cell begins that may go on, on the next line; None: no cell does.

    Args:
        text: the line, or all lines so far.
        delimiter: of the list.
        quoting: how the list quotes its cells.
        start: where a cell begins before which no cell was open in fewer of these lines, so that none is now.
    """
    left_open = _open_pattern(delimiter, quoting)
    for match in scan(text, cell_pattern(delimiter, quoting), start):
        if match["quoted"] is None and left_open.match(text, match.start()):
            return match.start()
    return None


def scan(text: str, cells: re.Pattern[str], start: int = 0) -> Iterator[re.Match[str]]:
    """Yield the cells of a row (without its line end) from one of them on, each without the delimiters beside it."""
    return cells.finditer(text, start)


def read_cells(text: str, delimiter: str, quoting: Quoting) -> tuple[str, ...]:
    r"""Return the texts of a row's cells, its quotes undone and its line ends made one.

    >>> read_cells('"a ""b"" c", "d\\"e" ,="0012"', ",", Quoting(blanks=True, backslash=True))
    ('a "b" c', 'd"e', '0012')
    """
    cells, backslash = cell_pattern(delimiter, quoting), quoting.backslash
    return tuple(
        match[0] if (quoted := match["quoted"]) is None else _unquoted(quoted, backslash=backslash)
        for match in scan(text, cells)
    )


def _unquoted(quoted: str, *, backslash: bool) -> str:
    text = _ESCAPED.sub(_undone, quoted) if backslash and "\\" in quoted else quoted.replace('""', '"')
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    formula = _FORMULA.fullmatch(text) if text.startswith('="') else None
    return formula[1].replace('""', '"') if formula else text


_ESCAPED = regex(r'\\\\|\\"|""')


def _undone(escaped: re.Match[str]) -> str:
    return escaped[0] if escaped[0] == r"\\" else '"'


def find_in_row(written: str, cells: Sequence[str], delimiter: str, cell: int, at: int) -> int:
    """Return where a code point of a cell stands in the text of its row, 0-based.

    Args:
        written: the row as it stands in the file.
        cells: the row as it was read, which tells how it is quoted.
        delimiter: of its list.
        cell: 1-based cell.
        at: 0-based code point of the cell; its length is the place behind its last one.
    """
    ways = (Quoting(blanks, backslash) for blanks in (False, True) for backslash in (False, True))
    quoting = next((way for way in ways if read_cells(written, delimiter, way) == tuple(cells)), PLAIN)
    match = list(scan(written, cell_pattern(delimiter, quoting)))[cell - 1]
    if match["quoted"] is None:
        return match.start() + at
    return _places(match, backslash=quoting.backslash)[at]


def _places(match: re.Match[str], *, backslash: bool) -> list[int]:
    """Return where each character of a quoted cell's text stands, and the place behind the last one."""
    start, quoted = match.start("quoted"), match["quoted"]
    token = _TOKEN_OF_BACKSLASH if backslash else _TOKEN
    places = [found.start() for found in token.finditer(quoted)]
    text = _ESCAPED.sub(_undone, quoted) if backslash else quoted.replace('""', '"')
    if backslash:  # a pair of backslashes stays a pair
        places = sorted({*places, *(p + 1 for p in places if quoted.startswith(r"\\", p))})
    if formula := _FORMULA.fullmatch(LINE_END.sub("\n", text)):
        places = [places[formula.start(1) + found.start()] for found in _TOKEN.finditer(formula[1])] + places[-1:]
        return [start + place for place in places]
    return [start + place for place in (*places, len(quoted))]


_TOKEN = regex(r'""|\r\n|.', re.DOTALL)
_TOKEN_OF_BACKSLASH = regex(r'\\\\|\\"|""|\r\n|.', re.DOTALL)


def find_quoting(rows: Iterable[str], delimiter: str) -> Quoting:
    """Return how the rows of a sample quote their cells: what they do throughout, else as RFC 4180 has it.

    Args:
        rows: texts of rows; a quoted cell with line breaks is whole where it can be.
        delimiter: of the list.
    """
    sample = list(rows)
    quoted = [row for row in sample if '"' in row]
    blanks = _leaves_blanks(quoted, delimiter) or (bool(quoted) and _pads_cells(sample, delimiter))
    ways = [Quoting(blanks, backslash) for backslash in (False, any(r"\"" in row for row in quoted))]
    return min(ways, key=lambda way: sum(stray_quotes(row, delimiter, way) for row in quoted))


def most_cells(counts: Iterable[int]) -> int | None:
    """Return how many cells half of the rows or more have, if there is such a number."""
    rows = Counter(count for count in counts if count >= ENOUGH_CELLS)
    if not rows:
        return None
    most, times = rows.most_common(1)[0]
    return most if times >= _HALF * rows.total() else None


def stray_quotes(row: str, delimiter: str, quoting: Quoting) -> int:
    """Return how many cells of a row keep a quote at their edge, which this way of quoting does not explain."""
    cells = scan(row, cell_pattern(delimiter, quoting))
    return sum(match["quoted"] is None and has_quote_at_edge(match[0]) for match in cells)


def has_quote_at_edge(cell: str) -> bool:
    """Return whether a cell begins or ends with a quote, but for blanks."""
    text = cell.strip()
    return text.startswith(('"', '="')) or text.endswith('"')


def row_quoting(row: str, delimiter: str, quoting: Quoting) -> Quoting:
    r"""Return how a single row is quoted where it is not quoted as its file is.

    Another way is believed where it leaves no stray quote and gives the row the cells that most rows have, and where it
    says more than that: the row is not whole otherwise, or it writes ``\"``, or has blanks beside all its quotes.

    >>> row_quoting('a, "1,200" ,c', ",", Quoting(cells=3)).blanks
    True
    >>> row_quoting('a, "b" ,c', ",", Quoting(cells=3)).blanks
    False
    """
    if quoting.cells is None or not stray_quotes(row, delimiter, quoting):
        return quoting
    cells = len(read_cells(row, delimiter, quoting))
    ways = [(blanks, backslash) for blanks in (quoting.blanks, True) for backslash in (quoting.backslash, True)]
    for way in (Quoting(*way, quoting.cells) for way in ways):
        if stray_quotes(row, delimiter, way) or len(read_cells(row, delimiter, way)) != quoting.cells:
            continue
        says_more = cells != quoting.cells or way.blanks == quoting.blanks or _leaves_blanks([row], delimiter)
        if says_more:
            return way
    return quoting


class _QuoteSide(NamedTuple):
    """One side of a quoted cell that has a delimiter or a line end beside it."""

    side: str
    has_blank: bool
    needed: bool
    """The cell could not be written without quotes."""


def _leaves_blanks(rows: Sequence[str], delimiter: str) -> bool:
    """Return whether half of the quoted cells have a blank on one of their sides, and these are no texts of their own.

    A lone 「, "満足した",」 is a text that begins with a blank; one that holds the delimiter is quoted all the same.
    """
    ways = [Quoting(blanks=True, backslash=backslash) for backslash in (False, any(r"\"" in row for row in rows))]
    loose = min(ways, key=lambda way: sum(stray_quotes(row, delimiter, way) for row in rows))
    edges = [edge for row in rows for edge in _edges(row, delimiter, loose)]
    for side in ("before", "behind", "line end"):
        here = [edge for edge in edges if edge.side == side]
        blank = [edge for edge in here if edge.has_blank]
        if len(blank) >= _HALF * len(here) and (len(blank) >= _SEVERAL or any(edge.needed for edge in blank)):
            return True
    return False


def _pads_cells(rows: Sequence[str], delimiter: str) -> bool:
    """Return whether a blank stands behind the delimiter throughout, also before cells without quotes: 「; 」."""
    cells = [cell for row in rows for cell in row.rstrip("\r\n").split(delimiter)[1:] if cell]
    return len(cells) >= _ENOUGH_PADDED and sum(cell[0] in _BLANKS for cell in cells) >= _THROUGHOUT * len(cells)


_ENOUGH_PADDED, _THROUGHOUT = 4, 0.9


def _edges(row: str, delimiter: str, quoting: Quoting) -> Iterator[_QuoteSide]:
    cells = list(scan(row.rstrip("\r\n"), cell_pattern(delimiter, quoting)))
    for index, match in enumerate(cells):
        if match["quoted"] is None:
            continue
        needed = any(mark in match["quoted"] for mark in (delimiter, '"', "\n", "\r"))
        if index:
            yield _QuoteSide("before", bool(match["before"]), needed)
        yield _QuoteSide("behind" if index < len(cells) - 1 else "line end", bool(match["behind"]), needed)

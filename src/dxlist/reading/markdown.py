r"""``lines_to_rows``: lines of Markdown -> physical rows; the pipe tables and the text around them.

What a row is, the page itself says: a header stands above a row of dashes, a heading behind ``#``, text outside of any
table.  The bars at both ends may be left out; ``\|`` is a bar of the text, ``<br>`` a line end of it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dxlist.model.stages import Known, PhysicalRow
from dxlist.reading.plain.lines import open_text
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.reading.sources import ByteSource, RowSource

BAR = "|"

_BAR = regex(r"(?<!\\)\|")
_DASHES = regex(r"[ \t]*+(?=[-: \t]*\|)(?=[|: \t]*-)\|?(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?)?[ \t]*")
_RULE = regex(r"--|:-|-:")
_HEADING = regex(r" {0,3}#{1,6}[ \t]+(?P<text>[^ \t#].*)")
_FENCE = regex(r" {0,3}(?P<fence>`{3,}|~{3,})(?P<rest>.*)")
_EMPHASIS = regex(r"(?P<mark>\*\*|__|\*|_)(?P<text>.+)(?P=mark)")
_TOKEN = regex(r"\\\||<br ?/?>|.", re.IGNORECASE)

_HEADER, _TITLE, _TEXT = Known("header"), Known("title"), Known("text")
_WITH_LINE_ENDS = Known(line_ends=True)


def read_rows(source: ByteSource, encoding: str | None = None) -> RowSource:
    """Return the rows of a Markdown text and how they are read."""
    found, lines = open_text("markdown", source, encoding)
    found.delimiter = BAR
    found.rows = lines_to_rows(lines)
    return found


def lines_to_rows(lines: Iterable[str]) -> Iterator[PhysicalRow]:
    """Yield a row for each line; a header and the dashes below it are one row of two lines."""
    page = _Page()
    numbered = enumerate((line.rstrip("\r\n") for line in lines), 1)
    current = next(numbered, None)
    while current is not None:
        number, line = current
        below = next(numbered, None)
        if below and page.begins_table(line, below[1]):
            yield PhysicalRow(number, below[0], _cells(line), f"{line}\n{below[1]}", _HEADER)
            below = next(numbered, None)
        else:
            yield page.row(number, line)
        current = below


class _Page:
    """What the lines so far say about the next."""

    def __init__(self) -> None:
        self._fence = ""
        self._columns = 0
        """Of the latest table."""
        self._inside = False
        """No blank line since the latest row of a table."""

    def begins_table(self, line: str, below: str) -> bool:
        """Return whether a line is a header: a row of dashes stands below it; not within fenced code."""
        begins = not self._fence and _BAR.search(line) is not None and _DASHES.fullmatch(below) is not None
        if begins and self._inside:  # a row of a body may be of dashes: nothing is said
            begins = _RULE.search(below) is not None
        if begins:
            self._columns, self._inside = len(_spans(line)), True
        return begins

    def row(self, number: int, line: str) -> PhysicalRow:
        """Return the row of a line that is no header."""
        text = line.strip()
        if not text:
            self._inside = False
            return PhysicalRow(number, number, ("",), line)
        if not self._is_code(line):
            if heading := _HEADING.match(line):
                self._inside = False
                return PhysicalRow(number, number, (heading["text"].rstrip(" \t#"),), line, _TITLE)
            if self._is_row(line):
                cells = _cells(line)
                return PhysicalRow(number, number, cells, line, _WITH_LINE_ENDS if "\n" in "".join(cells) else None)
        emphasised = _EMPHASIS.fullmatch(text)
        return PhysicalRow(number, number, (emphasised["text"] if emphasised else text,), line, _TEXT)

    def _is_code(self, line: str) -> bool:
        """Return whether a line is of fenced code, its fences included."""
        found = _FENCE.match(line)
        if self._fence:
            if found and found["fence"].startswith(self._fence) and not found["rest"].strip():
                self._fence = ""
            return True
        if found:
            self._fence, self._inside = found["fence"], False
        return found is not None

    def _is_row(self, line: str) -> bool:
        """Return whether a line goes on with the latest table: directly, or over a gap, as wide as it."""
        if not self._columns or not _BAR.search(line):
            return False
        self._inside = self._inside or (line.lstrip().startswith(BAR) and len(_spans(line)) == self._columns)
        return self._inside


def _spans(line: str) -> list[tuple[int, int]]:
    """Return where the cells of a row stand in its line, without the blanks at their edges.

    >>> _spans("| a |  | b")
    [(2, 3), (5, 5), (9, 10)]
    """
    edges = (-1, *(match.start() for match in _BAR.finditer(line)), len(line))
    between = [(start + 1, end) for start, end in pairwise(edges)]
    if len(between) > 1 and not line[slice(*between[0])].strip():
        del between[0]
    if len(between) > 1 and not line[slice(*between[-1])].strip():
        del between[-1]
    return [_trimmed(line, start, end) for start, end in between]


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    cell = line[start:end].rstrip(" \t")
    end = start + len(cell)
    return end - len(cell.lstrip(" \t")), end


def _cells(line: str) -> tuple[str, ...]:
    r"""Return the cells of a row.

    >>> _cells(r"窓口<br>受付 | a\|b")
    ('窓口\n受付', 'a|b')
    """
    return tuple("".join(map(_letter, _TOKEN.findall(line[start:end]))) for start, end in _spans(line))


def _letter(written: str) -> str:
    if len(written) == 1:
        return written
    return BAR if written == r"\|" else "\n"


def position_in_row(row: PhysicalRow, _delimiter: str, cell: int, at: int) -> tuple[int, int]:
    r"""Return the line and the column, both 1-based, of a code point of a cell in the file.

    >>> row = next(lines_to_rows([r"| 窓口<br>受付 | a\|b |", "|-|-|"]))
    >>> [position_in_row(row, "|", cell, at) for cell, at in ((1, 0), (1, 3), (2, 0), (2, 2))]
    [(1, 3), (1, 9), (1, 14), (1, 17)]
    """
    line = (row.written or "").split("\n")[0]
    if row.known and row.known.role in {"title", "text"}:
        start, end = line.find(row.cells[0]), len(line)
    else:
        start, end = _spans(line)[cell - 1]
    return row.line, start + 1 + sum(map(len, _TOKEN.findall(line[start:end])[:at]))

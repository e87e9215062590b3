"""``text_to_rows``: lines of text -> physical rows; tab or comma, quoted cells with line breaks in them."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from dxlist.model.stages import PhysicalRow
from dxlist.reading.plain.lines import open_text
from dxlist.reading.sources import LOG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.reading.sources import ByteSource, RowSource

DELIMITERS = ("\t", ",", ";", "|")
"""In the order in which a tie is settled."""

LONGEST_CELL = 200
"""Lines that a quoted cell may span; a quote that is not closed by then is a plain character."""

SAMPLE_LINES = 400
_ENOUGH_CELLS = 3


def read_rows(source: ByteSource, encoding: str | None = None) -> RowSource:
    """Return the rows of a delimited text and how they are read: encoding, delimiter, line ends."""
    found, lines = open_text("text", source, encoding)
    sample = list(islice(lines, SAMPLE_LINES))
    found.delimiter = find_delimiter(sample)
    LOG.debug("%s: delimiter %r", source.name, found.delimiter)
    found.rows = text_to_rows(chain(sample, lines), found.delimiter)
    return found


def find_delimiter(lines: Iterable[str]) -> str:
    r"""Return the delimiter that parts most of the lines into three cells or more; the file's name is not believed.

    >>> find_delimiter(["分野,項目,担当課", "1,1(1),総務部"])
    ','
    """
    sample = list(lines)
    counts = {d: sum(line.count(d) >= _ENOUGH_CELLS - 1 for line in sample) for d in DELIMITERS}
    return max(DELIMITERS, key=lambda d: (counts[d], -DELIMITERS.index(d)))


def text_to_rows(lines: Iterable[str], delimiter: str) -> Iterator[PhysicalRow]:
    """Yield a row for each line, or for each run of lines that a quoted cell holds together."""
    queue = _Lookahead(lines)
    cells = _cell_pattern(delimiter)
    number = 0
    while (line := queue.take()) is not None:
        number += 1
        if '"' not in line:
            yield PhysicalRow(number, number, tuple(line.rstrip("\r\n").split(delimiter)))
            continue
        more = queue.take_while_open(line, cells)
        text = (line + "".join(more)).rstrip("\r\n")
        yield PhysicalRow(number, number + len(more), tuple(_unquoted(text, cells)), text)
        number += len(more)


def _cell_pattern(delimiter: str) -> re.Pattern[str]:
    """Return the pattern of one cell: quoted to the next delimiter, or left open, or plain.

    A quote that closes in the middle of a cell (「"満足した"と回答」) is text.  A tab never stands within quotes: a
    quote that seems to hold a tab is a stray one, and must not swallow the rows below.
    """
    mark = re.escape(delimiter)
    inner = r'(?:[^"\t]|"")*' if delimiter == "\t" else r'(?:[^"]|"")*'
    return re.compile(rf'"(?P<quoted>{inner})"(?={mark}|[\r\n]*\Z)|(?P<open>"{inner}\Z)|(?P<plain>[^{mark}]*)')


def _scan(text: str, cells: re.Pattern[str]) -> Iterator[re.Match[str]]:
    position = 0
    while position <= len(text) and (match := cells.match(text, position)):
        yield match
        position = match.end() + 1


def _unquoted(text: str, cells: re.Pattern[str]) -> Iterator[str]:
    for match in _scan(text, cells):
        quoted = match["quoted"]
        yield match[0] if quoted is None else quoted.replace('""', '"').replace("\r\n", "\n").replace("\r", "\n")


def position_in_row(row: PhysicalRow, delimiter: str, cell: int, at: int) -> tuple[int, int]:
    r"""Return the line and the column, both 1-based, of a code point of a cell in the file.

    Args:
        row: the row as it was read.
        delimiter: of its list.
        cell: 1-based cell.
        at: 0-based code point of the cell; its length is the place behind its last one.

    >>> row = next(text_to_rows(['a,"b ""c""\n', 'd",e\n'], ","))
    >>> [position_in_row(row, ",", cell, at) for cell, at in ((1, 0), (2, 0), (2, 3), (2, 6), (3, 0))]
    [(1, 1), (1, 4), (1, 8), (2, 1), (2, 4)]
    """
    if row.written is None:
        return row.line, sum(len(text) + 1 for text in row.cells[: cell - 1]) + at + 1
    before = row.written[: _index(row.written, _cell_pattern(delimiter), cell, at)]
    lines = _LINE_END.split(before)
    return row.line + len(lines) - 1, len(lines[-1]) + 1


_LINE_END = re.compile(r"\r\n|\r|\n")


def _index(text: str, cells: re.Pattern[str], cell: int, at: int) -> int:
    """Return where a code point of a cell stands in the text of its row."""
    match = next(islice(_scan(text, cells), cell - 1, None))
    if match["quoted"] is None:
        return match.start() + at
    index = match.start() + 1
    for _ in range(at):
        index += 2 if text.startswith(('""', "\r\n"), index) else 1
    return index


def _is_open(text: str, cells: re.Pattern[str]) -> bool:
    return any(match["open"] is not None for match in _scan(text, cells))


class _Lookahead:
    """Lines that can be looked at and put back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._ahead: list[str] = []

    def take(self) -> str | None:
        return self._ahead.pop(0) if self._ahead else next(self._lines, None)

    def take_while_open(self, line: str, cells: re.Pattern[str]) -> list[str]:
        """Return the further lines that close the quoted cell left open by ``line``; none if nothing closes it."""
        text, taken = line, list[str]()
        while _is_open(text, cells) and len(taken) < LONGEST_CELL and (following := self.take()) is not None:
            taken.append(following)
            text += following
        if not taken or _closes(text, cells):
            return taken
        self._ahead = taken + self._ahead
        return []


def _closes(text: str, cells: re.Pattern[str]) -> bool:
    """Return whether a quoted cell of ``text`` holds a line break, as it must if lines were taken for it."""
    return any(_LINE_END.search(match["quoted"] or "") for match in _scan(text, cells))

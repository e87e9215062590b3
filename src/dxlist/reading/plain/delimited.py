"""``text_to_rows``: lines of text -> physical rows; tab or comma, quoted cells with line breaks in them."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from dxlist.model.stages import PhysicalRow
from dxlist.reading.plain.lines import open_text
from dxlist.reading.plain.quoting import (
    ENOUGH_CELLS,
    LINE_END,
    PLAIN,
    Quoting,
    cell_pattern,
    find_in_row,
    find_quoting,
    has_quote_at_edge,
    left_open_at,
    most_cells,
    read_cells,
    row_quoting,
    scan,
)
from dxlist.reading.sources import LOG
from dxlist.text.regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.reading.sources import ByteSource, RowSource

DELIMITERS = ("\t", ",", ";", "|")
"""In the order in which a tie is settled."""

MOST_LINES = 200
"""Lines that a quoted cell may span; a quote that is not closed by then is a plain character."""

SAMPLE_LINES = 400


def read_rows(source: ByteSource, encoding: str | None = None) -> RowSource:
    """Return the rows of a delimited text and how they are read: encoding, delimiter, line ends."""
    found, lines = open_text("text", source, encoding)
    sample = list(islice(lines, SAMPLE_LINES))
    found.delimiter = find_delimiter(sample)
    quoting = quoting_of(sample, found.delimiter)
    LOG.debug("%s: delimiter %r, %s", source.name, found.delimiter, quoting)
    found.rows = text_to_rows(chain(sample, lines), found.delimiter, quoting)
    return found


def find_delimiter(lines: Sequence[str]) -> str:
    r"""Return the delimiter that parts most of the lines into three cells or more, or else into two.

    The name of the file is not believed.  What stands within quotes parts nothing.

    >>> find_delimiter(["分野,項目,担当課", "1,1(1),総務部"])
    ','
    """
    sample = [_QUOTED.sub("", line) if '"' in line else line for line in lines]
    counts = {d: sum(line.count(d) >= ENOUGH_CELLS - 1 for line in sample) for d in DELIMITERS}
    if not any(counts.values()):  # two columns
        counts = {d: sum(d in line for line in sample) for d in DELIMITERS}
    most = [d for d in DELIMITERS if counts[d] == max(counts.values())]
    return min(most, key=lambda d: sum(_half_quoted(line, d) for line in lines)) if len(most) > 1 else most[0]


def _half_quoted(line: str, delimiter: str) -> int:
    """Return how many cells of a line would have a quote on one side alone."""
    return sum(cell.startswith('"') != cell.endswith('"') for cell in map(str.strip, line.split(delimiter)))


_QUOTED = regex(r'(?:(?<=[\t,;|])|^)[ \u3000]*"(?:[^"\\\t]|""|\\[^\t])*"[ \u3000]*(?=[\t,;|\r\n]|$)')


def quoting_of(lines: Sequence[str], delimiter: str) -> Quoting:
    """Return how the lines at the head of a file quote their cells, and how many of these a row has."""
    if not any('"' in line for line in lines):
        return PLAIN
    widest = Quoting(blanks=True, backslash=any(r"\"" in line for line in lines))
    rows = [row.written or delimiter.join(row.cells) for row in text_to_rows(lines, delimiter, widest)]
    quoting = find_quoting(rows, delimiter)
    cells = most_cells(len(row.cells) for row in text_to_rows(lines, delimiter, quoting))
    return quoting._replace(cells=cells)


def text_to_rows(lines: Iterable[str], delimiter: str, quoting: Quoting = PLAIN) -> Iterator[PhysicalRow]:
    """Yield a row for each line, or for each run of lines that a quoted cell holds together."""
    queue = _Lookahead(lines, delimiter, quoting)
    number = 0
    while (line := queue.take()) is not None:
        number += 1
        if '"' not in line:
            yield PhysicalRow(number, number, tuple(line.rstrip("\r\n").split(delimiter)))
            continue
        text, more = line.rstrip("\r\n"), list[str]()
        cells = read_cells(text, delimiter, quoting)
        if any('"' in cell and has_quote_at_edge(cell) for cell in cells):
            more = queue.take_while_open(line)
            text = (line + "".join(more)).rstrip("\r\n")
            cells = read_cells(text, delimiter, row_quoting(text, delimiter, quoting))
        yield PhysicalRow(number, number + len(more), cells, text)
        number += len(more)


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
    before = row.written[: find_in_row(row.written, row.cells, delimiter, cell, at)]
    lines = LINE_END.split(before)
    return row.line + len(lines) - 1, len(lines[-1]) + 1


class _Lookahead:
    """Lines that can be looked at and put back."""

    def __init__(self, lines: Iterable[str], delimiter: str, quoting: Quoting) -> None:
        self._lines = iter(lines)
        self._ahead: list[str] = []
        self._delimiter, self._quoting = delimiter, quoting

    def take(self) -> str | None:
        return self._ahead.pop(0) if self._ahead else next(self._lines, None)

    def take_while_open(self, line: str) -> list[str]:
        """Return the further lines that close the quoted cell left open by ``line``; none if nothing closes it."""
        text, taken = line, list[str]()
        opened = left_open_at(text, self._delimiter, self._quoting)
        while opened is not None and len(taken) < MOST_LINES:
            more = self._to_next_quote(MOST_LINES - len(taken))
            if not more:
                break
            taken += more
            text += "".join(more)
            opened = left_open_at(text, self._delimiter, self._quoting, opened)
        if not taken or (self._closes(text) and not self._are_rows(text, line, taken[-1])):
            return taken
        self._ahead = taken + self._ahead
        return []

    def _to_next_quote(self, most: int) -> list[str]:
        """Take lines up to the first one that has a quote, which alone can close a cell."""
        taken = list[str]()
        while len(taken) < most and (following := self.take()) is not None:
            taken.append(following)
            if '"' in following:
                break
        return taken

    def _closes(self, text: str) -> bool:
        """Return whether a quoted cell of ``text`` holds a line break, as it must if lines were taken for it."""
        return any(LINE_END.search(match["quoted"] or "") for match in self._cells(text))

    def _are_rows(self, text: str, first: str, last: str) -> bool:
        """Return whether lines have all of their cells each, and not together: stray quotes seem to join them."""
        together, *each = (len(self._cells(part)) for part in (text, first, last))
        return together != self._quoting.cells and all(cells == self._quoting.cells for cells in each)

    def _cells(self, text: str) -> list[re.Match[str]]:
        return list(scan(text.rstrip("\r\n"), cell_pattern(self._delimiter, self._quoting)))

"""Frozen values that the stages hand on, from bytes to raw records.

What there is one of for each row or cell is a named tuple: it is made in a third of the time of a frozen dataclass.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from dxlist.model.roles import FURTHER, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dxlist.model.columns import SettledPlace

EXTRA = "extra."
"""Before the header of a column of no role, in its name."""

LONGEST_CELL = 100_000
"""Characters of a cell that are read; a longer one is kept as text, read no further, and said."""
LONGEST_FILLED = 2000
"""Characters of a merged cell that the rows below it repeat; a longer one stays with its own row, and that is said.

Nor is a longer one a header, a title, or a line that heads rows.
"""

NoteKind = Literal["note", "total", "unit", "page_number"]


class EncodingChange(NamedTuple):
    """Where the text of a list goes on in another encoding, as where one file was put behind another."""

    line: int
    """1-based line with which it begins."""
    byte: int
    """1-based byte with which it begins."""
    name: str


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a list are to be read, as proved by a strict decode of all of them."""

    name: str
    """The name that a user knows: "utf-8", "cp932", "euc_jis_2004", "iso2022_jp_2004", "utf-16-le" …"""
    byte_order_mark: bool = False
    rival: str | None = None
    """Another encoding that reads the bytes nearly as plausibly: a close call, to be said."""
    changes: tuple[EncodingChange, ...] = ()
    """Where the text goes on in another encoding: such a list is no whole, and that is to be said."""


class CellFacts(NamedTuple):
    """What a form of input knows of a cell beside its text; a workbook, a page or a PDF does, a text does not."""

    address: str | None = None
    """Where it stands, as a person would say it: "Sheet1!C5"."""
    rows: int = 1
    columns: int = 1
    """How many rows and columns it is merged over."""
    hidden: bool = False
    struck_out: bool = False
    number: str | None = None
    """The number behind the printed text."""


RowRole = Literal["header", "title", "text"]


class Known(NamedTuple):
    """What a form of input knows of a row.  What is known is not guessed; what is not is inferred from the page."""

    role: RowRole | None = None
    """The header of a table, a heading or a text outside of every table; None: a row of a table."""
    line_ends: bool = False
    """The line ends of its cells are known: each is a line break of the text, and a blank is a blank."""
    cells: tuple[CellFacts, ...] = ()
    """Of each cell; empty: nothing."""


class PhysicalRow(NamedTuple):
    """One row of cells as it stands in the source; a cell may hold line breaks."""

    line: int
    """1-based number of the first physical line."""
    last_line: int
    cells: tuple[str, ...]
    written: str | None = None
    """The row as it stands in a file of text, kept where it is not just its cells with the delimiter between them."""
    known: Known | None = None
    """None: nothing but the text, as of all delimited text."""
    parts: tuple[PhysicalRow, ...] = ()
    """The rows that it was joined from, where a page end cut it; empty: it stands in one place."""
    printed: tuple[str, ...] = ()
    """Its cells as they were read, where what nobody sees was taken out of ``cells``; empty: nothing was."""

    def as_printed(self) -> PhysicalRow:
        """Return the row as it was read."""
        return self._replace(cells=self.printed, printed=()) if self.printed else self

    def lines(self) -> list[int]:
        """Return the numbers of its physical lines."""
        return [line for row in self.parts or (self,) for line in range(row.line, row.last_line + 1)]


class HeaderCell(NamedTuple):
    """One column of a header: where it stands, what it says, which role it has, where its cells go."""

    position: int
    text: str
    """Its full name: the cells above it that span it, from the top, joined by blanks."""
    column: str
    """``field``, ``item``, ``departments``, ``project_name``, ``overview``, ``kpi_text`` (columns of a record), or
    ``levels.<header>``, ``departments.<header>``, ``indicators.<header>``, ``extra.<header>``."""
    guessed: bool = False
    """Named by what its cells look like: no table of spellings knows the header."""
    role: Role = FURTHER
    path: tuple[str, ...] = ()
    """The header cells above it, from the top; the last one is its own."""


def is_further(cell: HeaderCell) -> bool:
    """Return whether the cells of a column go into ``extra``."""
    return cell.column.startswith(EXTRA)


class Note(NamedTuple):
    """A line beside the table: a remark, a total, a unit, a page number."""

    line: int
    last_line: int
    kind: NoteKind
    text: str

    def lines(self) -> list[int]:
        """Return the numbers of its physical lines."""
        return list(range(self.line, self.last_line + 1))


SURE = 6.5
"""Margin of a cell that stands below its header on a page where all do (log-odds)."""


class PageKind(NamedTuple):
    """Which of two kinds a page is: a clean rectangle, or printed and damaged."""

    rectangle: bool
    rows: int
    moved: int
    """Rows that cannot be read in place."""
    because: str
    """all_in_place, rows_slid, uneven_width or cells_without_header."""


@dataclass(frozen=True, slots=True)
class PageTable:
    """One page of a list, or a piece of a very long one (then ``continued``)."""

    page: int
    part: int
    part_title: str | None
    header: tuple[HeaderCell, ...]
    rows: tuple[PhysicalRow, ...]
    titles: tuple[PhysicalRow, ...] = ()
    header_rows: tuple[PhysicalRow, ...] = ()
    notes: tuple[Note, ...] = ()
    blank_lines: tuple[int, ...] = ()
    continued: bool = False
    kind: PageKind | None = None
    """None: before its cells are given to columns."""
    sections: tuple[PhysicalRow, ...] = ()
    """Lines that head the rows below them: 基本目標1 しごとをつくる, 【総務部】."""


class Placed(NamedTuple):
    """A non-blank cell and the place it was given; ``column`` None is a leftover."""

    index: int  # type: ignore[assignment]  # it hides the method of a tuple
    """0-based position in the row."""
    column: str | None
    """A logical column, ``extra.<header>``, or None."""
    offset: int = 0
    """How far right of its usual place on the page the cell stands."""
    margin: float = 0.0
    """By how much, in log-odds, the row fits better with the cell here than elsewhere; 0 where that is the row's."""


class AlignedRow(NamedTuple):
    """A row with a place for each of its non-blank cells."""

    row: PhysicalRow
    placed: tuple[Placed, ...]
    margin: float
    """By how much this assignment fits better than the next one (log-odds)."""
    runner_up: tuple[Placed, ...] | None = None
    cut: tuple[str, ...] = ()
    """Columns whose cells fell off the right edge of a row that slid."""
    rejoined: tuple[int, ...] = ()
    """Positions of cells that go on with a number which its comma cut; one cell with the one before."""


class Cut(NamedTuple):
    """Characters taken out of a raw text; positions are code points of that raw text."""

    start: int
    taken: str

    @property
    def end(self) -> int:
        """Position behind the last character taken."""
        return self.start + len(self.taken)


class Piece(NamedTuple):
    """The text of one column of one row, with the cells it came from and what was mended in it."""

    line: int
    cells: tuple[int, ...]
    """1-based."""
    raw: str
    """The cells as printed, joined by a tab where there are two, by the comma where that cut a number."""
    text: str
    margin: float
    """How sure its place and its mended line ends are (log-odds)."""
    unwrapped: tuple[Cut, ...] = ()
    trimmed: tuple[Cut, ...] = ()
    parted: tuple[Cut, ...] = ()
    """What belongs to another column: the departments in a cell of 事業名【担当課】."""
    corrected: Correction | None = None
    place: str | None = None
    """Printable address of its first cell, where the form of input knows one."""
    cleaned: tuple[Cut, ...] = ()
    """What nobody sees, and blanks that broke a number."""

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """Return all that was taken out of the raw text, in its order; what was parted off is not among it."""
        return tuple(sorted((*self.cleaned, *self.unwrapped, *self.trimmed), key=lambda cut: cut.start))

    def raw_index(self, index: int) -> int:
        """Return where a character of the mended text stands in the raw one."""
        return self.raw_indexes((index,))[0]

    def raw_indexes(self, indexes: Iterable[int]) -> list[int]:
        """Return where characters of the mended text, from left to right, stand in the raw one."""
        if not (self.cleaned or self.unwrapped or self.trimmed):
            return list(indexes)
        found, taken, cuts = list[int](), 0, deque(self.cuts)
        for index in indexes:
            while cuts and cuts[0].start <= index + taken:
                taken += len(cuts.popleft().taken)
            found.append(index + taken)
        return found


class Correction(NamedTuple):
    """What a person settled in the sidecar: the text of one column of one row, or that a row or a cell is right."""

    line: int | None
    """Where the row begins, as the sidecar says; None: ``was`` alone tells which row it is."""
    column: SettledPlace
    value: str
    """Empty where a row or a cell was confirmed."""
    reason: str
    was: str | None = None
    """The printed text that it corrects; "" of a blank cell, None where the sidecar does not say."""
    project_name: str | None = None
    """The project of the row, where the sidecar says it."""
    written_at: int | None = None
    """Line of the sidecar."""
    cell: int | None = None
    """1-based; of a confirmed cell."""


class Fill(NamedTuple):
    """A column that was blank, or held a ditto mark, and takes its piece from above."""

    column: str
    from_line: int
    cell: int | None = None
    """1-based cell of the ditto mark."""
    mark: str | None = None


class RawRecord(NamedTuple):
    """One initiative, still only text."""

    aligned: AlignedRow
    page: int
    part: int
    part_title: str | None
    pieces: dict[str, Piece]
    """Logical column or ``extra.<header>`` -> its piece; what is not there has no key."""
    fills: tuple[Fill, ...] = ()
    doubts: tuple[str, ...] = ()
    """Codes of what is doubtful beside a narrow margin."""


Fields = dict[str, Any]
"""The plain form of a record, the only one inside: its keys in the order of the model, with values as JSON has them.

``dxlist.initiatives.fields_to_initiative`` makes the record of it that leaves the library; rows may share what is
within, so that nothing in it is changed in place.
"""

"""``MergedCells``: pages of aligned rows -> raw records, blanks of merged cells filled, shared projects carried on.

Only what is known to be merged is filled: the levels (:mod:`dxlist.tables.level_fills`); units and other columns whose
blanks nest below them (:mod:`dxlist.tables.nesting`); the project of a row that has an item and nothing of its own
behind it, or goes on with a second unit or indicator.  Nothing is filled over a change of list.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.columns import SHARED_COLUMNS
from dxlist.model.stages import LONGEST_CELL, LONGEST_FILLED, Fill, Piece, RawRecord
from dxlist.tables.level_columns import BodyRow, is_same, levels_of, prints
from dxlist.tables.level_fills import LevelFills
from dxlist.tables.nesting import Nesting, goes_on, is_department, nested_columns
from dxlist.tables.sections import section_of
from dxlist.text.folding import fold
from dxlist.words.marks import is_ditto

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.stages import AlignedRow, HeaderCell, PageTable
    from dxlist.tables.level_columns import LevelColumn, Pieces
    from dxlist.tables.level_fills import RowLevels
    from dxlist.tables.nesting import NestedColumn

MOST_ROWS = 400
"""Rows that are looked at together: what a list merges must show in them."""
_INDICATORS = "indicators."
TOO_LONG_TO_FILL = "text_too_long_to_fill"
TOO_LONG_TO_READ = "cell_too_long"


class AlignedPage(NamedTuple):
    """A page with the place and the mended text of each of its cells."""

    table: PageTable
    rows: list[AlignedRow]
    pieces: Sequence[Pieces]


class MergedPage(NamedTuple):
    """A page with its records; None for a row that only names the levels of the rows below it."""

    page: AlignedPage
    records: list[RawRecord | None]


@dataclass(slots=True)
class MergedCells:
    """What the rows above have printed."""

    above: Pieces = field(default_factory=dict)
    """The pieces of the row above."""
    printed: Pieces = field(default_factory=dict)
    """The latest text of each level, for ditto marks below it."""
    sections: dict[str, str] = field(default_factory=dict)
    """The latest line of each kind that heads rows."""
    waiting: dict[int, Piece] = field(default_factory=dict)
    """Levels of rows that name nothing else by their identity, until a record takes them."""
    taken: set[tuple[int, str]] = field(default_factory=set)
    """Line and column of levels that a row above them took, as the middle of a merged cell."""
    levels: LevelFills = field(default_factory=LevelFills)
    nesting: Nesting = field(default_factory=Nesting)

    def pages(self, pages: Iterable[AlignedPage]) -> Iterator[MergedPage]:
        """Yield the pages of a list with their records, in order, no more than a block of rows behind."""
        for _, part in groupby(pages, key=lambda page: page.table.part):
            self.above, self.printed, self.sections, self.levels = {}, {}, {}, LevelFills()
            for block, ends in _blocks(part):
                yield from self._block(block, ends=ends)

    def _block(self, block: Sequence[AlignedPage], *, ends: bool) -> Iterator[MergedPage]:
        columns = [merged_columns(page.table.header) for page in block]
        rows = [list(self._body(page, of.levels)) for page, of in zip(block, columns, strict=True)]
        together = [row for page in rows for row in page]
        levels = self.levels.fill(together, next((of.levels for of in columns if of.levels), ()), ends=ends)
        self.nesting.learn(together, levels)
        each = iter(levels)
        below = iter([*together[1:], None])
        for page, of, body in zip(block, columns, rows, strict=True):
            yield MergedPage(page, [self._record(row, next(each), of, next(below)) for row in body])

    def _body(self, page: AlignedPage, levels: Sequence[LevelColumn]) -> Iterator[BodyRow]:
        """Yield the rows of a page; a ditto mark in a level is what stands above it."""
        columns = [column for level in levels for column in level.columns]
        lines = set(self._new_sections(page.table))
        for at, (row, own) in enumerate(zip(page.rows, page.pieces, strict=True)):
            headed = any(line < row.row.line for line in lines)
            if headed:
                lines = {line for line in lines if line > row.row.line}
                self.printed = {}
            marked = len(row.placed) > len(own)
            dittos = _dittos(row, self.printed) if marked else ()
            marks = tuple(fill for fill in dittos if fill.column in columns)
            texts = {c: _confirmed(own[c], self.printed.get(c)) for c in columns if c in own}
            texts |= {fill.column: self.printed[fill.column] for fill in marks}
            for level in levels:
                if any(c in texts for c in level.columns) and not is_same(self.printed, texts, level):
                    below = columns[columns.index(level.column) :]
                    self.printed = {c: piece for c, piece in self.printed.items() if c not in below}
                    break
            self.printed |= texts
            printed = {**own, **texts} if texts else own
            yield BodyRow(page.table, row, printed, leads=at == 0, headed=headed, marked=marked, dittos=marks)

    def _new_sections(self, table: PageTable) -> Iterator[int]:
        """Yield the lines that head the rows below them and do not say again what is in force."""
        for section in filter(None, map(section_of, table.sections)):
            text = fold(section.piece.text)
            if self.sections.get(section.kind) != text:
                yield section.piece.line
            self.sections[section.kind] = text

    def _record(self, row: BodyRow, of: RowLevels, columns: MergedColumns, below: BodyRow | None) -> RawRecord | None:
        """Return the record of a row; None for a row that only names the levels of the rows below it."""
        pieces = {column: _confirmed(piece, self.above.get(column)) for column, piece in row.own.items()}
        marks = [fill for fill in _dittos(row.aligned, self.above) if fill.column not in pieces] if row.marked else []
        pieces |= {fill.column: self.above[fill.column] for fill in marks}
        if pieces and set(pieces) <= columns.heading and not self._shares_alone(columns, below):
            dittos = {fill.column for fill in row.dittos}
            own = ((column, piece) for column, piece in row.own.items() if column not in dittos)
            self.waiting |= {id(piece): piece for column, piece in own if (piece.line, column) not in self.taken}
            self.above = {**pieces, **of.pieces}
            return None
        merged = _Merged({**pieces, **of.pieces}, [*row.dittos, *marks, *of.fills], list(of.doubts))
        self._share(row, of, columns, merged)
        self._nest(row, of, columns, merged)
        self.above = merged.pieces
        record = merged.record(row)
        for piece in record.pieces.values() if self.waiting else ():
            self.waiting.pop(id(piece), None)
        line = row.aligned.row.line
        self.taken |= {(fill.from_line, fill.column) for fill in record.fills if fill.from_line > line}
        return record

    def _shares_alone(self, columns: MergedColumns, below: BodyRow | None) -> bool:
        """Return whether a row with nothing but the one level of its list is no heading: it heads no row."""
        if len(columns.levels) != 1 or "project_name" not in self.above:
            return False
        return below is None or prints(below, columns.levels[0])

    def _share(self, row: BodyRow, of: RowLevels, columns: MergedColumns, merged: _Merged) -> None:
        """Fill the project of a row that shares it with the one above, or doubt a row that names none."""
        cut = row.aligned.cut
        if not columns.project or "project_name" in merged.pieces or "project_name" in cut:
            return
        nothing_own = not any(c in merged.pieces or c in cut for c in (*SHARED_COLUMNS, *columns.indicators))
        if nothing_own and columns.levels and prints(row, columns.levels[-1]):
            if of.begins is not None and of.begins + 1 < len(columns.levels):
                merged.doubts.append("shared_over_field")
                return
            merged.fill((*columns.units, *SHARED_COLUMNS, *columns.codes), self.above)
        elif self._goes_on(row, of, columns):
            units = takewhile(lambda unit: unit not in merged.pieces, columns.units)
            shared = SHARED_COLUMNS if nothing_own else SHARED_COLUMNS[:2]
            merged.fill((*units, *(c for c in shared if c not in cut), *columns.codes), self.above)
        else:
            merged.doubts.append("no_project")

    def _goes_on(self, row: BodyRow, of: RowLevels, columns: MergedColumns) -> bool:
        """Return whether a row has a second unit or a second indicator of the project above it."""
        if of.begins is not None or "project_name" not in self.above or any(c in row.own for c in columns.counted):
            return False
        return any(column in columns.units or column in columns.indicators for column in row.own)

    def _nest(self, row: BodyRow, of: RowLevels, columns: MergedColumns, merged: _Merged) -> None:
        """Fill the columns whose blanks nest below the levels to their left; doubt a unit where that is not clear."""
        for column in columns.nested:
            name = column.column
            blank = name not in merged.pieces and name not in row.aligned.cut and name in self.above
            if not blank or not goes_on(row, column, of):
                continue
            if self.nesting.is_merged(column):
                merged.fill((name,), self.above)
            elif self.nesting.is_open(column):
                merged.doubts.append("unit_perhaps_merged")


class MergedColumns(NamedTuple):
    """What the columns of a header are to the merging of cells."""

    levels: tuple[LevelColumn, ...]
    nested: tuple[NestedColumn, ...]
    project: bool
    """The header names the projects."""
    units: tuple[str, ...]
    """From the left."""
    indicators: frozenset[str]
    codes: tuple[str, ...]
    """Of the projects."""
    counted: frozenset[str]
    """What numbers the projects: their codes, and running numbers."""

    @property
    def heading(self) -> set[str]:
        """Columns of levels that a row which names nothing else names for the rows below it."""
        upper = self.levels[:-1] if self.levels and self.levels[-1].column == "item" else self.levels
        return {column for level in upper for column in level.columns}


@lru_cache(maxsize=256)
def merged_columns(header: tuple[HeaderCell, ...]) -> MergedColumns:
    """Return what the columns of a header are to the merging of cells."""
    names = tuple(cell.column for cell in header)
    codes = tuple(cell.column for cell in header if (cell.role.kind, cell.role.part) == ("project", "code"))
    numbers = (cell.column for cell in header if cell.role.kind == "number")
    return MergedColumns(
        levels_of(header),
        nested_columns(header),
        "project_name" in names,
        tuple(dict.fromkeys(filter(is_department, names))),
        frozenset(name for name in names if name == "kpi_text" or name.startswith(_INDICATORS)),
        codes,
        frozenset((*codes, *numbers)),
    )


class _Merged(NamedTuple):
    """The record of a row while it is filled."""

    pieces: Pieces
    fills: list[Fill]
    doubts: list[str]

    def fill(self, columns: Iterable[str], above: Pieces) -> None:
        """Take the blank ones of some columns from above."""
        for column in columns:
            if column not in self.pieces and (piece := above.get(column)):
                self.pieces[column] = piece
                self.fills.append(Fill(column, piece.line))

    def record(self, row: BodyRow) -> RawRecord:
        """Return the record, without the texts from above that are too long to be repeated in it."""
        table, pieces, fills, doubts = row.table, self.pieces, self.fills, self.doubts
        long = {fill.column for fill in fills if len(pieces[fill.column].raw) > LONGEST_FILLED}
        if long:
            pieces = {column: piece for column, piece in pieces.items() if column not in long}
            fills, doubts = [fill for fill in fills if fill.column not in long], [*doubts, TOO_LONG_TO_FILL]
        if any(len(piece.raw) > LONGEST_CELL for piece in row.own.values()):
            doubts = [*doubts, TOO_LONG_TO_READ]
        return RawRecord(row.aligned, table.page, table.part, table.part_title, pieces, tuple(fills), tuple(doubts))


def _blocks(pages: Iterable[AlignedPage]) -> Iterator[tuple[list[AlignedPage], bool]]:
    """Yield pages of a part until they have enough rows, and whether the part ends with them."""
    held, rows = list[AlignedPage](), 0
    for page in pages:
        if rows >= MOST_ROWS:
            yield held, False
            held, rows = [], 0
        held.append(page)
        rows += len(page.rows)
    yield held, True


def _dittos(row: AlignedRow, above: Mapping[str, Piece]) -> Iterator[Fill]:
    """Yield the ditto marks of a row below which something stands, with the line where it does."""
    for placed in row.placed:
        cell, column = row.row.cells[placed.index], placed.column
        if column and is_ditto(cell) and (piece := above.get(column)):
            yield Fill(column, piece.line, placed.index + 1, cell.strip())


def _confirmed(piece: Piece, above: Piece | None) -> Piece:
    """Trust a mended text as far as the one above where both say the same: it is reprinted on another page."""
    if above is None or not piece.unwrapped or above.text != piece.text or above.margin <= piece.margin:
        return piece
    return piece._replace(margin=above.margin)

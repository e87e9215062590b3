"""``Aligner``: every non-blank cell of a page to its logical column.

Two passes.  The first believes the header and what the cells look like; its clear rows show where the columns of this
page really stand and how its codes are written; the second weighs the cells against that.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dxlist.model.stages import SURE, AlignedRow, Placed
from dxlist.tables.assignment import Cell, Signature, Solution, Solver
from dxlist.tables.cleaning import JOINT
from dxlist.tables.layout import ColumnPlace, Layout, clear_families, header_layout, observed_homes, places_of
from dxlist.tables.level_columns import MIDDLE_LEVEL
from dxlist.tables.page_kinds import page_kind
from dxlist.tables.pieces import ENOUGH
from dxlist.tables.shapes import shape_of
from dxlist.words.marks import is_ditto, is_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.stages import HeaderCell, PageKind, PageTable, PhysicalRow

WIDEST = 40
"""A page of more columns is a sheet, which no printer moved; each cell is read below its header."""
CLEAR = 1.0
"""Margin from which a row of the first pass bears witness to the page's layout."""

AT_HOME = 1.2
"""How much surer a row is whose cells all stand at home: of the damaged lists all of 20 such rows were right."""


class Aligner:
    """Aligns the pages of one list; how its codes are written is learned over the pages."""

    def __init__(self) -> None:
        self._borne: dict[str, Counter[str]] = {}
        self.kind: PageKind | None = None
        self.header: tuple[HeaderCell, ...] = ()
        """Of the page that was aligned last, with columns for cells without a header."""

    def align(self, table: PageTable) -> list[AlignedRow]:
        """Return the rows of a page with a column for each cell, in order."""
        self.kind, self.header = None, table.header
        if not table.rows:
            return []
        found = page_kind(table.header, table.rows, self._borne)
        self.kind, self.header = found.kind, found.header
        if found.kind.rectangle or len(found.header) > WIDEST:
            aligned = in_place(found.header, table.rows)
            self._learn(aligned)
            return aligned
        places = places_of(table.header)
        width = Counter(len(row.cells) for row in table.rows).most_common(1)[0][0]
        signatures = [signature_of(row, width) for row in table.rows]
        layout = self._layout(places, signatures)
        solver = _solver(places, layout)
        pairs = zip(table.rows, signatures, strict=True)
        return [_surer_in_place(_aligned(row, signature, solver), table.header, width) for row, signature in pairs]

    def _learn(self, rows: Sequence[AlignedRow]) -> None:
        """Count how the codes of the levels are written on a page that is read in place."""
        for row in rows:
            for placed in row.placed:
                if placed.column and (placed.column in _LEVELS or placed.column.startswith(MIDDLE_LEVEL)):
                    family = shape_of(row.row.cells[placed.index]).family
                    if family:
                        self._borne.setdefault(family, Counter())[placed.column] += 1

    def _layout(self, places: tuple[ColumnPlace, ...], signatures: Sequence[Signature]) -> Layout:
        """Return the homes of the columns on this page and the patterns of its codes, as the clear rows show them."""
        seen = list(_clear_cells(places, signatures))
        for index, cell in seen:
            if cell.shape.family:
                self._borne.setdefault(cell.shape.family, Counter())[places[index].column] += 1
        homes = observed_homes(places, ((index, cell.position) for index, cell in seen))
        return Layout(homes, clear_families(self._borne))


_LEVELS = ("field", "item")


def in_place(header: Sequence[HeaderCell], rows: Sequence[PhysicalRow]) -> list[AlignedRow]:
    """Give the cells of a clean rectangle to the headers above them, whatever they look like."""
    columns = {cell.position: cell.column for cell in header}
    printed_over = _printed_over(header, rows)
    return [
        AlignedRow(
            row,
            tuple(
                Placed(at, None if (row.line, at) in printed_over else columns.get(at))
                for at, cell in enumerate(row.cells)
                if cell.strip()
            ),
            SURE,
        )
        for row in rows
    ]


def _printed_over(header: Sequence[HeaderCell], rows: Sequence[PhysicalRow]) -> set[tuple[int, int]]:
    """Return line and position of the cells of a level that the level right of it was printed over.

    Such a cell says the same as the one right of it and bears a code of that column's pattern, not of its own
    (line 15 of fukushima_r04).
    """
    levels = {cell.position: cell.column for cell in header if cell.role.kind == "level" and not cell.role.part}
    found = set[tuple[int, int]]()
    for left, right in pairwise(levels):
        beside = [right, right + 1] if levels.get(right + 1) == levels[right] else [right]
        pairs = [
            (row, row.cells[left].strip(), JOINT.join(filter(None, (row.cells[at].strip() for at in beside))))
            for row in rows
            if beside[-1] < len(row.cells)
        ]
        own = Counter(shape_of(text).family for _, text, other in pairs if text and _joined(text) != _joined(other))
        same = [(row, shape_of(text).family) for row, text, other in pairs if text and _joined(text) == _joined(other)]
        theirs = Counter(
            shape_of(other).family for _, text, other in pairs if other and _joined(text) != _joined(other)
        )
        halves = len(beside) > 1  # the code stands in a column of its own
        found |= {
            (row.line, left)
            for row, family in same
            if family and own and not own[family] and (halves or theirs[family])
        }
    return found


def _clear_cells(places: tuple[ColumnPlace, ...], signatures: Sequence[Signature]) -> Iterator[tuple[int, Cell]]:
    """Yield the cells of the rows that the first pass assigns clearly, each with the index of its place."""
    first = _solver(places, header_layout(places))
    for signature in signatures:
        solution = first.solve(signature)
        if solution.margin >= CLEAR:
            pairs = zip(solution.chosen, signature.cells, strict=True)
            yield from ((index, cell) for index, cell in pairs if index is not None)


def signature_of(row: PhysicalRow, width: int) -> Signature:
    """Return what the assignment of a row depends on.

    Args:
        row: the row.
        width: how many cells most rows of the page have.
    """
    filled = [(i, text) for i, cell in enumerate(row.cells) if (text := cell.strip()) and not is_mark(text)]
    repeated = repeated_cells([text for _, text in filled])
    cells = tuple([Cell(i, shape_of(text), k in repeated) for k, (i, text) in enumerate(filled)])
    at_edge = cells and cells[-1].position == len(row.cells) - 1 and len(row.cells) <= width
    return Signature(cells, len(row.cells) if at_edge else None)


def is_mark(cell: str) -> bool:
    """Return whether a cell holds a ditto mark or a sign for nothing, which looks alike in every column.

    >>> [is_mark(cell) for cell in ("〃", "－", "該当なし", "総務課", "")]
    [True, True, True, False, False]
    """
    return bool(cell.strip()) and (is_ditto(cell) or is_nothing(cell))


def repeated_cells(texts: Sequence[str]) -> frozenset[int]:
    """Return the indexes of cells that say the same as the cell beside them, or as the two cells behind them joined.

    >>> sorted(repeated_cells(["(2) 人材", "(2)", "人材", "総務課"]))
    [0]
    """
    again = {k for i in range(1, len(texts)) if texts[i] == texts[i - 1] for k in (i - 1, i)}
    alike = (i for i in range(len(texts) - 2) if texts[i][0] == texts[i + 1][0])
    joined = {i for i in alike if _joined(texts[i]) == _joined(texts[i + 1] + texts[i + 2])}
    return frozenset(again | joined)


def _joined(text: str) -> str:
    return "".join(text.split())


_solver = lru_cache(maxsize=256)(Solver)
"""Places and a layout -> the solver that knows what it has solved of them."""


def _aligned(row: PhysicalRow, signature: Signature, solver: Solver) -> AlignedRow:
    solution = solver.solve(signature)
    placed = solution.placed
    if len(signature.cells) < sum(map(bool, map(str.strip, row.cells))):  # the others are marks
        placed = _with_marks(row, signature, solution, solver)
    return AlignedRow(row, placed, solution.margin, solution.runner_up, solution.cut)


def _surer_in_place(aligned: AlignedRow, header: Sequence[HeaderCell], width: int) -> AlignedRow:
    """Trust a row more all of whose cells stand at home, with both of the two texts that look alike."""
    columns = {placed.column for placed in aligned.placed}
    alike = {cell.column for cell in header} & {"project_name", "overview", "kpi_text"}
    at_home = all(placed.column and placed.offset == 0 for placed in aligned.placed)
    if not at_home or len(aligned.row.cells) != width or not alike <= columns or aligned.margin >= ENOUGH:
        return aligned
    return aligned._replace(margin=min(aligned.margin + AT_HOME, ENOUGH))


def _with_marks(row: PhysicalRow, signature: Signature, solution: Solution, solver: Solver) -> tuple[Placed, ...]:
    """Give each mark the nearest free place between those of its neighbours, as far off as the cell before it."""
    chosen = dict(zip((cell.position for cell in signature.cells), solution.chosen, strict=True))
    taken = {placed.column for placed in solution.placed}
    used = {index for index in chosen.values() if index is not None}
    rightmost = _lowest_behind(chosen, len(row.cells), len(solver))
    left, latest = -1, None
    for position, cell in enumerate(row.cells):
        if is_mark(cell):
            offset = solver.offset(*latest) if latest else 0
            between = range(left + 1, rightmost[position])
            free = [i for i in between if i not in used and solver.column(i) not in taken]
            chosen[position] = solver.nearest(position, offset, free)
        index = chosen.get(position)
        if index is not None:
            left, latest = max(left, index), (position, index)
            used.add(index)
    return tuple(solver.placed(position, index) for position, index in sorted(chosen.items()))


def _lowest_behind(chosen: Mapping[int, int | None], width: int, least: int) -> list[int]:
    """Return for each position the lowest place of the cells behind it, ``least`` where there is none."""
    lowest = list[int]()
    for position in range(width - 1, -1, -1):
        lowest.append(least)
        index = chosen.get(position)
        least = least if index is None else min(least, index)
    return lowest[::-1]

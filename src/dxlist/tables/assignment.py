"""The best assignment of a row's cells to the slots of its page, and the next best one.

A beam search from left to right.  A cell scores by its looks in a slot and by where it stands: at the slot's home, at
another accustomed position, as far off as the cell before it (a row that slid), or elsewhere.  A slot without a cell,
and a cell without a slot, cost what the columns say.  All scores are log-odds, so the difference between the best and
the next best is how sure the assignment is.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.columns import SHARED_COLUMNS
from dxlist.model.stages import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.tables.layout import ColumnPlace, Layout
    from dxlist.tables.shapes import Shape

ACCUSTOMED = 0.5
SLID_ALONG = 0.4
ELSEWHERE = 2.5
PER_CELL = 0.3
"""Costs of a position: seen elsewhere on the page, slid as far as the cell before, anywhere else (and how far)."""
AHEAD = 4.5
"""Cost of a cell that stands ahead of its column, before all cells that belong left of it."""
LEFT_OVER = 4.5
UNDER_ITS_HEADER = -2.0
"""What a cell of any looks is worth right below the header of a further column, which may hold anything (予算科目)."""
WORSE = -6.5
"""A cell that looks worse than this in a place is better left over, even if the place then has no cell."""
REPEATED = 0.5
"""Costs of a cell without a slot: in general, and where it repeats the cell beside it and may be an item or a field.

Further right two cells may well say the same: 現状値 26校 | 目標値 26校, 事業名 | 細事業名.
"""
TWICE = 6.0
"""Cost of a field that says the same as the cell beside it: the item printed over it."""
ALL_SHARED = 1.2
"""Cost of a row without project, overview and KPI: it shares the project above."""
CUT = 0.3
"""Cost of a slot that fell off the right edge."""
OTHER_FAMILY, SAME_FAMILY = -3.0, 1.0
"""A code whose pattern is that of another column of the page, or of this one."""
_BEAM = 16
NARROW, FARTHEST = 16, 5
"""On a page of more places than this a cell stands at most so many positions away from its column."""
_HOPELESS = 6.5


class Cell(NamedTuple):
    """What the assignment of a cell depends on."""

    position: int
    shape: Shape
    repeated: bool
    """It says the same as the cell beside it."""


class Signature(NamedTuple):
    """What the assignment of a row depends on."""

    cells: tuple[Cell, ...]
    edge: int | None
    """Width of the row where its last cell stands at the page's right edge."""


Chosen = tuple[int | None, ...]
"""For each cell the index of its place, or None."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The best assignment of a row's cells and the next best one."""

    chosen: Chosen
    placed: tuple[Placed, ...]
    margin: float
    runner_up: tuple[Placed, ...] | None
    cut: tuple[str, ...]
    """Columns that fell off the right edge: the row slid, and its last cell stands in the last place."""


class _Path(NamedTuple):
    score: float
    last: int
    offset: int
    """Of the cell in the last place."""
    used: int
    """The places that have a cell, as bits."""
    ahead: tuple[int, ...]
    """Those of them behind the last one, whose cells stand ahead of their columns."""
    before: _Path | None
    place: int | None
    """Of its latest cell."""

    def chosen(self) -> Chosen:
        """Return the place of each cell."""
        places, path = list[int | None](), self
        while path.before is not None:
            places.append(path.place)
            path = path.before
        return tuple(places[::-1])


class _Option(NamedTuple):
    place: int
    looks: float
    offset: int
    cost: float | None
    """Of its position, where that does not depend on the cell before."""


class Solver:
    """Solves the rows of one layout; rows of one signature are solved once."""

    _MOST_KEPT = 20000

    def __init__(self, places: Sequence[ColumnPlace], layout: Layout) -> None:
        self._places = places
        self._homes = layout.homes
        self._families = dict(layout.families)
        self._indexes = range(len(places))
        self._missing = [place.looks.missing for place in places]
        self._before = list(accumulate(self._missing, initial=0.0))
        self._shared = [i for i, place in enumerate(places) if place.column in SHARED_COLUMNS]
        self._shared_bits = sum(1 << i for i in self._shared)
        self._extra = {i for i, place in enumerate(places) if place.slot.startswith("extra")}
        self._other_bits = sum(1 << i for i in self._indexes if i not in self._extra)
        self._heads = {-1, *(i for i, place in enumerate(places) if place.column in {"field", "item"})}
        self._known: dict[Signature, Solution] = {}
        self._options: dict[Cell, list[_Option]] = {}

    def solve(self, signature: Signature) -> Solution:
        """Return the best assignment, its margin and the next best one."""
        solution = self._known.get(signature)
        if solution is None:
            if len(self._known) >= self._MOST_KEPT:
                self._known.clear()
            solution = self._known[signature] = self._search(signature)
        return solution

    def _search(self, signature: Signature) -> Solution:
        paths = [_Path(0.0, -1, 0, 0, (), None, None)]
        for cell in signature.cells:
            options = self._options_of(cell)
            paths = _pruned([new for path in paths for new in self._continued(path, cell, options)])
        return self._ranked([self._ended(path, signature.edge) for path in paths], signature)

    def _options_of(self, cell: Cell) -> list[_Option]:
        """Return the places that a cell may have; rows of one page have many cells alike."""
        options = self._options.get(cell)
        if options is None:
            if len(self._options) >= self._MOST_KEPT:
                self._options.clear()
            near = map(self._option, self._near(cell.position), repeat(cell))
            options = self._options[cell] = [option for option in near if option.looks > WORSE]
        return options

    def _near(self, position: int) -> Sequence[int]:
        """Return the places that a cell may belong to: on a wide page, those whose home is not far away."""
        if len(self._places) <= NARROW:
            return self._indexes
        return [i for i in self._indexes if abs(self._homes[i].position - position) <= FARTHEST]

    def _option(self, index: int, cell: Cell) -> _Option:
        """Return what a cell scores in a place, as far as the cells before it do not matter."""
        offset = cell.position - self._homes[index].position
        cost = 0.0 if offset == 0 else ACCUSTOMED if cell.position in self._homes[index].accustomed else None
        looks = self.weigh(index, cell) - self._places[index].cost
        if offset == 0 and index in self._extra:
            looks = max(looks, UNDER_ITS_HEADER)
        return _Option(index, looks, offset, cost)

    def _continued(self, path: _Path, cell: Cell, options: Sequence[_Option]) -> Iterator[_Path]:
        """Yield what may become of the next cell: no place, one further right, or one that it stands ahead of."""
        score, last, slid, used, ahead, _, _ = path
        again = cell.repeated and last in self._heads
        yield _Path(score - (REPEATED if again else LEFT_OVER), last, slid, used, ahead, path, None)
        may_be_ahead = not used & self._other_bits
        for index, looks, offset, cost in options:
            if index <= last or used >> index & 1:
                continue
            if cost is None:
                cost = SLID_ALONG if offset == slid else ELSEWHERE + PER_CELL * abs(offset - slid)  # noqa: PLW2901
            skipped = self._before[index] - self._before[last + 1]
            skipped -= sum(self._missing[i] for i in ahead if i < index) if ahead else 0.0
            still = tuple(i for i in ahead if i > index) if ahead else ahead
            yield _Path(score + looks - cost - skipped, index, offset, used | 1 << index, still, path, index)
            if may_be_ahead and index > last + 1:
                yield _Path(score + looks - AHEAD, last, slid, used | 1 << index, (*ahead, index), path, index)

    def weigh(self, index: int, cell: Cell) -> float:
        """Return how well a cell looks in a place."""
        place, shape = self._places[index], cell.shape
        score = place.looks.weigh(shape)
        if shape.family and (column := self._families.get(shape.family)):
            score += SAME_FAMILY if column == place.column else OTHER_FAMILY
        return score - TWICE if cell.repeated and place.column == "field" else score

    def _ended(self, path: _Path, edge: int | None) -> _Path:
        """Charge the slots behind the last cell.

        A slot that fell off the edge of a row that slid right costs next to nothing; a row without any of the shared
        columns pays for them but once.
        """
        rest = [i for i in range(path.last + 1, len(self._places)) if not path.used >> i & 1]
        cut = self._fallen(path.last, path.offset, edge)
        score = path.score - sum(min(self._missing[i], CUT) if i in cut else self._missing[i] for i in rest)
        if not path.used & self._shared_bits and not cut:
            score += sum(self._missing[i] for i in self._shared) - ALL_SHARED
        return path._replace(score=score)

    def _fallen(self, last: int, offset: int, edge: int | None) -> list[int]:
        if edge is None or offset <= 0:
            return []
        return [i for i in range(last + 1, len(self._places)) if self._homes[i].position + offset >= edge]

    def _ranked(self, paths: list[_Path], signature: Signature) -> Solution:
        paths.sort(key=lambda path: -path.score)
        ways = [path.chosen() for path in paths]
        columns = [self._columns(chosen) for chosen in ways]
        best = paths[0]
        second = next((k for k, other in enumerate(columns) if other != columns[0]), None)
        margin = _HOPELESS if second is None else min(best.score - paths[second].score, _HOPELESS)
        runner_up = None if second is None else self.place(signature, ways[second])
        margins = _margins([path.score for path in paths], columns)
        placed = tuple(
            Placed(position, column, offset, sure)
            for (position, column, offset, _), sure in zip(self.place(signature, ways[0]), margins, strict=True)
        )
        return Solution(ways[0], placed, margin, runner_up, self._cut(best, signature))

    def _columns(self, chosen: Chosen) -> list[str | None]:
        return [None if index is None else self._places[index].column for index in chosen]

    def _cut(self, path: _Path, signature: Signature) -> tuple[str, ...]:
        if (index := path.place) is None:
            return ()
        offset = self.offset(signature.cells[-1].position, index)
        return tuple(dict.fromkeys(self._places[i].column for i in self._fallen(index, offset, signature.edge)))

    def place(self, signature: Signature, chosen: Chosen) -> tuple[Placed, ...]:
        """Return the cells with the columns of the places chosen for them."""
        pairs = zip((cell.position for cell in signature.cells), chosen, strict=True)
        return tuple(self.placed(position, index) for position, index in pairs)

    def placed(self, position: int, index: int | None) -> Placed:
        """Return a cell with the column of a place, or with none."""
        if index is None:
            return Placed(position, None)
        return Placed(position, self._places[index].column, self.offset(position, index))

    def offset(self, position: int, index: int) -> int:
        """Return how far right of its accustomed places a cell stands."""
        home = self._homes[index]
        return 0 if position in home.accustomed else position - home.position

    def column(self, index: int) -> str:
        """Return the column of a place."""
        return self._places[index].column

    def nearest(self, position: int, offset: int, free: Sequence[int]) -> int | None:
        """Return the place whose home, moved by ``offset``, is nearest to a position."""
        return min(free, key=lambda i: (self._distance(i, position, offset), -i), default=None)

    def _distance(self, index: int, position: int, offset: int) -> int:
        home = self._homes[index]
        return min(abs(position - at - offset) for at in (home.position, *home.accustomed))

    def __len__(self) -> int:
        return len(self._places)


def _margins(scores: Sequence[float], columns: Sequence[Sequence[str | None]]) -> list[float]:
    """Return for each cell by how much the best way leads the best one that has it in another column.

    Args:
        scores: of the ways, the best first.
        columns: of the cells in each of them.
    """
    best, *others = zip(scores, columns, strict=True)
    return [
        min((best[0] - score for score, way in others if way[k] != column), default=_HOPELESS)
        for k, column in enumerate(best[1])
    ]


def _pruned(paths: list[_Path]) -> list[_Path]:
    paths.sort(key=lambda path: -path.score)
    floor = paths[0].score - _HOPELESS
    return [path for path in paths[:_BEAM] if path.score >= floor]

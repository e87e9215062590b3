"""The best assignment of a row's cells to the slots of its page, and the next best one.

A beam search from left to right.  A cell scores by its looks in a slot and by where it stands: at the slot's home, at
another accustomed position, as far off as the cell before it (a row that slid), or elsewhere.  A slot without a cell,
and a cell without a slot, cost what the columns say.  All scores are log-odds, so the difference between the best and
the next best is how sure the assignment is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.model.columns import SHARED_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.tables.layout import Layout, Place
    from dxlist.tables.shapes import Shape

ACCUSTOMED = 0.5
SLID_ALONG = 0.4
ELSEWHERE = 2.5
PER_CELL = 0.3
"""Costs of a position: seen elsewhere on the page, slid as far as the cell before, anywhere else (and how far)."""
LEFT_OVER = 4.5
REPEATED = 0.5
"""Costs of a cell without a slot: in general, and where it repeats the cell beside it."""
ALL_SHARED = 1.2
"""Cost of a row without project, overview and KPI: it shares the project above."""
_BEAM = 40
_HOPELESS = 12.0

Signature = tuple[tuple[int, "Shape", bool], ...]
"""Of each non-blank cell: its position, its shape, whether it repeats a neighbour."""


@dataclass(frozen=True, slots=True)
class Solution:
    """For each cell the index of its place, or None."""

    chosen: tuple[int | None, ...]
    margin: float
    runner_up: tuple[int | None, ...] | None


@dataclass(slots=True)
class _Path:
    score: float
    last: int
    offset: int
    chosen: tuple[int | None, ...]


class Solver:
    """Solves the rows of one layout; rows of one signature are solved once."""

    _MOST_KEPT = 20000

    def __init__(self, places: Sequence[Place], layout: Layout) -> None:
        self._places = places
        self._layout = layout
        self._missing = [place.looks.missing for place in places]
        self._shared = {i for i, place in enumerate(places) if place.column in SHARED_COLUMNS}
        self._known: dict[Signature, Solution] = {}

    def solve(self, signature: Signature) -> Solution:
        """Return the best assignment, its margin and the next best one."""
        solution = self._known.get(signature)
        if solution is None:
            if len(self._known) >= self._MOST_KEPT:
                self._known.clear()
            solution = self._known[signature] = self._search(signature)
        return solution

    def _search(self, signature: Signature) -> Solution:
        paths = [_Path(0.0, -1, 0, ())]
        for cell in signature:
            paths = _pruned([new for path in paths for new in self._continued(path, *cell)])
        return self._ranked([self._ended(path) for path in paths])

    def _continued(self, path: _Path, position: int, shape: Shape, repeated: bool) -> Iterator[_Path]:  # noqa: FBT001
        cost = REPEATED if repeated else LEFT_OVER
        yield _Path(path.score - cost, path.last, path.offset, (*path.chosen, None))
        skipped = 0.0
        for index in range(path.last + 1, len(self._places)):
            place = self._places[index]
            offset = position - self._layout[index].position
            score = self.weigh(index, shape) - place.cost - self._place_cost(index, position, offset, path.offset)
            yield _Path(path.score + score - skipped, index, offset, (*path.chosen, index))
            skipped += self._missing[index]

    def weigh(self, index: int, shape: Shape) -> float:
        """Return how well a cell looks in a place."""
        looks = self._places[index].looks
        return (
            looks.code.get(shape.code, 0.0)
            + looks.office[shape.office]
            + looks.form.get(shape.form, 0.0)
            + looks.size[shape.size]
        )

    def _place_cost(self, index: int, position: int, offset: int, before: int) -> float:
        if offset == 0:
            return 0.0
        if position in self._layout[index].accustomed:
            return ACCUSTOMED
        if offset == before:
            return SLID_ALONG
        return ELSEWHERE + PER_CELL * abs(offset - before)

    def _ended(self, path: _Path) -> _Path:
        """Charge the slots behind the last cell; a row without any of the shared columns pays for that but once."""
        score = path.score - sum(self._missing[path.last + 1 :])
        if not self._shared.intersection(path.chosen):
            score += sum(self._missing[i] for i in self._shared) - ALL_SHARED
        return _Path(score, path.last, path.offset, path.chosen)

    def _ranked(self, paths: list[_Path]) -> Solution:
        paths.sort(key=lambda path: -path.score)
        best = paths[0]
        columns = self._columns(best)
        other = next((path for path in paths if self._columns(path) != columns), None)
        margin = best.score - other.score if other else _HOPELESS
        return Solution(best.chosen, margin, other.chosen if other else None)

    def _columns(self, path: _Path) -> list[str | None]:
        return [None if index is None else self._places[index].column for index in path.chosen]


def _pruned(paths: list[_Path]) -> list[_Path]:
    paths.sort(key=lambda path: -path.score)
    floor = paths[0].score - _HOPELESS
    return [path for path in paths[:_BEAM] if path.score >= floor]

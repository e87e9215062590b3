"""``table_to_aligned_rows``: every non-blank cell of a page to its logical column.

Two passes.  The first believes the header and what the cells look like; its clear rows show where the columns of this
page really stand; the second weighs the cells against those homes.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from dxlist.model.stages import AlignedRow, Placed
from dxlist.tables.assignment import Signature, Solution, Solver
from dxlist.tables.layout import Home, Layout, Place, header_layout, observed_layout, places_of
from dxlist.tables.shapes import shape_of
from dxlist.words.marks import DITTO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.stages import PageTable, PhysicalRow

CLEAR = 1.0
"""Margin from which a row of the first pass bears witness to the page's layout."""


def table_to_aligned_rows(table: PageTable) -> list[AlignedRow]:
    """Return the rows of a page with a column for each cell, in order."""
    places = places_of(table.header)
    signatures = [signature_of(row) for row in table.rows]
    layout = page_layout(places, signatures)
    solver = _solver(places, layout)
    width = Counter(len(row.cells) for row in table.rows).most_common(1)[0][0] if table.rows else 0
    return [
        _aligned(row, signature, solver.solve(signature), places, layout, width)
        for row, signature in zip(table.rows, signatures, strict=True)
    ]


def signature_of(row: PhysicalRow) -> Signature:
    """Return what the assignment of a row depends on: where its cells stand and what they look like."""
    filled = [(i, text) for i, cell in enumerate(row.cells) if (text := cell.strip()) and text not in DITTO]
    texts = [text for _, text in filled]
    beside = zip(["", *texts], texts, [*texts[1:], ""], strict=False)
    repeats = [text in (left, right) for left, text, right in beside]
    return tuple((i, shape_of(text), again) for (i, text), again in zip(filled, repeats, strict=True))


def page_layout(places: tuple[Place, ...], signatures: Sequence[Signature]) -> Layout:
    """Return the homes of the columns on this page, as its clear rows show them."""
    first = _solver(places, header_layout(places))
    seen = [
        (index, cell[0])
        for signature in signatures
        if (solution := first.solve(signature)).margin >= CLEAR
        for index, cell in zip(solution.chosen, signature, strict=True)
        if index is not None
    ]
    return observed_layout(places, seen)


@lru_cache(maxsize=256)
def _solver(places: tuple[Place, ...], layout: Layout) -> Solver:
    return Solver(places, layout)


def _aligned(
    row: PhysicalRow, signature: Signature, solution: Solution, places: Sequence[Place], layout: Layout, width: int
) -> AlignedRow:
    placed = _with_dittos(row, _placed(signature, solution.chosen, places, layout), places, layout)
    other = solution.runner_up and _placed(signature, solution.runner_up, places, layout)
    cut = _cut_off(row, placed, solution.chosen, places, layout, width)
    return AlignedRow(row, placed, solution.margin, other, cut)


def _placed(
    signature: Signature, chosen: Sequence[int | None], places: Sequence[Place], layout: Layout
) -> tuple[Placed, ...]:
    return tuple(
        Placed(position, None)
        if index is None
        else Placed(position, places[index].column, _offset(position, layout[index]))
        for (position, _, _), index in zip(signature, chosen, strict=True)
    )


def _with_dittos(
    row: PhysicalRow, placed: tuple[Placed, ...], places: Sequence[Place], layout: Layout
) -> tuple[Placed, ...]:
    """Give each ditto mark the free column at whose home it stands, slid as far as the cell before it."""
    for position, cell in enumerate(row.cells):
        if cell.strip() in DITTO:
            before = [p for p in placed if p.index < position]
            taken = {p.column for p in placed}
            offset = before[-1].offset if before else 0
            free = [(abs(position - home.position - offset), place.column) for place, home in zip(places, layout, strict=True) if place.column not in taken]
            column = min(free)[1] if free else None
            placed = tuple(sorted((*placed, Placed(position, column)), key=lambda p: p.index))
    return placed


def _offset(position: int, home: Home) -> int:
    return 0 if position in home.accustomed else position - home.position


def _cut_off(
    row: PhysicalRow, placed: Sequence[Placed], chosen: Sequence[int | None], places: Sequence[Place], layout: Layout, width: int
) -> tuple[str, ...]:
    """Return the columns that fell off the right edge: the row slid, and its last cell stands in the last place."""
    if not placed or placed[-1].index < len(row.cells) - 1 or placed[-1].offset <= 0:
        return ()
    last = next((index for index in reversed(chosen) if index is not None), None)
    if last is None or len(row.cells) > width:
        return ()
    slid = placed[-1].offset
    lost = (place.column for place, home in zip(places[last + 1 :], layout[last + 1 :], strict=True) if home.position + slid >= width)
    return tuple(dict.fromkeys(lost))

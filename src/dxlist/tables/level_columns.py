"""``levels_of``: the level columns of a header from the top; what the rows of a block print in them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.stages import AlignedRow, Fill, HeaderCell, PageTable, Piece

Pieces = dict[str, "Piece"]

MIDDLE_LEVEL = "levels."
"""Before the header of a level between the first and the last, in its name."""


class LevelColumn(NamedTuple):
    """One level of the plan: where it stands, and the column of its code where that is another one."""

    column: str
    position: int
    code: str | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """Its column and that of its code."""
        return (self.column, self.code) if self.code else (self.column,)


class BodyRow(NamedTuple):
    """A row of a block with the texts that it prints itself, before anything is filled in."""

    table: PageTable
    aligned: AlignedRow
    own: Pieces
    leads: bool
    """It is the first row of its page, where what stands above is printed again."""
    headed: bool = False
    """A new section begins above it: nothing goes on over that."""
    marked: bool = False
    """It has cells that are no text of a column, such as ditto marks."""
    dittos: tuple[Fill, ...] = ()
    """Its ditto marks in levels, whose texts are among its own."""


@lru_cache(maxsize=256)
def levels_of(header: tuple[HeaderCell, ...]) -> tuple[LevelColumn, ...]:
    """Return the levels of a header from the top.

    Their order is that of the depths of their roles; without a role the field is the first and the item the last.
    """
    first, last = 0, len(header) + 1
    order = {"field": first, "item": last}
    cells = {c.column: c for c in reversed(header) if c.column in order or c.column.startswith(MIDDLE_LEVEL)}
    codes = {c.role.depth: c.column for c in header if c.role.kind == "level" and c.role.part == "code"}
    ranked = sorted(cells.values(), key=lambda c: (order.get(c.column, c.role.depth or 1), c.position))
    return tuple(
        LevelColumn(cell.column, cell.position, codes.get(cell.role.depth) if cell.role.depth else None)
        for cell in ranked
    )


def is_same(above: Mapping[str, Piece], own: Mapping[str, Piece], level: LevelColumn) -> bool:
    """Return whether a row prints of a level what stands above, as at the head of a page."""
    printed = [column for column in level.columns if column in own]
    return bool(printed) and all(c in above and fold(above[c].text) == fold(own[c].text) for c in printed)


def prints(row: BodyRow, level: LevelColumn) -> bool:
    """Return whether a row has a text of its own in a level."""
    return any(column in row.own for column in level.columns)


def new_levels(rows: Sequence[BodyRow], levels: Sequence[LevelColumn]) -> Iterator[int | None]:
    """Yield for each row the index of the topmost level that it begins anew; None where it only goes on."""
    above: Pieces = {}
    for row in rows:
        begins = next((k for k, level in enumerate(levels) if _begins(row, level, above)), None)
        if begins is not None:
            kept = {column for level in levels[:begins] for column in level.columns}
            above = {column: piece for column, piece in above.items() if column in kept}
        above |= {column: row.own[column] for level in levels for column in level.columns if column in row.own}
        yield begins


def _begins(row: BodyRow, level: LevelColumn, above: Mapping[str, Piece]) -> bool:
    return prints(row, level) and not is_same(above, row.own, level)

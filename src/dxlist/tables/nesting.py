"""``Nesting``: whether the blanks of a column mean "as above": only where they nest below the levels to its left.

A merged cell ends where a level to its left begins anew, and is not printed again within its block.  A column whose
blanks all keep to that is merged, if they are too many for chance; one whose blanks do not is just blank there.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dxlist.tables.level_columns import levels_of
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.stages import HeaderCell
    from dxlist.tables.level_columns import BodyRow
    from dxlist.tables.level_fills import RowLevels

DEPARTMENTS = "departments"
_ENOUGH = 2.0
"""Log-odds from which the blanks of a department are merged cells: two blanks of five rows, where two go on."""
_ENOUGH_OF_OTHERS = 6.0
"""That of other columns, which are often blank where there is nothing to say."""
_AGAINST = 4.0
"""What a blank where a level begins, or a text that is printed again below itself, speaks against merged cells."""
_LEADING_UNIT = 0.5
"""What a blank of a unit left of all that it stands for speaks for merged cells, where no level stands to its left."""
_LEAST_SHARE = 0.3
_NEVER = ("project", "number", "code", "level")
"""Roles whose blanks are never filled here."""


class NestedColumn(NamedTuple):
    """A column that may be merged, and what has to be blank to its left for it to go on."""

    column: str
    levels: int
    """How many of the levels stand to its left."""
    units: tuple[str, ...]
    """Upper units to its left."""
    leads: bool
    """It is an upper unit left of a lower one, or the unit that stands first, left of the projects."""

    @property
    def is_department(self) -> bool:
        """Whether it names units."""
        return is_department(self.column)


def is_department(column: str) -> bool:
    """Return whether a column names units: the lowest, or those above it."""
    return column == DEPARTMENTS or column.startswith(f"{DEPARTMENTS}.")


@lru_cache(maxsize=256)
def nested_columns(header: tuple[HeaderCell, ...]) -> tuple[NestedColumn, ...]:
    """Return the columns of a header that may be merged: units, and others behind a level."""
    return tuple(_nested_columns(header))


def _nested_columns(header: tuple[HeaderCell, ...]) -> Iterator[NestedColumn]:
    levels = levels_of(header)
    of_levels = {column for level in levels for column in level.columns}
    positions = sorted(level.position for level in levels)
    units = [cell for cell in header if is_department(cell.column)]
    for cell in header:
        left, is_unit = bisect_left(positions, cell.position), is_department(cell.column)
        if cell.role.kind in _NEVER or cell.column == "project_name" or cell.column in of_levels:
            continue
        upper = tuple(unit.column for unit in units if unit.position < cell.position) if is_unit else ()
        leads = is_unit and (any(unit.position > cell.position for unit in units) or _is_first(cell, header))
        if left or upper or leads:
            yield NestedColumn(cell.column, left, upper, leads)


def _is_first(unit: HeaderCell, header: Sequence[HeaderCell]) -> bool:
    before = [cell for cell in header if cell.position < unit.position]
    projects = (cell for cell in header if cell.column == "project_name")
    return all(cell.role.kind in _NEVER for cell in before) and any(cell.position > unit.position for cell in projects)


@dataclass(slots=True)
class BlankCounts:
    """What the rows so far say of one column."""

    rows: int = 0
    going_on: int = 0
    """Rows that begin nothing to its left."""
    nested: int = 0
    """Blanks in such rows."""
    bare: int = 0
    """Blanks in other rows."""
    again: int = 0
    """Texts printed below the same text."""

    def log_odds(self, column: NestedColumn) -> float:
        """Return how much the blanks speak for merged cells, against blanks that fall where they will."""
        chance = _log_choose(self.rows, self.nested) - _log_choose(self.going_on, self.nested)
        if not column.levels and column.leads and self.nested >= _LEAST_SHARE * self.rows:
            chance += _LEADING_UNIT * self.nested
        return chance - _AGAINST * (self.bare + self.again)

    @property
    def is_clean(self) -> bool:
        """Whether nothing speaks against merged cells."""
        return not self.bare and not self.again


def _log_choose(of: int, some: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(some + 1) - math.lgamma(of - some + 1)


@dataclass(slots=True)
class Nesting:
    """What the blocks of a list so far say of its columns."""

    found: dict[str, BlankCounts] = field(default_factory=dict)

    def learn(self, rows: Sequence[BodyRow], levels: Sequence[RowLevels]) -> None:
        """Weigh the rows of a block, those of a part in order, that name a project where the list has them."""
        latest = dict[str, str]()
        columns, named, header = tuple[NestedColumn, ...](), False, None
        for row, of in zip(rows, levels, strict=True):
            if row.table.header is not header:
                header = row.table.header
                columns = nested_columns(header)
                named = any(cell.column == "project_name" for cell in header)
            if named and "project_name" not in row.own:
                continue
            before = dict(latest)
            for column in columns:
                begins = _begins(row, column, of, before)
                text = self._weigh(row, column, before.get(column.column), begins=begins)
                if text or begins:
                    latest[column.column] = text

    def _weigh(self, row: BodyRow, column: NestedColumn, above: str | None, *, begins: bool) -> str:
        seen, text = self.found.get(column.column), _text(row, column.column)
        if seen is None:
            seen = self.found[column.column] = BlankCounts()
        seen.rows += 1
        seen.going_on += not begins
        seen.nested += not begins and not text
        seen.bare += begins and not text
        seen.again += not begins and bool(text) and text == above and not row.leads
        return text

    def is_merged(self, column: NestedColumn) -> bool:
        """Return whether the blanks of a column mean "as above"."""
        seen = self.found.get(column.column)
        if seen is None:
            return False
        if column.is_department:
            return seen.log_odds(column) >= _ENOUGH
        return seen.is_clean and seen.log_odds(column) >= _ENOUGH_OF_OTHERS

    def is_open(self, column: NestedColumn) -> bool:
        """Return whether the blanks of a column may mean "as above", but are too few to tell."""
        seen = self.found.get(column.column)
        may_be = column.is_department and seen is not None and bool(column.levels) and seen.is_clean
        return may_be and not self.is_merged(column)


def goes_on(row: BodyRow, column: NestedColumn, of: RowLevels) -> bool:
    """Return whether a row begins nothing to the left of a column that it leaves blank."""
    no_level = of.begins is None or of.begins >= column.levels
    return column.column not in row.own and no_level and not any(unit in row.own for unit in column.units)


def _begins(row: BodyRow, column: NestedColumn, of: RowLevels, latest: Mapping[str, str]) -> bool:
    if column.column not in latest:
        return True
    new_unit = any(unit in row.own and latest.get(unit) != _text(row, unit) for unit in column.units)
    return new_unit or (of.begins is not None and of.begins < column.levels)


def _text(row: BodyRow, column: str) -> str:
    piece = row.own.get(column)
    return fold(piece.text) if piece else ""

"""``UnitHomes``: what the rows of a list say of each other's units.

Behind 財務部 財政課 a cell may print 政策課, which is of another department (``OfficeUnit.beside``).  Where another row
says 総合政策部 政策課, that decides; where the list prints the department wherever it changes, it is 財務部; else it is
not known.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dxlist.values.departments import OfficeUnit, Upper, prints_each_upper
from dxlist.values.unit_names import without_remark
from dxlist.words.offices import IN_MANY_DEPARTMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.values.unit_names import Joint


class HousedUnit(NamedTuple):
    """A unit; what stands above it elsewhere and the line that shows it, where its own cell does not print that."""

    unit: OfficeUnit
    line: int | None = None
    elsewhere: Upper | None = None


class UnitHomes:
    """What stands above each division where a list prints that with it."""

    def __init__(self) -> None:
        self._homes: dict[str, dict[Upper, int]] = {}
        self._learned: set[tuple[OfficeUnit, ...]] = set()
        self._beside: set[tuple[str, Upper]] = set()
        self._manners: set[Joint | None] = set()
        """What parts unit and division in cells that print what is above a division wherever that changes."""
        self._holds: bool | None = None

    def learn(self, units: tuple[OfficeUnit, ...], line: int) -> None:
        """Take note of the units of a row; ``line`` is that of its cell."""
        if units in self._learned:
            return
        self._learned.add(units)
        self._holds = None
        if prints_each_upper(units):
            self._manners |= _manners_of(units)
        for unit in units:
            if unit.division and unit.beside:
                self._beside.add((without_remark(unit.division), unit.beside))
            elif unit.division and unit.department:
                homes = self._homes.setdefault(without_remark(unit.division), {})
                homes.setdefault(Upper(unit.department, unit.bureau), line)

    def place(self, units: Sequence[OfficeUnit]) -> list[HousedUnit]:
        """Return the units of a row, each below what its cell prints and the list shows above it.

        What the cell does not print is beside the unit: the cell is not made to say it.

        >>> homes = UnitHomes()
        >>> homes.learn((OfficeUnit("総合政策部", None, "政策課"),), 7)
        >>> unit, line, elsewhere = homes.place([OfficeUnit(None, None, "政策課", beside=Upper("財務部"))])[0]
        >>> unit.department, line, elsewhere
        (None, 7, Upper(department='総合政策部', bureau=None))
        """
        manners = _manners_of(units)
        is_alike = bool(manners) and manners <= self._manners
        return [self._placed(unit, is_alike=is_alike) for unit in units]

    def _placed(self, unit: OfficeUnit, *, is_alike: bool) -> HousedUnit:
        if unit.beside is None or unit.division is None:
            return HousedUnit(unit)
        name = without_remark(unit.division)
        home = self._home_of(name, unit.beside)
        if home is not None:
            if home.department == unit.beside.department and home.bureau in {None, unit.beside.bureau}:
                return HousedUnit(replace(unit, department=home.department, bureau=home.bureau, beside=None))
            unknown = replace(unit, department=None, bureau=None, beside=None)
            return HousedUnit(unknown, self._homes[name][home], home)
        if unit.department is None and name not in self._homes and is_alike and self._below_the_same():
            return HousedUnit(replace(unit, **unit.beside._asdict(), beside=None))
        return HousedUnit(unit)

    def _home_of(self, name: str, beside: Upper) -> Upper | None:
        """Return what the list shows above a division: the same as above the one before it, or all that it shows."""
        homes = self._homes.get(name, {})
        if beside in homes:
            return beside
        same = [home for home in homes if home.department == beside.department]
        if len(same) == 1:
            return same[0]
        return next(iter(homes)) if len(homes) == 1 and name not in IN_MANY_DEPARTMENTS else None

    def _below_the_same(self) -> bool:
        """Return whether no division stands behind that of another department, as far as the list shows."""
        if self._holds is None:
            pairs = ((self._home_of(name, beside), beside) for name, beside in self._beside)
            self._holds = all(home is None or home.department == beside.department for home, beside in pairs)
        return self._holds


def _manners_of(units: Sequence[OfficeUnit]) -> set[Joint | None]:
    return {unit.joint for unit in units if unit.division and unit.joint}

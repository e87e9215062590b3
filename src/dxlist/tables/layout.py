"""Where the cells of each column usually stand on a page: slots in the order of the header, and their homes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.tables.looks import DOUBLE_COST, LOOKS, Looks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.roles import Role
    from dxlist.model.stages import HeaderCell
    from dxlist.tables.looks import Slot

_ACCUSTOMED_SHARE = 0.2
_CLEARLY_MORE = 2


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """One slot of a header: what it is called, what stands there, where the header has it."""

    slot: Slot
    """``item``, ``item.code``, ``extra.number`` … the key of LOOKS."""
    column: str
    """Where its cells go: a logical column or ``extra.<header>``."""
    position: int
    cost: float
    """What it costs to use it at all: a column parted in two under one header."""

    @property
    def looks(self) -> Looks:
        """What cells of this slot look like."""
        return LOOKS[self.slot]


@dataclass(frozen=True, slots=True)
class Home:
    """Positions where the cells of one slot stand on a page."""

    position: int
    accustomed: tuple[int, ...] = ()


Families = tuple[tuple[str, str], ...]
"""Pattern of a code -> the column whose cells bear it on this page."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the rows of a page show of its columns."""

    homes: tuple[Home, ...]
    """A home for each place, in order."""
    families: Families = ()


def places_of(header: Sequence[HeaderCell]) -> tuple[ColumnPlace, ...]:
    """Return the slots of a header from left to right."""
    return tuple(_places(header))


def _places(header: Sequence[HeaderCell]) -> Iterator[ColumnPlace]:
    for cell in header:
        slot = slot_of(cell.role)
        first = _FIRST_HALVES.get(slot)
        if first and not _has_half_of_its_own(cell, header):
            yield ColumnPlace(first, cell.column, cell.position, DOUBLE_COST[first])
        yield ColumnPlace(slot, cell.column, cell.position, 0.0)


_FIRST_HALVES: dict[Slot, Slot] = {
    "field": "field.code",
    "item": "item.code",
    "departments": "departments.office",
}
"""Columns whose cell may be parted into two beside each other: code | title, department | division."""


def _has_half_of_its_own(cell: HeaderCell, header: Sequence[HeaderCell]) -> bool:
    """Return whether the header has a column of its own for the codes of a level, or for the upper unit."""
    if cell.role.kind == "department":
        return cell.role.part != ""
    return any(c.role.kind == "level" and c.role.part == "code" and c.role.depth == cell.role.depth for c in header)


_SLOTS: dict[str, Slot] = {
    "project": "project_name",
    "overview": "overview",
    "indicator": "kpi_text",
    "money": "extra.number",
    "number": "extra.number",
    "project.code": "extra.code",
    "department.code": "extra.code",
    "code": "extra.code",
    "indicator.baseline": "extra.number",
    "indicator.target": "extra.number",
    "indicator.actual": "extra.number",
    "indicator.value": "extra.number",
    "indicator.name": "kpi_text",
    "department": "departments",
    "department.department": "departments.office",
    "department.bureau": "departments",
    "department.division": "departments",
    "department.section": "departments",
}


def slot_of(role: Role) -> Slot:
    """Return what the cells of a role look like: a key of LOOKS.

    >>> from dxlist.model.roles import Role
    >>> slot_of(Role("level", depth=1)), slot_of(Role("level", "code", depth=2)), slot_of(Role("note"))
    ('field', 'item.code', 'extra.text')
    """
    if role.kind == "level":
        level = "field" if role.depth <= 1 else "item"
        return f"{level}.code" if role.part == "code" else level
    return _SLOTS.get(f"{role.kind}.{role.part}" if role.part else role.kind, "extra.text")


def header_layout(places: Sequence[ColumnPlace]) -> Layout:
    """Return the homes that the header claims; a first guess, for headers stand over the wrong column."""
    return Layout(tuple(Home(place.position) for place in places))


def observed_homes(places: Sequence[ColumnPlace], seen: Iterable[tuple[int, int]]) -> tuple[Home, ...]:
    """Return the homes that the rows of a page show.

    Args:
        places: the slots.
        seen: (index of a place, position of a cell) of rows whose assignment is clear.
    """
    counts = [Counter[int]() for _ in places]
    for index, position in seen:
        counts[index][position] += 1
    homes = [_home(count) for count in counts]
    return tuple(home or _beside(places, homes, i) for i, home in enumerate(homes))


def clear_families(borne: Mapping[str, Counter[str]]) -> Families:
    """Keep the families that one column bears more than once, and no other nearly as often."""
    clear = {family: columns.most_common(2) for family, columns in borne.items()}
    return tuple(
        (family, ranked[0][0])
        for family, ranked in sorted(clear.items())
        if ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] > _CLEARLY_MORE * ranked[1][1])
    )


def _home(count: Counter[int]) -> Home | None:
    if not count:
        return None
    (position, most), *_ = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))
    total = count.total()
    often = (p for p, n in count.items() if n > 1 and n >= _ACCUSTOMED_SHARE * total and (p, n) != (position, most))
    return Home(position, tuple(sorted(often)))


def _beside(places: Sequence[ColumnPlace], homes: Sequence[Home | None], i: int) -> Home:
    """Return the home of a slot that no row shows: as far from its nearest neighbour as in the header."""
    known = [(abs(k - i), k, home) for k, home in enumerate(homes) if home is not None]
    if not known:
        return Home(places[i].position)
    _, k, home = min(known, key=lambda entry: entry[:2])
    return Home(home.position + places[i].position - places[k].position)

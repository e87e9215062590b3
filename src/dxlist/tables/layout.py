"""Where the cells of each column usually stand on a page: slots in the order of the header, and their homes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from dxlist.model.stages import is_further
from dxlist.tables.columns import CODE_HEADER, DOUBLE, DOUBLE_COST, EXTRA_NUMBER, LOOKS, Looks
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.columns import Column
    from dxlist.model.stages import HeaderCell
    from dxlist.tables.columns import Slot

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
    for i, cell in enumerate(header):
        if is_further(cell):
            yield ColumnPlace(_further_slot(header, i), cell.column, cell.position, 0.0)
        elif not _is_double(cell.column):
            yield ColumnPlace(cell.column, cell.column, cell.position, 0.0)
        else:
            yield from _double(header, i)


def _is_double(column: str) -> bool:
    return column in DOUBLE


def _further_slot(header: Sequence[HeaderCell], i: int) -> Slot:
    """Say what stands in a further column: numbers, text, or, before the projects, the codes of these."""
    key = fold(header[i].text)
    if CODE_HEADER.search(key) and i + 1 < len(header) and header[i + 1].column == "project_name":
        return "extra.code"
    return "extra.number" if EXTRA_NUMBER.search(key) else "extra.text"


def _double(header: Sequence[HeaderCell], i: int) -> Iterator[ColumnPlace]:
    """Yield both slots of a column that may be parted; two headers of one column are its two slots."""
    cell = header[i]
    first, second = DOUBLE[cast("Column", cell.column)]
    followed = i + 1 < len(header) and header[i + 1].column == cell.column
    preceded = i > 0 and header[i - 1].column == cell.column
    if followed:
        yield ColumnPlace(first, cell.column, cell.position, 0.0)
    elif preceded:
        yield ColumnPlace(second, cell.column, cell.position, 0.0)
    else:
        yield ColumnPlace(first, cell.column, cell.position, DOUBLE_COST[first])
        yield ColumnPlace(second, cell.column, cell.position, 0.0)


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

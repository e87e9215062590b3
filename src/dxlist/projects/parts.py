"""``Part``: the rows of one spelling that are one project; clusters are made of parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.projects.comparison import printed_at
from dxlist.projects.evidence import say_another, say_the_same, share_unit
from dxlist.projects.rows import order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dxlist.projects.names import NameKeys
    from dxlist.projects.rows import Row


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Rows of one respelled name that are one project, and what they say together."""

    key: str
    """The respelled key; of a row without a name, empty."""
    rows: tuple[Row, ...]
    """In order of year, list and line."""
    keys: tuple[NameKeys, ...]
    """Of each row."""
    prints: int
    """How many times the name is printed: a merged cell counts once."""
    units: frozenset[str]
    overviews: frozenset[str]
    targets: frozenset[str]

    def rank(self) -> tuple[int, str, tuple[int, str, int, str]]:
        """Sort parts so that the best attested is first; the same under any order of the rows."""
        return -self.prints, self.key, order(self.rows[0])


def part_of(key: str, rows: Iterable[tuple[Row, NameKeys]], common: frozenset[str] = frozenset()) -> Part:
    """Return the part of some rows; ``common`` texts prove nothing and are left out."""
    ordered = sorted(rows, key=lambda pair: order(pair[0]))
    if len(ordered) == 1:
        return _part_of_one(key, *ordered[0], common)
    own = tuple(row for row, _ in ordered)
    return Part(
        key=key,
        rows=own,
        keys=tuple(keys for _, keys in ordered),
        prints=len(set(map(printed_at, own))),
        units=frozenset(unit for row in own for unit in row.units),
        overviews=frozenset(row.overview for row in own if row.overview) - common,
        targets=frozenset(row.targets for row in own if row.targets) - common,
    )


def _part_of_one(key: str, row: Row, keys: NameKeys, common: frozenset[str]) -> Part:
    overviews = frozenset((row.overview,)) if row.overview else _NOTHING
    targets = frozenset((row.targets,)) if row.targets else _NOTHING
    return Part(key, (row,), (keys,), 1, frozenset(row.units), overviews - common, targets - common)


_NOTHING = frozenset[str]()


def agree_in_words(one: Part, two: Part) -> bool:
    """Return whether the overviews or the targets of two parts agree."""
    return say_the_same(one.overviews, two.overviews) or say_the_same(one.targets, two.targets)


def agree_in_units(one: Part, two: Part) -> bool:
    """Return whether a division of one part is a division of the other."""
    return share_unit(one.units, two.units)


def are_about_others(one: Part, two: Part) -> bool:
    """Return whether the overviews of two parts are known and about different things."""
    return say_another(one.overviews, two.overviews)

"""``split_namesakes``: rows of one name in one government -> the projects behind them.

One name is not always one project: 一般管理費 stands under every department.  What decides:

- rows that share a division, or say the same in overview or targets, are one; but where the name says nothing
  (職員給与費), the texts say nothing either (給料、職員手当等);
- a row without a division joins the one project of its spelling there is, and none where there are two;
- divisions that differ, with overview and targets that differ, in one year: two projects;
- the same in years that follow each other: one project whose division was renamed, unless the name says nothing.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from dxlist.projects.evidence import SHORT, say_the_same
from dxlist.projects.joining import Union
from dxlist.projects.names import is_generic

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator, Sequence

    from dxlist.projects.names import NameKeys
    from dxlist.projects.rows import Row

FEW = 8
"""Up to so many projects of one name are compared each with each, text by text."""


def split_namesakes(rows: Sequence[Row], keys: Sequence[NameKeys], common: Collection[str]) -> list[list[int]]:
    """Return the rows of each project, as positions in ``rows``.

    Args:
        rows: rows of one government whose respelled names are equal.
        keys: the keys of each row's name.
        common: overviews and targets that stand under many names and so prove nothing.
    """
    if _is_plain(rows, keys):
        return [list(range(len(rows)))]
    if is_generic(keys[0].respelled):
        common = {text for row in rows for text in (row.overview, row.targets)}
    union = Union(len(rows))
    union.join_by_keys(_strong_keys(rows, keys, common))
    _join_unknown(union, rows, keys)
    _join_alike(union, rows, common)
    _join_years(union, rows, keys)
    return union.sets()


def _is_plain(rows: Sequence[Row], keys: Sequence[NameKeys]) -> bool:
    """Say whether nothing has to be decided: one division at most, and one spelling."""
    units, expanded = rows[0].units, keys[0].expanded
    for row, key in zip(rows, keys, strict=True):
        if key.expanded != expanded or (row.units and units and row.units != units):
            return False
        units = units or row.units
    return True


def _strong_keys(
    rows: Sequence[Row], keys: Sequence[NameKeys], common: Collection[str]
) -> Iterator[tuple[int, Hashable]]:
    above = _units_above(rows)
    for at, (row, key) in enumerate(zip(rows, keys, strict=True)):
        yield at, ("printed", row.printed or row.initiative_id)
        yield from ((at, ("unit", unit)) for unit in row.units if unit not in above)
        yield from ((at, ("text", text)) for text in _proofs(row, common))
        if above.issuperset(row.units):
            yield at, ("weak", row.units, key.expanded)


def _units_above(rows: Sequence[Row]) -> set[str]:
    """Return the units that stand above another one of these rows: 総務部 beside 総務部 人事課 names no division."""
    units = {unit for row in rows for unit in row.units}
    heads = {unit[:at] for unit in units for at, letter in enumerate(unit) if letter == "/"}
    return units & heads


def _proofs(row: Row, common: Collection[str]) -> list[str]:
    return [text for text in (row.overview, row.targets) if len(text) >= SHORT and text not in common]


def _join_unknown(union: Union, rows: Sequence[Row], keys: Sequence[NameKeys]) -> None:
    """Join rows whose division is not known, or only the department, to the one project that they can belong to."""
    above = _units_above(rows)
    sets = union.sets()
    known = [at for at in sets if any(not above.issuperset(rows[i].units) for i in at)]
    for weak in sets:
        if weak in known:
            continue
        fits = [at for at in known if _fits(weak, at, rows, keys)]
        if len(fits) == 1:
            union.join(weak[0], fits[0][0])


def _fits(weak: list[int], known: list[int], rows: Sequence[Row], keys: Sequence[NameKeys]) -> bool:
    """Say whether rows of unknown division can belong to a project: the same spelling, the same department."""
    spellings = {keys[i].expanded for i in known}
    heads = {unit for i in weak for unit in rows[i].units}
    if not heads:
        return any(keys[i].expanded in spellings for i in weak)
    return any(unit.startswith(f"{head}/") for i in known for unit in rows[i].units for head in heads)


def _join_alike(union: Union, rows: Sequence[Row], common: Collection[str]) -> None:
    """Join projects whose overviews or targets differ by a few letters only."""
    sets = union.sets()
    if len(sets) == 1 or len(sets) > FEW:
        return
    overviews = [{rows[i].overview for i in at}.difference(common) for at in sets]
    targets = [{rows[i].targets for i in at}.difference(common) for at in sets]
    for a, b in combinations(range(len(sets)), 2):
        if say_the_same(overviews[a], overviews[b]) or say_the_same(targets[a], targets[b]):
            union.join(sets[a][0], sets[b][0])


def _join_years(union: Union, rows: Sequence[Row], keys: Sequence[NameKeys]) -> None:
    """Join projects of one spelling that never stand in one year: the division was renamed in between."""
    sets = union.sets()
    if len(sets) == 1 or is_generic(keys[0].respelled):
        return
    seen = set[int | None]()
    for at in sets:
        years = {rows[i].fiscal_year for i in at}
        if None in years or not seen.isdisjoint(years):
            return
        seen |= years
    if len({keys[i].expanded for at in sets for i in at}) == 1:
        for at in sets[1:]:
            union.join(sets[0][0], at[0])

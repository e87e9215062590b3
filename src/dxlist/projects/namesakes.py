"""``split_namesakes``: rows of one name in one government -> the projects behind them.

One name is not always one project: 一般管理費 stands under every department.  What decides:

- rows that share a division are one, whatever their overviews say: a budget repeats a name for each of its expenses;
- divisions that differ are one project where each has one overview (or target) and it is the same;
- a row without a division joins the project whose words it has, or the one project of its spelling there is, and none
  where there are two;
- divisions that differ, with overview and targets that differ, in one year: two projects;
- the same in years that follow each other: one project whose division was renamed;
- of a name that says nothing (一般管理費) neither words nor years count, only the division.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from dxlist.projects.evidence import SHORT, say_the_same
from dxlist.projects.joining import Union
from dxlist.projects.names import is_generic

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

    from dxlist.projects.names import NameKeys
    from dxlist.projects.rows import Row

MOST_NAMESAKES = 2
"""A name that more projects than this bear is a word for a thing that every department has."""
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
    union = Union(len(rows))
    union.join_by_keys(_sure_keys(rows, keys))
    proofs = _Proofs(rows, common)
    _join_unknown(union, rows, keys, proofs)
    if not is_generic(keys[0].respelled):
        _join_alike(union, proofs)
        _join_years(union, rows, keys)
    return union.sets()


def _is_plain(rows: Sequence[Row], keys: Sequence[NameKeys]) -> bool:
    """Return whether nothing has to be decided: one division at most, and one spelling."""
    units, expanded = rows[0].units, keys[0].expanded
    for row, key in zip(rows, keys, strict=True):
        if key.expanded != expanded or (row.units and units and row.units != units):
            return False
        units = units or row.units
    return True


def _sure_keys(rows: Sequence[Row], keys: Sequence[NameKeys]) -> Iterator[tuple[int, Hashable]]:
    above = _units_above(rows)
    for at, (row, key) in enumerate(zip(rows, keys, strict=True)):
        yield at, ("printed", row.printed or row.initiative_id)
        yield from ((at, ("unit", unit)) for unit in row.units if unit not in above)
        if above.issuperset(row.units):
            yield at, ("unknown", row.units, key.expanded)


def _units_above(rows: Sequence[Row]) -> set[str]:
    """Return the units that stand above another one of these rows: 総務部 beside 総務部 人事課 names no division."""
    units = {unit for row in rows for unit in row.units}
    heads = {unit[:at] for unit in units for at, letter in enumerate(unit) if letter == "/"}
    return units & heads


class _Proofs:
    """The overviews and targets of some rows, without the short ones and the phrases that stand under many names."""

    def __init__(self, rows: Sequence[Row], common: Collection[str]) -> None:
        self._overviews = [_proof(row.overview, common) for row in rows]
        self._targets = [_proof(row.targets, common) for row in rows]

    def agree(self, one: Iterable[int], two: Iterable[int]) -> bool:
        """Return whether each of two sets of rows has one overview or one target, and it is the same."""
        return any(len(a) == len(b) == 1 and say_the_same(a, b) for a, b in self._of(one, two))

    def share(self, one: Iterable[int], two: Iterable[int]) -> bool:
        """Return whether an overview or a target of one set of rows is one of the other."""
        return any(not a.isdisjoint(b) for a, b in self._of(one, two))

    def texts(self, rows: Iterable[int]) -> list[str]:
        """Return the one overview and the one target of some rows, where there is one of it."""
        found = ({texts[i] for i in rows} - {""} for texts in (self._overviews, self._targets))
        return [text for own in found if len(own) == 1 for text in own]

    def _of(self, one: Iterable[int], two: Iterable[int]) -> Iterator[tuple[set[str], set[str]]]:
        for texts in (self._overviews, self._targets):
            yield {texts[i] for i in one} - {""}, {texts[i] for i in two} - {""}


def _proof(text: str, common: Collection[str]) -> str:
    return text if len(text) >= SHORT and text not in common else ""


def _join_unknown(union: Union, rows: Sequence[Row], keys: Sequence[NameKeys], proofs: _Proofs) -> None:
    """Join rows whose division is not known, or only the department, to the one project that they can belong to."""
    above = _units_above(rows)
    known, unknown = list[list[int]](), list[list[int]]()
    for at in union.sets():
        (unknown if all(above.issuperset(rows[i].units) for i in at) else known).append(at)
    for at in unknown:
        fits = [other for other in known if _fits(at, other, rows, keys)]
        sharing = [other for other in known if proofs.share(at, other)]
        if len(sharing) == 1 or (not sharing and len(fits) == 1):
            union.join(at[0], (sharing or fits)[0][0])


def _fits(unknown: list[int], known: list[int], rows: Sequence[Row], keys: Sequence[NameKeys]) -> bool:
    """Return whether rows of unknown division can belong to a project: the same spelling, the same department."""
    spellings = {keys[i].expanded for i in known}
    heads = {unit for i in unknown for unit in rows[i].units}
    if not heads:
        return any(keys[i].expanded in spellings for i in unknown)
    return any(unit.startswith(f"{head}/") for i in known for unit in rows[i].units for head in heads)


def _join_alike(union: Union, proofs: _Proofs) -> None:
    """Join projects that each have one overview or target, and the same, but for a few letters.

    Where more than two are left all the same, the name is one that every department has, and so may its words be.
    """
    sets = union.sets()
    alike = Union(len(sets))
    alike.join_by_keys((number, text) for number, at in enumerate(sets) for text in proofs.texts(at))
    for one, two in combinations(range(len(sets)), 2) if len(sets) <= FEW else ():
        if proofs.agree(sets[one], sets[two]):
            alike.join(one, two)
    groups = alike.sets()
    for group in groups if len(groups) <= MOST_NAMESAKES else ():
        for number in group[1:]:
            union.join(sets[group[0]][0], sets[number][0])


def _join_years(union: Union, rows: Sequence[Row], keys: Sequence[NameKeys]) -> None:
    """Join projects of one spelling that never stand in one year: the division was renamed in between."""
    sets = union.sets()
    if len(sets) == 1:
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

"""``split_homonyms``: rows of one name in one government -> the projects behind them.

One name is not always one project: every department has its 一般管理費.  What decides:

- rows that share a division are one, whatever their overviews say: a budget repeats a name for each of its expenses;
- divisions that differ are one project where each has one overview (or target) and it is the same;
- a row without a division joins the project with its words, or the only project of its spelling, and none where there
  are two;
- rows of divisions, overviews and targets that all differ are two projects, where they are of one year,
  and one whose division was renamed, where they are of different years;
- for a name that says nothing (一般管理費) neither words nor years count, only the division.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from dxlist.projects.evidence import SHORT, say_the_same
from dxlist.projects.graph import Components
from dxlist.projects.names import is_generic
from dxlist.projects.rows import grouped

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

    from dxlist.projects.rows import Row

MOST_HOMONYMS = 2
"""A name of more projects than this is a word for a thing that every department has."""
FEW = 8
"""Up to so many projects of one name are compared each with each, text by text."""


def split_homonyms(
    name: str, rows: Sequence[Row], spellings: Sequence[str], common: Collection[str]
) -> list[list[int]]:
    """Return the rows of each project, as positions in ``rows``.

    Args:
        name: the respelled name.
        rows: rows of one government that have it.
        spellings: of each row, the key of its name on which rows are one without further evidence.
        common: overviews and targets that belong to many names and so prove nothing.
    """
    if _is_plain(rows, spellings):
        return [list(range(len(rows)))]
    components = Components(range(len(rows)))
    components.join_by_keys(_sure_keys(rows, spellings))
    proofs = _Proofs(rows, common)
    _join_unknown(components, rows, spellings, proofs)
    if not is_generic(name):
        _join_alike(components, proofs)
        _join_years(components, rows, spellings)
    return components.sets()


def _is_plain(rows: Sequence[Row], spellings: Sequence[str]) -> bool:
    """Return whether nothing has to be decided: one division at most, and one spelling."""
    units = rows[0].units
    for row, spelling in zip(rows, spellings, strict=True):
        if spelling != spellings[0] or (row.units and units and row.units != units):
            return False
        units = units or row.units
    return True


def _sure_keys(rows: Sequence[Row], spellings: Sequence[str]) -> Iterator[tuple[int, Hashable]]:
    above, whole = _units_above(rows), _whole_units(rows)
    for at, (row, spelling) in enumerate(zip(rows, spellings, strict=True)):
        yield at, ("printed", row.printed or row.initiative_id)
        yield from ((at, ("unit", whole.get(unit, unit))) for unit in row.units if unit not in above)
        if above.issuperset(row.units):
            yield at, ("unknown", row.units, spelling)


def _whole_units(rows: Sequence[Row]) -> dict[str, str]:
    """Return units whose department is not known, with the only unit of these rows that they can be."""
    units = {unit for row in rows for unit in row.units}
    if all("/" in unit for unit in units) or not any("/" in unit for unit in units):
        return {}
    homes = grouped((unit.rsplit("/", 1)[-1], unit) for unit in units if "/" in unit)
    return {unit: homes[unit][0] for unit in units if len(homes.get(unit, ())) == 1}


def _units_above(rows: Sequence[Row]) -> set[str]:
    """Return the units that are above another one of these rows: 総務部 beside 総務部 人事課 names no division."""
    units = {unit for row in rows for unit in row.units}
    heads = {unit[:at] for unit in units for at, letter in enumerate(unit) if letter == "/"}
    return units & heads


class _Proofs:
    """The overviews and targets of some rows, without the short ones and the phrases that belong to many names."""

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


def _join_unknown(components: Components[int], rows: Sequence[Row], spellings: Sequence[str], proofs: _Proofs) -> None:
    """Join rows whose division is not known, or only the department, to the one project that they can belong to."""
    above = _units_above(rows)
    known, unknown = list[list[int]](), list[list[int]]()
    for at in components.sets():
        (unknown if all(above.issuperset(rows[i].units) for i in at) else known).append(at)
    for at in unknown:
        fits = [other for other in known if _fits(at, other, rows, spellings)]
        sharing = [other for other in known if proofs.share(at, other)]
        if len(sharing) == 1 or (not sharing and len(fits) == 1):
            components.join(at[0], (sharing or fits)[0][0])


def _fits(unknown: list[int], known: list[int], rows: Sequence[Row], spellings: Sequence[str]) -> bool:
    """Return whether rows of unknown division can belong to a project: the same spelling, the same department."""
    own = {spellings[i] for i in known}
    heads = {unit for i in unknown for unit in rows[i].units}
    if not heads:
        return any(spellings[i] in own for i in unknown)
    return any(unit.startswith(f"{head}/") for i in known for unit in rows[i].units for head in heads)


def _join_alike(components: Components[int], proofs: _Proofs) -> None:
    """Join projects that each have one overview or target, and the same, but for a few letters.

    Where more than two are left all the same, the name is one that every department has, and so may its words be.
    """
    sets = components.sets()
    alike = Components(range(len(sets)))
    alike.join_by_keys((number, text) for number, at in enumerate(sets) for text in proofs.texts(at))
    for one, two in combinations(range(len(sets)), 2) if len(sets) <= FEW else ():
        if proofs.agree(sets[one], sets[two]):
            alike.join(one, two)
    groups = alike.sets()
    for group in groups if len(groups) <= MOST_HOMONYMS else ():
        for number in group[1:]:
            components.join(sets[group[0]][0], sets[number][0])


def _join_years(components: Components[int], rows: Sequence[Row], spellings: Sequence[str]) -> None:
    """Join projects of one spelling that never occur in the same year: the division was renamed in between."""
    sets = components.sets()
    if len(sets) == 1:
        return
    seen = set[int | None]()
    for at in sets:
        years = {rows[i].fiscal_year for i in at}
        if None in years or not seen.isdisjoint(years):
            return
        seen |= years
    if len({spellings[i] for at in sets for i in at}) == 1:
        for at in sets[1:]:
            components.join(sets[0][0], at[0])

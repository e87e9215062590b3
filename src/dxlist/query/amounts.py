"""``amounts_of``: targets of several rows -> what they add up to, where that means anything, else their range.

Targets are added up where they agree in unit, metric, comparison, period, both years and grade, and are a plain count:
never a share, a rank, an amount per something, a change, a range, an approximate or a cumulative value.  A project that
stands in several rows is counted once; where its rows give different values nothing is added up.  Nor is it where two
projects print the very same words: that may be one target of both (lines 109-111 of fukushima_r04, 640名).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dxlist.query.keys import due_year, project_of
from dxlist.text.folding import fold
from dxlist.words.units import adds_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.initiative import Initiative
    from dxlist.model.kpi import KpiTarget
    from dxlist.query.columns import Hit

_PLAIN = ("eq", "ge")
"""Comparisons that may be added up: 10件, 10件以上."""


class TargetSum(NamedTuple):
    """What the targets of one unit come to."""

    unit: str | None
    metric: str | None
    """Where they are of one metric and were added up."""
    targets: int
    """How many there are; one that a project sets in several rows is one."""
    projects: int
    total: Decimal | None
    """None: they cannot be added up."""
    at_least: bool
    """Whether the total is one of targets that say 以上."""
    least: Decimal
    greatest: Decimal


class _Of(NamedTuple):
    """A target, and who sets it where."""

    target: KpiTarget
    initiative: Initiative

    @property
    def project(self) -> str:
        return project_of(self.initiative)

    @property
    def words(self) -> str:
        """The text of the whole cell, folded."""
        return fold(self.initiative.kpi_text or "")


_SumKey = tuple[str, ...]


def amounts_of(hits: Iterable[Hit]) -> list[TargetSum]:
    """Return for each unit what its targets add up to, metric by metric, and the range of those that do not add up.

    Units stand in order of how many targets they have.
    """
    by_unit = defaultdict[str | None, list[_Of]](list)
    for hit in hits:
        for target in hit.targets:
            by_unit[fold(target.unit) if target.unit else None].append(_Of(target, hit.initiative))
    found = [amount for given in by_unit.values() for amount in _of_unit(given)]
    return sorted(found, key=lambda amount: (-amount.targets, amount.unit or ""))


def _of_unit(given: Sequence[_Of]) -> Iterator[TargetSum]:
    by_key, others = defaultdict[_SumKey, list[_Of]](list), list[_Of]()
    for one in given:
        if key := _summing_key(one):
            by_key[key].append(one)
        else:
            others.append(one)
    for same in by_key.values():
        values = _once_per_project(same)
        if values is None or not _are_of_several(same):
            others += same
        else:
            yield _amount(same, values, total=sum(values, Decimal(0)))
    if others:
        yield _amount(others, _values(others), total=None)


def _summing_key(one: _Of) -> _SumKey | None:
    """Return what must agree for targets to be added up; None for a target that never is."""
    target = one.target
    plain = target.comparator in _PLAIN and not target.cumulative and target.value_to is None
    if not plain or target.metric is None or target.unit is None or not adds_up(target.unit):
        return None
    kind = (target.metric, target.comparator, target.period, target.grade)
    years = (due_year(target), one.initiative.fiscal_year)
    return tuple(fold(str(part)) for part in (*kind, *years))


def _are_of_several(same: Iterable[_Of]) -> bool:
    """Return whether targets are of several projects, each in words of its own."""
    words = defaultdict[str, set[str]](set)
    for one in same:
        words[one.words].add(one.project)
    return len(set().union(*words.values())) > 1 and all(len(projects) == 1 for projects in words.values())


def _once_per_project(same: Iterable[_Of]) -> list[Decimal] | None:
    """Return the values, of each project those of one row; None where the rows of a project disagree."""
    rows = defaultdict[str, defaultdict[str, list[Decimal]]](lambda: defaultdict(list))
    for one in same:
        rows[one.project][one.initiative.initiative_id].append(Decimal(one.target.value))
    values = list[Decimal]()
    for by_row in rows.values():
        first, *others = by_row.values()
        if any(Counter(other) != Counter(first) for other in others):
            return None
        values += first
    return values


def _values(given: Iterable[_Of]) -> list[Decimal]:
    """Return the values, each once for each project that sets it for a metric."""
    seen = {(one.project, fold(one.target.metric or ""), one.target.value): Decimal(one.target.value) for one in given}
    return list(seen.values())


def _amount(given: Sequence[_Of], values: Sequence[Decimal], *, total: Decimal | None) -> TargetSum:
    first = given[0].target
    ends = [Decimal(one.target.value_to or one.target.value) for one in given]
    return TargetSum(
        unit=first.unit,
        metric=first.metric if total is not None else None,
        targets=len(values),
        projects=len({one.project for one in given}),
        total=total,
        at_least=total is not None and first.comparator == "ge",
        least=min(values),
        greatest=max(ends),
    )

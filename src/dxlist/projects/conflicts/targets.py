"""``compare_targets``: do two cells set the same targets, and how far are they apart?"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dxlist.projects.evidence import similarity
from dxlist.projects.names import name_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.kpi import KpiTarget
    from dxlist.model.project import ConflictGrade

SAME_METRIC = 70.0
"""Ratio of two metrics from which they are one: 共同導入した電子申請システムの利用件数 / 電子申請システムの利用件数."""


class Disagreement(NamedTuple):
    """How far two readings are apart, and in what."""

    grade: ConflictGrade
    reason: str


def compare_targets(one: Sequence[KpiTarget], two: Sequence[KpiTarget]) -> Disagreement | None:
    """Return the worst disagreement of two cells' targets, None where they set the same.

    How many are served (59市町村に対し提供する) is no target; a cell that says only that sets none.
    """
    one, two = ([target for target in targets if target.grade != "scope"] for targets in (one, two))
    if not one or not two:
        return Disagreement("difference", "missing") if one or two else None
    pairs, left = _paired(one, two)
    found = [disagreement for a, b in pairs if (disagreement := _compare_values(a, b))]
    if left:
        found.append(Disagreement("difference", "other_targets"))
    return min(found, key=lambda d: REASONS.index(d.reason), default=None)


REASONS = ("factor_of_ten", "off_by_one", "other_values", "other_deadline", "other_targets", "missing")
"""Worst first."""


def _paired(one: Sequence[KpiTarget], two: Sequence[KpiTarget]) -> tuple[list[tuple[KpiTarget, KpiTarget]], int]:
    """Pair the targets of one metric and unit, the most similar first; also say how many are left."""
    scored = sorted(
        ((-_likeness(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(two) if a.unit == b.unit),
    )
    used, pairs = (set[int](), set[int]()), list[tuple["KpiTarget", "KpiTarget"]]()
    alone = len(one) == len(two) == 1
    for score, i, j in scored:
        if (-score >= SAME_METRIC or alone) and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((one[i], two[j]))
    return pairs, len(one) + len(two) - 2 * len(pairs)


def _likeness(one: KpiTarget, two: KpiTarget) -> float:
    a, b = (name_keys(target.metric or "").respelled for target in (one, two))
    if not a and not b:
        return 100.0 if one.value == two.value else SAME_METRIC
    return 100.0 if a == b else similarity(a, b)


def _compare_values(one: KpiTarget, two: KpiTarget) -> Disagreement | None:
    a, b = Decimal(one.value), Decimal(two.value)
    if a != b:
        return Disagreement("contradiction", _how_far(a, b))
    others = ("value_to", "comparator", "cumulative", "baseline_value")
    if any(getattr(one, name) != getattr(two, name) for name in others):
        return Disagreement("difference", "other_values")
    years = one.target_fiscal_year, two.target_fiscal_year
    if None not in years and years[0] != years[1]:
        return Disagreement("contradiction", "other_deadline")
    return None


def _how_far(one: Decimal, two: Decimal) -> str:
    low, high = sorted((abs(one), abs(two)))
    if low and high / low in {Decimal(10) ** n for n in range(1, 7)}:
        return "factor_of_ten"
    return "off_by_one" if high - low == 1 else "other_values"

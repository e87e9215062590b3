"""What the readers of values make of the cells of a row: the plain forms of targets and indicators.

Each has the keys of its record in their order (``dxlist.model.kpi``, ``dxlist.model.indicator``, which describe them),
and is made in a fraction of the time; ``fields`` is the form in which a row holds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dxlist.model.kpi import Comparator, DeadlineKind, Period, TargetGrade
    from dxlist.model.roles import IndicatorKind
    from dxlist.model.stages import Fields


class TargetReading(NamedTuple):
    """One number that a KPI cell sets."""

    metric: str | None = None
    value: str = ""
    value_to: str | None = None
    unit: str | None = None
    comparator: Comparator = "eq"
    cumulative: bool = False
    cumulative_since: int | None = None
    period: Period | None = None
    baseline_value: str | None = None
    baseline_fiscal_year: int | None = None
    target_fiscal_year: int | None = None
    target_date: str | None = None
    deadline_kind: DeadlineKind | None = None
    grade: TargetGrade = "explicit"
    indicator_kind: IndicatorKind | None = None
    header: str | None = None
    raw: str = ""
    start: int = 0
    end: int = 0

    def fields(self) -> Fields:
        """Return it by its keys."""
        return self._asdict()


class ValueReading(NamedTuple):
    """One value of an indicator, with the cell that it was read from."""

    fiscal_year: int | None
    value: str | None
    unit: str | None
    text: str
    header: str

    def fields(self) -> Fields:
        """Return it by its keys."""
        return self._asdict()


class IndicatorReading(NamedTuple):
    """One indicator of a row, as its columns tell it."""

    kind: IndicatorKind | None
    number: str | None
    name: str | None
    unit: str | None
    baseline: ValueReading | None
    targets: tuple[ValueReading, ...]
    actuals: tuple[ValueReading, ...]
    values: tuple[ValueReading, ...]
    cumulative: bool
    cells: dict[str, str]

    def fields(self) -> Fields:
        """Return it by its keys, its values by theirs."""
        return {
            **self._asdict(),
            "baseline": self.baseline.fields() if self.baseline else None,
            "targets": [one.fields() for one in self.targets],
            "actuals": [one.fields() for one in self.actuals],
            "values": [one.fields() for one in self.values],
        }

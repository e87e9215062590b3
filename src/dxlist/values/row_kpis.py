"""``read_row_kpi``: what the columns of a row say of its indicators and what its sentences say, and no number twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.values.header_years import read_header_year, year_beside_value
from dxlist.values.indicator_columns import name_places
from dxlist.values.indicator_values import in_unit, read_unit
from dxlist.values.indicators import IndicatorCell, column_targets, placed_indicators, said_targets
from dxlist.values.kpi_targets import read_kpi

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.kpi import DeadlineKind, KpiStatus
    from dxlist.model.readings import IndicatorReading, TargetReading


class RowKpi(NamedTuple):
    """What the indicator columns of a row say."""

    indicators: tuple[IndicatorReading, ...]
    targets: tuple[TargetReading, ...]
    """By indicator: those of its sentence (their place is in ``kpi_text``), then those of its columns."""
    status: KpiStatus


def naming_cells(cells: Sequence[IndicatorCell]) -> list[IndicatorCell]:
    """Return the cells that name an indicator, or say all of one, in order: what ``kpi_text`` consists of."""
    names = name_places(tuple(cell.role for cell in cells))
    return [cell for at, cell in enumerate(cells) if at in names and cell.text.strip()]


def read_row_kpi(cells: Sequence[IndicatorCell], kpi_text: str | None, *, shared: bool = False) -> RowKpi:
    """Return the indicators of a row with all its targets and the status of its KPI.

    ``kpi_text`` holds the naming cells of the row, joined by line ends.  A number within the name of an indicator that
    has values is no target (65歳以上の割合 | 30%).  ``shared``: the project cell is merged with the row above.

    >>> from dxlist.model.roles import Role
    >>> row = read_row_kpi([IndicatorCell("KPI", Role("indicator"), "利用件数：100件")], "利用件数：100件")
    >>> row.status, [(target.metric, target.value, target.header) for target in row.targets]
    ('quantitative', [('利用件数', '100', None)])
    """
    placed = tuple(placed_indicators(cells))
    indicators = tuple(indicator for _, indicator in placed)
    if shared:
        return RowKpi(indicators, (), "shared")
    starts = _starts(cells, sorted(name for name, _ in placed if name is not None), kpi_text)
    if starts is None:
        whole = read_kpi(kpi_text)
        targets = (*whole.targets, *column_targets(indicators))
        return RowKpi(indicators, targets, "quantitative" if targets else whole.status)
    named = [
        (_with_target_year(cells[name], one) if name is not None else None, starts.get(name, 0), one)
        for name, one in placed
    ]
    beside = any(cell.role.part in _VALUE_PARTS for cell in cells)
    targets = tuple(
        target for cell, start, one in named for target in _all_targets(cell, one, start, has_columns=beside)
    )
    return RowKpi(indicators, targets, "quantitative" if targets else _status([(cell, one) for cell, _, one in named]))


def _starts(cells: Sequence[IndicatorCell], names: Sequence[int], kpi_text: str | None) -> dict[int | None, int] | None:
    """Return where each naming cell begins in the KPI text; None where the text does not hold them."""
    starts, end = dict[int | None, int](), 0
    for name in names:
        starts[name] = (kpi_text or "").find(cells[name].text, end)
        if starts[name] < 0:
            return None
        end = starts[name] + len(cells[name].text)
    return starts if starts or not kpi_text else None


_VALUE_PARTS = frozenset({"baseline", "target", "actual", "value"})


def _all_targets(
    named: IndicatorCell | None, indicator: IndicatorReading, start: int, *, has_columns: bool
) -> Iterator[TargetReading]:
    """Yield the targets of an indicator; ``has_columns``: the header has columns of values."""
    of_columns = column_targets([indicator])
    if named:
        has_values = indicator.baseline or indicator.targets or indicator.actuals or indicator.values
        only_names = bool(has_values) or (has_columns and named.role.part == "name")
        stated = read_kpi(named.text).targets
        said = tuple(said_targets(named.text, stated)) if only_names else stated
        yield from _placed(said, named, indicator, start, known={one.value for one in of_columns})
    yield from of_columns


def _placed(
    stated: Sequence[TargetReading], named: IndicatorCell, indicator: IndicatorReading, start: int, *, known: set[str]
) -> Iterator[TargetReading]:
    """Yield the targets that a naming cell states, at their place in the KPI text, with what its header says."""
    unit = read_unit(indicator.unit) if indicator.unit else None
    for bare in stated:
        one = in_unit(bare, unit) if bare.unit is None else bare
        if one.value not in known:
            yield _with_year_of_header(named, one)._replace(
                start=one.start + start,
                end=one.end + start,
                indicator_kind=named.role.indicator,
                cumulative=one.cumulative or named.role.cumulative,
            )


def _with_year_of_header(named: IndicatorCell, one: TargetReading) -> TargetReading:
    """Give a target that names no year the one of its header: KPI（平成32年3月まで）."""
    header = read_header_year(named.header)
    year = named.role.fiscal_year or (header.fiscal_year if header else None)
    if year is None or one.target_fiscal_year is not None or one.target_date is not None:
        return one
    same = header if header and header.fiscal_year == year else None
    kind: DeadlineKind = "by" if same and same.is_limit else "in"
    return one._replace(target_fiscal_year=year, target_date=same.date if same else None, deadline_kind=kind)


def _with_target_year(named: IndicatorCell, indicator: IndicatorReading) -> IndicatorCell:
    """Give a cell that states its target the year that stands beside it: KPI | 目標年度."""
    years = (
        year
        for header, text in indicator.cells.items()
        if "目標" in header and (year := year_beside_value(header, text))
    )
    return named._replace(role=named.role._replace(fiscal_year=named.role.fiscal_year or next(years, None)))


def _status(placed: Sequence[tuple[IndicatorCell | None, IndicatorReading]]) -> KpiStatus:
    """Return the status of a row without a target: what its target cells say of it, else what its naming cells say.

    Where other values stand, it is never said to hold but words.
    """
    set_there = [read_kpi(value.text).status for _, indicator in placed for value in indicator.targets]
    named = [read_kpi(cell.text).status for cell, _ in placed if cell]
    if "milestone" in (*set_there, *named):
        return "milestone"
    if "none_declared" in set_there:
        return "none_declared"
    if "no_target" in (*set_there, *named) or any(_holds_value(indicator) for _, indicator in placed):
        return "no_target"
    order: tuple[KpiStatus, ...] = ("qualitative", "none_declared")
    said = {"qualitative" if status == "quantitative" else status for status in (*named, *set_there)}
    return next((status for status in order if status in said), "missing")


def _holds_value(indicator: IndicatorReading) -> bool:
    """Return whether a number stands in the columns of an indicator, be it an actual value."""
    values = (*indicator.actuals, *indicator.values, *([indicator.baseline] if indicator.baseline else []))
    return any(value.value is not None for value in values)

"""``read_indicators``: the indicators of a row, read from the cells of its columns.

``column_targets``: the targets that stand in them.
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.readings import IndicatorReading, ValueReading
from dxlist.text.calendar import fiscal_year_of
from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.values.header_years import read_header_year, year_beside_value
from dxlist.values.indicator_columns import group_columns
from dxlist.values.indicator_values import (
    per_nothing,
    read_unit,
    read_value_cell,
    single_value,
    unit_of_name,
    unit_text,
    unit_with_time,
)
from dxlist.values.kpi_targets import period_of, read_kpi
from dxlist.values.kpi_units import unit_bracket_at_end
from dxlist.words.targets import BULLET, CUMULATIVE_WORD, STATED, STATED_AFTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.kpi import DeadlineKind
    from dxlist.model.readings import TargetReading
    from dxlist.model.roles import Role

_OF_THE_START = regex(r"基準|策定|当初|初期")
"""In the header of a baseline: it is the one to start from, beside a later 現状値."""
_LABEL = regex(r"(?:[ア-ン][:.] ?|(?:指標名?|KPI|名称) ?: ?)")


class IndicatorCell(NamedTuple):
    """A cell of a column whose role is an indicator."""

    header: str
    """Full name of the column."""
    role: Role
    text: str
    """What stands in it, line ends mended; empty where nothing does."""


def read_indicators(cells: Sequence[IndicatorCell]) -> tuple[IndicatorReading, ...]:
    """Return the indicators of a row from the cells of its indicator columns, in the order of the columns.

    Blank cells may be left out, but only with them a set of values behind two names is seen to be of the second one.
    Values of which nothing says what they measure are an indicator without a name.

    >>> from dxlist.model.roles import Role
    >>> cells = [
    ...     IndicatorCell("KPI", Role("indicator", "name"), "観光入込客数"),
    ...     IndicatorCell("単位", Role("indicator", "unit"), "千人"),
    ...     IndicatorCell("目標値（R8）", Role("indicator", "target", fiscal_year=2026), "60"),
    ... ]
    >>> [indicator] = read_indicators(cells)
    >>> indicator.name, indicator.unit, [(one.fiscal_year, one.value, one.unit) for one in indicator.targets]
    ('観光入込客数', '千人', [(2026, '60000', '人')])
    """
    return tuple(indicator for _, indicator in placed_indicators(cells))


def placed_indicators(cells: Sequence[IndicatorCell]) -> Iterator[tuple[int | None, IndicatorReading]]:
    """Yield the indicators of a row, each behind the place of the cell that names it."""
    for name, columns in _groups(cells):
        own = [cells[at] for at in columns if cells[at].text.strip()]
        named = name if name is not None and cells[name].text.strip() else None
        if own:
            yield named, _indicator(cells[named] if named is not None else None, own)


def _groups(cells: Sequence[IndicatorCell]) -> Iterator[tuple[int | None, tuple[int, ...]]]:
    """Yield the name and the columns of each indicator; behind several names, of the only one in the row."""
    groups = group_columns(tuple(cell.role for cell in cells))
    of_one = dict[tuple[int, ...], int]()
    for group in groups:
        present = [name for name in group.names if cells[name].text.strip()]
        if len(present) == 1:
            of_one[group.columns] = present[0]
    for group in groups:
        if group.columns not in of_one:
            further = (at for columns, name in of_one.items() if name == group.name for at in columns)
            yield group.name, tuple(sorted((*group.columns, *further)))


def _indicator(named: IndicatorCell | None, own: Sequence[IndicatorCell]) -> IndicatorReading:
    """Return an indicator of its cells in order, none of them blank; one of them may name it."""
    others = [cell for cell in own if cell is not named]
    unit = next((unit for cell in others if cell.role.part == "unit" and (unit := unit_text(cell.text))), None)
    counted = unit or (unit_of_name(named.text) if named and others else None)
    parts = _by_part(list(_with_years_beside(others)))
    return IndicatorReading(
        kind=next((cell.role.indicator for cell in own if cell.role.indicator), None),
        number=next((cell.role.number for cell in own if cell.role.number), None),
        name=named.text if named else None,
        unit=unit,
        baseline=next(_values(parts["baseline"], counted), None),
        targets=tuple(_values(parts["target"], counted)),
        actuals=tuple(_values(parts["actual"], counted)),
        values=tuple(_values(parts["value"], counted)),
        cumulative=_is_cumulative(named, others),
        cells=_by_header(own),
    )


def _with_years_beside(others: Sequence[IndicatorCell]) -> Iterator[IndicatorCell]:
    """Yield the cells but for those that tell but the year of a value of their part: 基準年度 | 基準値."""
    years = {at: year for at, cell in enumerate(others) if (year := year_beside_value(cell.header, cell.text))}
    is_behind = bool(years) and min(years) > 0
    for at, cell in enumerate(others):
        own = [place for place in years if others[place].role.part == cell.role.part]
        if at in years:
            continue
        if own and not cell.role.fiscal_year and not read_header_year(cell.header):
            of = min(own, key=lambda place: (-_alike(others[place], cell), abs(place - at), (place > at) != is_behind))
            yield cell._replace(role=cell.role._replace(fiscal_year=years[of]))
        else:
            yield cell


def _alike(one: IndicatorCell, other: IndicatorCell) -> int:
    """Return how many characters two headers begin with in common: 中間目標年度, 中間目標値."""
    pairs = zip(one.header, other.header, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _by_part(others: Sequence[IndicatorCell]) -> dict[str, list[IndicatorCell]]:
    """Return the cells that hold values; of several states the one to start from is the baseline."""
    states = [cell for cell in others if cell.role.part == "baseline"]
    start = next((cell for cell in states if _OF_THE_START.search(cell.header)), states[0] if states else None)
    return {
        "baseline": [start] if start else [],
        "target": [cell for cell in others if cell.role.part == "target"],
        "actual": [cell for cell in others if cell.role.part in {"actual", "baseline"} and cell is not start],
        "value": [cell for cell in others if cell.role.part in {"", "value"}],
    }


def _values(cells: Sequence[IndicatorCell], unit: str | None) -> Iterator[ValueReading]:
    """Yield the values of cells, one without a value for a cell that holds none."""
    for cell in cells:
        year = cell.role.fiscal_year
        if year is None and (named := read_header_year(cell.header)):
            year = named.fiscal_year
        beside = unit or unit_of_name(cell.header)
        found = read_value_cell(cell.text, beside, has_year=year is not None, is_target=cell.role.part == "target")
        for one in found:
            own = _year_of(one) or year
            value = single_value(one)
            counted_in = unit_with_time(one, beside)
            yield ValueReading(own, value, counted_in, cell.text, cell.header)
        if not found:
            yield ValueReading(year, None, None, cell.text, cell.header)


def _year_of(one: TargetReading) -> int | None:
    """Return the fiscal year that a cell names for its value."""
    if one.target_fiscal_year is None and one.target_date is not None:
        return fiscal_year_of(one.target_date)
    return one.target_fiscal_year


def _is_cumulative(named: IndicatorCell | None, others: Sequence[IndicatorCell]) -> bool:
    """Return whether the name, the unit or all values are said to add up over years."""
    if named and (named.role.cumulative or CUMULATIVE_WORD.search(named.text)):
        return True
    units = [cell for cell in others if cell.role.part == "unit"]
    values = [cell.role.cumulative for cell in others if cell.role.part not in {"unit", "note"}]
    return any(cell.role.cumulative or CUMULATIVE_WORD.search(cell.text) for cell in units) or (
        bool(values) and all(values)
    )


def _by_header(cells: Sequence[IndicatorCell]) -> dict[str, str]:
    """Return the cells by their headers; of equal headers the second says which one it is: 実績 (2)."""
    found, seen = dict[str, str](), Counter[str]()
    for cell in cells:
        seen[cell.header] += 1
        found[cell.header if seen[cell.header] == 1 else f"{cell.header} ({seen[cell.header]})"] = cell.text
    return found


# --- targets


def column_targets(indicators: Sequence[IndicatorReading]) -> tuple[TargetReading, ...]:
    """Return the targets that stand in columns of their own, in the order of the indicators and their columns.

    The words and their place are of the cell below ``header``.  Values of other columns (実績, 現状値) are no targets.

    >>> from dxlist.model.roles import Role
    >>> cells = [
    ...     IndicatorCell("KPI", Role("indicator", "name"), "空き家バンク成約数（件）"),
    ...     IndicatorCell("現状値", Role("indicator", "baseline"), "―"),
    ...     IndicatorCell("目標値（R8）", Role("indicator", "target", fiscal_year=2026), "5以上"),
    ... ]
    >>> [target] = column_targets(read_indicators(cells))
    >>> target.metric, target.value, target.unit, target.comparator, target.target_fiscal_year, target.deadline_kind
    ('空き家バンク成約数', '5', '件', 'ge', 2026, 'in')
    """
    return tuple(target for indicator in indicators for target in _targets(indicator))


def _targets(indicator: IndicatorReading) -> Iterator[TargetReading]:
    if not indicator.targets:
        return
    unit = indicator.unit or (unit_of_name(indicator.name) if indicator.name else None)
    at, metrics = 0, dict[str | None, str]()
    while at < len(indicator.targets):
        value = indicator.targets[at]
        beside = unit or unit_of_name(value.header)
        found = read_value_cell(value.text, beside, has_year=value.fiscal_year is not None, is_target=True)
        names_own = len({one.metric for one in found}) > 1
        if found and not names_own and indicator.name is not None:
            metrics |= {one.unit: metric_of_name(indicator.name, one.unit) for one in found if one.unit not in metrics}
        yield from (
            _target(indicator, value, one, one.metric if names_own else metrics.get(one.unit, one.metric))
            for one in found
        )
        at += max(1, len(found))


def _target(indicator: IndicatorReading, value: ValueReading, one: TargetReading, metric: str | None) -> TargetReading:
    """Return a value of a cell as a target."""
    own_year = _year_of(one)
    header = read_header_year(value.header) if own_year is None else None
    by_header = header if header and header.fiscal_year == value.fiscal_year else None
    year = value.fiscal_year if own_year is None else one.target_fiscal_year
    start, start_year = _baseline(indicator, one)
    in_header: DeadlineKind | None = ("by" if by_header and by_header.is_limit else "in") if year is not None else None
    cumulative = one.cumulative or indicator.cumulative or CUMULATIVE_WORD.search(value.header) is not None
    return one._replace(
        metric=metric,
        cumulative=cumulative,
        cumulative_since=one.cumulative_since or (by_header.first if cumulative and by_header else None),
        period=one.period or period_of(metric or value.header),
        baseline_value=start,
        baseline_fiscal_year=start_year,
        target_fiscal_year=year,
        target_date=one.target_date or (by_header.date if by_header else None),
        deadline_kind=one.deadline_kind or in_header,
        grade="explicit",
        indicator_kind=indicator.kind,
        header=value.header,
    )


def _baseline(indicator: IndicatorReading, one: TargetReading) -> tuple[str | None, int | None]:
    """Return the state to start from: of the cell itself, else of its own column where it has the same unit."""
    state = indicator.baseline
    if one.baseline_value is not None or state is None or state.value is None:
        return one.baseline_value, one.baseline_fiscal_year
    if state.unit is not None and one.unit is not None and per_nothing(state.unit) != one.unit:
        return one.baseline_value, one.baseline_fiscal_year
    return state.value, state.fiscal_year


def metric_of_name(name: str, unit: str | None = None) -> str:
    """Return what an indicator measures: its name without a number before it and the unit in a bracket behind it.

    A bracket stays that holds another unit than ``unit``, that of the value.  Of a sentence that sets a target of its
    own, what that one measures.

    >>> metric_of_name("①観光入込客数（千人）", "人"), metric_of_name("サ：名称"), metric_of_name("数（小学校）", "校")
    ('観光入込客数', '名称', '数（小学校）')
    """
    if stated := next((one for one in said_targets(name, read_kpi(name).targets) if one.metric), None):
        return stated.metric or name
    plain = narrow(name)
    start, end = len(plain) - len(plain.lstrip()), len(plain.rstrip(" :"))
    for pattern in (BULLET, _LABEL):
        start = match.end() if (match := pattern.match(plain, start, end)) and match.end() < end else start
    bracket = unit_bracket_at_end(plain, start, end)
    counted = read_unit(name[bracket.start : bracket.end]) if bracket else None
    became = counted is not None and unit in {None, counted.name}
    return name[start : bracket.start if bracket and became else end].strip()


def said_targets(text: str, targets: Sequence[TargetReading]) -> Iterator[TargetReading]:
    """Yield the targets that a text states; the number of a name is none: 年1回以上スポーツをする市民の割合."""
    plain = narrow(text)
    last_stop, stated = plain.rfind("。"), STATED.search(plain)
    for one in targets:
        if stated and stated.start() < one.end:
            stated = STATED.search(plain, one.end)
        is_item = _PARTED.match(plain, one.end) or _LABELLED.search(plain, max(0, one.start - 2), one.start)
        if is_item or last_stop >= one.end or stated or STATED_AFTER.match(plain[one.end : one.end + _LONGEST_STATED]):
            yield one


_LONGEST_STATED = 40


_PARTED = regex(r"[)\]」』】]*(?:[、,;\s。→]|$)")
_LABELLED = regex(r": ?$")

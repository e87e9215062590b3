"""``read_kpi``: the text of a KPI cell -> its targets and what kind of cell it is.

A little grammar reads the sentences, one module a step::

    cell      = statement*                        kpi_statements   at 。, line ends, bullets
    statement = [deadline] [metric frame] amount* [predicate]
    deadline  = 令和7年度までに | R8: | (R7末)        kpi_statements, kpi_deadlines
    frame     = X について、 | X： | X を | X は | X      kpi_metrics
    amount    = qualifier* number [unit] suffix*   kpi_amounts, kpi_numbers
    predicate = を目標とする | を2回開催する | に対し…提供   kpi_roles

``kpi_roles`` says which amounts are targets, which are actuals, and which are part of a name.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.readings import TargetReading
from dxlist.model.stages import LONGEST_CELL
from dxlist.text.regex import regex
from dxlist.text.spans import Span
from dxlist.values.kpi_amounts import Amount, find_amounts
from dxlist.values.kpi_deadlines import deadline_of, kind_of, note_after, since_of, year_of
from dxlist.values.kpi_metrics import header_of, metric_of, noun_behind
from dxlist.values.kpi_numbers import counted_in, unit_power
from dxlist.values.kpi_roles import NO_VALUES, grade_of, roles_in
from dxlist.values.kpi_statements import KpiCell, replaced, to_cell
from dxlist.values.kpi_units import unit_bracket_at_end, units_named
from dxlist.words.leavings import is_serial_day
from dxlist.words.marks import ONLY_DASHES
from dxlist.words.targets import (
    ANNUAL_WORD,
    CUMULATIVE_WORD,
    DELIVERABLE,
    MONTHLY_WORD,
    NO_DELIVERABLE,
    NONE_DECLARED,
)
from dxlist.words.units import UNITS, written_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.kpi import KpiStatus, Period
    from dxlist.values.kpi_roles import AmountRole
    from dxlist.values.kpi_statements import When


_OF_THESE = regex(r"うち[、 ]?$")


class KpiReading(NamedTuple):
    """What a KPI cell says."""

    targets: tuple[TargetReading, ...]
    status: KpiStatus


class _PlacedAmount(NamedTuple):
    """An amount in its statement."""

    amount: Amount
    role: AmountRole
    statement: Span
    floor: int
    """Where its own words begin: behind the amount before it."""
    metric: Span | None
    when: When | None
    until: int
    """Where the next amount of the statement begins, or the statement ends."""


@lru_cache(maxsize=4096)
def read_kpi(text: str | None, *, shared: bool = False) -> KpiReading:
    """Read the targets of a KPI cell whose line ends are mended.

    ``shared``: the project cell is merged with the row above, which has the targets.  A cell of more than
    ``LONGEST_CELL`` letters is not read: nobody knows whether one of its numbers is a target.

    >>> reading = read_kpi("電子申請システムの利用件数について、令和7年度までに11万件を目標とする。")
    >>> [(t.metric, t.value, t.unit, t.target_fiscal_year, t.deadline_kind) for t in reading.targets]
    [('電子申請システムの利用件数', '110000', '件', 2025, 'by')]
    >>> read_kpi("業務システムの詳細を把握する。").status
    'qualitative'
    """
    if shared:
        return KpiReading((), "shared")
    if text is None or ONLY_DASHES.fullmatch(text):
        return KpiReading((), "missing")
    if len(text) > LONGEST_CELL:
        return KpiReading((), "no_target")
    cell = to_cell(text)
    statements = list(_by_statement(cell))
    placed = () if is_serial_day(cell.narrow) else tuple(_placed(cell, statements))
    targets = tuple(_targets(cell, placed))
    return KpiReading(targets, "quantitative" if targets else _status_without_targets(cell, statements))


_Statements = list[tuple[Span, list[Amount]]]
"""Each with its amounts."""


def _placed(cell: KpiCell, statements: _Statements) -> list[_PlacedAmount]:
    """Give each amount its role, its metric and its date; what a line names goes on to the lines below it."""
    placed = list(_placed_by_statement(cell, statements))
    late = _date_at_end(cell)
    last = cell.statements[-2] if late else None
    dated = [one._replace(when=one.when or late) if one.statement == last else one for one in placed]
    latest = accumulate((one.when.year if one.when else 0 for one in dated), max)
    pairs = zip(dated, latest, strict=True)
    return [one._replace(role="baseline") if _is_past(cell, one, year) else one for one, year in pairs]


def _is_past(cell: KpiCell, one: _PlacedAmount, latest: int) -> bool:
    """Return whether a note behind a target says an earlier value: 60％（令和8年度） ※令和5年度は55％.

    ``latest``: the latest year so far.
    """
    return one.when is not None and one.when.year < latest and "※" in cell.narrow[one.floor : one.amount.start]


def _date_at_end(cell: KpiCell) -> When | None:
    """Return the year that stands alone behind the last sentence: 1,000人を目指す。（令和8年度末）."""
    if len(cell.statements) < _SEVERAL or not cell.dates:
        return None
    (start, end), when = cell.statements[-1], cell.dates[-1]
    rest = cell.narrow[start : when.start] + cell.narrow[when.end : end]
    return when if start <= when.start and _AROUND_DATE.fullmatch(rest) else None


_SEVERAL = 2
_AROUND_DATE = regex(r"[※(【\[]+[)】\]。\s]*")


def _placed_by_statement(cell: KpiCell, statements: _Statements) -> Iterator[_PlacedAmount]:
    header: Span | None = None
    date: When | None = None
    for statement, own in statements:
        if not own and not statement.of(cell.narrow).rstrip().endswith("。"):
            header = header_of(cell, statement) or header
            date = _header_date(cell, statement) or date
        for placed in _in_statement(cell, statement, own):
            is_whole = (placed.metric or not header) and (placed.when or not date)
            yield placed if is_whole else placed._replace(metric=placed.metric or header, when=placed.when or date)


def _by_statement(cell: KpiCell) -> Iterator[tuple[Span, list[Amount]]]:
    """Yield each statement with its amounts."""
    amounts, at = find_amounts(cell), 0
    for statement in cell.statements:
        since = at
        while at < len(amounts) and amounts[at].start < statement.end:
            at += 1
        yield statement, list(amounts[since:at])


def _header_date(cell: KpiCell, statement: Span) -> When | None:
    """Return the year that a line without an amount gives to the lines below it: （目標年度：令和7年度）."""
    return next((when for when in cell.dates_from(*statement) if when.bearing in {"by", "in"}), None)


def _in_statement(cell: KpiCell, statement: Span, amounts: list[Amount]) -> Iterator[_PlacedAmount]:
    floor, metric, before = statement.start, None, None
    for i, (amount, role) in enumerate(roles_in(cell, statement, amounts)):
        if role in NO_VALUES:
            continue
        until = amounts[i + 1].start if i + 1 < len(amounts) else statement.end
        floor = max(floor, cell.unclear_before(amount.start))
        metric = _metric(cell, _PlacedAmount(amount, role, statement, floor, None, None, until), before)
        when = deadline_of(cell, amount, floor, statement.start, until) if role == "target" else None
        before = _as_actual(cell, before, _PlacedAmount(amount, role, statement, floor, metric, when, until))
        yield before
        note = note_after(cell, amount, until)
        floor = note.end if note else amount.end


def _as_actual(cell: KpiCell, before: _PlacedAmount | None, one: _PlacedAmount) -> _PlacedAmount:
    """Take the number of an earlier year in the bracket behind a target for its baseline: 80%（R3年度末：65%）."""
    opened = cell.opened_at[one.amount.start]
    if before is None or before.role != "target" or opened < before.amount.end:
        return one
    if one.amount.cumulative or one.when is None:
        return one
    if cell.narrow[before.amount.end : opened].strip() or one.when.start < opened:
        return one
    later = before.when is not None and before.when.start != one.when.start and one.when.year >= before.when.year
    return one if later else one._replace(role="baseline")


def _metric(cell: KpiCell, one: _PlacedAmount, before: _PlacedAmount | None) -> Span | None:
    """Return the metric of an amount.

    It is the amount's own words, or those of the actual value before it, the noun behind it, or those of the target
    before it, in this order.
    """
    inherited = before.metric if before else None
    if own := metric_of(cell, one.statement, one.amount, one.floor):
        return own
    is_further = before is not None and before.amount.unit == one.amount.unit and not one.amount.is_total
    is_part = is_further or _OF_THESE.search(cell.narrow, one.floor, one.amount.start)
    if one.role == "baseline" and not cell.narrow.startswith("の", one.amount.end):
        return inherited
    if before and (before.role == "baseline" or is_part):
        return inherited
    return noun_behind(cell, one.statement, one.amount) or inherited


def _targets(cell: KpiCell, placed: tuple[_PlacedAmount, ...]) -> Iterator[TargetReading]:
    """Build the records; an actual goes with the target behind it, or with the one before it in its statement."""
    for i, one in enumerate(placed):
        if one.role == "target":
            yield _target(cell, one, _baseline_of(placed, i))


def _baseline_of(placed: tuple[_PlacedAmount, ...], at: int) -> _PlacedAmount | None:
    before = placed[at - 1] if at else None
    if before and before.role == "baseline" and before.metric == placed[at].metric:
        return before
    behind = placed[at + 1] if at + 1 < len(placed) else None
    if behind is None or behind.role != "baseline" or behind.statement != placed[at].statement:
        return None
    next_target = placed[at + 2] if at + 2 < len(placed) else None
    taken = next_target and next_target.role == "target" and next_target.statement == behind.statement
    return None if taken else behind


def _target(cell: KpiCell, one: _PlacedAmount, baseline: _PlacedAmount | None) -> TargetReading:
    amount, when = one.amount, one.when
    words = one.metric.of(cell.narrow) if one.metric else ""
    power, unit = (0, amount.unit) if amount.unit else _unit_of_metric(cell, one)
    cumulative = amount.cumulative or CUMULATIVE_WORD.search(words) is not None
    fiscal = when is not None and when.is_fiscal
    return TargetReading(
        metric=_metric_words(cell, one),
        value=_counted_in(power, amount.value),
        value_to=_counted_in(power, amount.value_to) if amount.value_to else None,
        unit=unit,
        comparator=amount.comparator,
        cumulative=cumulative,
        cumulative_since=since_of(cell, _near(one)) if cumulative else None,
        period=amount.period or period_of(words),
        baseline_value=_counted_in(0 if baseline.amount.unit else power, baseline.amount.value) if baseline else None,
        baseline_fiscal_year=year_of(cell, baseline.amount, baseline.floor, baseline.until) if baseline else None,
        target_fiscal_year=when.year if when and fiscal else None,
        target_date=when.iso if when and not fiscal else None,
        deadline_kind=kind_of(when),
        grade=grade_of(cell, one.statement, amount, one.until),
        raw=cell.text[amount.start : amount.end],
        start=amount.start,
        end=amount.end,
    )


def _unit_of_metric(cell: KpiCell, one: _PlacedAmount) -> tuple[int, str | None]:
    """Return the unit that the metric holds in a bracket, or a label of its own, behind the power of ten it counts in.

    フォロワー数（件）, 単位：件; of 利用者数（千人） the power is 3.
    """
    named = _units_before(cell, one)
    return unit_power(written_unit(named[-1].of(cell.text))) if named else (0, None)


def _units_before(cell: KpiCell, one: _PlacedAmount) -> list[Span]:
    plain, end = cell.narrow, one.amount.start
    start = one.floor if one.metric is None else min(one.metric.start, one.floor)
    opened = max(start - 1 if plain[start - 1 : start] == "(" else start, 0)
    if one.metric is None or end - opened < _FAR:
        return units_named(plain, opened, end)
    return [*units_named(plain, opened, min(one.metric.end + _FAR, end)), *units_named(plain, one.floor, end)]


_FAR = 400
"""Letters between the line that names a metric and a number of a line below."""


def _metric_words(cell: KpiCell, one: _PlacedAmount) -> str | None:
    """Return the metric without the unit that the number took from it; None where nothing else is left."""
    if one.metric is None or (one.amount.unit is None and one.metric in _units_before(cell, one)):
        return None
    return _without_unit(cell, one).of(cell.text)


def _counted_in(power: int, value: str) -> str:
    return counted_in(power, Decimal(value)) if power else value


def _without_unit(cell: KpiCell, one: _PlacedAmount) -> Span:
    """Return a metric without the unit in a bracket before its colon or number: リサイクル率（％）：12.5, （％） 60.

    Not where the number has another unit (学校数（小学校）：3校), nor where words part it from the number.
    """
    metric, unit = one.metric or Span(0, 0), one.amount.unit
    is_beside = _COLON.match(cell.narrow, metric.end) or not cell.narrow[metric.end : one.amount.start].strip()
    bracket = unit_bracket_at_end(cell.narrow, *metric) if is_beside else None
    if bracket and unit not in {None, written_unit(cell.text[bracket.start + 1 : bracket.end - 1])}:
        return metric
    return Span(metric.start, bracket.start) if bracket else metric


_COLON = regex(r" ?(?:※[^:。\n]*)?:")


def period_of(metric: str) -> Period | None:
    """Return annual for 年間…, monthly for …/月, else None."""
    if "年" in metric and ANNUAL_WORD.search(metric):
        return "annual"
    return "monthly" if "月" in metric and MONTHLY_WORD.search(metric) else None


def _near(one: _PlacedAmount) -> Iterator[Span]:
    """Yield the spans where the first year of a cumulative count may stand: the metric, the words around the amount."""
    if one.metric:
        yield one.metric
    yield Span(one.floor, one.statement.end)


# --- cells that set no number

_FROM_MONTH = regex(r"(?<![0-9])(?:1[0-2]|[1-9])月[^、。]{0,10}?(?:から|に(?!向)|まで|より)")
_GOES_ON = regex(r"し(?:た|て(?:いる|おり|きた))")


_SIGN_WITH_UNIT = regex(rf"\W*(?:[xX×χ✕✖]{{1,3}}|{ONLY_DASHES.pattern}(?P<unit>[^\s0-9]{{0,5}}))\W*")
"""x, －%, …件: a sign for nothing, at times with the unit of what is not there."""


_LONGEST_SIGN = 60
_SIGN_WITH_REASON = regex(rf"\s{{0,20}}[-―—─ー－]{ONLY_DASHES.pattern}\([^()0-9]{{0,200}}\)\s{{0,20}}")
"""―（維持管理経費のため）."""


def _status_without_targets(cell: KpiCell, statements: _Statements) -> KpiStatus:
    """Return missing, none_declared, milestone, no_target or qualitative."""
    if _holds_nothing(cell):
        return "missing"
    if NONE_DECLARED.search(cell.narrow):
        return "none_declared"
    if _SIGN_WITH_REASON.fullmatch(cell.narrow):
        return "missing"
    if any(_is_milestone(cell, statement) for statement in cell.statements):
        return "milestone"
    return "no_target" if _holds_number(cell, statements) else "qualitative"


def _holds_nothing(cell: KpiCell) -> bool:
    """Return whether a cell holds but signs for nothing and what a program left there."""
    rest = (
        replaced(cell.narrow, ((left.start, left.end, "") for left in cell.leavings)) if cell.leavings else cell.narrow
    )
    if len(rest) > _LONGEST_SIGN:
        return False
    sign = _SIGN_WITH_UNIT.fullmatch(rest)
    return sign is not None and (not sign["unit"] or sign["unit"] in UNITS)


def _holds_number(cell: KpiCell, statements: _Statements) -> bool:
    """Return whether a number stands in a cell that is no date, no year and no part of a name."""
    if cell.unclear or is_serial_day(cell.narrow):
        return True
    found = (role for statement, amounts in statements for _, role in roles_in(cell, statement, amounts))
    return any(role in {"baseline", "number"} for role in found)


def _is_milestone(cell: KpiCell, statement: Span) -> bool:
    """Return whether a statement promises a deliverable by a date: 令和4年度内に…改正を行う, but not 検討を行う."""
    dated = [when.end for when in cell.dates_from(*statement) if when.bearing in {"by", "in", "start"}]
    dated += [match.end() for match in [_FROM_MONTH.search(cell.narrow, *statement)] if match]
    return any(_delivers(cell.narrow[end : statement.end].strip(" 。\n)")) for end in dated)


def _delivers(clause: str) -> bool:
    return bool(DELIVERABLE.search(clause)) and not NO_DELIVERABLE.search(clause) and not _GOES_ON.search(clause)

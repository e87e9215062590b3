"""``read_value_cell``: what a cell says whose column holds one number of an indicator, with the unit of another column.

A cell below 目標値 or 実績 is shorter than a sentence: the number may stand alone (41), its unit elsewhere (千人), and
2025 may be a number.  Whatever is more than that is read as a KPI cell is.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.readings import TargetReading
from dxlist.model.stages import LONGEST_CELL
from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.values.kpi_amounts import find_amounts
from dxlist.values.kpi_numbers import NO_MARKS, counted_in, decimal_text, unit_power
from dxlist.values.kpi_statements import to_cell
from dxlist.values.kpi_targets import read_kpi
from dxlist.values.kpi_units import unit_end, units_named
from dxlist.words.leavings import is_serial_day
from dxlist.words.numbers import THOUSANDS_MARKS
from dxlist.words.targets import ARROW, GENERIC_LABEL
from dxlist.words.units import PER_MONTH, PER_YEAR, written_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.kpi import Comparator, Period
    from dxlist.values.kpi_amounts import Amount
    from dxlist.values.kpi_statements import KpiCell

_NUMBER = regex(
    r"(?P<sign>[▲△▼]|[-―—─ー](?![-ー―]))? ?(?!0[0-9,])"
    rf"(?P<number>(?:[0-9]{{1,3}}(?:[{THOUSANDS_MARKS}][0-9]{{3}})+|[0-9]{{1,15}})(?P<decimals>\.[0-9]{{1,17}})?)"
)
_SIGN = regex(r" *[▲△▼―—─ー-] ?(?=[0-9])")
_OF_DATES = frozenset({"年", "年度", "年月", "年月日", "月日", "月", "日付"})
"""In place of a unit: the column holds dates."""
_YEAR = regex(r"(?:19|20)[0-9]{2}(?:\.[0-9]{1,2})?")
_DIGIT = regex(r"[0-9〇一二三四五六七八九]|ゼロ")
_MARK = regex(r"(?:※|\*|\(?注) ?[0-9]{0,2}\)?$|(?<=[0-9%人件]) ?[*※]{1,9} ?[0-9]{0,2}$|\n(?=\s{0,9}\()")
"""A mark of a footnote, and the line end before a bracket: they part nothing."""
_UNIT_LABEL = regex(r"^[(\[【]? ?(?:単位 ?[:は]? ?)?|[)\]】]$")
_LABELS_ONLY = regex(
    rf"(?>指標名|目標年度|{GENERIC_LABEL}|速報値?|暫定値?|推計値?|概算|参考値?|年間|累計|時点|末|現在|\([^()]{{0,6}}(?:満点|段階|段階評価)\)|[\s()\[\]「」【】:、。・/])*"
)
"""What may stand beside the one number of a cell that is its value; each label is read in one way."""


class CountedUnit(NamedTuple):
    """A unit as its own cell writes it, parted into what the number counts and what is said of the number."""

    name: str
    """Without the thousands, and without the year that it is counted per: 人 for 千人, 人/年."""
    power: int = 0
    """Of ten, in which the numbers count: 3 for 千人."""
    comparator: Comparator = "eq"
    """The cell says 以上 or 以下 for all of its numbers: ％以上."""
    cumulative: bool = False
    period: Period | None = None


@lru_cache(maxsize=2048)
def read_unit(text: str) -> CountedUnit | None:
    """Return the unit of a cell below 単位, or None where it holds only signs for nothing.

    >>> read_unit("千人"), read_unit("人／年"), read_unit("－")
    (CountedUnit(name='人', power=3, comparator='eq', cumulative=False, period=None), \
CountedUnit(name='人', power=0, comparator='eq', cumulative=False, period='annual'), None)
    """
    written = unit_text(text)
    if written is None:
        return None
    amounts = find_amounts(to_cell(f"1{written}")) if not _DIGIT.match(narrow(written)) else ()
    if len(amounts) == 1 and amounts[0].unit and (amounts[0].start, amounts[0].end) == (0, len(written) + 1):
        one = amounts[0]
        power = Decimal(one.value).adjusted()
        return CountedUnit(per_nothing(one.unit or ""), power, one.comparator, one.cumulative, one.period)
    power, name = unit_power(written)
    if unit_end(narrow(name), 0) is None:
        power, name = 0, written
    return CountedUnit(per_nothing(name), power, period=_period(name))


def unit_text(text: str) -> str | None:
    """Return the unit of a cell as written, half-width, without 単位 and brackets; None for signs for nothing.

    >>> [unit_text(text) for text in ("（千人）", "単位：％", "－", "個／㎡")]
    ['千人', '%', None, '個/㎡']
    """
    if len(text) > LONGEST_CELL:
        return None
    span = narrow("".join(text.split()))
    written = written_unit("".join(text.split()))
    begin, end = _UNIT_LABEL.match(span), re.search(r"[)\]】]$", span)
    if begin and begin[0] and end and begin[0][0] in "([【":
        written = written[begin.end() : end.start()]
    elif begin and begin[0].startswith("単位"):
        written = written[begin.end() :]
    return written if re.search(r"\w|[%％‰℃°㎡㎥㎞㎏]", written) and not re.fullmatch("[ー_]+", written) else None


def unit_of_name(name: str) -> str | None:
    """Return the unit that the name of an indicator holds in a bracket: 入込客数（千人）."""
    named = units_named(narrow(name), 0, len(name))
    return written_unit(named[-1].of(name)) if named else None


@lru_cache(maxsize=4096)
def read_value_cell(text: str, unit: str | None, *, has_year: bool, is_target: bool) -> tuple[TargetReading, ...]:
    """Return the values of a cell in the form of targets; none for signs for nothing, marks and words.

    ``unit`` is that of the indicator, for a number without one.  ``has_year``: the header names the year, so a number
    of four digits is none.  A cell that is no target (実績) says one value or none.  A sign makes a level negative.

    >>> [(one.value, one.unit) for one in read_value_cell("4,420", "千人", has_year=False, is_target=True)]
    [('4420000', '人')]
    >>> read_value_cell("○", None, has_year=True, is_target=True)
    ()
    """
    if len(text) > LONGEST_CELL:
        return ()
    plain = _without_marks(narrow(text))
    counted = read_unit(unit) if unit else None
    if counted and counted.name in _OF_DATES and is_serial_day(plain):
        return ()
    found = _alone(text, plain, is_number=has_year or counted is not None)
    if found is None:
        found = _stated(text, plain) if is_target else _state(text, plain, counted)
    if not found and counted:
        found = _before_unit(text, plain, counted)
    return tuple(in_unit(one, counted) for one in found)


def single_value(target: TargetReading) -> str | None:
    """Return a value with the sign of its change; None for a range, which no single number tells."""
    if target.value_to is not None:
        return None
    return f"-{target.value}" if target.comparator == "decrease" and target.value[0] != "-" else target.value


def _without_marks(plain: str) -> str:
    """Blank out the marks of footnotes, letter for letter."""
    return _MARK.sub(lambda match: " " * len(match[0]), plain)


def _alone(text: str, plain: str, *, is_number: bool) -> tuple[TargetReading, ...] | None:
    """Return the number that a cell consists of, nothing for one that is as well a year, None for another cell."""
    start = len(plain) - len(plain.lstrip())
    match = _NUMBER.fullmatch(plain.rstrip(), start)
    if match is None:
        return None
    if _YEAR.fullmatch(match["number"]) and not is_number:
        return ()
    value = decimal_text(Decimal(match["number"].translate(NO_MARKS)))
    return (_plain_target(text, *match.span(), f"-{value}" if match["sign"] else value),)


def _plain_target(text: str, start: int, end: int, value: str) -> TargetReading:
    return TargetReading(value=value, grade="explicit", raw=text[start:end], start=start, end=end)


def _stated(text: str, plain: str) -> tuple[TargetReading, ...]:
    """Return the targets of a cell that is more than a number: 100件以上, 80%（R8）, 5→10, a sentence."""
    if sign := _SIGN.match(plain):
        return tuple(_negative(text, one, sign) for one in _stated(text, _without_sign(plain, sign)))
    targets = read_kpi(plain).targets
    found = [one._replace(raw=text[one.start : one.end]) for one in targets if _DIGIT.search(one.raw)]
    return tuple(found) or _behind_arrow(text, plain) or tuple(_only_amount(text, to_cell(plain)))


def _without_sign(plain: str, sign: re.Match[str]) -> str:
    return " " * sign.end() + plain[sign.end() :]


def _negative(text: str, one: TargetReading, sign: re.Match[str]) -> TargetReading:
    """Return an amount with the sign before it, which makes a level negative."""
    start = sign.end() - len(sign[0].lstrip())
    if one.start != sign.end() or one.comparator in {"increase", "decrease"}:
        return one
    return one._replace(value=f"-{one.value}", start=start, raw=text[start : one.end])


def _behind_arrow(text: str, plain: str) -> tuple[TargetReading, ...]:
    """Read 5→10: the number behind the arrow is the target, the one before it the state to start from."""
    arrows = list(ARROW.finditer(plain))
    if len(arrows) != 1:
        return ()
    before, behind = arrows[0].span()
    target = _alone(text, " " * behind + plain[behind:], is_number=True)
    state = _alone(text, plain[:before], is_number=True)
    if not target or not state:
        return ()
    return (target[0]._replace(baseline_value=state[0].value),)


def _before_unit(text: str, plain: str, unit: CountedUnit) -> tuple[TargetReading, ...]:
    """Read a range whose unit stands in another cell: 10～15."""
    end = len(plain.rstrip())
    if not _RANGE_OF_NUMBERS.fullmatch(plain, 0, end):
        return ()
    targets = read_kpi(plain[:end] + unit.name).targets
    return tuple(
        one._replace(unit=None, raw=text[one.start : end], end=end)
        for one in targets
        if one.unit == unit.name and one.value_to is not None and len(targets) == 1
    )


_RANGE_OF_NUMBERS = regex(r"[ 約]*[0-9][0-9,.]* ?[~～〜-] ?[0-9][0-9,.]*")


def _state(text: str, plain: str, unit: CountedUnit | None) -> tuple[TargetReading, ...]:
    """Return the one value of a cell that says how things stand."""
    sign = _SIGN.match(plain)
    cell = to_cell(_without_sign(plain, sign) if sign else plain)
    found = tuple(_only_amount(text, cell)) or tuple(_amount_in_unit(text, cell, unit))
    return tuple(_negative(text, one, sign) for one in found) if sign else found


def _only_amount(text: str, cell: KpiCell) -> Iterator[TargetReading]:
    """Yield the amount of a cell that says nothing else, but for its year and words as 実績."""
    amounts = find_amounts(cell)
    if len(amounts) != 1 or cell.depth_at(amounts[0].start):
        return
    spans = sorted([*((when.start, when.end) for when in cell.dates), (amounts[0].start, amounts[0].end)])
    ends = accumulate((end for _, end in spans), max, initial=0)
    starts = (*(start for start, _ in spans), len(cell.narrow))
    rest = "".join(cell.narrow[at:start] for at, start in zip(ends, starts, strict=True))
    if _LABELS_ONLY.fullmatch(rest):
        yield from _of_amount(text, cell, amounts[0])


def _amount_in_unit(text: str, cell: KpiCell, unit: CountedUnit | None) -> Iterator[TargetReading]:
    """Yield the only amount of a sentence that is in the unit of the indicator: 受講者は120人だった for 人."""
    amounts = [one for one in find_amounts(cell) if unit and one.unit and per_nothing(one.unit) == unit.name]
    if len(amounts) == 1:
        yield from _of_amount(text, cell, amounts[0])


def _of_amount(text: str, cell: KpiCell, amount: Amount) -> Iterator[TargetReading]:
    if not _DIGIT.search(cell.narrow, amount.start, amount.end):
        return
    when = cell.dates[-1] if cell.dates else None
    yield TargetReading(
        value=amount.value,
        value_to=amount.value_to,
        unit=amount.unit,
        comparator=amount.comparator,
        cumulative=amount.cumulative,
        period=amount.period,
        target_fiscal_year=when.fiscal_year if when else None,
        deadline_kind=None if when is None else "by" if when.bearing == "by" else "in",
        grade="explicit",
        raw=text[amount.start : amount.end],
        start=amount.start,
        end=amount.end,
    )


def in_unit(one: TargetReading, unit: CountedUnit | None) -> TargetReading:
    """Return a value with the unit of its indicator where it has none of its own."""
    if one.unit is not None:
        return one._replace(unit=per_nothing(one.unit), period=one.period or _period(one.unit))
    if unit is None:
        return one
    return one._replace(
        value=_times(one.value, unit.power),
        value_to=one.value_to and _times(one.value_to, unit.power),
        baseline_value=one.baseline_value and _times(one.baseline_value, unit.power),
        unit=unit.name,
        comparator=unit.comparator if one.comparator == "eq" else one.comparator,
        cumulative=one.cumulative or unit.cumulative,
        period=one.period or unit.period,
    )


def _times(value: str, power: int) -> str:
    return counted_in(power, Decimal(value)) if power else value


def unit_with_time(one: TargetReading, unit: str | None) -> str | None:
    """Return the unit of a value with the year or month that it is counted per, which a target says as its period."""
    written = unit_text(unit) if unit else None
    if one.unit is None or written is None or one.period is None:
        return one.unit
    return unit_power(written)[1] if per_nothing(unit_power(written)[1]) == one.unit else one.unit


def per_nothing(unit: str) -> str:
    """Return a unit without the year or month that it is counted per, which is the period: 人/年."""
    return PER_MONTH.sub("", PER_YEAR.sub("", unit)) or unit


def _period(unit: str) -> Period | None:
    if PER_YEAR.search(unit):
        return "annual"
    return "monthly" if PER_MONTH.search(unit) else None

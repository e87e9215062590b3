"""``find_amounts``: the numbers of a KPI cell with unit, comparison and the words around them that belong to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.regex import regex
from dxlist.values.kpi_numbers import Number, counted_in, read_number, unit_power
from dxlist.values.kpi_units import (
    counted_after_no,
    ends_label,
    is_unit_label,
    unit_before_colon,
    unit_end,
    unit_in_bracket_behind,
    unit_of_number,
)
from dxlist.words.measures import SHARED
from dxlist.words.targets import (
    CHANGE,
    COMPARED,
    CUMULATIVE_WORD,
    QUALIFIER,
    QUALIFIER_FIRST,
    RAISED_TO,
    RANGE,
    SIGN_BEHIND,
    SIGNS,
    SUFFIX,
    TWO_OR_THREE,
    VERBAL_NOUN_END,
    YEN_BEFORE,
)
from dxlist.words.units import PER_MONTH, PER_YEAR, written_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.kpi import Comparator, Period
    from dxlist.values.kpi_statements import KpiCell

_FIRST = regex(r"[0-9]|[一二三四五六七八九十百千]|ゼロ")
_LATIN_BEFORE = regex(r"(?:(?<![A-Za-z])[A-Za-z]|[0-9.,]|[A-Za-z][-_.])$")
_NUMBER_BEFORE = regex(r"[0-9一二三四五六七八九十百千万億兆]$")
_OWN_UNIT = regex(r"([一-龠々ァ-ヶー]{1,8}?)(?=[をがはで、。,)(\n]|に(?!お|関|係)|以[上下内]|未満|程度|$)")
_BEFORE_BLANK = regex(r"[一-龠々ァ-ヶー]{1,4}(?=[ \n])")
"""Between a colon with its number and a blank: 支援：197町会 清掃：13地区."""
_NO_UNIT = regex(r"以上|以下|以内|未満|程度|超|増|減|弱|強|[中内外前後目]")
_NEXT_LABEL = regex("[のをがはにでと数率量額者]")
"""Behind a unit that is the beginning of a label: 97.8講座数（回）：20."""
_BRACKET = regex(r" ?\(([^()]{1,30})\)")
_CUMULATIVE_BRACKET = regex(
    r"(?:[^()]{0,16})(?:累計|累積|通算)(?:[^()]{0,16})$|(?:延べ|のべ|年間|以上|以下|以内|程度)$"
)
_OF_YEARS = regex(r"[0-9]{1,2} ?(?:か|ヶ|カ|ヵ|箇)?年(?:間)?の?(?:累計|累積|通算)")
"""In such a bracket: the number of years adds to nothing."""
_CHANGES = frozenset({"%", "ポイント", "‰", "円"})
"""With ▲ before them these are changes; other units may stand at a negative level (▲100人)."""
_COMPARATORS: dict[str | None, Comparator] = {
    "ge": "ge", "from": "ge", "gt": "gt", "le": "le", "lt": "lt", "up": "ge", "down": "le",
    "approx": "approx", "increase": "increase", "decrease": "decrease",
}  # fmt: skip
_LOOSENERS = frozenset("に 、で")
_LOOSE = frozenset({"annual", "monthly", "compared", "cumulative"})
_BLANK = regex(r"\s{0,99}")
_LONGEST_PREFIX, _LONGEST_NOUN = 8, 300
"""Letters of the longest word of comparison, as it may stand before 5%↑, and of a noun with the brackets behind it."""
_Qualifiers = dict[int, re.Match[str]]
"""By where they end."""


class Amount(NamedTuple):
    """A number with the words that belong to it."""

    start: int
    end: int
    """The span of all words that were read."""
    unit_end: int
    """Behind the unit, before 以上, 増 and brackets."""
    value: str
    value_to: str | None
    unit: str | None
    comparator: Comparator
    cumulative: bool
    period: Period | None
    is_total: bool
    """合計 or 計 stands before it."""
    has_own_unit: bool
    """The unit is in the table of units (or the number is a share); else it counts only where a target is stated."""
    each: bool
    """ずつ stands behind it."""


class _UnitBehind(NamedTuple):
    name: str | None
    end: int
    is_known: bool
    power: int = 0
    """Of ten: 3 for 4,420（千人）."""


class _Prefix(NamedTuple):
    start: int
    words: frozenset[str]
    text: str


def find_amounts(cell: KpiCell) -> tuple[Amount, ...]:
    """Find the amounts of a cell, in order and apart from each other.

    >>> from dxlist.values.kpi_statements import to_cell
    >>> [(amount.value, amount.unit) for amount in find_amounts(to_cell("ふくしま12市町村で約11万件"))]
    [('110000', '件')]
    """
    starts = [first.start() for first in _FIRST.finditer(cell.narrow) if not cell.taken[first.start()]]
    if not starts:
        return ()
    qualifiers = {match.end(): match for match in _qualifiers(cell.narrow) if not cell.is_dated(*match.span())}
    if any(match[0].rstrip() in _ANGLES for match in qualifiers.values()):
        brackets = {at for pair in _ANGLE_BRACKETS.finditer(cell.narrow) for at in (pair.start(), pair.end() - 1)}
        qualifiers = {end: match for end, match in qualifiers.items() if match.start() not in brackets}
    return tuple(_amounts(cell, starts, qualifiers))


_ANGLES = frozenset("<>")
_LONGEST_ANGLE = 62
_ANGLE_BRACKETS = regex(r"<[^<>=\n]{0,30}[^<>=\n0-9 ][^<>=\n]{0,30}>")
"""Around a word they are brackets: <目標値>80%."""


def _qualifiers(plain: str) -> Iterator[re.Match[str]]:
    end = 0
    for first in QUALIFIER_FIRST.finditer(plain):
        if first.start() >= end and (match := QUALIFIER.match(plain, first.start())):
            end = match.end()
            yield match


def _amounts(cell: KpiCell, starts: Sequence[int], qualifiers: _Qualifiers) -> Iterator[Amount]:
    floor = 0
    for at in starts:
        if at >= floor and (amount := _read_at(cell, at, floor, qualifiers)):
            floor = amount.end
            yield amount


def _read_at(cell: KpiCell, at: int, floor: int, qualifiers: _Qualifiers) -> Amount | None:
    plain = cell.narrow
    number = read_number(plain, at)
    if number is None or cell.is_taken(at, number.end) or _LATIN_BEFORE.search(plain, max(0, at - 3), at):
        return None
    unit = _unit(cell, number, at)
    if number.in_kanji and is_unit_label(plain, at, unit.end):
        return None
    amount = _finished(cell, _prefix(plain, at, floor, qualifiers), number, unit)
    if number.in_kanji and not (unit.name and unit.is_known and _counts_in_kanji(plain, at, number, amount)):
        return None
    return amount


def _counts_in_kanji(plain: str, at: int, number: Number, amount: Amount) -> bool:
    """Return whether kanji digits are a number: not behind a digit; a lone 一 only with a qualifier (年一回)."""
    if _NUMBER_BEFORE.search(plain, max(0, at - 1), at):
        return False
    return plain[at : number.end] != "一" or amount.start < at or amount.end > amount.unit_end


def _unit(cell: KpiCell, number: Number, start: int) -> _UnitBehind:
    """Read the unit behind a number; a share in 割 is in percent, and a zero in words needs none."""
    plain, end = cell.narrow, number.end
    if number.in_tenths:
        return _UnitBehind("%", end, is_known=True)
    if YEN_BEFORE.search(plain, max(0, start - 2), start) and not plain.startswith("円", end):
        return _UnitBehind("円", end, is_known=True)
    if dash := _DASH_FOR_UNIT.match(plain, end):
        return _UnitBehind(None, dash.end(), is_known=_BEHIND_COLON.search(plain, max(0, start - 9), start) is not None)
    return _known_unit(cell, end) or _own_unit(cell, end, start)


def _known_unit(cell: KpiCell, end: int) -> _UnitBehind | None:
    """Return the unit of the table behind a number, which may stand in a bracket.

    What goes on to a colon is the next label, behind a blank or where the label before says the unit.
    """
    plain, at = cell.narrow, _behind_blank(cell, end)
    if span := counted_after_no(plain, end):
        return _unit_at(cell, *span, is_known=True)
    stop = unit_end(plain, at)
    if stop and not (ends_label(plain, stop) and (at > end or _NEXT_LABEL.match(plain, stop))):
        unit = _unit_at(cell, at, stop, is_known=True)
        return unit._replace(end=stop + 1) if _NUMBER_OF.match(plain, stop) else unit
    if counted := unit_of_number(plain, at):
        return _unit_at(cell, at, counted, is_known=True)._replace(end=counted + 1)
    if span := unit_in_bracket_behind(plain, end):
        return _unit_at(cell, *span, is_known=True)._replace(end=span[1] + 1)
    return None


def _own_unit(cell: KpiCell, end: int, start: int) -> _UnitBehind:
    """Return the word behind a number that may be its unit."""
    plain = cell.narrow
    is_own = not _NO_UNIT.match(plain, end) and not (ends_label(plain, end) and unit_before_colon(plain, start))
    match = _OWN_UNIT.match(plain, end) if is_own else None
    if is_own and plain[start - 1 : start] == ":" and (behind := _BEFORE_BLANK.match(plain, end)):
        return _unit_at(cell, *behind.span(), is_known=True)
    if match and not VERBAL_NOUN_END.search(match[1]):
        return _unit_at(cell, *match.span(1), is_known=False)
    return _UnitBehind(None, end, is_known=plain[end - 1] == "ロ")


_BEHIND_COLON = regex(": {0,8}$")
_DASH_FOR_UNIT = regex(r"[-―—─ー](?=[\s、。)]|$)")
"""Where the unit would stand: 11.6―."""
_NUMBER_OF = regex(r"数(?=[\s、。)]|$)")
"""Behind a unit: 40人数."""


def _behind_blank(cell: KpiCell, end: int) -> int:
    """Return where a unit may begin behind a number: behind one blank, or the entity of one."""
    left = cell.leaving_at(end)
    if left and left.start == end and not cell.narrow[left.start : left.end].strip(" "):
        return left.end
    return end + cell.narrow.startswith(" ", end)


def _unit_at(cell: KpiCell, start: int, end: int, *, is_known: bool) -> _UnitBehind:
    power, name = unit_power(written_unit(cell.text[start:end]))
    return _UnitBehind(name, end, is_known, power)


def _prefix(plain: str, at: int, floor: int, qualifiers: _Qualifiers) -> _Prefix:
    """Take the words before a number that belong to it: 年間約, 合計, +."""
    words, start = set[str](), at
    while (match := _qualifier_before(plain, start, qualifiers)) and match.start() >= floor:
        if floor and _is_between_amounts(plain, floor, match):
            break
        words.add(match.lastgroup or "")
        start = match.start()
    return _Prefix(start, frozenset(words), plain[start:at])


_BETWEEN_AMOUNTS = ("=>", ">", "<")
_DASHES = ("-", "―", "—", "─", "ー")


def _is_between_amounts(plain: str, floor: int, sign: re.Match[str]) -> bool:
    """Return whether a sign directly behind another amount parts the two: 10件 => 20件, 3件-5%."""
    if plain.startswith(_BETWEEN_AMOUNTS, sign.start()):
        return not plain[floor : sign.start()].strip()
    return sign.start() == floor and plain.startswith(_DASHES, floor)


def _qualifier_before(plain: str, end: int, qualifiers: _Qualifiers) -> re.Match[str] | None:
    """Return the qualifier that ends at a position, or one of time or sum before に, で or a blank there."""
    if match := qualifiers.get(end):
        return match
    match = qualifiers.get(end - 1) if plain[end - 1 : end] in _LOOSENERS else None
    return match if match and match.lastgroup in _LOOSE else None


def _finished(cell: KpiCell, prefix: _Prefix, number: Number, unit: _UnitBehind) -> Amount:
    amount = Amount(
        start=_of_entity(cell, prefix.start),
        end=unit.end,
        unit_end=unit.end,
        value=counted_in(unit.power, number.value),
        value_to=None,
        unit=unit.name,
        comparator=_comparator_before(cell, prefix, unit.name),
        cumulative="cumulative" in prefix.words,
        period=_period(prefix, unit.name),
        is_total="計" in prefix.text,
        has_own_unit=unit.is_known,
        each=False,
    )
    if "minus" in prefix.words and amount.comparator != "decrease":
        amount = amount._replace(value=f"-{amount.value}")
    return _with_closed_bracket(cell, _with_suffixes(cell, _with_upper_end(cell, amount)))


def _of_entity(cell: KpiCell, at: int) -> int:
    """Return where the entity begins that stands for the sign at a position: &gt;=60%."""
    left = cell.leaving_at(at)
    return left.start if left else at


def _with_closed_bracket(cell: KpiCell, amount: Amount) -> Amount:
    """Read 以上 behind the bracket that the amount ends: 前年度実績（1,200人）以上."""
    match = SUFFIX.match(cell.narrow, amount.end + 1) if cell.narrow.startswith(")", amount.end) else None
    if match is None or amount.comparator != "eq":
        return amount
    return amount._replace(comparator=_COMPARATORS.get(match.lastgroup, "eq"))


def _comparator_before(cell: KpiCell, prefix: _Prefix, unit: str | None) -> Comparator:
    """Read the words before a number; ▲5% is a fall by 5 %, ▲100人 a negative level."""
    if arrow := next((word for word in ("up", "down") if word in prefix.words), None):
        return _by_arrow(cell, arrow, prefix.start, unit, compared="compared" in prefix.words)
    if "minus" in prefix.words and ("compared" in prefix.words or unit in _CHANGES):
        return "decrease"
    order = ("increase", "decrease", "ge", "le", "gt", "lt", "approx")
    return next((_COMPARATORS[word] for word in order if word in prefix.words), "eq")


def _by_arrow(cell: KpiCell, arrow: str, start: int, unit: str | None, *, compared: bool) -> Comparator:
    """Read ↑ and ↓: of a share or a count it is the level to be reached (満足度80%↑), else a change (売上5%↑)."""
    before = max(0, start - _LONGEST_NOUN)
    is_share = unit == "%" and (SHARED.search(cell.narrow, before, start) or _BLANK.fullmatch(cell.narrow, 0, start))
    is_level = unit not in _CHANGES or is_share
    if is_level and not compared:
        return "ge" if arrow == "up" else "le"
    return "increase" if arrow == "up" else "decrease"


def _period(prefix: _Prefix, unit: str | None) -> Period | None:
    if "annual" in prefix.words or (unit and PER_YEAR.search(unit)):
        return "annual"
    return "monthly" if "monthly" in prefix.words or (unit and PER_MONTH.search(unit)) else None


def _with_upper_end(cell: KpiCell, amount: Amount) -> Amount:
    """Read 10～15件, 10件～15件 as one range; 22人から149人 with 増 behind is a rise, left to the roles."""
    plain = cell.narrow
    dash = RANGE.match(plain, amount.unit_end) or TWO_OR_THREE.match(plain, amount.start)
    number = read_number(plain, dash.end()) if dash else None
    if dash is None or number is None or cell.is_taken(dash.end(), number.end):
        return amount
    unit = _unit(cell, number, dash.end())
    bare = not amount.has_own_unit and amount.unit is None
    rises = "から" in dash[0] and not bare and RAISED_TO.match(plain, unit.end)
    if not unit.is_known or not (bare or unit.name == amount.unit) or rises:
        return amount
    upper = counted_in(unit.power, number.value)
    return amount._replace(value_to=upper, unit=unit.name, has_own_unit=True, end=unit.end, unit_end=unit.end)


def _with_suffixes(cell: KpiCell, amount: Amount) -> Amount:
    """Read 以上, 程度, （累計）, 増 behind the unit."""
    while step := _suffix(cell, amount):
        amount = step
    return amount


def _suffix(cell: KpiCell, amount: Amount) -> Amount | None:
    plain, end = cell.narrow, amount.end
    if match := SUFFIX.match(plain, end):
        return _with_word(amount, match)
    if amount.comparator == "eq" and (match := SIGN_BEHIND.match(plain, end)) and not _closes_angle(plain, match):
        return _with_sign(cell, amount, match)
    if (bracket := _BRACKET.match(plain, end)) and _is_own_bracket(cell, bracket):
        return _with_bracket(amount, bracket)
    if amount.comparator not in {"increase", "decrease"} and (match := CHANGE.match(plain, end)):
        return amount._replace(comparator=_COMPARATORS[match.lastgroup], end=match.end())
    return None


def _closes_angle(plain: str, match: re.Match[str]) -> bool:
    """Return whether a sign is the bracket of a word: <目標80%>."""
    near = max(0, match.start() - _LONGEST_ANGLE), match.start()
    return match["sign"] == ">" and plain.rfind("<", *near) > plain.rfind(">", *near)


def _with_sign(cell: KpiCell, amount: Amount, match: re.Match[str]) -> Amount:
    """Read a sign behind a number as 以上 and the like; before what is measured it is read from the other side."""
    name = SIGNS[match["sign"]][match["noun"] is not None]
    end = match.end("sign")
    if name in {"up", "down"}:
        compared = COMPARED.search(cell.narrow, max(0, amount.start - _LONGEST_PREFIX), amount.end) is not None
        return amount._replace(comparator=_by_arrow(cell, name, amount.start, amount.unit, compared=compared), end=end)
    return amount._replace(comparator=_COMPARATORS[name], end=end)


def _is_own_bracket(cell: KpiCell, bracket: re.Match[str]) -> bool:
    """Return whether a bracket qualifies the amount before it: （累計） does, （累計150人） is another amount."""
    if _OF_YEARS.fullmatch(bracket[1]):
        return True
    if not _CUMULATIVE_BRACKET.fullmatch(bracket[1]):
        return False
    return all(cell.is_dated(at, at + 1) for at in range(*bracket.span(1)) if cell.narrow[at].isdigit())


def _with_word(amount: Amount, match: re.Match[str]) -> Amount:
    name = match.lastgroup
    if name == "other":
        return amount._replace(each=True, end=match.end())
    keep = amount.comparator in {"increase", "decrease"} or (name == "approx" and amount.comparator != "eq")
    return amount._replace(end=match.end(), comparator=amount.comparator if keep else _COMPARATORS[name])


def _with_bracket(amount: Amount, bracket: re.Match[str]) -> Amount:
    words = SUFFIX.match(bracket[1])
    amount = amount._replace(end=bracket.end())
    if words and amount.comparator == "eq":
        amount = amount._replace(comparator=_COMPARATORS.get(words.lastgroup, "eq"))
    return amount._replace(
        cumulative=amount.cumulative or CUMULATIVE_WORD.search(bracket[1]) is not None,
        period="annual" if bracket[1] == "年間" else amount.period,
    )

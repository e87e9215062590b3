"""DX308: sums of targets that are not the sum of their parts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.rules.kpi_texts import own_kpis
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.values.kpi_numbers import decimal_text, read_number
from dxlist.values.kpi_units import unit_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.rules.kpi_texts import Kpi
    from dxlist.rules.listed import Listed


@rule(
    "DX308",
    "sum-does-not-add-up",
    "warning",
    Bilingual("合計が合わない", "sum does not add up"),
)
def sum_does_not_add_up(listed: Listed) -> Iterator[Found]:
    """The parts of a sum stand before it or in the bracket behind it, and give another number.

    One of them is wrong, and a reader cannot know which.  (Line 51 of fukushima_r04 adds up: 2回、2回、合計4回.)  Sums of
    which only some parts stand there (うち, ほか), products (各地区2回) and round numbers (約) are left alone.

    日本語:
        合計と、その前または後の括弧にある内訳が合いません。

        どれかの数値が誤りですが、どれかは読み手には分かりません（fukushima_r04 の51行目「2回、2回、合計4回」は合っています）。
        一部だけの内訳（うち、ほか）、掛け算になるもの（各地区2回）、概数（約）は対象にしません。

    Bad:
        1 人材の育成|1(1) 研修|総務部 人事課|研修事業|研修を開催する。|管理職向けの研修を2回、一般職員向けの研修を3回、合計6回開催する。

    Good:
        1 人材の育成|1(1) 研修|総務部 人事課|研修事業|研修を開催する。|管理職向けの研修を2回、一般職員向けの研修を3回、合計5回開催する。
        1 人材の育成|1(1) 研修|総務部 人事課|研修事業|研修を開催する。|基礎研修を2回、応用研修を3回、東西2会場で、合計10回開催する。
    """
    for kpi in own_kpis(listed):
        if _TOTAL.search(kpi.plain):
            yield from (_found(kpi, total) for total in _wrong_totals(kpi))


_TOTAL = re.compile(r"(?:合計|総計|(?<![一-龠々])計)(?:で|して)?[:、 ]?(?=[0-9])")
_DIGIT = re.compile(r"(?<![0-9.,A-Za-z第])[0-9]")
_NO_SUM = re.compile(
    r"うち|ほか|他|など|等[がのにをで]?[、)]|程度|約|概ね|おおむね|各|毎|ずつ|×|累計|延べ|につき|当たり|あたり|以上|以下|→|実績|現状|前年"
)
_BRACKET = re.compile(r" ?\((?:内訳[:は]?)?([^()]*)\)")
_NOTE = re.compile(r"\([^()]*\)")
_ROUND = re.compile(r"程度|前後|ほど|以上|以下|以内|超|ずつ|を?(?:目途|上限|下限)")


class _Amount(NamedTuple):
    start: int
    end: int
    value: Decimal
    unit: str


class _Total(NamedTuple):
    start: int
    amount: _Amount
    parts: Sequence[_Amount]


def _wrong_totals(kpi: Kpi) -> Iterator[_Total]:
    """Yield the totals whose parts, before them or in the bracket behind, have another sum."""
    floor = 0
    for word in _TOTAL.finditer(kpi.plain):
        start, end = kpi.sentence(word.start())
        total = next((a for a in _amounts(kpi.plain, word.end(), end) if a.start == word.end()), None)
        if total and not _ROUND.match(kpi.plain, total.end):
            parts = _parts(kpi.plain, max(start, floor), word.start(), total)
            if len(parts) > 1 and sum(part.value for part in parts) != total.value:
                yield _Total(word.start(), total, parts)
        floor = total.end if total else floor


def _parts(plain: str, start: int, word: int, total: _Amount) -> Sequence[_Amount]:
    """Return the parts of a total: in the bracket behind it, in its own bracket, or before it."""
    if bracket := _BRACKET.match(plain, total.end):
        return _added(plain, *bracket.span(1), total.unit)
    opened = plain.rfind("(", start, word)
    if opened < 0 or ")" in plain[opened:word]:
        return _added(plain, start, word, total.unit)
    return _added(plain, opened + 1, word, total.unit) or _added(plain, start, opened, total.unit)


def _added(plain: str, start: int, end: int, unit: str) -> Sequence[_Amount]:
    """Return the amounts of a stretch outside brackets, or nothing where they may not be all, or not be added."""
    region = _NOTE.sub(lambda note: " " * len(note[0]), plain[start:end])
    found = list(_amounts(region, 0, len(region)))
    numbers = len(_DIGIT.findall(_YEAR.sub("", region)))
    alike = all(amount.unit == unit for amount in found) and len(found) == numbers
    return found if alike and not _NO_SUM.search(region) else ()


_YEAR = re.compile(r"(?:令和|平成|R|H)?[0-9]{1,4}(?:年度?|月|日)(?!間)")


def _amounts(plain: str, start: int, end: int) -> Iterator[_Amount]:
    """Yield the numbers with a unit, in order."""
    at = start
    while match := _DIGIT.search(plain, at, end):
        number = read_number(plain, match.start())
        until = unit_end(plain, number.end) if number else None
        if number and until and until <= end:
            yield _Amount(match.start(), until, number.value, plain[number.end : until])
        at = max(match.end(), number.end if number else 0)


def _found(kpi: Kpi, total: _Total) -> Found:
    words = kpi.text[total.start : total.amount.end]
    parts = " + ".join(decimal_text(part.value) for part in total.parts)
    is_sum = decimal_text(sum((part.value for part in total.parts), Decimal(0)))
    message = Bilingual(
        f"「{words}」とありますが、内訳は {parts} = {is_sum}{total.amount.unit} です。",
        f"「{words}」, but {parts} = {is_sum}{total.amount.unit}.",
    )
    return Found(kpi.place(total.start, total.amount.end), message)

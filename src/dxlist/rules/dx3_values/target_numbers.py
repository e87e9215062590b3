"""DX308, DX309: numbers of targets that do not add up, or are written in two ways."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.rules.dx3_values.kpi_texts import own_kpis, own_targets
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.values.kpi_numbers import decimal_text, read_number
from dxlist.values.kpi_units import unit_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.finding import Severity
    from dxlist.rules.dx3_values.kpi_texts import Kpi
    from dxlist.rules.listed import Listed


@rule("DX308", "sum-does-not-add-up", "info", Bilingual("合計が合わない", "sum does not add up"))
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
        if _TOTAL.search(kpi.narrow):
            yield from (_found(kpi, *total) for total in _wrong_totals(kpi))


_TOTAL = regex(r"(?:合計|総計|(?:(?<![一-龠々])|(?<=年間))計)(?:で|して)?[:、 ]?(?=[0-9])")
_DIGIT = regex(r"(?<![0-9.,A-Za-z第])[0-9]")
_NO_SUM = regex(
    r"うち|ほか|他|など|等[がのにをで]?[、)]|程度|約|概ね|おおむね|各|毎|ずつ|×|累計|延べ|につき|当たり|あたり|以上|以下|→|実績|現状|前年"
)
_BRACKET = regex(r" ?\((?:内訳[:は]?)?([^()]*)\)")
_NOTE = regex(r"\([^()]*\)")
_ROUND = regex(r"程度|前後|ほど|以上|以下|以内|超|ずつ|を?(?:目途|上限|下限)")


class _Addend(NamedTuple):
    start: int
    end: int
    value: Decimal
    unit: str


def _wrong_totals(kpi: Kpi) -> Iterator[tuple[int, _Addend, Sequence[_Addend]]]:
    """Yield where a total begins, its amount, and its parts, before it or in the bracket behind, that have another sum."""
    floor = 0
    for word in _TOTAL.finditer(kpi.narrow):
        start, end = kpi.sentence(word.start())
        total = next((a for a in _amounts(kpi.narrow, word.end(), end) if a.start == word.end()), None)
        if total and not _ROUND.match(kpi.narrow, total.end):
            parts = _parts(kpi.narrow, max(start, floor), word.start(), total)
            if len(parts) > 1 and sum(part.value for part in parts) != total.value:
                yield word.start(), total, parts
        floor = total.end if total else floor


def _parts(plain: str, start: int, word: int, total: _Addend) -> Sequence[_Addend]:
    """Return the parts of a total: in the bracket behind it, in its own bracket, or before it."""
    if bracket := _BRACKET.match(plain, total.end):
        return _added(plain, *bracket.span(1), total.unit)
    opened = plain.rfind("(", start, word)
    if opened < 0 or ")" in plain[opened:word]:
        return _added(plain, start, word, total.unit)
    return _added(plain, opened + 1, word, total.unit) or _added(plain, start, opened, total.unit)


def _added(plain: str, start: int, end: int, unit: str) -> Sequence[_Addend]:
    """Return the amounts of a stretch outside brackets, or nothing where they may not be all, or not be added."""
    region = _NOTE.sub(lambda note: " " * len(note[0]), plain[start:end])
    found = list(_amounts(region, 0, len(region)))
    numbers = len(_DIGIT.findall(_YEAR.sub("", region)))
    alike = all(amount.unit == unit for amount in found) and len(found) == numbers
    return found if alike and not _NO_SUM.search(region) else ()


_YEAR = regex(r"(?:令和|平成|R|H)?[0-9]{1,4}(?:年度?|月|日)(?!間)")


def _amounts(plain: str, start: int, end: int) -> Iterator[_Addend]:
    """Yield the numbers with a unit, in order."""
    at = start
    while match := _DIGIT.search(plain, at, end):
        number = read_number(plain, match.start())
        until = unit_end(plain, number.end) if number else None
        if number and until and until <= end:
            yield _Addend(match.start(), until, number.value, plain[number.end : until])
        at = max(match.end(), number.end if number else 0)


def _found(kpi: Kpi, start: int, total: _Addend, parts: Sequence[_Addend]) -> Found:
    values = [part.value for part in parts]
    sum_ = f"{' + '.join(map(decimal_text, values))} = {decimal_text(sum(values, Decimal(0)))}{total.unit}"
    message = Bilingual("とありますが、内訳は ", ", but ") + sum_ + Bilingual(" です。", ".")
    return Found(kpi.place(start, total.end), f"「{kpi.words(start, total.end)}」" + message)


@rule(
    "DX309",
    "mixed-thousands-separators",
    "warning",
    Bilingual("桁区切りの不統一", "thousands with and without commas"),
    official=("L2-01",),
)
def mixed_thousands_separators(listed: Listed) -> Iterator[Found]:
    """Some numbers of a list have commas between their thousands, and some have none.

    Numbers of two kinds are found by no one search, and one without its comma is easily misread by a factor of ten (line
    42 of fukushima_r04: 5000台, beside 23,146件).  Said once for a list, at the rarer kind; info where both are as common.

    日本語:
        一覧の中に、桁区切りのコンマがある数値とない数値があります。

        一度の検索で見つからず、桁の読み違いも起きやすくなります（fukushima_r04 の42行目「5000台」、ほかは「23,146件」等）。
        一覧ごとに1件、少ない方の場所に示します。どちらも多い場合は参考とします。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|電子申請の利用件数について、12,300件を目標とする。
        1 行政の効率化|1(2) 情報公開|総務部 情報政策課|データ公開事業|データを公開する。|閲覧件数について、23,146件を目標とする。
        1 行政の効率化|1(3) 研修|総務部 人事課|職員研修事業|研修を行う。|同時に閲覧できる台数を5000台とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和7年度（2025年度）の利用件数について、12,300件を目標とする。
        1 行政の効率化|1(3) 研修|総務部 人事課|職員研修事業|研修を行う。|同時に閲覧できる台数を5,000台とする。
    """
    numbers = list(_numbers(listed))
    with_comma = [number for number in numbers if number.has_comma]
    bare = [number for number in numbers if not number.has_comma]
    rarer, usual = sorted((bare, with_comma), key=len)
    if not rarer:
        return
    kpi, start, here, has_comma = rarer[0]
    there, plain = usual[0].digits, narrow(here).replace(",", "")
    message = Bilingual(
        f"桁区切りが揃っていません。「{here}」のような数値が{len(rarer)}個、「{there}」のような数値が{len(usual)}個あります。",
        f"thousands are written in two ways: {len(rarer)} like {here}, {len(usual)} like {there}.",
    )
    rows = listed.related_rows(number.kpi.initiative for number in rarer[1:])
    severity: Severity = "warning" if len(usual) >= len(rarer) * _MUCH_RARER else "info"
    other_way = plain if has_comma else f"{int(plain):,}"
    yield Found(kpi.place(start, start + len(here)), message, rows, other_way, severity)


_MUCH_RARER = 3
_DIGITS = regex(r"[0-9０-９][0-9０-９,，]*")
_THOUSANDS = regex(r"[0-9]{4,}|[0-9]{1,3}(?:,[0-9]{3})+")


class _Thousands(NamedTuple):
    kpi: Kpi
    start: int
    digits: str
    has_comma: bool


def _numbers(listed: Listed) -> Iterator[_Thousands]:
    """Yield the whole numbers of four digits and more that are targets."""
    for kpi, target in own_targets(listed):
        digits = _DIGITS.search(target.raw)
        if digits and target.unit and _THOUSANDS.fullmatch(narrow(digits[0])):
            yield _Thousands(kpi, target.start + digits.start(), digits[0], "," in narrow(digits[0]))

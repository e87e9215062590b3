"""DX314-DX316: dates that no calendar has, and deadlines that a list cannot mean."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.dx3_values.kpi_texts import further_texts, own_kpis
from dxlist.rules.places import PROSE, own_texts
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.calendar import FIRST_YEARS, era_year
from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.values.fiscal_years import find_years
from dxlist.words.dates import DATE, DONE

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from dxlist.model.finding import Severity
    from dxlist.model.kpi import KpiTarget
    from dxlist.rules.dx3_values.kpi_texts import FurtherText, Kpi
    from dxlist.rules.listed import Listed
    from dxlist.rules.places import PrintedText
    from dxlist.values.fiscal_years import Year


@rule(
    "DX314",
    "year-outside-its-era",
    "info",
    Bilingual("存在しない元号の年", "year outside its era"),
    official=("L3-05",),
)
def year_outside_its_era(listed: Listed) -> Iterator[Found]:
    """An era year lies behind the end of its era: 平成33年度.

    Documents from before the change of era have many, and they were right when they were written; a program that
    converts years does not know them.  The suggestion is the same year by its era.

    日本語:
        元号が終わった後の年です（平成33年度など）。

        改元前の文書に多く、当時は正しい表記でしたが、年を換算するプログラムでは扱えません。同じ年の正しい元号を案として示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|平成33年度までに100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和3年度までに100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|総務部 情報政策課|窓口改善事業|窓口を改善する。|平成31年4月から窓口を開設する。
    """
    for text in _dated_texts(listed):
        for year in find_years(text.text) if _OLD_ERA.search(text.narrow) else ():
            if year.outside_era:
                western = str(year.value)[:4]
                message = Bilingual(f"は存在しない年です（{western}年）。", f" is no year of its era ({western}).")
                place = text.place(year.start, year.end)
                yield Found(place, f"「{year.raw}」" + message, suggestion=_by_its_era(year))


def _dated_texts(listed: Listed) -> Iterator[PrintedText | FurtherText]:
    """Yield the sentences of a list, and the cells of its further columns."""
    yield from own_texts(listed, PROSE)
    yield from further_texts(listed)


_OLD_ERA = regex("平成|昭和|大正|明治|H[0-9 ]|S[0-9 ]|令和")
_ERA_YEAR = regex(r"^[^0-9元]+ ?(?:[0-9]{1,2}|元)")


def _by_its_era(year: Year) -> str | None:
    """Return a year as its own era writes it: 令和3年度 for 平成33年度."""
    value, plain = str(year.value), narrow(year.raw)
    number = _ERA_YEAR.match(plain)
    month = int(value[5:7]) if len(value) > len("2021") else _ANY_MONTH
    mended = era_year(int(value[:4]), month, by_letter=plain[0].isascii())
    return f"{mended}{year.raw[number.end() :]}" if number else None


_ANY_MONTH = 12


@rule("DX315", "date-that-is-none", "info", Bilingual("存在しない日付", "date that is none"), official=("L3-05",))
def date_that_is_none(listed: Listed) -> Iterator[Found]:
    """A date has a month or a day that no calendar has: 2月30日, 令和5年13月.

    A digit is wrong, and no program reads the date.

    日本語:
        暦にない月日です（2月30日、令和5年13月など）。

        数字の誤りです。プログラムでは日付として読めません。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和5年2月29日までに運用を開始する。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和6年2月29日までに運用を開始する。
    """
    for text in _dated_texts(listed):
        for match in DATE.finditer(text.narrow) if "月" in text.text else ():
            if _is_none(match):
                words = text.words(*match.span())
                message = Bilingual(f"「{words}」は暦にありません。", f"no calendar has 「{words}」.")
                yield Found(text.place(*match.span()), message)


_MONTHS = 12
_LEAP_YEAR = 2024


def _is_none(match: re.Match[str]) -> bool:
    """Return whether a date is in no calendar; a month alone may be a span of time, and is none."""
    year, month, day = _western(match), int(match["month"]), match["day"]
    if not 1 <= month <= _MONTHS:
        return year is not None or day is not None
    return day is not None and not 1 <= int(day) <= monthrange(year or _LEAP_YEAR, month)[1]


def _western(match: re.Match[str]) -> int | None:
    if match["western"]:
        return int(match["western"])
    if not match["era"]:
        return None
    return FIRST_YEARS[match["era"]] + (1 if match["number"] == "元" else int(match["number"])) - 1


@rule(
    "DX316",
    "deadline-outside-the-list",
    "info",
    Bilingual("一覧の年度と合わない期限", "deadline that the list cannot mean"),
)
def deadline_outside_the_list(listed: Listed) -> Iterator[Found]:
    """A target is to be reached before the fiscal year of its list begins, or more than thirty years after it.

    A deadline that has passed is left over from an older list, or a digit of the year is wrong.  Two years and more before
    the list it is a warning.  Dates of what was done (令和2年度までに整備した…) are not meant.

    日本語:
        目標の期限が、一覧の年度より前か、30年を超える先です。

        前年度の一覧からの消し忘れか、年の数字の誤りの可能性があります。2年度以上前のものは警告とします。過去の実績を述べる年
        （令和2年度までに整備した…）は対象にしません。

    Bad, whole file:
        令和4年度関連事業一覧
        分野|項目|担当課|事業名|事業概要|指標（KPI）
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和2年度までに100件を目標とする。

    Good, whole file:
        令和4年度関連事業一覧
        分野|項目|担当課|事業名|事業概要|指標（KPI）
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和7年度までに100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|総務部 情報政策課|窓口改善事業|窓口を改善する。|令和2年度までに開設した窓口を含め、20窓口を目標とする。
    """
    found = list(_outside_the_list(listed))
    if len(found) > _MANY:  # a list that looks back on a plan has past deadlines by design
        found = [replace(one, severity="info") for one in found]
    yield from found


_MANY = 2


def _outside_the_list(listed: Listed) -> Iterator[Found]:
    for kpi in own_kpis(listed):
        begun = kpi.initiative.fiscal_year
        for target in kpi.targets if begun else ():
            deadline = _deadline(target)
            if begun and deadline and (found := _outside(kpi, target, deadline, begun)):
                yield found
                break


_FAR = 30
_LONG_PAST = 2


def _deadline(target: KpiTarget) -> int | None:
    if target.target_fiscal_year:
        return target.target_fiscal_year
    return int(target.target_date[:4]) if target.target_date else None


def _outside(kpi: Kpi, target: KpiTarget, deadline: int, begun: int) -> Found | None:
    if begun <= deadline <= begun + _FAR:
        return None
    years = find_years(kpi.text)
    year = next((year for year in years if str(year.value).startswith(str(deadline))), None)
    if year is None or (deadline < begun and not _is_meant(kpi, target, year, years)):
        return None
    severity: Severity | None = None if deadline <= begun - _LONG_PAST else "info"
    message = Bilingual(
        f"期限「{year.raw}」は、一覧の年度（{era_year(begun, _ANY_MONTH)}年度）と合いません。",
        f"the deadline 「{year.raw}」 does not go with the fiscal year of the list ({begun}).",
    )
    return Found(kpi.place(year.start, year.end), message, severity=severity)


_BY = regex(r"(?:末|中|内)*まで(?:に|、)(?!の)")


def _is_meant(kpi: Kpi, target: KpiTarget, year: Year, years: tuple[Year, ...]) -> bool:
    """Return whether a past year is a deadline: the only year, まで behind it, and nothing that tells of what was done."""
    if len(years) > 1 or target.deadline_kind != "by" or not _BY.match(kpi.narrow, year.end):
        return False
    return DONE.search(kpi.narrow, year.end) is None

"""DX311-DX313: years and months of targets that a list leaves out or writes in several ways."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.rules.dx3_values.kpi_texts import own_kpis
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.calendar import era_year, is_before_april
from dxlist.text.widths import narrow
from dxlist.values.fiscal_years import find_years
from dxlist.words.dates import (
    AS_OF,
    BESIDE_ERA,
    BRACKET_OF_A_NAME,
    CLIMATE,
    DATES,
    EVERY_YEAR,
    MONTH,
    NAMED_YEAR,
    OF_OTHERS_PLAN,
    SHORT_YEAR,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.rules.dx3_values.kpi_texts import Kpi
    from dxlist.rules.listed import Listed
    from dxlist.values.fiscal_years import Year


@rule("DX311", "month-without-year", "info", Bilingual("年のない月", "month without a year"), official=("L3-05",))
def month_without_year(listed: Listed) -> Iterator[Found]:
    """A target names a month, and no year stands in its cell.

    Out of its list, or a year later, no one knows which September was meant (line 32 of fukushima_r04: 9月定例会).  Months of
    every year (毎年4月) and days of a count (4月1日現在) are left alone.  Where the fiscal year of the list is known, the
    suggestion is the month in it.

    日本語:
        目標に月が書かれていますが、同じ欄に年がありません。

        一覧から切り離されたり、年が変わったりすると、いつのことか分かりません（fukushima_r04 の32行目「9月定例会」）。「毎年4月」
        「4月1日現在」などは対象にしません。一覧の年度が分かる場合は、その年度の年月を案として示します。

    Bad:
        1 議会のICT化|1(1) ペーパーレス|議会事務局 総務課|議会ICT導入事業|タブレットを導入する。|9月定例会からタブレット端末を試行導入する。

    Good:
        1 議会のICT化|1(1) ペーパーレス|議会事務局 総務課|議会ICT導入事業|タブレットを導入する。|令和4年9月定例会からタブレット端末を試行導入する。
        1 子育て支援|1(1) 保育|福祉部 保育課|保育事業|保育を充実する。|待機児童数（4月1日現在）：0人
    """
    for kpi in own_kpis(listed):
        if match := _month(kpi):
            words, fiscal_year = kpi.words(*match.span()), kpi.initiative.fiscal_year
            month, suggestion = int(match["month"]), None
            if fiscal_year:
                suggestion = f"{era_year(fiscal_year + is_before_april(month), month)}年{words}"
            message = f"「{words}」" + Bilingual("がいつの年の月か書かれていません。", " has no year.")
            yield Found(kpi.place(*match.span()), message, suggestion=suggestion)


def _month(kpi: Kpi) -> re.Match[str] | None:
    """Return the first month of one year, of a cell that names no year."""
    if "月" not in kpi.narrow or find_years(kpi.text) or SHORT_YEAR.search(kpi.narrow):
        return None
    for match in MONTH.finditer(kpi.narrow):
        before = kpi.narrow[max(0, match.start() - 6) : match.start()]
        if not EVERY_YEAR.search(before) and not AS_OF.match(kpi.narrow, match.end()):
            return match
    return None


@rule("DX312", "mixed-calendars", "info", Bilingual("和暦と西暦の混在", "years of two calendars"), official=("L3-05",))
def mixed_calendars(listed: Listed) -> Iterator[Found]:
    """The targets of a list have years of the Japanese era and of the western calendar.

    They cannot be sorted, compared or found together.  Said once for a list, at the rarer kind.  Years of a cell that
    writes them both ways (令和7年度（2025年度）), and one that belongs to a name, a source or another's plan
    (2050年カーボンニュートラル, 2020年国勢調査, 国の目標（2030年度80%）), are not meant.

    日本語:
        一覧の指標・目標に、和暦の年と西暦の年があります。

        並べ替え、比較、検索ができません。一覧ごとに1件、少ない方の場所に示します。両方を併記したもの（令和7年度（2025年度））と、
        名称・出典・他の計画の年（2050年カーボンニュートラル、2020年国勢調査、国の目標（2030年度80%））は対象にしません。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和7年度までに100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|総務部 情報政策課|窓口改善事業|窓口を改善する。|2025年度までに20窓口を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和7年度（2025年度）までに100件を目標とする。
        1 環境|2(1) 脱炭素|環境部 環境課|省エネ事業|省エネを進める。|2050年カーボンニュートラルに向け、令和7年度までに20施設を目標とする。
    """
    years = [year for year in _years(listed) if not year.is_both]
    western = [year for year in years if year.form == "western"]
    yield from _mixed(listed, western, [year for year in years if year.form != "western"], _CALENDARS)


@rule(
    "DX313",
    "mixed-era-forms",
    "info",
    Bilingual("元号の略し方の不統一", "eras spelled out and by letter"),
    official=("L3-05",),
)
def mixed_era_forms(listed: Listed) -> Iterator[Found]:
    """The targets of a list have eras by a letter (H30年度) and spelled out (令和7年度).

    A search for one does not find the other.  Said once for a list, at the rarer kind (lines 113 and 135 of fukushima_r04).

    日本語:
        一覧の指標・目標に、元号を英字で略した年（H30年度）と略さない年（令和7年度）があります。

        一方で検索すると他方が見つかりません。一覧ごとに1件、少ない方の場所に示します（fukushima_r04 の113行目、135行目）。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和7年度までに100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|総務部 情報政策課|窓口改善事業|窓口を改善する。|H30年度からの累計で20窓口を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|令和7年度までに100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|総務部 情報政策課|窓口改善事業|窓口を改善する。|平成30年度からの累計で20窓口を目標とする。
    """
    years = list(_years(listed))
    letters = [year for year in years if year.form == "letter"]
    yield from _mixed(listed, letters, [year for year in years if year.form == "name"], _FORMS)


class _Written(NamedTuple):
    kpi: Kpi
    year: Year
    form: str
    is_both: bool
    """Its cell has the same year in the other calendar."""


def _years(listed: Listed) -> Iterator[_Written]:
    """Yield the years of all targets, with the way in which each is written."""
    return chain.from_iterable(map(_years_of, own_kpis(listed)))


def _years_of(kpi: Kpi) -> Iterator[_Written]:
    found = find_years(kpi.text)
    forms = [_form(narrow(year.raw)) for year in found]
    western, of_eras = (
        {str(year.value)[:4] for year, form in zip(found, forms, strict=True) if (form == "western") == wanted}
        for wanted in (True, False)
    )
    for year, form in zip(found, forms, strict=True):
        if not _is_of_others(kpi, year, form):
            yield _Written(kpi, year, form, not western.isdisjoint(of_eras) or "(" in narrow(year.raw))


def _is_of_others(kpi: Kpi, year: Year, form: str) -> bool:
    """Return whether a year belongs to a name, a source or the plan of another."""
    if _is_quoted(kpi.narrow, year.start):
        return True
    if year.kind != "fiscal_year" and not DATES.match(kpi.narrow, year.end):
        return True
    if form != "western":
        return False
    before, (line_start, line_end) = kpi.narrow[max(0, year.start - _BEFORE) : year.start], kpi.sentence(year.start)
    if year.kind != "fiscal_year" and BRACKET_OF_A_NAME.search(before):
        return True
    if line_end - line_start > _LONGEST_SENTENCE:
        line_start, line_end = max(line_start, year.start - _BEFORE), min(line_end, year.end + _BEFORE)
    named = NAMED_YEAR.match(kpi.narrow, year.end, line_end) or CLIMATE.search(kpi.narrow, line_start, line_end)
    return bool(named or OF_OTHERS_PLAN.search(before) or BESIDE_ERA.search(before))


_BEFORE = 100
"""Letters before a year, and in a sentence without an end before and behind it, that are looked at."""
_LONGEST_SENTENCE = 1000


def _is_quoted(text: str, at: int) -> bool:
    """Return whether a quotation mark before a position is not closed before it."""
    return any(state[bisect_left(marks, at) - 1] for marks, state in _quotes(text) if marks and marks[0] < at)


@lru_cache(maxsize=1)
def _quotes(text: str) -> Sequence[tuple[Sequence[int], Sequence[bool]]]:
    """Return for each pair of quotation marks where one of them stands, and whether it opens."""
    pairs = ([(at, sign == pair[0]) for at, sign in enumerate(text) if sign in pair] for pair in ("「」", "『』"))
    return [([at for at, _ in marks], [opens for _, opens in marks]) for marks in pairs]


def _form(raw: str) -> str:
    if raw[0].isdecimal() or raw[0] in "〇一二三四五六七八九":
        return "western" if sum(map(str.isdecimal, raw[:4])) == len("2025") or not raw[0].isdecimal() else "further"
    return "letter" if raw[0].isascii() else "name"


def _mixed(
    listed: Listed, some: Iterable[_Written], others: Iterable[_Written], said: tuple[Bilingual, Bilingual]
) -> Iterator[Found]:
    """Yield one finding at the rarer of two ways, where both are there."""
    rarer, usual = sorted(([*some], [*others]), key=len)
    if not rarer:
        return
    first, other = rarer[0], usual[0]
    title, cure = said
    counts = Bilingual(
        f"（「{first.year.raw}」等{len(rarer)}個、「{other.year.raw}」等{len(usual)}個）。",
        f": {len(rarer)} like {first.year.raw}, {len(usual)} like {other.year.raw}; ",
    )
    rows = listed.related_rows(one.kpi.initiative for one in rarer[1:])
    yield Found(first.kpi.place(first.year.start, first.year.end), title + counts + cure, rows)


_CALENDARS = (
    Bilingual("和暦と西暦の年が混ざっています", "years of two calendars"),
    Bilingual("どちらかに揃えるか、併記してください。", "keep to one, or write both side by side."),
)
_FORMS = (
    Bilingual("元号の書き方が揃っていません", "eras are written in two ways"),
    Bilingual("どちらかに揃えてください。", "keep to one."),
)

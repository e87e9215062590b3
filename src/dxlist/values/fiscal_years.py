"""``find_years``: the years and dates that a text names, each with its kind and its place.

A fiscal year is the western year in which it begins (April), a date is ISO 8601 text as exact as it is written.  A year
outside its era (平成35年, 令和元年4月) is counted on from the first year of the era that is written and says so in
``outside_era``.  What cannot be (令和0年, 13月, 2月30日) is not read at all, not even its sound part.
"""

from __future__ import annotations

from calendar import monthrange
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from dxlist.model.stages import LONGEST_CELL
from dxlist.text.calendar import FIRST_DAYS, FIRST_YEARS, LAST_DAYS
from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.words.dates import BARE_ENDS, EDGES, NO_YEARS
from dxlist.words.numbers import small_number

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

YearKind = Literal["fiscal_year", "calendar_year", "year", "month", "day"]
"""``year``: the text says neither 年度 nor 年 (R4, 2025); a list of initiatives means the fiscal year by it."""

_MONTHS = 12
_ERA = "|".join(FIRST_YEARS)
_NUMBER = r"(?:[0-9]{1,2}(?![0-9])|元|[①-⑳]|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_WESTERN = r"(?:(?:19|20)[0-9]{2}(?![0-9])|[一二]〇?[〇一二三四五六七八九]{2,3})"
_EDGE = rf"(?P<edge>{'|'.join(EDGES)})?"
_MONTH, _DAY = (
    r"(?P<month>[0-9]{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九])",
    r"(?P<day>[0-9]{1,2}|[一二三]?十?[一二三四五六七八九]?)",
)
_YEAR = (
    rf"(?:(?<![A-Za-z])(?P<era>{_ERA})\s?(?P<number>{_NUMBER})"
    rf"|(?:(?<![0-9A-Za-z.,\-/〇一-九])|(?<=(?:19|20)[0-9]{{2}}-))(?P<western>{_WESTERN}))"
)
_OTHER_WAY = r"(?:\s?[(][^()]{2,6}[)](?=\s?年))?"
"""令和6（2024）年度: the same year twice."""
_TAIL = (
    rf"(?:\s?(?P<fiscal>年?\s?度){_EDGE}"
    rf"|\s?年\s?{_MONTH}\s?月(?:\s?{_DAY}\s?日|{_EDGE.replace('edge', 'month_edge')})"
    rf"|\s?(?P<calendar>年)(?![{NO_YEARS}]){_EDGE.replace('edge', 'year_edge')}"
    rf"|(?P<mark>[./-])(?P<month2>[0-9]{{1,2}})(?:(?P=mark)(?P<day2>[0-9]{{1,2}}))?(?![0-9]|[./][0-9])"
    rf"|(?P<bare>(?={BARE_ENDS}|[\s)）\]］】〕、，,:：・~～〜→/-]|$)){_EDGE.replace('edge', 'bare_edge')})"
)
_FORM = regex(_YEAR + _OTHER_WAY + _TAIL)
_FURTHER = regex(
    rf"\s?(?:年度?)?\s?(?:[~～〜・、,-]|及び|から)\s?(?P<number>{_NUMBER})\s?(?:(?P<fiscal>年?度)|(?P<calendar>年)(?![{NO_YEARS}]))"
)
_FIRST_OF_RANGE = regex(
    rf"{_YEAR}(?=\s?[~～〜・、,-]\s?(?:{_WESTERN}|(?:{_ERA})?\s?{_NUMBER})\s?(?:(?P<fiscal>年度)|(?P<calendar>年)(?![{NO_YEARS}])))"
)
_BARE_WESTERN = regex(rf"末|[~～〜→-]\s?(?:19|20)[0-9]{{2}}|(?:{BARE_ENDS})|年")


class Year(NamedTuple):
    """A year or a date as a text names it."""

    raw: str
    start: int
    """0-based code point; ``text[start:end] == raw``."""
    end: int
    kind: YearKind
    value: int | str
    """The western year of a fiscal year, a calendar year or a year; ISO 8601 text of a month (2023-01) or a day."""
    edge: str | None = None
    """``end`` for 令和4年度末, ``start`` for 令和4年度当初."""
    outside_era: bool = False
    """The era had ended or not begun: 平成35年 is 2023."""


@lru_cache(maxsize=4096)
def find_years(text: str) -> tuple[Year, ...]:
    """Find every fiscal year, calendar year and date of a text, in order.

    >>> [(year.raw, year.kind, year.value) for year in find_years("R4: 20件、令和5年1月31日、令和７年度末までに")]
    [('R4', 'year', 2022), ('令和5年1月31日', 'day', '2023-01-31'), ('令和７年度末', 'fiscal_year', 2025)]
    >>> find_years("令和5年13月、平成35年")[0].outside_era
    True
    """
    return tuple(filter(None, _years(text, narrow(text)))) if len(text) <= LONGEST_CELL else ()


def read_fiscal_year(text: str) -> int | None:
    """Return the first fiscal year that a text names, else the first era year without 年 (R4), or None.

    >>> read_fiscal_year("令和４年度関連事業・取組一覧"), read_fiscal_year("R4"), read_fiscal_year("平成31年")
    (2022, 2022, None)
    """
    found = sorted((year for year in find_years(text) if year.kind in _FISCAL), key=lambda year: year.kind)
    return int(found[0].value) if found else None


_FISCAL = ("fiscal_year", "year")


def _years(text: str, plain: str) -> Iterator[Year | None]:
    """Yield the years in order and apart; None for what no calendar has."""
    at = 0
    for letter in _FIRST_LETTER.finditer(plain):
        if letter.start() < at or not (match := _year_at(plain, letter.start())):
            continue
        at = match.end()
        if _is_written_year(plain, match):
            first = FIRST_YEARS[match["era"]] if match["era"] else 0
            yield _year_of(text, match, first)
            for more in _further(plain, match) if first else ():
                at = more.end()
                yield _year_of(text, more, first, more.start("number"))


def _year_at(plain: str, at: int) -> re.Match[str] | None:
    """Return the year that begins at a place; of 令和4～6年度 the 4 is one, and takes its kind from the 6."""
    return _FIRST_OF_RANGE.match(plain, at) or _FORM.match(plain, at)


_FIRST_LETTER = regex(f"[{''.join({era[0] for era in FIRST_YEARS})}12一二]")
"""Of an era or a western year."""


def _further(plain: str, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield the further numbers behind a year of an era: 令和4、5年度."""
    while (more := _FURTHER.match(plain, match.end())) and _goes_on(match, more):
        yield more
        match = more


def _is_written_year(plain: str, match: re.Match[str]) -> bool:
    """Return whether a match is a year; four digits without 年 only alone, in brackets, or before a word of years."""
    groups = match.groupdict()
    if groups.get("bare") is None:
        return groups.get("mark") != "." or bool(groups["era"] or groups["day2"])
    if groups["era"]:
        return groups["era"] not in _RARE_LETTERS and groups["number"] != "〇"
    alone = _OPENS.fullmatch(plain, 0, match.start()) and _CLOSES.fullmatch(plain, match.end())
    bracketed = plain[match.start() - 1 : match.start()] == "(" and plain[match.end() : match.end() + 1] == ")"
    return bool(alone or bracketed or groups["bare_edge"]) or _BARE_WESTERN.match(plain, match.end()) is not None


_OPENS, _CLOSES = regex(r"[ (\[]{0,20}"), regex(r"[ )\]]{0,20}")
"""Around a year that is all that a text holds."""
_RARE_LETTERS = ("S", "T", "M")
"""S3, T4, M365 without 年 are no years."""


def _goes_on(before: re.Match[str], more: re.Match[str]) -> bool:
    """Return whether a range goes on: 令和4年度～6年度 does; the 3年 of 令和5年度から3年 is no earlier year."""
    number, further = small_number(before["number"]), small_number(more["number"])
    return number is not None and further is not None and further > number


def _year_of(text: str, match: re.Match[str], first: int, start: int | None = None) -> Year | None:
    start = match.start() if start is None else start
    groups = match.groupdict()
    number = small_number(groups.get("western") or groups["number"])
    if not number:
        return None
    year = first + number - 1 if first else number
    iso = _iso(year, groups.get("month") or groups.get("month2"), groups.get("day") or groups.get("day2"))
    if iso is None:
        return None
    kind = _kind(groups, iso)
    edge = next((EDGES[groups[name]] for name in _EDGE_GROUPS if groups.get(name)), None)
    value = iso if kind in {"month", "day"} else year
    return Year(text[start : match.end()], start, match.end(), kind, value, edge, _is_outside(first, kind, iso))


_EDGE_GROUPS = ("edge", "month_edge", "year_edge", "bare_edge")


def _kind(groups: dict[str, str | None], iso: str) -> YearKind:
    parts = iso.count("-")
    if parts:
        return "day" if parts > 1 else "month"
    if groups.get("fiscal"):
        return "fiscal_year"
    return "calendar_year" if groups.get("calendar") else "year"


def _iso(year: int, month: str | None, day: str | None) -> str | None:
    """Return 2023, 2023-01 or 2023-01-31; None for what no calendar has."""
    if month is None:
        return f"{year:04}"
    number = small_number(month) or 0
    if not 1 <= number <= _MONTHS:
        return None
    if day is None:
        return f"{year:04}-{number:02}"
    last = small_number(day) or 0
    return f"{year:04}-{number:02}-{last:02}" if 1 <= last <= monthrange(year, number)[1] else None


def _is_outside(first: int, kind: YearKind, iso: str) -> bool:
    """Return whether an era year lies outside its era; 平成31年度 and 令和元年度 are both written of 2019."""
    if not first:
        return False
    length = 4 if kind not in {"month", "day"} else len(iso)
    return not FIRST_DAYS[first][:length] <= iso <= LAST_DAYS[first][:length]

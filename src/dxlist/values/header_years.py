"""``read_header_year``: the fiscal year that the header of a column names for its values, and the header without it.

A header may leave out more than a sentence: 「R6補正」, 「目標値 2026」, 「'23」, below a parent 令和 only 「5」.
Years of a full header come from several rows of it, joined by a blank; the lowest row has the last word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.calendar import FIRST_YEARS, fiscal_year_of
from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.values.fiscal_years import find_years
from dxlist.words.dates import BARE_ENDS
from dxlist.words.numbers import small_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_VALUES = ("目標", "実績", "基準", "現状", "現況", "計画", "見込", "値", "額", "予算", "決算", "事業費", "指標", "KPI")
"""Words of values: four digits beside them are a year, those of 「ビジョン2030」 are not."""
_BEHIND_VALUE = "|".join(("^", *(rf"(?<={word})" for word in (r"[\s(\[【_:/・,~～〜-]", *_VALUES))))
_SHORT = regex(
    rf"(?:FY|西暦|{_BEHIND_VALUE})(?P<western>(?:19|20)[0-9]{{2}})"
    rf"(?=年目標|FY|$|[\s)\]】_:/・,~～〜→(-]|{BARE_ENDS}|{'|'.join(_VALUES)})(?:年(?=目標)|FY|末)?"
    r"|(?<![A-Za-z0-9])(?P<letter>[RH])(?P<number>[0-9]{1,2}|元)(?![0-9A-Za-z.])(?:年(?=目標)|末)?"
    r"|(?<![0-9A-Za-z])['’‘`](?P<two>[0-9]{2})(?![0-9])(?:年度?)?末?"
)
"""What only a header leaves so short: R6補正, R2_目標, 実績2021, 2030年目標, FY2023, '23."""
_FIRST_OF_CENTURY = 70
"""'70 and later is of the last century."""
_BELOW_ERA = regex(
    r"(?P<era>令和|平成|昭和)[)\]】]? +(?:[^0-9 ]+ +)?(?P<number>[0-9]{1,2}|元)(?:年度?)?末?(?![0-9.月])"
)
"""「令和 5年」 of two header rows, also with a row between."""
_LONGEST_BEFORE = 12
_NO_YEAR_BEFORE = regex(r"(?:SDGs|ビジョン|プラン|アジェンダ|戦略|構想|第) ?$")
_RANGE = regex(r" ?(?:年度?)?(?:[~～〜-]|ー|から) ?")
_EDGE_IN_NAME = regex(r"(?:当初|初め|はじめ|初頭)$")
"""「R6当初予算」 is 当初予算 of the year."""
_BEHIND = regex(r"末?(?:まで|迄|時点|現在|期末)?(?:の(?=\S))?")
_EMPTY_BRACKETS = regex(r"[(（\[【〔][\s~～〜・、,/ー→\-FY]*[)）\]】〕]")
_EDGES = " 　_:：/・,、~～〜→-"
_SAME_ERA = regex(r"(?P<number>[0-9]{1,2}|元)(?P<rest>年度?.*|)")


class HeaderYear(NamedTuple):
    """The year of a header."""

    fiscal_year: int
    """The western year in which it begins; of a span of years, of its last one."""
    name: str
    """The header without the year: 予算額（千円）; empty where it says nothing else."""
    first: int | None = None
    """The first fiscal year where the header names a span: R4～R8."""
    date: str | None = None
    """ISO 8601, where the header names a month or a day."""
    is_limit: bool = False
    """The header says まで."""


class _WrittenYear(NamedTuple):
    start: int
    end: int
    iso: str
    is_fiscal: bool

    @property
    def fiscal_year(self) -> int:
        return int(self.iso) if self.is_fiscal else fiscal_year_of(self.iso)


@lru_cache(maxsize=4096)
def read_header_year(header: str) -> HeaderYear | None:
    """Return the year that a header names for its values, or None.

    None also where it names two years that are no span (R6/R7), and for 前年度, 5年後, 第3期.

    >>> [read_header_year(header)[:2] for header in ("予算額（千円） R4", "令和5年度目標", "R4末", "目標（R4～R8）")]
    [(2022, '予算額（千円）'), (2023, '目標'), (2022, ''), (2026, '目標')]
    >>> read_header_year("前年度"), read_header_year("KPI（平成32年3月まで）")
    (None, HeaderYear(fiscal_year=2019, name='KPI', first=None, date='2020-03', is_limit=True))
    """
    plain = narrow(header)
    found = tuple(_named(header, plain))
    lowest = _lowest(plain, found)
    if not lowest:
        return None
    last, first = lowest[-1], lowest[0]
    is_span = first.fiscal_year != last.fiscal_year
    return HeaderYear(
        last.fiscal_year,
        _without(header, [y for y in found if y.start >= first.start or y.fiscal_year == last.fiscal_year]),
        first.fiscal_year if is_span else None,
        None if last.is_fiscal or "-" not in last.iso else last.iso,
        _BEHIND.match(plain, last.end)[0].rstrip("の").endswith(("まで", "迄")),  # type: ignore[index]  # it matches anything
    )


_HEADER_OF_YEARS = regex(r"年(?:度|次)?$")


def year_beside_value(header: str, text: str) -> int | None:
    """Return the year of a cell that holds nothing else, below a header that asks for one: 目標年度 | R8.

    >>> [year_beside_value(*pair) for pair in (("目標年度", "令和8年度"), ("目標年度", "8件"), ("R8年度", "R8"))]
    [2026, None, None]
    """
    if "年" not in header or not _HEADER_OF_YEARS.search(narrow(header)) or read_header_year(header):
        return None
    year = read_header_year(text)
    return year.fiscal_year if year and not year.name else None


def read_header_years(headers: Sequence[str]) -> tuple[HeaderYear | None, ...]:
    """Return the years of headers that stand side by side: behind 令和5年度 also 「6年度」 or 「6」 is a year.

    >>> [year and year.fiscal_year for year in read_header_years(["事業名", "令和5年度", "6年度", "7", "備考", "8"])]
    [None, 2023, 2024, 2025, None, None]
    """
    return tuple(_side_by_side(headers))


def _side_by_side(headers: Sequence[str]) -> Iterator[HeaderYear | None]:
    before: HeaderYear | None = None
    for header in headers:
        before = read_header_year(header) or (_next_year(before, header) if before else None)
        yield before


def _next_year(before: HeaderYear, header: str) -> HeaderYear | None:
    """Return the year of 「6年度」 behind one whose era or century makes it the next."""
    match = _SAME_ERA.fullmatch(narrow(header).strip())
    number = small_number(match["number"]) if match else None
    if match is None or number is None or before.date:
        return None
    firsts = (0, 2000, *(first - 1 for first in FIRST_YEARS.values()))
    if before.fiscal_year + 1 not in {first + number for first in firsts}:
        return None
    return HeaderYear(before.fiscal_year + 1, match["rest"].removeprefix("年").removeprefix("度").strip(_EDGES))


def _named(header: str, plain: str) -> Iterator[_WrittenYear]:
    """Yield the years of a header in order and apart; of two that begin alike the longer one."""
    end = 0
    for year in sorted((*_long(header), *_short(plain)), key=lambda year: (year.start, -year.end)):
        if year.start >= end and not _NO_YEAR_BEFORE.search(plain, max(0, year.start - _LONGEST_BEFORE), year.start):
            end = year.end
            yield year


def _long(header: str) -> Iterator[_WrittenYear]:
    for year in find_years(header):
        edge = _EDGE_IN_NAME.search(year.raw)
        end = year.start + edge.start() if edge else year.end
        yield _WrittenYear(year.start, end, str(year.value), year.kind in {"fiscal_year", "year"})


def _short(plain: str) -> Iterator[_WrittenYear]:
    for match in (*_SHORT.finditer(plain), *_BELOW_ERA.finditer(plain)):
        if year := _year_of(match.groupdict()):
            start = match.start("number") if "era" in match.groupdict() else match.start()
            yield _WrittenYear(start, match.end(), str(year), is_fiscal=True)


def _year_of(groups: dict[str, str | None]) -> int | None:
    if western := groups.get("western"):
        return int(western)
    if two := groups.get("two"):
        return int(two) + (1900 if int(two) >= _FIRST_OF_CENTURY else 2000)
    number = small_number(groups["number"] or "")
    return FIRST_YEARS[groups.get("letter") or groups["era"] or ""] + number - 1 if number else None


def _lowest(plain: str, found: tuple[_WrittenYear, ...]) -> Sequence[_WrittenYear]:
    """Return the years of the lowest header row that names one: one year, its other writing, or a span; else none."""
    lowest = list(found[:1])
    for before, year in pairwise(found):
        between = plain[before.end : year.start]
        is_span = _RANGE.fullmatch(between) and before.fiscal_year < year.fiscal_year
        is_same = before.fiscal_year == year.fiscal_year and not between.strip(" ()")
        if is_span or is_same:
            lowest.append(year)
        elif " " in between:
            lowest = [year]
        else:
            return ()
    return lowest


def _without(header: str, years: Sequence[_WrittenYear]) -> str:
    """Return the header without its years, the brackets that held only them and the marks that parted them."""
    plain = narrow(header)
    parts, at = list[str](), 0
    for year in years:
        if not _RANGE.fullmatch(plain, at, year.start):
            parts.append(header[at : year.start])
        behind = _BEHIND.match(plain, year.end)
        at = behind.end() if behind else year.end
    text = "".join((*parts, header[at:]))
    return re.sub(r"\s+", " ", _EMPTY_BRACKETS.sub("", text)).strip(_EDGES)

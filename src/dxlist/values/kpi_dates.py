"""``find_dates``: the years and dates of a KPI cell, and what each says of a target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dxlist.text.calendar import fiscal_year_of
from dxlist.values.fiscal_years import find_years, read_fiscal_year
from dxlist.words.dates import BACKGROUND, BY, IN, SAME_YEAR_AGAIN, SHORT_YEAR, START, TAIL

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from dxlist.values.fiscal_years import Year

Bearing = Literal["by", "in", "start", "background", "none"]
"""by: までに; in: …年度に, or a label; start: から; background: an actual, a purpose; none: no word of a target."""

_BEARINGS: tuple[tuple[re.Pattern[str], Bearing], ...] = (
    (BY, "by"), (START, "start"), (BACKGROUND, "background"), (IN, "in"),
)  # fmt: skip
_FISCAL = frozenset({"fiscal_year", "year"})


@dataclass(frozen=True, slots=True)
class When:
    """A year or date, and its bearing on a target."""

    start: int
    end: int
    iso: str
    """The year of a fiscal year, else ISO 8601 as exact as it is written: 2022, 2023-01."""
    is_fiscal: bool
    bearing: Bearing

    @property
    def year(self) -> int:
        """The year that is written."""
        return int(self.iso[:4])

    @property
    def fiscal_year(self) -> int:
        """The fiscal year that holds the date; of a bare calendar year, the year of that number."""
        return fiscal_year_of(self.iso)


def find_dates(text: str, plain: str) -> tuple[When, ...]:
    """Find the years and dates of a text (``plain``: the same text narrow), in order and apart.

    >>> [(when.fiscal_year, when.iso, when.bearing) for when in find_dates(*["令和5年3月末まで、R4年度に"] * 2)]
    [(2022, '2023-03', 'by'), (2022, '2022', 'in')]
    """
    found = sorted((*_years(text, plain), *_short_years(plain)), key=lambda when: (when.start, -when.end))
    return tuple(_apart(found))


def _years(text: str, plain: str) -> Iterator[When]:
    return (_when(plain, year) for year in find_years(text))


def _when(plain: str, year: Year) -> When:
    end = _tail(plain, year.end)
    return When(year.start, end, str(year.value), year.kind in _FISCAL, _bearing(plain, end))


def _short_years(plain: str) -> Iterator[When]:
    """R8に, R8累計: years without 年 before words that only a target has behind them."""
    for match in SHORT_YEAR.finditer(plain):
        year = read_fiscal_year(f"{match[match.lastgroup or 0]}年度")
        if year is not None:
            end = _tail(plain, match.end())
            yield When(match.start(), end, str(year), is_fiscal=True, bearing=_bearing(plain, end))


def _apart(dates: list[When]) -> Iterator[When]:
    end = 0
    for when in dates:
        if when.start >= end:
            end = when.end
            yield when


def _tail(plain: str, at: int) -> int:
    at = match.end() if (match := TAIL.match(plain, at)) else at
    again = SAME_YEAR_AGAIN.match(plain, at)
    return again.end() if again else at


def _bearing(plain: str, end: int) -> Bearing:
    return next((bearing for pattern, bearing in _BEARINGS if pattern.match(plain, end)), "none")

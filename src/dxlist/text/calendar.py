"""The Japanese calendar: eras, and the fiscal year of governments.

Source: 元号法 (昭和54年法律第43号), and the cabinet orders and rescripts that began each era (1868 to 2019).
The fiscal year from April to March: 財政法 第11条 for the state, 地方自治法 第208条 for prefectures and municipalities.
"""

from __future__ import annotations

FIRST_YEARS: dict[str, int] = {
    "令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868,
    "R": 2019, "H": 1989, "S": 1926, "T": 1912, "M": 1868,
    "㋿": 2019, "㍻": 1989, "㍼": 1926, "㍽": 1912, "㍾": 1868,
}  # fmt: skip
"""Era -> the western year of its first year."""

FIRST_DAYS: dict[int, str] = {
    2019: "2019-05-01", 1989: "1989-01-08", 1926: "1926-12-25", 1912: "1912-07-30", 1868: "1868-01-25",
}  # fmt: skip
"""First year -> first day of the era; 30 July 1912 and 25 December 1926 are in two eras."""

LAST_DAYS: dict[int, str] = {
    2019: "9999-12-31", 1989: "2019-04-30", 1926: "1989-01-07", 1912: "1926-12-25", 1868: "1912-07-30",
}  # fmt: skip
"""First year -> last day of the era."""

_FIRST_MONTH = 4


def is_before_april(month: int) -> bool:
    """Return whether a month belongs to the fiscal year that began in the calendar year before it."""
    return month < _FIRST_MONTH


def fiscal_year_of(date: str) -> int:
    """Return the fiscal year that holds a date in ISO 8601; of a bare calendar year, the year of that number.

    >>> [fiscal_year_of(date) for date in ("2023-03-31", "2023-04", "2030")]
    [2022, 2023, 2030]
    """
    year, _, rest = date.partition("-")
    return int(year) - (bool(rest) and is_before_april(int(rest[:2])))


def era_year(year: int, month: int, *, by_letter: bool = False) -> str:
    """Return a western year by the era that its month lies in, without 年.

    >>> era_year(2022, 9), era_year(2019, 4), era_year(2019, 5), era_year(1989, 12), era_year(2020, 4, by_letter=True)
    ('令和4', '平成31', '令和元', '平成元', 'R2')
    """
    day = f"{year:04}-{month:02}-31"
    first = max(first for first, begins in FIRST_DAYS.items() if begins <= day)
    name = next(name for name, begins in FIRST_YEARS.items() if begins == first and name.isascii() is by_letter)
    number = year - first + 1
    if by_letter:
        return f"{name}{number}"
    return f"{name}{'元' if number == 1 else number}"

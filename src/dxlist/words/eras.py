"""Eras of the Japanese calendar. Source: 元号法 and the proclamations of 1868, 1912, 1926, 1989, 2019."""

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
"""First year -> first day of the era; the era before ends on the day before (30 July 1912 and 25 December 1926 are in both)."""

LAST_DAYS: dict[int, str] = {
    2019: "9999-12-31", 1989: "2019-04-30", 1926: "1989-01-07", 1912: "1926-12-25", 1868: "1912-07-30",
}  # fmt: skip
"""First year -> last day of the era."""

NUMERALS = {**{digit: value for value, digit in enumerate("〇一二三四五六七八九")}, **{str(n): n for n in range(10)}}
"""Digits of a year, Arabic and kanji; 十 and ①–⑳ are read apart."""

BARE_ENDS = r"末|当初|中|内|から|まで|より|比|実績|目標|見込|現在|時点|予算|決算|以降|現状|年次|計画|事業|開始|予定"
"""Behind a year without 年 (R4実績, R7末): words that follow a year, where ステーション behind H2 does not."""

EDGES = {"末": "end", "終わり": "end", "当初": "start", "初め": "start", "はじめ": "start", "初頭": "start"}
"""Behind a year, a fiscal year or a month: which end of it is meant."""

NO_YEARS = "間以後目生連計ぶ制前分程半"
"""Behind 年 these make a span of it: 3年間, 5年以内, 2年生."""


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

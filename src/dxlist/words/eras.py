"""Eras of the Japanese calendar. Source: 元号法 and the proclamations of 1868, 1912, 1926, 1989, 2019."""

from __future__ import annotations

FIRST_YEARS: dict[str, int] = {
    "令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868,
    "R": 2019, "H": 1989, "S": 1926, "T": 1912, "M": 1868,
    "㋿": 2019, "㍻": 1989, "㍼": 1926,
}  # fmt: skip
"""Era -> the western year of its first year."""

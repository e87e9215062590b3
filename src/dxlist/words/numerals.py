"""Numerals of Japanese prose. Source: 公用文作成の考え方 (文化審議会 2022) and the lists in data/raw."""

from __future__ import annotations

import re

KANJI_DIGITS: dict[str, int] = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
SMALL_MAGNITUDES: dict[str, int] = {"十": 1, "百": 2, "千": 3}
"""Powers of ten within a group of four digits."""
LARGE_MAGNITUDES: dict[str, int] = {"万": 4, "億": 8, "兆": 12}
"""Powers of ten that close a group."""

ARABIC = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,9})?(?![0-9]|\.[0-9])")
"""An amount with or without thousands commas; longer runs of digits are codes or telephone numbers."""

TENTHS = re.compile(r" ?割(?![合り引当安れ]|増(?:し|料|賃))(?:([0-9])分)?")
"""6割 is 60 %, 6割5分 is 65 %."""

ZERO = re.compile(
    r"(?<![ァ-ヶー])ゼロ(?=件|人|名|%|日|回|円|を(?:目標|目指|めざ|維持|達成|継続)|と(?:する|なる)|に(?:する|なる|削減)|[。 ]|$)"
)
"""Zero in words, where it is an amount: 事故ゼロを目指す, but not ゼロカーボン."""

"""``read_fiscal_year``: 令和4年度, R4年度, 2025年度 -> the western year in which the fiscal year begins."""

from __future__ import annotations

import re

from dxlist.folding import to_half_width
from dxlist.words.eras import FIRST_YEARS

_ERA_YEAR = re.compile(rf"({'|'.join(FIRST_YEARS)})\s?(\d{{1,2}}|元)\s?年?度")
_WESTERN_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年?度")


def read_fiscal_year(text: str) -> int | None:
    """Return the first fiscal year that a text names, or None.

    >>> read_fiscal_year("令和４年度関連事業・取組一覧")
    2022
    """
    narrow = to_half_width(text)
    if match := _ERA_YEAR.search(narrow):
        return FIRST_YEARS[match[1]] + (1 if match[2] == "元" else int(match[2])) - 1
    match = _WESTERN_YEAR.search(narrow)
    return int(match[1]) if match else None

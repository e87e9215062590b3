from __future__ import annotations

from typing import NamedTuple

from dxlist.values.fiscal_years import read_fiscal_year


class HeaderYear(NamedTuple):
    fiscal_year: int
    name: str


def read_header_year(h):
    y = read_fiscal_year(h)
    return HeaderYear(y, h) if y else None

from __future__ import annotations

from typing import NamedTuple

from dxlist.model.indicator import Indicator
from dxlist.model.roles import Role


class IndicatorCell(NamedTuple):
    header: str
    role: Role
    text: str


def read_indicators(cells):
    return tuple(Indicator(name=c.text, cells={c.header: c.text}) for c in cells)


def column_targets(i):
    return ()

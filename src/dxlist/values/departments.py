"""``read_departments``: the text of a department cell -> its units, level by level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dxlist.words.offices import UNIT_END, WHOLE_OFFICE, ends_like_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

_SURE_SEPARATORS = re.compile(r"[\s、，,／/;；]+")
_GLUED = re.compile(
    r"(.+?(?:委員会事務局|委員会|事務局|本部|部|局|庁))(?!事務局$)(?=(?:.{2,}(?:課|室|班|係|部|局|所|チーム|センター|グループ|担当|署))$)"
)
_TOP = re.compile(r"(?:部|局|庁|本部|委員会|院|議会|企業団|支所|区役所|市役所)$")
_BELOW_DIVISION = re.compile(r"(?:係|班|チーム|グループ|担当|ユニット)$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One department, with bureau and division where the text names them."""

    department: str
    bureau: str | None = None
    division: str | None = None


@lru_cache(maxsize=4096)
def read_departments(text: str) -> tuple[Unit, ...]:
    """Read the units of a department cell; the first unit of a name is the department whatever its suffix.

    >>> read_departments("教育庁 教育総務課 高校教育課")
    (Unit(department='教育庁', bureau=None, division='教育総務課'), Unit(department='教育庁', bureau=None, division='高校教育課'))
    """
    units = list[Unit]()
    for name in unit_names(text):
        units = _with_unit(units, name)
    return tuple(units)


def unit_names(text: str) -> list[str]:
    """Part a text into the names of its units, in order."""
    tokens = (token for token in _SURE_SEPARATORS.split(text.strip()) if token)
    return [name for token in tokens for part in _at_middle_dots(token) for name in _unglued(part)]


def _at_middle_dots(token: str) -> Iterator[str]:
    """Part at ・ only where a whole unit stands before it: 総務課・企画課, but 人権・男女共同参画課."""
    start = 0
    for match in re.finditer("・", token):
        if ends_like_unit(token[start : match.start()]) and UNIT_END.search(token):
            yield token[start : match.start()]
            start = match.end()
    yield token[start:]


def _unglued(token: str) -> Iterator[str]:
    """Part 企画調整部デジタル変革課 behind the department; a name that is one unit stays whole."""
    while token not in WHOLE_OFFICE and (match := _GLUED.match(token)):
        yield match[1]
        token = token[match.end() :]
    yield token


def _with_unit(units: list[Unit], name: str) -> list[Unit]:
    """Add a unit: below the one before where its level is lower, beside it where it is the same."""
    if not units:
        return [Unit(name)]
    last = units[-1]
    if _TOP.search(name):
        return _with_top(units, last, name)
    if last.division is None and _TOP.search(last.bureau or last.department):
        return [*units[:-1], Unit(last.department, last.bureau, name)]
    if last.division is None and _BELOW_DIVISION.search(name) and not _BELOW_DIVISION.search(last.department):
        return [*units[:-1], Unit(last.department, last.bureau, name)]
    if last.division is not None:
        return [*units, Unit(last.department, last.bureau, name)]
    return [*units, Unit(name)]


def _with_top(units: list[Unit], last: Unit, name: str) -> list[Unit]:
    """A bureau below a department, or a further department where the one before is complete or of the same kind."""
    may_hold = last.division is None and last.bureau is None and _TOP.search(last.department)
    if may_hold and last.department[-1] != name[-1]:
        return [*units[:-1], Unit(last.department, name)]
    return [*units, Unit(name)]

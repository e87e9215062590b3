"""``read_departments``: the text of a department cell -> its units, level by level."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dxlist.words.offices import UNIT_END, WHOLE_OFFICE, ends_like_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

_SURE_SEPARATORS = re.compile(r"[\s、，,／/;；]+")
_TOP_ENDS = "委員会事務局|委員会|事務局|本部|(?<![東西南北中])部|局|庁|公室|区役所|市役所|支所"
_LOW_ENDS = "課|室|班|係|所|センター|チーム|グループ|担当|署|館|場|園|校"
_HEAD = re.compile(
    rf"(保健所|事務所|.+?(?:{_TOP_ENDS}|保健所|事務所|研究所|センター|課(?!税課|[題程外])|[理事]室))(?!事務局$)(?=.*?(?:{_TOP_ENDS}|{_LOW_ENDS})$)(.{{2,}})$"
)
_TOP = re.compile(r"(?:部|局|庁|公室|本部|委員会|院|議会|企業団|支所|区役所|市役所)$")
_RANKS = (
    re.compile(r"(?:所|署|センター|館|場|園|校|病院|学院)$"),
    re.compile(r"(?:課|室)$"),
    re.compile(r"(?:係|班|チーム|グループ|担当|ユニット)$"),
)
"""Ends of units below a department, the higher first."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One department, with bureau and division where the text names them."""

    department: str
    bureau: str | None = None
    division: str | None = None


@lru_cache(maxsize=4096)
def read_departments(text: str) -> tuple[Unit, ...]:
    """Read the units of a department cell; the first unit of a name is the department whatever its suffix.

    >>> [unit.division for unit in read_departments("教育庁 教育総務課 高校教育課")]
    ['教育総務課', '高校教育課']
    >>> read_departments("企画調整部デジタル変革課")
    (Unit(department='企画調整部', bureau=None, division='デジタル変革課'),)
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
    """Part 企画調整部デジタル変革課 behind each unit; a name that is one unit stays whole."""
    while token not in WHOLE_OFFICE and (match := _HEAD.match(token)) and len(match[1]) > 1:
        yield match[1]
        token = match[2]
    yield token


def _with_unit(units: list[Unit], name: str) -> list[Unit]:
    """Add a unit: below the one before where its level is lower, beside it where it is the same."""
    if not units:
        return [Unit(name)]
    *before, last = units
    if name == "事務局" and last.department.endswith(("委員会", "議会")) and last.division is None:
        return [*before, Unit(last.department + name)]
    if _TOP.search(name):
        return _with_top(units, name)
    below = _first_division(last, name) if last.division is None else _further_division(last, last.division, name)
    return [*(before if below.replaces else units), below.unit]


@dataclass(frozen=True, slots=True)
class _Step:
    unit: Unit
    replaces: bool
    """It is the unit before with one more level; else it stands beside it."""


def _first_division(last: Unit, name: str) -> _Step:
    """A division of the department before; a lone 課 behind a lone 課 is a department of its own."""
    alone = last.bureau is None and not _TOP.search(last.department)
    if alone and _rank(name) <= _rank(last.department):
        return _Step(Unit(name), replaces=False)
    return _Step(replace(last, division=name), replaces=True)


def _further_division(last: Unit, division: str, name: str) -> _Step:
    """A unit behind a division: within an office (保健所 感染症対策課), a section (人事課 給与係), or beside it."""
    higher, rank = _rank(division), _rank(name)
    if last.bureau is None and higher == 0 < rank:
        return _Step(Unit(last.department, division, name), replaces=True)
    if higher == 1 < rank:
        return _Step(replace(last, division=f"{division} {name}"), replaces=True)
    if higher > 1 >= rank:
        return _Step(Unit(name), replaces=False)
    return _Step(replace(last, division=name), replaces=False)


def _rank(name: str) -> int:
    """Return 0 for an office or centre, 1 for a division, 2 for a section; 室 alone counts above 課."""
    rank = next((i for i, pattern in enumerate(_RANKS) if pattern.search(name)), 1)
    return 0 if name.endswith("室") and rank == 1 else rank


def _with_top(units: list[Unit], name: str) -> list[Unit]:
    """Add a bureau below a department, or a further department where the one before is complete or of the same kind."""
    last = units[-1]
    may_hold = last.division is None and last.bureau is None and _TOP.search(last.department)
    if may_hold and last.department[-1] != name[-1]:
        return [*units[:-1], Unit(last.department, name)]
    return [*units, Unit(name)]

"""``read_department_columns``: department, division and section in columns of their own -> units, level by level.

A cell that holds one name has the level that its header says, whatever it ends on: 子ども | 保育, デジタル庁 |
戦略・組織.  Where a cell holds several levels (総務局 | 企画部企画課) the last one has that of the header, and what
stands before it is above.  Several names in a lower cell are all below the one of the upper cell; where the upper cell
holds several too, they are paired in order, and where they are not as many, no unit is put below another.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from dxlist.model.roles import RolePart
from dxlist.values.departments import OfficeUnit, read_departments
from dxlist.values.unit_names import is_spaced_out, office_names, rank_of
from dxlist.words.marks import is_nothing
from dxlist.words.offices import AND_OTHERS, CLOSING, ends_like_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FROM_THE_TOP: tuple[RolePart, ...] = ("department", "bureau", "", "division", "section")
"""The parts of a department by level; a column that holds whole units stands below 部 and 局 and above 課 and 係."""
_HIGH = ("body", "department", "bureau")

UnitNames = tuple[str, ...]
"""The names of one unit in a cell, from the top."""


def read_department_columns(parts: Sequence[tuple[RolePart, str]]) -> tuple[OfficeUnit, ...]:
    """Read the units of one row whose levels stand in several columns.

    Args:
        parts: what the header says of each column (department, bureau, division, section, or "" for one that holds
            whole units) with the text of its cell, in the order of the list.  A part that comes again begins another
            unit (主管課, 関係課).

    >>> read_department_columns([("department", "子ども"), ("division", "保育")])
    (OfficeUnit(department='子ども', bureau=None, division='保育', section=None),)
    >>> [unit.division for unit in read_department_columns([("department", "総務部"), ("division", "人事課、文書課")])]
    ['人事課', '文書課']
    """
    return _read_columns(tuple(parts))


@lru_cache(maxsize=4096)
def _read_columns(parts: tuple[tuple[RolePart, str], ...]) -> tuple[OfficeUnit, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(map(_read_run, _runs(parts)))))


def _runs(parts: tuple[tuple[RolePart, str], ...]) -> Iterator[dict[RolePart, str]]:
    """Yield the columns that name units together, from the top; a part that comes again begins others."""
    run = dict[RolePart, str]()
    for part, text in parts:
        if part in run:
            yield run
            run = {}
        run[part] = text
    yield run


def _read_run(run: dict[RolePart, str]) -> list[OfficeUnit]:
    filled = {part: run[part] for part in _FROM_THE_TOP if not is_nothing(run.get(part, ""))}
    lines = [_lines(text) for text in filled.values()]
    if len(lines) > 1 and len(lines[0]) > 1 and len({*map(len, lines)}) == 1:
        by_line = (dict(zip(filled, line, strict=True)) for line in zip(*lines, strict=True))
        return [unit for line in by_line for unit in _read_run(line)]
    units = list[OfficeUnit]()
    for part, text in filled.items():
        units = _with_column(units, part, text) if units else _topmost(part, text)
    return units


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _topmost(part: RolePart, text: str) -> list[OfficeUnit]:
    """Return the units of the highest column that is filled: their first unit is the department, as in one column."""
    if part == "section":
        return [OfficeUnit(None, section=name) for (name,) in _paths(part, text)]
    return list(read_departments(text))


def _with_column(units: list[OfficeUnit], part: RolePart, text: str) -> list[OfficeUnit]:
    """Add a lower column to the units of the upper ones."""
    paths = _paths(part, text)
    others = [OfficeUnit(_joined(*path)) for path in paths if AND_OTHERS.match(path[0])]
    paths = [path for path in paths if not AND_OTHERS.match(path[0])]
    shares = _shares(units, paths)
    if shares is None:
        return [*units, *(_below(OfficeUnit(None), part, path) for path in paths), *others]
    held = (_held(unit, [_below(unit, part, path) for path in own]) for unit, own in zip(units, shares, strict=True))
    return [*chain.from_iterable(held), *others]


def _shares(units: list[OfficeUnit], paths: list[UnitNames]) -> list[list[UnitNames]] | None:
    """Return the names below each upper unit: all below a lone one, else by its name or in order; None: not known."""
    if len(units) == 1:
        return [paths]
    if len(paths) == sum(len(path) > 1 for path in paths):
        below: dict[str, list[UnitNames]] = {_lowest(unit): [] for unit in units}
        for path in paths:
            below.get(path[0], []).append(path)
        named = [below[_lowest(unit)] for unit in units]
        if sum(map(len, named)) == len(paths):
            return named
    return [[path] for path in paths] if len(paths) == len(units) else None


def _held(upper: OfficeUnit, below: list[OfficeUnit]) -> list[OfficeUnit]:
    """Return the units of a lower cell, and the upper one where none of them stands below it."""
    is_held = any((unit.department or "").startswith(upper.department or "") for unit in below)
    return below if is_held else [upper, *below]


# --- the names in a lower cell

_UPPER = "\ue003本部"
"""Stands for the upper unit, which may hold any other, whatever it ends on."""


def _paths(part: RolePart, text: str) -> list[UnitNames]:
    """Return the units of a lower cell."""
    if part == "section":
        return [(name,) for name in _sections(text)]
    if is_spaced_out(text):
        return [("".join(text.split()),)]
    return [path for unit in read_departments(f"{_UPPER} {text}") if (path := _path(unit))]


def _path(unit: OfficeUnit) -> UnitNames:
    """Return the names of a unit without the upper one; a remark in brackets before the first one goes with that."""
    names = [name for name in (unit.department, unit.bureau, unit.division) if name and name != _UPPER]
    if len(names) > 1 and names[0].startswith(_UPPER):
        names[:2] = [names[0] + names[1]]
    return tuple(name.removeprefix(_UPPER).strip() for name in names)


def _sections(text: str) -> Iterator[str]:
    """Yield the sections of a cell; what is glued to one or stands in brackets behind it belongs to it."""
    names = [name for name in office_names(text) if not is_nothing(name.text)]
    heads = [at for at, name in enumerate(names) if at == 0 or name.joint in {"list", "step"}]
    for at, behind in pairwise([*heads, len(names)]):
        start, end = names[at].start, names[behind - 1].end
        opened = [letter for letter in text[start:end] if letter in CLOSING]
        is_closed = opened and text[end : end + 1] == CLOSING[opened[-1]]
        yield text[start : end + bool(is_closed)]


# --- a name of a lower cell below a unit


def _below(upper: OfficeUnit, part: RolePart, path: UnitNames) -> OfficeUnit:
    """Return the unit that a name of a lower cell stands for: below the upper one, or one of its own."""
    upper, path = _without_repeated(upper, path)
    if not path:
        return upper
    if part == "section":
        return replace(upper, section=path[0])
    rank = rank_of(path[0])
    if len(path) > 1 and rank in _HIGH and upper.department and rank == rank_of(upper.department):
        return OfficeUnit(path[0], _joined(*path[1:-1]), path[-1])
    if part == "bureau":
        return replace(upper, bureau=_joined(upper.bureau, path[0]), division=_joined(upper.division, *path[1:]))
    return replace(upper, bureau=_joined(upper.bureau, *path[:-1]), division=_joined(upper.division, path[-1]))


def _without_repeated(upper: OfficeUnit, path: UnitNames) -> tuple[OfficeUnit, UnitNames]:
    """Take off a path what repeats the unit above it: 教育部 | 教育部総務課, 総務課 | 総務課庶務係.

    A longer form of its name takes the place of that: 消防 | 消防本部総務課.
    """
    while path and path[0] in {upper.department, upper.bureau, upper.division}:
        path = path[1:]
    lowest = _lowest(upper)
    if not path or len(lowest) < len("消防") or not path[0].startswith(lowest):
        return upper, path
    if rank_of(path[0]) == "section" != rank_of(lowest) and ends_like_unit(lowest):
        return upper, (path[0].removeprefix(lowest) or path[0], *path[1:])
    if len(path) > 1 and rank_of(path[0]) in _HIGH:
        return _with_lowest(upper, path[0]), path[1:]
    return upper, path


def _lowest(unit: OfficeUnit) -> str:
    return unit.division or unit.bureau or unit.department or ""


def _with_lowest(unit: OfficeUnit, name: str) -> OfficeUnit:
    if unit.division:
        return replace(unit, division=name)
    return replace(unit, bureau=name) if unit.bureau else replace(unit, department=name)


def _joined(*names: str | None) -> str | None:
    return " ".join(filter(None, names)) or None

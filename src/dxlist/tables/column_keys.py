"""Roles of columns in the order of each other, and the key of their cells: units of departments, depths of levels.

The second half of :mod:`dxlist.tables.role_choice`: what a role is, once all are given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.roles import FURTHER, Role
from dxlist.tables.columns import UNIT_RANKS, bare_key
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.roles import RolePart

# --- units of departments


def with_units(roles: list[Role], texts: Sequence[str]) -> list[Role]:
    """Say of several department columns which unit each holds, by the order of ranks; a second of one rank is none."""
    at = [i for i, role in enumerate(roles) if role.kind == "department" and role.part != "code"]
    if not at:
        return roles
    ranks = {i: _unit_rank(texts[i]) for i in at}
    taken: dict[int, int] = {}
    for i in at:
        if ranks[i] in taken or (taken and ranks[i] < max(taken)):
            roles[i] = FURTHER
        else:
            taken[ranks[i]] = i
    units = [i for rank, i in sorted(taken.items()) if rank < _SECTION_RANK]
    for place, i in enumerate(units):
        part: RolePart = "" if len(units) == 1 else "department" if place == 0 else _lower_part(ranks[i], place, units)
        roles[i] = roles[i]._replace(part=part)
    if _SECTION_RANK in taken:
        roles[taken[_SECTION_RANK]] = roles[taken[_SECTION_RANK]]._replace(part="section" if units else "")
    return roles


_SECTION_RANK = 4
_DIVISION_RANK = 3


def _lower_part(rank: int, place: int, units: Sequence[int]) -> RolePart:
    return "division" if rank == _DIVISION_RANK or (place == len(units) - 1 and place > 1) else "bureau"


def _unit_rank(text: str) -> int:
    key = bare_key(text)
    return next((rank for pattern, rank in UNIT_RANKS if pattern.search(key)), _DIVISION_RANK)


# --- levels


_GOAL = regex(r"^(?:重点|基本|政策|施策|将来)?目標$")


def with_goal_as_level(roles: list[Role], texts: Sequence[str], settled: Sequence[Role | None]) -> list[Role]:
    """Make 目標 before the levels and the projects a level, where another column holds what is measured.

    番号 | 目標 | 取組の方向性 | 取組 | 指標・目標値: a goal of the plan stands above what is done for it.
    """
    first = next((i for i, role in enumerate(roles) if role.kind not in {"number", "code", "further"}), 0)
    head, behind = roles[first : first + 2], roles[first + 2 :]
    goal = bool(head) and head[0].kind == "indicator" and not settled[first] and _GOAL.match(bare_key(texts[first]))
    plan = {role.kind for role in head[1:]} <= {"level", "project"}
    if not goal or not plan or not any(role.kind == "indicator" for role in behind):
        return roles
    return [*roles[:first], Role("level"), *roles[first + 1 :]]


def with_depths(roles: list[Role], texts: Sequence[str]) -> list[Role]:
    """Number the levels from the left, a sidecar's ``field`` first wherever it stands; a code has that of its level."""
    at = [i for i, role in enumerate(roles) if role.kind == "level" and not role.part]
    order = sorted(at, key=lambda i: (roles[i].depth != 1, not _is_upper(i, at, texts), i))
    for depth, i in enumerate(order, start=1):
        roles[i] = roles[i]._replace(depth=depth)
    for i, role in enumerate(roles):
        if role.kind == "level" and role.part == "code":
            beside = next(
                (k for k in (i + 1, i - 1) if 0 <= k < len(roles) and roles[k].kind == "level" and not roles[k].part),
                None,
            )
            roles[i] = role._replace(depth=roles[beside].depth) if beside is not None else Role("code")
    return roles


def _is_upper(i: int, at: Sequence[int], texts: Sequence[str]) -> bool:
    """Return whether a level is above one left of it: 項目番号 | 項目名 | 分野 names the item before its field."""
    return len(at) == 2 and i == at[1] and "分野" in texts[i] and bare_key(texts[at[0]]).startswith("項目")  # noqa: PLR2004


def with_lowest_level_as_project(roles: list[Role]) -> list[Role]:
    """Where no header names the projects, let a third level right of the division be them: 分野 | 項目 | 課 | 施策."""
    levels = [i for i, role in enumerate(roles) if role.kind == "level" and not role.part]
    departments = [i for i, role in enumerate(roles) if role.kind == "department"]
    if len(levels) <= 2 or not departments or any(role.kind == "project" for role in roles):  # noqa: PLR2004
        return roles
    last = levels[-1]
    if levels[-2] < min(departments) < last:
        return [*roles[:last], Role("project"), *roles[last + 1 :]]
    return roles


# --- where their cells go


def column_keys(roles: Sequence[Role], texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return for each column its name and the key of its cells."""
    deepest = max((role.depth for role in roles if role.kind == "level" and not role.part), default=0)
    lowest = _lowest_unit(roles)
    whole = [i for i, role in enumerate(roles) if role.kind == "indicator" and role.part in {"", "name"}]
    return [
        (name, _column(role, name, deepest, is_main=whole == [i] or i == lowest))
        for i, (role, name) in enumerate(zip(roles, texts, strict=True))
    ]


_KEYED = ("level", "department", "project", "overview", "indicator")
"""Kinds of role whose cells are more than extra."""


def _column(role: Role, name: str, deepest: int, *, is_main: bool) -> str:
    if role.part == "code" or role.kind not in _KEYED or role.part == "note":
        return f"extra.{name}"
    if role.kind == "level":
        return "field" if role.depth == 1 else "item" if role.depth == deepest else f"levels.{name}"
    if role.kind == "department":
        return "departments" if is_main else f"departments.{name}"
    if role.kind == "indicator":
        return "kpi_text" if is_main else f"indicators.{name}"
    return "project_name" if role.kind == "project" else "overview"


def _lowest_unit(roles: Sequence[Role]) -> int | None:
    order = ("division", "bureau", "", "department", "section")
    found = [
        (order.index(role.part), i) for i, role in enumerate(roles) if role.kind == "department" and role.part in order
    ]
    return min(found)[1] if found else None

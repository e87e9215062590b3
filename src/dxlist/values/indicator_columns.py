"""``group_columns``: which columns of a header tell of the same indicator.

A name opens a group: 指標名 | 単位 | 現状値 | 目標値.  What the headers say of themselves (活動指標, ア, 2) goes before
the place; a set of values that follows several names and agrees with all of them belongs to none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.roles import Role


class ColumnGroup(NamedTuple):
    """Columns of one indicator, by their place in the header."""

    name: int | None
    """The column that names it, or says all of it."""
    columns: tuple[int, ...]
    """All of them, in order, the one of the name too."""
    names: tuple[int, ...] = ()
    """Where ``name`` is None: the columns of which one names it, and the header does not say which."""


@lru_cache(maxsize=512)
def group_columns(roles: tuple[Role, ...]) -> tuple[ColumnGroup, ...]:
    """Return the indicators that columns with these roles tell of, in the order of their first columns.

    >>> from dxlist.model.roles import Role
    >>> name, unit, target = Role("indicator", "name"), Role("indicator", "unit"), Role("indicator", "target")
    >>> [group.columns for group in group_columns((name, unit, target, name, unit, target))]
    [(0, 1, 2), (3, 4, 5)]
    >>> [(group.name, group.columns, group.names) for group in group_columns((name, name, target))]
    [(0, (0,), ()), (1, (1,), ()), (None, (2,), (0, 1))]
    """
    names = [at for at in range(len(roles)) if is_name(roles, at)]
    columns: dict[tuple[tuple[int, ...], _IndicatorKey], list[int]] = {((at,), _NO_KEY): [at] for at in names}
    for at, role in enumerate(roles):
        if at not in names:
            owners = _owners(roles, names, at)
            columns.setdefault((owners, _NO_KEY if len(owners) == 1 else _key(role)), []).append(at)
    groups = (_group(owners, tuple(sorted(places))) for (owners, _), places in columns.items())
    return tuple(sorted(groups, key=lambda group: group.columns))


def is_name(roles: Sequence[Role], at: int) -> bool:
    """Return whether a column names an indicator, or says all of one.

    One that says neither 名称 nor 目標 names none beside the name of the same indicator, or where it is of one year: it
    holds values (⑤活動指標 ア behind ⑤活動指標 ア：名称).
    """
    role = roles[at]
    if role.part == "name":
        return True
    if role.part:
        return False
    named = [other for other in roles if other.part == "name"]
    is_same = any(_key(other) == _key(role) for other in named) and _key(role) != (None, None)
    is_of_year = role.fiscal_year is not None and any(_agree(other, role) for other in named)
    return not is_same and not is_of_year


def _group(owners: tuple[int, ...], columns: tuple[int, ...]) -> ColumnGroup:
    return ColumnGroup(owners[0], columns) if len(owners) == 1 else ColumnGroup(None, columns, owners)


_IndicatorKey = tuple[str | None, str | None]
_NO_KEY: _IndicatorKey = (None, None)
_BESIDE = frozenset({"unit", "note"})
"""Parts that hold no value."""


def _key(role: Role) -> _IndicatorKey:
    return role.indicator, role.number


def _agree(one: Role, other: Role) -> bool:
    """Return whether nothing that two headers say of the indicator contradicts."""
    return all(a == b or a is None or b is None for a, b in zip(_key(one), _key(other), strict=True))


def _owners(roles: Sequence[Role], names: Sequence[int], at: int) -> tuple[int, ...]:
    """Return the names that a column may belong to: those of its key, else those that agree; then by place."""
    exact = [name for name in names if _key(roles[name]) == _key(roles[at])] if _key(roles[at]) != _NO_KEY else []
    able = exact or [name for name in names if _agree(roles[name], roles[at])]
    return tuple(able) if len(able) < _SEVERAL else _by_place(roles, names, able, at)


_SEVERAL = 2


def _by_place(roles: Sequence[Role], names: Sequence[int], able: Sequence[int], at: int) -> tuple[int, ...]:
    """Return the last name before a column, with those before it that have no values of their own.

    The next one behind it where no name stands before, or where all names of the header stand behind their values.
    """
    before, behind = [name for name in able if name < at], [name for name in able if name > at]
    others = [place for place in range(len(roles)) if place not in names]
    if behind and (not before or (others[0] < names[0] and names[-1] > others[-1])):
        return _run(roles, names, behind, at)
    return tuple(sorted(_run(roles, names, before[::-1], at)))


def _run(roles: Sequence[Role], names: Sequence[int], able: Sequence[int], at: int) -> tuple[int, ...]:
    """Return the nearest name, and the further ones up to the first column that parts them.

    Any column that is no name parts names for a unit; for a value only one that holds values as well.
    """
    run = [able[0]]
    for name in able[1:]:
        between = range(min(run[-1], name) + 1, max(run[-1], name))
        parting = (place for place in between if place not in names)
        if any(roles[at].part in _BESIDE or roles[place].part not in _BESIDE for place in parting):
            break
        run.append(name)
    return tuple(run)

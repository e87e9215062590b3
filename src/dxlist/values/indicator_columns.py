"""``group_columns``: which columns of a header tell of the same indicator.

A name opens a group: 指標名 | 単位 | 現状値 | 目標値.  What the headers say of themselves (活動指標, ア, 2) goes before
the place; a set of values that follows several names and agrees with all of them belongs to none.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    names = _names(roles)
    columns: dict[tuple[tuple[int, ...], _IndicatorKey], list[int]] = {((at,), _NO_KEY): [at] for at in names.places}
    for at in names.others:
        owners = _owners(names, at)
        columns.setdefault((owners, _NO_KEY if len(owners) == 1 else _key(roles[at])), []).append(at)
    groups = (_group(owners, tuple(sorted(places))) for (owners, _), places in columns.items())
    return tuple(sorted(groups, key=lambda group: group.columns))


@lru_cache(maxsize=512)
def name_places(roles: tuple[Role, ...]) -> frozenset[int]:
    """Return which columns name an indicator, or say all of one.

    One that says neither 名称 nor 目標 names none beside the name of the same indicator, or where it is of one year: it
    holds values (⑤活動指標 ア behind ⑤活動指標 ア：名称).
    """
    named = {_key(role) for role in roles if role.part == "name"}
    return frozenset(at for at, role in enumerate(roles) if role.part == "name" or _is_whole(role, named))


def _is_whole(role: Role, named: set[_IndicatorKey]) -> bool:
    is_same = _key(role) in named and _key(role) != _NO_KEY
    is_of_year = role.fiscal_year is not None and any(_agree(other, _key(role)) for other in named)
    return not role.part and not is_same and not is_of_year


class _Naming(NamedTuple):
    """The columns that name indicators, and those that name none."""

    roles: tuple[Role, ...]
    known: frozenset[int]
    places: list[int]
    others: list[int]
    by_key: dict[_IndicatorKey, list[int]]
    agreeing: dict[_IndicatorKey, list[int]]
    """Names that a key does not contradict, as far as it was asked for."""


def _names(roles: tuple[Role, ...]) -> _Naming:
    known, by_key = name_places(roles), dict[_IndicatorKey, list[int]]()
    for at in sorted(known):
        by_key.setdefault(_key(roles[at]), []).append(at)
    return _Naming(roles, known, sorted(known), [at for at in range(len(roles)) if at not in known], by_key, {})


def _group(owners: tuple[int, ...], columns: tuple[int, ...]) -> ColumnGroup:
    return ColumnGroup(owners[0], columns) if len(owners) == 1 else ColumnGroup(None, columns, owners)


_IndicatorKey = tuple[str | None, str | None]
_NO_KEY: _IndicatorKey = (None, None)
_BESIDE = frozenset({"unit", "note"})
"""Parts that hold no value."""


def _key(role: Role) -> _IndicatorKey:
    return role.indicator, role.number


def _agree(one: _IndicatorKey, other: _IndicatorKey) -> bool:
    """Return whether nothing that two headers say of the indicator contradicts."""
    return all(a == b or a is None or b is None for a, b in zip(one, other, strict=True))


def _owners(names: _Naming, at: int) -> tuple[int, ...]:
    """Return the names that a column may belong to: those of its key, else those that agree; then by place."""
    key = _key(names.roles[at])
    if key not in names.agreeing:
        exact = names.by_key.get(key, []) if key != _NO_KEY else []
        agreeing = (name for own, places in names.by_key.items() if _agree(own, key) for name in places)
        names.agreeing[key] = exact or sorted(agreeing)
    able = names.agreeing[key]
    return tuple(able) if len(able) < _SEVERAL else _by_place(names, able, at)


_SEVERAL = 2


def _by_place(names: _Naming, able: Sequence[int], at: int) -> tuple[int, ...]:
    """Return the last name before a column, with those before it that have no values of their own.

    The next one behind it where no name stands before, or where all names of the header stand behind their values.
    """
    behind = bisect_left(able, at)
    is_after = names.others[0] < names.places[0] and names.places[-1] > names.others[-1]
    if behind < len(able) and (not behind or is_after):
        return _run(names, (able[i] for i in range(behind, len(able))), at)
    return _run(names, (able[i] for i in range(behind - 1, -1, -1)), at)[::-1]


def _run(names: _Naming, able: Iterator[int], at: int) -> tuple[int, ...]:
    """Return the nearest name, and the further ones up to the first column that parts them.

    Any column that is no name parts names for a unit; for a value only one that holds values as well.
    """
    run = [next(able)]
    for name in able:
        between = range(min(run[-1], name) + 1, max(run[-1], name))
        parting = (place for place in between if place not in names.known)
        if any(names.roles[at].part in _BESIDE or names.roles[place].part not in _BESIDE for place in parting):
            break
        run.append(name)
    return tuple(run)

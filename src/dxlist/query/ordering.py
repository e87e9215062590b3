"""``in_order``: things and what to sort them by -> the things in that order; what is not there stands last."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dxlist.values.item_codes import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")


class Order(NamedTuple):
    """One thing to sort by."""

    name: str
    descending: bool = False


def read_orders(texts: Iterable[str]) -> list[Order]:
    """Return what to sort by, the most important first; a ``-`` before a name turns its order round.

    >>> read_orders(["-value,line"])
    [Order(name='value', descending=True), Order(name='line', descending=False)]
    """
    names = (name.strip() for text in texts for name in text.split(","))
    return [Order(name.removeprefix("-"), name.startswith("-")) for name in names if name.strip("-")]


def in_order(things: Sequence[T], keys: Iterable[tuple[Callable[[T], object], bool]]) -> list[T]:
    """Return the things sorted.

    Args:
        things: in the order that holds where all else is equal.
        keys: the value to sort by, and whether the greatest stands first; the most important pair first.
    """
    found = list(things)
    for value_of, descending in reversed(list(keys)):
        values = [(_key(value_of(thing)), thing) for thing in found]
        there = [pair for pair in values if pair[0] is not None]
        there.sort(key=lambda pair: pair[0] or (), reverse=descending)
        found = [thing for _, thing in there] + [thing for key, thing in values if key is None]
    return found


def _key(value: object) -> tuple[object, ...] | None:
    """Return what a value is sorted by: a number, the steps of a code, a text; None where nothing is there."""
    if isinstance(value, list | tuple):
        keys = tuple(key for one in value if (key := _key(one)) is not None)
        return keys or None
    if value is None:
        return None
    if isinstance(value, int | float | Decimal):
        return 0, value
    return 1, sort_key(str(value))

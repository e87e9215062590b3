"""The comparison levels: an ordered, named list of which the first that holds decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.projects.evidence import say_the_same, share_unit
from dxlist.projects.names import name_keys
from dxlist.projects.slips import is_weak, one_slip, tells_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from dxlist.model.project import Level
    from dxlist.projects.rows import Row


def is_exact(one: Row, two: Row) -> bool:
    """The names are printed apart and equal to the letter."""
    return one.name == two.name and not is_merged(one, two)


def is_folded(one: Row, two: Row) -> bool:
    """The names are printed apart and equal after folding."""
    return name_keys(one.name or "").folded == name_keys(two.name or "").folded and not is_merged(one, two)


def is_expanded(one: Row, two: Row) -> bool:
    """The names are printed apart and equal once known abbreviations are written in one way."""
    return name_keys(one.name or "").expanded == name_keys(two.name or "").expanded and not is_merged(one, two)


def is_merged(one: Row, two: Row) -> bool:
    """The name is printed once for both: in a merged cell beside several items."""
    return printed_at(one) == printed_at(two)


def is_respelled(one: Row, two: Row) -> bool:
    """The names are one path in another spelling, and division, overview or targets agree."""
    return name_keys(one.name or "").respelled == name_keys(two.name or "").respelled and agree(one, two)


def is_slip(one: Row, two: Row) -> bool:
    """A letter differs that tells nothing apart, and division, overview or targets agree."""
    a, b = name_keys(one.name or "").respelled, name_keys(two.name or "").respelled
    slip = one_slip(a, b)
    if slip is None or tells_apart(slip, a, b):
        return False
    return say_as_much(one, two) or (share_unit(one.units, two.units) and not is_weak(slip))


LEVELS: tuple[tuple[Level, Callable[[Row, Row], bool]], ...] = (
    ("exact", is_exact),
    ("folded", is_folded),
    ("expanded", is_expanded),
    ("merged", is_merged),
    ("respelled", is_respelled),
    ("slip", is_slip),
)
"""In this order.  ``first`` and ``decided`` are no comparisons: nothing to compare with, and a person's word."""


def compare(one: Row, two: Row) -> Level | None:
    """Return the first level that holds between the names of two rows of one government, None where none does.

    Whether two rows of one name are one project is asked afterwards, of all rows of the name
    (:mod:`dxlist.projects.namesakes`).
    """
    if one.government != two.government or not one.name or not two.name:
        return None
    return next((level for level, holds in LEVELS if holds(one, two)), None)


def agree(one: Row, two: Row) -> bool:
    """Return whether division, overview or targets of two rows agree."""
    return share_unit(one.units, two.units) or say_as_much(one, two)


def say_as_much(one: Row, two: Row) -> bool:
    """Return whether the overviews or the targets of two rows agree."""
    return say_the_same((one.overview,), (two.overview,)) or say_the_same((one.targets,), (two.targets,))


def printed_at(row: Row) -> str:
    """Return the row that prints the name of a row."""
    return row.printed or row.initiative_id

"""Work that is counted, so that a test of how it grows needs no clock."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ALLOWANCE = 1.25
"""How much more than in proportion work may grow: what is done once is a part of the smaller count only."""


def calls(work: Callable[[], object]) -> int:
    """Return how many functions, of Python and of C, are called by some work."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def grows_in_proportion(work: Callable[[int], object], small: int, large: int) -> bool:
    """Return whether work of the size ``large`` calls no more functions than its size explains."""
    work(small)  # what is kept for the next time is made now
    few, many = calls(lambda: work(small)), calls(lambda: work(large))
    return many <= few * large / small * ALLOWANCE

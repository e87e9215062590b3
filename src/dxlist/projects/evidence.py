"""What speaks for two names being of one project, beside the names: divisions, overviews, targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

NEAR = 90.0
"""Ratio (0 to 100) from which two overviews or targets say the same: 41団体（累計） and 42団体（累計） score 98."""
FAR = 50.0
"""Ratio below which two overviews are about different things."""
SHORT = 12
"""A text of fewer letters (周知を行う。) belongs to too many projects to be evidence."""
MOST_COMPARED = 4
"""Of the overviews of a project as many are compared, the smallest first; a budget repeats a name in a hundred rows."""


class Evidence(Protocol):
    """What the rows of one name say together, folded."""

    @property
    def units(self) -> frozenset[str]:
        """Responsible units, their levels separated by ``/``."""

    @property
    def overviews(self) -> frozenset[str]:
        """Overviews that are no phrases."""

    @property
    def targets(self) -> frozenset[str]:
        """Cells of targets that are no phrases."""


def agree_in_words(one: Evidence, two: Evidence) -> bool:
    """Return whether the overviews or the targets of two agree."""
    return say_the_same(one.overviews, two.overviews) or say_the_same(one.targets, two.targets)


def agree_in_units(one: Evidence, two: Evidence) -> bool:
    """Return whether a division of one is a division of the other."""
    return share_unit(one.units, two.units)


def share_unit(one: Collection[str], two: Collection[str]) -> bool:
    """Return whether a unit of one is a unit of the other, or is above or below it.

    >>> share_unit(["総務部/人事課"], ["総務部"]), share_unit(["総務部/人事課"], ["総務部/税務課"])
    (True, False)
    """
    return any(a == b or a.startswith(f"{b}/") or b.startswith(f"{a}/") for a in one for b in two)


def say_the_same(one: Collection[str], two: Collection[str]) -> bool:
    """Return whether a text of one is, but for a few letters, a text of the other; short texts prove nothing."""
    ours, theirs = _compared(one), _compared(two)
    return not set(ours).isdisjoint(theirs) or any(similarity(a, b) >= NEAR for a in ours for b in theirs)


def are_about_others(one: Evidence, two: Evidence) -> bool:
    """Return whether both have overviews and no two of them are about the same thing."""
    ours, theirs = _compared(one.overviews), _compared(two.overviews)
    return bool(ours and theirs) and all(similarity(a, b) < FAR for a in ours for b in theirs)


def similarity(one: str, two: str) -> float:
    """Return the ratio of two texts, 0 to 100; rapidfuzz is loaded where it is first needed."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - a list without near names need not load it

    return ratio(one, two)


def _compared(texts: Iterable[str]) -> list[str]:
    return sorted({text for text in texts if len(text) >= SHORT})[:MOST_COMPARED]

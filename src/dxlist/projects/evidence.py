"""What speaks for two names being of one project, beside the names: divisions, overviews, targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

NEAR = 90.0
"""Ratio (0 to 100) from which two overviews or targets say the same: 41団体（累計） and 42団体（累計） score 98."""
FAR = 50.0
"""Ratio below which two overviews are about different things."""
SHORT = 12
"""A text of fewer letters (周知を行う。) belongs to too many projects to be evidence."""
_NUMBER = regex("[0-9]+")
MOST_COMPARED = 4
"""Of the overviews of a project as many are compared, the smallest first; a budget repeats a name in a hundred rows."""


class Evidence(Protocol):
    """What the rows of one name say together, folded."""

    @property
    def units(self) -> Collection[str]:
        """Responsible units, their levels separated by ``/``."""

    @property
    def overviews(self) -> Collection[str]:
        """Overviews that are no phrases."""

    @property
    def targets(self) -> Collection[str]:
        """Cells of targets that are no phrases."""


def agree_in_words(one: Evidence, two: Evidence) -> bool:
    """Return whether the overviews or the targets of two agree."""
    return say_the_same(one.overviews, two.overviews) or say_the_same(one.targets, two.targets)


def agree_in_all(one: Evidence, two: Evidence, letters: tuple[str, ...]) -> bool:
    """Return whether two agree in all that is printed: a text at least, and no other text or division disagrees.

    ``letters``: those in which their names differ; overviews that differ in the same letters do not agree.
    """
    if one.units and two.units and not agree_in_units(one, two):
        return False
    texts = [(one.overviews, two.overviews), (one.targets, two.targets)]
    known = [(ours, theirs) for ours, theirs in texts if ours and theirs]
    return bool(known) and all(_are_one_text(ours, theirs, letters) for ours, theirs in known)


def _are_one_text(one: Collection[str], two: Collection[str], letters: tuple[str, ...]) -> bool:
    ours, theirs = _compared(one), _compared(two)
    pairs = [(a, b) for a in ours for b in theirs if a == b or similarity(a, b) >= NEAR]
    return any(a == b or not _follow(a, b, letters) for a, b in pairs)


def _follow(one: str, two: str, letters: tuple[str, ...]) -> bool:
    """Return whether a text has a letter of its own name oftener than the text of the other."""
    return any(letter and one.count(letter) != two.count(letter) for letter in letters) or _NUMBER.findall(
        one
    ) != _NUMBER.findall(two)


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

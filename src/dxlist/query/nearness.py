"""``near_texts``: a name that is none -> the known ones that are most like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.query.keys import unit_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_NAMED = 3
NEAR = 60
"""Least similarity, of 100, of a name that may be meant."""
_BEHIND = 20
"""So far behind the best one a name is still shown."""
_WITHIN = 90
"""Similarity of a name that holds what was asked for."""
_PART = 0.8
"""What the likeness to a part of a Japanese name is worth, of the likeness to the whole of it."""
_SHORTEST_PART = 4


def near_texts(asked: str, known: Iterable[str]) -> list[str]:
    """Return the known texts that are most like the one asked for, best first.

    >>> near_texts("unti", ["unit", "value", "line"])
    ['unit']
    """
    return near_labels(asked, {text: [text] for text in known})


def near_labels(asked: str, known: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the labels of which one name is most like the one asked for, best first.

    Args:
        asked: as it was typed.
        known: what is shown of a name -> all the ways of calling it.
    """
    key = unit_key(asked)
    scores = {
        label: max((_likeness(key, unit_key(name)) for name in names), default=0.0) for label, names in known.items()
    }
    least = max(NEAR, max(scores.values(), default=0.0) - _BEHIND)
    return sorted((label for label in scores if scores[label] >= least), key=lambda label: -scores[label])[:MOST_NAMED]


def _likeness(asked: str, name: str) -> float:
    from dxlist.projects.evidence import similarity  # noqa: PLC0415 - only a slip needs it

    if asked and asked in name:
        return _WITHIN
    whole, further = similarity(asked, name), len(name) - len(asked)
    if asked.isascii() or len(asked) < _SHORTEST_PART or further <= 0:
        return whole
    parts = (name[at : at + len(asked)] for at in range(further + 1))
    return max(whole, _PART * max(similarity(asked, part) for part in parts))

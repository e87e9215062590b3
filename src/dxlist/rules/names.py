"""``lost_particles`` and its like: the names that stand in the text of a project or behind it in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.folding import fold
from dxlist.words.grammar import PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"[^（）()「」『』【】\[\]［］、，,／/\-－―—\s]+")
_BRACKET = re.compile(r"[（(「『【\[［]")
_SHORTEST = 6
"""Of a name that is compared; shorter ones are words."""


class Shorter(NamedTuple):
    """A name that lacks a particle, and the same name with it."""

    start: int
    end: int
    fuller: str


def lost_particles(text: str) -> Iterator[Shorter]:
    """Yield each name of a text that differs by a particle only from a name in or before a bracket beside it.

    >>> list(lost_particles("端末活用した支援事業(端末を活用した支援事業)"))
    [Shorter(start=0, end=10, fuller='端末を活用した支援事業')]
    """
    if not _BRACKET.search(text):
        return
    names = [match for match in _NAME.finditer(text) if len(match[0]) >= _SHORTEST]
    first = names[:1]
    for outer in first:
        for inner in names[1:]:
            for short, long in ((outer, inner), (inner, outer)):
                if _lacks_particle(fold(short[0]), fold(long[0])):
                    yield Shorter(short.start(), short.end(), long[0])


def _lacks_particle(short: str, long: str) -> bool:
    """Return whether ``long`` is ``short`` with one particle more, behind a letter that is no hiragana."""
    if len(long) != len(short) + 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return 0 < at < len(short) and long[at] in PARTICLES and long[at + 1 :] == short[at:] and not _IS_KANA(long[at - 1])


_IS_KANA = re.compile("[ぁ-ん]").match

"""``count_marks``: whether the authors of a column begin a new line behind 。 and before ・ ② ※, or write on.

Such a mark beside a line end may be either: the list's bullet, or the middle dot of a word that the print broke there.
What a column does where no line can have ended decides it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, NamedTuple

from dxlist.text.regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping

MarkKind = Literal["stop", "dot", "number", "number in a sentence", "bullet"]

_STOPS = frozenset("。．！？!?")
_FIRST = regex(r"\s*(?P<letter>\S)")
_STOP = regex(r"[。．！？](?=[^\s。．！？」』）)】])")
_BEFORE: dict[str, MarkKind] = {
    **dict.fromkeys("・･", "dot"),
    **dict.fromkeys("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "number"),
    **dict.fromkeys("※●○■□◆◇▼▲★☆➢", "bullet"),
}
_GLUED: Mapping[MarkKind, re.Pattern[str]] = {
    "stop": _STOP,
    "dot": regex(r"(?<=[^\s。：:])[・･](?=\S)"),
    "number": regex(r"(?<=[。．])[①-⑳]"),
    "number in a sentence": regex(r"(?<=[^\s（(「。．])[①-⑳]"),
    "bullet": regex(r"(?<=[^\s（(「])[※●○■□◆◇▼▲★☆➢]"),
}
_BEFORE_ANY: Mapping[MarkKind, tuple[float, float]] = {
    "stop": (0.1, 6.0),
    "dot": (1.0, 0.6),
    "number": (0.1, 4.0),
    "number in a sentence": (1.0, 0.6),
    "bullet": (0.1, 2.0),
}
"""How often a column is taken to write on, and to begin a new line, before it is seen: the prior."""
MOST = 3.5
BULLETED = -4.0
"""The cell begins with the same mark: it is the list's bullet."""


class MarkStyle(NamedTuple):
    """How often a column writes on, and begins a new line, at each kind of mark."""

    glued: Mapping[MarkKind, float]
    parted: Mapping[MarkKind, float]

    def odds(self, kind: MarkKind) -> float:
        """Return the log-odds that a line end at such a mark is one of the print."""
        glued, parted = _BEFORE_ANY[kind]
        odds = math.log((self.glued.get(kind, 0.0) + glued) / (self.parted.get(kind, 0.0) + parted))
        return max(-MOST, min(MOST, odds))


UNSEEN = MarkStyle({}, {})


def mark_beside(text: str, start: int, end: int) -> MarkKind | None:
    """Return the kind of mark that the blank ``text[start:end]`` stands before, or behind.

    >>> mark_beside("産業 ・金融", 2, 3), mark_beside("図る。 また", 3, 4), mark_beside("41団 体", 3, 4)
    ('dot', 'stop', None)
    """
    behind_stop = text[max(0, start - 2) : start].removesuffix("\n")[-1:] in _STOPS
    kind = _BEFORE.get(text[end])
    if kind:
        return "number in a sentence" if kind == "number" and not behind_stop else kind
    return "stop" if behind_stop else None


def odds_of_mark(kind: MarkKind, text: str, end: int, style: MarkStyle) -> float:
    """Return the log-odds that the line end before or behind a mark is one of the print."""
    if kind in ("dot", "bullet") and (first := _FIRST.match(text)) and first["letter"] == text[end]:
        return BULLETED
    return style.odds(kind)


def glued_marks(texts: Iterable[str]) -> dict[MarkKind, float]:
    """Return how often each kind of mark stands within a line, with nothing before or behind it."""
    joined = "\n".join(texts)
    return {kind: float(len(mark.findall(joined))) for kind, mark in _GLUED.items()}

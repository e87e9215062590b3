"""``to_cell``: a KPI cell as narrow text with its brackets, names, dates and statements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.text.widths import narrow
from dxlist.values.kpi_dates import When, find_dates
from dxlist.words.numbers import NAMES
from dxlist.words.targets import BULLET

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPEN = frozenset("(「『【[〔《")
_CLOSE = dict(zip(")」』】]〕》", "(「『【[〔《", strict=True))
_BRACKET = re.compile(r"[()「」『』【】\[\]〔〕《》]")
_ENDS = frozenset("。\n;")
_MAY_PART = re.compile(r"[。\n;①-⑳⑴-⒇❶-❿■●○◆◇□▪►▶※★☆◎・➢✓\-－‐‑–−(（0-9０-９ア-コｱ-ｺ]")
"""Where a statement may end or a bullet may stand."""
_BULLET_BEFORE = frozenset(" 　。\n;")
_ERA_BEFORE = re.compile(r"(?:令和|平成|[RH]) ?$")
_RANGE_AFTER = re.compile(r"[~～〜・,、とのはが及]")


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of a cell that makes one or more statements about the same things."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A KPI cell, read as far as its words."""

    text: str
    narrow: str
    depth: tuple[int, ...]
    """How many brackets each letter stands in; a bracket counts as outside itself."""
    opened_at: tuple[int, ...]
    """Position of the innermost bracket around each letter, -1 outside all."""
    dates: tuple[When, ...]
    taken: tuple[tuple[int, int], ...]
    """Spans of names and dates, where a number is no amount."""
    statements: tuple[Statement, ...]

    def is_taken(self, start: int, end: int) -> bool:
        """Return whether a name or a date touches the span."""
        return any(start < until and since < end for since, until in self.taken)

    def is_dated(self, start: int, end: int) -> bool:
        """Return whether a date touches the span."""
        return any(start < when.end and when.start < end for when in self.dates)

    def at_depth(self, letters: str, start: int, end: int, depth: int) -> Iterator[int]:
        """Yield where one of the letters stands at that depth of brackets."""
        return (i for i in range(start, end) if self.narrow[i] in letters and self.depth[i] == depth)


def to_cell(text: str) -> Cell:
    """Read the brackets, names, dates and statements of a cell."""
    plain = _narrow(text)
    depth, opened_at = _brackets(plain)
    dates = find_dates(text, plain)
    names = ((name.start(), name.end()) for name in NAMES.finditer(plain))
    taken = (*names, *((when.start, when.end) for when in dates))
    return Cell(text, plain, depth, opened_at, dates, taken, tuple(_statements(text, plain, depth)))


def _narrow(text: str) -> str:
    """Narrow the text but for its line ends, which part what stands on two lines."""
    return "\n".join(map(narrow, text.split("\n")))


def _brackets(plain: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Count matched brackets only, so that a lost one does not swallow the rest."""
    if _OPEN.isdisjoint(plain):
        return (0,) * len(plain), (-1,) * len(plain)
    pairs = dict(_pairs(plain))
    closing = set(pairs.values())
    depth, opened_at, stack = list[int](), list[int](), list[int]()
    for i in (*sorted({*pairs, *closing}), len(plain)):
        until = i + (i in pairs)
        depth += [len(stack)] * (until - len(depth))
        opened_at += [stack[-1] if stack else -1] * (until - len(opened_at))
        if i in closing:
            stack.pop()
        elif i < len(plain):
            stack.append(i)
    return tuple(depth), tuple(opened_at)


def _pairs(plain: str) -> Iterator[tuple[int, int]]:
    stack = list[int]()
    for found in _BRACKET.finditer(plain):
        i, letter = found.start(), found[0]
        if letter in _OPEN:
            stack.append(i)
        elif any(plain[j] == _CLOSE[letter] for j in stack):
            while plain[stack[-1]] != _CLOSE[letter]:
                stack.pop()
            yield stack.pop(), i


def _statements(text: str, plain: str, depth: tuple[int, ...]) -> Iterator[Statement]:
    """Part at 。, line ends and bullets outside brackets."""
    start = 0
    for i in (found.start() for found in _MAY_PART.finditer(text)):
        if depth[i] == 0 and i > start and _is_bullet(text, plain, i):
            yield Statement(start, i)
            start = i
        if depth[i] == 0 and text[i] in _ENDS:
            yield Statement(start, i + 1)
            start = i + 1
    if start < len(text):
        yield Statement(start, len(text))


def _is_bullet(text: str, plain: str, at: int) -> bool:
    """A bullet stands behind a blank or an end; a circled number also within a text, but not in 令和③ or ①～③."""
    if not (bullet := BULLET.match(plain, at)):
        return False
    if "①" <= plain[at] <= "⑳" or plain[at] in "■●◆◇▪►▶★☆◎":
        return not _ERA_BEFORE.search(plain, 0, at) and not _RANGE_AFTER.match(plain, bullet.end())
    return at == 0 or text[at - 1] in _BULLET_BEFORE

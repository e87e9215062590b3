"""``differing_spans``: readings of one column -> the parts of each that the others do not say."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Span = tuple[int, int]
_NUMBER = re.compile(r"[0-9０-９][0-9０-９.,．，]*[万億千百]?")
_CLOSE = 1
"""Two differing parts with no more letters between them are shown as one."""


def differing_spans(texts: Sequence[str]) -> list[list[Span]]:
    """Return for each text the spans (start, end) that differ from the first; of the first, from any other.

    A number differs as a whole, since a digit alone says nothing.

    >>> differing_spans(["41団体を目標とする。", "42団体を目標とする。"])
    [[(0, 2)], [(0, 2)]]
    """
    if not texts:
        return []
    first, own = list[Span](), list[list[Span]]()
    for text in texts[1:]:
        ours, theirs = _differ(texts[0], text)
        first += ours
        own.append(theirs)
    return [_whole(text, spans) for text, spans in zip(texts, [first, *own], strict=True)]


def _differ(one: str, two: str) -> tuple[list[Span], list[Span]]:
    codes = [code for code in SequenceMatcher(None, one, two, autojunk=False).get_opcodes() if code[0] != "equal"]
    return [(c[1], c[2]) for c in codes if c[1] < c[2]], [(c[3], c[4]) for c in codes if c[3] < c[4]]


def _whole(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return spans grown to whole numbers, those that touch put together."""
    numbers = [match.span() for match in _NUMBER.finditer(text)]
    grown = sorted({_grown(span, numbers) for span in spans})
    found = list[Span]()
    for start, end in grown:
        if found and start <= found[-1][1] + _CLOSE:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _grown(span: Span, numbers: Iterable[Span]) -> Span:
    start, end = span
    for low, high in numbers:
        if low < end and start < high:
            start, end = min(start, low), max(end, high)
    return start, end

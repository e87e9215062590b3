"""``differing_spans``: readings of one column -> the parts of each that the others do not say."""

from __future__ import annotations

from bisect import bisect_right
from difflib import SequenceMatcher
from itertools import takewhile
from operator import eq
from typing import TYPE_CHECKING

from dxlist.text.regex import regex
from dxlist.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NUMBER = regex(r"[0-9０-９][0-9０-９.,．，]*[万億千百]?")
_CLOSE = 1
"""Two differing parts with no more letters between them are shown as one."""


def differing_spans(texts: Sequence[str]) -> list[list[Span]]:
    """Return for each text the spans (start, end) that differ from the first; of the first, from any other.

    A number differs as a whole, since a digit alone says nothing.

    >>> differing_spans(["41団体を目標とする。", "42団体を目標とする。"])
    [[Span(start=0, end=2)], [Span(start=0, end=2)]]
    """
    if not texts:
        return []
    first, own = list[Span](), list[list[Span]]()
    for text in texts[1:]:
        ours, theirs = _differ(texts[0], text)
        first += ours
        own.append(theirs)
    return [_whole(text, spans) for text, spans in zip(texts, [first, *own], strict=True)]


LONGEST_COMPARED = 2000
"""Letters of a stretch that is compared letter by letter, which takes the square of its length."""


def _differ(one: str, two: str) -> tuple[list[Span], list[Span]]:
    if max(len(one), len(two)) > LONGEST_COMPARED:
        return _differ_between(one, two)
    codes = [code for code in SequenceMatcher(None, one, two, autojunk=False).get_opcodes() if code[0] != "equal"]
    return [Span(*c[1:3]) for c in codes if c[1] < c[2]], [Span(*c[3:5]) for c in codes if c[3] < c[4]]


def _differ_between(one: str, two: str) -> tuple[list[Span], list[Span]]:
    """Return how two long texts differ, compared between the words with which both begin and end."""
    head = _alike(one, two)
    tail = _alike(reversed(one[head:]), reversed(two[head:]))
    pair = one[head : len(one) - tail], two[head : len(two) - tail]
    if max(map(len, pair)) <= LONGEST_COMPARED:
        differing = _differ(*pair)
    else:
        differing = ([Span(0, len(pair[0]))], [Span(0, len(pair[1]))])
    ours, theirs = ([Span(start + head, end + head) for start, end in spans if start < end] for spans in differing)
    return ours, theirs


def _alike(one: Iterable[str], two: Iterable[str]) -> int:
    """Return how many letters two texts begin alike."""
    return sum(takewhile(bool, map(eq, one, two)))


def _whole(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return spans grown to whole numbers, those that touch put together."""
    numbers = [Span(*match.span()) for match in _NUMBER.finditer(text)]
    found, ends = list[Span](), [number.end for number in numbers]
    for start, end in sorted({_grown(span, numbers, bisect_right(ends, span.start)) for span in spans}):
        if found and start <= found[-1].end + _CLOSE:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found


def _grown(span: Span, numbers: Sequence[Span], at: int) -> Span:
    """Return a span grown to the numbers that it touches; ``at`` is the first that ends behind its beginning."""
    start, end = span
    while at < len(numbers) and numbers[at].start < end:
        start, end = min(start, numbers[at].start), max(end, numbers[at].end)
        at += 1
    return Span(start, end)

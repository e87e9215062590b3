"""``read_project_levels``: the name of a project -> the programme, sub-programme and project that its brackets spell.

A level is a bracket at the end of a name whose own words name a project or, behind the name of a programme, an
activity.  All other brackets are part of the name (（DX）, （仮称）, an alias, 【健】), as is everything in 「」.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.regex import regex
from dxlist.words import endings as word

if TYPE_CHECKING:
    from collections.abc import Iterator


class Bracket(NamedTuple):
    """An outermost bracket of a text; ``text[start]`` opens it and ``text[end - 1]`` closes it."""

    start: int
    end: int
    is_quote: bool


@lru_cache(maxsize=4096)
def read_project_levels(text: str) -> tuple[str, ...]:
    """Return the levels of a name, widest first, each as it is printed; one level where the brackets do not add up.

    A remark behind a level, （B事業）（新規）, stands in no level.  Several projects in one text are not parted.

    >>> read_project_levels("デジタル変革（DX）推進事業（オールふくしまDX推進基本設計構築事業）")
    ('デジタル変革（DX）推進事業', 'オールふくしまDX推進基本設計構築事業')
    >>> read_project_levels("情報収集・提供システム（安否情報システム）")
    ('情報収集・提供システム（安否情報システム）',)
    """
    whole = text.strip()
    if not whole:
        return ()
    brackets = outer_brackets(whole) if len(whole) <= LONGEST_NAME else None
    return tuple(_levels(whole, brackets)) if brackets is not None else (whole,)


LONGEST_NAME = 1000
"""Letters of a name; what is longer is prose, and its brackets are no levels."""


def outer_brackets(text: str) -> list[Bracket] | None:
    """Return the outermost brackets in order, or None where one is not closed or not opened."""
    found, open_ones = list[Bracket](), list[tuple[str, int]]()
    for bracket in _BRACKET.finditer(text):
        at, letter = bracket.start(), bracket[0]
        if letter in word.OPENING:
            open_ones.append((word.WIDTHS.get(letter, letter), at))
        else:
            if not open_ones or open_ones[-1][0] != word.PAIRS[letter]:
                return None
            opening, start = open_ones.pop()
            if not open_ones:
                found.append(Bracket(start, at + 1, opening in word.QUOTES))
    return None if open_ones else found


_BRACKET = regex(f"[{re.escape(word.OPENING + word.CLOSING)}]")
_DEEPEST = 8
"""Brackets within brackets that are still read; no list prints more than three."""


def _levels(text: str, brackets: list[Bracket], depth: int = 0) -> Iterator[str]:
    """Yield the name before the brackets at the end, then what these hold."""
    tail = _tail(text, brackets)
    own = next((i for i, bracket in enumerate(tail) if _is_level(text[: bracket.start], _inside(text, bracket))), None)
    if own is None or depth > _DEEPEST or _lists_several(text, brackets, tail):
        yield from _chained(text)
        return
    yield from _chained(text[: tail[own].start].strip())
    for bracket in tail[own:]:
        inside = _inside(text, bracket)
        if _is_level(text[: tail[own].start], inside):
            yield from _levels(inside, outer_brackets(inside) or [], depth + 1)


def _tail(text: str, brackets: list[Bracket]) -> list[Bracket]:
    """Return the brackets behind which nothing but brackets follows."""
    tail, end = list[Bracket](), len(text)
    for bracket in reversed(brackets):
        if bracket.is_quote or text[bracket.end : end].strip():
            break
        tail.insert(0, bracket)
        end = bracket.start
    return [bracket for bracket in tail if text[: bracket.start].strip()]


def _lists_several(text: str, brackets: list[Bracket], tail: list[Bracket]) -> bool:
    """Return whether a project in brackets stands before the end: A事業（B事業）、C事業（D事業）."""
    return any(
        not bracket.is_quote
        and _is_level(text[: bracket.start], _inside(text, bracket))
        and word.BESIDE.match(text, bracket.end)
        for bracket in brackets[: len(brackets) - len(tail)]
    )


def _inside(text: str, bracket: Bracket) -> str:
    inside = text[bracket.start + 1 : bracket.end - 1].strip()
    of_which = word.OF_WHICH.match(inside)
    return inside[of_which.end() :] if of_which else inside


def _is_level(before: str, inside: str) -> bool:
    """Return whether a bracket holds a part of what stands before it."""
    head, name = _without_brackets(inside), _without_brackets(before)
    if not head or word.STAGE.match(head) or word.REMARK.match(head):
        return False
    if word.STRONG.search(head):
        return True
    return word.WEAK.search(head) is not None and word.PROGRAMME.search(name) is not None


def _without_brackets(text: str) -> str:
    """Return ``text`` without the brackets at its end, which say nothing of the kind of its name."""
    text = text.strip()
    while text[-1:] in word.PAIRS and (tail := _tail(text, outer_brackets(text) or [])):
        text = text[: tail[0].start].strip()
    return text


def _chained(text: str) -> Iterator[str]:
    """Part A事業-B事業 where a project stands on either side, outside of brackets."""
    start = 0
    dashes = list(word.CHAIN.finditer(text))
    brackets = (dashes and outer_brackets(text)) or []
    for dash in dashes:
        inside = any(bracket.start < dash.start() < bracket.end for bracket in brackets)
        before, after = text[start : dash.start()].strip(), text[dash.end() :].strip()
        if not inside and all(word.STRONG.search(_without_brackets(side)) for side in (before, after)):
            yield before
            start = dash.end()
    yield text[start:].strip()

"""``edits_of``: places of a list and what is to stand there -> the smallest edits; ``fix_of``: a finding -> its fix.

A rule whose suggestion mends the one place of its finding says so where it is entered, ``@rule(..., fixes="certain")``;
one whose finding speaks of many places gives their edits itself.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from dxlist.model.finding import SEVERITIES, Edit, Fix
from dxlist.text.widths import narrow, widen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.model.finding import Found, Place
    from dxlist.rules.registry import Rule


def fix_of(rule: Rule, found: Found) -> Fix | None:
    """Return how the list is to be changed so that a finding is gone; None where the rule does not know.

    A suggestion of a finding that is said more mildly than its rule says others is in doubt.
    """
    fix = found.fix
    if fix is None and rule.fixes is not None and found.suggestion is not None:
        certain = rule.fixes == "certain" and not _is_milder(rule, found)
        fix = fix_at([(found.place, found.suggestion)], certain=certain)
    return fix if fix and fix.edits else None


def _is_milder(rule: Rule, found: Found) -> bool:
    return found.severity is not None and SEVERITIES.index(found.severity) > SEVERITIES.index(rule.severity)


def fix_at(meant: Iterable[tuple[Place, str]], *, certain: bool) -> Fix:
    """Return the fix that puts words in the place of others; without edits where no place is known to the letter.

    Args:
        meant: each place, and what is to stand there.
        certain: whether only that can have been meant.
    """
    return Fix(certain=certain, edits=list(edits_of(meant)))


def edits_of(meant: Iterable[tuple[Place, str]]) -> Iterator[Edit]:
    """Yield the edits that put words in the place of others, each once; what stays is no part of them."""
    seen = set[tuple[int, int, int, int]]()
    for place, text in meant:
        line, cell, start, end = place.line, place.cell, place.start, place.end
        if line is None or cell is None or start is None or end is None or place.text is None:
            continue
        first, last, words = smallest_change(place.text[start:end], text)
        key = (line, cell, start + first, start + last)
        if (first < last or words) and key not in seen:
            seen.add(key)
            yield Edit(line=line, cell=cell, start=key[2], end=key[3], text=words)


def smallest_change(words: str, meant: str) -> tuple[int, int, str]:
    """Return which part of some words is to be replaced, and by what; letters that stay keep their width.

    >>> smallest_change("システムをの更新", "システムの更新")
    (4, 5, '')
    >>> smallest_change("ＡＩ－０ＣＲ", "AI-OCR")
    (3, 4, 'Ｏ')
    >>> smallest_change("生活改善ｾﾝﾀｰ", "生活改善センター")
    (4, 8, 'センター')
    """
    meant = _in_widths_of(words, meant)
    head = _alike(words, meant)
    tail = _alike(words[head:][::-1], meant[head:][::-1])
    return head, len(words) - tail, meant[head : len(meant) - tail]


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _in_widths_of(words: str, meant: str) -> str:
    """Return what was meant with the full-width letters of the words that stand there, where it has as many letters."""
    if len(words) != len(meant) or meant == narrow(words):
        return meant
    return "".join(map(_in_width_of, words, meant))


def _in_width_of(old: str, new: str) -> str:
    full = widen(new)
    return full if old == full or (full != new and widen(narrow(old)) == old != narrow(old)) else new

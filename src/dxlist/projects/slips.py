"""``one_slip``: do two names differ by one letter, and does that letter speak against one project?"""

from __future__ import annotations

import re
from typing import NamedTuple

from dxlist.words.contrasts import COUNTING_KANA, NUMERALS, is_contrast

SHORTEST = 5
"""Letters that a name must have: in a shorter one a letter is a fifth of it."""
_KANJI = re.compile("[一-龠々]")
_LATIN = re.compile("[a-z]")
_KATAKANA = re.compile("[ァ-ヺー]")


class Slip(NamedTuple):
    """The letter in which two names differ: replaced, left out (one side empty), or two letters that changed places."""

    at: int
    one: str
    two: str


def one_slip(one: str, two: str) -> Slip | None:
    """Return the difference of two names that are one slip apart, else None.

    >>> one_slip("電子決裁の拡充", "電子決済の拡充")
    Slip(at=3, one='裁', two='済')
    >>> one_slip("電子決裁の拡充", "電子決の拡充")
    Slip(at=3, one='裁', two='')
    """
    short, long = sorted((len(one), len(two)))
    if long - short > 1 or short < SHORTEST or one == two:
        return None
    at = 0
    while at < short and one[at] == two[at]:
        at += 1
    for ours, theirs in ((1, 1),) if len(one) == len(two) else ((len(one) - short, len(two) - short),):
        if one[at + ours :] == two[at + theirs :]:
            return Slip(at, one[at : at + ours], two[at : at + theirs])
    swapped = one[at : at + 2], two[at : at + 2]
    if len(one) == len(two) and swapped[0] == swapped[1][::-1] and one[at + 2 :] == two[at + 2 :]:
        return Slip(at, *swapped)
    return None


def tells_apart(slip: Slip, one: str, two: str) -> bool:
    """Say whether the letter makes two things of the names: a number, a numbering, a word of contrast.

    >>> names = "先端農業推進事業", "先端林業推進事業"
    >>> tells_apart(one_slip(*names), *names)
    True
    """
    if len(slip.one) == len(slip.two) == 2:  # noqa: PLR2004 - letters that changed places
        return not NUMERALS.isdisjoint(slip.one)
    if slip.one in NUMERALS or slip.two in NUMERALS:
        return True
    if is_contrast(slip.one, slip.two):
        return True
    letters = [(slip.one, one), (slip.two, two)]
    return all(not letter or (letter in COUNTING_KANA and _stands_alone(text, slip.at)) for letter, text in letters)


def is_weak(slip: Slip) -> bool:
    """Say whether a division alone does not settle it: a kanji for a kanji may be another word, a Latin letter too.

    >>> is_weak(Slip(3, "裁", "済")), is_weak(Slip(3, "ン", "ソ"))
    (True, False)
    """
    if _LATIN.fullmatch(slip.one) or _LATIN.fullmatch(slip.two):
        return not (_KANJI.fullmatch(slip.one) or _KANJI.fullmatch(slip.two))
    return bool(_KANJI.fullmatch(slip.one) and _KANJI.fullmatch(slip.two))


def _stands_alone(text: str, at: int) -> bool:
    around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return _KATAKANA.search(around) is None or not around

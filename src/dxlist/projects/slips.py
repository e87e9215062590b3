"""``one_slip``: do two names differ by one letter, and does that letter speak against one project?"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from dxlist.words.abbreviations import abbreviation_at
from dxlist.words.contrasts import COUNTING_KANA, NUMERALS, is_contrast

SHORTEST = 5
"""Letters that a name must have: in a shorter one a letter is a fifth of it."""
_KANJI = re.compile("[一-龠々]")
_LATIN = re.compile("[a-z]")
_ABBREVIATION = re.compile("[a-z]{2,}")
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
    """Return whether the letter makes two things of the names: a number, a numbering, a word of contrast.

    >>> names = "先端農業推進事業", "先端林業推進事業"
    >>> tells_apart(one_slip(*names), *names)
    True
    """
    if len(slip.one) == len(slip.two) == _SWAPPED:
        return NUMERALS.issuperset(slip.one)
    numerals = [not letter or letter in NUMERALS for letter in (slip.one, slip.two)]
    if all(numerals):
        return True
    if slip.one and slip.two:
        counted = _counts(one, slip.at) and _counts(two, slip.at)
        return counted or is_contrast(slip.one, slip.two) or _are_abbreviations(slip, one, two)
    return _is_numbering(slip.one + slip.two, slip.at, max(one, two, key=len))


_SWAPPED = 2


def _are_abbreviations(slip: Slip, one: str, two: str) -> bool:
    """Return whether the letter is of two known abbreviations: IoT and ICT."""
    own, other = (abbreviation_at(name, slip.at) for name in (one, two))
    return bool(own and other)


def _is_numbering(added: str, at: int, name: str) -> bool:
    """Return whether a letter that only one name has numbers it, at its end or its beginning: A事業（イ）."""
    return len(added) == 1 and at in {0, len(name) - 1} and _counts(name, at)


def _counts(text: str, at: int) -> bool:
    """Return whether a kana stands alone, as a numbering does: （ア）."""
    around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return text[at] in COUNTING_KANA and not _KATAKANA.search(around)


def tell_apart(one: str, two: str) -> bool:
    """Return whether two names of any distance hold, where they differ, what makes two things of them.

    >>> tell_apart("先端農業推進事業", "先端水産業推進事業"), tell_apart("第2期計画策定事業", "計画策定事業")
    (True, True)
    """
    if _ABBREVIATION.findall(one) != _ABBREVIATION.findall(two):
        return True
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        ours, theirs = one[a:b], two[c:d]
        if tag != "equal" and (_differ_in_kind(ours, theirs) or _differ_in_kind(theirs, ours)):
            return True
        if tag == "replace" and len(ours) == len(theirs) == 1 and _counts(one, a) and _counts(two, c):
            return True
        if tag in {"delete", "insert"} and _is_numbering(ours + theirs, a or c, max(one, two, key=len)):
            return True
    return False


def _differ_in_kind(ours: str, theirs: str) -> bool:
    if not NUMERALS.isdisjoint(ours):
        return True
    return any(is_contrast(a, b) for a in ours for b in theirs) or (not theirs and is_contrast(ours, ""))


def is_label(slip: Slip, folded: str) -> bool:
    """Return whether the letter is all that a bracket of the name holds, as labels are: （ア）, （東）.

    >>> is_label(Slip(7, "子", ""), "個人情報の改正(子)")
    True
    """
    return any(letter and f"({letter})" in folded for letter in (slip.one, slip.two))


def is_weak(slip: Slip) -> bool:
    """Return whether a division alone does not settle it, since the letter may make another word.

    A kanji for a kanji, a figure for another letter, a Latin letter (ICT / IoT), or a letter that is put before and
    behind words (市道 / 市町道).

    >>> is_weak(Slip(3, "裁", "済")), is_weak(Slip(1, "町", "")), is_weak(Slip(3, "ン", "ソ"))
    (True, True, False)
    """
    if len(slip.one) == len(slip.two) == _SWAPPED:
        return False
    if not slip.one or not slip.two:
        return is_contrast(slip.one, slip.two) or bool(_LATIN.fullmatch(slip.one or slip.two))
    if slip.one in NUMERALS or slip.two in NUMERALS:
        return True
    kinds = {bool(_KANJI.fullmatch(letter)) for letter in (slip.one, slip.two)}
    return kinds == {True} or (True not in kinds and bool(_LATIN.fullmatch(slip.one) or _LATIN.fullmatch(slip.two)))


def new_pieces(slip: Slip, name: str) -> list[str]:
    """Return the pairs of letters that the slip made in the first of its names.

    >>> new_pieces(Slip(1, "町", ""), "市町道整備"), new_pieces(Slip(1, "", "町"), "市道整備")
    (['市町', '町道'], ['市道'])
    """
    near = name[max(slip.at - 1, 0) : slip.at + len(slip.one) + 1]
    return [near[i : i + 2] for i in range(len(near) - 1)]

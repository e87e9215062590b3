"""``weigh_letter``: the letter in which two names differ, and the letters around it -> whether it makes another word.

病児保育 and 病後児保育 are two things, 推進 and 推新 one.  What tells is whether both are words where the letter
stands: words of two kanji, letters that are put before or behind a word, words of katakana, what other names print.
"""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from dxlist.projects.vocabulary import KATAKANA_RUN, LONG_VOWEL_TYPO
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words.abbreviations import LONG_FORMS
from dxlist.words.compounds import (
    BEHIND_FRAMES,
    BEHIND_LOANS,
    FRAMES,
    PREFIXES,
    SUFFIXES,
    is_named,
    is_of_no_word,
    is_word,
    stands_alone,
)
from dxlist.words.contrasts import CONVERSIONS, MIXED, WORD_PAIRS
from dxlist.words.lookalikes import ALIKE, OTHER_SCRIPTS, TERMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dxlist.projects.graph import Vertex
    from dxlist.projects.vocabulary import Names, Vocabulary

_KANJI = regex("[一-龠々]")
_KATAKANA = regex("[ァ-ヺ]")
_HIRAGANA = regex("[ぁ-ゖ]")
_LATIN = regex("[a-z]")
_LATIN_RUN = regex("[a-z]+")
_ABBREVIATIONS = frozenset(map(fold, TERMS)) | frozenset(LONG_FORMS)
_HIRAGANA_RUN = regex("[ぁ-ゖ]+")
_WORD = 3
"""Hiragana from which they are a word and no ending."""
_LABELS = frozenset("abcd")
"""Latin letters that label districts and buildings, where they stand alone: A地区."""
_PLACES = frozenset("ヶケノツハニガカ")
"""Katakana that stand between the kanji of a name: 三ツ沢, 一ノ関."""
_PARTICLES = frozenset("のをがにへとでやは")
_SHORT_RUN = 4
"""A word of so many katakana may be known; of a shorter one every letter may make another."""
_LONG_RUN = 7
"""Of words of so many katakana no two are a letter apart."""
_SWAPPED = 2


class Weight(Enum):
    """What the letter says of two names."""

    SLIP = "slip"
    """One of the spellings is no word."""
    OPEN = "open"
    """Nothing is known: how often each is printed decides, or what else is."""
    SOUND = "sound"
    """Both are words, of one sound: 決裁 and 決済."""
    WORDS = "words"
    """Both may be words."""
    MEANING = "meaning"
    """The letter adds a meaning: 市民税課."""


def weigh_letter(names: Names, known: Vocabulary, pair: Iterable[Vertex]) -> Weight:
    """Return what the letter in which two names differ says of them.

    Args:
        names: two names without long vowels, and the letter.
        known: what other names print.
        pair: the two that are compared, whose own words prove nothing.
    """
    one, two = names.typo.one, names.typo.two
    if names.typo == LONG_VOWEL_TYPO:
        return _weigh_long_vowels(names)
    if len(one) == len(two) == _SWAPPED:
        return _weigh_swapped(names, known, pair)
    if not one or not two:
        return _weigh_added(names if one else names.turned(), known, pair)
    return _weigh_replaced(names, known, pair)


def _weigh_long_vowels(names: Names) -> Weight:
    """Weigh long vowels that only one name has: a slip but in short words, ビル and ビール."""
    runs = (KATAKANA_RUN.findall(name) for name in (names.one, names.two))
    shortest = min((len(a) for a, b in zip(*runs, strict=False) if a != b), default=0)
    return Weight.SLIP if shortest >= _SHORT_RUN - 1 else Weight.OPEN


def _weigh_swapped(names: Names, known: Vocabulary, pair: Iterable[Vertex]) -> Weight:
    letters = names.typo.one
    if all(map(_KANJI.fullmatch, letters)):
        middle = is_word(names.typo.one), is_word(names.typo.two)
        return _weigh_words(*middle if any(middle) else (_are_words(names), _are_words(names.turned())))
    if all(map(_KATAKANA.fullmatch, letters)):
        return _weigh_runs(names, known, pair)
    if all(map(_LATIN.fullmatch, letters)):
        return _weigh_latin_runs(names)
    return Weight.OPEN if any(map(_LATIN.fullmatch, letters)) or all(map(_HIRAGANA.fullmatch, letters)) else Weight.SLIP


def _weigh_words(one: bool, two: bool) -> Weight:
    if one and two:
        return Weight.WORDS
    return Weight.SLIP if one or two else Weight.OPEN


def _are_words(names: Names) -> bool:
    at, last = names.typo.at, names.typo.at + len(names.typo.one) - 1
    inside = len(names.typo.one) == _SWAPPED and is_word(names.typo.one)
    return inside or _words_with(names.one, at)[0] or _words_with(names.one, last)[1]


def _weigh_runs(names: Names, known: Vocabulary, pair: Iterable[Vertex]) -> Weight:
    """Weigh two words of katakana."""
    pair = tuple(pair)
    runs = _run_at(names), _run_at(names.turned())
    if any(a in runs[0] and b in runs[1] for a, b in WORD_PAIRS):
        return Weight.MEANING
    are_known = [known.has_run(run, other, pair) for run, other in (runs, runs[::-1])]
    if all(are_known):
        return Weight.WORDS
    shortest = min(map(len, runs))
    if shortest < _SHORT_RUN:
        return Weight.OPEN if any(are_known) else Weight.WORDS
    if any(are_known):
        return Weight.SLIP
    return Weight.SLIP if shortest >= _LONG_RUN else Weight.OPEN


def _run_at(names: Names) -> str:
    """Return the katakana of the first name in which the letter stands, or between which it is left out."""
    at = names.typo.at
    found = (match for match in KATAKANA_RUN.finditer(names.one) if match.start() <= at <= match.end())
    return max((match[0] for match in found), key=len, default="")


def _weigh_added(names: Names, known: Vocabulary, pair: Iterable[Vertex]) -> Weight:
    """Weigh a letter that only the first name has."""
    letter = names.typo.one
    if _LATIN.fullmatch(letter):
        return _weigh_added_latin(names)
    if letter in names.around():
        return Weight.SLIP
    if _KANJI.fullmatch(letter):
        return _weigh_added_kanji(names, known, pair)
    if _KATAKANA.fullmatch(letter):
        return _weigh_added_katakana(names, known, pair)
    return _weigh_added_hiragana(names) if _HIRAGANA.fullmatch(letter) else Weight.OPEN


def _weigh_added_katakana(names: Names, known: Vocabulary, pair: Iterable[Vertex]) -> Weight:
    if any(map(_KATAKANA.match, names.around())):
        return _weigh_runs(names, known, pair)
    return Weight.OPEN if names.typo.one in _PLACES else Weight.SLIP


def _weigh_added_hiragana(names: Names) -> Weight:
    """Weigh a hiragana: between kanji it is a particle or an ending, in さくら another letter of the word."""
    beside = [bool(_HIRAGANA.match(other)) for other in names.around()]
    if not any(beside) or (names.typo.one in _PARTICLES and not all(beside)):
        return Weight.SLIP
    return Weight.WORDS if _is_in_word(names) else Weight.OPEN


def _is_in_word(names: Names) -> bool:
    """Return whether a letter is in a word of hiragana, as さくら and つくし are: one that no particle begins."""
    at = names.typo.at
    runs = (match for match in _HIRAGANA_RUN.finditer(names.one) if match.start() <= at < match.end())
    return any(len(run[0]) >= _WORD and run[0][0] not in _PARTICLES for run in runs)


def _weigh_added_latin(names: Names) -> Weight:
    """Weigh a Latin letter: within a word of another script it is none, IT and ICT are two, A地区 is another 地区."""
    before, behind = names.around()
    if is_word(before + behind) or (_KATAKANA.match(before) and _KATAKANA.match(behind)):
        return Weight.SLIP
    if not _LATIN.match(before) and not _LATIN.match(behind):
        return Weight.WORDS if names.typo.one in _LABELS else Weight.OPEN
    return _weigh_latin_runs(names)


def _weigh_latin_runs(names: Names) -> Weight:
    """Weigh two words of Latin letters: IT and ICT are two, of ICT and ITC one is none."""
    if all(map(_LATIN.fullmatch, names.typo[1:])) and not any(_LATIN.match(letter) for letter in names.around()):
        return Weight.MEANING
    one, two = (Counter(_LATIN_RUN.findall(name)) for name in (names.one, names.two))
    ours, theirs = one - two, two - one
    if not theirs or _ABBREVIATIONS.issuperset((*ours, *theirs)):
        return Weight.WORDS
    return Weight.OPEN if _ABBREVIATIONS.isdisjoint((*ours, *theirs)) else Weight.SLIP


def _weigh_added_kanji(names: Names, known: Vocabulary, pair: Iterable[Vertex]) -> Weight:
    letter, (before, behind) = names.typo.one, names.around()
    if _KATAKANA.match(before) and _KATAKANA.match(behind):
        return Weight.SLIP
    makes = _words_with(names.one, names.typo.at)
    at, short = names.typo.at, names.turned()
    if is_word(before + behind) and not _is_boundary(short.one, at):
        return Weight.MEANING if any(makes) else Weight.SLIP
    if (makes[0] and _is_stranded(short.one, at - 1)) or (makes[1] and _is_stranded(short.one, at)):
        return Weight.SLIP
    if any(makes) or _stands_there(names.one, at):
        return Weight.MEANING
    is_known = not before or stands_alone(letter) or any(map(is_named, names.pieces())) or known.has_piece(names, pair)
    return Weight.OPEN if is_known else Weight.SLIP


def _is_boundary(name: str, at: int) -> bool:
    """Return whether a word of two kanji ends before a place and another begins there."""
    return is_word(name[max(at - 2, 0) : at]) and is_word(name[at : at + 2])


def _words_with(name: str, at: int) -> tuple[bool, bool]:
    """Return whether a kanji makes a word with the one before it and the one behind it, where those are not of 推進."""
    return (
        is_word(name[max(at - 1, 0) : at + 1]) and name[max(at - 2, 0) : at] not in FRAMES,
        is_word(name[at : at + 2]) and name[at + 1 : at + 3] not in FRAMES,
    )


def _stands_there(name: str, at: int) -> bool:
    """Return whether a kanji is put before or behind a word, or is one: 再 of 再交付, 団 of 消防団, 駅 of 駅施設."""
    letter, before, behind = name[at], name[max(at - 1, 0) : at], name[at + 1 : at + 2]
    begins = _begins_word(name, at + 1)
    is_last = begins or not behind or bool(_HIRAGANA.match(behind))
    is_apart = not before or bool(_HIRAGANA.match(before))
    return (
        (is_last and letter in SUFFIXES and _ends_word(name, at, letter))
        or (begins and letter in PREFIXES)
        or (is_last and is_apart and stands_alone(letter))
    )


def _ends_word(name: str, at: int, suffix: str) -> bool:
    """Return whether a word may end before a place, to which the suffix can be put."""
    before, word = name[max(at - 1, 0) : at], name[max(at - 2, 0) : at]
    if word in FRAMES or (before == "化" and not is_word(word)):
        return suffix in BEHIND_FRAMES
    if _KANJI.match(before):
        return is_word(word) or stands_alone(before)
    if _HIRAGANA.match(before):
        return before not in _PARTICLES
    return bool(before) and suffix in BEHIND_LOANS


def _begins_word(name: str, at: int) -> bool:
    """Return whether a word may begin at a place."""
    behind = name[at : at + 1]
    if _KANJI.match(behind):
        return is_word(name[at : at + 2]) or stands_alone(behind)
    return bool(behind) and not _HIRAGANA.match(behind)


def _is_stranded(name: str, at: int) -> bool:
    """Return whether a kanji of a name is no part of a word and none itself: 推 of 推事業."""
    return not any(_words_with(name, at)) and not _stands_there(name, at)


def _weigh_replaced(names: Names, known: Vocabulary, pair: Iterable[Vertex]) -> Weight:
    one, two = names.typo.one, names.typo.two
    if _are_alike(names) or _are_alike(names.turned()):
        return Weight.SLIP
    if _LATIN.fullmatch(one) and _LATIN.fullmatch(two):
        return _weigh_latin_runs(names)
    if _KANJI.fullmatch(one) and _KANJI.fullmatch(two):
        return _weigh_kanji(names, known, pair)
    if _KATAKANA.fullmatch(one) and _KATAKANA.fullmatch(two):
        return _weigh_runs(names, known, pair)
    if _HIRAGANA.fullmatch(one) and _HIRAGANA.fullmatch(two):
        return Weight.WORDS if _is_in_word(names) else Weight.OPEN
    order = [_KATAKANA, _KANJI, _HIRAGANA]
    first, second = (next((at for at, script in enumerate(order) if script.match(letter)), 3) for letter in (one, two))
    return _weigh_scripts(names if first <= second else names.turned(), known, pair)


def _are_alike(names: Names) -> bool:
    """Return whether two letters are of one sound or of one shape, of which a word can hold only one."""
    one, two = names.typo.one, names.typo.two
    if _HIRAGANA.fullmatch(one) and _KATAKANA.fullmatch(two):
        return chr(ord(one) + ord("ア") - ord("あ")) == two
    if _KATAKANA.fullmatch(one) and _KATAKANA.fullmatch(two):
        runs = _run_at(names), _run_at(names.turned())
        return two in ALIKE.get(one, "") and min(map(len, runs)) >= _SHORT_RUN
    return OTHER_SCRIPTS.get(one) == two


def _weigh_kanji(names: Names, known: Vocabulary, pair: Iterable[Vertex]) -> Weight:
    """Weigh a kanji for a kanji: words where both make one, or the name of a place."""
    turned = names.turned()
    one, two = _are_words(names), _are_words(turned)
    stand = all(_stands_there(own.one, own.typo.at) for own in (names, turned))
    if one == two or stand:
        if "".join(sorted(names.typo.one + names.typo.two)) in CONVERSIONS:
            return Weight.SOUND
        return Weight.WORDS if one or two or stand else Weight.OPEN
    wrong, right = (turned, names) if one else (names, turned)
    if any(map(is_named, wrong.pieces())):
        return Weight.WORDS
    if not FRAMES.isdisjoint(right.all_pieces()) or is_of_no_word(wrong.typo.one):
        return Weight.SLIP
    # No dictionary has every word (駐輪), so the right one has to be printed elsewhere, and the wrong one nowhere.
    return Weight.SLIP if known.has_word(right, pair) and not known.has_piece(wrong, pair) else Weight.OPEN


def _weigh_scripts(names: Names, known: Vocabulary, pair: Iterable[Vertex]) -> Weight:
    """Weigh letters of two scripts, that of the rarer script first: katakana, kanji, hiragana."""
    one, two, (before, behind) = names.typo.one, names.typo.two, names.around()
    if _KATAKANA.fullmatch(one):
        beside = [bool(_KATAKANA.match(letter)) for letter in (before, behind)]
        if all(beside):
            return Weight.SLIP
        if any(beside):
            return _weigh_broken_run(names, known, pair)
        is_garbled = _KANJI.fullmatch(two) and one not in _PLACES and _are_words(names.turned())
        return Weight.SLIP if is_garbled else Weight.OPEN
    if _LATIN.fullmatch(two):
        is_broken = _are_words(names) or _weigh_latin_runs(names.turned()) is Weight.SLIP
        return Weight.SLIP if is_broken else Weight.OPEN
    return Weight.OPEN if MIXED.isdisjoint(names.turned().pieces()) else Weight.WORDS


def _weigh_broken_run(names: Names, known: Vocabulary, pair: Iterable[Vertex]) -> Weight:
    """Weigh a letter that ends a word of katakana in the first name: a slip where only the whole word is known."""
    whole, rest = _run_at(names), _run_at(names.turned())
    pair = tuple(pair)
    is_broken = known.has_run(whole, rest, pair) and not (rest and known.has_run(rest, whole, pair))
    return Weight.SLIP if is_broken and len(whole) >= _SHORT_RUN else Weight.OPEN

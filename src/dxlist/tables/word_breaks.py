"""``inside_word``: what the letters around a blank say of it, a line end of the print or a blank of the author.

Japanese prose has no blanks, and words of katakana or Latin letters are not parted; a phrase does not begin with a
particle, and a last line may be one letter.  The weights are log-odds, set by hand and held against lists of several
governments wrapped at known widths.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.words.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

FUNCTION_WORDS = regex(
    r"[をんっゃゅょぁぃぅぇぉーァィゥェォッャュョン々、。，．）」』】%％)]"
    r"|に(?:よ|お|関|向|つ|係|対|基|伴|取|応|資|必)|と(?:し|の|連|協|な|す)|する|した|して|され|いる|ため|など|から|まで|より|ます|です"
    r"|こと|れ|られ|せる|ある|る|く。|く、|め、|き、|り、"
)
"""What never begins a phrase: a blank before it is within a word or before a particle."""
PARTICLES = frozenset("にがはのとへでやてたしせなれけげざぐめべばろわよえ")
"""Kana that hardly ever begin a phrase."""
TRAILING = frozenset("のをにはがとへや、・び")
"""Letters on which a phrase hardly ever ends: the sentence goes on behind the blank."""

IN_LATIN, BEFORE_FUNCTION, BEFORE_PARTICLE, IN_KATAKANA, ORPHAN = 2.5, 5.0, 2.5, 1.5, 2.0
IN_NUMBER, IN_PROSE, BEHIND_PARTICLE, BEFORE_HIRAGANA = 2.5, 2.3, 2.5, 0.7
BEFORE_NUMBER, ELSEWHERE = -3.5, -0.7
"""Within a word; a last line of one letter; within a number; in a sentence; a figure behind a noun; between nouns."""
BETWEEN_DIGITS = 0.0
"""Two numbers or one: the letters do not say (100 200件)."""
BEHIND_COLON = -3.5
"""Between a label and its value, where some leave a blank."""
BETWEEN = -6.0
"""Between two indicators, a label and a value each (A：1件 B：2件): whatever the widths say, no line end."""

_LATIN = regex(r"[A-Za-zＡ-Ｚａ-ｚ]")
_KATAKANA = regex(r"[ァ-ヺー]")
_HIRAGANA = regex(r"[ぁ-ん]")
_DIGIT = regex(r"[0-9０-９]")
_PROSE_ENDS = frozenset(
    ("する", "図る", "行う", "いる", "ある", "なる", "れる", "せる", "える", "める", "ける", "ます", "した")
)
_SENTENCE_ENDS = regex(r"。|\n(?=[・･※●○■□◆◇①-⑳])")
_BLANK = regex(r"[ \u3000\n]")


class Sentences(NamedTuple):
    """What all blanks of a text ask for, read once."""

    text: str
    are_numbers: bool
    """It is several codes or numbers, and nothing else (02 01; 10 200)."""
    ends: list[int]
    """Where its sentences end."""
    prose: list[bool]
    """Whether each is a sentence of prose, and no list of words (・春季　食品製造業); the last one has no end."""


def sentences_of(text: str) -> Sentences:
    r"""Return the sentences of a text.

    >>> sentences_of("窓口を開く。\n・春季　食品")[2:]
    ([5, 6], [True, False, False])
    """
    ends = [match.start() for match in _SENTENCE_ENDS.finditer(text)]
    prose = [text[at : at + 1] == "。" or _is_prose_before(text, at) for at in (*ends, len(text))]
    return Sentences(text, _NUMBERS_ALONE.fullmatch(text) is not None, ends, prose)


def _is_prose_before(text: str, at: int) -> bool:
    """Return whether the words before a line end, or the end of a text, end a sentence of prose."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[max(0, at - 2) : at] in _PROSE_ENDS


def inside_word(text: str, start: int, end: int) -> float:
    """Return the log-odds, from the letters alone, that the blank ``text[start:end]`` is a line end.

    >>> inside_word("41団 体を目標とする。", 3, 4) > 0 > inside_word("満足度 90%", 3, 4)
    True
    >>> inside_word("4, 421件", 2, 3) > 0 > inside_word("R5 12,000人", 2, 3)
    True
    """
    return odds_within(sentences_of(text), start, end)


def odds_within(sentences: Sentences, start: int, end: int) -> float:
    """Return the same of a text whose other blanks are asked about too."""
    text = sentences.text
    before, after = text[start - 1], text[end]
    if sentences.are_numbers or is_between_indicators(text, start, end):
        return BETWEEN
    prose = sentences.prose[bisect_left(sentences.ends, end)]
    if _DIGIT.match(after):
        return _before_digit(text, start, before, prose=prose)
    for holds, weight in (
        (_LATIN.match(before) and _LATIN.match(after), IN_LATIN),
        (FUNCTION_WORDS.match(text, end), BEFORE_FUNCTION),
        (after in PARTICLES, BEFORE_PARTICLE),
        (end == len(text) - 1 or _BLANK.match(text, end + 1), ORPHAN),
        (before in TRAILING, BEHIND_PARTICLE),
    ):
        if holds:
            return weight
    return _by_script(before, after) + (IN_PROSE if prose else 0.0)


def is_between_indicators(text: str, start: int, end: int) -> bool:
    """Return whether the blank parts two labels with their values, and not a value from its unit.

    >>> text = "参加者数：505 人 満足度（％）：95.5"
    >>> [is_between_indicators(text, at, at + 1) for at in (8, 10)]
    [False, True]
    """
    value = _VALUE_END.search(text, max(0, start - _LONGEST_VALUE), start)
    if value is None or not _NEXT_LABEL.match(text, end):
        return False
    if _BLANK.search(value["unit"]) and narrow(value["unit"].strip()) not in UNITS:
        return False
    following = _BLANK.split(text[end : end + _LONGEST_VALUE], maxsplit=1)[0]
    return not (_DIGIT.match(text[start - 1]) and narrow(following) in UNITS)


def _before_digit(text: str, start: int, before: str, *, prose: bool) -> float:
    """Weigh a blank before a figure: behind a year (R5 320件), in a number (4, 421), behind an era (R 3) or a noun."""
    first = max(0, start - _LONGEST_VALUE)
    if _YEAR_END.search(text, first, start) and not _REST_OF_YEAR.match(text, start):
        return BEFORE_NUMBER
    if _DATE_END.search(text, first, start) and _TIME.match(text, start):
        return BETWEEN
    if _NUMBER_END.search(text, first, start):
        return IN_NUMBER if _parts_no_digits(text, start) else BETWEEN_DIGITS
    if before in "：:":
        return BEHIND_COLON
    if before in _MARKS:
        return BEFORE_HIRAGANA
    return IN_PROSE if prose else BEFORE_NUMBER


def _parts_no_digits(text: str, start: int) -> bool:
    """Return whether a number goes on for certain: behind its comma or point, or within thousands (8,5 00)."""
    head = _GROUP_BEGUN.search(text, max(0, start - _LONGEST_VALUE), start)
    rest = _DIGITS_BEHIND.match(text, start)
    if head is None or rest is None:
        return not _DIGIT.match(text[start - 1])
    return len(head[1]) + len(rest[1]) == _GROUP


_GROUP = 3


def style_of_figures(cells: Sequence[str]) -> float:
    """Return the log-odds, from how a column writes figures elsewhere, that it has no blank before them."""
    glued = sum(_GLUED_FIGURE.search(cell) is not None for cell in cells)
    parted = sum(_PARTED_FIGURE.search(cell) is not None for cell in cells)
    return max(-_STYLE, min(_STYLE, math.log((glued + 0.5) / (parted + 0.5))))


_STYLE = 3.0
_LONGEST_VALUE = 40
"""Characters of a value, a year or a date beside a blank, and of blanks before the next."""
_NUMBERS_ALONE = regex(r"[0-9０-９]+(?:\s+[0-9０-９]+)+")
_VALUE_END = regex(
    r"[:：][ \u3000]*[約▲△±+＋\-－]?[0-9０-９](?:[0-9０-９,，.．]|\s(?=[0-9０-９.,]))*(?P<unit>\s?[^\s。、:：]{0,8})$"
)
_NEXT_LABEL = regex(r"(?:[0-9０-９]{1,2}[^\s0-9０-９.．,，:：]\S\S|[^0-9０-９.．,，:：])[^。:：]{0,60}[:：]")
_NUMBER_END = regex(r"(?:[0-9０-９]|[0-9０-９][,，.．]|(?<![A-Za-z])[RHSrhs])$")
_YEAR_END = regex(r"(?:(?<![A-Za-z])[RHSrhs]|令和|平成|昭和)[0-9０-９元]{1,2}(?:年度?)?$")
_GROUP_BEGUN = regex(r"(?<![0-9０-９])[0-9０-９]{1,3}[,，](?:[0-9０-９]{3}[,，]){0,9}([0-9０-９]{1,2})$")
_DIGITS_BEHIND = regex(r"\s{1,40}([0-9０-９]{1,4})")
_DATE_END = regex(r"[0-9０-９]{1,4}[/／.．\-－][0-9０-９]{1,2}[/／.．\-－][0-9０-９]{1,2}$|日$")
_TIME = regex(r"\s{1,40}[0-9０-９]{1,2}[:：][0-9０-９]{2}")
_REST_OF_YEAR = regex(r"\s{1,40}[0-9０-９]年")
_MARKS = frozenset("→～~（(約")
_GLUED_FIGURE = regex(r"[一-龠ぁ-んァ-ヶー）)][0-9０-９]")
_PARTED_FIGURE = regex(r"[一-龠ぁ-んァ-ヶー）)][ \u3000\n][0-9０-９]")


def _by_script(before: str, after: str) -> float:
    if _KATAKANA.match(before) and _KATAKANA.match(after):
        return IN_KATAKANA
    if _HIRAGANA.match(after):
        return BEFORE_HIRAGANA
    return ELSEWHERE

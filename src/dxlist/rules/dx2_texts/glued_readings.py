"""``find_readings``: a text -> the readings of its kanji that stand behind them without a bracket: 取組とりくみ, 磐梯ばんだい町.

Text taken out of a page or a PDF has them so where the print has small kana above the kanji (ruby).  Kana are a reading only
where they can be nothing else: those of two kanji or more, to their end; 一人ひとり, 使用しよう and 都市として are Japanese.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dxlist.rules.dx2_texts.dictionary import installed_dictionary
from dxlist.text.regex import regex
from dxlist.text.spans import Span
from dxlist.words.kanji_readings import is_reading, may_be_read

if TYPE_CHECKING:
    from collections.abc import Iterator

_KANJI = "一-龠々"
_BEHIND_KANJI = regex(rf"(?<![{_KANJI}])(?P<kanji>[{_KANJI}]{{2,}})(?P<kana>[ぁ-んー]{{3,}}|[ァ-ヶー]{{3,}})")
_BEHIND_EACH = regex(rf"(?:[{_KANJI}][ぁ-ん]{{2,4}}){{1,99}}[{_KANJI}][ぁ-ん]{{2,}}")
"""取とり組くみ: the reading behind each kanji."""
_PAIR = regex(rf"([{_KANJI}])([ぁ-ん]+)")
_HIRAGANA = str.maketrans({chr(code): chr(code - 0x60) for code in range(ord("ァ"), ord("ヶ") - 1)})
_TAIL = regex(
    r"(?:(?:の|を|に|が|は|と|で|も|へ|や|か|から|まで|など|より|として|による|において|について|における|する|した|して|し|され|な|づくり)[ぁ-んー]*)?"
)
"""What goes on behind a long reading: a particle, する."""
_LONG, _LONGEST_OKURIGANA, _MOST_KANJI = 4, 2, 6
_LONGEST_READING = 60
"""Kana of a word: no reading is so long, and a run of kana may be as long as a cell."""
_WORDS = frozenset(
    {"しよう", "しない", "いこう", "ことし", "こうした", "そうした", "たいし", "ひとり", "ふたり", "いちにち"}
)
"""Words of a sentence that are readings by chance: 使用しよう, 一人ひとり."""
_AGAIN = regex("[各々]")
"""人々 and 各々 are written in kana beside the kanji for their own sake."""


def find_readings(text: str) -> Iterator[Span]:
    """Yield the spans of kana that are the reading of the kanji before them, with the kanji of one that goes on in pairs.

    >>> [span.of("取組とりくみを進める学校あるいは磐梯ばんだい町") for span in find_readings("取組とりくみを進める")]
    ['とりくみ']
    """
    for match in _BEHIND_EACH.finditer(text):
        *pairs, (last, kana) = _PAIR.findall(match[0])
        if all(is_reading(kanji, one) for kanji, one in pairs) and (length := _length_of_reading(last, kana)):
            yield Span(match.start(), match.end() - len(kana) + length)
    for match in _BEHIND_KANJI.finditer(text):
        if (reading := _reading_of(match["kanji"], match["kana"].translate(_HIRAGANA))) is not None:
            yield Span(match.start("kana") + reading.start, match.start("kana") + reading.end)


def _length_of_reading(kanji: str, kana: str) -> int:
    """Return how many kana are the reading of a kanji, before a particle or the end; 0 where none are."""
    lengths = range(min(len(kana), _LONGEST_READING), 1, -1)
    return next((n for n in lengths if is_reading(kanji, kana[:n]) and _TAIL.fullmatch(kana, n)), 0)


def _reading_of(kanji: str, kana: str) -> Span | None:
    """Return where in the kana the reading of the last of the kanji stands; None where it does not."""
    for length in range(min(len(kanji), _MOST_KANJI), 1, -1):
        word = kanji[-length:]
        if not _AGAIN.search(word):
            found = next(
                (span for span in _spans(word, kana) if _is_read(word, kana[: span.start], span.of(kana))), None
            )
            if found is not None:
                return found
    return None


def _spans(word: str, kana: str) -> Iterator[Span]:
    """Yield where its reading may stand: up to the end, or a long one up to a particle; behind the okurigana of the word."""
    starts = range(min(_LONGEST_OKURIGANA, len(kana)) + 1)
    for start in (at for at in starts if may_be_read(word, kana[at:])):
        for end in range(min(len(kana), _LONGEST_READING), start + 2, -1):
            is_whole = end == len(kana) or (end - start >= _LONG and _TAIL.fullmatch(kana, end))
            if is_whole and kana[start:end] not in _WORDS:
                yield Span(start, end)


def _is_read(word: str, okurigana: str, kana: str) -> bool:
    """Return whether kana are the reading of a word with its okurigana: 取組 み とりくみ."""
    if not kana.endswith(okurigana):
        return False
    without = kana[: len(kana) - len(okurigana)]
    if is_reading(word, without) or (okurigana and is_reading(word, kana)):
        return True
    return not okurigana and _dictionary_reading(word) == kana


@lru_cache(maxsize=4096)
def _dictionary_reading(word: str) -> str | None:
    """Return how the dictionary of the optional extra reads a word, where it is installed: names of places."""
    dictionary = installed_dictionary()
    words = dictionary.words(word) if dictionary else ()
    readings = [one.reading for one in words if one.known and one.reading]
    return "".join(readings) if words and len(readings) == len(words) else None

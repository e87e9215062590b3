"""``is_reading``: kanji and kana -> whether the kana are how the kanji are read, by the readings of each and their sound changes.

Source: 常用漢字表 (内閣告示第2号, 2010-11-30), as ``kanji_readings.txt`` holds it: of the kanji that lists of initiatives use most, each
with its readings; of a reading with okurigana the part that the kanji stands for (取る: と).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_TABLE = Path(__file__).with_name("kanji_readings.txt")
_VOICED = str.maketrans("かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ")
_HALF_VOICED = str.maketrans("はひふへほ", "ぱぴぷぺぽ")
_CLOSED = "くきつち"
"""Ends of a reading that close before another: 学(がく)校(こう) がっこう, 発(はつ)表(ひょう) はっぴょう."""
_LONGEST_WORD = 6
"""Kanji."""


@cache
def _readings() -> Mapping[str, tuple[str, ...]]:
    lines = (line.split() for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {kanji: tuple(kana) for kanji, *kana in lines}


def is_reading(kanji: str, kana: str) -> bool:
    """Return whether kana (hiragana) are a reading of kanji; a kanji that the table does not have has none.

    >>> [is_reading(*pair) for pair in (("取組", "とりくみ"), ("窓口", "まどぐち"), ("学校", "がっこう"), ("学校", "あるいは"))]
    [True, True, True, False]
    """
    known = _readings()
    if not kanji or len(kanji) > _LONGEST_WORD or any(one not in known for one in kanji):
        return False
    return _fits([known[one] for one in kanji], kana, is_first=True)


def may_be_read(kanji: str, kana: str) -> bool:
    """Return whether a word may be read so as far as its first kanji tells: one that the table does not have tells nothing.

    >>> may_be_read("会津", "あいづ"), may_be_read("学校", "あるいは"), may_be_read("柳津", "やないづ")
    (True, False, True)
    """
    own = _first_kana().get(kanji[:1])
    return own is None or kana[:1] in own


@cache
def _first_kana() -> Mapping[str, frozenset[str]]:
    return {kanji: frozenset(reading[0] for reading in readings) for kanji, readings in _readings().items()}


def _fits(readings: Sequence[Sequence[str]], kana: str, *, is_first: bool) -> bool:
    """Return whether one reading of each kanji, in order, makes up the kana."""
    if not readings:
        return not kana
    own, *further = readings
    sounds = {sound for reading in own for sound in _sounds(reading, is_first=is_first, is_last=not further)}
    return any(kana.startswith(one) and _fits(further, kana[len(one) :], is_first=False) for one in sounds)


def _sounds(reading: str, *, is_first: bool, is_last: bool) -> Iterator[str]:
    """Yield a reading as it sounds within a word: 口(くち) ぐち behind another kanji, 学(がく) がっ before one."""
    heads = [reading[0]]
    if not is_first:
        heads += [reading[0].translate(_VOICED), reading[0].translate(_HALF_VOICED)]
    for head in heads:
        yield head + reading[1:]
        if not is_last and len(reading) > 1 and reading[-1] in _CLOSED:
            yield head + reading[1:-1] + "っ"

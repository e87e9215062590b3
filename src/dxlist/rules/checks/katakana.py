"""DX207: words of katakana that one confusable letter made into something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.rules.dictionary import installed_dictionary
from dxlist.rules.registry import rule
from dxlist.rules.texts import mistaken, texts_of
from dxlist.text.bilingual import Bilingual
from dxlist.words.lookalikes import ALIKE, COMMON_WORDS, CONFUSABLE, OTHER_SCRIPTS, SIMILAR_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.finding import Found
    from dxlist.rules.dictionary import Dictionary, Word
    from dxlist.rules.listed import Listed
    from dxlist.rules.texts import Texts

_SHORTEST = 4
"""Below this two words differ by a letter too often."""
_LONGEST = 40
"""Letters of a run that may be a word, or a compound of several; a longer one is tried against nothing."""
_OFTEN = 2
"""How often the list must say the other word; what it prints more often than this is no slip but a name."""
_SHORTEST_PART = 3
"""Of the words of a compound that the dictionary must know."""
_COMMON = frozenset({"noun", "verbal_noun"})
_RUN = re.compile(rf"[ァ-ヺー]{{{_SHORTEST},}}")
_OTHER = f"[{re.escape(''.join(OTHER_SCRIPTS))}]"
_MIXED = re.compile(
    rf"(?<![ァ-ヺー])[ァ-ヺー]{{1,{_LONGEST}}}{_OTHER}[ァ-ヺー]{{1,{_LONGEST}}}"
    rf"|(?<![一-龠々0-9A-Za-zァ-ヺー]){_OTHER}[ァ-ヺー]{{2,}}"
    rf"|(?<![ァ-ヺー])[ァ-ヺー]{{2,{_LONGEST}}}(?:{_OTHER}(?![一-龠々])|[力口工夕卜才])"
)
"""A run of katakana with one letter of another script: デー夕, 力メラ, コンビ二."""
_OWN_SCRIPT = str.maketrans(OTHER_SCRIPTS)


@rule(
    "DX207",
    "katakana-slip",
    "warning",
    Bilingual("片仮名の似た字の取り違え", "one katakana letter taken for another"),
    official=("L2-04",),
)
def katakana_slip(listed: Listed) -> Iterator[Found]:
    """One letter of a katakana word was taken for one that looks like it.

    ン for ノ, ソ for ン, ツ for シ, the kanji 力 for カ: インシシ捕獲 (line 159 of fukushima_r04) is イノシシ捕獲, and a
    search for the animal misses the row.

    By itself dxlist knows the slip where the list says the right word elsewhere, at least twice, or where it is one of a
    few hundred words that plans are full of; with the optional extra dxlist[words] also where a dictionary has the right
    word and not the one that is printed.  Where both are words
    (ツール and シール) nothing is said.

    日本語:
        片仮名の語の1字が、形の似た別の字になっています。

        「ノ」と「ン」、「ソ」と「ン」、「シ」と「ツ」、「カ」と漢字の「力」などです。「インシシ捕獲」（fukushima_r04 の
        159行目）は「イノシシ捕獲」の誤りで、動物の名で検索しても見つかりません。

        同じ一覧に正しい語が2回以上あるか、計画によく出る数百の語であれば dxlist だけで見つけます。追加の辞書（dxlist[words]）を入れると、辞書に正しい語だけが
        ある場合も見つけます。どちらも語である場合（ツールとシール）は示しません。

    Bad:
        1 行政の効率化|1(1) 住民の声|総務部 広報課|アンケート事業|アンケートを行い、アソケートの結果を公表する。|アンケートの回答数100件を目標とする。

    Bad:
        1 行政の効率化|1(1) 住民の声|総務部 広報課|デー夕公開事業|データを公開する。|データ数100件を目標とする。

    Good:
        1 行政の効率化|1(1) 住民の声|総務部 広報課|シール配布事業|ツールを導入し、ツールでシールを配る。|ツールの利用100件を目標とする。
    """
    return katakana_slips(texts_of(listed), installed_dictionary())


def katakana_slips(texts: Texts, dictionary: Dictionary | None) -> Iterator[Found]:
    """Yield what DX207 finds; ``dictionary`` None: by the evidence of the list alone."""
    slips = {word: meant for word in texts.katakana if (meant := _meant(word, texts.katakana, dictionary))}
    if slips:
        for text, match in texts.finditer(_RUN):
            if match[0] in slips:
                yield mistaken(text, match, slips[match[0]], texts.katakana[slips[match[0]]], _WHY)
    for text, match in texts.finditer(_MIXED):
        meant = match[0].translate(_OWN_SCRIPT)
        if texts.katakana[meant] or _is_common(meant, _foreign(match[0]), dictionary):
            yield mistaken(text, match, meant, texts.katakana[meant], _WHY)


def _foreign(mixed: str) -> int:
    """Return the place of the letter of another script in a run of katakana."""
    return next(at for at, letter in enumerate(mixed) if letter in OTHER_SCRIPTS)


_WHY = Bilingual("片仮名の似た字が入れ替わっています。", "a letter was taken for one that looks like it.")


def _meant(word: str, counts: Mapping[str, int], dictionary: Dictionary | None) -> str | None:
    """Return the word of which ``word`` is a slip; None where it is a word, or none is near."""
    if not _SHORTEST <= len(word) <= _LONGEST or word in SIMILAR_WORDS or word in COMMON_WORDS:
        return None
    least = max(_OFTEN, counts[word] + 1)
    said = (near for _, near in _near(word, CONFUSABLE) if _is_said(near, word, counts, least))
    common = (near for at, near in _near(word, ALIKE) if _is_common(near, at, dictionary))
    meant = next(said, None) or (next(common, None) if counts[word] <= _OFTEN else None)
    return None if meant is None or (dictionary is not None and _is_word(dictionary.words(word))) else meant


def _is_said(near: str, word: str, counts: Mapping[str, int], least: int) -> bool:
    """Return whether the list says a word, or both halves of it, so often that the other can be a slip."""
    if counts.get(near, 0) >= least:
        return True
    for at in range(_SHORTEST_PART, len(near) - _SHORTEST_PART + 1):
        halves = (near[:at], near[at:])
        printed = (word[:at], word[at:])
        if all(counts.get(new, 0) >= (1 if new == old else least) for new, old in zip(halves, printed, strict=True)):
            return True
    return False


def _near(word: str, letters: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield every word that differs from a word by one confusable letter, and which letter that is."""
    for at, letter in enumerate(word):
        for other in letters.get(letter, ""):
            yield at, word[:at] + other + word[at + 1 :]


def _is_word(words: Sequence[Word]) -> bool:
    """Return whether a run of katakana is a word of the dictionary, or a compound of such."""
    return all(word.known and (len(word.text) >= _SHORTEST_PART or len(words) == 1) for word in words)


def _is_common(run: str, at: int, dictionary: Dictionary | None) -> bool:
    """Return whether a run of katakana is a common noun, or a compound of such in which that of one letter is long enough."""
    if run in COMMON_WORDS:
        return True
    words = () if dictionary is None else dictionary.words(run)
    if not words or not _is_word(words) or any(word.kind not in _COMMON for word in words):
        return False
    end = 0
    for word in words:
        end += len(word.text)
        if at < end:
            return len(word.text) >= _SHORTEST
    return False

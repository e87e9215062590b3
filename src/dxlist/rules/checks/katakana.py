"""DX207: words of katakana that one confusable letter made into something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.bilingual import Bilingual
from dxlist.model.finding import Found
from dxlist.rules.dictionary import installed_dictionary
from dxlist.rules.registry import rule
from dxlist.rules.texts import texts_of
from dxlist.words.katakana import ALIKE, CONFUSABLE, OTHER_SCRIPTS, SIMILAR_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.rules.dictionary import Dictionary, Word
    from dxlist.rules.listed import Listed
    from dxlist.rules.texts import Printed, Texts

_SHORTEST = 4
"""Below this two words differ by a letter too often."""
_OFTEN = 2
"""How often the list must say the other word; what it prints more often than this is no slip but a name."""
_SHORTEST_PART = 3
"""Of the words of a compound that the dictionary must know."""
_COMMON = frozenset({"noun", "verbal_noun"})
_RUN = re.compile(rf"[ァ-ヺー]{{{_SHORTEST},}}")
_OTHER = f"[{''.join(OTHER_SCRIPTS)}]"
_MIXED = re.compile(
    rf"[ァ-ヺー]+{_OTHER}[ァ-ヺー]+"
    rf"|(?<![一-龠々0-9A-Za-zァ-ヺー]){_OTHER}[ァ-ヺー]{{2,}}"
    rf"|[ァ-ヺー]{{3,}}{_OTHER}(?![一-龠々])"
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

    By itself dxlist knows the slip where the list says the right word elsewhere, at least twice; with the optional extra
    dxlist[words] also where a dictionary has the right word and not the one that is printed.  Where both are words
    (ツール and シール) nothing is said.

    日本語:
        片仮名の語の1字が、形の似た別の字になっています。

        「ノ」と「ン」、「ソ」と「ン」、「シ」と「ツ」、「カ」と漢字の「力」などです。「インシシ捕獲」（fukushima_r04 の
        159行目）は「イノシシ捕獲」の誤りで、動物の名で検索しても見つかりません。

        同じ一覧に正しい語が2回以上あれば dxlist だけで見つけます。追加の辞書（dxlist[words]）を入れると、辞書に正しい語だけが
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
                yield _found(text, match, slips[match[0]], texts.katakana[slips[match[0]]])
    for text, match in texts.finditer(_MIXED):
        meant = match[0].translate(_OWN_SCRIPT)
        if texts.katakana[meant] or (dictionary is not None and _is_common(dictionary.words(meant))):
            yield _found(text, match, meant, texts.katakana[meant])


def _found(text: Printed, match: re.Match[str], meant: str, count: int) -> Found:
    words = text.text[match.start() : match.end()]
    times = (
        Bilingual(f"（この一覧に{count}回あります）", f", which the list says {count} times")
        if count
        else Bilingual("", "")
    )
    message = Bilingual(
        f"「{words}」は「{meant}」の誤りと思われます{times.ja}。片仮名の似た字が入れ替わっています。",
        f"「{words}」 is probably 「{meant}」{times.en}; a letter was taken for one that looks like it.",
    )
    return Found(text.place(match.start(), match.end()), message, suggestion=meant)


def _meant(word: str, counts: Mapping[str, int], dictionary: Dictionary | None) -> str | None:
    """Return the word of which ``word`` is a slip; None where it is a word, or none is near."""
    if len(word) < _SHORTEST or word in SIMILAR_WORDS:
        return None
    by_list = next((near for near in _near(word, CONFUSABLE) if counts.get(near, 0) >= max(_OFTEN, counts[word] + 1)), None)
    if dictionary is None or (by_list is None and counts[word] > _OFTEN):
        return by_list
    if _is_word(dictionary.words(word)):
        return None
    return by_list or next((near for near in _near(word, ALIKE) if _is_common(dictionary.words(near))), None)


def _near(word: str, letters: Mapping[str, str]) -> Iterator[str]:
    """Yield every word that differs from a word by one confusable letter."""
    for at, letter in enumerate(word):
        for other in letters.get(letter, ""):
            yield word[:at] + other + word[at + 1 :]


def _is_word(words: Sequence[Word]) -> bool:
    """Say whether a run of katakana is a word of the dictionary, or a compound of such."""
    return all(word.known and (len(word.text) >= _SHORTEST_PART or len(words) == 1) for word in words)


def _is_common(words: Sequence[Word]) -> bool:
    """Say whether a run of katakana is a common noun, or a compound of such."""
    alone = len(words) == 1
    return all(w.known and w.kind in _COMMON and (alone or len(w.text) >= _SHORTEST) for w in words)

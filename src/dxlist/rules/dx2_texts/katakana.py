"""DX207: a letter of katakana taken for one that looks like it, or for a kanji or a hiragana of its shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.dx2_texts.dictionary import installed_dictionary
from dxlist.rules.dx2_texts.printed_texts import all_texts_of, mistaken
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex
from dxlist.words.compounds import is_word
from dxlist.words.lookalikes import (
    ALIKE,
    BEHIND_HE,
    COMMON_WORDS,
    CONFUSABLE,
    COUNTED_BEHIND,
    COUNTED_BY_ONE,
    ENUMERATED_BEFORE,
    KANJI_BEFORE_KATAKANA,
    KANJI_OF_SHAPE,
    OTHER_SCRIPTS,
    SHORT_WORDS,
    SIMILAR_PARTS,
    SIMILAR_WORDS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.rules.dx2_texts.dictionary import Dictionary, Morpheme
    from dxlist.rules.dx2_texts.printed_texts import PrintedTexts
    from dxlist.rules.listed import Listed
    from dxlist.rules.places import PrintedText

_SHORTEST_RUN = 4
"""Below this two words differ by a letter too often."""
_LONGEST_RUN = 40
"""Letters of a run that may be a word, or a compound of several; a longer one is tried against nothing."""
_OFTEN = 2
"""How often the list must say the other word; what it prints more often than this is no slip but a name."""
_SHORTEST_PART = 3
"""Of the words of a compound that the dictionary must know."""
_COMMON = frozenset({"noun", "verbal_noun"})
_RUN = regex(rf"[ァ-ヺー]{{{_SHORTEST_RUN},}}")
_HE, _BE_PE_RI = "へ", "べぺり"
_OTHER = f"[{re.escape(''.join(set(OTHER_SCRIPTS) - set(_HE + _BE_PE_RI)))}]"
_ANY_OTHER = f"[{re.escape(''.join(OTHER_SCRIPTS))}]"
_MIXED_KATAKANA = regex(
    rf"(?<![ァ-ヺー])[ァ-ヺー]{{1,{_LONGEST_RUN}}}{_ANY_OTHER}[ァ-ヺー]{{1,{_LONGEST_RUN}}}"
    rf"|(?<![一-龠々0-9A-Za-zァ-ヺー]){_OTHER}[ァ-ヺー]{{2,}}"
    # Behind a particle or a mark, a hiragana of this shape begins the word: のへルパー, but not によりフォーム.
    rf"|(?:^|(?<=[。、・「（(のをがはにと\s]))[{_HE}べぺ][ァ-ヺー]{{2,}}|(?:^|(?<=[。、・「（(\s]))り[ァ-ヺー]{{2,}}"
    # 一つ and 二人 behind a word count it, and behind a hyphen a number begins.
    rf"|(?<![ァ-ヺー])[ァ-ヺー]{{2,{_LONGEST_RUN}}}(?:{_OTHER}(?![一-龠々つ0-9A-Za-z])|[力口工夕卜才]|[一二](?=[一-龠々]))"
)
"""A run of katakana with one letter of another script: デー夕, 力メラ, コンビ二."""
_OWN_SCRIPT = str.maketrans(OTHER_SCRIPTS)


@rule(
    "DX207",
    "katakana-slip",
    "warning",
    Bilingual("片仮名の似た字の取り違え", "one katakana letter taken for another"),
    official=("L2-04",),
    fixes="certain",
)
def katakana_slip(listed: Listed) -> Iterator[Found]:
    """One letter of a katakana word was taken for one that looks like it.

    ン for ノ, ソ for ン, ツ for シ, the kanji 力 for カ: インシシ捕獲 (line 159 of fukushima_r04) is イノシシ捕獲, and a
    search for the animal misses the row.  Or a katakana letter stands for a kanji or a hiragana of its shape: 協カ for
    協力, システムヘ for the particle of システムへ.  へ in hiragana behind a word of katakana is that particle and right.

    By itself dxlist knows the slip where the list says the right word elsewhere, at least twice, or where it is one of a
    few hundred words that plans are full of; with the optional extra dxlist[words] also where a dictionary has the right
    word and not the one that is printed.  Where both are words
    (ツール and シール) nothing is said.

    日本語:
        片仮名の語の1字が、形の似た別の字になっています。

        「ノ」と「ン」、「ソ」と「ン」、「シ」と「ツ」、「カ」と漢字の「力」などです。「インシシ捕獲」（fukushima_r04 の
        159行目）は「イノシシ捕獲」の誤りで、動物の名で検索しても見つかりません。「協力」の「力」が片仮名の「カ」に、助詞の「へ」が
        片仮名の「ヘ」（システムヘの接続）になっている場合も示します。片仮名語の後の平仮名の「へ」は助詞で、正しい書き方です。

        同じ一覧に正しい語が2回以上あるか、計画によく出る数百の語であれば dxlist だけで見つけます。追加の辞書（dxlist[words]）を入れると、辞書に正しい語だけが
        ある場合も見つけます。どちらも語である場合（ツールとシール）は示しません。

    Bad:
        1 行政の効率化|1(1) 住民の声|総務部 広報課|アンケート事業|アンケートを行い、アソケートの結果を公表する。|アンケートの回答数100件を目標とする。

    Bad:
        1 行政の効率化|1(1) 住民の声|総務部 広報課|デー夕公開事業|データを公開する。|データ数100件を目標とする。

    Good:
        1 行政の効率化|1(1) 住民の声|総務部 広報課|シール配布事業|ツールを導入し、ツールでシールを配る。|ツールの利用100件を目標とする。
    """
    return katakana_slips(all_texts_of(listed), installed_dictionary())


def katakana_slips(texts: PrintedTexts, dictionary: Dictionary | None) -> Iterator[Found]:
    """Yield what DX207 finds; ``dictionary`` None: by the evidence of the list alone."""
    slips = {word: meant for word in texts.katakana if (meant := _katakana_meant(word, texts.katakana, dictionary))}
    for text, match in texts.finditer(_RUN) if slips else ():
        if meant := slips.get(match[0]):
            yield mistaken(text, match, meant, texts.katakana[meant], _WHY)
    for text, match in texts.finditer(_MIXED_KATAKANA):
        meant = match[0].translate(_OWN_SCRIPT)
        foreign = next(at for at, letter in enumerate(match[0]) if letter in OTHER_SCRIPTS)
        is_other = _is_particle(match[0], foreign, texts) or _is_number(text.narrow, match.end() - 1)
        if is_other or meant in KANJI_BEFORE_KATAKANA:
            continue
        if texts.katakana[meant] or meant in SHORT_WORDS or _is_common(meant, foreign, dictionary):
            yield mistaken(text, match, meant, texts.katakana[meant], _WHY)
    yield from _katakana_for_kanji(texts)
    yield from _katakana_for_a_particle(texts)


_WHY = Bilingual("形の似た字が入れ替わっています。", "a letter was taken for one that looks like it.")


def _is_number(text: str, at: int) -> bool:
    """Return whether a kanji of a number stands before what it counts, or in a word: サーバ一台, データ一元化."""
    behind = text[at + 1 : at + 2]
    return (
        text[at] in "一二" and bool(_KANJI.match(behind)) and (behind in COUNTED_BY_ONE or is_word(text[at : at + 2]))
    )


def _is_particle(run: str, at: int, texts: PrintedTexts) -> bool:
    """Return whether a へ between two words of katakana is the particle: システムへデータを送る."""
    return run[at] == _HE and all(_stands_apart(word, texts) for word in (run[:at], run[at + 1 :]))


def _stands_apart(word: str, texts: PrintedTexts) -> bool:
    """Return whether letters of katakana are a word where neither へ nor ヘ is between them and others."""
    if word in COMMON_WORDS or word in SHORT_WORDS:
        return True
    return re.search(rf"(?<![ァ-ヺーへ]){word}(?![ァ-ヺー]|へ[ァ-ヺー])", texts.joined) is not None


def _katakana_meant(word: str, counts: Mapping[str, int], dictionary: Dictionary | None) -> str | None:
    """Return the word of which ``word`` is a slip; None where it is a word, or none is near."""
    if not _SHORTEST_RUN <= len(word) <= _LONGEST_RUN or word in SIMILAR_WORDS or word in COMMON_WORDS:
        return None
    least = max(_OFTEN, counts[word] + 1)
    said = (near for at, near in _near(word, CONFUSABLE) if _is_said(word, near, at, counts, least))
    common = (near for at, near in _near(word, ALIKE) if _is_common(near, at, dictionary, word))
    meant = next(said, None) or (next(common, None) if counts[word] <= _OFTEN else None)
    return None if meant is None or (dictionary is not None and _is_word(dictionary.words(word))) else meant


def _is_said(word: str, near: str, at: int, counts: Mapping[str, int], least: int) -> bool:
    """Return whether the list says a word, or both halves of it, so often that the other can be a slip.

    By a half a word is known only where the two letters are of one shape; a part of the other may be a word of its own.
    """
    if _has_part_at(word, at):
        return False
    if counts.get(near, 0) >= least:
        return True
    for cut in range(_SHORTEST_PART, len(near) - _SHORTEST_PART + 1) if near[at] in ALIKE.get(word[at], "") else ():
        halves = ((near[:cut], word[:cut]), (near[cut:], word[cut:]))
        if all(counts.get(new, 0) >= (1 if new == old else least) for new, old in halves):
            return True
    return False


def _has_part_at(word: str, at: int) -> bool:
    """Return whether a letter of a run belongs to a short word that only looks like another one."""
    longest = 6
    starts = range(max(0, at - longest), at + 1)
    return any(word[start:end] in SIMILAR_PARTS for start in starts for end in range(at + 1, start + longest + 1))


def _near(word: str, letters: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield every word that differs from a word by one confusable letter, and which letter that is."""
    for at, letter in enumerate(word):
        for other in letters.get(letter, ""):
            yield at, word[:at] + other + word[at + 1 :]


def _is_word(words: Sequence[Morpheme]) -> bool:
    """Return whether a run of katakana is a word of the dictionary, or a compound of such."""
    return all(word.known and (len(word.text) >= _SHORTEST_PART or len(words) == 1) for word in words)


def _is_common(run: str, at: int, dictionary: Dictionary | None, printed: str | None = None) -> bool:
    """Return whether a run of katakana is a common noun, or a compound of such in which that of one letter is long enough.

    The letter may be the end of a word that the dictionary does not know, where what follows is a word: トークン|リスト is
    no slip of トーク|ソリスト.
    """
    if run in COMMON_WORDS:
        return True
    words = () if dictionary is None else dictionary.words(run)
    if dictionary is None or not words or not _is_word(words) or any(word.kind not in _COMMON for word in words):
        return False
    start = 0
    for word in words:
        end = start + len(word.text)
        if at < end:
            rest = printed[at + 1 : end] if printed and at == start else ""
            is_other = bool(start) and len(rest) >= _SHORTEST_PART and _is_word(dictionary.words(rest))
            return len(word.text) >= _SHORTEST_RUN and not is_other
        start = end
    return False


_FOR_KANJI = regex(rf"(?<![ァ-ヺー])[{''.join(KANJI_OF_SHAPE)}](?![ァ-ヺー])")
_KANJI = regex("[一-龠々]")
_BEFORE_KANJI = regex(f"(?<![ァ-ヺー])(?:{'|'.join(KANJI_BEFORE_KATAKANA)})(?![ァ-ヺー])")


def _katakana_for_kanji(texts: PrintedTexts) -> Iterator[Found]:
    """Yield katakana that stand for a kanji in a word of two: 協カ, 窓ロ, 第ニ, エ事."""
    for text, match in texts.finditer(_FOR_KANJI):
        at, letter = match.start(), match[0]
        if span := _span_of_word(text.narrow, at):
            start, end = span
            meant = text.words(start, end).replace(letter, KANJI_OF_SHAPE[letter])
            yield _other_script(text, start, end, meant, _IS_KATAKANA)
    for text, match in texts.finditer(_BEFORE_KANJI):
        yield _other_script(text, *match.span(), KANJI_BEFORE_KATAKANA[match[0]], _IS_KATAKANA)


def _span_of_word(text: str, at: int) -> tuple[int, int] | None:
    """Return the span of the word of two kanji for one of which a katakana stands; None where it may be meant so."""
    letter = text[at]
    if _numbers_things(text, letter):
        return None
    kanji, before, behind = KANJI_OF_SHAPE[letter], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before == "第" and letter == "ニ":
        return at - 1, at + 1
    if is_word(before + kanji) and not (letter == "カ" and behind in COUNTED_BEHIND) and letter != "ニ":
        return at - 1, at + 1
    follows = letter in "エロタ" and is_word(kanji + behind) and not is_word(text[at + 1 : at + 3])
    return (at, at + 2) if follows and before and not before.isspace() and before not in "。、・（(：:" else None


def _numbers_things(text: str, letter: str) -> bool:
    """Return whether a text numbers things by katakana: the one before this stands in it alone."""
    return re.search(f"(?<![ァ-ヺー]){ENUMERATED_BEFORE[letter]}(?![ァ-ヺー])", text) is not None


_HE_FOR_PARTICLE = regex(
    r"(?:(?<=[ァ-ヺー]{2})|(?<=[一-龠々ぁ-ん）」』])(?<!から)(?<!より)(?<!及び)(?<!又は)(?<![号項目条欄])(?<!、))ヘ(?![ァ-ヺー）)音長短]|まで)"
)
"""ヘ in katakana where only the particle へ can stand: システムヘの接続; not 第3号ヘ, イからヘまで, ヘ長調."""
_HE_WITHIN = regex(
    rf"(?<![ァ-ヺー])(?P<before>[ァ-ヺー]{{2,{_LONGEST_RUN}}}?|(?<=[一-龠々]))ヘ(?P<behind>[ァ-ヺー]{{3,}})"
)
_BE_IN_A_VERB = regex(r"(?<=[一-龠々ぁ-ん])ベ(?=[ぁ-ん])")
"""すベて, 学ベる, するベき."""


def _katakana_for_a_particle(texts: PrintedTexts) -> Iterator[Found]:
    """Yield the katakana ヘ and ベ where their hiragana are meant."""
    for text, match in texts.finditer(_HE_FOR_PARTICLE, ("ヘ",)):
        if not _numbers_things(text.narrow, "ヘ"):
            yield _other_script(text, *match.span(), "へ", _IS_KATAKANA)
    for text, match in texts.finditer(_HE_WITHIN, ("ヘ",)):
        words = [word for word in (match["before"], match["behind"]) if word]
        is_word_with_it = match["behind"].startswith(BEHIND_HE) or "ヘ" + match["behind"] in COMMON_WORDS
        if not is_word_with_it and all(_stands_apart(word, texts) for word in words):
            yield _other_script(text, match.end("before"), match.end("before") + 1, "へ", _IS_KATAKANA)
    for text, match in texts.finditer(_BE_IN_A_VERB, ("ベ",)):
        yield _other_script(text, *match.span(), "べ", _IS_KATAKANA)


_IS_KATAKANA = Bilingual("片仮名が入っています。", "a katakana letter stands there.")


def _other_script(text: PrintedText, start: int, end: int, meant: str, why: Bilingual) -> Found:
    """Return the finding that letters are of another script than the ones that were meant and look alike."""
    words = text.words(start, end)
    message = Bilingual(f"「{words}」は「{meant}」の誤りです。", f"「{words}」 is to be 「{meant}」; ") + why
    return Found(text.place(start, end), message, suggestion=meant)

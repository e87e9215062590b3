"""DX201, DX202, DX207: characters taken for others that look like them, in Latin words, in years and in katakana."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.dx2_texts.dictionary import installed_dictionary
from dxlist.rules.dx2_texts.printed_texts import mistaken, texts_of
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.words.lookalikes import (
    ALIKE,
    COMMON_WORDS,
    CONFUSABLE,
    LATIN_LOOKALIKES,
    LOOKALIKES,
    OTHER_SCRIPTS,
    SIMILAR_WORDS,
    SIZE_OR_GRADE_BEFORE,
    SIZE_OR_GRADE_BEHIND,
    TERMS,
    UNITS_BEHIND_ONE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.finding import Severity
    from dxlist.rules.dx2_texts.dictionary import Dictionary, Morpheme
    from dxlist.rules.dx2_texts.printed_texts import PrintedTexts
    from dxlist.rules.listed import Listed
    from dxlist.rules.places import PrintedText

_DOUBTFUL = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z0-9]*[01lIO])[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*(?!-[A-Z][a-z])")
_TO_LATIN = str.maketrans(LATIN_LOOKALIKES)
_FOREIGN = "".join(LATIN_LOOKALIKES)
_MIXED = re.compile(rf"[A-Za-z{_FOREIGN}]*(?:[A-Za-z][{_FOREIGN}]|[{_FOREIGN}][A-Za-z])[A-Za-z{_FOREIGN}]*")
_LETTER_IN_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.])\d+[Oo](?:[\dOo]*(?=[件人名%年月日回社団円台所時市事課台校店戸本])|[\dOo]*\d(?![\dA-Za-z]))"
)
_BEHIND = re.compile(SIZE_OR_GRADE_BEHIND)
_BEFORE = re.compile(SIZE_OR_GRADE_BEFORE)
_LONGEST = 12
"""Of a Latin word; longer runs are codes."""
_MOST_DOUBTFUL = 4
_SHORT = 2


@rule(
    "DX201",
    "lookalike-in-latin-word",
    "warning",
    Bilingual("英字の語に、形の似た別の文字", "lookalike character in a Latin word"),
    official=("L2-04",),
    fixes="certain",
)
def lookalike_in_latin_word(listed: Listed) -> Iterator[Found]:
    """A Latin word holds a digit or a letter that looks like the right one.

    A1 for AI, 0 for O, 1 or l for I, a Cyrillic letter for a Latin one: a search for the right word misses the row
    (A1肉質評価システム, line 124 of fukushima_r04, where the list says AI elsewhere).  It is known by the other
    spelling, which stands elsewhere in the list or is a common word.  Sizes, floors and grades (A1判, B1階) are left
    alone.  A letter O within a number (1O0件) is said too.

    日本語:
        英字の語の中に、形の似た別の数字や文字があります。

        「AI」が「A1」、「OCR」が「0CR」となっていると、正しい語で検索してもその行は見つかりません
        （fukushima_r04 の124行目「A1肉質評価システム」）。同じ一覧の別の箇所にある綴り、又はよく使われる語と比べて判断します。
        用紙の大きさ、階、等級（A1判、B1階）は対象外です。数の中の英字O（1O0件）も示します。

    Bad:
        1 行政の効率化|1(1) AIの活用|総務部 情報政策課|議事録作成事業|AIを用いて議事録を作成し、A1による要約を行う。|100件を目標とする。

    Bad:
        1 行政の効率化|1(1) 文字の読取り|総務部 情報政策課|AI-0CR導入事業|申請書を読み取る。|1O0件を目標とする。

    Good:
        1 行政の効率化|1(1) AIの活用|総務部 情報政策課|議事録作成事業|AIを用いて議事録を作成し、A1判の図面を読み取る。|H30年度の100件を超えることを目標とする。
    """
    texts = texts_of(listed)
    for text, match in texts.finditer(_DOUBTFUL):
        meant = _meant(match[0], texts.latin)
        if meant and not _is_size_or_grade(text, match):
            severity: Severity | None = "info" if _has_siblings(match[0], texts.latin) else None
            yield mistaken(text, match, meant, texts.latin[meant], _WHY, severity=severity)
    for text, match in texts.finditer(_MIXED):
        yield mistaken(text, match, match[0].translate(_TO_LATIN), 0, _WHY)
    for text, match in texts.finditer(_LETTER_IN_NUMBER):
        yield mistaken(text, match, re.sub("[Oo]", "0", match[0]), 0, _WHY)


_WHY = Bilingual("形の似た文字が混ざっています。", "a character was taken for one that looks like it.")


def _meant(word: str, known: Mapping[str, int]) -> str | None:
    """Return the word that was meant, of which ``word`` is a misreading; None where it is what it says."""
    doubtful = sum(letter in LOOKALIKES for letter in word)
    if word in TERMS or len(word) > _LONGEST or not 1 <= doubtful <= _MOST_DOUBTFUL:
        return None
    choices = [letter + LOOKALIKES.get(letter, "") for letter in word]
    variants = ("".join(letters) for letters in product(*choices))
    return next((variant for variant in variants if _is_meant(word, variant, known)), None)


def _is_meant(word: str, variant: str, known: Mapping[str, int]) -> bool:
    if variant == word or not variant.replace("2", "").isalpha() or len(word) < _SHORT:
        return False
    same = sum(a == b for a, b in zip(word, variant, strict=True))
    often, seldom = known.get(variant, 0), known.get(word, 0)
    if len(word) == _SHORT:
        # Two characters are enough for a code (B1, Q1): the list must say the other word, and a common one it must be.
        return variant in TERMS and often >= seldom and not (word[0].isdigit() and word[1] in UNITS_BEHIND_ONE)
    return 2 * same >= len(word) and (variant in TERMS or (often > seldom and not word.isalpha()))


_CODE = re.compile(r"([A-Z]+)\d+")


def _has_siblings(word: str, known: Mapping[str, int]) -> bool:
    """Return whether the list holds other codes or sizes of the same form: C01 beside C02, A4 beside A1."""
    form = _CODE.fullmatch(word)
    if form is None:
        return False
    other = re.compile(rf"{form[1]}\d{{{len(word) - len(form[1])}}}")
    return any(other.fullmatch(known_word) and known_word != word for known_word in known)


def _is_size_or_grade(text: PrintedText, match: re.Match[str]) -> bool:
    if len(match[0]) > _SHORT:
        return False
    return bool(_BEHIND.match(text.narrow, match.end()) or _BEFORE.search(text.narrow[: match.start()]))


_CIRCLED = re.compile("[①-⑳]")
_ERA_BEFORE = re.compile(r"(?:令和|平成|昭和|(?<![A-Za-z])[RHS]) ?$")
_DATE_BEFORE = re.compile(r"(?P<year>[0-9元]年度?[~～〜・、/]|[0-9元]年)$|(?P<month>[0-9]月)$")
_ERA_LENGTH = 8
_YEAR_BEHIND = re.compile(r" ?年度?")
_DATE_BEHIND = re.compile(r"年度(?:末|まで|に|の|中)")


@rule(
    "DX202",
    "circled-digit-in-date",
    "warning",
    Bilingual("年月日の数字が丸数字", "circled digit in a date"),
    official=("L1-08", "L3-05"),
    fixes="certain",
)
def circled_digit_in_date(listed: Listed) -> Iterator[Found]:
    """A year, month or day is written with a circled digit.

    令和③ (line 114 of fukushima_r04) is no year to a program, and a platform-dependent character besides.  Circled
    digits that number a list of things are left alone.

    日本語:
        年、月、日の数字が丸数字になっています。

        「令和③」（fukushima_r04 の114行目）は、プログラムには年として読めません。丸数字は機種依存文字でもあります。
        箇条書きの番号としての丸数字は対象外です。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|22件（令和③）を上回ることを目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|①年間100件を目標とする。②年度末に公表する。
    """
    for text, match in texts_of(listed).finditer(_CIRCLED):
        span = _span_of_date(text.narrow, match.start())
        if span is None:
            continue
        words = text.words(*span)
        suggestion = _CIRCLED.sub(lambda circled: str(ord(circled[0]) - ord("①") + 1), words)
        message = Bilingual(
            f"「{words}」の数字が丸数字です。「{suggestion}」と書いてください。",
            f"the number of 「{words}」 is a circled digit; write 「{suggestion}」.",
        )
        yield Found(text.place(*span), message, suggestion=suggestion)


def _span_of_date(text: str, at: int) -> tuple[int, int] | None:
    """Return the span of the year, month or day of which a circled digit is the number; None where it numbers a thing."""
    before, behind = text[max(0, at - _ERA_LENGTH) : at], at + 1
    if era := _ERA_BEFORE.search(before):
        year = _YEAR_BEHIND.match(text, behind)
        return at - len(era[0]), year.end() if year else behind
    date = _DATE_BEFORE.search(before)
    if date and text.startswith(("年", "月") if date["year"] else "日", behind):
        return at, behind + 1
    numbers_things = len(set(_CIRCLED.findall(text))) > 1  # ① … ② …
    if _DATE_BEHIND.match(text, behind) and before[-1:].isalpha() and not numbers_things:
        return at, behind + len("年度")
    return None


_SHORTEST_RUN = 4
"""Below this two words differ by a letter too often."""
_LONGEST_RUN = 40
"""Letters of a run that may be a word, or a compound of several; a longer one is tried against nothing."""
_OFTEN = 2
"""How often the list must say the other word; what it prints more often than this is no slip but a name."""
_SHORTEST_PART = 3
"""Of the words of a compound that the dictionary must know."""
_COMMON = frozenset({"noun", "verbal_noun"})
_RUN = re.compile(rf"[ァ-ヺー]{{{_SHORTEST_RUN},}}")
_OTHER = f"[{re.escape(''.join(OTHER_SCRIPTS))}]"
_MIXED_KATAKANA = re.compile(
    rf"(?<![ァ-ヺー])[ァ-ヺー]{{1,{_LONGEST_RUN}}}{_OTHER}[ァ-ヺー]{{1,{_LONGEST_RUN}}}"
    rf"|(?<![一-龠々0-9A-Za-zァ-ヺー]){_OTHER}[ァ-ヺー]{{2,}}"
    rf"|(?<![ァ-ヺー])[ァ-ヺー]{{2,{_LONGEST_RUN}}}(?:{_OTHER}(?![一-龠々])|[力口工夕卜才])"
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


def katakana_slips(texts: PrintedTexts, dictionary: Dictionary | None) -> Iterator[Found]:
    """Yield what DX207 finds; ``dictionary`` None: by the evidence of the list alone."""
    slips = {word: meant for word in texts.katakana if (meant := _katakana_meant(word, texts.katakana, dictionary))}
    for text, match in texts.finditer(_RUN) if slips else ():
        if meant := slips.get(match[0]):
            yield mistaken(text, match, meant, texts.katakana[meant], _WHY_KATAKANA)
    for text, match in texts.finditer(_MIXED_KATAKANA):
        meant = match[0].translate(_OWN_SCRIPT)
        foreign = next(at for at, letter in enumerate(match[0]) if letter in OTHER_SCRIPTS)
        if texts.katakana[meant] or _is_common(meant, foreign, dictionary):
            yield mistaken(text, match, meant, texts.katakana[meant], _WHY_KATAKANA)


_WHY_KATAKANA = Bilingual("片仮名の似た字が入れ替わっています。", "a letter was taken for one that looks like it.")


def _katakana_meant(word: str, counts: Mapping[str, int], dictionary: Dictionary | None) -> str | None:
    """Return the word of which ``word`` is a slip; None where it is a word, or none is near."""
    if not _SHORTEST_RUN <= len(word) <= _LONGEST_RUN or word in SIMILAR_WORDS or word in COMMON_WORDS:
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
        halves = ((near[:at], word[:at]), (near[at:], word[at:]))
        if all(counts.get(new, 0) >= (1 if new == old else least) for new, old in halves):
            return True
    return False


def _near(word: str, letters: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield every word that differs from a word by one confusable letter, and which letter that is."""
    for at, letter in enumerate(word):
        for other in letters.get(letter, ""):
            yield at, word[:at] + other + word[at + 1 :]


def _is_word(words: Sequence[Morpheme]) -> bool:
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
            return len(word.text) >= _SHORTEST_RUN
    return False

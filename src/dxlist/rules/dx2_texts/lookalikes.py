"""DX201, DX202: characters taken for others that look like them, in Latin words and in years."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING
from unicodedata import numeric

from dxlist.model.finding import Found
from dxlist.rules.dx2_texts.printed_texts import all_texts_of, mistaken
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex
from dxlist.words.lookalikes import (
    AI_BEFORE,
    AI_BEHIND,
    LATIN_LOOKALIKES,
    LOOKALIKES,
    SIZE_OR_GRADE_BEFORE,
    SIZE_OR_GRADE_BEHIND,
    TERMS,
    UNITS_BEHIND_ONE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dxlist.model.finding import Severity
    from dxlist.rules.dx2_texts.printed_texts import PrintedTexts
    from dxlist.rules.listed import Listed
    from dxlist.rules.places import PrintedText

_LONGEST = 12
"""Of a Latin word; longer runs are codes."""
_DOUBTFUL = regex(
    rf"(?<![A-Za-z0-9])(?=[A-Za-z0-9]{{0,{_LONGEST - 1}}}[01lIO])(?=[0-9]{{0,{_LONGEST - 1}}}[A-Za-z])"
    rf"[A-Za-z0-9]{{1,{_LONGEST}}}(?![A-Za-z0-9]|-[A-Z][a-z])"
)
_TO_LATIN = str.maketrans(LATIN_LOOKALIKES)
_FOREIGN = "".join(LATIN_LOOKALIKES)
_MIXED = regex(
    rf"(?<![A-Za-z{_FOREIGN}])[A-Za-z{_FOREIGN}]*(?:[A-Za-z][{_FOREIGN}]|[{_FOREIGN}][A-Za-z])[A-Za-z{_FOREIGN}]*"
)
_LETTER_IN_NUMBER = regex(
    r"(?<![A-Za-z\d.])\d+[Oo](?:[\dOo]*(?=[件人名%年月日回社団円台所時市事課台校店戸本])|[\dOo]*\d(?![\dA-Za-z]))"
)
_BEHIND = regex(SIZE_OR_GRADE_BEHIND)
_BEFORE = regex(SIZE_OR_GRADE_BEFORE)
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
    spelling, which stands elsewhere in the list or is a common word.  Sizes, floors and grades (A1判, B1階) and codes
    (C01, PhaseⅠ) are left alone; what may be one (A1 and nothing that is done with AI) is an info.  A letter O within a number (1O0件) is said too.

    日本語:
        英字の語の中に、形の似た別の数字や文字があります。

        「AI」が「A1」、「OCR」が「0CR」となっていると、正しい語で検索してもその行は見つかりません
        （fukushima_r04 の124行目「A1肉質評価システム」）。同じ一覧の別の箇所にある綴り、又はよく使われる語と比べて判断します。
        用紙の大きさ、階、等級（A1判、B1階）、記号（C01、PhaseⅠ）は対象外で、記号かもしれないものは参考として示します。数の中の英字O（1O0件）も示します。

    Bad:
        1 行政の効率化|1(1) AIの活用|総務部 情報政策課|議事録作成事業|AIを用いて議事録を作成し、A1による要約を行う。|100件を目標とする。

    Bad:
        1 行政の効率化|1(1) 文字の読取り|総務部 情報政策課|AI-0CR導入事業|申請書を読み取る。|1O0件を目標とする。

    Good:
        1 行政の効率化|1(1) AIの活用|総務部 情報政策課|議事録作成事業|AIを用いて議事録を作成し、A1判の図面を読み取る。|H30年度の100件を超えることを目標とする。
    """
    texts = all_texts_of(listed)
    for text, match in texts.finditer(_DOUBTFUL):
        meant = _meant(match[0], texts.latin)
        if meant and not _is_size_or_grade(text, match) and not _is_code_or_element(text, match, texts):
            is_doubtful = _has_siblings(match[0], texts.latin) or _may_be_a_code(text, match)
            severity: Severity | None = "info" if is_doubtful else None
            yield mistaken(text, match, meant, texts.latin[meant], _WHY, severity=severity)
    for text, match in texts.finditer(_MIXED):
        meant = match[0].translate(_TO_LATIN)
        if _ROMAN_ONE not in match[0] or _is_for_letter_i(match[0], meant, texts):
            yield mistaken(text, match, meant, 0, _WHY)
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


_CODE = regex(r"([A-Z]+)\d+")


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


_USED = regex(AI_BEHIND)
_OF_AI = regex(AI_BEFORE)
_NOUN_BEHIND = regex("[一-龠々ァ-ヺー]{2}|-[A-Z]")


def _may_be_a_code(text: PrintedText, match: re.Match[str]) -> bool:
    """Return whether a letter and a digit may be a code: behind them no noun stands, and nothing that is done with AI."""
    if len(match[0]) > _SHORT or match[0].isalpha():
        return False
    said = _NOUN_BEHIND.match(text.narrow, match.end()) or _USED.match(text.narrow, match.end())
    return not said and not _OF_AI.search(text.narrow[: match.start()])


_CODE_OF_THREE = regex(r"[A-Z]0[0-9O]|[A-Z][0O][0-9]")
_GAS = regex(r"(?:削減|排出|濃度|吸収|固定|回収|換算|センサ|フリー|ゼロ|抑制|量|の?見える化|を?減)")
_TONNES = regex(r"(?:t-|kg-|t|低|脱|・|、)$")
_ALUMINIUM_BEHIND = regex(
    r" ?(?:合金|系|製|材|箔|缶|サッシ|含有|濃度|元素|[-–]?[A-Z][a-z]?\b|[、,・/／](?:Mg|Fe|Cu|Zn|Si|Ti|Mn|Pb|Cd|As|Hg|Na|Ca|K)\b)"
)


def _is_code_or_element(text: PrintedText, match: re.Match[str], texts: PrintedTexts) -> bool:
    """Return whether what looks like CO2 is a code (C02), and what looks like AI is aluminium (Al)."""
    word, before, behind = match[0], text.narrow[: match.start()], text.narrow[match.end() :]
    if word == "Al":
        return bool(_ALUMINIUM_BEHIND.match(behind)) or bool(re.search(r"(?:Mg|Fe|Cu|Zn|Si|Ti|Mn)[、,・/／-]$", before))
    if not _CODE_OF_THREE.fullmatch(word):
        return False
    return word != "C02" or not (_GAS.match(behind) or _TONNES.search(before) or texts.latin["CO2"])


_ROMAN_ONE = "Ⅰ"


def _is_for_letter_i(word: str, meant: str, texts: PrintedTexts) -> bool:
    """Return whether a Roman numeral one stands for the letter I: ⅠCT; not in Ⅰ類, PhaseⅠ, ⅠT beside ⅡT."""
    others = (word.replace(_ROMAN_ONE, other) for other in "ⅡⅢ")
    return (
        meant in TERMS
        and (word[0] == _ROMAN_ONE or bool(texts.latin[meant]))
        and not any(o in texts.joined for o in others)
    )


_CIRCLED = regex("[①-⑳㉑-㉟㊱-㊿]")
_CIRCLED_DIGITS = regex("[①-⑨]{2}")
_ERA_BEFORE = regex(r"(?:(?P<era>令和|平成|昭和)|(?<![A-Za-z])[RHS]) ?$")
_DATE_BEFORE = regex(r"(?P<year>[0-9元]年度?[~～〜・、/]|[0-9元]年)$|(?P<month>[0-9]月)$")
_ERA_LENGTH = 8
_YEAR_BEHIND = regex(r" ?年度?(?!間|次|齢|代|金|収)")
_YEAR_OR_MONTH = regex(r"年度|年(?!間|次|齢|代|金|収|[0-9])|月(?!額|次|間|例)")
_DATE_BEHIND = regex(r"年度(?:末|まで|に|の|中)")
_PARTICLE_BEFORE = "はをにでが、。（("
"""Behind these a year may begin; behind a noun a circled digit numbers it: 指標①."""


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
    for text, match in all_texts_of(listed).finditer(_CIRCLED):
        span = _span_of_date(text.narrow, match.start())
        if span is None:
            continue
        words = text.words(*span)
        suggestion = _CIRCLED.sub(lambda circled: f"{numeric(circled[0]):.0f}", words)
        message = Bilingual(
            f"「{words}」の数字が丸数字です。「{suggestion}」と書いてください。",
            f"the number of 「{words}」 is a circled digit; write 「{suggestion}」.",
        )
        yield Found(text.place(*span), message, suggestion=suggestion)


def _span_of_date(text: str, at: int) -> tuple[int, int] | None:
    """Return the span of the year, month or day of which a circled digit is the number; None where it numbers a thing."""
    before, behind = text[max(0, at - _ERA_LENGTH) : at], at + 1
    if era := _ERA_BEFORE.search(before):
        behind += _CIRCLED_DIGITS.match(text, at) is not None
        year = _YEAR_BEHIND.match(text, behind)
        one_less = _before_circled(text)[text[at]]
        numbers_things = 0 <= one_less < at - len(era[0]) or not (era["era"] or year)
        return None if numbers_things else (at - len(era[0]), year.end() if year else behind)
    if len(_before_circled(text)) > 1:  # ① … ② … number things
        return None
    date = _DATE_BEFORE.search(before)
    if date and (text.startswith("日", behind) if date["month"] else _YEAR_OR_MONTH.match(text, behind)):
        return at, behind + 1
    if _DATE_BEHIND.match(text, behind) and before[-1:] in _PARTICLE_BEFORE and before and text[at] != "①":
        return at, behind + len("年度")
    return None


@lru_cache(maxsize=1)
def _before_circled(text: str) -> Mapping[str, int]:
    """Return the circled digits of a text, and where first the sign stands that is one less: for ③ the ②; -1: nowhere."""
    return {sign: text.find(chr(ord(sign) - 1)) for sign in set(_CIRCLED.findall(text))}

"""What programs leave in the cells of a list: error values, numbers of days, markup, codes of a font.

Source: of error values and words for no value those of ``words.marks``; ``_x000D_`` is ST_Xstring of Office Open XML (ISO/IEC
29500-1:2016, 22.9.2.19); ``(cid:12)`` is what pdfminer writes for a glyph without a letter; entities and tags are HTML's (WHATWG).
The patterns read narrow text (:func:`dxlist.text.widths.narrow`).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from html.entities import html5
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words.marks import ERROR_NAMES, is_left_by_program

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_WEEKDAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
_ENTITY = r"&amp;(?:[A-Za-z]{2,8}|#[0-9xXA-Fa-f]{1,7});|&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,6});|&nbsp(?![A-Za-z;])"
_LONG = "br|strong|span|div|font|table|tbody|thead|center|style|script|body|html|strike|ruby|small|label|input|section|wbr|img|sub|sup|pre|h[1-6]"
_SHORT = "p|b|i|u|s|a|em|li|ul|ol|dl|dt|dd|td|tr|th|rt|rp|rb|hr|big|del|ins|o:p|w:[a-z]+"
"""In capitals they are labels of people: ＜Ａ＞, ＜TR＞."""
_ATTRIBUTES = r"(?:\s[^<>]{0,200})? ?/?>"
_TAG = (
    rf"< ?/? ?(?:(?i:{_LONG})|{_SHORT}){_ATTRIBUTES}|</(?i:{_SHORT})>|<(?i:{_SHORT})\s[^<>]{{0,200}}=[^<>]{{0,200}}>"
    r"|<!--.{0,200}?-->|<!\[CDATA\[|\]\]>"
)

_ERROR_VALUE = Bilingual("表計算ソフトのエラー値", "an error value of a spreadsheet")
_TOO_NARROW = Bilingual("列の幅が足りないときの「#」", "the # of a column too narrow for its number")
_NO_VALUE = Bilingual("値がないことを表すプログラムの語", "the word of a program for no value")
SERIAL_DAY = Bilingual("日付の代わりの通し日数", "a number of days in place of a date")
CHANGED_TO_DATE = Bilingual("日付に変わった値", "a value that was changed to a date")
_EXPONENT = Bilingual("指数表記の数値", "a number in scientific notation")
TRUTH_VALUE = Bilingual("論理値", "a truth value")
_FORMULA = Bilingual("計算式", "a formula")
_MARKUP = Bilingual("HTMLの記号", "markup of a web page")
_ESCAPE = Bilingual(
    "改行などを表す記号（文字のまま残ったもの）", "an escape, as for a line end, that was left as letters"
)
_TEMPLATE = Bilingual("置き換わらなかった差し込みの指定", "a place of a template that was not filled")
READING = Bilingual("漢字の後ろに付いたふりがな", "the reading of the kanji before it, without brackets")
GARBLED = Bilingual("文字化け", "garbled: letters of another encoding")
LOST_LETTER = Bilingual("文字が失われた跡の記号", "a sign in place of a letter that was lost")
_TWICE = Bilingual("1字ずつ重なった文字（PDFの太字など）", "every letter twice, as of bold print in a PDF")
_GLYPH = Bilingual("文字に直せなかったPDFの字形番号", "the number of a glyph of a PDF")


class Leaving(NamedTuple):
    """Something that a program left in a cell."""

    start: int
    end: int
    kind: Bilingual


_names = "|".join(map(re.escape, ERROR_NAMES))
_ERRORS = rf"(?i:#(?:(?:{_names})[!?]|N/A(?![A-Za-z])|GETTING_DATA)|(?<![A-Za-z])(?:Err|エラー):[0-9]{{3}}(?![0-9]))"
_MIDNIGHT = r"[0-9]{4}[/-][0-9]{1,2}[/-][0-9]{1,2}[ T]?0{1,2}:00(?::00(?:\.0+)?)?(?:Z|[+-]0?9:?00)?"
_MEANT = r"(?![0-9:])(?! ?(?:から|より|まで|に|～|~|-|開始|時点|以降|以後|頃))"
"""Behind midnight: the hour is meant."""
_ANYWHERE: tuple[tuple[str, Bilingual], ...] = (
    (_ERRORS, _ERROR_VALUE),
    ("#{4,}", _TOO_NARROW),
    (rf"(?<![0-9]){_MIDNIGHT}{_MEANT}", CHANGED_TO_DATE),
    (r"(?<![0-9])(?:1900[/-]0?1[/-]0?0|1900年0?1月0日|明治33年0?1月0日|1899[/-]12[/-]3[01])(?![0-9])", CHANGED_TO_DATE),
    (
        rf"(?:{_WEEKDAYS}),? (?:(?:{_MONTHS}) [0-9]{{1,2}}|[0-9]{{1,2}} (?:{_MONTHS})),? (?:[0-9:]{{1,9}} |[A-Z]{{3,4}} ){{0,3}}[0-9]{{4}}",
        CHANGED_TO_DATE,
    ),
    (r"(?<![0-9A-Za-z.])[0-9](?:\.[0-9]+E[+-]|E\+)[0-9]{2,3}(?![0-9A-Za-z])", _EXPONENT),
    (rf"{_ENTITY}|{_TAG}", _MARKUP),
    (
        r"_x[0-9A-Fa-f]{4}_|(?<![A-Za-z0-9\\:])[\\¥](?:r[\\¥]n|[nrt](?![A-Za-z0-9])|u[0-9a-f]{4})|(?<=[A-Za-z0-9])\\r\\n",
        _ESCAPE,
    ),
    (r"\(cid:[0-9]+\)|(?:/(?:g[0-9]{1,5}|uni[0-9A-F]{4})){2,}", _GLYPH),
    (
        r"\{\{[^{}]{1,60}\}\}|\$\{[^{}]{1,60}\}|<%=?[^<>]{1,60}%>|«[^«»]{1,40}»|MERGEFIELD",
        _TEMPLATE,
    ),
    (r"(?i:\[object [A-Z][a-z]+\])|(?<![A-Za-z0-9])(?:NaN|undefined|null|NULL)(?=[ぁ-んァ-ヶ一-龠%‰])", _NO_VALUE),
)
_ALONE: tuple[tuple[str, Bilingual], ...] = (
    ("##", _TOO_NARROW),
    (
        rf"(?:[0-9]{{1,4}}-(?:{_MONTHS})|(?:{_MONTHS})-[0-9]{{1,4}}|[0-9]{{1,2}}-(?:{_MONTHS})-[0-9]{{2,4}})",
        CHANGED_TO_DATE,
    ),
    (
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?",
        CHANGED_TO_DATE,
    ),
    (r"0?0:00:00(?:\.0+)?", CHANGED_TO_DATE),
    (r"[+-]?[0-9](?:\.[0-9]+)?E[+-][0-9]{1,3}", _EXPONENT),
    ("TRUE|FALSE", TRUTH_VALUE),
    (r"=(?:[A-Z][A-Z.]+\(.*\)|(?:'[^']{1,40}'!|[^'!= ]{1,40}!)?\$?[A-Z]{1,3}\$?[0-9]+(?:[-+*/&:].*)?)", _FORMULA),
)
_DAY = regex(
    "(?:1[0-2]|0?[1-9])月(?:3[01]|[12][0-9]|0?[1-9])日|(?:19|20)[0-9]{2}[/-](?:1[0-2]|0?[1-9])[/-](?:3[01]|[12][0-9]|0?[1-9])"
)
_DAYS = regex("4[0-9]{4}")
"""Days since 1900: 2009 to 2036."""
_PEOPLES_WORDS = frozenset({"na", "n/a"})
"""People write these as well."""
_NO_LETTER = regex("[#:!?]")
_FIRST = regex(
    r"[#&<_\\¥{«\[]|\(cid:|[0-9]{4}[/年-]|明治33|Err:|エラー:|E[+-][0-9]|/g[0-9]|/uni|\]\]>|NaN|undefined|null|NULL|MERGEFIELD|[A-Z][a-z]{2},? "
)
"""Every cell is asked."""
_DOUBLED = regex(r"(?:([ぁ-んァ-ヴー一-龠々A-Za-z0-9()・])\1{1,3}){3,}")
_JAPANESE = regex("[ぁ-んァ-ヴ一-龠]")
_FEWEST_DOUBLED = 3
"""Letters that differ: 三三五五 is a word, いろいろ is no pair of letters."""


def _pattern(kinds: tuple[tuple[str, Bilingual], ...]) -> re.Pattern[str]:
    return regex("|".join(f"(?P<k{at}>{pattern})" for at, (pattern, _) in enumerate(kinds)))


_ANY, _WHOLE = _pattern(_ANYWHERE), _pattern(_ALONE)


def find_leavings(plain: str) -> Iterator[Leaving]:
    """Yield what a program left in a text (narrow), in order.

    >>> [(left.start, left.end, left.kind.en) for left in find_leavings("満足度<br>#REF!")]
    [(3, 7, 'markup of a web page'), (7, 12, 'an error value of a spreadsheet')]
    """
    text = plain.strip()
    start = len(plain) - len(plain.lstrip())
    if whole := _WHOLE.fullmatch(text):
        yield Leaving(start, start + whole.end(), _ALONE[_at(whole)][1])
    elif is_left_by_program(text) and fold(text) not in _PEOPLES_WORDS:
        kind = _TOO_NARROW if text.strip("#") == "" else _ERROR_VALUE if _NO_LETTER.search(text) else _NO_VALUE
        yield Leaving(start, start + len(text), kind)
    elif _FIRST.search(plain):
        for match in _ANY.finditer(plain):
            if (
                not match[0].startswith("&")
                or match[0].startswith(("&amp;", "&nbsp"))
                or match[0][1:] in html5
                or match[0][1] == "#"
            ):
                yield Leaving(*match.span(), _ANYWHERE[_at(match)][1])


def find_doubled(plain: str) -> Iterator[Leaving]:
    """Yield stretches of a text (narrow) in which every letter stands twice, as a PDF gives what it prints bold by printing it twice.

    >>> [(left.start, left.end) for left in find_doubled("デデジジタタルル化化の推進、三三五五、いろいろ")]
    [(0, 10)]
    """
    for match in _DOUBLED.finditer(plain):
        if len(set(_JAPANESE.findall(match[0]))) >= _FEWEST_DOUBLED:
            yield Leaving(*match.span(), _TWICE)


def _at(match: re.Match[str]) -> int:
    return int((match.lastgroup or "k0")[1:])


_SHOWN = {
    "&gt;": ">", "&lt;": "<", "&ge;": "≥", "&le;": "≤", "&amp;": "&", "&yen;": "円", "&times;": "×", "&middot;": "・", "&hellip;": "…",
}  # fmt: skip
_NEW_LINE = regex(r"< ?/? ?(?:br|p|li|tr|td|div)\b|_x000[AD]_|[\\¥][nr]", re.IGNORECASE)


def as_shown(left: Leaving, plain: str) -> str:
    r"""Return what a reader of the page would see in place of markup, in as many letters; other leavings stay.

    >>> [as_shown(left, text) for text in ("&gt;", "<br>", "#N/A") for left in find_leavings(text)]
    ['   >', '\n   ', '#N/A']
    """
    words = plain[left.start : left.end]
    if left.kind not in {_MARKUP, _ESCAPE}:
        return words
    return (
        ("\n" if _NEW_LINE.match(words) else "").ljust(len(words))
        if words not in _SHOWN
        else _SHOWN[words].rjust(len(words))
    )


class _Lost(NamedTuple):
    """A question mark that a program wrote for a letter that its encoding lacks."""

    start: int
    end: int
    is_sure: bool
    """Nobody asks there: several marks, or one between digits."""


_LOST = regex(r"\?{3,}|(?<=[0-9０-９])\?(?=[0-9０-９第])|〓+")
_PERHAPS_LOST = regex(r"(?<=[0-9０-９一-龠ァ-ヶ]) ?\? ?(?=[0-9０-９一-龠ァ-ヶ])|(?<=[0-9０-９月日年])\?(?=[)）])")


def find_lost(text: str) -> Iterator[_Lost]:
    """Yield the signs that stand for lost letters in a text as it is printed: 1?5 for 1～5.

    A full-width ？ is a question mark, and so is a half-width one behind kana; addresses of pages hold them too.

    >>> [one.is_sure for one in find_lost("要介護1?5、第一?第四係、何ができるか?")]
    [True, False]
    """
    if "?" not in text and "〓" not in text:
        return
    if "://" not in text:
        sure = [_Lost(*match.span(), is_sure=True) for match in _LOST.finditer(text)]
        yield from sure
        known = {one.start for one in sure}
        for match in _PERHAPS_LOST.finditer(text):
            if match.start() not in known:
                yield _Lost(*match.span(), is_sure=False)


def is_day(plain: str) -> bool:
    """Return whether a text is nothing but a day, as a spreadsheet makes one of 1-1 or 1-1-1: 1月1日, 2001/1/1."""
    return _DAY.fullmatch(plain.strip()) is not None


def is_serial_day(plain: str) -> bool:
    """Return whether a text is nothing but a number that a spreadsheet counts days with since 1900: 44651 is 2022-03-31."""
    return _DAYS.fullmatch(plain.strip()) is not None


def date_of_serial(plain: str) -> date:
    """Return the day of such a number.

    >>> date_of_serial("44651").isoformat()
    '2022-03-31'
    """
    return date(1899, 12, 30) + timedelta(days=int(plain))

"""What programs leave in the cells of a list: error values, numbers of days, markup, codes of a font.

Source: of error values and words for no value those of ``words.marks``; ``_x000D_`` is ST_Xstring of Office Open XML (ISO/IEC
29500-1:2016, 22.9.2.19); ``(cid:12)`` is what pdfminer writes for a glyph without a letter; entities and tags are HTML's (WHATWG).
The patterns read narrow text (:func:`dxlist.text.widths.narrow`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.words.marks import ERROR_NAMES, is_left_by_program

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_ENTITY = (
    r"&(?:nbsp|amp|lt|gt|quot|apos|yen|middot|hellip|times|ge|le|ensp|emsp|thinsp|#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5});"
)
_TAG = r"</?(?:br|p|b|i|u|s|em|strong|span|div|font|a|li|ul|ol|td|tr|th|table|sup|sub|img|hr)(?: [^<>]{0,200})?/?>"

_ERROR_VALUE = Bilingual("表計算ソフトのエラー値", "an error value of a spreadsheet")
_TOO_NARROW = Bilingual("列の幅が足りないときの「#」", "the # of a column too narrow for its number")
_NO_VALUE = Bilingual("値がないことを表すプログラムの語", "the word of a program for no value")
SERIAL_DAY = Bilingual("日付の代わりの通し日数", "a number of days in place of a date")
CHANGED_TO_DATE = Bilingual("日付に変わった値", "a value that was changed to a date")
_EXPONENT = Bilingual("指数表記の数値", "a number in scientific notation")
TRUTH_VALUE = Bilingual("論理値", "a truth value")
_FORMULA = Bilingual("計算式", "a formula")
_MARKUP = Bilingual("HTMLの記号", "markup of a web page")
_ESCAPE = Bilingual("ファイル形式の制御文字の表記", "an escape of a file format")
_GLYPH = Bilingual("文字に直せなかったPDFの字形番号", "the number of a glyph of a PDF")


class Leaving(NamedTuple):
    """Something that a program left in a cell."""

    start: int
    end: int
    kind: Bilingual


_names = "|".join(map(re.escape, ERROR_NAMES))
_ERRORS = rf"(?i:#(?:(?:{_names})[!?]|N/A(?![A-Za-z])|GETTING_DATA)|(?<![A-Za-z])(?:Err|エラー):[0-9]{{3}}(?![0-9]))"
_ANYWHERE: tuple[tuple[str, Bilingual], ...] = (
    (_ERRORS, _ERROR_VALUE),
    ("#{4,}", _TOO_NARROW),
    (r"(?<![0-9])[0-9]{4}[/-][0-9]{1,2}[/-][0-9]{1,2} ?T?0{1,2}:00(?::00(?:\.0+)?)?Z?(?![0-9:])", CHANGED_TO_DATE),
    (rf"{_ENTITY}|{_TAG}", _MARKUP),
    ("_x[0-9A-Fa-f]{4}_", _ESCAPE),
    (r"\(cid:[0-9]+\)", _GLYPH),
)
_ALONE: tuple[tuple[str, Bilingual], ...] = (
    ("##", _TOO_NARROW),
    (
        rf"(?:[0-9]{{1,4}}-(?:{_MONTHS})|(?:{_MONTHS})-[0-9]{{1,4}}|[0-9]{{1,2}}-(?:{_MONTHS})-[0-9]{{2,4}})",
        CHANGED_TO_DATE,
    ),
    (r"[+-]?[0-9](?:\.[0-9]+)?E[+-][0-9]{1,3}", _EXPONENT),
    ("TRUE|FALSE", TRUTH_VALUE),
    (r"=(?:[A-Z][A-Z.]+\(.*\)|\$?[A-Z]{1,3}\$?[0-9]+(?:[-+*/].*)?)", _FORMULA),
)
_MONTH_AND_DAY = re.compile("(?:1[0-2]|0?[1-9])月(?:3[01]|[12][0-9]|0?[1-9])日")
_DAYS = re.compile("4[0-9]{4}")
"""Days since 1900: 2009 to 2036."""
_PEOPLES_WORDS = frozenset({"na", "n/a"})
"""People write these as well."""
_NO_LETTER = re.compile("[#:!?]")
_FIRST = re.compile(r"[#&<_(]|[0-9]{4}[/-]|Err:")


def _pattern(kinds: tuple[tuple[str, Bilingual], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<k{at}>{pattern})" for at, (pattern, _) in enumerate(kinds)))


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
            yield Leaving(*match.span(), _ANYWHERE[_at(match)][1])


def _at(match: re.Match[str]) -> int:
    return int((match.lastgroup or "k0")[1:])


_SHOWN = {
    "&gt;": ">", "&lt;": "<", "&ge;": "≥", "&le;": "≤", "&amp;": "&", "&yen;": "円", "&times;": "×", "&middot;": "・", "&hellip;": "…",
}  # fmt: skip
_NEW_LINE = re.compile(r"</?(?:br|p|li|tr|td|div)\b|_x000[AD]_", re.IGNORECASE)


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


def is_month_and_day(plain: str) -> bool:
    """Return whether a text is nothing but a day without a year, as a spreadsheet makes one of 1-1: 1月1日."""
    return _MONTH_AND_DAY.fullmatch(plain.strip()) is not None


def is_serial_day(plain: str) -> bool:
    """Return whether a text is nothing but a number that a spreadsheet counts days with since 1900: 44651 is 2022-03-31."""
    return _DAYS.fullmatch(plain.strip()) is not None

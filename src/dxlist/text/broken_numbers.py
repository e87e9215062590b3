"""``broken_numbers``: a text -> the numbers in it that a blank, or another mark for a comma, breaks into two.

``8,5 00人`` and ``8, 500人`` are 8,500; ``8 500人`` is, where nothing else speaks for two numbers.  ``8、500人`` may be
two, so nobody says which.  Dates and times, years, telephone numbers and codes are no broken numbers.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.regex import regex
from dxlist.text.spans import Span
from dxlist.text.unseen import BREAK_CLASS
from dxlist.text.widths import narrow

if TYPE_CHECKING:
    import re

_NARROW_BLANK = "\xa0\u2007-\u200a\u202f"
"""Blanks that nobody types between two numbers: they do not break, or are thin, as between groups of three digits."""
_BLANK = f" \u2000-\u2006\u205f\u3000\n{_NARROW_BLANK}{BREAK_CLASS}"
_MAYBE = regex(rf"[0-9０-９](?:[,，.．]?[{_BLANK}][,，.．]?[0-9０-９]|[、､][0-9０-９]{{3}})")
_CANDIDATE = regex(rf"(?<![0-9])[0-9]+(?:[,.、､][{_BLANK}]?[0-9]+|[{_BLANK}][,.]?[0-9]+)+")
_ANY_BLANK = regex(f"[{_BLANK}]")
_ALL_NARROW = regex(f"[0-9{_NARROW_BLANK}]+")
_BREAKS = regex(f"[{BREAK_CLASS}]")

_GROUPED = regex(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|(?:0|[1-9][0-9]*)\.[0-9]+")
_WHOLE = regex(rf"{_GROUPED.pattern}|0|[1-9][0-9]*")
_PARTED_BY_BLANKS = regex(rf"[1-9][0-9]{{0,2}}(?:[{_BLANK}][0-9]{{3}})+")
_PARTED_BY_COMMAS = regex(r"[1-9][0-9]{0,2}(?:[、､][0-9]{3})+")
_HALF_OF_ZEROS = regex(rf"[1-9][0-9]*(?:[{_BLANK}]0[0-9]+|[{BREAK_CLASS}]0)")

_BEHIND_CODE = regex(r"(?:[A-Za-z/.#№第〒]|令和|平成|昭和|大正|明治|西暦|電話|内線|番号|コード)[ \xa0\u3000]*$")
"""Behind it stands a year, a code, a telephone number."""
_BEHIND_DATE = regex(r"[:：年月日時分秒\-－][ \xa0\u3000]*$")
_BEFORE_DATE = regex(r"[ \xa0\u3000]*(?:[/:：#\-－]|[年月日時分秒号番]|か月|[0-9])")
_BEHIND_VALUE = regex(r"(?:[をはがにでともへや約、。:：=＝→⇒(（「>＞<＜≧≦≥≤▲△+＋]|延べ|以上|累計|合計)$")
"""Behind it a number stands for itself; behind the noun that it counts it may be its number (目標1 500人)."""
_LONGEST_BEFORE = 40
"""Characters before a number that say what it is, with blanks between."""
_LONGEST_NUMBER = 100
"""Digits, marks and blanks of one number; a longer run is a row of several."""
_BEGINNING = regex(r"(?:^|\s)$")
_RANGE = regex(r"[~～〜]")
_UNIT = regex(r"[ \xa0\u3000]?[^\s0-9,.、､。~～〜/:：]")


class BrokenNumber(NamedTuple):
    """A number that is broken."""

    span: Span
    """From its first digit to behind its last one."""
    blanks: tuple[Span, ...]
    """What breaks it; empty where a mark stands for a comma."""
    is_one: bool
    """Whether it can only be one number: without the blanks it is grouped by threes, and its halves are no numbers."""


@lru_cache(maxsize=1024)
def broken_numbers(text: str) -> tuple[BrokenNumber, ...]:
    """Return the broken numbers of a text, from left to right; what is read from within one of them is in doubt.

    >>> text = "8,5 00人、8 ,500人、8、500人"
    >>> [(one.span.of(text), one.is_one) for one in broken_numbers(text)]
    [('8,5 00', True), ('8 ,500', True), ('8、500', False)]
    >>> [broken_numbers(text) for text in ("2022/1/1 0:00", "024 521 1111", "1 2 3", "令和 8")]
    [(), (), (), ()]
    """
    if _MAYBE.search(text) is None:
        return ()
    plain = _narrow(text)
    found = (_read(plain, Span(*match.span())) for match in _CANDIDATE.finditer(plain))
    return tuple(one for one in found if one)


def broken_number(text: str, start: int, end: int) -> BrokenNumber | None:
    """Return the broken number that a span of the text lies in or touches; None where it is whole.

    Whoever reads a value asks this: where there is an answer, what stands in the span is half a number and no value.

    >>> broken_number("宿泊者数を8、500人とする。", 7, 10).is_one, broken_number("8、50人", 2, 4)
    (False, None)
    """
    return next((one for one in broken_numbers(text) if one.span.start < end and start < one.span.end), None)


def _narrow(text: str) -> str:
    """Return the text with digits and signs half-width, position for position, and its blanks as they are."""
    return "".join(own if own.isspace() else half for own, half in zip(text, narrow(text), strict=True))


def _read(text: str, span: Span) -> BrokenNumber | None:
    number = span.of(text)
    if len(number) > _LONGEST_NUMBER:
        return None
    blanks = tuple(Span(span.start + at.start(), span.start + at.end()) for at in _ANY_BLANK.finditer(number))
    if "、" in number or "､" in number:
        is_one = False if _PARTED_BY_COMMAS.fullmatch(number) and not _is_code(text, span) else None
    elif not blanks:
        is_one = None
    elif "," in number or "." in number:
        is_one = _is_one_with_commas(text, span, blanks)
    else:
        is_one = None if _is_code(text, span) or _is_date(text, span) else _is_one_by_blanks(text, span)
    return None if is_one is None else BrokenNumber(span, blanks, is_one)


def _is_code(text: str, span: Span) -> bool:
    return _stands_before(_BEHIND_CODE, text, span)


def _stands_before(pattern: re.Pattern[str], text: str, span: Span) -> bool:
    return pattern.search(text, max(0, span.start - _LONGEST_BEFORE), span.start) is not None


def _is_date(text: str, span: Span) -> bool:
    """Return whether one of the two halves belongs to a date or a time: 2022/1/1 0:00, 4月1日 500人."""
    return _stands_before(_BEHIND_DATE, text, span) or _BEFORE_DATE.match(text, span.end) is not None


def _is_one_with_commas(text: str, span: Span, blanks: tuple[Span, ...]) -> bool | None:
    """Return whether a number with commas or a point is surely one; None: it is two."""
    if not _GROUPED.fullmatch(_ANY_BLANK.sub("", span.of(text))):
        return None
    answers = [_is_within(text, span, blank) for blank in blanks]
    behind_commas = sum(text[blank.start - 1] == "," for blank in blanks)
    return None if None in answers else all(answers) and behind_commas <= 1


def _is_within(text: str, span: Span, blank: Span) -> bool | None:
    """Return whether a blank is surely within a number: 8 ,500 and 8,5 00, and 8, 500 where 8 is no list's first."""
    left, right = text[span.start : blank.start], text[blank.end : span.end]
    if right[0] in ",.":
        return True
    if left[-1] == ",":
        return None if _is_code(text, span) else "," not in left[:-1]
    if left[-1] == ".":  # the number of a paragraph, or a point
        return None if _is_code(text, span) or _stands_before(_BEGINNING, text, span) else _is_value(text, span)
    if not _WHOLE.fullmatch(left) or not _WHOLE.fullmatch(right):
        return True
    return False if _is_value(text, span) else None


def _is_value(text: str, span: Span) -> bool:
    return _stands_before(_BEHIND_VALUE, text, span)


def _is_one_by_blanks(text: str, span: Span) -> bool | None:
    """Return whether digits that blanks alone part are surely one number; None: they are several."""
    number = span.of(text)
    if _HALF_OF_ZEROS.fullmatch(number):  # 6 and 00 % are no two numbers
        return _UNIT.match(text, span.end) is not None or _PARTED_BY_BLANKS.fullmatch(number) is not None
    if _BREAKS.search(number):
        return False
    if not _PARTED_BY_BLANKS.fullmatch(number) or "\n" in number:
        return None
    if _RANGE.match(text, span.end) or _RANGE.match(text, span.start - 1) or "\u3000" in number:
        return False
    if _ALL_NARROW.fullmatch(number):
        return _is_value(text, span) or _stands_before(_BEGINNING, text, span)
    return _is_value(text, span) and number.count(" ") == 1

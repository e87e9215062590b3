"""``read_number``: 11万, 1億3,000万, 二十五, 61.0, 6割 -> the exact decimal and where the numeral ends."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import NamedTuple

from dxlist.text.regex import regex
from dxlist.words.numbers import (
    ARABIC,
    KANJI_DIGITS,
    LARGE_MAGNITUDES,
    SMALL_MAGNITUDES,
    TENTHS,
    THOUSANDS_MARKS,
    ZERO,
    ZERO_LED,
)

_MAGNITUDES = "".join((*SMALL_MAGNITUDES, *LARGE_MAGNITUDES))
NO_MARKS = str.maketrans("", "", THOUSANDS_MARKS)
_PRECISION = 64
"""Digits kept; an amount has at most 15 before its magnitudes."""


class Number(NamedTuple):
    """A numeral and its value."""

    value: Decimal
    end: int
    in_kanji: bool
    """It begins with a kanji numeral, which may be a part of a word."""
    in_tenths: bool = False
    """It is a share in 割; the value is in percent."""


_NO_LARGE = 99
_FURTHER_GROUP = regex(" [0-9][0-9,]* ?[万億]")
"""Behind 億 and a blank: 1億 2,000万円."""


@dataclass(slots=True)
class _Sum:
    total: Decimal = Decimal(0)
    group: Decimal = Decimal(0)
    digits: Decimal | None = None
    last_large: int = _NO_LARGE
    last_small: int = 99

    def close_small(self, power: int) -> None:
        self.group += scaled(Decimal(1) if self.digits is None else self.digits, power)
        self.digits, self.last_small = None, power

    def close_large(self, power: int) -> None:
        self.total += scaled(self.group + (self.digits or 0), power)
        self.group, self.digits, self.last_large, self.last_small = Decimal(0), None, power, 99

    def value(self) -> Decimal:
        rest = self.group + self.digits if self.group and self.digits is not None else self.digits
        rest = self.group if rest is None else rest
        return self.total + rest if self.total else rest


def read_number(text: str, at: int) -> Number | None:
    """Read the numeral that begins at a position of narrow text, or None; one that begins with 0 and goes on is none.

    >>> read_number("1億3,000万円", 0).value, read_number("十二回", 0).value, read_number("6割5分", 0).value
    (Decimal('130000000'), Decimal('12'), Decimal('65'))
    """
    if plain := _PLAIN.match(text, at):
        return Number(Decimal(plain[0]), plain.end(), in_kanji=False)
    if ZERO.match(text, at):
        return Number(Decimal(0), at + 2, in_kanji=False)
    if ZERO_LED.match(text, at):
        return None
    with localcontext(prec=_PRECISION):
        return _with_tenths(text, _summed(text, at), in_kanji=text[at : at + 1] not in "0123456789")


_PLAIN = regex(rf"(?:0|[1-9][0-9]{{0,8}})(?![0-9.{THOUSANDS_MARKS}{_MAGNITUDES}割 ])")
"""Digits that no mark, magnitude or blank follows: most numbers are read without more."""


def decimal_text(value: Decimal) -> str:
    """Return a decimal in the written precision, without an exponent: 61.0, 110000."""
    return format(value, "f")


def counted_in(power: int, value: Decimal) -> str:
    """Return the text of a number that counts in a power of ten: 4,420 in thousands is 4420000."""
    return decimal_text(scaled(value, power) if power else value)


def unit_power(unit: str) -> tuple[int, str]:
    """Part a unit into the power of ten that it is counted in and what it counts.

    >>> [unit_power(unit) for unit in ("千人", "百万円", "人", "千")]
    [(3, '人'), (6, '円'), (0, '人'), (0, '千')]
    """
    magnitudes = len(unit) - len(unit.lstrip(_MAGNITUDES))
    number = read_number(f"1{unit[:magnitudes]}", 0) if 0 < magnitudes < len(unit) else None
    return (number.value.adjusted(), unit[magnitudes:]) if number and number.end > magnitudes else (0, unit)


def _summed(text: str, start: int) -> tuple[Decimal, int] | None:
    parts, at = _Sum(), start
    while step := _next(text, at, parts):
        at = step
    return (parts.value(), at) if at > start else None


def _next(text: str, at: int, parts: _Sum) -> int | None:
    """Take one token of a numeral; magnitudes go down, as in 1億3,000万."""
    if parts.last_large < _NO_LARGE and parts.digits is None and _FURTHER_GROUP.match(text, at):
        at += 1
    letter = text[at : at + 1]
    if parts.digits is None and (arabic := ARABIC.match(text, at)):
        parts.digits = Decimal(arabic[0].translate(NO_MARKS))
        return arabic.end()
    if parts.digits is None and letter in KANJI_DIGITS:
        return _kanji_digits(text, at, parts)
    at_magnitude = at + 1 if letter == " " and parts.digits is not None else at
    return _magnitude(text, at_magnitude, parts)


def _kanji_digits(text: str, at: int, parts: _Sum) -> int:
    end = at
    while end < len(text) and text[end] in KANJI_DIGITS and end - at < ARABIC_LIMIT:
        end += 1
    parts.digits = Decimal("".join(str(KANJI_DIGITS[letter]) for letter in text[at:end]))
    return end


ARABIC_LIMIT = 15


def _magnitude(text: str, at: int, parts: _Sum) -> int | None:
    letter = text[at : at + 1]
    small, large = SMALL_MAGNITUDES.get(letter), LARGE_MAGNITUDES.get(letter)
    if small is not None and small < parts.last_small:
        parts.close_small(small)
        return at + 1
    begun = parts.digits is not None or parts.group
    if large is not None and large < parts.last_large and begun:
        parts.close_large(large)
        return at + 1
    return None


def _with_tenths(text: str, found: tuple[Decimal, int] | None, *, in_kanji: bool) -> Number | None:
    """Return the number with 割 read as tenths: 6割 is 60, in percent, the unit in which shares are compared."""
    if found is None:
        return None
    value, end = found
    if not (tenths := TENTHS.match(text, end)):
        return Number(value, end, in_kanji)
    return Number(scaled(value, 1) + int(tenths[1] or 0), tenths.end(), in_kanji, in_tenths=True)


def scaled(value: Decimal, power: int) -> Decimal:
    """Multiply by a power of ten and keep no more decimals than were written: 1.5万 is 15000, not 15000.0."""
    return Decimal(format(value.scaleb(power), "f"))

"""Codes of fields and items at the head of a text, and how much of the text they take.

``read_item("3(1) ア 小学校における…")`` gives the code 3(1)ア and leaves the title; ``read_field("第4-1 市町村支援")``
gives 第4-1.  A code is written canonically: half-width, without blanks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dxlist.words import codes as form

if TYPE_CHECKING:
    import re

_BLANKS = " "
_FIELD_FORMS = (form.DAI, form.COMPOUND, form.LABELLED, form.BRACKETED, form.CIRCLED, form.SIMPLE, form.GLUED)
_ITEM_FORMS = (form.COMPOUND, form.DAI, form.LABELLED, form.BRACKETED, form.CIRCLED, form.SIMPLE)


@dataclass(frozen=True, slots=True)
class Code:
    """The codes at the head of a text."""

    codes: tuple[str, ...]
    plan_only: bool
    length: int
    """Characters of the text that the codes and the blanks behind them take."""


@lru_cache(maxsize=4096)
def read_field(text: str) -> Code:
    """Read the code of a policy field.

    >>> read_field("第4-1 市町村支援・連携")
    Code(codes=('第4-1',), plan_only=False, length=5)
    """
    narrow = form.narrow(text)
    match = _first_match(_FIELD_FORMS, narrow, 0)
    if match is None:
        return Code((), plan_only=False, length=0)
    return Code((_canonical(match[0]),), plan_only=False, length=_skip_blanks(narrow, match.end()))


@lru_cache(maxsize=4096)
def read_item(text: str) -> Code:
    """Read the codes of an item; one cell may hold several, and 計画 may stand in place of a code.

    >>> read_item("3(1) ア 3(1) イ ウ エ 小学校").codes
    ('3(1)ア', '3(1)イ', '3(1)ウ', '3(1)エ')
    >>> read_item("2(3) オープンデータの充実").codes
    ('2(3)',)
    >>> read_item("計画 国民保護").plan_only
    True
    """
    narrow = form.narrow(text)
    if plan := form.PLAN.match(narrow, _skip_blanks(narrow, 0)):
        return Code((), plan_only=True, length=_skip_blanks(narrow, plan.end()))
    codes, end = list[str](), 0
    while found := _next_code(narrow, end, codes):
        code, end = found
        codes.append(code)
    return Code(tuple(codes), plan_only=False, length=_skip_blanks(narrow, end))


def _next_code(text: str, start: int, before: list[str]) -> tuple[str, int] | None:
    """Return the next code and its end; bare kana and brackets behind a code continue it."""
    if before and (kana := form.SUB_KANA.match(text, start)):
        return before[-1].rstrip(form.KANA) + kana[1], kana.end()
    if before and (bracket := form.SUB_BRACKET.match(text, start)):
        return before[-1].partition("(")[0] + _canonical(bracket[1]), bracket.end()
    at = _skip_blanks(text, start, " 、,・" if before else _BLANKS)
    forms = (form.COMPOUND,) if before else _ITEM_FORMS
    match = _first_match(forms, text, at)
    return (_canonical(match[0]), match.end()) if match else None


def _first_match(forms: tuple[re.Pattern[str], ...], text: str, at: int) -> re.Match[str] | None:
    if text[at : at + 1] not in form.STARTS:
        return None
    return next(filter(None, (pattern.match(text, at) for pattern in forms)), None)


def _canonical(code: str) -> str:
    return code.replace(" ", "").rstrip(".:、")


def _skip_blanks(text: str, at: int, blanks: str = _BLANKS) -> int:
    while at < len(text) and text[at] in blanks:
        at += 1
    return at

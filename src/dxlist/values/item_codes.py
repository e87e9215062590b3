"""Codes of fields and items at the head of a text, and how much of the text they take.

``read_item("3(1) ア 小学校における…")`` gives the code 3(1)ア and leaves the title; ``read_field("第4-1 市町村支援")``
gives 第4-1.  A code is written canonically: half-width, without blanks.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.words import codes as form
from dxlist.words.numbers import small_number

if TYPE_CHECKING:
    from collections.abc import Callable

_BLANKS = " "
_STARTS = form.STARTS | form.RARE_STARTS
_LONE_FORMS = (form.LABELLED, form.BRACKETED, form.CIRCLED, form.SIMPLE)
_FIELD_FORMS = (*form.RARE, form.DAI, form.COMPOUND, *_LONE_FORMS, form.GLUED)
_ITEM_FORMS = (*form.RARE, form.COMPOUND, form.DAI, *_LONE_FORMS)


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
    plain = narrow(text)
    match = _first_match(_FIELD_FORMS, plain, 0)
    if match is None:
        return Code((), plan_only=False, length=0)
    return Code((_canonical(match[0]),), plan_only=False, length=_skip_blanks(plain, match.end()))


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
    plain = narrow(text)
    if plan := form.PLAN.match(plain, _skip_blanks(plain, 0)):
        return Code((), plan_only=True, length=_skip_blanks(plain, plan.end()))
    codes, end = list[str](), 0
    while found := _next_code(plain, end, codes):
        code, end = found
        codes.append(code)
    return Code(tuple(codes), plan_only=False, length=_skip_blanks(plain, end))


def _next_code(text: str, start: int, before: list[str]) -> tuple[str, int] | None:
    """Return the next code and its end; bare kana and brackets behind a code continue it."""
    if before and (kana := form.SUB_KANA.match(text, start)):
        return before[-1].rstrip(form.KANA) + kana[1], kana.end()
    if before and (bracket := form.SUB_BRACKET.match(text, start)):
        return before[-1].partition("(")[0] + _canonical(bracket[1]), bracket.end()
    if before and before[-1][-1] in form.KANA and (kana := form.JOINED.match(text, start)):
        return before[-1].rstrip(form.KANA) + kana[1], kana.end()
    at = _skip_blanks(text, start, " 、,・" if before else _BLANKS)
    forms = (form.COMPOUND,) if before else _ITEM_FORMS
    match = _first_match(forms, text, at)
    return (_canonical(match[0]), match.end()) if match else None


def _first_match(forms: tuple[re.Pattern[str], ...], text: str, at: int) -> re.Match[str] | None:
    if text[at : at + 1] not in _STARTS:
        return None
    return next(filter(None, (pattern.match(text, at) for pattern in forms)), None)


def _canonical(code: str) -> str:
    bare = code.replace(" ", "").rstrip(".．:、")
    return bare if "(" in bare else bare.rstrip(")")


def _skip_blanks(text: str, at: int, blanks: str = _BLANKS) -> int:
    while at < len(text) and text[at] in blanks:
        at += 1
    return at


Key = tuple[int, tuple[tuple[int, int], ...], str]
"""0 for a code and 1 for what is none, then script and number of each step, then the code itself."""


@lru_cache(maxsize=4096)
def sort_key(code: str) -> Key:
    """Return a key that puts codes in the order of a document; what is no code comes last.

    The steps of a code count as numbers, whatever stands between them; another script (Ⅰ, 1, 第1, 施策1, (1), ①, ア) is
    another run of numbers.  3 stands before 3(1), and 計画 behind all codes.

    >>> sorted(["3(2)", "(10)", "3(1)イ", "第4-1", "(9)", "Ⅹ", "3(1)ア", "計画", "第3", "Ⅸ"], key=sort_key)
    ['Ⅸ', 'Ⅹ', '3(1)ア', '3(1)イ', '3(2)', '第3', '第4-1', '(9)', '(10)', '計画']
    """
    plain = narrow(code).replace(" ", "")
    steps = _steps(plain)
    known = bool(steps) and not plain[steps[-1].end() :].strip("章節編.．:、)]】")
    return (0, tuple(map(_ranked, steps)), code) if known else (1, (), code)


def steps_of(code: str) -> tuple[int, ...]:
    """Return the numbers of the steps of a code, without its label; nothing for what is no code.

    >>> steps_of("3(1)ア"), steps_of("第4-1"), steps_of("施策2"), steps_of("計画")
    ((3, 1, 0), (4, 1), (2,), ())
    """
    label = _SCRIPTS.index("label")
    return tuple(number for script, number in sort_key(code)[1] if script != label)


_SCRIPTS = ("roman", "capital", "number", "ordinal", "label", "lead", "sign", "kana", "small_roman", "small")
"""In the order of a document where two stand side by side; a lead is a bracket at the head: (1)."""
_STEP = regex(
    rf"(?P<label>{'|'.join(form.LABELS)}|DX|No\.?|№)(?=[0-9Ⅰ-ⅫIVXA-H①-⑳-])"
    r"|[-.・,、の]?(?:第(?P<ordinal>[0-9]{1,4}|[一二三四五六七八九十]{1,3})|[(\[【]?"
    r"(?:(?P<number>[0-9]{1,4})|(?P<roman>[Ⅰ-Ⅻ]|[IVX]{1,5}(?![A-Z]))|(?P<small_roman>[ⅰ-ⅻ]|[ivx]{1,5}(?![a-z]))"
    r"|(?P<capital>[A-Z](?![A-Za-z]))|(?P<small>[a-z](?![a-z]))|(?P<sign>[①-⒇㉑-㉟❶-❿])|(?P<kana>[ァ-ン]))[)\]】章節編]?)"
)


def _steps(plain: str) -> list[re.Match[str]]:
    """Return the steps at the head of a code, as far as they follow each other."""
    found, end = list[re.Match[str]](), 0
    while match := _STEP.match(plain, end):
        found.append(match)
        end = match.end()
    return found


def _ranked(match: re.Match[str]) -> tuple[int, int]:
    """Return the rank of a step's script, and its number."""
    script = match.lastgroup or "number"
    number = _VALUES[script](match[script])
    lead = match.start() == 0 and match[0][0] in "([【"
    return _SCRIPTS.index("lead" if lead and script == "number" else script), number


def _roman(text: str) -> int:
    """Return the number of Ⅸ, ⅸ, IX or ix."""
    values = ["IVX".index(letter) for letter in unicodedata.normalize("NFKC", text).upper()]
    worth = [(1, 5, 10)[value] for value in values]
    return sum(-now if now < then else now for now, then in zip(worth, [*worth[1:], 0], strict=True))


_VALUES: dict[str, Callable[[str], int]] = {
    "roman": _roman, "small_roman": _roman, "number": int, "capital": ord, "small": ord, "kana": form.GOJUON.find,
    "ordinal": lambda text: small_number(text) or 0, "sign": lambda sign: int(unicodedata.numeric(sign)),
    "label": lambda text: (*form.LABELS, text).index(text),
}  # fmt: skip


def with_step(code: str, depth: int, number: int) -> str | None:
    """Return ``code`` as far as its step ``depth`` with another number there; None where the step is a word.

    Args:
        code: a code that :func:`sort_key` knows.
        depth: 0 for the first step.
        number: as in the key: ア counts as 0, A as 65.

    >>> [with_step("3(1)ウ", 2, 1), with_step("4(3)ア", 1, 2), with_step("第4-1", 1, 2), with_step("②", 0, 1)]
    ['3(1)イ', '4(2)', '第4-2', '①']
    """
    plain = narrow(code).replace(" ", "")
    step = _steps(plain)[depth]
    write = _WRITTEN.get(step.lastgroup or "")
    if write is None:
        return None
    start, stop = step.span(step.lastgroup or 0)
    return plain[:start] + write(number) + plain[stop : step.end()]


_WRITTEN: dict[str, Callable[[int], str]] = {
    "number": str, "capital": chr, "small": chr, "kana": lambda n: form.GOJUON[n : n + 1],
    "ordinal": str, "sign": lambda n: chr(ord("①") + n - 1), "roman": lambda n: chr(ord("Ⅰ") + n - 1),
}  # fmt: skip

"""``shape_of``: what a cell looks like, as a few traits that the columns weigh."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from dxlist.model.stages import LONGEST_CELL
from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.words import codes, endings, offices

_LONG = 60
_SIZES = (3, 10, 25, _LONG)
_OFFICE_LIMIT = 70
_LONGEST_CODE = 30


class Shape(NamedTuple):
    """Traits of one cell; equal shapes are weighed alike."""

    code: str
    """"", or simple, bracket, compound, dai, plan; with + where a title follows in the cell."""
    family: str
    """The pattern of the code, 3(1)ア as d(d)ア: fields and items of one list have different ones."""
    office: int
    """0 no office, 1 perhaps, 2 surely."""
    form: str
    """noun, project, sentence, target, number."""
    size: int
    """0 … 4: up to 3, 10, 25, 60 characters, longer."""


_UNREAD = Shape("", "", 0, "sentence", 4)
"""What a cell too long to be read looks like."""


def shape_of(cell: str) -> Shape:
    """Return the traits of a non-blank cell.

    >>> shape_of("3(1) ア")
    Shape(code='compound', family='d(d)ア', office=0, form='noun', size=1)
    >>> shape_of("総務部 行政経営課").office
    2
    """
    text = cell.strip()
    if len(text) > LONGEST_CELL:
        return _UNREAD
    return _long_shape(text) if len(text) > _LONG else _short_shape(text)


def _long_shape(text: str) -> Shape:
    head = text[:_LONGEST_CODE]
    code, family, _ = code_kind(head)
    if "目標" in text or "指標" in text:
        return Shape(code, family, 0, "target", 4)
    if "。" in text:
        return Shape(code, family, 0, "sentence", 4)
    office = office_level(text) if len(text) <= _OFFICE_LIMIT else 0
    return Shape(code, family, office, form_of(text), 4)


@lru_cache(maxsize=16384)
def _short_shape(text: str) -> Shape:
    size = bisect_left(_SIZES, len(text))
    code, family, length = code_kind(text)
    form = form_of(text[length:] if code.endswith("+") else text)
    return Shape(code, family, office_level(text), form, size)


def code_kind(text: str) -> tuple[str, str, int]:
    """Return the kind of the codes at the head of a text (``+``: more follows), their family, and their length."""
    if text[0] not in codes.STARTS:
        return "", "", 0
    plain = narrow(text)
    for kind, forms in _KINDS:
        for pattern in forms:
            if match := pattern.match(plain):
                end = _end_of_codes(plain, match.end())
                return kind + ("+" if plain[end:].strip(" .:、") else ""), family_of(match[0]), end
    return "", "", 0


_KINDS = (
    ("plan", (codes.PLAN,)),
    ("dai", (codes.DAI,)),
    ("compound", (codes.COMPOUND,)),
    ("bracket", (codes.BRACKETED,)),
    ("simple", (codes.LABELLED, codes.CIRCLED, codes.SIMPLE, codes.GLUED)),
)
_MORE = (codes.SUB_KANA, codes.SUB_BRACKET, codes.FURTHER)


def _end_of_codes(text: str, end: int) -> int:
    """Return where the codes end that follow each other at the head of a cell: 3(1)ア 3(1)イ、ウ."""
    while more := next(filter(None, (pattern.match(text, end) for pattern in _MORE)), None):
        end = more.end()
    return end


@lru_cache(maxsize=4096)
def has_several_codes(text: str) -> bool:
    """Return whether a cell begins with more than one code: its titles are parted by blanks too.

    >>> [has_several_codes(text) for text in ("2(1) 2(2)", "3(1)ア、イ", "3(1) ア 小学校")]
    [True, True, False]
    """
    plain = narrow(text)
    first = next((m for _, forms in _KINDS for pattern in forms if (m := pattern.match(plain))), None)
    return first is not None and any(pattern.match(plain, first.end()) for pattern in _MORE)


def family_of(code: str) -> str:
    """Return the pattern of a code.

    >>> [family_of(code) for code in ("3(1)ア", "第4-1", "施策2", "Ⅲ")]
    ['d(d)ア', '第d-d', '施策d', 'R']
    """
    bare = code.replace(" ", "").rstrip(".:、")
    return _ROMAN.sub("R", _KANA.sub("ア", _DIGITS.sub("d", _CIRCLED.sub("①", bare))))


_DIGITS, _KANA = regex(r"[0-9]+|[一二三四五六七八九十]+"), regex(r"[ァ-ヶ]")
_ROMAN, _CIRCLED = regex(r"[Ⅰ-Ⅻ]|^[IVX]+"), regex(r"[①-⑳]")


def office_level(text: str) -> int:
    """Say how surely a cell names offices: every unit in it must end as one does; a blank one names none."""
    if text in offices.BODIES:
        return 1
    if not text or text[-1] not in offices.LAST_LETTERS or "。" in text or len(text) > _OFFICE_LIMIT:
        return 0
    if text in offices.WHOLE_OFFICE:
        return 2
    if offices.COUNT.match(text):
        return 0
    tokens = [token for token in offices.TOKENS.split(text) if token]
    if not tokens or not offices.UNIT_END.search(tokens[-1]) or offices.PARTICLES.search(text):
        return 0
    strong = offices.STRONG_UNIT_END.search(tokens[-1]) is not None
    return 2 if strong and len("".join(tokens)) > 1 else 1


def form_of(text: str) -> str:
    """Name the form of a text; blanks in it are line ends of the print for all that matters here."""
    key = text if text.isalnum() else "".join(text.split())
    if endings.NUMBER.match(key):
        return "number"
    if endings.TARGET.search(key):
        return "target"
    last = key[-1:]
    if last in endings.PROJECT_LAST and endings.PROJECT.search(key):
        return "project"
    prose = "。" in key or (last in endings.SENTENCE_LAST and endings.SENTENCE.search(key) is not None)
    return "sentence" if prose else "noun"

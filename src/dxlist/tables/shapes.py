"""``shape_of``: what a cell looks like, as a few traits that the columns weigh."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dxlist.folding import fold
from dxlist.words import codes, offices, sentences

_LONG = 60
_SIZES = (3, 10, 25, _LONG)
_OFFICE_LIMIT = 70


class Shape(NamedTuple):
    """Traits of one cell; equal shapes are weighed alike."""

    code: str
    """"", or simple, compound, dai, plan; with + where a title follows in the cell."""
    office: int
    """0 no office, 1 perhaps, 2 surely."""
    form: str
    """noun, project, sentence, target, number."""
    size: int
    """0 … 4: up to 3, 10, 25, 60 characters, longer."""


def shape_of(cell: str) -> Shape:
    """Return the traits of a non-blank cell.

    >>> shape_of("3(1) ア")
    Shape(code='compound', office=0, form='noun', size=1)
    >>> shape_of("総務部 行政経営課").office
    2
    """
    text = cell.strip()
    if len(text) > _LONG:
        return _long_shape(text)
    return _short_shape(text)


def _long_shape(text: str) -> Shape:
    code = code_kind(text) if text[0] in codes.STARTS or ord(text[0]) > 0xFF00 else ""  # noqa: PLR2004 - full-width forms
    if "目標" in text or "目指" in text or "指標" in text:
        return Shape(code, 0, "target", 4)
    return Shape(code, office_level(text) if len(text) <= _OFFICE_LIMIT else 0, "sentence" if "。" in text else form_of(fold(text)), 4)


@lru_cache(maxsize=16384)
def _short_shape(text: str) -> Shape:
    key = fold(text)
    size = next((i for i, most in enumerate(_SIZES) if len(key) <= most), len(_SIZES))
    return Shape(code_kind(text), office_level(text), form_of(key), size)


def code_kind(text: str) -> str:
    """Name the kind of code at the head of a text; ``+`` says that more follows."""
    narrow = codes.narrow(text)
    if narrow[:1] not in codes.STARTS:
        return ""
    for kind, forms in _KINDS:
        for pattern in forms:
            if match := pattern.match(narrow):
                return kind + _rest(narrow, match.end())
    return ""


_KINDS = (
    ("plan", (codes.PLAN,)),
    ("dai", (codes.DAI,)),
    ("compound", (codes.COMPOUND,)),
    ("simple", (codes.LABELLED, codes.BRACKETED, codes.CIRCLED, codes.SIMPLE, codes.GLUED)),
)


def _rest(text: str, end: int) -> str:
    while kana := codes.SUB_KANA.match(text, end):
        end = kana.end()
    return "+" if text[end:].strip(" .:、") else ""


def office_level(text: str) -> int:
    """Say how surely a cell names offices: every unit in it must end as one does."""
    if "。" in text or len(text) > _OFFICE_LIMIT:
        return 0
    if fold(text) in offices.WHOLE_OFFICE:
        return 2
    tokens = [token for token in offices.TOKENS.split(text) if token]
    if not tokens or not offices.UNIT_END.search(tokens[-1]) or offices.PARTICLES.search(text):
        return 0
    strong = offices.STRONG_UNIT_END.search(tokens[-1]) is not None
    return 2 if strong and len("".join(tokens)) > 1 else 1


def form_of(key: str) -> str:
    """Name the form of a folded text."""
    if sentences.NUMBER.match(key):
        return "number"
    if sentences.TARGET.search(key):
        return "target"
    if sentences.PROJECT.search(key):
        return "project"
    return "sentence" if sentences.SENTENCE.search(key) else "noun"

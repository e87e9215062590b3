"""``role_text``: the role of a column -> its words, with what the header adds; ``page_kind_text``: a kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.roles import word_of
from dxlist.report.blocks import in_brackets
from dxlist.text.bilingual import COMMA, EMPTY, Bilingual, both_languages, plural
from dxlist.words.code_words import INDICATOR_KIND_WORDS, PAGE_KIND_WORDS, ROLE_WORDS, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.roles import Role
    from dxlist.model.stages import PageKind


def role_text(role: Role) -> Bilingual:
    """Return what a column is for, with what its header adds: which level, which indicator, which year.

    >>> from dxlist.model.roles import Role
    >>> role_text(Role("indicator", "actual", indicator="outcome", number="ア", fiscal_year=2021))
    Bilingual(ja='実績値（成果指標、ア、2021年度）', en='actual (outcome indicator, ア, fiscal 2021)')
    """
    name, said = word(ROLE_WORDS, word_of(role)), COMMA.join(_qualifiers(role))
    return name + (in_brackets(said) if said else EMPTY)


def _qualifiers(role: Role) -> Iterator[Bilingual]:
    if role.depth:
        yield Bilingual(f"上から{role.depth}番目", f"{role.depth} from the top")
    if role.indicator:
        yield INDICATOR_KIND_WORDS[role.indicator]
    if role.number:
        yield both_languages(role.number)
    if role.fiscal_year:
        yield Bilingual(f"{role.fiscal_year}年度", f"fiscal {role.fiscal_year}")
    if role.cumulative:
        yield Bilingual("累計", "cumulative")


def page_kind_text(kind: PageKind) -> Bilingual:
    """Return which of two kinds a page is, and why.

    >>> from dxlist.model.stages import PageKind
    >>> page_kind_text(PageKind(False, 12, 3, "rows_slid")).ja
    '印刷で崩れた表（ずれた行がある、12行のうち3行）。セルの中身も見て列を決める'
    """
    rows = plural(kind.rows, "行", "row")
    of = Bilingual(f"{rows.ja}のうち{kind.moved}行", f"{kind.moved} of {rows.en}") if kind.moved else rows
    why = in_brackets(COMMA.join([word(PAGE_KIND_WORDS, kind.because), of]))
    return (_RECTANGLE if kind.rectangle else _PRINTED) + why + (_BY_PLACE if kind.rectangle else _BY_CONTENT)


_RECTANGLE = Bilingual("整った表", "a clean rectangle")
_PRINTED = Bilingual("印刷で崩れた表", "printed and damaged")
_BY_PLACE = Bilingual("。セルは見出しの位置で列を決める", ": a cell belongs to the header above it")
_BY_CONTENT = Bilingual("。セルの中身も見て列を決める", ": the content of a cell decides beside its place")

"""``name_keys``: the levels of a name -> the keys on which names are compared, from strict to loose."""

from __future__ import annotations

import re
from typing import NamedTuple

from dxlist.folding import fold
from dxlist.words.abbreviations import abbreviate
from dxlist.words.spellings import respell

LEVEL_MARK = "\x1f"
"""Between the levels of a path in a key; no text of a list holds it."""

_SHAPES = str.maketrans("[{【〔〈《「『]}】〕〉》」』〜～−‐‑–—―", "(((((((())))))))~~------")
_CIRCLED = {0x2460 + i: f"({i + 1})" for i in range(20)}


class NameKeys(NamedTuple):
    """One name path in three keys; what is equal in one is equal in all behind it."""

    folded: str
    """Width, shape of brackets, blanks, case, ① do not count."""
    expanded: str
    """Nor does whether DX, AI, ICT are written out."""
    respelled: str
    """Nor do okurigana, dots, brackets and remarks such as （再掲）."""


def name_keys(levels: tuple[str, ...]) -> NameKeys:
    """Return the keys of a name path.

    >>> one = name_keys(("福島県警察ＤＸ推進事業", "防犯アプリ導入事業"))
    >>> two = name_keys(("福島県警察デジタルトランスフォーメーション推進事業", "防犯アプリ導入事業"))
    >>> one.folded == two.folded, one.expanded == two.expanded
    (False, True)
    """
    folded = fold_path(levels)
    expanded = abbreviate(folded)
    return NameKeys(folded, expanded, respell(expanded))


def fold_path(levels: tuple[str, ...]) -> str:
    """Return the folded key of a path: its levels, each folded, brackets in one shape, ① as (1)."""
    return LEVEL_MARK.join([fold(level.translate(_CIRCLED)).translate(_SHAPES) for level in levels])


_GENERIC = re.compile(
    r"(?:一般|総務|庶務|事務局?|職員|人件|給与|管理|運営|維持|諸|経常|共通|その他|旅費|需用|委託|会議|企画|調査|広報|研修|関係|関連|等|の)*"
    r"(?:費|経費|事業|事業費|事務|業務|管理|運営|研修|推進|予算)等?"
)


def is_generic(respelled: str) -> bool:
    """Say whether a name says nothing of its own, as every department has one: 一般管理費, 事務費.

    >>> is_generic("一般管理費"), is_generic("電子決裁の拡充")
    (True, False)
    """
    return _GENERIC.fullmatch(respelled) is not None

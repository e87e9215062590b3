"""``name_keys``: a name -> the keys on which names are compared, from strict to loose.

The keys are of the whole name, not of its levels: a remark behind a level (令和5年度, 1号, ア) is in no level, and
tells two projects apart all the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words.abbreviations import abbreviate
from dxlist.words.spellings import respell

_SHAPES = str.maketrans("[{【〔〈《「『]}】〕〉》」』〜～−‐‑–—―", "(((((((())))))))~~------")
_HAS_SHAPE = regex(f"[{re.escape(''.join(map(chr, _SHAPES)))}]")
_CIRCLED = {0x2460 + i: f"({i + 1})" for i in range(20)}
_HAS_CIRCLED = regex("[①-⑳]")


class NameKeys(NamedTuple):
    """A name in three keys; what is equal in one is equal in all behind it."""

    folded: str
    """Width, shape of brackets, blanks, case, ① do not count."""
    expanded: str
    """Nor does whether DX, AI, ICT are written out."""
    respelled: str
    """Nor do okurigana, dots, brackets and remarks such as （再掲）; empty: there is no name."""


@lru_cache(maxsize=16384)
def name_keys(name: str) -> NameKeys:
    """Return the keys of a name.

    >>> one, two = name_keys("福島県警察ＤＸ推進事業"), name_keys("福島県警察デジタルトランスフォーメーション推進事業")
    >>> one.folded == two.folded, one.expanded == two.expanded
    (False, True)
    """
    folded = fold_name(name)
    expanded = abbreviate(folded)
    return NameKeys(folded, expanded, respell(expanded))


def fold_name(name: str) -> str:
    """Return the folded key of a name: brackets in one shape, ① as (1).

    >>> fold_name("デジタル変革【ＤＸ】推進事業①")
    'デジタル変革(dx)推進事業(1)'
    """
    if _HAS_CIRCLED.search(name):
        name = name.translate(_CIRCLED)
    folded = fold(name)
    return folded.translate(_SHAPES) if _HAS_SHAPE.search(folded) else folded


_GENERIC = regex(
    r"(?:一般|総務|庶務|施設|庁舎|システム|財産|備品|車両|手当|委員会|審議会|事務局?|職員|人件|給与|管理|運営|維持|諸|経常|共通|その他|旅費|需用|委託|会議|企画|調査|広報|研修|関係|関連|等|の)*"
    r"(?:費|経費|事業|事業費|事務|業務|管理|運営|研修|推進|予算)等?"
)


def is_generic(respelled: str) -> bool:
    """Return whether a name says nothing of its own, as every department has one: 一般管理費, 事務費.

    >>> is_generic("一般管理費"), is_generic("電子決裁の拡充")
    (True, False)
    """
    return _GENERIC.fullmatch(respelled) is not None


LONG_ENOUGH = 6
"""Letters from which the name of a level is its own: 研修事業 is a part of many programmes."""


def is_own(respelled: str) -> bool:
    """Return whether a level of a name belongs to one project alone, wherever it is printed."""
    return len(respelled) >= LONG_ENOUGH and not is_generic(respelled)

"""The folded key on which texts are compared and searched; it is never shown."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from dxlist.text.regex import regex
from dxlist.text.unseen import IGNORABLE, IGNORABLE_CLASS
from dxlist.text.variants import RADICALS, VARIANTS

# NFKC turns ① into 1 and glues it to the text, so circled numbers are set aside before it.
_CIRCLED = {code: f"\ue000{code - 0x2460:02d}\ue001" for code in range(0x2460, 0x2474)}
_COMPATIBLE = (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA1E))
"""Radicals and ideographs that NFKC itself turns into others, of which some are variants: U+F914 樂."""


def _variants() -> dict[int, str]:
    compatible = {code: unicodedata.normalize("NFKC", chr(code)) for code in _COMPATIBLE}
    radicals = {ord(radical): VARIANTS.get(kanji, kanji) for radical, kanji in RADICALS.items()}
    return {
        **{ord(variant): plain for variant, plain in VARIANTS.items()},
        **{code: VARIANTS[kanji] for code, kanji in compatible.items() if kanji in VARIANTS},
        **radicals,
    }


_VARIANTS = _variants()
_PLAIN: dict[int, str | None] = {
    **_CIRCLED,
    **_VARIANTS,
    **dict.fromkeys((code for first, last in IGNORABLE for code in range(first, last + 1)), None),
}
"""A character -> what stands in the key for it."""
# Nearly no text holds one of them, and a search is much faster than looking each character up.
_HAS_OTHERS = regex(f"[①-⑳{''.join(map(chr, _VARIANTS))}{IGNORABLE_CLASS}]")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    r"""Return the key of ``text``: NFKC, case folded, without blanks and what nobody sees, ① kept apart from 1.

    Radicals (⺠) and other forms of a kanji (髙) become the one in common use, and ヶ becomes ケ.

    >>> fold("事 業 名（ＤＸ）") == fold("事業名(dx)")
    True
    >>> fold("髙﨑支所 霞ヶ関課") == fold("高崎支所\N{ZERO WIDTH SPACE} 霞ケ関課")
    True
    """
    if _HAS_OTHERS.search(text):
        text = text.translate(_PLAIN)
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def to_half_width(text: str) -> str:
    """Return ``text`` after NFKC: full-width digits, letters and brackets become half-width.

    >>> to_half_width("３（１）ア")
    '3(1)ア'
    """
    return unicodedata.normalize("NFKC", text)

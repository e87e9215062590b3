"""``cells``: how wide a text is where a full-width character takes two places; ``narrow``: the same text half-width."""

from __future__ import annotations

import unicodedata

_NO_WIDTH = ("Mn", "Me", "Cf")


def cells(text: str) -> int:
    """Return the width of a text in terminal cells: two for a full-width character, none for a mark on another.

    >>> cells("ＤＸ推進"), cells("は\N{COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK}")
    (8, 2)
    """
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


_WIDE = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20, 0xA0: 0x20, 0x0A: 0x20, 0x09: 0x20}
_DASHES = dict.fromkeys(map(ord, "‐‑–−"), 0x2D)
_HALF_KANA = {ord(half): ord(unicodedata.normalize("NFKC", half)) for half in "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄ"}
"""Kana of sub-codes; a half-width ｶﾞ of a word stays two letters."""
_NARROW = {**_WIDE, **_DASHES, **_HALF_KANA}


def narrow(text: str) -> str:
    """Return ``text`` with full-width letters, dashes and blanks made half-width, position for position.

    >>> narrow("３（１）ア　職員")
    '3(1)ア 職員'
    """
    return text.translate(_NARROW)


_TO_WIDE = {half: full for full, half in _WIDE.items() if half > ord(" ")}


def widen(text: str) -> str:
    """Return ``text`` with letters, figures and signs made full-width, position for position.

    >>> widen("AI-OCR(県)")
    'ＡＩ－ＯＣＲ（県）'
    """
    return text.translate(_TO_WIDE)

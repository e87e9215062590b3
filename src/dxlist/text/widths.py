"""``cells``: how wide a text is where a full-width character takes two places."""

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

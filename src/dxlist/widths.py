"""``cells``: how wide a text is where a full-width character takes two places."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """Return the width of a text in terminal cells: two for a full-width character.

    >>> cells("DX推進")
    6
    """
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)

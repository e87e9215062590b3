"""The folded key on which texts are compared and searched; it is never shown."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# NFKC turns ① into 1 and glues it to the text, so circled numbers are set aside before it.
_CIRCLED = {code: f"\ue000{code - 0x2460:02d}\ue001" for code in range(0x2460, 0x2474)}
_HAS_CIRCLED = re.compile("[①-⑳]")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the key of ``text``: NFKC, case folded, all blanks removed, ① kept apart from 1.

    >>> fold("事 業 名（ＤＸ）") == fold("事業名(dx)")
    True
    """
    if _HAS_CIRCLED.search(text):
        text = text.translate(_CIRCLED)
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def to_half_width(text: str) -> str:
    """Return ``text`` after NFKC: full-width digits, letters and brackets become half-width.

    >>> to_half_width("３（１）ア")
    '3(1)ア'
    """
    return unicodedata.normalize("NFKC", text)

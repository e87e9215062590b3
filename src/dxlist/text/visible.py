"""``visible``: a text of a list -> the same with its control characters written out, for people and their terminals."""

from __future__ import annotations

import re

# C0 and C1 controls, and the marks that turn the direction of writing: a terminal would obey them.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str, *, keep: str = "") -> str:
    r"""Return ``text`` with control characters written out, so that a terminal shows and does not obey them.

    >>> visible("事業\x1b[31m名")
    '事業\\x1b[31m名'
    """
    return _CONTROLS.sub(lambda m: m[0] if m[0] in keep else m[0].encode("unicode_escape").decode("ascii"), text)

"""``visible``: a text of a list -> the same with what nobody sees written out, for people and their terminals."""

from __future__ import annotations

from dxlist.text.regex import regex
from dxlist.text.unseen import IGNORABLE_CLASS

# A terminal would obey C0 and C1 controls and the marks that turn the direction of writing; the others show nothing.
_CONTROLS = regex(rf"[\x00-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff{IGNORABLE_CLASS}]")


def visible(text: str, *, keep: str = "") -> str:
    r"""Return ``text`` with controls and characters that nobody sees written out; a terminal does not obey them.

    >>> visible("事業\x1b[31m名"), visible("情報\N{ZERO WIDTH SPACE}政策課")
    ('事業\\x1b[31m名', '情報\\u200b政策課')
    """
    return _CONTROLS.sub(lambda m: m[0] if m[0] in keep else m[0].encode("unicode_escape").decode("ascii"), text)


def shortened(text: str, most: int = 60) -> str:
    r"""Return a text for a message that repeats what somebody typed: visible, on one line, of ``most`` letters or so.

    >>> shortened("unit\n", 10), shortened("x" * 100_000, 10)
    ('unit\\n', 'xxxxx…xxxxx')
    """
    return visible(text if len(text) <= most else f"{text[: most // 2]}…{text[-most // 2 :]}")


def code_points(text: str) -> str:
    r"""Return the code points of a text as people write them.

    >>> code_points("\N{ZERO WIDTH SPACE}⺠")
    'U+200B U+2EA0'
    """
    return " ".join(f"U+{ord(character):04X}" for character in text)

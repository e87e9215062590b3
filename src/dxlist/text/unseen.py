"""Characters that nobody sees: they show nothing and take no room, and make two texts of what looks like one.

Source: Unicode's property Default_Ignorable_Code_Point (DerivedCoreProperties.txt 15.0.0; UAX #44): zero-width blanks
and joiners, byte order marks within a text, soft hyphens, marks of direction, variation selectors, fillers.
Control characters: C0 and C1 of ISO/IEC 6429 but for tab and line break.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.text.regex import regex
from dxlist.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

IGNORABLE: tuple[tuple[int, int], ...] = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""First and last code point of each range of Default_Ignorable_Code_Point."""

IGNORABLE_CLASS = "".join(f"{chr(first)}-{chr(last)}" for first, last in IGNORABLE)
"""The same as it stands within the brackets of a pattern."""
IGNORED = regex(f"[{IGNORABLE_CLASS}]+")
SELECTORS = regex("[\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors, which choose the form of the letter before them: that of a kanji a name may need."""
CONTROL_CLASS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
"""Control characters that break no line."""
BREAK_CLASS = "\x0b\x0c\x85\u2028\u2029"
"""Characters that break a line as programs write it within a cell: vertical tab, form feed, next line, Zl and Zp."""

_EMOJI_JOINT = "(?<=[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d(?=[\u2600-\u27bf\U0001f000-\U0001faff])"
_UNSEEN = regex(f"(?:(?!{_EMOJI_JOINT})[{IGNORABLE_CLASS}{CONTROL_CLASS}])+|[{BREAK_CLASS}]+")
_HAS_UNSEEN = regex(f"[{IGNORABLE_CLASS}{CONTROL_CLASS}{BREAK_CLASS}]")


def has_unseen(text: str) -> bool:
    r"""Return whether a text holds characters that nobody sees.

    >>> has_unseen("情報\N{ZERO WIDTH SPACE}政策課"), has_unseen("情報\n政策課")
    (True, False)
    """
    return _HAS_UNSEEN.search(text) is not None


def unseen_spans(text: str) -> Iterator[Span]:
    r"""Yield the stretches of a text that nobody sees, from left to right.

    A joiner within an emoji of several is seen: it makes one picture of two.

    >>> [span.of("8,5\u200b\ufeff00\x07人") for span in unseen_spans("8,5\u200b\ufeff00\x07人")]
    ['\u200b\ufeff', '\x07']
    """
    for match in _UNSEEN.finditer(text):
        yield Span(*match.span())

"""``garbled_spans``: a text -> the stretches that were read in another encoding than they were written in (mojibake).

縺ｾ縺｡ is まち, written in UTF-8 and read as code page 932; ã¾ã¡ is the same read as Windows-1252; ƒVƒXƒeƒ€ is システム,
written in X
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.text.regex import regex
from dxlist.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF_1252 = {bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0x100)}
"""What Windows-1252 makes of each byte; five have no letter and stay control characters."""
_HIGH = re.escape("".join(_OF_1252)) + "\x80-\xff"
_READ_AS_1252 = regex(rf"[{_HIGH}]{{2,}}")
_WRITTEN_IN_932 = regex(rf"[!-~{_HIGH}]{{4,}}")
_LEADS_OF_932 = frozenset("ƒ‚\x82\x83")
"""First bytes of kana in 932, as Windows-1252 shows them."""
_READ_AS_932 = regex(r"[^\x00-\x7f]{2,}")
_HALF_KANA = "ｦ-ﾟ･"
_SIGN_OF_932 = regex(rf"[縺繧繝]|[一-龠][{_HALF_KANA}]|･[ｱ-ﾟ]")
"""UTF-8 read as 932 is full of half-width kana and of kanji that few words have."""
_CUT_932 = regex(r"(?:[縺繧繝][^\sぁ-んァ-ヶ]){2,}|(?:[･､][ｱ-ﾟ]){3,}")
"""The same, and EUC-JP, where bytes were lost on the way."""
_MIXED = regex(rf"(?:[一-龠ぁ-ん・]{{1,3}}[{_HALF_KANA}]{{1,2}}(?![{_HALF_KANA}ﾞﾟｰ])){{2,}}")
_RARE = 0x98
"""First byte in 932 from which on kanji are of JIS level 2."""
_JAPANESE = regex(r"[ぁ-んァ-ヶー一-龠、。・（）]")
_KANA = regex(r"[ぁ-んァ-ヶ]")
_LARGEST_BYTE = 0xFF
_LONGEST_REST = 3
"""Bytes of a letter of which one at least was lost."""
_REPLACED = regex("\ufffd+")


def garbled_spans(text: str) -> Iterator[Span]:
    """Yield the garbled stretches of a text, from left to right.

    >>> [span.of("事業 縺ｾ縺｡縺･縺") for span in garbled_spans("事業 縺ｾ縺｡縺･縺")]
    ['縺ｾ縺｡縺･']
    """
    if text.isascii():
        return
    end = 0
    for span in sorted(_found(text), key=lambda one: (one.start, -one.end)):
        if span.start >= end:
            yield span
            end = span.end


def _found(text: str) -> Iterator[Span]:
    if _SIGN_OF_932.search(text):
        yield from _read_as_932(text)
    for match in _READ_AS_1252.finditer(text):
        raw = _bytes_of_1252(match[0])
        if any(_decoded(raw[: len(raw) - lost], "utf-8") for lost in range(_LONGEST_REST)):
            yield Span(*match.span())
    for match in _WRITTEN_IN_932.finditer(text):
        if _LEADS_OF_932.isdisjoint(match[0]):
            continue
        plain = _decoded(_bytes_of_1252(match[0]), "cp932")
        if _KANA.search(plain) and _is_japanese(plain):
            yield Span(*match.span())
    yield from (Span(*match.span()) for match in _REPLACED.finditer(text))


def _read_as_932(text: str) -> Iterator[Span]:
    for match in _READ_AS_932.finditer(text):
        if _is_japanese(_decoded(match[0].encode("cp932", "ignore"), "utf-8")):
            yield Span(*match.span())
    yield from (Span(*match.span()) for match in _CUT_932.finditer(text))
    for match in _MIXED.finditer(text):
        kanji = "".join(letter for letter in match[0] if "一" <= letter <= "龠")
        if any(byte >= _RARE for byte in kanji.encode("cp932", "ignore")[::2]):
            yield Span(*match.span())


def _is_japanese(text: str) -> bool:
    return len(_JAPANESE.findall(text)) * 2 > len(text) > 0


def _bytes_of_1252(text: str) -> bytes:
    codes = [_OF_1252.get(letter, ord(letter)) for letter in text]
    return bytes(codes) if max(codes) <= _LARGEST_BYTE else b""


def _decoded(raw: bytes, written_in: str) -> str:
    """Return the text that bytes are in another encoding; "" where they are none."""
    try:
        return raw.decode(written_in)
    except UnicodeDecodeError:
        return ""

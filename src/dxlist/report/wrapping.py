"""``wrap``: a text -> lines of so many terminal cells; Japanese is broken between its characters, Latin at blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.text.spans import Span
from dxlist.text.widths import cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["cells", "wrap"]

_OPENING, _MARKS = "（「『【〔［", "、。，．：；？！・）」』】〕］…"
"""What may not end a line stays with the character behind it, what may not begin one with the character before it."""
_CLOSING = f"[{_MARKS}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*"


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"[{_OPENING}]*(?:{word}){_CLOSING}|\s+")


# From the longest piece to the shortest: a phrase (文節), which ends with hiragana; a word of Latin or of katakana, or
# one character; a Latin word or one character.
_PHRASES = _pattern(rf"[^\sぁ-ん{_OPENING}{_MARKS}]+[ぁ-ん]*|[ぁ-ん]+|\S")
_WORDS = _pattern(r"[!-~]+|[ァ-ヺー]+|\S")
_CHARACTERS = _pattern(r"[!-~]+|\S")


def wrap(text: str, width: int, *, at_phrases: bool = False) -> list[str]:
    """Return the lines of a text, none wider than ``width`` cells; no character but blanks at line ends is lost.

    A word of katakana is broken only where it is wider than half of a line.

    Args:
        text: on one line.
        width: cells of a line.
        at_phrases: break Japanese between its phrases (文節), for a text that is read and not compared.

    >>> wrap("一覧を読み、1行を書く。", 12)
    ['一覧を読み、', '1行を書く。']
    >>> wrap("今いるフォルダーを読む。", 20), wrap("今いるフォルダーを読む。", 20, at_phrases=True)
    (['今いるフォルダーを読', 'む。'], ['今いるフォルダーを', '読む。'])
    >>> wrap("https://example.jp/", 8)
    ['https://', 'example.', 'jp/']
    """
    patterns = (_PHRASES, _WORDS, _CHARACTERS) if at_phrases else (_WORDS, _CHARACTERS)
    lines, line = list[str](), ""
    for piece in _pieces(text, width, patterns):
        if line and cells(line) + cells(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line or piece.strip() else ""
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str, width: int, patterns: Sequence[re.Pattern[str]]) -> Iterator[str]:
    """Yield the pieces of a text; one that is wider than half of a line in pieces of the next pattern."""
    pattern, *finer = patterns
    for piece in pattern.findall(text):
        if finer and cells(piece) > width // 2:
            yield from _pieces(piece, width, finer)
        else:
            yield from _fitting(piece, width)


def carry(spans: Sequence[Span], text: str, wrapped: str) -> list[Span]:
    r"""Return where parts of a text stand in its wrapped lines; a part that goes over a line end becomes two.

    >>> carry([(3, 7)], "一覧を読み、1行を書く。", "一覧を読み、\n1行を書く。")
    [Span(start=3, end=6), Span(start=7, end=8)]
    """
    found, at = list[Span](), 0
    for place, character in enumerate(wrapped):
        if character.isspace() and text[at : at + 1] != character:
            continue
        while at < len(text) and text[at] != character:  # a blank at a line end, which wrapping took out
            at += 1
        if any(start <= at < end for start, end in spans):
            joins = bool(found) and found[-1].end == place
            found[-1:] = [Span(found[-1].start, place + 1)] if joins else [*found[-1:], Span(place, place + 1)]
        at += 1
    return found


def _fitting(piece: str, width: int) -> Iterator[str]:
    """Yield a piece that is wider than a line in parts that fit."""
    while cells(piece) > width > 1:
        at = next(i for i in range(len(piece), 0, -1) if cells(piece[:i]) <= width)
        yield piece[:at]
        piece = piece[at:]
    yield piece

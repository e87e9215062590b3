"""``wrap``: a text -> lines of so many terminal cells; Japanese is broken between its characters, Latin at blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.text.spans import Span
from dxlist.text.widths import cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["cells", "wrap"]

# A word of Latin letters, or one character; what may not begin a line stays with the character before it, and what may
# not end one with the character behind it.
_PIECES = re.compile(
    r"[（「『【〔［]*(?:[!-~]+|[^\s])[、。，．：；？！）」』】〕］…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*|\s+"
)


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text, none wider than ``width`` cells; no character but blanks at line ends is lost.

    >>> wrap("一覧を読み、1行を書く。", 12)
    ['一覧を読み、', '1行を書く。']
    >>> wrap("https://example.jp/", 8)
    ['https://', 'example.', 'jp/']
    """
    lines, line = list[str](), ""
    for piece in (part for word in _PIECES.findall(text) for part in _fitting(word, width)):
        if line and cells(line) + cells(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line or piece.strip() else ""
    return [*lines, line.rstrip()] if line.strip() else lines


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

"""``wrap``: a text -> lines of so many terminal cells; Japanese is broken between its characters, Latin at blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.widths import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["cells", "wrap"]

# A word of Latin letters, or one character; what may not begin a line stays with the character before it.
_PIECES = re.compile(r"(?:[!-~]+|[^\s])[、。，．：；？！）」』】〕…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*|\s+")


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


def _fitting(piece: str, width: int) -> Iterator[str]:
    """Yield a piece that is wider than a line in parts that fit."""
    while cells(piece) > width > 1:
        at = next(i for i in range(len(piece), 0, -1) if cells(piece[:i]) <= width)
        yield piece[:at]
        piece = piece[at:]
    yield piece

"""``rows_table``: rows of an answer -> a plain table for a terminal that wraps and never cuts.

Widths are counted in terminal cells, two for a full-width character.  Where the columns do not fit beside each other
each row is shown as a block, a column a line.  What a list says is text: control characters are written out.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING

from dxlist.report.blocks import Line, plain_line
from dxlist.report.wrapping import wrap
from dxlist.text.regex import regex
from dxlist.text.visible import visible
from dxlist.text.widths import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_GAP = 2
_NARROWEST = 8
"""Cells that a column keeps when it must give way; more where a Latin word or an ID needs them, up to ``_WORD``."""
_WORD = 20
_LATIN = regex(r"[!-~]+")
_WIDEST_LABEL = 28


def rows_table(columns: Sequence[str], rows: Iterable[Sequence[object]], width: int, *, null: str = "") -> list[Line]:
    """Return a table no wider than ``width`` cells, its header first; nothing in it is cut.

    Args:
        columns: what stands over the columns.
        rows: the values; numbers stand right, several values of one cell below each other.
        width: cells of a line.
        null: what is shown for what is not there.
    """
    rows = list(rows)
    table = [
        _ShownColumn(visible(name), [_shown(row[at], null) for row in rows], all(_is_number(row[at]) for row in rows))
        for at, name in enumerate(columns)
    ]
    widths = _fitting(table, width - _GAP * (len(table) - 1))
    return list(_blocks(table, len(rows), width) if widths is None else _lines(table, len(rows), widths))


@dataclass(frozen=True, slots=True)
class _ShownColumn:
    """One column as it is shown; a cell may have several lines."""

    name: str
    texts: Sequence[str]
    is_right: bool

    @property
    def natural(self) -> int:
        """The width in which nothing wraps."""
        return max(cells(line) for text in (self.name, *self.texts) for line in text.split("\n"))

    @property
    def least(self) -> int:
        """The width that it needs: of a number all of it."""
        if self.is_right:
            return self.natural
        words = (len(word) for text in (self.name, *self.texts) for word in _LATIN.findall(text))
        return min(self.natural, max(_NARROWEST, min(_WORD, max(words, default=0))))


def _shown(value: object, null: str) -> str:
    if value is None:
        return null
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "\n".join(_shown(one, null) for one in value)
    return visible(value.hex() if isinstance(value, bytes) else str(value), keep="\n")


def _is_number(value: object) -> bool:
    return value is None or (isinstance(value, int | float | Decimal) and not isinstance(value, bool))


def _fitting(table: Sequence[_ShownColumn], room: int) -> list[int] | None:
    """Return a width for each column: its own where all fit, else the widest give way; None: they cannot."""
    natural = [column.natural for column in table]
    if sum(natural) <= room:
        return natural
    least = [column.least for column in table]
    if sum(least) > room:
        return None

    def widths(most: int) -> list[int]:
        return [max(low, min(own, most)) for low, own in zip(least, natural, strict=True)]

    most = next(most for most in range(room, -1, -1) if sum(widths(most)) <= room)
    found = widths(most)
    for at in [at for at, own in enumerate(natural) if own > found[at] >= most][: room - sum(found)]:
        found[at] += 1
    return found


def _lines(table: Sequence[_ShownColumn], count: int, widths: Sequence[int]) -> Iterator[Line]:
    """Yield header, rule and rows; where rows wrap a blank line parts them."""
    yield from _row([(column.name, column.is_right) for column in table], widths, "bold")
    yield plain_line((" " * _GAP).join("─" * width for width in widths), "dim")
    rows = [list(_row([(c.texts[at], c.is_right) for c in table], widths)) for at in range(count)]
    parted = any(len(row) > 1 for row in rows)
    for at, row in enumerate(rows):
        if parted and at:
            yield Line()
        yield from row


def _row(texts: Iterable[tuple[str, bool]], widths: Sequence[int], style: str = "") -> Iterator[Line]:
    columns = [
        [_padded(line, width, right=right) for line in _wrapped(text, width)]
        for (text, right), width in zip(texts, widths, strict=True)
    ]
    for line in zip_longest(*columns):
        padded = (" " * width if text is None else text for text, width in zip(line, widths, strict=True))
        yield plain_line((" " * _GAP).join(padded).rstrip(), style)


def _wrapped(text: str, width: int) -> list[str]:
    return [line for part in text.split("\n") for line in _parted(part, max(width, 2)) or [""]]


def _parted(text: str, width: int) -> list[str]:
    """Break a text at its blanks where each of its words has room (企画調整部 デジタル変革課), else anywhere."""
    lines, words = list[str](), text.split()
    if any(cells(word) > width for word in words):
        return wrap(text, width)
    for word in words:
        if lines and cells(lines[-1]) + 1 + cells(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _padded(text: str, width: int, *, right: bool) -> str:
    blanks = " " * (width - cells(text))
    return f"{blanks}{text}" if right else f"{text}{blanks}"


def _blocks(table: Sequence[_ShownColumn], count: int, width: int) -> Iterator[Line]:
    """Yield each row as a block: its number, then a column a line."""
    labels = min(_WIDEST_LABEL, width // 2, max((cells(column.name) for column in table), default=0))
    texts = max(2, width - labels - _GAP)
    for at in range(count):
        head = f"── {at + 1} "
        yield plain_line(head + "─" * (width - cells(head)), "dim")
        for column in table:
            yield from _row([(column.name, False), (column.texts[at], False)], (labels, texts))

"""``encoded``: the text of a table -> bytes in the encoding that was asked for; what has no place there is named."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from dxlist.errors import DxlistError
from dxlist.exports.format import BYTE_ORDER_MARK
from dxlist.text.bilingual import EMPTY, Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dxlist.exports.format import Style
    from dxlist.model.table import Cells, Table


class CannotEncodeError(DxlistError):
    """A character of a list has no place in the encoding that was asked for."""


def encoded(table: Table, style: Style, lines_of: Callable[[Table], Iterator[str]]) -> Iterator[bytes]:
    """Yield the lines of a table as bytes; another encoding than UTF-8 needs the whole table at once.

    Args:
        table: what to write.
        style: its encoding and its byte-order mark.
        lines_of: the table -> its text, line by line.

    Raises:
        CannotEncodeError: a character is not in the encoding; the message names its place.
    """
    if style.encoding == "utf-8":
        if style.byte_order_mark:
            yield BYTE_ORDER_MARK
        for line in lines_of(table):
            yield line.encode()
        return
    held = replace(table, rows=table.held())
    text = "".join(lines_of(held))
    if not _has(style.encoding, text):
        raise _cannot_encode(held, style)
    yield text.encode(style.encoding)


def _has(encoding: str, text: str) -> bool:
    """Return whether an encoding gives a text back as it was: Python writes 〜 (U+301C) to cp932, and ～ comes back."""
    try:
        return text.encode(encoding).decode(encoding) == text
    except UnicodeEncodeError:
        return False


def _cannot_encode(table: Table, style: Style) -> CannotEncodeError:
    """Return the error that names the first character without a place, where it stands, and how many more there are."""
    found = [
        (row, at, letter)
        for row, at, text in _texts(table, style)
        for letter in text
        if not _has(style.encoding, letter)
    ]
    row, at, letter = found[0]
    column, point = table.columns[at], f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()
    letters, others = "".join(dict.fromkeys(letter for *_, letter in found)), len(found) - 1
    more = Bilingual(f"ほかに{others}文字（{letters}）。", f" {others} more ({letters}).") if others else EMPTY
    problem = Bilingual(
        f"「{column.label}」（{column.name}）の「{letter}」（{point}）は {style.encoding} にない文字です。",
        f'the character "{letter}" ({point}) in {column.name} is not in {style.encoding}.',
    )
    return CannotEncodeError(table.name if row is None else table.place(row), problem + more, _REMEDY)


def _texts(table: Table, style: Style) -> Iterator[tuple[Cells | None, int, str]]:
    """Yield each text of a table with its row and its column; of several in one cell each, of the header no row."""
    yield from ((None, at, name) for at, name in enumerate(table.header(style.header)))
    for row in table.rows:
        for at, value in enumerate(row):
            values: Sequence[object] = value if isinstance(value, tuple | list) else (value,)
            yield from ((row, at, text) for text in values if isinstance(text, str))


_REMEDY = Bilingual(
    "--output-encoding を外し、Excelで開くなら --bom を付けてください（UTF-8）。または xlsx で書き出してください。",
    "Leave --output-encoding out (UTF-8; with --bom Excel opens it), or write xlsx.",
)

"""One table -> the bytes of a text file: JSON, JSON Lines, CSV, TSV, Markdown.

JSON holds the initiatives as whole records, with their targets, sources and repairs; every other table, and every other
format, holds rows of plain values.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from dxlist.errors import DxlistError
from dxlist.exports.csv_table import is_formula
from dxlist.exports.json_lines import initiatives_to_json_lines
from dxlist.exports.rows import rows_to_csv, rows_to_json, rows_to_json_lines, rows_to_markdown, rows_to_tsv
from dxlist.exports.tables.names import MAIN
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.exports.looks import Look
    from dxlist.exports.tables.content import Content
    from dxlist.exports.tables.shape import Row, Table

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class CannotEncodeError(DxlistError):
    """A character of a list has no place in the encoding that was asked for."""


def json_file(content: Content, look: Look) -> bytes:
    """Return one JSON array, an object a line."""
    if _name(look) == MAIN:
        lines = initiatives_to_json_lines(content.initiatives).removesuffix(b"\n").split(b"\n")
        return b"[\n  " + b",\n  ".join(lines) + b"\n]\n"
    table = content.table(_name(look))
    return "".join(rows_to_json(table.header("en"), table.rows)).encode()


def json_lines_file(content: Content, look: Look) -> bytes:
    """Return one JSON object a line."""
    if _name(look) == MAIN:
        return initiatives_to_json_lines(content.initiatives)
    table = content.table(_name(look))
    return "".join(rows_to_json_lines(table.header("en"), table.rows)).encode()


def csv_file(content: Content, look: Look) -> bytes:
    """Return a table with commas."""
    table = content.table(_name(look))
    lines = rows_to_csv(table.header(look.header), table.rows, excel_safe=look.excel_safe)
    return _encoded(lines, content, table, look)


def tsv_file(content: Content, look: Look) -> bytes:
    """Return a table with tabs."""
    table = content.table(_name(look))
    lines = rows_to_tsv(table.header(look.header), table.rows, excel_safe=look.excel_safe)
    return _encoded(lines, content, table, look)


def markdown_file(content: Content, look: Look) -> bytes:
    """Return a table of GitHub's Markdown."""
    table = content.table(_name(look))
    return "".join(rows_to_markdown(table.header(look.header), table.rows)).encode()


def _name(look: Look) -> str:
    return look.table or MAIN


def _encoded(lines: Iterable[str], content: Content, table: Table, look: Look) -> bytes:
    text = "".join(lines)
    if not _has(look.encoding, text):
        raise _cannot_encode(content, table, look)
    return (BYTE_ORDER_MARK if look.byte_order_mark else b"") + text.encode(look.encoding)


def texts_of(table: Table) -> Iterator[tuple[Row, int, str]]:
    """Yield each text of a table with its row and where its column stands; of several in one cell each."""
    for row in table.rows:
        for at, value in enumerate(row):
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str):
                    yield row, at, text


def formulas_of(table: Table) -> Iterator[tuple[Row, int]]:
    """Yield the cells that a spreadsheet would run."""
    return ((row, at) for row, at, text in texts_of(table) if is_formula(text))


def _cannot_encode(content: Content, table: Table, look: Look) -> CannotEncodeError:
    """Return the error that names the first character without a place, where it stands, and how many more there are."""
    names = ((None, at, name) for at, name in enumerate(table.header(look.header)))
    found = [
        (row, at, letter)
        for row, at, text in (*names, *texts_of(table))
        for letter in text
        if not _has(look.encoding, letter)
    ]
    row, at, letter = found[0]
    letters = "".join(dict.fromkeys(letter for _, _, letter in found))
    place = content.place(table, row) if row else table.name
    column, point = table.columns[at], _point(letter)
    others = len(found) - 1
    more = (
        Bilingual(f"ほかに{others}文字（{letters}）。", f"{others} more ({letters}). ") if others else Bilingual("", "")
    )
    return CannotEncodeError(
        place,
        Bilingual(
            f"「{column.label}」（{column.name}）の「{letter}」（{point}）は {look.encoding} にない文字です。{more.ja}",
            f'the character "{letter}" ({point}) in {column.name} is not in {look.encoding}. {more.en}'.rstrip(),
        ),
        Bilingual(
            "--encoding を外し、Excelで開くなら --bom を付けてください（UTF-8）。または xlsx で書き出してください。",
            "Leave --encoding out (UTF-8; with --bom Excel opens it), or export xlsx.",
        ),
    )


def _has(encoding: str, text: str) -> bool:
    """Return whether an encoding gives a text back as it was: Python writes 〜 (U+301C) to cp932, and ～ comes back."""
    try:
        return text.encode(encoding).decode(encoding) == text
    except UnicodeEncodeError:
        return False


def _point(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return f"U+{ord(letter):04X} {name}".strip()

"""CSV: one table with commas between its cells, LF line ends, quotes only where they are needed.

What a cell says, and how a text is kept from becoming a formula, is told in :mod:`dxlist.exports.cells`.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from dxlist.exports.cells import plain_cell, to_cell
from dxlist.exports.encoding import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.exports.format import Style
    from dxlist.model.table import Table


def rows_to_bytes(table: Table, style: Style) -> Iterator[bytes]:
    """Yield a header and a line a row."""
    return delimited(table, style, ",")


def delimited(table: Table, style: Style, delimiter: str) -> Iterator[bytes]:
    """Yield a header and a line a row.

    Args:
        table: what to write.
        style: names, encoding, and whether texts stay raw.
        delimiter: what stands between two cells; a cell that holds it is quoted.
    """
    return encoded(table, style, lambda read: _lines(read, style, delimiter))


def _lines(table: Table, style: Style, delimiter: str) -> Iterator[str]:
    cell = plain_cell if style.raw_text else to_cell
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    for line in _values(table, style):
        writer.writerow(map(cell, line))
        yield stream.getvalue()
        stream.seek(0)
        stream.truncate()


def _values(table: Table, style: Style) -> Iterator[list[object] | tuple[object, ...]]:
    yield list(table.header(style.header))
    yield from table.shown_rows(style.header)

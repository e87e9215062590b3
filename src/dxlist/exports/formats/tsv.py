"""TSV: one table with tabs between its cells; all else is said in :mod:`dxlist.exports.formats.csv`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.exports.formats.csv import delimited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.exports.format import Style
    from dxlist.model.table import Table


def rows_to_bytes(table: Table, style: Style) -> Iterator[bytes]:
    """Yield a header and a line a row."""
    return delimited(table, style, "\t")

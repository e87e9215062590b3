"""JSON Lines: one object a line, of a row or of the whole record behind it, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.exports.formats.json import records_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.exports.format import Style
    from dxlist.model.table import Table


def rows_to_bytes(table: Table, _: Style) -> Iterator[bytes]:
    """Yield one object a line."""
    return (f"{record}\n".encode() for record in records_of(table))

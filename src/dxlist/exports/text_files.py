"""An old name, until the commands use the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.exports.cells import is_formula

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.table import Cells, Table


def formulas_of(table: Table) -> Iterator[tuple[Cells, int]]:
    """Yield the cells that a spreadsheet would run."""
    for row in table.rows:
        for at, value in enumerate(row):
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str) and is_formula(text):
                    yield row, at

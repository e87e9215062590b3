"""``Content``: the lists of an export and their tables by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.exports.tables.found import findings_table, mentions_table, projects_table
from dxlist.exports.tables.gathering import Lists
from dxlist.exports.tables.lists import departments_table, documents_table, initiatives_table, targets_table
from dxlist.exports.tables.names import TABLE_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dxlist.exports.tables.shape import Row, Table
    from dxlist.model.document import Document

_MAKERS: dict[str, Callable[[Lists], Table]] = {
    "documents": documents_table,
    "initiatives": initiatives_table,
    "departments": departments_table,
    "targets": targets_table,
    "projects": projects_table,
    "mentions": mentions_table,
    "findings": findings_table,
}


class Content(Lists):
    """The lists of an export, and their tables, each made once and where it is asked for.

    Arguments and errors are those of :class:`Lists`.
    """

    def __init__(self, documents: Sequence[tuple[str, Document]]) -> None:
        super().__init__(documents)
        self._tables: dict[str, Table] = {}

    def table(self, name: str) -> Table:
        """Return a table by its name."""
        if name not in self._tables:
            self._tables[name] = _MAKERS[name](self)
        return self._tables[name]

    def tables(self) -> Iterator[Table]:
        """Yield all tables."""
        return map(self.table, TABLE_NAMES)

    def place(self, table: Table, row: Row) -> str:
        """Return where a row comes from, for a message: the path of its list and the line, or else its key."""
        if stands := self.places.get(str(table.value(row, "initiative_id"))):
            return stands
        document, line = str(table.value(row, "document_id")), table.value(row, "line")
        if document in self.paths:
            return f"{self.paths[document]}:{line}" if line else self.paths[document]
        return f"{table.name} {' '.join(str(table.value(row, key)) for key in table.primary_key)}"

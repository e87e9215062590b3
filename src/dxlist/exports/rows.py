"""An old name, until the commands use the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.exports.format import FORMATS, Format, Style, formats_for
from dxlist.model.table import Table, TableColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.text.bilingual import Bilingual


class RowFormat(NamedTuple):
    """One format of an answer."""

    format: Format
    is_table: bool

    @property
    def name(self) -> str:
        """Return its name."""
        return self.format.name

    @property
    def about(self) -> Bilingual:
        """Return what it is."""
        return self.format.about

    def to_text(
        self, columns: Sequence[str], rows: Iterable[Sequence[object]], *, excel_safe: bool = False
    ) -> Iterator[str]:
        """Yield the text."""
        of = tuple(TableColumn(name, "any", name) for name in columns)
        table = Table("answer", of, (tuple(row) for row in rows))
        return (piece.decode() for piece in self.format.rows(table, Style(raw_text=not excel_safe)))


ROW_FORMATS = {
    name: RowFormat(found, name in {"csv", "tsv"}) for name, found in formats_for("rows").items() if found.is_text
}


def rows_to_csv(columns: Sequence[str], rows: Iterable[Sequence[object]], *, excel_safe: bool = False) -> Iterator[str]:
    """Yield CSV."""
    return RowFormat(FORMATS["csv"], is_table=True).to_text(columns, rows, excel_safe=excel_safe)


def rows_to_tsv(columns: Sequence[str], rows: Iterable[Sequence[object]], *, excel_safe: bool = False) -> Iterator[str]:
    """Yield TSV."""
    return RowFormat(FORMATS["tsv"], is_table=True).to_text(columns, rows, excel_safe=excel_safe)


def rows_to_markdown(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield Markdown."""
    return RowFormat(FORMATS["markdown"], is_table=False).to_text(columns, rows)

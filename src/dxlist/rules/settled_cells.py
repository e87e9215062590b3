"""``with_settled_cells``: a document -> the same as the rules see it: settled texts in the place of printed ones.

A correction of a sidecar mends the record and leaves the list alone.  What stands printed in its cell is mended by it:
no rule repeats that, whether it reads the text of the record or the raw cell.  The places of findings are those of the
list all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Fix
from dxlist.model.initiative import Corrected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.document import Document
    from dxlist.model.finding import Found
    from dxlist.model.initiative import Initiative, Source


PrintedCells = Mapping[tuple[int | None, int | None], str]
"""Line and cell of a corrected text -> what is printed there."""


class SettledCells(NamedTuple):
    """A document whose corrected columns say what the correction says, and what their cells print."""

    document: Document
    printed: PrintedCells


def as_printed(found: Found, printed: PrintedCells) -> Found:
    """Return a finding whose place is one of the list: of a corrected text its cell, for the letters are others."""
    place = found.place
    text = printed.get((place.line, place.cell))
    if text is None:
        return found
    return replace(found, place=place._replace(start=None, end=None, text=text))


def of_printed(fix: Fix | None, printed: PrintedCells) -> Fix | None:
    """Return a fix with its edits of printed cells alone; None where it has none."""
    edits = [edit for edit in fix.edits if (edit.line, edit.cell) not in printed] if fix else []
    return Fix(certain=fix.certain, edits=edits) if fix and edits else None


def with_settled_cells(document: Document) -> SettledCells:
    """Return the document as the rules see it; a document without corrections is itself."""
    if not any(isinstance(repair, Corrected) for row in document for repair in row.repairs):
        return SettledCells(document, {})
    printed: dict[tuple[int | None, int | None], str] = {
        (source.line, cell): text
        for row in document
        for repair, source in _corrected(row)
        if not _is_of_several_columns(repair.column, row)
        for cell, text in zip(source.cells, source.cell_texts, strict=True)
    }
    rows = [_settled(row) for row in document]
    return SettledCells(document.model_copy(update={"initiatives": rows}), printed)


def _corrected(row: Initiative) -> Iterator[tuple[Corrected, Source]]:
    """Yield the corrections of a row whose text is printed in cells, filled from above or not."""
    for repair in row.repairs:
        if isinstance(repair, Corrected) and (source := row.sources.get(repair.column)) and source.cells:
            yield repair, source


def _is_of_several_columns(column: str, row: Initiative) -> bool:
    """Return whether a text is that of several indicators, each of which has a source of its own."""
    cells = {key: source.cells for key, source in row.sources.items() if source}
    parts = [key for key in cells if key.startswith("indicators.") and set(cells[key]) < set(cells[column])]
    return column == "kpi_text" and len(parts) > 1


def _settled(row: Initiative) -> Initiative:
    sources = {
        repair.column: source.model_copy(update={"raw": _head(row, repair.column) + repair.value})
        for repair, source in _corrected(row)
    }
    return row.model_copy(update={"sources": {**row.sources, **sources}}) if sources else row


def _head(row: Initiative, column: str) -> str:
    """Return the codes that were split off the head of a corrected text."""
    codes = row.item_codes if column == "item" else [row.field_code or ""] if column == "field" else []
    return "".join(f"{code} " for code in codes if code)

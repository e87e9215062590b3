"""``note_kind``: lines of a page that are no part of its table: remarks, totals, units, page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.stages import Note, NoteKind, PhysicalRow
from dxlist.text.folding import fold
from dxlist.words import marks

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_MOST_CELLS = 4
_ALONE: tuple[tuple[NoteKind, re.Pattern[str]], ...] = (
    ("page_number", marks.PAGE_NUMBER),
    ("unit", marks.UNIT),
    ("note", marks.NOTE),
)


def note_kind(row: PhysicalRow) -> NoteKind | None:
    """Return whether a row stands beside the table; None for titles, headers and body rows.

    A remark, a unit, a page number stands alone in its row; a total may have numbers beside it.
    """
    texts = [text for cell in row.cells if (text := cell.strip())]
    if len(texts) > _MOST_CELLS and "計" not in texts[0]:
        return None
    first = fold(texts[0])
    if len(texts) == 1:
        alone = next((kind for kind, pattern in _ALONE if pattern.match(first)), None)
        if alone:
            return alone
    return "total" if _is_total(first, texts[1:]) else None


def _is_total(first: str, others: Sequence[str]) -> bool:
    return marks.TOTAL.match(first) is not None and all(any(c.isdigit() for c in text) for text in others)


def note_of(row: PhysicalRow, kind: NoteKind) -> Note:
    """Return the row as a note."""
    return Note(row.line, row.last_line, kind, "\t".join(row.cells).strip())

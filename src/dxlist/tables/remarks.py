"""What stands beside the rows of a table: remarks, legends, contacts, units, sums, page numbers.

Whether a line is one depends on the columns of the table too: a sentence under 事業概要 is the rest of a row.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dxlist.model.stages import Note
from dxlist.tables.shapes import office_level, shape_of
from dxlist.text.folding import fold
from dxlist.words import marks

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from dxlist.model.stages import HeaderCell, NoteKind, PhysicalRow

_MOST_CELLS_BESIDE_A_REMARK = 3
_ALONE: tuple[tuple[NoteKind, re.Pattern[str]], ...] = (
    ("page_number", marks.PAGE_NUMBER), ("unit", marks.UNIT), ("note", marks.NOTE), ("note", marks.CONTACT),
)  # fmt: skip
_LONGEST_SUM = 24
_SHORTEST_PROSE = 20
_LONGEST_FACT = 40
"""Characters of what stands beside 担当 or 電話."""
_TEXT_COLUMNS = ("overview", "kpi_text")
_BEFORE_SUMS = ("field", "item", "levels", "departments", "project_name")


def texts_of(row: PhysicalRow) -> tuple[str, ...]:
    """Return the non-blank cells of a row."""
    return _texts_of(row.cells)


@lru_cache(maxsize=1024)
def _texts_of(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([text for cell in cells if (text := cell.strip())])


def note_kind(row: PhysicalRow) -> NoteKind | None:
    """Return whether a row says of itself that it stands beside a table; None for titles, headers and body rows.

    A remark, a unit, a page number stands alone in its row; a legend and a contact have cells beside them, a total has
    numbers.
    """
    head, *others = texts_of(row)
    if len(others) > 1 and set(others) == {head}:  # a cell merged over all columns, as an extractor repeats it
        others = []
    first = fold(head)
    if not others:
        alone = next((kind for kind, pattern in _ALONE if pattern.match(first)), None)
        return alone or ("note" if marks.LEGEND.match(first) else _total_kind(first, ()))
    if marks.LEGEND.match(first) or (len(others) <= _MOST_CELLS_BESIDE_A_REMARK and _is_remark(first, others)):
        return "note"
    return _total_kind(first, others)


def _is_remark(first: str, others: Sequence[str]) -> bool:
    """Return whether cells beside the first leave it the head of a remark or of a contact."""
    if len(others) == 1 and marks.NOTE_MARK.match(first):
        return True
    facts = [_is_fact(text) for text in others]
    if marks.CONTACT.match(first):
        return all(facts)
    return marks.CONTACT_PERHAPS.match(first) is not None and all(facts) and any(map(_tells_where, others))


def _is_fact(text: str) -> bool:
    """Return whether a cell may be a name, an office, a number of a telephone: short, no sentence, no project."""
    return len(text) <= _LONGEST_FACT and (_tells_where(text) or shape_of(text).form in ("noun", "number"))


def _tells_where(text: str) -> bool:
    key = fold(text)
    return marks.REACHED.search(key) is not None or any(office_level(part) for part in text.split())


def _total_kind(first: str, others: Sequence[str]) -> NoteKind | None:
    total = marks.TOTAL.match(first) or (others and marks.TOTAL_OF.match(first))
    return "total" if total and all(map(_is_sum, others)) else None


def _is_sum(text: str) -> bool:
    return len(text) <= _LONGEST_SUM and marks.SUM.match(fold(text)) is not None


def kind_beside(row: PhysicalRow, header: Sequence[HeaderCell], *, apart: bool) -> NoteKind | None:
    """Return whether a row below a header stands beside the table, None where it is a row of it.

    Args:
        row: a row with a text.
        header: the columns of the table.
        apart: no row of the table stands between it and a blank line, a header, or the end.
    """
    kind = note_kind(row)
    if kind == "total" or (kind is None and len(texts_of(row)) > 1):
        return "total" if kind or _is_total_of_level(row, header) else None
    return kind or ("note" if _is_prose(row, header, apart=apart) else None)


def _is_total_of_level(row: PhysicalRow, header: Sequence[HeaderCell]) -> bool:
    """Return whether the word of a sum stands behind levels or an office, or in the column of the projects."""
    filled = [(i, text) for i, cell in enumerate(row.cells) if (text := cell.strip())]
    columns = {cell.position: cell for cell in header}
    for k, (at, text) in enumerate(filled[:-1]):
        cell = columns.get(at)
        if cell is None or not _stands_before_sums(cell):
            return False
        if marks.TOTAL.match(key := fold(text)) or marks.TOTAL_OF.match(key):
            return all(_is_sum(other) for _, other in filled[k + 1 :])
    return False


def _stands_before_sums(cell: HeaderCell) -> bool:
    return cell.column.partition(".")[0] in _BEFORE_SUMS or cell.role.kind in ("number", "code", "level")


def _is_prose(row: PhysicalRow, header: Sequence[HeaderCell], *, apart: bool) -> bool:
    """Return whether the one text of a row is prose about the table, and no text of one of its columns."""
    (at, text) = next((i, text) for i, cell in enumerate(row.cells) if (text := cell.strip()))
    own = next((cell for cell in header if cell.position == at), None)
    in_text = own is not None and (own.column in _TEXT_COLUMNS or own.role.kind in ("text", "overview", "indicator"))
    further = own is not None and at > 0 and own.column.startswith("extra.")
    if len(row.cells) > 1 and (in_text or further):
        return False
    key = fold(text)
    sentence = "。" in key or marks.SENTENCE_OF_PROSE.search(key) is not None
    if not sentence or len(key) < _SHORTEST_PROSE or shape_of(text).code.endswith("+"):
        return False
    return marks.OWN_SENTENCE.search(key) is not None or ("。" in key and (apart or own is None))


def note_of(row: PhysicalRow, kind: NoteKind) -> Note:
    """Return the row as a note."""
    return Note(row.line, row.last_line, kind, "\t".join(row.cells).strip())

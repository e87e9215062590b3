"""``try_edits``: a list and edits of it -> the list with those that do what they are to do, and no more than that.

An edit mends words.  One that moves a cell, changes another text, a header or the number of rows, or that is not read
again as it was meant, is not made.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from dxlist.document import parse_source
from dxlist.errors import DxlistError
from dxlist.fixes.raw_text import RawText, raw_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.document import Document
    from dxlist.model.finding import Edit
    from dxlist.model.stages import Piece, RawRecord
    from dxlist.reading.sources import ByteSource
    from dxlist.sidecar import Sidecar


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list as it is in memory: its bytes, and what they are read as beside a sidecar."""

    source: ByteSource
    encoding: str | None
    sidecar: Sidecar
    document: Document
    raw: RawText

    def with_data(self, data: bytes) -> ReadList:
        """Return the list with other bytes, read anew; errors as of :func:`dxlist.parse`."""
        return read_list(replace(self.source, open=lambda: io.BytesIO(data), watch=None), self.encoding, self.sidecar)


def read_list(source: ByteSource, encoding: str | None, sidecar: Sidecar, document: Document | None = None) -> ReadList:
    """Return a list as it is read beside a sidecar; ``document``: where it has just been read so.

    Raises:
        DxlistError: it cannot be read, or cannot be changed.
    """
    document = document or parse_source(source, encoding, sidecar)
    return ReadList(source, encoding, sidecar, document, raw_text(source, document))


def try_edits(before: ReadList, edits: Sequence[Edit]) -> tuple[ReadList, Sequence[Edit]]:
    """Return the list with the edits that can be made, and these.

    Args:
        before: the list.
        edits: such as it takes, none over another.
    """
    if not edits:
        return before, ()
    after = _read_with(before, edits)
    wrong = wrong_lines(before, after, edits) if after else None
    if after and wrong == set():
        return after, edits
    by_line = [list(group) for _, group in groupby(sorted(edits, key=_place), key=lambda edit: edit.line)]
    known = [group for group in by_line if wrong and group[0].line in wrong]
    if known:
        return try_edits(before, [edit for group in by_line if group not in known for edit in group])
    if len(by_line) == 1:
        return before, ()
    halves = by_line[: len(by_line) // 2], by_line[len(by_line) // 2 :]
    first, made = try_edits(before, [edit for group in halves[0] for edit in group])
    second, more = try_edits(first, [edit for group in halves[1] for edit in group])
    return second, (*made, *more)


def _place(edit: Edit) -> tuple[int, int, int]:
    return edit.line, edit.cell, edit.start


def _read_with(before: ReadList, edits: Iterable[Edit]) -> ReadList | None:
    try:
        return before.with_data(before.raw.with_edits(edits))
    except (DxlistError, ValueError):
        return None


def wrong_lines(before: ReadList, after: ReadList, edits: Iterable[Edit]) -> set[int] | None:
    """Return the lines on which more, or something else, has changed than the edits say; None: the table is another."""
    by_cell = dict[tuple[int, int], list["Edit"]]()
    for edit in edits:
        by_cell.setdefault((edit.line, edit.cell), []).append(edit)
    if _shape(before.document) != _shape(after.document) or not _rows_as_meant(before.raw, after.raw, by_cell):
        return None
    pairs = zip(records_of(before.document), records_of(after.document), strict=True)
    return {old.aligned.row.line for old, new in pairs if not _is_as_meant(old, new, by_cell)}


def records_of(document: Document) -> Iterator[RawRecord]:
    """Yield the raw records of a list in the order of its rows."""
    return (record for trail in document.trail for record in trail.records if record)


def own_pieces(record: RawRecord) -> Mapping[str, Piece]:
    """Return the texts that are printed in a row itself, by column."""
    return {column: piece for column, piece in record.pieces.items() if piece.line == record.aligned.row.line}


def _shape(document: Document) -> object:
    """Return what no edit may change: how the list is read, its columns and lines, what belongs to no column."""
    info = document.document
    return (
        (info.read_as, info.delimiter, len(document.leftovers), len(info.noted_corrections)),
        [(page.body_lines, page.title_lines, page.header_lines, page.note_lines) for page in info.pages],
        [(cell.cell, cell.column, cell.role) for page in info.pages for cell in page.header],
        [record.aligned.row.line for record in records_of(document)],
        [(note.line, note.column) for note in info.unused_corrections if note.column not in {"row", "cell"}],
    )


def _rows_as_meant(before: RawText, after: RawText, by_cell: Mapping[tuple[int, int], Sequence[Edit]]) -> bool:
    """Return whether each row has the cells that it had, with the edits in those that are edited."""
    if before.rows.keys() != after.rows.keys():
        return False
    edited = {line for line, _ in by_cell}
    if any(before.rows[line].cells != after.rows[line].cells for line in before.rows.keys() - edited):
        return False
    return all(
        tuple(edited_text(text, by_cell.get((line, cell), ())) for cell, text in enumerate(before.rows[line].cells, 1))
        == after.rows[line].cells
        for line in edited
    )


def edited_text(text: str, edits: Iterable[Edit]) -> str:
    """Return the text of a cell with edits of it."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _is_as_meant(old: RawRecord, new: RawRecord, by_cell: Mapping[tuple[int, int], Sequence[Edit]]) -> bool:
    """Return whether a row has its columns in the cells in which they were, and other texts in edited cells alone."""
    before, after = own_pieces(old), own_pieces(new)
    if before.keys() != after.keys() or old.fills != new.fills or old.doubts != new.doubts:
        return False
    line = old.aligned.row.line
    for column, piece in before.items():
        is_edited = any((line, cell) in by_cell for cell in piece.cells)
        if piece.cells != after[column].cells or (not is_edited and piece.text != after[column].text):
            return False
    return True


def differing_lines(one: Document, other: Document) -> set[int]:
    """Return the lines of the rows of which two readings of a list, with the same rows, give other records."""
    pairs = zip(one, other, strict=True)
    return {a.line for a, b in pairs if a.model_dump(exclude=_OF_PRINT) != b.model_dump(exclude=_OF_PRINT)}


_OF_PRINT = {"initiative_id", "document_id", "shared_with", "sources", "repairs", "confidence", "confirmed"}
"""Keys of a record that say how it stands in the list, and no more."""

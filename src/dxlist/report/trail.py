"""``explain_line``: a document and a line of its list -> the trail of that line, as sections of labelled texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.stages import Note, PhysicalRow
from dxlist.report.blocks import CONTINUED, Block, Entry
from dxlist.report.trail_cells import fit, placed_cells, plain_cells
from dxlist.report.trail_record import record_entries, repair_entries, source_entries, target_entries
from dxlist.report.trail_words import FURTHER, NO_RECORD, SECTIONS
from dxlist.report.words import COLUMN_WORDS, KIND_WORDS, word
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.document import Document, Trail
    from dxlist.model.stages import HeaderCell, PageTable


def last_line_of(document: Document) -> int:
    """Return the number of physical lines of a list."""
    return max((max(_lines(trail.table), default=0) for trail in document.trail), default=0)


def explain_line(document: Document, line: int) -> list[Block]:
    """Return the trail of one physical line; a line within a quoted cell is explained with its row."""
    for trail in document.trail:
        if line in _lines(trail.table):
            return list(_sections(document, trail, line))
    return []


def _lines(table: PageTable) -> set[int]:
    rows: Sequence[PhysicalRow | Note] = (*table.titles, *table.header_rows, *table.rows, *table.notes)
    return {line for row in rows for line in range(row.line, row.last_line + 1)} | set(table.blank_lines)


def _sections(document: Document, trail: Trail, line: int) -> Iterator[Block]:
    kind, row = _find(trail.table, line)
    yield Block(SECTIONS["line"], tuple(_place(kind, trail.table, row)))
    if kind == "body":
        yield from _body(document, trail, line)
    elif isinstance(row, PhysicalRow):
        yield Block(SECTIONS["texts"], tuple(plain_cells(row)))
    if kind == "header":
        yield Block(SECTIONS["columns"], tuple(map(_header_entry, trail.table.header)))


def _find(table: PageTable, line: int) -> tuple[str, PhysicalRow | Note | None]:
    """Return the kind of a line and the row that it is, or that it belongs to."""
    kinds: tuple[tuple[str, Sequence[PhysicalRow | Note]], ...] = (
        ("title", table.titles),
        ("header", table.header_rows),
        ("body", table.rows),
        ("note", table.notes),
    )
    found = ((kind, row) for kind, rows in kinds for row in rows if row.line <= line <= row.last_line)
    return next(found, ("blank", None))


def _place(kind: str, table: PageTable, row: PhysicalRow | Note | None) -> Iterator[Entry]:
    yield Entry(SECTIONS["kind"], word(KIND_WORDS, row.kind if isinstance(row, Note) else kind))
    if row is None:
        return
    page = Bilingual(f"{table.page}ページ、表{table.part}", f"page {table.page}, list {table.part}")
    yield Entry(SECTIONS["place"], page)
    if row.last_line > row.line:
        yield Entry(SECTIONS["row"], _extent(row))
    if isinstance(row, Note):
        yield Entry(SECTIONS["text"], Bilingual(row.text, row.text))


def _extent(row: PhysicalRow | Note) -> Bilingual:
    return Bilingual(
        f"{row.line}～{row.last_line}行目で1行です（引用符の中の改行）。",
        f"lines {row.line} to {row.last_line} are one row (line breaks within quotes).",
    )


def _body(document: Document, trail: Trail, line: int) -> Iterator[Block]:
    pairs = zip(trail.aligned, trail.records, strict=True)
    aligned, record = next(pair for pair in pairs if pair[0].row.line <= line <= pair[0].row.last_line)
    initiative = next((i for i in document if record and i.line == aligned.row.line), None)
    yield Block(SECTIONS["cells"], tuple(placed_cells(document, trail.table, aligned)))
    yield Block(SECTIONS["fit"], tuple(fit(aligned, record, initiative)))
    if initiative is None:
        yield Block(SECTIONS["record"], (Entry(CONTINUED, NO_RECORD, "dim"),))
        return
    yield Block(SECTIONS["sources"], tuple(source_entries(initiative)))
    if initiative.repairs:
        yield Block(SECTIONS["repairs"], tuple(repair_entries(initiative)))
    if initiative.kpi_targets:
        yield Block(SECTIONS["targets"], tuple(target_entries(initiative)))
    yield Block(SECTIONS["record"], tuple(record_entries(initiative)))


def _header_entry(cell: HeaderCell) -> Entry:
    return Entry(Bilingual(cell.text, cell.text), word(COLUMN_WORDS, cell.column) if cell.column else FURTHER)

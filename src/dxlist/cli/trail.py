"""``explain_line``: a document and a line of its list -> the trail of that line, as sections of labelled texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.bilingual import Bilingual
from dxlist.cli.trail_entries import Entry, Section
from dxlist.cli.trail_record import record_entries, repair_entries, source_entries
from dxlist.cli.trail_words import COLUMN, SECTIONS, looks_of, offset_words, over
from dxlist.cli.words import COLUMN_WORDS, DOUBT_WORDS, KIND_WORDS, LEFTOVER_WORDS, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.document import Document, Trail
    from dxlist.model.stages import AlignedRow, HeaderCell, Note, PageTable, PhysicalRow, Placed, RawRecord


def last_line_of(document: Document) -> int:
    """Return the number of physical lines of a list."""
    return max((max(_lines(trail.table), default=0) for trail in document.trail), default=0)


def explain_line(document: Document, line: int) -> list[Section]:
    """Return the trail of one physical line; a line within a quoted cell is explained with its row."""
    for trail in document.trail:
        if line in _lines(trail.table):
            return list(_sections(document, trail, line))
    return []


def _lines(table: PageTable) -> set[int]:
    rows: Sequence[PhysicalRow | Note] = (*table.titles, *table.header_rows, *table.rows, *table.notes)
    return {line for row in rows for line in range(row.line, row.last_line + 1)} | set(table.blank_lines)


def _sections(document: Document, trail: Trail, line: int) -> Iterator[Section]:
    table = trail.table
    for aligned, record in zip(trail.aligned, trail.records, strict=True):
        if _holds(aligned.row, line):
            yield _place("body", table, aligned.row)
            yield from _body(document, table, aligned, record)
            return
    for kind, rows in (("title", table.titles), ("header", table.header_rows)):
        for row in rows:
            if _holds(row, line):
                yield _place(kind, table, row)
                yield Section(SECTIONS["cells"], tuple(_plain_cells(row)))
                if kind == "header":
                    yield Section(SECTIONS["columns"], tuple(map(_header_entry, table.header)))
                return
    for note in table.notes:
        if _holds(note, line):
            yield _place(note.kind, table, note, note.text)
            return
    yield _place("blank", table, None)


def _holds(row: PhysicalRow | Note, line: int) -> bool:
    return row.line <= line <= row.last_line


def _place(kind: str, table: PageTable, row: PhysicalRow | Note | None, text: str = "") -> Section:
    entries = [Entry(SECTIONS["kind"], word(KIND_WORDS, kind))]
    if row is not None:
        page = f"{table.page} · {table.part}"
        entries.append(Entry(SECTIONS["page_and_part"], Bilingual(page, page)))
        if row.last_line > row.line:
            both = Bilingual(
                f"{row.line}～{row.last_line}行目で1行です（引用符の中の改行）。",
                f"lines {row.line} to {row.last_line} are one row (line breaks within quotes).",
            )
            entries.append(Entry(SECTIONS["row"], both))
    if text:
        entries.append(Entry(SECTIONS["text"], Bilingual(text, text)))
    return Section(SECTIONS["line"], tuple(entries))


def _body(document: Document, table: PageTable, aligned: AlignedRow, record: RawRecord | None) -> Iterator[Section]:
    yield Section(SECTIONS["cells"], tuple(_cells(document, table, aligned)))
    yield Section(SECTIONS["fit"], tuple(_fit(aligned, record)))
    initiative = next((i for i in document.initiatives if record and i.line == aligned.row.line), None)
    if initiative is None:
        text = Bilingual(
            "この行だけのレコードはありません。分野は下の行に引き継がれます。",
            "no record of its own; its field goes to the rows below.",
        )
        yield Section(SECTIONS["record"], (Entry(SECTIONS["record"], text),))
        return
    yield Section(SECTIONS["sources"], tuple(source_entries(initiative)))
    if initiative.repairs:
        yield Section(SECTIONS["repairs"], tuple(repair_entries(initiative)))
    yield Section(SECTIONS["record"], tuple(record_entries(initiative)))


def _plain_cells(row: PhysicalRow) -> Iterator[Entry]:
    for number, cell in enumerate(row.cells, 1):
        if cell.strip():
            yield Entry(cell_label(number), Bilingual(cell, cell))


def _header_entry(cell: HeaderCell) -> Entry:
    none = Bilingual("その他の列（extra）", "a further column (extra)")
    return Entry(Bilingual(cell.text, cell.text), word(COLUMN_WORDS, cell.column) if cell.column else none)


def cell_label(number: int) -> Bilingual:
    """Name a cell by its 1-based number."""
    return Bilingual(f"セル{number}", f"cell {number}")


def _cells(document: Document, table: PageTable, aligned: AlignedRow) -> Iterator[Entry]:
    """Yield for each cell its text, and below it the column that it was given and why."""
    given = {placed.index: placed for placed in aligned.placed}
    for index, cell in enumerate(aligned.row.cells):
        if placed := given.get(index):
            yield Entry(cell_label(index + 1), Bilingual(cell, cell))
            yield Entry(Bilingual("", ""), _why(document, table, aligned, placed))


def _why(document: Document, table: PageTable, aligned: AlignedRow, placed: Placed) -> Bilingual:
    looks = looks_of(aligned.row.cells[placed.index])
    header = next((cell.text for cell in table.header if cell.position == placed.index), None)
    stands = over(header)
    if placed.column is None:
        left = (x for x in document.leftovers if (x.line, x.cell) == (aligned.row.line, placed.index + 1))
        reason = word(LEFTOVER_WORDS, next((x.reason for x in left), "no_place"))
        return Bilingual(
            f"→ 残り: {reason.ja}。{looks.ja}、{stands.ja}", f"→ left over: {reason.en}; {looks.en}, {stands.en}"
        )
    column, moved = word(COLUMN_WORDS, placed.column), offset_words(placed.offset)
    return Bilingual(
        f"→ {column.ja}（{looks.ja}、{stands.ja}、{moved.ja}）", f"→ {column.en} ({looks.en}, {stands.en}, {moved.en})"
    )


def _fit(aligned: AlignedRow, record: RawRecord | None) -> Iterator[Entry]:
    """Yield how sure the assignment is, what the next best one would change, and what else is doubtful."""
    margin = f"{aligned.margin:.2f}"
    yield Entry(
        SECTIONS["margin"],
        Bilingual(f"{margin}（次の候補との差、対数オッズ）", f"{margin} (log-odds over the runner-up)"),
    )
    yield Entry(SECTIONS["runner_up"], _runner_up(aligned))
    for column in aligned.cut:
        lost = Bilingual(f"{word(COLUMN_WORDS, column).ja}", f"{word(COLUMN_WORDS, column).en}")
        yield Entry(SECTIONS["cut"], lost)
    for doubt in record.doubts if record else ():
        yield Entry(SECTIONS["doubt"], word(DOUBT_WORDS, doubt))


def _runner_up(aligned: AlignedRow) -> Bilingual:
    """Say in which cells the next best assignment differs."""
    chosen = {placed.index: placed.column for placed in aligned.placed}
    other = [(p.index, p.column) for p in aligned.runner_up or () if chosen.get(p.index) != p.column]
    if not other:
        return Bilingual("近い候補はありません。", "none comes near.")
    words = [
        (cell_label(index + 1), word(COLUMN_WORDS, column) if column else COLUMN["none"]) for index, column in other
    ]
    return Bilingual("、".join(f"{c.ja} → {w.ja}" for c, w in words), ", ".join(f"{c.en} → {w.en}" for c, w in words))

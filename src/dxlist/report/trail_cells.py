"""The middle of a line's trail: its cells with the columns given to them and why, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.initiatives import DOUBTFUL
from dxlist.report.blocks import CONTINUED, Entry
from dxlist.report.trail_words import NO_COLUMN, SECTIONS, looks_of, offset_words, over
from dxlist.report.words import COLUMN_WORDS, DOUBT_WORDS, LEFTOVER_WORDS, word
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative
    from dxlist.model.stages import AlignedRow, PageTable, PhysicalRow, Placed, RawRecord


def cell_label(number: int) -> Bilingual:
    """Name a cell by its 1-based number."""
    return Bilingual(f"セル{number}", f"cell {number}")


def plain_cells(row: PhysicalRow) -> Iterator[Entry]:
    """Yield the non-blank cells of a row."""
    for number, cell in enumerate(row.cells, 1):
        if cell.strip():
            yield Entry(cell_label(number), Bilingual(cell, cell))


def placed_cells(document: Document, table: PageTable, aligned: AlignedRow) -> Iterator[Entry]:
    """Yield for each non-blank cell its text, and below it the column that it was given and why."""
    for placed in aligned.placed:
        cell = aligned.row.cells[placed.index]
        yield Entry(cell_label(placed.index + 1), Bilingual(cell, cell))
        yield Entry(CONTINUED, _why(document, table, aligned, placed), "dim")


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


def fit(aligned: AlignedRow, record: RawRecord | None, initiative: Initiative | None) -> Iterator[Entry]:
    """Yield how sure the assignment is, what the next best one would change, and what else is doubtful."""
    if initiative:
        yield Entry(SECTIONS["confidence"], _confidence(initiative.confidence))
    if record and record.pieces:
        yield Entry(SECTIONS["weakest"], _weakest(record))
    yield Entry(SECTIONS["margin"], _odds(aligned.margin))
    yield Entry(SECTIONS["runner_up"], _runner_up(aligned))
    for column in aligned.cut:
        yield Entry(SECTIONS["cut"], word(COLUMN_WORDS, column))
    for doubt in record.doubts if record else ():
        yield Entry(SECTIONS["doubt"], word(DOUBT_WORDS, doubt))


def _confidence(confidence: float) -> Bilingual:
    if confidence >= DOUBTFUL:
        return Bilingual(f"{confidence:.2f}", f"{confidence:.2f}")
    return Bilingual(
        f"{confidence:.2f}（{DOUBTFUL}より低いので、疑わしい行です）",
        f"{confidence:.2f} (below {DOUBTFUL}: a doubtful row)",
    )


def _odds(margin: float) -> Bilingual:
    return Bilingual(f"{margin:.2f}（次の候補との差、対数オッズ）", f"{margin:.2f} over the next best (log-odds)")


def _weakest(record: RawRecord) -> Bilingual:
    """Name the text whose place and line ends are least sure; its margin bounds the confidence of the row."""
    column, piece = min(record.pieces.items(), key=lambda entry: entry[1].margin)
    name, odds = word(COLUMN_WORDS, column), _odds(piece.margin)
    return Bilingual(f"{name.ja}（{piece.line}行目） {odds.ja}", f"{name.en} (line {piece.line}) {odds.en}")


def _runner_up(aligned: AlignedRow) -> Bilingual:
    """Say in which cells the next best assignment differs."""
    chosen = {placed.index: placed.column for placed in aligned.placed}
    other = [(p.index, p.column) for p in aligned.runner_up or () if chosen.get(p.index) != p.column]
    if not other:
        return Bilingual("近い候補はありません。", "none comes near.")
    words = [(cell_label(index + 1), word(COLUMN_WORDS, column) if column else NO_COLUMN) for index, column in other]
    return Bilingual("、".join(f"{c.ja} → {w.ja}" for c, w in words), ", ".join(f"{c.en} → {w.en}" for c, w in words))

"""``trail_of``: a document and a line of its list -> the trail of that line, as blocks of labelled texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.errors import DxlistError
from dxlist.exports.described.page_columns import dated_role
from dxlist.initiatives import DOUBTFUL
from dxlist.model.stages import Note, PhysicalRow, is_further
from dxlist.report.blocks import CONTINUED, Block, Entry, in_brackets
from dxlist.report.role_words import page_kind_text, role_text
from dxlist.report.trail_record import record_entries, repair_entries, source_entries, target_entries
from dxlist.tables.shapes import shape_of
from dxlist.text.bilingual import COMMA, EMPTY, Bilingual, both_languages, plural
from dxlist.words.code_words import DOUBT_WORDS, LEFTOVER_WORDS, LINE_WORDS, word
from dxlist.words.column_names import column_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.document import Document, Trail
    from dxlist.model.initiative import Initiative
    from dxlist.model.stages import AlignedRow, HeaderCell, PageTable, Placed, RawRecord


def _last_line_of(document: Document) -> int:
    """Return the number of physical lines of a list."""
    return max((max(_lines(trail.table), default=0) for trail in document.trail), default=0)


def trail_of(document: Document, line: int) -> list[Block]:
    """Return how one physical line was read, as ``dxlist explain`` shows it: sections of labelled texts.

    Args:
        document: what ``dxlist.parse`` returns; a document of a file keeps no trail.
        line: from 1; a line within a quoted cell is explained with its row.

    Raises:
        DxlistError: the list has no such line.

    >>> import dxlist
    >>> blocks = trail_of(dxlist.parse("data/raw/fukushima_r04.tsv"), 11)
    >>> [block.title.en for block in blocks][:4]
    ['line', 'cells, and the columns given to them', 'how sure', 'sources']
    """
    for trail in document.trail:
        if line in _lines(trail.table):
            return list(_sections(document, trail, line))
    last = _last_line_of(document)
    lines = plural(last, "行", "line")
    problem = Bilingual(f"この一覧は{lines.ja}しかありません。", f"the list has only {lines.en}.")
    remedy = Bilingual(f"1から{last}までの行番号を指定してください。", f"Give a line from 1 to {last}.")
    raise DxlistError(f"{document.document.document_id}:{line}", problem, remedy)


def _lines(table: PageTable) -> set[int]:
    rows: Sequence[PhysicalRow | Note] = (
        *table.titles, *table.header_rows, *table.sections, *table.rows, *table.notes,
    )  # fmt: skip
    return {line for row in rows for line in row.lines()} | set(table.blank_lines)


def _sections(document: Document, trail: Trail, line: int) -> Iterator[Block]:
    kind, row = _find(trail.table, line)
    yield Block(SECTIONS["line"], tuple(_place(kind, trail, row)))
    if kind == "body":
        yield from _body(document, trail, line)
    elif isinstance(row, PhysicalRow):
        yield Block(SECTIONS["texts"], tuple(plain_cells(row)))
    source = document.document.local_government_from
    if kind == "title" and source and source.line == line:
        said = both_languages(f"{document.document.local_government_name} {document.document.local_government_code}")
        yield Block(SECTIONS["says"], (Entry(_GOVERNMENT, said),))
    if kind == "header":
        if len(trail.table.header_rows) > 1:
            yield Block(SECTIONS["tree"], tuple(_tree(trail.table)))
        yield Block(SECTIONS["columns"], tuple(map(_header_entry, trail.table.header)))


def _find(table: PageTable, line: int) -> tuple[str, PhysicalRow | Note | None]:
    """Return the kind of a line and the row that it is, or that it belongs to."""
    kinds: tuple[tuple[str, Sequence[PhysicalRow | Note]], ...] = (
        ("title", table.titles),
        ("header", table.header_rows),
        ("section", table.sections),
        ("body", table.rows),
        ("note", table.notes),
    )
    found = ((kind, row) for kind, rows in kinds for row in rows if line in row.lines())
    return next(found, ("blank", None))


def _place(kind: str, trail: Trail, row: PhysicalRow | Note | None) -> Iterator[Entry]:
    table = trail.table
    yield Entry(SECTIONS["kind"], word(LINE_WORDS, row.kind if isinstance(row, Note) else kind))
    if row is None:
        return
    page = Bilingual(f"{table.page}ページ、表{table.part}", f"page {table.page}, list {table.part}")
    yield Entry(SECTIONS["place"], page)
    if trail.kind and kind in {"header", "body"}:
        yield Entry(SECTIONS["page_kind"], page_kind_text(trail.kind))
    if row.last_line > row.line:
        yield Entry(SECTIONS["row"], _extent(row))
    if isinstance(row, Note):
        yield Entry(SECTIONS["text"], both_languages(row.text))


def _extent(row: PhysicalRow | Note) -> Bilingual:
    return Bilingual(
        f"{row.line}～{row.last_line}行目で1行です（引用符の中の改行）。",
        f"lines {row.line} to {row.last_line} are one row (line breaks within quotes).",
    )


def _body(document: Document, trail: Trail, line: int) -> Iterator[Block]:
    pairs = zip(trail.aligned, trail.records, strict=True)
    aligned, record = next(pair for pair in pairs if line in pair[0].row.lines())
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


def _tree(table: PageTable) -> Iterator[Entry]:
    """Yield the rows of a header as printed, a line each; below each cell stand the cells that it spans."""
    for row in table.header_rows:
        shown = (cell.strip().replace("\n", "") or _BLANK_CELL for cell in row.cells)
        yield Entry(Bilingual(f"{row.line}行目", f"line {row.line}"), both_languages(" | ".join(shown)))


_BLANK_CELL = "·"


def _header_entry(cell: HeaderCell) -> Entry:
    """Return a column: its full name, its role with qualifiers, and where its cells go."""
    goes = FURTHER if is_further(cell) else column_name(cell.column)
    said = role_text(dated_role(cell))
    text = said if said == goes else said + " → " + goes
    return Entry(both_languages(cell.text), text + (in_brackets(_GUESSED) if cell.guessed else EMPTY))


_GUESSED = Bilingual("下のセルからの推定", "guessed by its cells")


def cell_label(number: int | str) -> Bilingual:
    """Name a cell by its 1-based number."""
    return Bilingual(f"セル{number}", f"cell {number}")


def plain_cells(row: PhysicalRow) -> Iterator[Entry]:
    """Yield the non-blank cells of a row."""
    for number, cell in enumerate(row.as_printed().cells, 1):
        if cell.strip():
            yield Entry(cell_label(number), both_languages(cell))


def placed_cells(document: Document, table: PageTable, aligned: AlignedRow) -> Iterator[Entry]:
    """Yield for each non-blank cell its text, and below it the column that it was given and why."""
    for placed in aligned.placed:
        cell = aligned.row.as_printed().cells[placed.index]
        yield Entry(cell_label(placed.index + 1), both_languages(cell))
        yield Entry(CONTINUED, _why(document, table, aligned, placed), "dim")


def _why(document: Document, table: PageTable, aligned: AlignedRow, placed: Placed) -> Bilingual:
    looks = looks_of(aligned.row.cells[placed.index])
    header = next((cell.text for cell in table.header if cell.position == placed.index), None)
    stands = over(header)
    if placed.column is None:
        left = (x for x in document.leftovers if (x.line, x.cell) == (aligned.row.line, placed.index + 1))
        reason = word(LEFTOVER_WORDS, next((x.reason for x in left), "no_place"))
        return _LEFT_OVER + reason + Bilingual("。", "; ") + COMMA.join([looks, stands])
    moved = COMMA.join([looks, stands, offset_words(placed.offset)])
    return "→ " + column_name(placed.column) + in_brackets(moved)


def fit(aligned: AlignedRow, record: RawRecord | None, initiative: Initiative | None) -> Iterator[Entry]:
    """Yield how sure the assignment is, what the next best one would change, and what else is doubtful."""
    if initiative:
        yield Entry(SECTIONS["confidence"], _confidence(initiative.confidence))
        if initiative.confirmed:
            yield Entry(SECTIONS["confirmed"], both_languages(initiative.confirmed))
    if record and record.pieces:
        yield Entry(SECTIONS["weakest"], _weakest(record))
    yield Entry(SECTIONS["margin"], _odds(aligned.margin))
    yield Entry(SECTIONS["runner_up"], _runner_up(aligned))
    for column in aligned.cut:
        yield Entry(SECTIONS["cut"], column_name(column))
    for doubt in record.doubts if record else ():
        yield Entry(SECTIONS["doubt"], word(DOUBT_WORDS, doubt))


def _confidence(confidence: float) -> Bilingual:
    low = Bilingual(f"{DOUBTFUL}より低いので、疑わしい行です", f"below {DOUBTFUL}: a doubtful row")
    return f"{confidence:.2f}" + (in_brackets(low) if confidence < DOUBTFUL else EMPTY)


def _odds(margin: float) -> Bilingual:
    return Bilingual(f"{margin:.2f}（次の候補との差、対数オッズ）", f"{margin:.2f} over the next best (log-odds)")


def _weakest(record: RawRecord) -> Bilingual:
    """Return the text whose place and line ends are least sure; its margin bounds the confidence of the row."""
    column, piece = min(record.pieces.items(), key=lambda entry: entry[1].margin)
    line = Bilingual(f"{piece.line}行目", f"line {piece.line}")
    return column_name(column) + in_brackets(line) + " " + _odds(piece.margin)


def _runner_up(aligned: AlignedRow) -> Bilingual:
    """Return in which cells the next best assignment differs."""
    chosen = {placed.index: placed.column for placed in aligned.placed}
    other = [(p.index, p.column) for p in aligned.runner_up or () if chosen.get(p.index) != p.column]
    if not other:
        return Bilingual("近い候補はありません。", "none comes near.")
    names = ((cell_label(index + 1), column_name(column) if column else NO_COLUMN) for index, column in other)
    return COMMA.join(cell + " → " + name for cell, name in names)


SECTIONS: dict[str, Bilingual] = {
    "line": Bilingual("行", "line"),
    "texts": Bilingual("セル", "cells"),
    "says": Bilingual("この行から分かること", "what this line says"),
    "kind": Bilingual("種類", "kind"),
    "place": Bilingual("場所", "place"),
    "page_kind": Bilingual("ページの種類", "kind of page"),
    "tree": Bilingual("見出しの行（印刷のまま）", "rows of the header, as printed"),
    "row": Bilingual("範囲", "range"),
    "text": Bilingual("文字", "text"),
    "cells": Bilingual("セルと、あてた列", "cells, and the columns given to them"),
    "columns": Bilingual("見出しから分かった列", "columns that the header names"),
    "fit": Bilingual("割り当ての確かさ", "how sure"),
    "confidence": Bilingual("確度", "confidence"),
    "confirmed": Bilingual("人の確認", "confirmed"),
    "margin": Bilingual("列の差", "margin"),
    "weakest": Bilingual("最も弱い値", "weakest text"),
    "targets": Bilingual("目標の読み取り", "targets read"),
    "runner_up": Bilingual("次の候補", "runner-up"),
    "cut": Bilingual("切れて失われた列", "lost at the edge"),
    "doubt": Bilingual("疑い", "doubt"),
    "sources": Bilingual("出典", "sources"),
    "repairs": Bilingual("補正", "repairs"),
    "record": Bilingual("レコード", "record"),
}

_LEFT_OVER = Bilingual("→ 残り: ", "→ left over: ")
NO_COLUMN = Bilingual("どの列でもない", "no column")
FURTHER = Bilingual("その他の列（extra）", "a further column (extra)")
NO_RECORD = Bilingual(
    "この行だけのレコードはありません。分野は下の行に引き継がれます。",
    "no record of its own; its field goes to the rows below.",
)

_CODES: dict[str, Bilingual] = {
    "simple": Bilingual("1のような番号", "a code like 1"),
    "dai": Bilingual("第1のような番号", "a code like 第1"),
    "compound": Bilingual("1(1)のような番号", "a code like 1(1)"),
    "plan": Bilingual("「計画」の印", "the mark 計画"),
}
_GOVERNMENT = Bilingual("地方公共団体", "local government")
_WITH_TITLE = Bilingual("と題名", " with a title")
_OFFICES = (EMPTY, Bilingual("部署名かもしれない", "perhaps an office"), Bilingual("部署名", "an office"))
_FORMS: dict[str, Bilingual] = {
    "noun": Bilingual("名詞", "a noun"),
    "project": Bilingual("事業名らしい", "like a project name"),
    "sentence": Bilingual("文", "a sentence"),
    "target": Bilingual("目標らしい", "like a target"),
    "number": Bilingual("数値", "a number"),
}


def looks_of(cell: str) -> Bilingual:
    """Return what a cell looks like, in the traits by which the columns weigh it."""
    shape = shape_of(cell)
    kind = word(_CODES, shape.code.rstrip("+")) if shape.code else EMPTY
    traits = (kind + (_WITH_TITLE if shape.code.endswith("+") else EMPTY), _OFFICES[shape.office])
    return _AND.join(filter(None, traits)) or word(_FORMS, shape.form)


_AND = Bilingual("・", " and ")


def over(header: str | None) -> Bilingual:
    """Return under which header a cell stands."""
    if header is None:
        return Bilingual("上に見出しなし", "under no header")
    return Bilingual(f"見出し「{header}」の下", f'under "{header}"')


def offset_words(offset: int) -> Bilingual:
    """Return how far a cell stands from where its column usually is on the page."""
    if not offset:
        return Bilingual("いつもの位置", "in its usual place")
    count = abs(offset)
    return Bilingual(
        f"{'右' if offset > 0 else '左'}に{count}つずれている",
        f"{count} to the {'right' if offset > 0 else 'left'} of its place",
    )

"""``join_cut_rows``: the rest of a row that a page end cut is joined to it, its cells behind a line break.

The first row of a page is such a rest where it has no level, no unit and no project of its own, and each of its cells
goes on with a text of the last row of the page before that does not end as a text does.  Names are cut as well: in
brackets, or before them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dxlist.model.stages import AlignedRow, Cut, HeaderCell, PageTable, PhysicalRow, Piece
from dxlist.tables.cleaning import without
from dxlist.tables.shapes import code_kind
from dxlist.words import endings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_TEXTS = ("overview", "kpi_text")
_KINDS_OF_TEXT = ("text", "overview", "indicator", "note", "further", "schedule")


def join_cut_rows(tables: Iterable[PageTable]) -> Iterator[PageTable]:
    """Yield the pages with cut rows joined; a page is held back until the next one is seen."""
    held = list[PageTable]()
    for table in tables:
        joined = _joined(held[0], table) if held and table.rows else None
        if joined:
            held[0], table = joined  # noqa: PLW2901 - the page without its first row
        if table.rows:
            yield from held
            held = []
        held.append(table)
        if not held[0].rows:
            yield from held
            held = []
    yield from held


def _joined(before: PageTable, after: PageTable) -> tuple[PageTable, PageTable] | None:
    """Return both pages with the first row of the second joined to the last row of the first."""
    if after.part != before.part or after.page == before.page or _has_section_before(after):
        return None
    row, rest = before.rows[-1], after.rows[0]
    if _columns(before.header) != _columns(after.header) or not is_rest(rest, row, after.header):
        return None
    rows = (*before.rows[:-1], join(row, rest))
    return replace(before, rows=rows), replace(after, rows=after.rows[1:])


def _columns(header: Sequence[HeaderCell]) -> list[tuple[int, str]]:
    return [(cell.position, cell.column) for cell in header]


def _has_section_before(table: PageTable) -> bool:
    return any(section.line < table.rows[0].line for section in table.sections)


def is_rest(rest: PhysicalRow, row: PhysicalRow, header: Sequence[HeaderCell]) -> bool:
    """Return whether ``rest`` holds nothing but the rest of texts of ``row``.

    Every cell of it stands under a column of text in which ``row`` has an unfinished text; one of them at least must be
    the overview, of which a project has one, be cut where nothing ends, or end as a sentence does: a second indicator
    is no rest of the first.
    """
    columns = {cell.position: cell for cell in header}
    pairs = [
        (columns.get(at), row.cells[at].strip() if at < len(row.cells) else "", text)
        for at, cell in enumerate(rest.cells)
        if (text := cell.strip())
    ]
    names = [(above, text) for cell, above, text in pairs if cell and _is_name(cell)]
    texts = [(cell, above, text) for cell, above, text in pairs if not (cell and _is_name(cell))]
    if not texts or not all(cell and _is_text(cell) and _may_go_on(above, text) for cell, above, text in texts):
        return False
    if names and not _names_go_on(names):
        return False
    return any((cell and cell.column == "overview") or _is_cut(above, text) for cell, above, text in texts)


def _is_name(cell: HeaderCell) -> bool:
    return cell.column == "project_name" or (cell.role.kind == "level" and not cell.role.part)


def _names_go_on(names: Sequence[tuple[str, str]]) -> bool:
    """Return whether items and projects go on with those above: without a code, and at a bracket of one of them."""
    if not all(above and code_kind(text)[0] == "" for above, text in names):
        return False
    return any(text[0] in "（(" or (_open_brackets(above) > 0 and _open_brackets(text) < 0) for above, text in names)


def _open_brackets(text: str) -> int:
    """Return how many more brackets a text opens than it closes."""
    return sum(text.count(sign) for sign in endings.OPENING) - sum(text.count(sign) for sign in endings.CLOSING)


def _is_text(cell: HeaderCell) -> bool:
    known = cell.column in _TEXTS or cell.role.kind in _KINDS_OF_TEXT
    return known and cell.column not in ("field", "item", "departments", "project_name")


def _may_go_on(above: str, text: str) -> bool:
    """Return whether a text goes on with the one above: that does not end, and this does not begin one."""
    if not above or endings.BEGINNING.match(text):
        return False
    leans = endings.CUT.search(above) and endings.DEPENDENT.match(text)
    return bool(leans) or not endings.FINISHED.search(above)


def _is_cut(above: str, text: str) -> bool:
    return endings.CUT.search(above) is not None or (
        "。" in text and "。" not in above[-1:] and len(above) > len(text) / 4
    )


def join(row: PhysicalRow, rest: PhysicalRow) -> PhysicalRow:
    """Return a row with the cells of its rest behind its own, each behind a line break."""
    cells = _end_to_end(row.cells, rest.cells)
    printed = _end_to_end(row.as_printed().cells, rest.as_printed().cells)
    parts = (*(row.parts or (row,)), rest)
    return row._replace(cells=cells, written=None, parts=parts, printed=() if printed == cells else printed)


def _end_to_end(cells: tuple[str, ...], rest: tuple[str, ...]) -> tuple[str, ...]:
    width = max(len(cells), len(rest))
    pairs = zip(*(one + ("",) * (width - len(one)) for one in (cells, rest)), strict=True)
    return tuple(f"{first}{LINE_END}{second}" if second.strip() else first for first, second in pairs)


LINE_END = "\n"


def without_joints(aligned: AlignedRow, own: Mapping[str, Piece]) -> dict[str, Piece]:
    """Return the pieces of a joined row without the line breaks that its page ends put into them."""
    return {column: _mended(aligned.row, piece, aligned.margin) for column, piece in own.items()}


def _mended(row: PhysicalRow, piece: Piece, margin: float) -> Piece:
    if len(piece.cells) != 1 or piece.corrected:
        return piece
    taken = piece.cuts
    joints = [_with_blanks(piece.raw, at) for at in _joints(row, piece.cells[0] - 1)]
    cuts = [cut for cut in joints if not any(cut.start < old.end and old.start < cut.end for old in taken)]
    unwrapped = sorted((*piece.unwrapped, *cuts), key=lambda cut: cut.start)
    text = without(piece.raw, (*cuts, *taken))
    known = not any(map(str.isspace, without(piece.raw, joints).strip()))  # no line end but those of the pages
    return piece._replace(text=text, unwrapped=tuple(unwrapped), margin=margin if known else piece.margin)


def _joints(row: PhysicalRow, cell: int) -> Iterator[int]:
    """Yield where the line breaks between the parts of a cell stand."""
    parts = [part.as_printed().cells for part in row.parts]
    texts = [cells[cell] if cell < len(cells) else "" for cells in parts]
    at = len(texts[0])
    for text in filter(str.strip, texts[1:]):
        yield at
        at += len(LINE_END) + len(text)


def _with_blanks(raw: str, at: int) -> Cut:
    start, end = len(raw[:at].rstrip()), at + len(raw[at:]) - len(raw[at:].lstrip())
    return Cut(start, raw[start:end])

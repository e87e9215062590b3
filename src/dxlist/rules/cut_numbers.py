"""``cut_numbers``: rows whose numbers were cut into cells at the commas of their thousands: 来場者数3 | 000人."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.rules.places import cell_texts, own_sources
from dxlist.text.widths import narrow
from dxlist.words.marks import is_cut_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative, Leftover


class CutRow(NamedTuple):
    """A row that is too long because of the commas in its numbers."""

    cells: tuple[int, ...]
    """The cells, from 1, in which a number goes on that the cell before began."""
    texts: tuple[str, ...]
    """What they hold."""
    stray: tuple[Leftover, ...]
    """The cells, from the one that was cut on, for which no column was left."""


def cut_numbers(document: Document) -> Mapping[int, CutRow]:
    """Return the rows whose numbers were cut, by line: a number goes on in the next cell, and the row is too long.

    Only a comma cuts them, and no row by more cells than it has such numbers.
    """
    if document.document.delimiter != ",":
        return {}
    widths = {page.page: max((head.cell for head in page.header), default=0) for page in document.document.pages}
    stray = dict[int, list["Leftover"]]()
    for leftover in document.leftovers:
        stray.setdefault(leftover.line, []).append(leftover)
    rows = (initiative for initiative in document if initiative.line in stray) if stray else ()
    return {row.line: cut for row in rows if (cut := _cut(row, stray[row.line], widths.get(row.page, 0)))}


def _cut(row: Initiative, stray: list[Leftover], width: int) -> CutRow | None:
    """Return where the numbers of a row were cut; None where they are not why it is wider than its header."""
    texts = {
        cell: text
        for _, source in own_sources(row)
        for cell, text in zip(source.cells, cell_texts(source), strict=False)
    }
    texts |= {leftover.cell: leftover.text for leftover in stray}
    cells = tuple(cell for cell in sorted(texts) if cell - 1 in texts and is_cut_number(texts[cell - 1], texts[cell]))
    is_number_behind = bool(stray) and narrow(texts[max(texts)].lstrip())[:1].isdecimal()
    if not (is_number_behind or any(_is_surely_cut(texts[cell - 1], texts[cell]) for cell in cells)):
        return None
    behind = tuple(leftover for leftover in stray if cells and leftover.cell >= cells[0] - 1)
    if not 0 < max(texts) - width <= len(cells):
        return None
    return CutRow(cells, tuple(texts[cell] for cell in cells), behind) if behind else None


def _is_surely_cut(cell: str, behind: str) -> bool:
    """Return whether two cells are no two whole numbers: the first has words too, or the second begins with 0."""
    return narrow(behind.lstrip()).startswith("0") or not narrow(cell.strip()).isdecimal()


def is_cut(initiative: Initiative, column: str, cut: Mapping[int, CutRow]) -> bool:
    """Return whether the text of a column ends within a number that goes on in the next cell."""
    source = initiative.sources.get(column)
    return bool(source and source.cells and source.line in cut and source.cells[-1] + 1 in cut[source.line].cells)

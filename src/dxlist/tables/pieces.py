"""``page_pieces``: the aligned cells of a page -> the mended text of each column, with what was taken out of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from dxlist.model.stages import LONGEST_CELL, Cut, Piece
from dxlist.tables.cleaning import JOINT, as_printed, holds_numbers, with_whole_numbers, without
from dxlist.tables.rejoined import COMMA
from dxlist.tables.shapes import has_several_codes
from dxlist.tables.wrapping import SEPARATORS, Wrapping, line_ends, page_wrapping
from dxlist.text.regex import regex
from dxlist.words.marks import is_ditto

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.stages import AlignedRow, Correction, Placed

ENOUGH = 1.9
"""Log-odds up to which a cell, or a row at home, may be surer than its row as such: no longer doubtful."""


def page_pieces(rows: Sequence[AlignedRow], corrections: Mapping[int, Sequence[Correction]]) -> list[dict[str, Piece]]:
    """Return for each row its own pieces by column, before anything is filled in."""
    columns = [_columns(row) for row in rows]
    known = any(row.row.known and row.row.known.line_ends for row in rows)
    wrapping = page_wrapping(_texts(rows, columns), SEPARATORS[:1] if known else SEPARATORS)
    own = [
        {c: _piece(row, c, placed, wrapping) for c, placed in cells.items()}
        for row, cells in zip(rows, columns, strict=True)
    ]
    if not corrections:
        return own
    return [_corrected(row, ps, corrections.get(row.row.line, ())) for row, ps in zip(rows, own, strict=True)]


def _columns(row: AlignedRow) -> dict[str, list[Placed]]:
    """Return the cells of each column; ditto marks are not its text."""
    columns: dict[str, list[Placed]] = {}
    for placed in row.placed:
        if placed.column is not None and not is_ditto(row.row.cells[placed.index]):
            columns.setdefault(placed.column, []).append(placed)
    return columns


def _texts(rows: Sequence[AlignedRow], columns: Sequence[Mapping[str, Sequence[Placed]]]) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = {}
    for row, cells in zip(rows, columns, strict=True):
        for column, placed in cells.items():
            read = [text for one in placed if len(text := row.row.cells[one.index]) <= LONGEST_CELL]
            texts.setdefault(column, []).extend(read)
    return texts


def _piece(row: AlignedRow, column: str, placed: Sequence[Placed], wrapping: Wrapping) -> Piece:
    piece = _unwrapped(row, column, placed, wrapping)
    if row.row.printed:
        printed = _whole_cells(row, placed, row.row.printed)
        piece = as_printed(piece, printed, prose=_OF_PROSE.match(column) is not None)
    return with_whole_numbers(piece) if len(piece.raw) <= LONGEST_CELL and holds_numbers(column) else piece


_OF_PROSE = regex(r"overview$|extra\.")
"""Columns of sentences, which nothing is read from."""


def _unwrapped(row: AlignedRow, column: str, placed: Sequence[Placed], wrapping: Wrapping) -> Piece:
    place, margin = _place(row, placed), _margin(row, placed)
    if len(placed) == 1 and not _has_blanks(raw := row.row.cells[placed[0].index]):
        return Piece(row.row.line, (placed[0].index + 1,), raw, raw, margin, place=place)
    cells = tuple(one.index + 1 for one in placed)
    parts = _whole_cells(row, placed, row.row.cells)
    raw = JOINT.join(parts)
    several = column == "item" and any(map(has_several_codes, parts))
    ends = [line_ends(part.strip(), column, wrapping, several=several) for part in parts]
    margin = min(margin, *[sure for _, sure in ends])
    trimmed = tuple(_edges(parts))
    if not trimmed and not any(cuts for cuts, _ in ends):
        return Piece(row.row.line, cells, raw, raw, margin, place=place)
    unwrapped = tuple(_moved(parts, [cuts for cuts, _ in ends]))
    text = without(raw, (*unwrapped, *trimmed))
    return Piece(row.row.line, cells, raw, text, margin, unwrapped, trimmed, place=place)


def _whole_cells(row: AlignedRow, placed: Sequence[Placed], cells: Sequence[str]) -> list[str]:
    """Return the texts of some of the cells, each with the cells that the comma of a number cut off it."""
    parts = list[str]()
    for one in placed:
        if one.index in row.rejoined and parts:
            parts[-1] += COMMA + cells[one.index]
        else:
            parts.append(cells[one.index])
    return parts


def _margin(row: AlignedRow, placed: Sequence[Placed]) -> float:
    """Return how sure it is that cells belong to their column: more than the row, where another cell is in doubt."""
    if row.margin >= ENOUGH:
        return row.margin
    return max(row.margin, min(ENOUGH, *[one.margin for one in placed]))


def _place(row: AlignedRow, placed: Sequence[Placed]) -> str | None:
    known = row.row.known
    return known.cells[placed[0].index].address if known and known.cells else None


def _has_blanks(text: str) -> bool:
    return " " in text or "\u3000" in text or "\n" in text or len(text.strip()) < len(text)


def _moved(parts: Sequence[str], ends: Sequence[Sequence[Cut]]) -> Iterator[Cut]:
    """Yield the cuts of each part at their places in the joined text."""
    start = 0
    for part, cuts in zip(parts, ends, strict=True):
        inner = start + len(part) - len(part.lstrip())
        yield from (Cut(inner + cut.start, cut.taken) for cut in cuts)
        start += len(part) + len(JOINT)


def _edges(parts: Iterable[str]) -> Iterator[Cut]:
    start = 0
    for part in parts:
        if part != part.lstrip():
            yield Cut(start, part[: len(part) - len(part.lstrip())])
        if part != part.rstrip():
            yield Cut(start + len(part.rstrip()), part[len(part.rstrip()) :])
        start += len(part) + len(JOINT)


def _corrected(row: AlignedRow, own: dict[str, Piece], corrections: Iterable[Correction]) -> dict[str, Piece]:
    """Put a person's text in the place of the printed one; the printed cells stay the source."""
    for correction in corrections:
        old = own.get(correction.column)
        cells, raw, place = (old.cells, old.raw, old.place) if old else ((), "", None)
        settled = Piece(row.row.line, cells, raw, correction.value, math.inf, corrected=correction, place=place)
        own = {**own, correction.column: settled}
    return own

"""``page_pieces``: the aligned cells of a page -> the mended text of each column, with what was taken out of it."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from dxlist.model.stages import Cut, Piece
from dxlist.tables.wrapping import line_ends, page_wrapping
from dxlist.words.marks import DITTO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.stages import AlignedRow, Correction
    from dxlist.tables.wrapping import Wrapping

_BLANK = re.compile(r"\s")
JOINT = "\t"
"""Between two cells of one column in a raw text."""


def page_pieces(rows: Sequence[AlignedRow], corrections: Mapping[int, Sequence[Correction]]) -> list[dict[str, Piece]]:
    """Return for each row its own pieces by column, before anything is filled in."""
    cells = [_cells_by_column(row) for row in rows]
    wrapping = page_wrapping(_texts(rows, cells))
    return [
        _corrected(row, _row_pieces(row, columns, wrapping), corrections.get(row.row.line, ()))
        for row, columns in zip(rows, cells, strict=True)
    ]


def _cells_by_column(row: AlignedRow) -> dict[str, list[int]]:
    columns: dict[str, list[int]] = {}
    for placed in row.placed:
        if placed.column is not None and row.row.cells[placed.index].strip() not in DITTO:
            columns.setdefault(placed.column, []).append(placed.index)
    return columns


def _texts(rows: Sequence[AlignedRow], cells: Sequence[Mapping[str, Sequence[int]]]) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = {}
    for row, columns in zip(rows, cells, strict=True):
        for column, indexes in columns.items():
            texts.setdefault(column, []).extend(row.row.cells[i].strip() for i in indexes)
    return texts


def _row_pieces(row: AlignedRow, columns: Mapping[str, Sequence[int]], wrapping: Wrapping) -> dict[str, Piece]:
    return {column: _piece(row, column, indexes, wrapping) for column, indexes in columns.items()}


def _piece(row: AlignedRow, column: str, indexes: Sequence[int], wrapping: Wrapping) -> Piece:
    cells = tuple(i + 1 for i in indexes)
    parts = [row.row.cells[i] for i in indexes]
    raw = JOINT.join(parts)
    if not any(map(_BLANK.search, parts)):
        return Piece(row.row.line, cells, raw, raw, row.margin)
    ends = [line_ends(part.strip(), column, wrapping) for part in parts]
    unwrapped = tuple(_moved(parts, [cuts for cuts, _ in ends]))
    trimmed = tuple(_edges(parts))
    margin = min(row.margin, *(sure for _, sure in ends))
    return Piece(row.row.line, cells, raw, without(raw, (*unwrapped, *trimmed)), margin, unwrapped, trimmed)


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


def without(raw: str, cuts: Iterable[Cut]) -> str:
    """Return ``raw`` without the cuts, which must not overlap and must say what stands there.

    >>> without("41団 体", [Cut(3, " ")])
    '41団体'
    """
    kept, at = [], 0
    for cut in sorted(cuts, key=lambda cut: cut.start):
        if cut.start < at or raw[cut.start : cut.end] != cut.taken:
            raise ValueError(f"{cut} is not in {raw!r}")
        kept.append(raw[at : cut.start])
        at = cut.end
    return "".join([*kept, raw[at:]])


def _corrected(row: AlignedRow, own: dict[str, Piece], corrections: Iterable[Correction]) -> dict[str, Piece]:
    """Put a person's text in the place of the printed one; the printed cells stay the source."""
    for correction in corrections:
        old = own.get(correction.column)
        cells, raw = (old.cells, old.raw) if old else ((), "")
        own = {**own, correction.column: Piece(row.row.line, cells, raw, correction.value, math.inf, corrected=correction)}
    return own

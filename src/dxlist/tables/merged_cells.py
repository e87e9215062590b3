"""``MergedCells``: pages of aligned rows -> raw records, blanks of merged cells filled, shared projects carried on.

Only what is known to be merged is filled: field and item always; department, project, overview and KPI only for a row
that has an item and nothing of its own behind it.  Nothing is filled over a change of list.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dxlist.model.columns import MERGED_COLUMNS, SHARED_COLUMNS
from dxlist.model.stages import Fill, Piece, RawRecord
from dxlist.text.folding import fold
from dxlist.words.marks import is_ditto

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dxlist.model.stages import AlignedRow, PageTable

Pieces = dict[str, Piece]


@dataclass(slots=True)
class MergedCells:
    """What the rows above have printed, within one part of the file."""

    part: int = 0
    above: Pieces = field(default_factory=dict)
    """The latest piece of each column."""
    waiting: list[Piece] = field(default_factory=list)
    """Fields of rows that name nothing else, until a record takes them."""

    def record(self, table: PageTable, aligned: AlignedRow, own: Pieces) -> RawRecord | None:
        """Return the record of a row; None for a row that only names the field of the rows below it."""
        if table.part != self.part:
            self.part, self.above = table.part, {}
        fills = list[Fill]()
        pieces = self._with_dittos(aligned, own, fills)
        if set(pieces) <= {"field"} and pieces:
            self._remember(pieces)
            self.waiting.append(pieces["field"])
            return None
        pieces, doubts = self._filled(aligned, pieces, fills)
        self._remember(pieces)
        self.waiting = [piece for piece in self.waiting if piece is not pieces.get("field")]
        return RawRecord(aligned, table.page, table.part, table.part_title, pieces, tuple(fills), doubts)

    def _with_dittos(self, aligned: AlignedRow, own: Pieces, fills: list[Fill]) -> Pieces:
        pieces = {column: self._confirmed(column, piece) for column, piece in own.items()}
        if len(aligned.placed) == len(own):
            return pieces
        for placed in aligned.placed:
            cell, column = aligned.row.cells[placed.index], placed.column
            if column and is_ditto(cell) and (above := self.above.get(column)):
                pieces[column] = above
                fills.append(Fill(column, above.line, placed.index + 1, cell.strip()))
        return pieces

    def _confirmed(self, column: str, piece: Piece) -> Piece:
        """Trust a mended text as far as the one above where both say the same: it is reprinted on another page."""
        above = self.above.get(column)
        if above is None or not piece.unwrapped or above.text != piece.text or above.margin <= piece.margin:
            return piece
        return piece._replace(margin=above.margin)

    def _filled(self, aligned: AlignedRow, pieces: Pieces, fills: list[Fill]) -> tuple[Pieces, tuple[str, ...]]:
        doubts = list[str]()
        new_field = "field" in pieces and not self._is_same("field", pieces)
        self._fill("field", pieces, fills)
        shares = "item" in pieces and not any(c in pieces or c in aligned.cut for c in SHARED_COLUMNS)
        if "item" not in pieces and new_field:
            doubts.append("item_of_new_field")
        else:
            self._fill("item", pieces, fills)
        if "project_name" not in pieces and not shares and "project_name" not in aligned.cut:
            doubts.append("no_project")
        if shares and new_field:
            doubts.append("shared_over_field")
        elif shares:
            for column in ("departments", *SHARED_COLUMNS):
                self._fill(column, pieces, fills)
        return pieces, tuple(doubts)

    def _is_same(self, column: str, pieces: Mapping[str, Piece]) -> bool:
        above = self.above.get(column)
        return above is not None and fold(above.text) == fold(pieces[column].text)

    def _fill(self, column: str, pieces: Pieces, fills: list[Fill]) -> None:
        if column not in pieces and (above := self.above.get(column)):
            pieces[column] = above
            fills.append(Fill(column, above.line))

    def _remember(self, pieces: Mapping[str, Piece]) -> None:
        """Keep field and item until others come; of the project, only what this row has."""
        merged: Pieces = {c: self.above[c] for c in MERGED_COLUMNS if c in self.above}
        if "field" in pieces and not self._is_same("field", pieces):
            merged = {}
        self.above = {**merged, **pieces}

"""``ReviewedList``: a list, its rows as read and as printed, and the changes of its sidecar that answers make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.review.changes import FileChange
from dxlist.corrections import PrintedRow, printed_row
from dxlist.sidecar_writing import sidecar_text, with_entries, with_value
from dxlist.text.bilingual import EMPTY, Bilingual, plural
from dxlist.words.column_names import column_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative, Leftover
    from dxlist.model.stages import AlignedRow, Piece, RawRecord

SidecarEntry = Mapping[str, str | int | None]


class ReadRow(NamedTuple):
    """A row in all its stages."""

    initiative: Initiative
    aligned: AlignedRow
    record: RawRecord
    printed: PrintedRow

    @property
    def line(self) -> int:
        """On which it begins."""
        return self.initiative.line

    def own(self, column: str) -> Piece | None:
        """Return the text of a column that the row itself prints, or a person gave it."""
        piece = self.record.pieces.get(column)
        return piece if piece and piece.line == self.line else None

    @property
    def project_name(self) -> str | None:
        """Its project as corrections know it: as it is printed."""
        piece = self.record.pieces.get("project_name")
        return (piece.raw.strip() if piece.corrected else piece.text) or None if piece else None


class SettledText(NamedTuple):
    """The right text of a column of a row, and why."""

    row: ReadRow
    column: str
    value: str
    reason: str


@dataclass(frozen=True, eq=False)
class ReviewedList:
    """One list of a review."""

    number: int
    """Among the lists, from 0."""
    path: str
    document: Document

    @property
    def sidecar(self) -> Path:
        """Where its sidecar stands, or will."""
        return self.sidecar_of(self.path)

    @staticmethod
    def sidecar_of(path: str) -> Path:
        """Return where the sidecar of a list stands, or will."""
        return Path(path).with_suffix(".toml")

    @cached_property
    def rows(self) -> Mapping[int, ReadRow]:
        """Its rows by their lines."""
        initiatives = {one.line: one for one in self.document}
        return {
            aligned.row.line: _read_row(initiatives[aligned.row.line], aligned, record)
            for trail in self.document.trail
            for aligned, record in zip(trail.aligned, trail.records, strict=True)
            if record and aligned.row.line in initiatives
        }

    @cached_property
    def columns(self) -> Mapping[tuple[int, int], str]:
        """Line and cell -> the column whose text can be corrected."""
        return {
            (line, cell): column
            for line, row in self.rows.items()
            for column in row.record.pieces
            if (piece := row.own(column))
            for cell in piece.cells
        }

    def confirmed_row(self, row: ReadRow, reason: str) -> FileChange:
        """Return the change that says that a row is right as it was read."""
        entry: SidecarEntry = {
            "line": row.line,
            "was": row.printed.texts["row"],
            "project_name": row.project_name,
            "reason": reason,
        }
        return self._added("confirmed", entry, _said("[[confirmed]]", row.line, EMPTY, reason))

    def confirmed_cell(self, leftover: Leftover, reason: str) -> FileChange:
        """Return the change that says that a cell belongs to no column."""
        said = _said("[[confirmed]]", leftover.line, _cell_words(leftover.cell), reason)
        return self._added("confirmed", _cell_entry(leftover, reason), said)

    def corrected(self, settled: Sequence[SettledText], leftover: Leftover | None = None) -> FileChange:
        """Return the change that settles texts; ``leftover`` is a cell that they take up."""
        first, *others = settled

        def edit(text: str) -> str:
            for one in settled:
                text = self._with_correction(text, one)
            if leftover is None:
                return text
            return with_entries(text, "confirmed", [_cell_entry(leftover, first.reason)], str(self.sidecar))

        name = column_name(first.column)
        where = Bilingual(f"{name.ja}「{first.value}」", f'{name.en} "{first.value}" ')
        if others:
            where += Bilingual(f"ほか{len(others)}か所", f"and {plural(len(others), '', 'other place').en} ")
        return self._change(edit, _said("[[corrections]]", first.row.line, where, first.reason), rereads=True)

    def _with_correction(self, text: str, settled: SettledText) -> str:
        """Return the text of the sidecar with one more correction; one that it holds for the cell is renewed."""
        row, column, value, reason = settled
        entry, piece = self._correction(row, column, value, reason), row.own(column)
        before = piece.corrected if piece else None
        if before is None:
            return with_entries(text, "corrections", [entry], str(self.sidecar))
        known = {key: value for key, value in before._asdict().items() if key in entry}
        return with_value(text, "corrections", known, {"value": value, "reason": reason}, str(self.sidecar))

    def ignored(self, entry: SidecarEntry, reason: str) -> FileChange:
        """Return the change that leaves a finding as it is."""
        said = _said("[[ignored]]", entry["line"], Bilingual(f"{entry['code']}", f"{entry['code']} "), reason)
        return self._added("ignored", {**entry, "reason": reason}, said)

    def _correction(self, row: ReadRow, column: str, value: str, reason: str) -> SidecarEntry:
        is_named = column == "project_name" and row.own(column) is not None
        return {
            "line": row.line,
            "column": column,
            "was": row.printed.texts.get(column, "").strip(),
            "project_name": None if is_named else row.project_name,
            "value": value,
            "reason": reason,
        }

    def _added(self, table: str, entry: SidecarEntry, said: Bilingual) -> FileChange:
        return self._change(lambda text: with_entries(text, table, [entry], str(self.sidecar)), said)

    def _change(self, edit: Callable[[str], str], said: Bilingual, *, rereads: bool = False) -> FileChange:
        return FileChange(self.sidecar, sidecar_text, edit, f"{self.sidecar}: " + said, _REMEDY, rereads)


def _read_row(initiative: Initiative, aligned: AlignedRow, record: RawRecord) -> ReadRow:
    own = {column: piece for column, piece in record.pieces.items() if piece.line == aligned.row.line}
    return ReadRow(initiative, aligned, record, printed_row(aligned.row, own, record.pieces))


def _cell_entry(leftover: Leftover, reason: str) -> SidecarEntry:
    return {"line": leftover.line, "cell": leftover.cell, "was": leftover.text.strip(), "reason": reason}


def _cell_words(cell: int) -> Bilingual:
    return Bilingual(f"セル{cell}", f"cell {cell} ")


def _said(table: str, line: object, what: Bilingual, reason: str) -> Bilingual:
    """Say what is written, on one line."""
    where = Bilingual(f"{line}行目の" if what else f"{line}行目", f"line {line} ") if line else EMPTY
    return Bilingual(f"{table} {where.ja}{what.ja}（{reason}）", f"{table} {where.en}{what.en}({reason})")


_REMEDY = Bilingual(
    "付属ファイルは一覧の隣に書きます。空き容量と権限を確かめるか、一覧を書ける場所に写してください。",
    "The sidecar stands beside the list. Check the free space and the permissions, or copy the list to a place "
    "where you may write.",
)

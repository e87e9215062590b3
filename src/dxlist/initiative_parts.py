"""The parts of a record that come from several columns: its levels and its indicators."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.stages import EXTRA, Cut, HeaderCell, Piece
from dxlist.tables.role_choice import is_year_of_value
from dxlist.values.fiscal_years import read_fiscal_year
from dxlist.values.indicators import IndicatorCell
from dxlist.values.item_codes import read_field, read_item
from dxlist.values.kpi_targets import read_kpi
from dxlist.values.row_kpis import naming_cells, read_row_kpi
from dxlist.words.marks import is_left_by_program

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dxlist.model.kpi import KpiStatus
    from dxlist.model.readings import IndicatorReading, TargetReading
    from dxlist.model.roles import Role
    from dxlist.model.stages import Correction, Fields, Fill, RawRecord
    from dxlist.values.item_codes import Code


class Columns(dict[str, HeaderCell]):
    """Key of a column -> its header, of all pages of a part so far; what every row asks of them is worked out once."""

    @cached_property
    def depths(self) -> dict[str, int]:
        """Key of a level -> its depth; the field is the first and the item the last where no header says more."""
        own = {key: cell.role.depth for key, cell in self.items() if _is_title_of_level(cell)}
        return {
            key: depth
            for key, depth in ({"field": 1, "item": _DEEPEST} | dict.fromkeys(self, 0) | own).items()
            if depth
        }

    @cached_property
    def codes(self) -> dict[int, frozenset[str]]:
        """Depth of a level -> the columns that hold its code alone."""
        codes = [(key, cell) for key, cell in self.items() if key.startswith(EXTRA) and _is_code_of_level(cell)]
        return {cell.role.depth: frozenset(k for k, c in codes if c.role.depth == cell.role.depth) for _, cell in codes}

    @cached_property
    def units(self) -> tuple[tuple[str, HeaderCell], ...]:
        """The columns that name departments."""
        return tuple(
            (key, cell) for key, cell in self.items() if cell.role.kind == "department" and cell.role.part != "code"
        )

    @cached_property
    def indicators(self) -> tuple[tuple[str, HeaderCell], ...]:
        """The columns of indicators."""
        return tuple((key, cell) for key, cell in self.items() if _is_indicator(cell))

    @cached_property
    def years_beside(self) -> tuple[tuple[str, HeaderCell], ...]:
        """The columns that hold the year of a value beside them."""
        return tuple((key, cell) for key, cell in self.items() if _is_year(cell))


def _is_title_of_level(cell: HeaderCell) -> bool:
    return cell.role.kind == "level" and cell.role.part != "code"


def _is_code_of_level(cell: HeaderCell) -> bool:
    return cell.role.kind == "level" and cell.role.part == "code"


def with_project_doubt(record: RawRecord) -> RawRecord:
    """Doubt a row in whose project cell a program left something (#REF!), which names no project."""
    project = record.pieces.get("project_name")
    if project and is_left_by_program(project.text) and "no_project" not in record.doubts:
        record = record._replace(doubts=(*record.doubts, "no_project"))
    return record


def without_leavings(record: RawRecord) -> RawRecord:
    """Return a record without the cells that hold what a program left there (nan, NULL, #REF!): none is a value."""
    left = [column for column, piece in record.pieces.items() if is_left_by_program(piece.text)]
    if not left:
        return record
    return record._replace(pieces={column: piece for column, piece in record.pieces.items() if column not in left})


LINE = "\n"
"""Between two indicator cells in ``kpi_text``."""


# --- levels


def with_deepest_item(record: RawRecord, columns: Columns) -> tuple[RawRecord, Columns]:
    """Let the deepest level that a row has be its item: of 款 | 項 | 目 | 節 a row of the 項 has no 目."""
    if "item" in record.pieces:
        return record, columns
    middle = [key for key, _ in level_cells(record.pieces, columns) if key != "field"]
    if not middle:
        return record, columns
    key = middle[-1]
    pieces = {("item" if column == key else column): piece for column, piece in record.pieces.items()}
    fills = tuple(_renamed(fill, key) for fill in record.fills)
    return record._replace(pieces=pieces, fills=fills), Columns({**columns, "item": columns[key]})


def _renamed(fill: Fill, key: str) -> Fill:
    return fill._replace(column="item") if fill.column == key else fill


def level_cells(pieces: Mapping[str, Piece], columns: Columns) -> list[tuple[str, Piece]]:
    """Return the levels of a row from the top."""
    depths = columns.depths
    found = [(key, piece) for key, piece in pieces.items() if key in depths]
    return sorted(found, key=lambda pair: depths[pair[0]])


_DEEPEST = 99


class LevelText(NamedTuple):
    """The text of one level of a row, and its code."""

    header: str
    text: str
    beside: str | None
    """Its code, where that stands in a column of its own."""
    found: Code
    """What was read of the code beside it, or else of the head of its text."""

    @property
    def head(self) -> int:
        """How many characters of the text are its code."""
        return 0 if self.beside else self.found.length

    @property
    def code(self) -> str | None:
        """The canonical code, or else what stands in the column of codes."""
        return self.found.codes[0] if self.found.codes else self.beside

    @property
    def title(self) -> str | None:
        """The text without its code."""
        return self.text[self.head :] or None

    def fields(self) -> Fields:
        """Return the plain form of the level, its code as printed."""
        code = self.beside or self.text[: self.head].strip() or None
        return {"header": self.header, "code": code, "title": self.text[self.head :].strip() or None}


def read_levels(pieces: Mapping[str, Piece], columns: Columns) -> dict[str, LevelText]:
    """Return every level of a row from the top, by column, with its code from the head of its cell or beside it."""
    return {key: _level(key, piece.text, pieces, columns) for key, piece in level_cells(pieces, columns)}


def read_field_and_item(
    pieces: Mapping[str, Piece], columns: Columns, levels: Mapping[str, LevelText]
) -> dict[str, LevelText]:
    """Return field and item of a row as far as they have a cell, also one whose header names no level."""
    return {
        key: levels.get(key) or _level(key, pieces[key].text, pieces, columns)
        for key in ("field", "item")
        if key in pieces
    }


def _level(key: str, text: str, pieces: Mapping[str, Piece], columns: Columns) -> LevelText:
    cell = columns.get(key)
    beside = _code_beside(key, pieces, columns)
    read = read_field if key == "field" else read_item
    return LevelText(cell.text if cell else key, text, beside, read(beside or text))


def _code_beside(key: str, pieces: Mapping[str, Piece], columns: Columns) -> str | None:
    """Return the code of a level that stands in a column of its own."""
    codes = columns.codes.get(columns.depths.get(key, 0)) if columns.codes else None
    return next((piece.text for column, piece in pieces.items() if column in codes), None) if codes else None


# --- indicators


_VALUES = frozenset({"baseline", "target", "actual", "value"})
"""Parts of an indicator whose cells are kept beside others: what a program left there is a value that is none."""


class KpiParts(NamedTuple):
    """What the indicator columns of a row say."""

    piece: Piece | None
    """Their texts, joined by a line break where there are several."""
    status: KpiStatus
    targets: tuple[TargetReading, ...]
    indicators: tuple[IndicatorReading, ...]


def read_kpi_columns(record: RawRecord, kept: RawRecord, columns: Columns) -> KpiParts:
    """Return the indicators of a row: its text or texts, the targets of both sentences and columns, and their parts.

    Args:
        record: the row.
        kept: the same without what programs left in it.
        columns: the headers of its columns.
    """
    found = columns.indicators
    years = _years_beside(record, columns)
    printed = record if any(key in kept.pieces for key, _ in found) else kept
    cells = [
        IndicatorCell(cell.text, _dated(cell, years), _text_of(printed if cell.role.part in _VALUES else kept, key))
        for key, cell in found
    ]
    naming = {id(cell) for cell in naming_cells(cells)}
    texts = [kept.pieces[key] for (key, _), cell in zip(found, cells, strict=True) if id(cell) in naming]
    piece = kept.pieces.get("kpi_text") or joined_piece(texts)
    text = piece.text if piece else None
    shared = _is_shared(record, piece)
    if not cells:
        reading = read_kpi(text, shared=shared)
        return KpiParts(piece, reading.status, reading.targets, ())
    row = read_row_kpi(cells, text, shared=shared)
    is_text_alone = len(cells) == 1 and cells[0].role.part in {"", "name"}
    return KpiParts(piece, row.status, row.targets, () if is_text_alone else row.indicators)


def _years_beside(record: RawRecord, columns: Columns) -> dict[tuple[str, ...], int]:
    """Return the years that stand in columns of their own beside values: 基準値 > 年度 | 値."""
    years = ((cell.path[:-1], read_fiscal_year(_text_of(record, key))) for key, cell in columns.years_beside)
    return {path: year for path, year in years if year is not None}


def _is_year(cell: HeaderCell) -> bool:
    return cell.role.kind == "indicator" and cell.role.part == "note" and is_year_of_value(cell.path)


def _dated(cell: HeaderCell, years: Mapping[tuple[str, ...], int]) -> Role:
    year = years.get(cell.path[:-1]) if cell.role.fiscal_year is None and len(cell.path) > 1 else None
    return cell.role if year is None else cell.role._replace(fiscal_year=year)


def _is_indicator(cell: HeaderCell) -> bool:
    return cell.role.kind == "indicator" and not cell.column.startswith(EXTRA)


def _text_of(record: RawRecord, key: str) -> str:
    piece = record.pieces.get(key)
    return piece.text if piece else ""


def _is_shared(record: RawRecord, piece: Piece | None) -> bool:
    """Return whether the project is merged with the row above and this row has no indicator of its own."""
    filled = any(fill.column == "project_name" and not fill.mark for fill in record.fills)
    return filled and (piece is None or piece.line != record.aligned.row.line)


def joined_piece(pieces: Sequence[Piece]) -> Piece | None:
    """Return the texts of several columns as one, with the cuts of each at their places in the joined raw text."""
    if len(pieces) < 2:  # noqa: PLR2004
        return pieces[0] if pieces else None
    trimmed, unwrapped, cleaned, start = list[Cut](), list[Cut](), list[Cut](), 0
    for piece in pieces:
        for all_cuts, own in ((trimmed, piece.trimmed), (unwrapped, piece.unwrapped), (cleaned, piece.cleaned)):
            all_cuts += [cut._replace(start=cut.start + start) for cut in own]
        start += len(piece.raw) + len(LINE)
    first = pieces[0]
    return Piece(
        max(piece.line for piece in pieces),
        tuple(cell for piece in pieces for cell in piece.cells),
        LINE.join(piece.raw for piece in pieces),
        LINE.join(piece.text for piece in pieces),
        min(piece.margin for piece in pieces),
        tuple(unwrapped),
        tuple(trimmed),
        place=first.place,
        cleaned=tuple(cleaned),
        corrected=_corrected_in(pieces),
    )


def _corrected_in(pieces: Sequence[Piece]) -> Correction | None:
    """Return what a person settled in the texts of several columns as a correction of these together."""
    found = [piece.corrected for piece in pieces if piece.corrected]
    if not found:
        return None
    reasons = "; ".join(dict.fromkeys(one.reason for one in found))
    return found[0]._replace(column="kpi_text", was=LINE.join(piece.raw.strip() for piece in pieces), reason=reasons)

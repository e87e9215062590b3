"""The units of a row: from one cell, from a column for each level, or from behind the name of the project."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.stages import Cut, Piece
from dxlist.values.department_columns import read_department_columns
from dxlist.values.departments import read_departments
from dxlist.values.project_offices import part_off_departments
from dxlist.values.unit_names import office_names
from dxlist.words.marks import is_left_by_program

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dxlist.initiative_parts import Columns
    from dxlist.model.roles import RolePart
    from dxlist.model.stages import Fields, RawRecord
    from dxlist.values.departments import OfficeUnit
    from dxlist.values.unit_homes import HousedUnit, UnitHomes


class Units(NamedTuple):
    """The departments of a row, and what other rows said of them, in plain form."""

    departments: list[Fields]
    repairs: list[Fields]


def units_of(record: RawRecord, columns: Columns) -> tuple[OfficeUnit, ...]:
    """Return the units of a row as its own cells say: one text with all units, or one column for each level."""
    pieces = with_parted_project(record, columns).pieces
    parts = tuple((part, text) for part, text in _unit_parts(pieces, columns) if not is_left_by_program(text))
    whole = pieces.get("departments")
    if whole and (len(parts) <= 1 or whole.corrected) and not is_left_by_program(whole.text):
        return read_departments(whole.text)
    return read_department_columns(parts)


def learn_units(homes: UnitHomes, record: RawRecord, columns: Columns) -> None:
    """Let a list take note of the units of a row."""
    piece = record.pieces.get("departments") or record.pieces.get("project_name")
    if piece is not None and (units := units_of(record, columns)):
        homes.learn(units, piece.line)


def read_units(record: RawRecord, columns: Columns, homes: UnitHomes) -> Units:
    """Return the departments of a row; what other rows show above a unit stands in a repair."""
    return _departments(tuple(homes.place(units_of(record, columns))))


@lru_cache(maxsize=4096)
def _departments(housed: tuple[HousedUnit, ...]) -> Units:
    """Return units in plain form; a list names the same ones again and again."""
    units = list(map(_department, housed))
    inferred = [_inferred(unit, one.line) for unit, one in zip(units, housed, strict=True) if one.line is not None]
    return Units(units, inferred)


def _department(housed: HousedUnit) -> Fields:
    unit = housed.unit
    levels = {key: getattr(unit, key) for key in ("department", "bureau", "division", "section")}
    elsewhere = " ".join(filter(None, housed.elsewhere or ()))
    return {**levels, "elsewhere": elsewhere} if elsewhere else levels


def _inferred(unit: Fields, line: int) -> Fields:
    levels = (unit["department"] or unit.get("elsewhere"), unit["bureau"], unit["division"], unit["section"])
    return {"kind": "inferred", "column": "departments", "value": " ".join(filter(None, levels)), "from_line": line}


def _unit_parts(pieces: Mapping[str, Piece], columns: Columns) -> tuple[tuple[RolePart, str], ...]:
    return tuple((cell.role.part, pieces[key].text) for key, cell in columns.units if key in pieces)


def with_unit_doubt(record: RawRecord, columns: Columns) -> RawRecord:
    """Doubt a row whose units were put together by inference.

    Several units in each of two columns belong together by their order alone; a word that only begins like the unit
    behind it (消防　消防本部総務課) was taken for that unit.
    """
    texts = [text for _, text in _unit_parts(record.pieces, columns)]
    if sum(len(read_departments(text)) > 1 for text in texts) > 1 or any(map(_has_taken_word, texts)):
        return record._replace(doubts=(*record.doubts, "units_inferred"))
    return record


@lru_cache(maxsize=4096)
def _has_taken_word(text: str) -> bool:
    units = read_departments(text)
    levels = {level for unit in units for level in (unit.department, unit.bureau, unit.division) if level}
    return any(
        name.text not in levels and any(_goes_on_with(level, name.text) for level in levels)
        for name in office_names(text)
    )


def _goes_on_with(level: str, name: str) -> bool:
    return level.startswith(name) and level[len(name) : len(name) + 1].isalnum()


# --- projects that hold their departments


def with_parted_project(record: RawRecord, columns: Columns) -> RawRecord:
    """Part the departments off a cell whose header says that it holds both: 事業名【担当課】."""
    cell, piece = columns.get("project_name"), record.pieces.get("project_name")
    if cell is None or piece is None or cell.role.part != "department" or piece.corrected:
        return record
    found = part_off_departments(piece.text)
    rest = _only_cut(piece.text, found.project) if found else None
    if found is None or rest is None:
        return record
    project = _parted(piece, found.project, (_raw_cut(piece, *rest),))
    ends = ((0, found.start), (found.end, len(piece.text)))
    cuts = tuple(_raw_cut(piece, start, end) for start, end in ends if start < end)
    departments = _parted(piece, found.departments, cuts)
    return record._replace(pieces={"departments": departments, **record.pieces, "project_name": project})


def _parted(piece: Piece, text: str, parted: tuple[Cut, ...]) -> Piece:
    """Return a piece without what is parted off it, and without the cuts within that."""

    def left(cuts: tuple[Cut, ...]) -> tuple[Cut, ...]:
        return tuple(cut for cut in cuts if not any(off.start < cut.end and cut.start < off.end for off in parted))

    return piece._replace(
        text=text,
        trimmed=left(piece.trimmed),
        unwrapped=left(piece.unwrapped),
        cleaned=left(piece.cleaned),
        parted=parted,
    )


def _only_cut(text: str, kept: str) -> tuple[int, int] | None:
    """Return the one stretch of a text that is not kept; None where what is kept is not its head and its end."""
    head = next((i for i, (a, b) in enumerate(zip(text, kept, strict=False)) if a != b), min(len(text), len(kept)))
    end = len(text) - (len(kept) - head)
    return (head, end) if text[end:] == kept[head:] and head < end else None


def _raw_cut(piece: Piece, start: int, end: int) -> Cut:
    first, last = piece.raw_index(start), piece.raw_index(end) if end < len(piece.text) else len(piece.raw)
    return Cut(first, piece.raw[first:last])

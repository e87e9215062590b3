"""``record_to_fields``: raw record -> plain form; ``fields_to_initiative``: plain form -> the library's record."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from dxlist.initiative_parts import (
    Columns,
    read_field_and_item,
    read_kpi_columns,
    read_levels,
    with_deepest_item,
    without_leavings,
)
from dxlist.initiative_units import read_units, with_parted_project
from dxlist.model.columns import COLUMNS
from dxlist.model.initiative import Department, Filled, Initiative, Source
from dxlist.model.stages import EXTRA, SURE, Cut
from dxlist.values.project_names import read_project_levels
from dxlist.values.unit_homes import UnitHomes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dxlist.initiative_parts import LevelText
    from dxlist.model.stages import AlignedRow, Fields, Fill, Piece, RawRecord
    from dxlist.row_ids import RowIds

DOUBTFUL = 0.7
"""Confidence below which a row is doubtful."""
_DOUBT_CAP = 0.4
_ONE_MISSING = 0.85
"""Of overview and target one is there: which of the two it is, only its words and its place say."""


class Origin(NamedTuple):
    """What every record of a document says of its origin."""

    document_id: str
    local_government_code: str | None
    local_government_name: str | None
    fiscal_year: int | None


def record_to_fields(
    record: RawRecord, origin: Origin, ids: RowIds, columns: Columns | None = None, homes: UnitHomes | None = None
) -> Fields:
    """Return a raw record as the plain form of an initiative, with the source and the repairs of every text.

    Args:
        record: the row.
        origin: what every record of the document says.
        ids: gives the rows of the document their ids, one after the other.
        columns: the headers of the columns; without them the six columns of a record stand for themselves.
        homes: what the list shows above its divisions; without it the row speaks for itself.
    """
    record, columns = with_deepest_item(record, columns or Columns())
    units = read_units(record, columns, homes or UnitHomes())
    record = with_parted_project(record, columns)
    kept = without_leavings(record)
    kpi = read_kpi_columns(record, kept, columns)
    if kpi.piece and kpi.piece is not record.pieces.get("kpi_text"):
        record = record._replace(pieces={**record.pieces, "kpi_text": kpi.piece})
        kept = without_leavings(record)
    pieces = kept.pieces
    levels = read_levels(pieces, columns)
    plan = read_field_and_item(pieces, columns, levels)
    item = plan.get("item")
    return {
        "initiative_id": ids.give(pieces, item.beside if item else None),
        **origin._asdict(),
        **_place(record),
        **_plan(plan, levels),
        "departments": units.departments,
        **_project(_text(pieces, "project_name")),
        "overview": _text(pieces, "overview"),
        "kpi_text": _text(pieces, "kpi_text"),
        "kpi_status": kpi.status,
        "kpi_targets": [target.fields() for target in kpi.targets],
        "indicators": [indicator.fields() for indicator in kpi.indicators],
        "extra": {c.removeprefix(EXTRA): p.text for c, p in pieces.items() if c.startswith(EXTRA)},
        "sources": _sources(record.pieces),
        "repairs": [*_repairs(record, plan), *units.repairs],
        "confidence": confidence_of(record, columns),
    }


def _place(record: RawRecord) -> Fields:
    line = record.aligned.row.line
    return {"part": record.part, "part_title": record.part_title, "page": record.page, "line": line}


def _plan(plan: Mapping[str, LevelText], levels: Mapping[str, LevelText]) -> Fields:
    """Return where in the plan a row stands: its field and item, and all its levels."""
    field, item = plan.get("field"), plan.get("item")
    return {
        "field_code": field.code if field else None,
        "field_name": field.title if field else None,
        "item_codes": list(item.found.codes) if item else [],
        "item_name": item.title if item else None,
        "levels": [level.fields() for level in levels.values()],
        "plan_only": item is not None and item.found.plan_only,
    }


def _project(name: str | None) -> Fields:
    levels = list(read_project_levels(name)) if name else []
    return {"project_name": name, "project_levels": levels, "project_id": None, "shared_with": None}


def confidence_of(record: RawRecord, columns: Columns) -> float:
    """Return how sure a row is, 0 to 1: tanh of half the least margin, which is 2p - 1 of its odds.

    The margins are those of its own assignment of columns, of the rows that its merged cells were filled from, and of
    the line ends that were taken out or left.  A row that lacks one of two columns that look alike is less sure, but
    for a clean rectangle.
    """
    margin = min((piece.margin for piece in record.pieces.values()), default=0.0)
    confidence = math.tanh(min(margin, record.aligned.margin) / 2)
    one_missing = ("overview" in record.pieces) != ("kpi_text" in record.pieces) and not record.aligned.cut
    if one_missing and record.aligned.margin < SURE and "overview" in columns and "kpi_text" in columns:
        confidence *= _ONE_MISSING
    return round(min(confidence, _DOUBT_CAP) if record.doubts else confidence, 3)


def _text(pieces: Mapping[str, Piece], column: str) -> str | None:
    piece = pieces.get(column)
    return piece.text if piece else None


def _sources(pieces: Mapping[str, Piece]) -> dict[str, dict[str, Any] | None]:
    sources: dict[str, dict[str, Any] | None] = dict.fromkeys(COLUMNS)
    for column, piece in pieces.items():
        sources[column] = {"line": piece.line, "cells": list(piece.cells), "place": piece.place, "raw": piece.raw}
    return sources


def _repairs(record: RawRecord, plan: Mapping[str, LevelText]) -> Iterator[dict[str, Any]]:
    for placed in record.aligned.placed:
        if placed.offset and placed.column is not None:
            yield {"kind": "shifted", "column": placed.column, "cell": placed.index + 1, "by": placed.offset}
    if record.aligned.rejoined:
        yield from _rejoined(record.aligned)
    for column in record.aligned.cut:
        yield {"kind": "truncated", "column": column}
    for fill in record.fills:
        yield _fill_repair(fill)
    heads = {column: level.head for column, level in plan.items()}
    for column, piece in record.pieces.items():
        mended = piece.unwrapped or piece.trimmed or piece.cleaned or piece.parted or piece.corrected
        if mended or heads.get(column):
            yield from piece_repairs(column, piece, heads.get(column, 0))


def _rejoined(row: AlignedRow) -> Iterator[dict[str, Any]]:
    columns = {placed.index: placed.column for placed in row.placed}
    for index in row.rejoined:
        if columns.get(index):
            yield {"kind": "rejoined", "column": columns[index], "cell": index + 1}


def _fill_repair(fill: Fill) -> dict[str, Any]:
    if fill.mark is None:
        return {"kind": "filled", "column": fill.column, "from_line": fill.from_line}
    place = {"column": fill.column, "from_line": fill.from_line}
    return {"kind": "ditto", **place, "cell": fill.cell, "mark": fill.mark}


def piece_repairs(column: str, piece: Piece, head: int) -> Iterator[dict[str, Any]]:
    """Yield what was done to one text: a correction, or the characters taken out and the code split off its head."""
    if by := piece.corrected:
        yield {"kind": "corrected", "column": column, "was": by.was, "value": piece.text[head:], "reason": by.reason}
        return
    split = _head_cut(piece, head) if head else None
    if split and not piece.cuts:
        yield {"kind": "split", "column": column, "at": [0], "taken": [split.taken]}
        return
    end = split.end if split else 0
    for kind, cuts in (
        ("cleaned", piece.cleaned),
        ("trimmed", piece.trimmed),
        ("unwrapped", piece.unwrapped),
        ("split", (*((split,) if split else ()), *piece.parted)),
    ):
        kept = [cut for cut in cuts if kind == "split" or cut.start >= end or cut.end <= (split.start if split else 0)]
        if kept:
            kept.sort(key=lambda cut: cut.start)
            yield {"kind": kind, "column": column, "at": [c.start for c in kept], "taken": [c.taken for c in kept]}


def _head_cut(piece: Piece, head: int) -> Cut:
    """Return the first ``head`` characters of the mended text as a cut of the raw one."""
    start, end = piece.raw_index(0), piece.raw_index(head)
    return Cut(start, piece.raw[start:end])


# --- the library's door


def fields_to_initiative(fields: Fields) -> Initiative:
    """Return the record of a plain form, checked; what many rows of a list repeat is one object for all of them."""
    line, sources = fields["line"], fields["sources"]
    shared = {
        "departments": [_department(*unit.values()) for unit in fields["departments"]],
        "repairs": [_filled(**repair) if repair["kind"] == "filled" else repair for repair in fields["repairs"]],
        "sources": {
            column: source if source is None or source["line"] == line or "more" in source else _above(source)
            for column, source in sources.items()
        },
    }
    return Initiative.model_validate(fields | shared)


def _above(source: Mapping[str, Any]) -> Source:
    return _source_above(source["line"], tuple(source["cells"]), source["place"], source["raw"])


@lru_cache(maxsize=64)
def _source_above(line: int, cells: tuple[int, ...], place: str | None, raw: str) -> Source:
    """Return the source of a merged cell, which one row after the other is filled from."""
    return Source(line=line, cells=list(cells), place=place, raw=raw)


@lru_cache(maxsize=64)
def _filled(kind: Literal["filled"], column: str, from_line: int) -> Filled:
    return Filled(kind=kind, column=column, from_line=from_line)


@lru_cache(maxsize=4096)
def _department(*levels: str | None) -> Department:
    """Return a unit; a list names the same ones again and again."""
    return Department(**dict(zip(Department.model_fields, levels, strict=False)))

"""``record_to_initiative``: a raw record -> the typed record that leaves the program."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from dxlist.initiative_parts import (
    Columns,
    code_beside,
    head_of,
    read_kpi_columns,
    read_levels,
    read_units,
    with_deepest_item,
    with_parted_project,
    without_leavings,
)
from dxlist.model.columns import COLUMNS
from dxlist.model.initiative import Filled, Initiative, Source
from dxlist.model.stages import EXTRA, SURE, Cut
from dxlist.values.item_codes import read_field, read_item
from dxlist.values.project_names import read_project_levels
from dxlist.values.unit_homes import UnitHomes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dxlist.model.stages import AlignedRow, Fill, Piece, RawRecord
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


def record_to_initiative(
    record: RawRecord, origin: Origin, ids: RowIds, columns: Columns | None = None, homes: UnitHomes | None = None
) -> Initiative:
    """Return the initiative of a raw record, with the source and the repairs of every text.

    Args:
        record: the row.
        origin: what every record of the document says.
        ids: gives the rows of the document their ids, one after the other.
        columns: the headers of the columns; without them the six columns of a record stand for themselves.
        homes: what the list shows above its divisions; without it the row speaks for itself.
    """
    columns = columns or Columns()
    record, columns = with_deepest_item(record, columns)
    units = read_units(record, columns, homes or UnitHomes())
    record = with_parted_project(record, columns)
    kpi = read_kpi_columns(record, columns)
    record = record._replace(pieces={**record.pieces, "kpi_text": kpi.piece}) if kpi.piece else record
    pieces = without_leavings(record).pieces
    codes: dict[str, str | None] = {
        key: code_beside(key, pieces, columns) for key in ("field", "item") if key in pieces
    }
    heads: dict[str, int] = {key: 0 if code else head_of(key, pieces[key]) for key, code in codes.items()}
    project_name = _text(pieces, "project_name")
    row = record.aligned.row
    return Initiative.model_validate(
        {
            "initiative_id": ids.give(pieces, codes.get("item")),
            **origin._asdict(),
            "part": record.part,
            "part_title": record.part_title,
            "page": record.page,
            "line": row.line,
            **_field_and_item(pieces, codes, heads),
            "levels": read_levels(pieces, columns),
            "departments": units.departments,
            "project_name": project_name,
            "project_levels": read_project_levels(project_name) if project_name else (),
            "overview": _text(pieces, "overview"),
            "kpi_text": _text(pieces, "kpi_text"),
            "kpi_status": kpi.status,
            "kpi_targets": kpi.targets,
            "indicators": kpi.indicators,
            "extra": {c.removeprefix(EXTRA): p.text for c, p in pieces.items() if c.startswith(EXTRA)},
            "sources": _sources(record.pieces, row.line),
            "repairs": [*_repairs(record, heads), *units.repairs],
            "confidence": confidence_of(record, columns),
        }
    )


def _field_and_item(
    pieces: Mapping[str, Piece], codes: Mapping[str, str | None], heads: Mapping[str, int]
) -> dict[str, Any]:
    field, item = pieces.get("field"), pieces.get("item")
    field_code = read_field(codes["field"] or field.text) if field else None
    item_code = read_item(codes["item"] or item.text) if item else None
    return {
        "field_code": field_code.codes[0] if field_code and field_code.codes else codes.get("field"),
        "field_name": field.text[heads["field"] :] or None if field else None,
        "item_codes": item_code.codes if item_code else (),
        "item_name": item.text[heads["item"] :] or None if item else None,
        "plan_only": item_code is not None and item_code.plan_only,
    }


def confidence_of(record: RawRecord, columns: Columns) -> float:
    """Return how sure a row is, 0 to 1: tanh of half the least margin, which is 2p - 1 of its odds.

    The margins are those of its own assignment of columns, of the rows that its merged cells were filled from, and of
    the line ends that were taken out or left.  A row that lacks one of two columns that look alike is less sure, but
    for a clean rectangle.
    """
    margin = min((piece.margin for piece in record.pieces.values()), default=0.0)
    confidence = math.tanh(min(margin, record.aligned.margin) / 2)
    both = {"overview", "kpi_text"} <= columns.keys() and record.aligned.margin < SURE
    one_missing = ("overview" in record.pieces) != ("kpi_text" in record.pieces) and not record.aligned.cut
    confidence *= _ONE_MISSING if both and one_missing else 1.0
    return round(min(confidence, _DOUBT_CAP) if record.doubts else confidence, 3)


def _text(pieces: Mapping[str, Piece], column: str) -> str | None:
    piece = pieces.get(column)
    return piece.text if piece else None


def _sources(pieces: Mapping[str, Piece], line: int) -> dict[str, dict[str, Any] | Source | None]:
    sources: dict[str, dict[str, Any] | Source | None] = dict.fromkeys(COLUMNS)
    for column, piece in pieces.items():
        if piece.line == line:
            sources[column] = {"line": line, "cells": piece.cells, "place": piece.place, "raw": piece.raw}
        else:
            sources[column] = _source_above(piece.line, piece.cells, piece.place, piece.raw)
    return sources


@lru_cache(maxsize=64)
def _source_above(line: int, cells: tuple[int, ...], place: str | None, raw: str) -> Source:
    """Return the source of a merged cell, which one row after the other is filled from."""
    return Source(line=line, cells=list(cells), place=place, raw=raw)


def _repairs(record: RawRecord, heads: Mapping[str, int]) -> Iterator[Filled | dict[str, Any]]:
    for placed in record.aligned.placed:
        if placed.offset and placed.column is not None:
            yield {"kind": "shifted", "column": placed.column, "cell": placed.index + 1, "by": placed.offset}
    if record.aligned.rejoined:
        yield from _rejoined(record.aligned)
    yield from ({"kind": "truncated", "column": column} for column in record.aligned.cut)
    yield from map(_fill_repair, record.fills)
    for column, piece in record.pieces.items():
        mended = piece.unwrapped or piece.trimmed or piece.cleaned or piece.parted or piece.corrected
        if mended or heads.get(column):
            yield from piece_repairs(column, piece, heads.get(column, 0))


def _rejoined(row: AlignedRow) -> Iterator[dict[str, Any]]:
    columns = {placed.index: placed.column for placed in row.placed}
    for index in row.rejoined:
        if columns.get(index):
            yield {"kind": "rejoined", "column": columns[index], "cell": index + 1}


def _fill_repair(fill: Fill) -> Filled | dict[str, Any]:
    if fill.mark is None:
        return _filled(fill.column, fill.from_line)
    place = {"column": fill.column, "from_line": fill.from_line}
    return {"kind": "ditto", **place, "cell": fill.cell, "mark": fill.mark}


@lru_cache(maxsize=64)
def _filled(column: str, from_line: int) -> Filled:
    return Filled(kind="filled", column=column, from_line=from_line)


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

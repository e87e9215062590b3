"""The laws of `tests/test_laws.py` for lists of any form: units in several columns, texts put together from several cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from dxlist.model.initiative import Rejoined
from dxlist.words.marks import is_nothing
from tests.hostile.conservation import seen
from tests.test_laws import TEXTS, places_of, replay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative, Repair, Source

Places = Mapping[int, tuple[str, ...]]
"""Line -> its cells."""


def broken_laws(document: Document, cells: Places, lines: int) -> Iterator[tuple[str, str]]:
    """Yield each law that does not hold: its name and the case."""
    yield from _of_lines(document, lines)
    yield from _of_cells(document, cells)
    for row in document:
        yield from _of_sources(row, cells)
        yield from _of_texts(row)
        yield from _of_units(row)


def _of_lines(document: Document, lines: int) -> Iterator[tuple[str, str]]:
    info = document.document
    kinds = Counter(info.blank_lines)
    for page in info.pages:
        kinds.update([*page.title_lines, *page.header_lines, *page.body_lines, *page.note_lines])
    if missing := set(range(1, lines + 1)) - kinds.keys():
        yield "lost: a line is of no kind", str(sorted(missing)[:9])
    if several := sorted(line for line, count in kinds.items() if count > 1):
        yield "lines: of two kinds", str(several[:9])


def _of_cells(document: Document, cells: Places) -> Iterator[tuple[str, str]]:
    body = {line for page in document.document.pages for line in page.body_lines}
    there = {(line, i) for line in body & cells.keys() for i, cell in enumerate(cells[line], 1) if seen(cell)}
    found = Counter(places_of(document))
    if lost := there - found.keys():
        yield "lost: a cell of a row", str({place: cells[place[0]][place[1] - 1] for place in sorted(lost)[:5]})
    if several := sorted(place for place, count in found.items() if count > 1):
        yield "cells: in two places", str(several[:9])


def _of_sources(row: Initiative, cells: Places) -> Iterator[tuple[str, str]]:
    """Each source is as its cells are printed, joined by a tab, by a line break, or by the comma that cut a number."""
    for column, source in row.sources.items():
        if source is None:
            continue
        parts = [cells[part.line][cell - 1] for part in (source, *source.more) for cell in part.cells]
        glue = r"[\t\n,]" if len(source.cells) > 1 or source.more else ""
        if not re.fullmatch(glue.join(map(re.escape, parts)), source.raw):
            yield "provenance: a source is not as printed", f"{column} {source}"[:300]


def _repairs(row: Initiative, column: str) -> list[Repair]:
    return [repair for repair in row.repairs if repair.column == column]


def _replayed(row: Initiative, column: str, source: Source | None) -> str | None:
    return replay(source.raw, _repairs(row, column)) or None if source else None


def _of_texts(row: Initiative) -> Iterator[tuple[str, str]]:
    texts = {column: getattr(row, attribute) for column, attribute in TEXTS.items()}
    texts |= {f"extra.{header}": text or None for header, text in row.extra.items()}
    for column, text in texts.items():
        try:
            replayed = _replayed(row, column, row.sources.get(column))
        except AssertionError as error:
            yield "replay: a repair lies about its text", f"{column}: {error}"
            continue
        if replayed != text and not (text is None and is_nothing(replayed or "")):
            rejoined = any(isinstance(repair, Rejoined) for repair in _repairs(row, column))
            yield (
                "replay: gives another text",
                f"{column}{' rejoined' if rejoined else ''}: {replayed!r} is not {text!r}"[:300],
            )


def _of_units(row: Initiative) -> Iterator[tuple[str, str]]:
    """Each unit is printed in a column of units, or in that of the project: 事業名【担当課】."""
    columns = [c for c in row.sources if c == "departments" or c.startswith("departments.")]
    printed = "".join(filter(None, (_replayed(row, column, row.sources[column]) for column in columns)))
    name = row.sources.get("project_name")
    whole = printed + (name.raw if name else "")
    for unit in (unit for office in row.departments for unit in office.levels if unit):
        if any(word not in whole and word not in "".join(whole.split()) for word in unit.split()):
            yield "provenance: a unit is not printed", f"{unit} in {printed!r}"[:300]
    source = row.sources.get("departments")
    if source and seen(source.raw) and not is_nothing(source.raw) and not row.departments:
        yield "provenance: a cell of units gives none", repr(source.raw)[:300]

"""``words_place`` and its like: a record, a column and a span of its text -> line, cell and span of the raw cell.

What a rule sees is the text of a record; what a person has to mend is the cell.  The sources and repairs of the record
lead from the one to the other.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dxlist.model.finding import Place
from dxlist.model.initiative import Corrected, TakenOut
from dxlist.model.stages import LONGEST_CELL
from dxlist.text.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.columns import Column
    from dxlist.model.initiative import Initiative, Leftover, Repair, Source
    from dxlist.projects.light_rows import ProjectRow
    from dxlist.rules.listed import Listed

_Repair = TypeVar("_Repair", bound="Repair")
TEXT_COLUMNS: tuple[Column, ...] = ("field", "item", "project_name", "overview", "kpi_text")
"""The columns whose text a record holds as one string; departments are read into units."""
PROSE: tuple[Column, ...] = ("overview", "kpi_text")
"""Columns of sentences; the others hold names."""
_ATTRIBUTES = {"field": "field_name", "item": "item_name"}


class PrintedText(NamedTuple):
    """The text of one column of one record, in the row that prints it."""

    initiative: Initiative
    column: Column
    text: str
    narrow: str
    """The same with letters and digits half-width, position for position."""

    def words(self, start: int, end: int) -> str:
        """Return the words of a span as they are printed."""
        return self.text[start:end]

    def place(self, start: int, end: int) -> Place:
        """Return the place of a span of the text in the raw cell."""
        return words_place(self.initiative, self.column, start, end)


def text_of(initiative: ProjectRow, column: Column) -> str | None:
    """Return the text of a column as the record holds it: field and item without their codes."""
    found: str | None = getattr(initiative, _ATTRIBUTES.get(column, column))
    return found


def own_source(initiative: ProjectRow, column: str) -> Source | None:
    """Return the source of a column that is printed in the row itself; a person's text for a blank cell is not."""
    source = initiative.sources.get(column)
    return source if source is not None and source.line == initiative.line and source.cells else None


def own_sources(initiative: ProjectRow) -> Iterator[tuple[str, Source]]:
    """Yield the columns, further ones too, that are printed in the row itself, each with its source."""
    for column, source in initiative.sources.items():
        if source is not None and source.line == initiative.line and source.cells:
            yield column, source


@lru_cache(maxsize=6)
def own_texts(listed: Listed, columns: tuple[Column, ...] = TEXT_COLUMNS) -> tuple[PrintedText, ...]:
    """Return the texts that are printed in the rows of a list, each where it is printed: what was filled down once.

    A text that is too long to be read is not searched either; DX109 says where it stands.  The rules ask for them one
    after the other.
    """
    return tuple(
        PrintedText(initiative, column, text, narrow(text))
        for initiative in listed.document
        for column in columns
        if (text := text_of(initiative, column)) and len(text) <= LONGEST_CELL and own_source(initiative, column)
    )


def cell_texts(source: Source) -> list[str]:
    """Return the text of each cell of a source; of cells that a comma cut, the whole that they were."""
    return source.cell_texts


def repairs_of(initiative: ProjectRow, kind: type[_Repair], column: str | None = None) -> Iterator[_Repair]:
    """Yield the repairs of one kind to a row, or to one column of it."""
    for repair in initiative.repairs:
        if isinstance(repair, kind) and column in {None, repair.column}:
            yield repair


def about(initiative: ProjectRow) -> str:
    """Return what a row is of, in its own words."""
    return initiative.project_name or initiative.overview or initiative.kpi_text or initiative.item_name or ""


def shortened(text: str | None) -> str:
    r"""Return the beginning of a text as a message quotes it: on one line, not longer than a line can bear.

    >>> shortened("総務部\n行政経営課")
    '総務部 行政経営課'
    """
    plain = " ".join((text or "").split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"


_LONGEST = 30


def row_place(initiative: ProjectRow) -> Place:
    """Return the place of a whole row."""
    return Place(initiative.line, initiative_id=initiative.initiative_id, about=about(initiative))


def cell_place(initiative: ProjectRow, column: str) -> Place:
    """Return the cell of a column; of a filled column the cell above, and of none or a blank one the row."""
    source = initiative.sources.get(column)
    if source is None or not source.cells:
        return row_place(initiative)
    return row_place(initiative)._replace(line=source.line, cell=source.cells[-1], text=source.cell_texts[-1])


def numbered_place(initiative: ProjectRow, cell: int) -> Place:
    """Return the place of a cell of the row by its number; the row where no column has that cell."""
    for _, source in own_sources(initiative):
        if cell in source.cells:
            return row_place(initiative)._replace(cell=cell, text=source.cell_texts[source.cells.index(cell)])
    return row_place(initiative)


def leftover_place(leftover: Leftover, row: ProjectRow | None) -> Place:
    """Return the place of a cell that belongs to no column; ``row`` is the record of its line, where there is one."""
    place = row_place(row) if row else Place(about=leftover.text)
    return place._replace(line=leftover.line, cell=leftover.cell, text=leftover.text)


def words_place(initiative: ProjectRow, column: Column, start: int, end: int) -> Place:
    """Return the place of ``text_of(initiative, column)[start:end]``; of a corrected text the cell.

    Args:
        initiative: the record.
        column: one of ``TEXT_COLUMNS``.
        start: code point of the record's text.
        end: code point behind the last one.
    """
    source = initiative.sources.get(column)
    if source is None or end <= start or any(repairs_of(initiative, Corrected, column)):
        return cell_place(initiative, column)
    kept = kept_positions(initiative, column, source.raw)
    if end > len(kept):
        return cell_place(initiative, column)
    return _in_cell(initiative, source, kept[start], kept[end - 1] + 1)


def code_place(initiative: ProjectRow) -> Place:
    """Return the place of the codes at the head of an item."""
    heads = (repair.taken[0] for repair in repairs_of(initiative, TakenOut, "item") if repair.kind == "split")
    return raw_place(initiative, "item", next(heads, "").strip())


def raw_place(initiative: ProjectRow, column: str, words: str) -> Place:
    """Return the place of words that stand as they are in the raw cell of a column; else the cell."""
    source = initiative.sources.get(column)
    start = source.raw.find(words) if source and words else -1
    if source is None or start < 0:
        return cell_place(initiative, column)
    return _in_cell(initiative, source, start, start + len(words))


def raw_span_place(initiative: ProjectRow, column: str, start: int, end: int) -> Place:
    """Return the place of a span of the raw text of a column."""
    source = initiative.sources[column]
    return _in_cell(initiative, source, start, end) if source else cell_place(initiative, column)


def kept_positions(initiative: ProjectRow, column: str, raw: str, *, but: str | None = None) -> Sequence[int]:
    """Return the positions of the raw text that the record's text keeps, in order.

    Args:
        initiative: the record.
        column: one of its columns.
        raw: the raw text of it.
        but: a kind of repair whose characters are kept all the same.
    """
    repairs = [one for one in repairs_of(initiative, TakenOut, column) if one.kind != but]
    if not repairs:
        return range(len(raw))
    return _kept_positions(len(raw), tuple(_Stretches(repair.at, repair.taken) for repair in repairs))


class _Stretches:
    """What one repair took out, known by its identity: a long cell may be asked for as often as it has findings."""

    __slots__ = ("at", "taken")

    def __init__(self, at: Sequence[int], taken: Sequence[str]) -> None:
        self.at = at
        self.taken = taken

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Stretches) and self.at is other.at and self.taken is other.taken

    def __hash__(self) -> int:
        return hash((id(self.at), id(self.taken)))


@lru_cache(maxsize=4)
def _kept_positions(length: int, repairs: tuple[_Stretches, ...]) -> Sequence[int]:
    taken = set[int]()
    for repair in repairs:
        for at, what in zip(repair.at, repair.taken, strict=True):
            taken.update(range(at, at + len(what)))
    return [at for at in range(length) if at not in taken]


def _in_cell(initiative: ProjectRow, source: Source, start: int, end: int) -> Place:
    """Return a span of the raw text as a span of the one cell that holds its beginning."""
    offset = 0
    for cell, text in _texts_by_cell(initiative, source):
        if start < offset + len(text) or cell == source.cells[-1]:
            first, last = start - offset, min(end - offset, len(text))
            return Place(source.line, cell, first, last, text, initiative.initiative_id, about(initiative))
        offset += len(text) + 1
    return cell_place(initiative, "")


def _texts_by_cell(initiative: ProjectRow, source: Source) -> list[tuple[int, str]]:
    """Return the cells of a source, each with its text; those of several indicators have sources of their own."""
    if "\n" in source.raw and len(source.cells) > 1:
        parts = [one for key, one in own_sources(initiative) if key.startswith("indicators.")]
        own = [(one.cells[0], one.raw) for one in parts if len(one.cells) == 1 and one.cells[0] in source.cells]
        if [cell for cell, _ in own] == source.cells and "\n".join(text for _, text in own) == source.raw:
            return own
    return list(zip(source.cells, source.cell_texts, strict=False))

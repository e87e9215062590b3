"""``words_place`` and its like: a record, a column and a span of its text -> line, cell and span of the raw cell.

What a rule sees is the text of a record; what a person has to mend is the cell.  The sources and repairs of the record
lead from the one to the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Place
from dxlist.model.initiative import Corrected, TakenOut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.columns import Column
    from dxlist.model.initiative import Initiative, Leftover, Source
    from dxlist.rules.listed import Listed

TEXT_COLUMNS: tuple[Column, ...] = ("field", "item", "project_name", "overview", "kpi_text")
"""The columns whose text a record holds as one string; departments are read into units."""
_ATTRIBUTES = {"field": "field_name", "item": "item_name"}


class OwnText(NamedTuple):
    """The text of one column of one record."""

    initiative: Initiative
    column: Column
    text: str


def text_of(initiative: Initiative, column: Column) -> str | None:
    """Return the text of a column as the record holds it: field and item without their codes."""
    found: str | None = getattr(initiative, _ATTRIBUTES.get(column, column))
    return found


def own_texts(listed: Listed, columns: Iterable[Column] = TEXT_COLUMNS) -> Iterator[OwnText]:
    """Yield the texts that are printed in the rows of a list, each where it is printed: what was filled down once."""
    columns = tuple(columns)
    for initiative in listed.document:
        for column in columns:
            source, text = initiative.sources[column], text_of(initiative, column)
            if text and source is not None and source.line == initiative.line:
                yield OwnText(initiative, column, text)


def own_sources(listed: Listed) -> Iterator[tuple[Initiative, str, Source]]:
    """Yield the sources of all columns, further ones too, that are printed in the rows of a list: each cell once."""
    for initiative in listed.document:
        for column, source in initiative.sources.items():
            if source is not None and source.line == initiative.line:
                yield initiative, column, source


def about(initiative: Initiative) -> str:
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


def row_place(initiative: Initiative) -> Place:
    """Return the place of a whole row."""
    return Place(initiative.line, initiative_id=initiative.initiative_id, about=about(initiative))


def cell_place(initiative: Initiative, column: str) -> Place:
    """Return the cell of a column; of a filled column the cell above, and of none the row."""
    source = initiative.sources.get(column)
    if source is None:
        return row_place(initiative)
    cell, text = source.cells[-1], source.raw.split("\t")[-1] if len(source.cells) > 1 else source.raw
    return row_place(initiative)._replace(line=source.line, cell=cell, text=text)


def numbered_place(initiative: Initiative, cell: int) -> Place:
    """Return the place of a cell of the row by its number; the row where no column has that cell."""
    for source in initiative.sources.values():
        if source is not None and source.line == initiative.line and cell in source.cells:
            texts = source.raw.split("\t") if len(source.cells) > 1 else [source.raw]
            return row_place(initiative)._replace(cell=cell, text=texts[source.cells.index(cell)])
    return row_place(initiative)


def leftover_place(leftover: Leftover, row: Initiative | None) -> Place:
    """Return the place of a cell that belongs to no column; ``row`` is the record of its line, where there is one."""
    place = row_place(row) if row else Place(about=leftover.text)
    return place._replace(line=leftover.line, cell=leftover.cell, text=leftover.text)


def words_place(initiative: Initiative, column: Column, start: int, end: int) -> Place:
    """Return the place of ``text_of(initiative, column)[start:end]``; of a corrected text the cell.

    Args:
        initiative: the record.
        column: one of ``TEXT_COLUMNS``.
        start: code point of the record's text.
        end: code point behind the last one.
    """
    source = initiative.sources.get(column)
    if (
        source is None
        or end <= start
        or any(isinstance(r, Corrected) for r in initiative.repairs if r.column == column)
    ):
        return cell_place(initiative, column)
    kept = _kept(initiative, column, source.raw)
    if end > len(kept):
        return cell_place(initiative, column)
    return _in_cell(initiative, source, kept[start], kept[end - 1] + 1)


def code_place(initiative: Initiative) -> Place:
    """Return the place of the codes at the head of an item."""
    heads = (
        r.taken[0] for r in initiative.repairs if isinstance(r, TakenOut) and (r.kind, r.column) == ("split", "item")
    )
    return raw_place(initiative, "item", next(heads, "").strip())


def raw_place(initiative: Initiative, column: str, words: str) -> Place:
    """Return the place of words that stand as they are in the raw cell of a column; else the cell."""
    source = initiative.sources.get(column)
    start = source.raw.find(words) if source and words else -1
    if source is None or start < 0:
        return cell_place(initiative, column)
    return _in_cell(initiative, source, start, start + len(words))


def _kept(initiative: Initiative, column: Column, raw: str) -> Sequence[int]:
    """Return the positions of the raw text that the record's text keeps, in order."""
    taken = set[int]()
    for repair in initiative.repairs:
        if isinstance(repair, TakenOut) and repair.column == column:
            for at, what in zip(repair.at, repair.taken, strict=True):
                taken.update(range(at, at + len(what)))
    return [at for at in range(len(raw)) if at not in taken]


def _in_cell(initiative: Initiative, source: Source, start: int, end: int) -> Place:
    """Return a span of the raw text as a span of the one cell that holds its beginning."""
    texts = source.raw.split("\t") if len(source.cells) > 1 else [source.raw]
    offset = 0
    for cell, text in zip(source.cells, texts, strict=False):
        if start < offset + len(text) or cell == source.cells[-1]:
            first, last = start - offset, min(end - offset, len(text))
            return Place(source.line, cell, first, last, text, initiative.initiative_id, about(initiative))
        offset += len(text) + 1
    return cell_place(initiative, "")

"""``page_columns``: a document that was just read -> the columns of its tables as understood; ``columns_table``.

A column is told by its table and its header: the pages of one table say the same header once.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from dxlist.exports.described.words import made_columns
from dxlist.model.roles import word_of
from dxlist.model.table import Table, TableColumn, meanings_of, nullable
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.values.header_years import read_header_year
from dxlist.words.code_words import INDICATOR_KIND_WORDS, KNOWN_BY_WORDS, ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from dxlist.model.document import Document, Trail
    from dxlist.model.roles import Role
    from dxlist.model.stages import HeaderCell

KnownBy = Literal["sidecar", "spelling", "content", "none"]

SAMPLES = 3
"""Different values of a column that are shown."""


class PageColumn(NamedTuple):
    """One column of a table as understood."""

    table: int
    """Which one of the file, from 1."""
    cell: int
    """Its position, from 1."""
    header: str
    """In full."""
    role: Role
    key: str
    """Where its cells go."""
    filled: float
    """Share of the rows that have a cell in it."""
    samples: tuple[str, ...]
    known_by: KnownBy


def page_columns(document: Document, own: Collection[str] = ()) -> list[PageColumn]:
    """Return the columns of a list as understood, in the order in which they stand.

    Args:
        document: what ``dxlist.parse`` returns; a document of a file keeps no trail, and gives nothing.
        own: the headers that its sidecar names.
    """
    folded = set(map(fold, own))
    pages: dict[int, list[Trail]] = defaultdict(list)
    for trail in document.trail:
        pages[trail.table.part].append(trail)
    return [_column(part, headed, folded) for part, trails in pages.items() for headed in _by_header(trails).values()]


def _by_header(trails: Iterable[Trail]) -> dict[tuple[str, str], list[tuple[HeaderCell, Trail]]]:
    """Return the columns of pages, those together that have one header and one place to go."""
    found = dict[tuple[str, str], list[tuple["HeaderCell", "Trail"]]]()
    for trail in trails:
        for cell in trail.table.header:
            found.setdefault((fold(cell.text), cell.column), []).append((cell, trail))
    return found


def _column(part: int, headed: list[tuple[HeaderCell, Trail]], own: Collection[str]) -> PageColumn:
    cell = headed[0][0]
    texts = [text for _, trail in headed for text in _texts(trail, cell.column)]
    rows = sum(len(trail.aligned) for _, trail in headed)
    samples = tuple(dict.fromkeys(texts))[:SAMPLES]
    filled = round(len(texts) / rows, 3) if rows else 0.0
    role = dated_role(cell)
    return PageColumn(part, cell.position + 1, cell.text, role, cell.column, filled, samples, _known_by(cell, own))


def dated_role(cell: HeaderCell) -> Role:
    """Return the role of a column with the year that its header names."""
    if cell.role.fiscal_year is not None or not (year := read_header_year(cell.text)):
        return cell.role
    return cell.role._replace(fiscal_year=year.fiscal_year)


def _texts(trail: Trail, column: str) -> Iterator[str]:
    """Yield what stands in a column, a row with several cells of it once."""
    for aligned in trail.aligned:
        cells = [aligned.row.cells[placed.index].strip() for placed in aligned.placed if placed.column == column]
        if cells:
            yield " ".join(cells)


def _known_by(cell: HeaderCell, own: Collection[str]) -> KnownBy:
    if fold(cell.text) in own or (cell.path and fold(cell.path[-1]) in own):
        return "sidecar"
    if cell.guessed:
        return "content"
    return "none" if cell.role.kind == "further" else "spelling"


_NAMES = {
    "table": "table",
    "cell": "cell",
    "header_in_full": "header",
    "column_role": "role",
    "level_depth": "depth",
    "indicator_kind": "indicator",
    "indicator_label": "number",
    "fiscal_year": "fiscal_year",
    "is_cumulative": "cumulative",
    "key": "key",
    "filled": "filled",
    "samples": "samples",
    "known_by": "known_by",
}
"""The columns as they are described -> their physical names."""
_NULLABLE = ("level_depth", "indicator_kind", "indicator_label", "fiscal_year")
_CODES: Mapping[str, Mapping[str, Bilingual]] = {
    "column_role": ROLE_WORDS,
    "indicator_kind": INDICATOR_KIND_WORDS,
    "known_by": KNOWN_BY_WORDS,
}


def columns_table(columns: Iterable[PageColumn]) -> Table:
    """Return the columns of a list as understood, one row each."""
    return Table("columns", tuple(_described()), tuple(map(_row, columns)), ("table", "cell", "key"))


def _described() -> Iterator[TableColumn]:
    for column in made_columns(*_NAMES):
        words = _CODES.get(column.name, {})
        about = column.about if column.about.ja else Bilingual(meanings_of(words), column.about.en)
        found = replace(column, name=_NAMES[column.name], about=about, enum=tuple(words), words=words)
        yield nullable(found) if column.name in _NULLABLE else found


def _row(column: PageColumn) -> tuple[object, ...]:
    role = column.role
    return (
        column.table,
        column.cell,
        column.header,
        word_of(role),
        role.depth or None,
        role.indicator,
        role.number,
        role.fiscal_year,
        role.cumulative,
        column.key,
        column.filled,
        column.samples,
        column.known_by,
    )

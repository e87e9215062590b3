"""``rows_to_tables``: physical rows -> page tables, each line given one kind: title, header, body, note, blank."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from dxlist.model.stages import Note, PageTable, PhysicalRow
from dxlist.tables.headers import MOST_ROWS as MOST_HEADER_ROWS
from dxlist.tables.headers import Header, Spellings, read_header
from dxlist.tables.titles import (
    TitleMemory,
    is_prose,
    is_title_like,
    names_a_list,
    note_kind,
    note_of,
    stands_alone,
)
from dxlist.tables.unknown_columns import Guesses, named_by_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.stages import RowRole

MOST_ROWS = 400
"""Rows of a page that are looked at together; a longer page is cut into blocks of this size."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows that stand together without an empty line between them."""

    rows: tuple[PhysicalRow, ...]
    blank_lines: tuple[int, ...]
    """Blank lines before it."""
    broken: bool
    """An empty line, or the beginning of the file, stands before it."""


@dataclass(slots=True)
class _State:
    """What the pages so far say about the next."""

    page: int = 0
    part: int = 1
    titles: TitleMemory = field(default_factory=TitleMemory)
    header: Header | None = None
    broken: bool = True
    elsewhere: PhysicalRow | None = None
    """The known header of a table of other things, whose rows are being passed by."""
    guesses: Guesses = field(default_factory=dict)
    front: list[PhysicalRow] = field(default_factory=list)
    header_rows: list[PhysicalRow] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    blank_lines: list[int] = field(default_factory=list)


def rows_to_tables(rows: Iterable[PhysicalRow], spellings: Spellings = ()) -> Iterator[PageTable]:
    """Yield the pages of a file in order; lines behind the last row come with a table without rows.

    A page begins at a title, a header, or an empty line.  A page without a header has the columns of the page before.
    A new part begins where the titles of a page are new: another list of the same file.  Where the form of input knows
    what a row is, that is believed; a table whose known header is not one of a list is noted row by row.
    """
    state = _State()
    for segment in segments(rows):
        state.blank_lines += segment.blank_lines
        state.broken |= segment.broken
        yield from _tables_of(list(segment.rows), state, spellings)
    if state.page == 0 and state.elsewhere:
        yield _table(state, (state.elsewhere,))  # for the error that shows its cells
    yield _table(state, ())


def segments(rows: Iterable[PhysicalRow]) -> Iterator[Segment]:
    """Group rows between blank ones."""
    held, blanks, broken = list[PhysicalRow](), list[int](), True
    for row in rows:
        is_blank = not any(map(str.strip, row.cells))
        if held and (is_blank or len(held) == MOST_ROWS):
            yield Segment(tuple(held), tuple(blanks), broken)
            held, blanks, broken = [], [], False
        if is_blank:
            blanks += range(row.line, row.last_line + 1)
            broken = True
        else:
            held.append(row)
    yield Segment(tuple(held), tuple(blanks), broken)


def _tables_of(rows: list[PhysicalRow], state: _State, spellings: Spellings) -> Iterator[PageTable]:
    """Yield the tables of one segment: titles, header and body follow each other in it any number of times."""
    body = list[PhysicalRow]()
    at = 0
    while at < len(rows):
        row, header = rows[at], _header_at(rows, at, spellings, state.header)
        if header or (row.known and (row.known.role == "header" or _is_known_title(row))):
            titles = _titles_before(body, state) if header else []
            if body:
                yield _table(state, tuple(body))
            body, state.broken = [], True
            state.front += titles
        if header:
            state.header, state.elsewhere = header, None
            state.header_rows += rows[at : at + header.rows]
        elif not _set_aside(row, state):
            body.append(row)
        at += header.rows if header else 1
    body = _without_titles(body, state)
    if body:
        yield _table(state, tuple(body))


def _header_at(rows: Sequence[PhysicalRow], at: int, spellings: Spellings, known: Header | None) -> Header | None:
    if _role(rows[at]) in _OUTSIDE:
        return None
    below = takewhile(lambda row: not _role(row), rows[at + 1 : at + 2 * MOST_HEADER_ROWS - 1])
    return read_header([rows[at], *below], spellings, known)


_OUTSIDE = ("title", "text")


def _role(row: PhysicalRow) -> RowRole | None:
    return row.known.role if row.known else None


def _is_known_title(row: PhysicalRow) -> bool:
    role = _role(row)
    return role == "title" or (role == "text" and names_a_list(row))


def _set_aside(row: PhysicalRow, state: _State) -> bool:
    """Keep a row that is no header and none of the body; return whether it was one."""
    if _role(row) == "header":
        state.elsewhere = row
        if state.front and (state.page or len(state.front) > 1):  # the heading of that table
            state.notes.append(note_of(state.front.pop(), "note"))
    if _is_known_title(row):
        state.front.append(row)
        return True
    kind = None if is_prose(row) else note_kind(row)
    if not kind and (_role(row) or state.elsewhere):
        kind = "note"
    if kind:
        state.notes.append(note_of(row, kind))
    return kind is not None


def _titles_before(body: list[PhysicalRow], state: _State) -> list[PhysicalRow]:
    """Take from the end of ``body`` the rows that are titles of the header that follows."""
    titles = list[PhysicalRow]()
    first = state.header is None or (state.broken and len(body) <= MOST_TITLES)
    while body and (
        is_title_like(body[-1], state.titles) if first else state.titles.knows(body[-1]) or names_a_list(body[-1])
    ):
        titles.insert(0, body.pop())
    return titles


MOST_TITLES = 4
"""Rows above a header that may all be titles."""


def _without_titles(body: list[PhysicalRow], state: _State) -> list[PhysicalRow]:
    """Set aside the titles at the head of rows that no header follows: a page without header, or a title page."""
    if not state.broken or (state.header_rows and state.header_rows[-1].known):
        return body
    if len(body) < MOST_TITLES and all(stands_alone(row) for row in body):
        state.front += body
        return []
    while body and (
        state.titles.knows(body[0])
        or names_a_list(body[0])
        or (state.header is None and is_title_like(body[0], state.titles))
    ):
        state.front.append(body.pop(0))
        state.broken = True
    return body


def _table(state: _State, rows: tuple[PhysicalRow, ...]) -> PageTable:
    """Close a page: count it, see whether its titles begin a new part, and hand over what stood around it."""
    if rows and (state.broken or state.page == 0):
        state.page += 1
        if state.titles.begin_page(state.front):
            state.part += 1
    table = PageTable(
        state.page,
        state.part,
        state.titles.part_title,
        named_by_content(state.header.cells, rows, state.guesses) if state.header else (),
        rows,
        tuple(state.front),
        tuple(state.header_rows),
        tuple(state.notes),
        tuple(state.blank_lines),
        continued=not state.broken,
    )
    state.front, state.header_rows, state.notes, state.blank_lines, state.broken = [], [], [], [], False
    return table

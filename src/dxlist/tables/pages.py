"""``rows_to_tables``: physical rows -> page tables, each line given one kind: title, header, body, note, blank."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from dxlist.model.stages import Note, PageTable, PhysicalRow
from dxlist.tables.columns import SPELLING_SCORE, header_roles
from dxlist.tables.front_matter import MOST_ROWS as MOST_FRONT_ROWS
from dxlist.tables.front_matter import MOST_TITLES, furniture, furniture_key, parted
from dxlist.tables.headers import MOST_ROWS as MOST_HEADER_ROWS
from dxlist.tables.headers import Header, Spellings, is_named, may_begin_header, read_halves, read_header
from dxlist.tables.remarks import kind_beside, note_kind, note_of, texts_of
from dxlist.tables.sections import heads_rows_below, section_of
from dxlist.tables.titles import TitleMemory, is_prose, is_title_like, names_a_list, stands_alone, title_key
from dxlist.tables.unknown_columns import Guesses, named_by_content
from dxlist.text.folding import fold
from dxlist.words import marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.stages import NoteKind, RowRole

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
    unread: list[PhysicalRow] = field(default_factory=list)
    """The rows before the first header."""
    furniture: set[str] = field(default_factory=set)
    """What of them other pages may print again."""
    guesses: Guesses = field(default_factory=dict)
    front: list[PhysicalRow] = field(default_factory=list)
    header_rows: list[PhysicalRow] = field(default_factory=list)
    last_header: list[PhysicalRow] = field(default_factory=list)
    """The rows of the header of the last rows."""
    sections: list[PhysicalRow] = field(default_factory=list)
    """Heads of rows that are still to come."""
    heads: set[str] = field(default_factory=set)
    """What the heads of rows so far say."""
    below: int = 0
    """Where in the segment the next row of several cells stands."""
    notes: list[Note] = field(default_factory=list)
    blank_lines: list[int] = field(default_factory=list)


def rows_to_tables(rows: Iterable[PhysicalRow], spellings: Spellings = ()) -> Iterator[PageTable]:
    """Yield the pages of a file in order; lines behind the last row come with a table without rows.

    All that stands above the first header are titles and notes.  Where there is no header (among the first
    ``MOST_FRONT_ROWS`` rows), all rows come in a table without header, for the error that shows them.
    A page begins at a title, a header, or an empty line.  A page without a header has the columns of the page before.
    A new part begins where the titles of a page are new: another list of the same file.  Where the form of input knows
    what a row is, that is believed; a table whose known header is not one of a list is noted row by row.
    """
    state = _State()
    for segment in segments(rows):
        state.blank_lines += segment.blank_lines
        state.broken |= segment.broken
        yield from _tables_of(list(segment.rows), state, spellings)
        if len(state.unread) > MOST_FRONT_ROWS:
            break
    if state.header is None and state.unread:
        yield _table(state, tuple(state.unread))
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
    at = state.below = 0
    while at < len(rows):
        row, header = rows[at], _header_at(rows, at, spellings, state)
        if header or (row.known and (row.known.role == "header" or _is_known_title(row))):
            titles = _titles_before(body, state) if header else []
            if body:
                yield _table(state, tuple(body))
            body, state.broken = [], True
            state.front += titles
        if header:
            _end_front_matter(state)
            _begin_table(state, header, rows[at : at + header.rows], spellings)
        elif not _set_aside(rows, at, state, body):
            body.append(row)
        at += header.rows if header else 1
    body = _without_titles(body, state)
    if body:
        yield _table(state, tuple(body))


def _header_at(rows: Sequence[PhysicalRow], at: int, spellings: Spellings, state: _State) -> Header | None:
    row, known = rows[at], state.header
    looks = may_begin_header(row, known) and not _is_no_header(row)
    if _role(row) in _OUTSIDE or not (looks or is_named(row, spellings)):
        return None
    below = takewhile(
        lambda row: not (_role(row) or _is_sure_section(row, state.titles) or _is_no_header(row)),
        rows[at + 1 : at + 2 * MOST_HEADER_ROWS - 1],
    )
    return read_header([row, *below], spellings, known)


def _begin_table(state: _State, header: Header, rows: Sequence[PhysicalRow], spellings: Spellings) -> None:
    """Let a header stand above the rows below it; one above it that no row followed is its other half, or a note."""
    whole = read_halves([*state.header_rows, *rows], spellings) if state.header_rows else None
    if whole is None:
        _note_unused_header(state, rows)
    state.header, state.elsewhere = whole or header, None
    state.header_rows += rows


def _note_unused_header(state: _State, rows: Sequence[PhysicalRow]) -> None:
    """Make notes of the rows of a header that no row followed, but of those whose texts stand in other rows again."""
    said = {fold(text) for row in rows for text in texts_of(row)}
    unused = [row for row in state.header_rows if not said.issuperset(map(fold, texts_of(row)))]
    state.notes += [note_of(row, "note") for row in unused]
    state.header_rows = [row for row in state.header_rows if row not in unused]


def _is_no_header(row: PhysicalRow) -> bool:
    """Return whether a row of a few cells holds amounts, the labels of a form, or a remark with what belongs to it."""
    texts = texts_of(row)
    if not 1 < len(texts) <= _MOST_CELLS_OF_FORM or _role(row) == "header":
        return False
    if all(score >= SPELLING_SCORE for text in texts for _, score in header_roles(text)[:1] or ((None, 0.0),)):
        return False
    labels = sum(text[-1] in ":：" for text in texts) + 2 * any(map(marks.PERSON.search, texts))
    return labels > 1 or any(map(marks.AMOUNT.match, texts)) or note_kind(row) is not None


_MOST_CELLS_OF_FORM = 6


_OUTSIDE = ("title", "text")


def _role(row: PhysicalRow) -> RowRole | None:
    return row.known.role if row.known else None


def _is_known_title(row: PhysicalRow) -> bool:
    role = _role(row)
    return role == "title" or (role == "text" and names_a_list(row))


def _end_front_matter(state: _State) -> None:
    """Part what stood above the first header into titles and notes."""
    if state.header is None:
        rows = [row for row in state.unread if not _role(row)]
        while rows and len(state.sections) < MOST_TITLES and _is_sure_section(rows[-1], state.titles):
            state.sections.insert(0, rows.pop())
        titles, notes = parted(rows, state.titles)
        state.front = sorted([*state.front, *titles], key=lambda row: row.line)
        state.notes += notes
        state.furniture = furniture(state.unread)
        state.unread = []


def _set_aside(rows: Sequence[PhysicalRow], at: int, state: _State, body: Sequence[PhysicalRow]) -> bool:
    """Keep a row that is no header and none of the body; return whether it was one."""
    row, role = rows[at], _role(rows[at])
    if state.header is None and (not role or role == "header") and not (state.elsewhere and not role):
        state.unread.append(row)
    if role == "header":
        state.elsewhere = row
        if state.front and (state.page or len(state.front) > 1):  # the heading of that table
            state.notes.append(note_of(state.front.pop(), "note"))
    if _is_known_title(row):
        state.front.append(row)
        return True
    if role or state.elsewhere:
        state.notes.append(note_of(row, note_kind(row) or "note"))
        return True
    if state.header is None:
        return True
    kind = None if is_prose(row) else _kind_below(rows, at, state, body)
    if kind:
        state.notes.append(note_of(row, kind))
    elif _is_section(rows, at, state):
        state.sections.append(row)
        state.heads.add(title_key(row))
    else:
        return False
    return True


def _goes_on_with_section(row: PhysicalRow, state: _State) -> bool:
    """Return whether a row says a section again as one that goes on: 基本目標1 しごとをつくる（続き）."""
    if len(texts_of(row)) > 1:
        return False
    key = title_key(row)
    return key in state.heads and key != fold("".join(row.cells))


def _is_section(rows: Sequence[PhysicalRow], at: int, state: _State) -> bool:
    """Return whether a row is the head of the rows below it: 【総務部】, 基本目標1 …."""
    row = rows[at]
    if state.header is None or _names_list(row, state.titles) or (section := section_of(row)) is None:
        return False
    return heads_rows_below(section, row, _row_below(rows, at, state), state.header.cells)


def _row_below(rows: Sequence[PhysicalRow], at: int, state: _State) -> PhysicalRow | None:
    """Return the next row of several cells in a segment; it is looked for once for all lines above it."""
    if state.below <= at:
        after = (k for k in range(at + 1, len(rows)) if len(texts_of(rows[k])) > 1)
        state.below = next(after, len(rows))
    return rows[state.below] if state.below < len(rows) else None


def _is_sure_section(row: PhysicalRow, titles: TitleMemory) -> bool:
    section = section_of(row)
    return section is not None and section.sure and not _names_list(row, titles)


def _names_list(row: PhysicalRow, titles: TitleMemory) -> bool:
    return titles.knows(row) or names_a_list(row)


def _kind_below(rows: Sequence[PhysicalRow], at: int, state: _State, body: Sequence[PhysicalRow]) -> NoteKind | None:
    """Return the kind of a row below the first header that is none of the body."""
    if state.header is None or len(texts_of(rows[at])) > _MOST_CELLS_OF_NOTE:
        return None
    apart = (state.broken and not body) or _ends_table(rows, at)
    kind = kind_beside(rows[at], state.header.cells, apart=apart)
    if kind is None and apart and _is_lone_sentence(rows[at], state.header):
        return "note"
    again = apart and furniture_key(rows[at]) in state.furniture and not state.titles.knows(rows[at])
    return "note" if kind is None and (again or _goes_on_with_section(rows[at], state)) else kind


def _is_lone_sentence(row: PhysicalRow, header: Header) -> bool:
    """Return whether a row is one sentence in its first cell, where the header has a column of names."""
    texts = texts_of(row)
    above = next((cell.role.kind for cell in header.cells if cell.position == 0), None)
    return len(texts) == 1 and texts[0].endswith("。") and row.cells[0].strip() != "" and above not in _OF_SENTENCES


_OF_SENTENCES = ("overview", "text", "note", "further", "indicator", None)


def _ends_table(rows: Sequence[PhysicalRow], at: int) -> bool:
    """Return whether nothing but lines of one or two cells follows up to a blank line."""
    return len(rows) - at - 1 <= _MOST_LINES_AT_END and all(
        len(texts_of(row)) <= _MOST_CELLS_AT_END for row in rows[at + 1 :]
    )


_MOST_CELLS_OF_NOTE = 24
_MOST_CELLS_AT_END, _MOST_LINES_AT_END = 2, 8


def _titles_before(body: list[PhysicalRow], state: _State) -> list[PhysicalRow]:
    """Take from the end of ``body`` the rows that are titles of the header that follows."""
    titles = list[PhysicalRow]()
    first = state.header is None or (state.broken and len(body) <= MOST_TITLES)
    while body and (
        is_title_like(body[-1], state.titles) if first else state.titles.knows(body[-1]) or names_a_list(body[-1])
    ):
        titles.insert(0, body.pop())
    return titles


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
            _note_sections(state, state.front[0].line)
    if not rows:
        _note_sections(state, None)
        _note_unused_header(state, state.last_header)
    else:
        state.last_header = state.header_rows or state.last_header
    last = rows[-1].line if rows else 0
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
        sections=tuple(row for row in state.sections if row.line < last),
    )
    state.sections = [row for row in state.sections if row.line > last]
    state.front, state.header_rows, state.notes, state.blank_lines, state.broken = [], [], [], [], False
    return table


def _note_sections(state: _State, before: int | None) -> None:
    """Make notes of lines that head no rows: those at the end of a list, above the line ``before``."""
    state.notes += [note_of(row, "note") for row in state.sections if before is None or row.line < before]
    state.sections = [row for row in state.sections if before is not None and row.line >= before]

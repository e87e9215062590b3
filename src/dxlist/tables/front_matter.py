"""``parted``: the rows above the first header of a file -> its titles and its notes.

Whatever they say, they are no rows of the list: a sentence, who made it, a table of contents, tables of other things.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.tables.remarks import note_kind, note_of, texts_of
from dxlist.tables.titles import is_prose, is_title_like, names_a_list, title_key
from dxlist.text.folding import fold
from dxlist.words import marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.stages import Note, PhysicalRow
    from dxlist.tables.titles import TitleMemory

MOST_ROWS = 2000
"""Rows that are looked through for the first header."""
MOST_TITLES = 4
"""Rows above a header that may all be titles."""
_MOST_REPEATED = 200
_MOST_CELLS = 4


def parted(rows: Sequence[PhysicalRow], memory: TitleMemory) -> tuple[list[PhysicalRow], list[Note]]:
    """Return the titles and the notes among the rows above the first header.

    Titles stand at the head of the file or right above the header, or name a list.  Else a long text before the table
    would give the list a hundred names.
    """
    contents = _lines_of_contents(rows)
    like = [row for row in rows if row.line not in contents and note_kind(row) is None and is_title_like(row, memory)]
    beside = _right_above(rows)
    titles = [row for k, row in enumerate(like) if k < MOST_TITLES or row.line in beside or names_a_list(row)]
    lines = {row.line for row in titles}
    return titles, [note_of(row, note_kind(row) or "note") for row in rows if row.line not in lines]


def _right_above(rows: Sequence[PhysicalRow]) -> set[int]:
    """Return the lines of the last rows, up to a gap."""
    lines = set[int]()
    for row, below in zip(reversed(rows[-MOST_TITLES:]), [None, *reversed(rows[-MOST_TITLES + 1 :])], strict=False):
        if below is not None and row.last_line + 1 != below.line:
            break
        lines.add(row.line)
    return lines


def _lines_of_contents(rows: Sequence[PhysicalRow]) -> set[int]:
    """Return the lines of a table of contents: 目次 and what follows it without a gap."""
    lines, last = set[int](), -1
    for row in rows:
        if row.line == last + 1 or marks.CONTENTS.match(fold("".join(texts_of(row)))):
            lines.add(row.line)
            last = row.last_line
    return lines


def furniture(rows: Sequence[PhysicalRow]) -> set[str]:
    """Return the keys of short rows above a header, which other pages may print again."""
    short = (row for row in rows[-_MOST_REPEATED:] if len(texts_of(row)) <= _MOST_CELLS and not is_prose(row))
    return {furniture_key(row) for row in short}


def furniture_key(row: PhysicalRow) -> str:
    """Return what stays of a repeated line on every page: its texts without the numbers of pages.

    >>> from dxlist.model.stages import PhysicalRow
    >>> furniture_key(PhysicalRow(1, 1, ("資料 1-2", "", "総務部")))
    '資料-総務部'
    """
    return "".join(character for character in title_key(row) if not character.isdecimal())

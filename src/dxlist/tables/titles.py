"""The titles of a page; a new title begins another list of the same file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dxlist.model.stages import LONGEST_FILLED
from dxlist.tables.remarks import texts_of
from dxlist.tables.shapes import shape_of
from dxlist.text.folding import fold
from dxlist.words import marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.stages import PhysicalRow

_MOST_CELLS = 3
_CODES_OF_ITEMS = ("plan", "plan+", "compound", "compound+")


@dataclass(slots=True)
class TitleMemory:
    """The titles seen in this part of the file."""

    part_title: str | None = None
    seen: set[str] = field(default_factory=set)

    def knows(self, row: PhysicalRow) -> bool:
        """Return whether the row repeats a title of this part."""
        return not is_prose(row) and title_key(row) in self.seen

    def begin_page(self, titles: Sequence[PhysicalRow]) -> bool:
        """Take in the titles of a page; return whether they begin another list.

        They do where none of them was seen in this part, or where one that names a list (…一覧) was not.  A page
        without titles, and one that repeats some, goes on with the part.
        """
        keys = {title_key(row) for row in titles}
        new_list = any(names_a_list(row) and title_key(row) not in self.seen for row in titles)
        begins = bool(self.seen and keys) and (self.seen.isdisjoint(keys) or new_list)
        if begins:
            self.seen = set()
        if begins or (self.part_title is None and titles):
            self.part_title = " ".join(text for row in titles[:1] for text in texts_of(row)) or None
        self.seen |= keys
        return begins


def is_prose(row: PhysicalRow) -> bool:
    """Return whether a cell is longer than any header, title or remark within a table: a body row at a glance."""
    return max(map(len, row.cells)) > LONGEST_HEADING and sum(map(bool, row.cells)) >= _MOST_CELLS


LONGEST_HEADING = 60
"""Characters of the longest header cell or title beside others, with room."""


def title_key(row: PhysicalRow) -> str:
    """Return the folded title without a page count or 「続き」 behind it."""
    key = "".join(map(fold, texts_of(row)))
    return marks.TITLE_TAIL.sub("", key) or key


def names_a_list(row: PhysicalRow) -> bool:
    """Return whether a row is a title that names a list: few cells, one of them with 一覧 or the like at its end."""
    if is_prose(row):
        return False
    texts = texts_of(row)
    if len(texts) > _MOST_CELLS or not _is_plain(texts):
        return False
    return any(marks.LIST_NAME.search(fold(text)) for text in texts)


def stands_alone(row: PhysicalRow) -> bool:
    """Return whether a row between empty lines is a title: one cell, or few that name a list; no code, no sentence."""
    texts = texts_of(row)
    coded = any(shape_of(text).code for text in texts)
    few = (len(texts) == 1 and row.cells[0].strip() != "") or (len(texts) <= _MOST_CELLS and names_a_list(row))
    return few and not coded and _is_plain(texts)


def is_title_like(row: PhysicalRow, memory: TitleMemory) -> bool:
    """Return whether a row above a header may be a title: few cells, no department, no item code, no sentence."""
    texts = texts_of(row)
    return memory.knows(row) or (len(texts) <= _MOST_CELLS and _is_plain(texts))


def _is_plain(texts: Sequence[str]) -> bool:
    shapes = [shape_of(text) for text in texts]
    office = any(shape.office > 1 for shape in shapes) and len(texts) > 1
    coded = any(shape.code in _CODES_OF_ITEMS for shape in shapes)
    prose = any("。" in text or len(text) > LONGEST_FILLED for text in texts)
    sure = len(texts) == 1 and marks.TITLE.search(texts[0]) is not None
    return not prose and (sure or not (office or coded))

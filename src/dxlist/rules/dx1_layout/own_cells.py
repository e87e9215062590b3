"""``field_cells``: where the fields of each page stand, so that what stands there beside them is seen."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dxlist.model.initiative import Filled
from dxlist.rules.places import own_source, repairs_of
from dxlist.words.marks import is_ditto

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dxlist.model.document import Document, PageInfo
    from dxlist.model.initiative import Initiative, Leftover

_FEW = 0.4
"""Share of the items of a page up to which they may have slid; where more stand there, it is their place."""


def stands_for_field(leftover: Leftover, row: Initiative | None) -> bool:
    """Return whether a cell that repeats the item stands where its row prints no field."""
    repeats = leftover.reason == "repeats_item" and not is_second_ditto(leftover)
    return repeats and row is not None and own_source(row, "field") is None


def is_second_ditto(leftover: Leftover) -> bool:
    """Return whether a cell holds the second of two ditto marks, for code and title of an item: none is left over."""
    return leftover.reason == "repeats_item" and is_ditto(leftover.text)


def heirs_of_items(document: Document) -> Mapping[int, list[Initiative]]:
    """Return for each line that prints an item the rows below that took it because theirs is blank."""
    heirs: dict[int, list[Initiative]] = {}
    for initiative in document:
        for repair in repairs_of(initiative, Filled, "item"):
            heirs.setdefault(repair.from_line, []).append(initiative)
    return heirs


def field_cells(document: Document) -> Mapping[int, frozenset[int]]:
    """Return for each page the cells in which fields stand; none where items stand there as a rule.

    Where a page prints no field, its header says where one would stand.
    """
    fields, items = defaultdict[int, Counter[tuple[int, ...]]](Counter), defaultdict[int, Counter[int]](Counter)
    for initiative in document:
        if field := own_source(initiative, "field"):
            fields[initiative.page][tuple(field.cells)] += 1
        if item := own_source(initiative, "item"):
            items[initiative.page][item.cells[0]] += 1
    return {page.page: _cells(page, fields[page.page], items[page.page]) for page in document.document.pages}


def _cells(page: PageInfo, fields: Counter[tuple[int, ...]], items: Counter[int]) -> frozenset[int]:
    if fields:
        cells = set(fields.most_common(1)[0][0])
    else:
        cells = {head.cell for head in page.header if head.column == "field"}
    return frozenset(cell for cell in cells if items[cell] <= _FEW * items.total())

"""``page_kind``: is a page a clean rectangle, whose cells belong to the headers above them, or printed and damaged?

Its own rows say.  A row that slid, or was cut, cannot be read in place: its cells fit their columns badly and fit much
better one or two places further along.  One odd cell moves nothing: a project 「スポーツ教室」 looks like an office,
yet all cells behind it stand where they should.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from statistics import median
from types import MappingProxyType
from typing import TYPE_CHECKING

from dxlist.model.roles import Role
from dxlist.model.stages import HeaderCell, PageKind
from dxlist.tables.layout import slot_of
from dxlist.tables.looks import LOOKS
from dxlist.tables.shapes import Shape, shape_of
from dxlist.words.marks import is_cut_number, is_ditto

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dxlist.model.stages import PhysicalRow

SLIDES = (1, 2, -1, -2, -3)
"""By how many columns a row slides: the blanks before its first cell get lost, up to two levels and the departments."""
MOVED = 6.0
"""By how much, in log-odds, the cells of a row must fit better elsewhere before it is one that slid."""
FEWEST_BETTER = 2
SHARE_BETTER = 0.2
"""Cells that must fit better elsewhere, and their share of those whose columns look like something."""
OUTSIDE = -4.0
"""What a cell is worth below no header."""
_FAMILY_OF_OTHERS = 2
MOST_OFFICES = 0.1
"""Share of the cells of a level that may look like units by chance."""
MOST_MOVED = 0.02
"""Share of rows that may look slid on a clean rectangle, by the chance of its words."""
_SHARE_OF_CELLS = 0.8


@dataclass(frozen=True, slots=True)
class Rectangle:
    """The columns of a page by position, where the rows can be read in place."""

    kind: PageKind
    header: tuple[HeaderCell, ...]
    """With a column for an index that has no name."""


def page_kind(
    header: Sequence[HeaderCell], rows: Sequence[PhysicalRow], known: Mapping[str, Counter[str]] = MappingProxyType({})
) -> Rectangle:
    """Return which kind a page is, and its header with names for columns that have none.

    Args:
        header: the columns that have names.
        rows: the body of the page.
        known: pattern of codes -> the columns that bear it on the pages before.
    """
    spread = _spread_columns(header, rows)
    complete = (*header, *_index_column(header, rows), *spread)
    named = {cell.position: cell for cell in complete}
    if any(cell.strip() and at not in named for row in rows for at, cell in enumerate(row.cells)):
        return Rectangle(PageKind(False, len(rows), 0, "cells_without_header"), tuple(header))
    slots = {at: slot_of(cell.role) for at, cell in named.items()}
    nameless = any(cell.role.kind == "further" for cell in spread)
    typed = frozenset(at for at, slot in slots.items() if slot not in _UNTYPED)
    near = frozenset(at + slide for at in typed for slide in (0, *SLIDES))
    shaped = [_shapes(row, near) for row in rows]
    moved = max(_moved(slots, typed, shaped, nameless=nameless), len(out_of_column(complete, rows, shaped, known)))
    is_clean = moved <= MOST_MOVED * len(rows)
    kind = PageKind(is_clean, len(rows), moved, "all_in_place" if is_clean else "rows_slid")
    return Rectangle(kind, tuple(sorted(complete, key=lambda cell: cell.position)) if is_clean else tuple(header))


def out_of_column(
    header: Sequence[HeaderCell],
    rows: Sequence[PhysicalRow],
    shaped: Sequence[Mapping[int, Shape]],
    known: Mapping[str, Counter[str]] = MappingProxyType({}),
) -> set[int]:
    """Return the lines of rows with a cell that belongs to another column, alone as it may stand.

    The code of a level whose pattern is that of another level on this page, or that left its title behind, and a unit
    below a level where the cell of the departments is blank.
    """
    levels = {cell.position: cell.column for cell in header if cell.role.kind == "level" and not cell.role.part}
    units = [cell.position for cell in header if cell.role.kind == "department" and cell.role.part != "code"]
    borne = {at: _families(at, column, shaped, known) for at, column in levels.items()}
    owners = {family: max(levels, key=lambda at: borne[at][family]) for at in levels for family in borne[at] if family}
    lone = {at: _lone_units(at, units, shaped) for at in levels}
    found = set[int]()
    for row, shapes in zip(rows, shaped, strict=True):
        for at in levels.keys() & shapes.keys():
            family = shapes[at].family
            owner = owners.get(family, at)
            times = _FAMILY_OF_OTHERS if owner in shapes else 1
            strays = owner != at and borne[owner][family] > times * borne[at][family]
            if strays or _left_its_title(at, shapes, levels):
                found.add(row.line)
        found |= {row.line for at in levels if any(shapes is one for one in lone[at])}
    return found


def _families(
    at: int, column: str, shaped: Sequence[Mapping[int, Shape]], known: Mapping[str, Counter[str]]
) -> Counter[str]:
    """Return how often the codes of a position have each pattern, here and in its column on the pages before."""
    here = Counter(shapes[at].family for shapes in shaped if at in shapes)
    return here + Counter({family: columns[column] for family, columns in known.items()})


def _lone_units(at: int, units: Sequence[int], shaped: Sequence[Mapping[int, Shape]]) -> list[Mapping[int, Shape]]:
    """Return the rows with a unit in a level and none in the columns of units, where other rows have theirs there.

    A level whose texts look like units has them beside a unit as well.
    """
    offices = [shapes for shapes in shaped if at in shapes and shapes[at].office > 1]
    lone = [shapes for shapes in offices if not any(unit in shapes for unit in units)]
    beside = sum(any(unit in shapes and shapes[unit].office > 1 for unit in units) for shapes in shaped)
    few = len(lone) <= max(1, MOST_OFFICES * len(shaped))
    others = beside or any(at in shapes and shapes[at].office <= 1 for shapes in shaped)
    if not units or len(lone) < len(offices) or not (len(lone) < beside or (few and others)):
        return []
    return lone


def _left_its_title(at: int, shapes: Mapping[int, Shape], levels: Mapping[int, str]) -> bool:
    """Return whether a cell is the code of a lower level, whose title stands in the second of its two columns.

    Args:
        at: a position of a level.
        shapes: position -> what its cell looks like.
        levels: position -> column; a level of two cells, code | title, has two positions.
    """
    if shapes[at].code not in _LOWER_CODES or levels.get(at + 1) == levels[at]:
        return False
    below = [p for p in sorted(levels) if p > at and levels[p] != levels[at]]
    if shapes[at].code.startswith("plan"):  # 計画 is no field
        return bool(below) and below[0] not in shapes
    lower = next((p for p in below if levels.get(p + 1) == levels[p]), None)
    return lower is not None and lower not in shapes and lower + 1 in shapes


_LOWER_CODES = ("compound", "bracket", "plan", "plan+")
"""A plain number heads the texts of any level: 2 総務費 > 1 総務管理費."""


def _moved(
    slots: Mapping[int, str], typed: frozenset[int], shaped: Sequence[Mapping[int, Shape]], *, nameless: bool
) -> int:
    """Return how many rows slid; with a column without a name, as one does below a header that stands askew.

    A column whose cells look odd from top to bottom is what it is (局・庁 of names without a suffix); that speaks for
    no slide of a single row, unless most rows stand askew.
    """
    shaped = _without_strange_codes(shaped, slots)
    moved = sum(slid_by(shapes, typed, slots, nameless=nameless) >= MOVED for shapes in shaped)
    if MOST_MOVED * len(shaped) < moved < len(shaped) / 2:
        usual = _usual_gains(shaped, slots)
        moved = sum(slid_by(shapes, typed, slots, usual, nameless=nameless) >= MOVED for shapes in shaped)
    return moved


def _shapes(row: PhysicalRow, near: frozenset[int]) -> dict[int, Shape]:
    """Return what the cells look like; of those that are not ``near`` a typed column, only that they are there."""
    return {
        at: shape_of(cell) if at in near else _ANY
        for at, cell in enumerate(row.cells)
        if cell.strip() and not is_ditto(cell)
    }


_ANY = Shape("", "", 0, "noun", 0)


def _without_strange_codes(shaped: Sequence[Mapping[int, Shape]], slots: Mapping[int, str]) -> list[dict[int, Shape]]:
    """Take codes from what cells look like where no level of a clear page bears such: ①駅前広場の整備 is a project."""
    levels = {at for at, slot in slots.items() if slot in ("field", "item")}
    families = Counter(shapes[at].family for shapes in shaped for at in levels & shapes.keys())
    if families.total() < FEWEST_LEVELS:
        return [dict(shapes) for shapes in shaped]
    return [
        {
            at: shape if shape.family in families or at in levels else shape._replace(code="", family="")
            for at, shape in row.items()
        }
        for row in shaped
    ]


FEWEST_LEVELS = 3
"""Cells of levels that show how a page writes its codes."""


def _usual_gains(shaped: Sequence[Mapping[int, Shape]], slots: Mapping[int, str]) -> dict[tuple[int, int], float]:
    """Return for each position and slide what the cells of its column gain by it in the middle of all rows."""
    gains: dict[tuple[int, int], list[float]] = {}
    for shapes in shaped:
        for at, shape in shapes.items():
            for slide in SLIDES if shape is not _ANY else ():
                gains.setdefault((at, slide), []).append(
                    _weight(slots.get(at - slide), shape) - _weight(slots.get(at), shape)
                )
    return {key: max(0.0, median(found)) for key, found in gains.items()}


_UNTYPED = ("extra.text", "extra.number")


def _index_column(header: Sequence[HeaderCell], rows: Sequence[PhysicalRow]) -> list[HeaderCell]:
    """Return a column for a running number before the first header (pandas, Excel): short, in most rows, all unlike."""
    first = min(cell.position for cell in header)
    if first == 0:
        return []
    texts = [text for row in rows if row.cells and (text := row.cells[0].strip())]
    numbered = all(len(text) <= _LONGEST_INDEX and any(map(str.isdigit, text)) for text in texts)
    if len(texts) < len(rows) / 2 or len(set(texts)) < len(texts) or not numbered:
        return []
    return [unnamed(0, "number")]


_LONGEST_INDEX = 8


def unnamed(position: int, kind: str) -> HeaderCell:
    """Return the column of a position without a header; it is called by its number."""
    name = f"列{position + 1}"
    return HeaderCell(position, name, f"extra.{name}", role=Role(kind), path=(name,))  # type: ignore[arg-type]


def _spread_columns(header: Sequence[HeaderCell], rows: Sequence[PhysicalRow]) -> list[HeaderCell]:
    """Return columns for the second cells of a header that spans two: code | title below 項目, office | division.

    A column between or behind the named ones that is filled in most rows of the page is one that lost its header.
    """
    named = {cell.position: cell for cell in header}
    width = max((len(row.cells) for row in rows), default=0)
    found = list[HeaderCell]()
    for at in range(min(named) + 1, width):
        filled = sum(bool(row.cells[at].strip()) for row in rows if at < len(row.cells))
        if at in named or not filled:
            continue
        left = named.get(at - 1)
        if left is not None and left.role.kind in {"level", "department"} and _holds_codes(left, rows):
            found.append(left._replace(position=at))
        elif filled >= _SHARE_OF_CELLS * len(rows) and not _goes_on_with_number(at, rows):
            found.append(unnamed(at, "further"))
    return found


def _goes_on_with_number(at: int, rows: Sequence[PhysicalRow]) -> bool:
    """Return whether a column holds what a comma within numbers cut off: 来場者数3 | 000人."""
    pairs = [(row.cells[at - 1], row.cells[at]) for row in rows if at < len(row.cells) and row.cells[at].strip()]
    return sum(is_cut_number(left, cell) for left, cell in pairs) > len(pairs) / 2


def _holds_codes(cell: HeaderCell, rows: Sequence[PhysicalRow]) -> bool:
    """Return whether the cells below a level are bare codes, or those below the departments lone upper units."""
    if cell.role.part == "code":
        return False  # its header says so, and nothing stands there that is another column's
    shapes = [
        shape_of(text)
        for row in rows
        if cell.position < len(row.cells) and (text := row.cells[cell.position].strip()) and not is_ditto(text)
    ]
    slot = "departments.office" if cell.role.kind == "department" else f"{slot_of(cell.role)}.code"
    whole = slot_of(cell.role)
    return bool(shapes) and sum(LOOKS[slot].weigh(s) > LOOKS[whole].weigh(s) for s in shapes) > len(shapes) / 2


def slid_by(
    shapes: Mapping[int, Shape],
    typed: frozenset[int],
    slots: Mapping[int, str],
    usual: Mapping[tuple[int, int], float] = MappingProxyType({}),
    *,
    nameless: bool = False,
) -> float:
    """Return by how much the cells of a row, from one of them on, fit better one or two places away than in place.

    Args:
        shapes: position -> what its cell looks like.
        typed: positions of columns whose cells look like something.
        slots: position -> slot, of all columns.
        usual: what the cells of a position gain by a slide in all rows, which is no sign of this one.
        nameless: a column of the page has no name, so that a row without a blank may have slid as well.
    """
    if not nameless and all(at in shapes for at in slots):
        return 0.0  # a row without a blank, as wide as the header, moved nowhere
    touched = [at for at in shapes if at in typed or any(at - slide in typed for slide in SLIDES)]
    if len(touched) < FEWEST_BETTER:
        return 0.0
    return max(_slide_gain(shapes, touched, slots, slide, usual) for slide in SLIDES)


def _slide_gain(
    shapes: Mapping[int, Shape],
    touched: Sequence[int],
    slots: Mapping[int, str],
    slide: int,
    usual: Mapping[tuple[int, int], float],
) -> float:
    """Return the best gain of moving all cells from one of them on, or up to one, by a slide.

    Cells do not move onto others, but for the two halves of a level or of the departments: code | title.
    """
    gains = {
        at: _weight(slots.get(at - slide), shapes[at])
        - _weight(slots.get(at), shapes[at])
        - usual.get((at, slide), 0.0)
        for at in touched
    }
    fewest = max(FEWEST_BETTER, len(touched) * SHARE_BETTER)
    best = 0.0
    if sum(gain > 0 for gain in gains.values()) < fewest:
        return best
    for ordered, beyond in ((touched[::-1], -1), (touched, 1)):
        total, better = 0.0, 0
        for at in ordered:
            total, better = total + gains[at], better + (gains[at] > 0)
            if better >= fewest and total > best and _is_free(at, beyond, slide, shapes, slots):
                best = total
    return best


def _is_free(at: int, beyond: int, slide: int, shapes: Mapping[int, Shape], slots: Mapping[int, str]) -> bool:
    """Return whether the last cell that moves, and those before it, land on no cell that stays."""
    if (slide > 0) != (beyond < 0):
        return True  # it moves away from the cells that stay
    on = [at - step * (1 if slide > 0 else -1) for step in range(1, abs(slide) + 1)]
    return not any(place in shapes for place in on) or (slide > 0 and _may_be_double(slots, at - slide))


def _may_be_double(slots: Mapping[int, str], at: int) -> bool:
    """Return whether a column may hold two cells; one of several of departments holds a unit alone."""
    slot = slots.get(at, "")
    units = sum(other.startswith("departments") for other in slots.values())
    return slot in _DOUBLE and (slot != "departments" or units == 1)


_DOUBLE = ("field", "item", "departments")


@lru_cache(maxsize=8192)
def _weight(slot: str | None, shape: Shape) -> float:
    return OUTSIDE if slot is None else max(LOOKS[slot].weigh(shape), OUTSIDE)

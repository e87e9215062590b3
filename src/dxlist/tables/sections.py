"""``Sections``: lines between the rows that head the rows below them (基本目標1 …, 【総務部】) -> levels of those rows.

A line stays in force until another of its kind, or of a kind that stood above it.  What kind it is its own words say:
基本目標1 and 基本目標2 are one kind, 施策1-1 another, 【…】 a third.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.roles import Role
from dxlist.model.stages import LONGEST_FILLED, Cut, Fill, HeaderCell, Piece, RawRecord
from dxlist.tables.cleaning import JOINT, as_printed
from dxlist.tables.remarks import texts_of
from dxlist.tables.shapes import office_level, shape_of
from dxlist.text.folding import fold
from dxlist.text.widths import narrow
from dxlist.words import marks

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.stages import PageTable, PhysicalRow, Placed

_LONGEST = 60
_SURE_OFFICE = 2
NO_CELL = -1
"""Position of a column that has no cell in the header."""


class Section(NamedTuple):
    """What a line between rows says of the rows below it."""

    kind: str
    header: str
    """Name of its level."""
    piece: Piece
    sure: bool
    """Its words alone make it one: a label and a number, or brackets around an office."""
    is_office: bool = False


def section_of(row: PhysicalRow) -> Section | None:
    """Return what a row heads, where all its cells say one thing; None for others.

    >>> from dxlist.model.stages import PhysicalRow
    >>> found = section_of(PhysicalRow(9, 9, ("基本目標1 しごとをつくる", "")))
    >>> found.header, found.piece.text
    ('基本目標', '1 しごとをつくる')
    """
    text, *others = texts_of(row) or ("",)
    if not text or any(other != text for other in others) or len(text) > _LONGEST or "。" in text:
        return None
    if len(text) * (len(others) + 1) > LONGEST_FILLED:
        return None
    at = next(i for i, cell in enumerate(row.cells) if cell.strip())
    kind, header, cuts, sure = _kind_of(row.cells[at])
    piece = _piece(row, at, cuts)
    is_office = office_level(piece.text) >= _SURE_OFFICE if piece.text else False
    if is_office and kind.partition(" ")[0] in ("brackets", "mark", "plain"):
        return Section("office", header, piece, sure=kind.startswith("brackets"), is_office=True)
    return Section(kind, header, piece, sure)


def _kind_of(cell: str) -> tuple[str, str, tuple[Cut, ...], bool]:
    """Return the kind, the header, what is no part of its text, and whether the words alone make it a section."""
    if found := marks.SECTION_LABEL.match(cell):
        label = found["label"].strip()
        parts = len(marks.DASHES.split(found["number"].strip()))
        return f"label {label} {parts}", label, _cuts(found, "label"), True
    if found := marks.SECTION_CHAPTER.match(cell):
        return f"chapter {found['label']}", found["label"], (), True
    if found := marks.SECTION_BRACKETS.match(cell):
        return f"brackets {found['open']}", marks.SECTION_HEADER, _cuts(found, "open", "close"), False
    if found := marks.SECTION_MARK.match(cell):
        return f"mark {found['open']}", marks.SECTION_HEADER, _cuts(found, "open"), False
    shape = shape_of(cell)
    kind = f"code {shape.family}" if shape.code.endswith("+") else "plain"
    return kind, marks.SECTION_HEADER, (), False


def _cuts(found: re.Match[str], *groups: str) -> tuple[Cut, ...]:
    return tuple(Cut(found.start(group), found[group]) for group in groups if found[group])


def _piece(row: PhysicalRow, at: int, cuts: tuple[Cut, ...]) -> Piece:
    """Return the text of the line without its mark, the word that names its level, and its repetitions."""
    filled = [i for i, cell in enumerate(row.cells) if cell.strip()]
    first, raw = row.cells[at], JOINT.join(row.cells[i] for i in filled)
    taken = {i for cut in cuts for i in range(cut.start, cut.end)} | set(range(len(first), len(raw)))
    kept = [i for i in range(len(raw)) if i not in taken]
    blanks = set(takewhile(lambda i: raw[i].isspace(), kept)) | set(takewhile(lambda i: raw[i].isspace(), kept[::-1]))
    taken |= blanks
    text = "".join(raw[i] for i in kept if i not in blanks)
    place = row.known.cells[at].address if row.known and row.known.cells else None
    cells = tuple(i + 1 for i in filled)
    piece = Piece(row.line, cells, raw, text, math.inf, (), tuple(_runs(raw, sorted(taken))), place=place)
    return as_printed(piece, [row.printed[i] for i in filled]) if row.printed else piece


def _runs(raw: str, taken: Sequence[int]) -> Iterator[Cut]:
    start: int | None = None
    for k, at in enumerate(taken):
        start = at if start is None else start
        if k + 1 == len(taken) or taken[k + 1] != at + 1:
            yield Cut(start, raw[start : at + 1])
            start = None


def heads_rows_below(
    section: Section, row: PhysicalRow, below: PhysicalRow | None, header: Sequence[HeaderCell]
) -> bool:
    """Return whether a line of one text is the head of the rows below it, and no row of the table itself.

    Args:
        section: what the line says.
        row: the line.
        below: the next row of several cells, None where another page comes first.
        header: the columns of the table.
    """
    at = section.piece.cells[0] - 1
    own = next((cell for cell in header if cell.position == at), None)
    beside = below.cells[at].strip() if below and at < len(below.cells) else ""
    if _spans(row, at):
        return True
    if own and is_level(own):
        first = not any(is_level(cell) and cell.position < at for cell in header)
        return first and _stands_above(section, beside)
    return section.sure or (below is not None and _stands_out(section, own, beside))


def is_level(cell: HeaderCell) -> bool:
    """Return whether a column holds a level of the plan, or its code."""
    return cell.role.kind == "level" or cell.column in ("field", "item")


def _stands_out(section: Section, own: HeaderCell | None, beside: str) -> bool:
    """Return whether a line without a label is no cell of the column that it stands in, which is none of a level."""
    mark = section.kind.partition(" ")[0]
    if section.is_office:  # a unit above divisions, or in a column of other things; a division may be all of a row
        upper = marks.UPPER_UNIT.search(section.piece.text) and not marks.UPPER_UNIT.search(beside)
        elsewhere = own is None or own.column not in ("departments", "project_name")
        return section.piece.cells[0] == 1 and beside != "" and bool(upper or elsewhere)
    if own and own.column == "project_name":  # a project may have a number, and be all that its row says
        roman = section.kind == "code R" and beside != "" and _kind_of(beside)[0] == "plain"
        return (roman or mark in ("mark", "brackets")) and shape_of(section.piece.text).form == "noun"
    if own is None or own.role.kind in ("number", "code", "money"):
        return mark != "plain" or fold(beside).isdecimal()
    if mark == "plain" and own.column == "departments":
        return section.piece.cells[0] == 1 and _is_goal(section.piece.text) and office_level(beside) >= _SURE_OFFICE
    return mark != "plain" and section.piece.cells[0] == 1 and beside != ""


def _is_goal(text: str) -> bool:
    """Return whether a text says what is to become of a place: no unit is called so, nor a part of one.

    >>> _is_goal("健康で暮らせるまち"), _is_goal("教育の充実"), _is_goal("健康づくり"), _is_goal("子ども")
    (True, True, False, False)
    """
    return office_level(text) == 0 and marks.GOAL_WORDS.search(text) is not None


def _spans(row: PhysicalRow, at: int) -> bool:
    """Return whether the line is known, or printed, as one cell over several columns."""
    if row.known and row.known.cells and row.known.cells[at].columns >= _FEWEST_SPANNED:
        return True
    filled = sum(map(bool, map(str.strip, row.cells)))
    return at == 0 and filled >= _FEWEST_SPANNED and len(row.cells[at].strip()) >= _FEWEST_LETTERS


_FEWEST_SPANNED, _FEWEST_LETTERS = 3, 3


def _stands_above(section: Section, beside: str) -> bool:
    """Return whether a line in the column of the first level is above it: the cell below has a code of a lower kind.

    A field alone in its row, before another field, is a field without rows; so is an item before an item.
    """
    if not beside or fold(beside) == fold(section.piece.text):
        return False
    kind, *_ = section.kind.split()
    if kind == "code":
        return marks.LOWER_CODE.match(f"{narrow(section.piece.text)}\n{narrow(beside)}") is not None
    return kind != "plain" and _kind_of(beside)[0] != section.kind


# --- the rows below


@dataclass(slots=True)
class Sections:
    """The lines in force, and the kinds that were seen, from the top, within one part of the file."""

    part: int = 0
    kinds: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    """Kind -> the name of its level, each once."""
    levels: list[Section] = field(default_factory=list)
    office: Section | None = None
    used: set[int] = field(default_factory=set)
    carried_nowhere: list[Piece] = field(default_factory=list)

    def apply(self, table: PageTable, records: Sequence[RawRecord | None]) -> tuple[PageTable, list[RawRecord | None]]:
        """Return the page with the columns of its sections, and its records with the sections above them."""
        if table.part != self.part:
            self.leave()
            self.part, self.kinds, self.headers = table.part, [], {}
        if not table.sections and not self.levels and not self.office:
            return table, list(records)
        waiting = [section for row in table.sections if (section := section_of(row))]
        self._learn(waiting)
        columns = _columns(table.header, [self.headers[kind] for kind in self.kinds])
        under = list[RawRecord | None]()
        for row, record in zip(table.rows, records, strict=True):
            while waiting and waiting[0].piece.line < row.line:
                self._enter(waiting.pop(0))
            under.append(self._under(record, columns) if record else None)
        for section in waiting:
            self._enter(section)
        return replace(table, header=_with_sections(table.header, columns, self.office)), under

    def _learn(self, sections: Sequence[Section]) -> None:
        """Put new kinds where they first stand: below the kind that is in force."""
        stack = [section.kind for section in self.levels]
        for section in sections:
            kind = section.kind
            if section.is_office:
                continue
            if kind not in self.kinds:
                at = self.kinds.index(stack[-1]) + 1 if stack else 0
                self.kinds.insert(at, kind)
                self.headers[kind] = _unused(section.header, set(self.headers.values()))
            stack = [k for k in stack if self.kinds.index(k) < self.kinds.index(kind)] + [kind]

    def _enter(self, section: Section) -> None:
        """Let a line take the place of those of its kind and of the kinds below it; a new level ends an office."""
        if section.is_office:
            self._drop([self.office] if self.office else [])
            self.office = section
            return
        rank = self.kinds.index(section.kind)
        ended = [old for old in self.levels if self.kinds.index(old.kind) >= rank]
        if self.office and self.office.piece.line in self.used:
            self.office = None
        self._drop(ended)
        self.levels = [old for old in self.levels if old not in ended] + [section]

    def _drop(self, sections: Sequence[Section]) -> None:
        self.carried_nowhere += [s.piece for s in sections if s.piece.line not in self.used]

    def leave(self) -> None:
        """End all lines in force, as the end of a list does."""
        self._drop([*self.levels, *([self.office] if self.office else [])])
        self.levels, self.office = [], None

    def _under(self, record: RawRecord, columns: Mapping[str, str]) -> RawRecord:
        above = {columns[self.headers[section.kind]]: section.piece for section in self.levels}
        if self.office:
            above |= self._office(record)
        self.used.update(piece.line for piece in above.values())
        moved = _moved(record, columns) if any(column in columns for column in record.pieces) else record
        fills = (*(Fill(column, piece.line) for column, piece in above.items()), *moved.fills)
        return moved._replace(pieces={**above, **moved.pieces}, fills=fills)

    def _office(self, record: RawRecord) -> dict[str, Piece]:
        """Return the office above the rows: the department of a row without one, the upper unit of one that has."""
        if self.office is None:
            return {}
        own = record.pieces.get("departments")
        if own is None:
            return {"departments": self.office.piece}
        if fold(self.office.piece.text) in fold(own.text):
            self.used.add(self.office.piece.line)
            return {}
        return {_UPPER: self.office.piece}


def _moved(record: RawRecord, columns: Mapping[str, str]) -> RawRecord:
    """Return the record with its levels in the columns that the levels above it leave them."""

    def moved(placed: Placed) -> Placed:
        column = columns.get(placed.column) if placed.column else None
        return placed._replace(column=column) if column else placed

    aligned = record.aligned._replace(
        placed=tuple(map(moved, record.aligned.placed)),
        cut=tuple(columns.get(column, column) for column in record.aligned.cut),
    )
    pieces = {columns.get(column, column): piece for column, piece in record.pieces.items()}
    fills = tuple(fill._replace(column=columns.get(fill.column, fill.column)) for fill in record.fills)
    return record._replace(aligned=aligned, pieces=pieces, fills=fills)


_UPPER = f"departments.{marks.SECTION_HEADER}"


def _unused(header: str, taken: set[str]) -> str:
    """Return a header that no other kind has: 見出し行, 見出し行2, …."""
    numbers = range(2, len(taken) + 3)
    return next(name for name in (header, *(f"{header}{i}" for i in numbers)) if name not in taken)


def _columns(header: Sequence[HeaderCell], sections: Sequence[str]) -> dict[str, str]:
    """Return the columns of the sections, and of the levels of the table that these push down.

    The first of all levels is ``field``, the last of several ``item``, those between are ``levels.<header>``.
    """
    own = [cell for cell in header if cell.column in ("field", "item") or cell.column.startswith("levels.")]
    own = [cell for cell in own if cell.role.part != "code"]
    names = [*sections, *dict.fromkeys(cell.column for cell in own)]
    texts = {cell.column: cell.text for cell in own}
    columns = {name: f"levels.{texts.get(name, name)}" for name in names}
    if names:
        columns[names[0]] = "field"
    if len(names) > 1:
        columns[names[-1]] = "item"
    return {name: column for name, column in columns.items() if name != column and not name.startswith("levels.")}


def _with_sections(
    header: tuple[HeaderCell, ...], columns: Mapping[str, str], office: Section | None
) -> tuple[HeaderCell, ...]:
    """Return the header with a column for each kind of section above the levels of the table."""
    names = [name for name in columns if name not in ("field", "item")]
    above = [
        HeaderCell(NO_CELL, name, columns[name], role=Role("level", depth=depth), path=(name,))
        for depth, name in enumerate(names, 1)
    ]
    if office:
        own = any(cell.column == "departments" for cell in header)
        column = _UPPER if own else "departments"
        role = Role("department", "bureau" if own else "")
        above.append(HeaderCell(NO_CELL, marks.SECTION_HEADER, column, role=role))
    return (*above, *(_pushed_down(cell, columns, len(names)) for cell in header))


def _pushed_down(cell: HeaderCell, columns: Mapping[str, str], by: int) -> HeaderCell:
    if not cell.role.depth:
        return cell._replace(column=columns.get(cell.column, cell.column))
    role = cell.role._replace(depth=cell.role.depth + by)
    return cell._replace(column=columns.get(cell.column, cell.column), role=role)

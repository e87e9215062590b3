"""``settle_corrections``: what a sidecar corrects and confirms, and the rows as printed -> the row on which it is used.

A correction names a line, and by ``was`` the text that it corrects.  Lists are published again with a row more or less:
where the row of the line has another text by then, the correction follows its text.  Nothing is corrected that could be
another row's: where the text is gone, or stands in several rows and nothing tells which, that is said.
"""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.columns import KEPT_BY_HEADER
from dxlist.model.document import CorrectionNote
from dxlist.tables.cleaning import JOINT
from dxlist.text.folding import fold
from dxlist.words.column_names import COLUMN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dxlist.model.columns import SettledPlace
    from dxlist.model.document import CorrectionState
    from dxlist.model.initiative import Leftover
    from dxlist.model.stages import Correction, Fields, PhysicalRow, Piece

_OF_ONE_ROW = frozenset(("project_name", "overview", "kpi_text"))
"""Columns whose texts tell a row from others; the cells of the others say the same in many rows."""


class PrintedRow(NamedTuple):
    """A row as it is printed, before anything is corrected."""

    line: int
    texts: Mapping[str, str]
    """Column -> its cells, joined by a tab where there are several; ``row`` -> all cells of the row."""
    filled: Mapping[str, str]
    """Column that is blank in this row -> what stands above for it."""
    names: frozenset[str]
    """Its project, folded: as printed, and as the record has it."""
    project_name: str
    """As the record has it; "" where the row has none."""
    offices: str = ""
    """Its responsible units, where they stand in several columns, in the order of these."""
    columns: frozenset[str] = frozenset()
    """The columns of its table."""

    def can_have(self, column: str) -> bool:
        """Return whether a text of a column can be the row's: of one that is none of the six, if its table has it."""
        return not column.startswith(KEPT_BY_HEADER) or column in self.columns


_PARTS = {"departments": "departments.", "kpi_text": "indicators."}
"""Columns whose text may stand in several columns of their own, and how these are called."""


def printed_row(
    row: PhysicalRow, own: Mapping[str, Piece], whole: Mapping[str, Piece], columns: Iterable[str] = ()
) -> PrintedRow:
    """Return what corrections want to know of a row.

    Args:
        row: as it stands in the source.
        own: its pieces.
        whole: the same with what stands above for a blank cell.
        columns: of its table.
    """
    texts, filled = ({c: text for c in (*COLUMN_NAMES, *p) if (text := _printed(c, p))} for p in (own, whole))
    named = whole.get("project_name")
    name = named.text if named else ""
    names = frozenset(map(fold, (name, filled.get("project_name", ""))))
    texts["row"] = JOINT.join(cell.strip() for cell in row.as_printed().cells if cell.strip())
    return PrintedRow(row.line, texts, filled, names, name, _offices(whole), frozenset(columns))


def _offices(pieces: Mapping[str, Piece]) -> str:
    parts = [piece for name, piece in pieces.items() if name == "departments" or name.startswith(_PARTS["departments"])]
    return JOINT.join(piece.raw for piece in sorted(parts, key=lambda piece: piece.cells)) if len(parts) > 1 else ""


def _printed(column: str, pieces: Mapping[str, Piece]) -> str:
    if column in pieces:
        return pieces[column].raw
    part = _PARTS.get(column)
    return JOINT.join(piece.raw for name, piece in pieces.items() if name.startswith(part)) if part else ""


class Settled(NamedTuple):
    """What became of the corrections of a list."""

    by_line: Mapping[int, Sequence[Correction]]
    """Those that are used, by the line of their row."""
    confirmed: Mapping[int, Correction] = MappingProxyType({})
    """The rows that a person confirmed, by their lines."""
    cells: Sequence[Correction] = ()
    """The confirmations of cells; which they are is known once all rows are read."""
    unused: Sequence[CorrectionNote] = ()
    noted: Sequence[CorrectionNote] = ()
    """Those that are used and are to be looked at."""


NO_CORRECTIONS = Settled({})


def settle_corrections(corrections: Sequence[Correction], rows: Iterable[PrintedRow]) -> Settled:
    """Return on which row each correction is used, and what there is to say of them.

    Args:
        corrections: in the order of the sidecar; of two for one cell the first is used.
        rows: all rows of the list, in order; they are looked at once and not kept.
    """
    of_rows = [one for one in corrections if one.column != "cell"]
    printed = _Printed(of_rows, rows)
    by_line, confirmed = defaultdict[int, list["Correction"]](list), dict[int, "Correction"]()
    unused, noted = list[CorrectionNote](), list[CorrectionNote]()
    for correction in of_rows:
        found = printed.look_up(correction)
        line = found.row.line if found.row else 0
        before = [confirmed[line]] if line in confirmed else []
        if any(one.column == correction.column for one in (*before, *by_line.get(line, ()))):
            found = _LookUp(None, "twice", [line])
        if found.row and correction.column == "row":
            confirmed[line] = correction
        elif found.row:
            by_line[line].append(correction)
        if found.state:
            (noted if found.row else unused).append(_note(correction, found, found.state))
    cells = [one for one in corrections if one.column == "cell"]
    return Settled(dict(by_line), confirmed, cells, unused, noted)


def confirm_rows(initiatives: Sequence[Fields], confirmed: Mapping[int, Correction]) -> list[Fields]:
    """Return rows in plain form, sure where a person confirmed them as they were read."""
    return [
        {**one, "confidence": 1.0, "confirmed": confirmed[one["line"]].reason} if one["line"] in confirmed else one
        for one in initiatives
    ]


def confirm_cells(leftovers: Sequence[Leftover], settled: Settled) -> tuple[list[Leftover], Settled]:
    """Return the cells of no column with what a person said of them, and what there is to say of such confirmations.

    A cell follows its text as a row does: the one of its line, else the only one with the text.
    """
    found = list(leftovers)
    unused, noted = list(settled.unused), list(settled.noted)
    for confirmation in settled.cells:
        look_up = _look_up_cell(confirmation, found)
        if look_up.row:
            at = look_up.row.line
            found[at] = found[at].model_copy(update={"confirmed": confirmation.reason})
            look_up = look_up._replace(row=look_up.row._replace(line=found[at].line))
        if look_up.state:
            (noted if look_up.row else unused).append(_note(confirmation, look_up, look_up.state))
    return found, settled._replace(unused=unused, noted=noted)


def _look_up_cell(confirmation: Correction, leftovers: Sequence[Leftover]) -> _LookUp:
    """Return the cell that is meant, its number among the leftovers as its line, or why it is none."""
    was = confirmation.was
    same = [
        _Sighting(number, one.text, frozenset(), "")
        for number, one in enumerate(leftovers)
        if not one.confirmed and (was is None or fold(one.text) == fold(was))
    ]
    here = [one for one in same if leftovers[one.line].line == confirmation.line]
    exact = [one for one in here if leftovers[one.line].cell == confirmation.cell]
    if exact or (here and was is not None):
        return _LookUp((exact or here)[0], None if was is not None else "unchecked")
    if was is None or not same:
        return _LookUp(None, "gone" if was is not None else "no_row")
    if len(same) == 1:
        return _LookUp(same[0], None if confirmation.line is None else "moved")
    return _LookUp(None, "ambiguous", [leftovers[one.line].line for one in same])


def _note(correction: Correction, found: _LookUp, state: CorrectionState) -> CorrectionNote:
    was, name, row = correction.was, correction.project_name, found.row
    return CorrectionNote(
        line=correction.line,
        column=correction.column,
        reason=correction.reason,
        state=state,
        was=row.text if was is None and row else was,
        project_name=row.project_name if name is None and row else name,
        now=row.line if row else None,
        lines=list(found.lines),
        written_at=correction.written_at,
    )


class _Sighting(NamedTuple):
    """A row, and a text in it that a correction speaks of."""

    line: int
    text: str
    names: frozenset[str]
    project_name: str
    filled: bool = False
    """Whether it stands above, and is this row's because its own cell is blank."""


class _LookUp(NamedTuple):
    """The row on which a correction is used, or none, and what there is to say of that."""

    row: _Sighting | None
    state: CorrectionState | None = None
    lines: Sequence[int] = ()


class _Printed:
    """The rows, as far as corrections speak of them: those of their lines, and those with their texts."""

    def __init__(self, corrections: Sequence[Correction], rows: Iterable[PrintedRow]) -> None:
        self._wanted = defaultdict["SettledPlace", set[str]](set)
        for correction in corrections:
            if correction.was is not None:
                self._wanted[correction.column] |= {fold(correction.was), fold(correction.value)}
        self._lines = {correction.line for correction in corrections}
        self._on_line: dict[int, PrintedRow] = {}
        self._nowhere = {correction.column for correction in corrections}
        self._seen = defaultdict[tuple["SettledPlace", str], list[_Sighting]](list)
        for row in rows:
            self._see(row)

    def _see(self, row: PrintedRow) -> None:
        if row.line in self._lines:
            self._on_line[row.line] = row
        self._nowhere = {column for column in self._nowhere if not row.can_have(column)}
        for column, wanted in self._wanted.items():
            if not row.can_have(column):
                continue
            own = row.texts.get(column, "")
            self._see_text(row, column, own, wanted)
            if not own and column in row.filled:
                self._see_text(row, column, row.filled[column], wanted, filled=True)
            if row.offices and column == "departments":
                self._see_text(row, column, row.offices, wanted)

    def _see_text(
        self, row: PrintedRow, column: SettledPlace, text: str, wanted: set[str], *, filled: bool = False
    ) -> None:
        if (key := fold(text)) in wanted:
            sighting = _Sighting(row.line, text.strip(), row.names, row.project_name, filled)
            self._seen[column, key].append(sighting)

    def look_up(self, correction: Correction) -> _LookUp:
        """Return the row on which a correction is used, or why it is used nowhere."""
        if correction.was is None:
            return self._by_line_alone(correction)
        settled = correction.value.strip()
        seen = _own_first(correction, self._of_project(correction, correction.was))
        seen = [one for one in seen if one.text != settled]
        if here := next((one for one in seen if one.line == correction.line), None):
            others = [one.line for one in seen if one is not here]
            return _LookUp(here, "repeated", others) if others and correction.project_name is None else _LookUp(here)
        if len(seen) == 1:
            return _LookUp(seen[0], None if correction.line is None else "moved")
        if not seen:
            return self._missing(correction)
        nearest = _nearest(correction, seen)
        return _LookUp(nearest, "moved") if nearest else _LookUp(None, "ambiguous", [one.line for one in seen])

    def _by_line_alone(self, correction: Correction) -> _LookUp:
        row = self._on_line.get(correction.line or 0)
        if row is None:
            return _LookUp(None, "no_row")
        if not row.can_have(correction.column):
            return _LookUp(None, "no_column")
        text = row.texts.get(correction.column, "")
        return _LookUp(_Sighting(row.line, text, row.names, row.project_name), "unchecked")

    def _of_project(self, correction: Correction, text: str) -> list[_Sighting]:
        """Return where a text stands, in the rows of the project where the correction names it."""
        seen = self._seen.get((correction.column, fold(text)), [])
        if correction.project_name is None:
            return seen
        name = fold(correction.project_name)
        return [one for one in seen if name in one.names]

    def _missing(self, correction: Correction) -> _LookUp:
        """Say that the text or its column is gone, or that the list itself has the value now."""
        if correction.column in self._nowhere:
            return _LookUp(None, "no_column")
        settled = self._of_project(correction, correction.value) if correction.value else []
        here = [one for one in settled if one.line == correction.line]
        alone = len(settled) == 1 and correction.column in _OF_ONE_ROW
        if here or alone or (settled and correction.project_name is not None):
            return _LookUp(None, "obsolete", [one.line for one in here or settled])
        elsewhere = self._seen.get((correction.column, fold(correction.was or "")), [])
        return _LookUp(None, "gone", [one.line for one in elsewhere])


def _own_first(correction: Correction, seen: Sequence[_Sighting]) -> list[_Sighting]:
    """Return where a text stands: of cells filled from above those meant alone, by their line or by their project."""
    by_project = correction.project_name is not None and all(one.filled for one in seen)
    return [one for one in seen if not one.filled or one.line == correction.line or by_project]


def _nearest(correction: Correction, seen: Sequence[_Sighting]) -> _Sighting | None:
    """Return the row nearest to the line, of those of the project; None where it is not told, or two are as near."""
    line = correction.line
    if correction.project_name is None or line is None:
        return None
    first, second = sorted(seen, key=lambda one: abs(one.line - line))[:2]
    return first if abs(first.line - line) < abs(second.line - line) else None

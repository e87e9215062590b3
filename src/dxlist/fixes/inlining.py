"""``with_corrections``: a list beside its sidecar -> the list in whose cells stands what the sidecar corrects.

A corrected copy says what people settled.  The line ends of the print stay in its cells: what is read from a page, all
of its cells say together.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from dxlist.errors import DxlistError
from dxlist.fixes.attempts import differing_lines, edited_text, own_pieces, records_of
from dxlist.fixes.passes import Mend
from dxlist.model.finding import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.fixes.attempts import ReadList
    from dxlist.model.stages import Correction, Piece


class _Inline(NamedTuple):
    """A corrected cell, and what may be done to it: first as little as can be, then all of it."""

    correction: Correction
    cell: Edit
    ways: tuple[tuple[Edit, ...], ...]


def with_corrections(before: ReadList) -> tuple[ReadList, Sequence[Mend]]:
    """Return a list in whose cells stands what its sidecar corrects, beside a sidecar without that, and these cells.

    A correction of a blank cell or of a text of several cells stays in the sidecar, and so does one that the list could
    not be read with.
    """
    inlines = [one for one in _inlines(before) if one.ways]
    while inlines:
        after = _inlined(before, inlines)
        wrong = _wrong(before, after) if after else None
        if after and wrong == set():
            return after, [_mend_of(before, one) for one in inlines]
        again = [_other_way(one) if not wrong or one.cell.line in wrong else one for one in inlines]
        changed = [one for one in again if one.ways]
        inlines = changed if again != inlines else []
    return before, ()


def _inlines(before: ReadList) -> Iterator[_Inline]:
    for record in records_of(before.document):
        for piece in own_pieces(record).values():
            if piece.corrected and len(piece.cells) == 1:
                cell = Edit(line=piece.line, cell=piece.cells[0], start=0, end=len(piece.raw), text=piece.text)
                is_long = max(len(piece.raw), len(piece.text)) > _LONGEST_COMPARED
                ways = ((cell,),) if is_long else (tuple(_small_edits(piece, cell)), (cell,))
                yield _Inline(piece.corrected, cell, tuple(way for way in ways if all(map(before.raw.takes, way))))


_LONGEST_COMPARED = 2000
"""Letters of a cell that is compared letter by letter, which takes the square of its length."""


def _small_edits(piece: Piece, cell: Edit) -> Iterator[Edit]:
    """Yield the changes that make the corrected text of the printed one; blanks of the print stay."""
    matcher = SequenceMatcher(None, piece.raw, piece.text, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal" and not (kind == "delete" and piece.raw[start:end].isspace()):
            yield cell.model_copy(update={"start": start, "end": end, "text": piece.text[first:last]})


def _other_way(one: _Inline) -> _Inline:
    return one._replace(ways=one.ways[1:])


def _inlined(before: ReadList, inlines: Sequence[_Inline]) -> ReadList | None:
    """Return the list with corrected cells beside a sidecar without that; None where it is no list then."""
    done = {one.correction for one in inlines}
    placed = zip(before.sidecar.corrections, before.sidecar.placed_corrections(), strict=True)
    sidecar = before.sidecar.with_corrections(entry for entry, correction in placed if correction not in done)
    edits = [edit for one in inlines for edit in one.ways[0]]
    try:
        return replace(before, sidecar=sidecar).with_data(before.raw.with_edits(edits))
    except (DxlistError, ValueError):
        return None


def _wrong(before: ReadList, after: ReadList) -> set[int] | None:
    """Return the lines of the rows that are others now; None where there are other rows."""
    lines = [[record.aligned.row.line for record in records_of(one.document)] for one in (before, after)]
    return differing_lines(before.document, after.document) if lines[0] == lines[1] else None


def _mend_of(before: ReadList, one: _Inline) -> Mend:
    was, correction = before.raw.cell(one.cell) or "", one.correction
    text = edited_text(was, one.ways[0])
    return Mend(one.cell.line, one.cell.cell, correction.column, was, text, (), reason=correction.reason)

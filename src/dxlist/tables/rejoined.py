"""``find_cuts``: cells that the commas of their numbers cut in two, in a comma-separated list that left out the quotes.

来場者数12 | 000人 stands in the file as 来場者数12,000人.  It is one cell where that makes the row as wide as the
header in one way only: as many such places as the row has cells too many, where no other row is too wide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.widths import narrow
from dxlist.words.marks import is_cut_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.stages import AlignedRow, PageTable, PhysicalRow, Placed

COMMA = ","


class Joints(NamedTuple):
    """Where the cells of a row go on with the number of the cell before them."""

    at: tuple[int, ...] = ()
    """Positions of such cells."""
    doubtful: bool = False
    """The row is too wide, and can be made whole in several ways: 1 | 000 | 995 below two columns."""


WHOLE = Joints()


def find_cuts(table: PageTable) -> list[Joints]:
    """Return for each row of a page the cells that belong to the cell before them; none where that is not sure."""
    width = max((cell.position for cell in table.header), default=-1) + 1
    none = [WHOLE] * len(table.rows)
    if not any(_width(row) > width for row in table.rows):
        return none
    cuts = [_cuts(row, width) for row in table.rows]
    found = [joints for joints in cuts if joints is not None]
    return found if len(found) == len(cuts) and _are_cut(table.rows, found) else none


def _width(row: PhysicalRow) -> int:
    """Return how many cells a row has, those at its end that are blank not counted."""
    filled = (at for at in range(len(row.cells) - 1, -1, -1) if row.cells[at].strip())
    return next(filled, -1) + 1


def _cuts(row: PhysicalRow, width: int) -> Joints | None:
    """Return where a row that is too wide was cut; None where that does not explain its width."""
    too_many = _width(row) - width
    if too_many <= 0:
        return WHOLE
    joints = tuple(at for at in range(1, len(row.cells)) if _is_joint(row, at))
    certain = tuple(at for at in joints if narrow(row.cells[at]).startswith("0"))  # no number begins so
    for one in (joints, certain):
        if len(one) == too_many:
            return Joints(one)
    return Joints(doubtful=True) if len(joints) > too_many else None


def _is_joint(row: PhysicalRow, at: int) -> bool:
    """Return whether a number goes on in a cell; what stands in quotes was not cut."""
    left, right = row.cells[at - 1], row.cells[at]
    if left != left.rstrip() or right != right.lstrip() or not is_cut_number(left, right):
        return False
    return row.written is None or left + COMMA + right in row.written


def _are_cut(rows: Sequence[PhysicalRow], cuts: Sequence[Joints]) -> bool:
    """Return whether numbers were cut, rather than that a column lost its header.

    A column stands in every row; thousands end in 000 in a few, and a number of hundreds is whole in others.
    """
    tails = [row.cells[at] for row, joints in zip(rows, cuts, strict=True) for at in joints.at]
    return WHOLE in cuts or any(narrow(tail).startswith("0") for tail in tails)


def joined(row: PhysicalRow, joints: Joints) -> PhysicalRow:
    """Return a row with the cells that were cut made whole.

    >>> from dxlist.model.stages import PhysicalRow
    >>> joined(PhysicalRow(2, 2, ("販路開拓事業", "来場者数1", "200", "000人", "")), Joints((2, 3))).cells
    ('販路開拓事業', '来場者数1,200,000人', '')
    """
    if not joints.at:
        return row
    cells = list[str]()
    for at, cell in enumerate(row.cells):
        if at in joints.at:
            cells[-1] += COMMA + cell
        else:
            cells.append(cell)
    return row._replace(cells=tuple(cells))


def cut_again(aligned: AlignedRow, row: PhysicalRow, joints: Joints) -> AlignedRow:
    """Return a row that was aligned whole with the cells that the file has; the parts of a cell go where it went."""
    if joints.doubtful:
        placed = tuple(one._replace(margin=0.0) for one in aligned.placed)
        return aligned._replace(placed=placed, margin=0.0)
    if not joints.at:
        return aligned
    heads = [at for at in range(len(row.cells)) if at not in joints.at]

    def apart(placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
        return tuple(part for one in placed for part in _parts(one, heads, joints))

    runner_up = apart(aligned.runner_up) if aligned.runner_up else aligned.runner_up
    return aligned._replace(row=row, placed=apart(aligned.placed), runner_up=runner_up, rejoined=joints.at)


def _parts(placed: Placed, heads: Sequence[int], joints: Joints) -> list[Placed]:
    parts = [placed._replace(index=heads[placed.index])]
    while parts[-1].index + 1 in joints.at:
        parts.append(placed._replace(index=parts[-1].index + 1, offset=0))
    return parts

"""``read_blocks``: where in its block the text of a merged cell stands: in the first row, the middle, or the last.

Who copies a table out of print gets the text of a merged cell in the row where it was printed.  Rows above the first
text of a column that later rows fill are the sign that it is not the first row of the block.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dxlist.tables.level_columns import prints
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.tables.level_columns import BodyRow, LevelColumn

Readings = dict[str, list[int | None]]
"""Level whose texts stand elsewhere than in the first rows of their blocks -> for each row that whose text it has."""

_FEWEST_TOGETHER = 2
_FLAT = 3
"""How many repeated texts outweigh a blank."""


def read_blocks(rows: Sequence[BodyRow], levels: Sequence[LevelColumn], *, whole: bool) -> Readings:
    """Return the readings of the levels whose texts do not stand in the first rows of their blocks.

    Args:
        rows: all rows of a part, or its first ones.
        levels: the levels, from the top.
        whole: the part ends with these rows; else where its last block ends is not known.

    Where one of the readings (middle, last row) fits all blocks it is taken; where none or both do, a blank row has no
    text.
    """
    found: Readings = {}
    for k, level in enumerate(levels):
        printed = [at for at, row in enumerate(rows) if prints(row, level)]
        if not printed or is_flat(rows, level):
            continue
        if any(prints(rows[0], upper) for upper in levels[: k + 1]):
            break
        if k + 1 < len(levels) and _begins_together(rows, level, levels[k + 1]):
            break
        found[level.column] = _reading(printed, len(rows), whole=whole)
    return found


def is_flat(rows: Sequence[BodyRow], level: LevelColumn) -> bool:
    """Return whether a level is printed in each row again, so that a blank in it says that there is none."""
    printed = [_text(row, level) for row in rows]
    again = sum(a == b != "" and not below.leads for (a, b), below in zip(pairwise(printed), rows[1:], strict=True))
    return again > _FLAT * printed.count("")


def _text(row: BodyRow, level: LevelColumn) -> str:
    return fold("".join(row.own[column].text for column in level.columns if column in row.own))


def _begins_together(rows: Sequence[BodyRow], level: LevelColumn, below: LevelColumn) -> bool:
    """Return whether blocks of a level begin where those of the finer level below it do: texts in the first rows.

    Then the rows above the first text go on from somewhere else, as where a page was cut out of a list.
    """
    upper = [at for at, row in enumerate(rows) if prints(row, level)]
    lower = {at for at, row in enumerate(rows) if prints(row, below)}
    together = sum(at in lower for at in upper)
    return _FEWEST_TOGETHER <= together == len(upper) < len(lower) and upper[-1] != len(rows) - 1


def _reading(printed: Sequence[int], size: int, *, whole: bool) -> list[int | None]:
    readings = [r for r in (_middle(printed, size), _last(printed, size)) if r is not None] if whole else []
    if len(readings) == 1:
        return list(readings[0])
    own = set(printed)
    return [at if at in own else None for at in range(size)]


def _middle(printed: Sequence[int], size: int) -> list[int] | None:
    """Return for each row the row of its text, if each text stands in the very middle of its block."""
    rows = list[int]()
    for at in printed:
        if at < len(rows):
            return None
        rows += [at] * (2 * (at - len(rows)) + 1)
    return rows if len(rows) == size else None


def _last(printed: Sequence[int], size: int) -> list[int] | None:
    if printed[-1] != size - 1:
        return None
    return [at for before, at in pairwise((-1, *printed)) for _ in range(at - before)]

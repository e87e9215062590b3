"""``lay_out``: a cell's pieces and the width of its column -> what each blank between them is, at best.

A blank is a line end of the print, a new line that the author began, or a blank within a line.  They hang together: a
line goes on behind a blank and ends where it is full, and nothing stands in a line wider than its column.  So a cell
is laid out as a whole: the best way with a line end at each blank is held against the best way without one (Viterbi's
algorithm, forward and backward).  All scores are log-odds against a page that is not wrapped at all.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

INLINE = -0.5
"""A blank that a wrapped page has within a line."""
TOLERANCE = 1.0
"""By how much a line may be wider than its column, whose width is only that of the widest piece that was seen."""
BLANK_WIDTH = 0.5
MOST_PIECES = 40
"""Pieces that a line may hold: no printed line has more blanks, and a text of thousands is still read in one pass."""

NEVER = -math.inf


class LineJoint(NamedTuple):
    """What is known of one blank before its cell is laid out."""

    new_line: float
    """Score of a line that the author began behind it."""
    inline: float = INLINE
    """Score of a blank within a line."""
    fixed: bool = False
    """It stands within a line, whatever the widths say (between a code and its title)."""


class LineLayout(NamedTuple):
    """The best way to lay out a cell."""

    score: float
    with_end: tuple[float, ...]
    """Of each blank: the score of the cell where it is a line end."""
    without: tuple[float, ...]
    """Of each blank: the score of the cell where it is none."""


_States = list[dict[int, float]]
"""Blank -> first piece of the line before it -> width, or score."""


def lay_out(
    widths: Sequence[float], joints: Sequence[LineJoint], line_end: Callable[[int, float], float], column: float
) -> LineLayout:
    """Return how a cell is best laid out.

    Args:
        widths: of its pieces, in full-width characters.
        joints: the blanks between them, one less.
        line_end: blank, width of the line before it -> score of a line end there.
        column: width of the column.
    """
    lines = [_lines_before(widths, joints, at, column) for at in range(len(widths))]
    ends = [{start: line_end(at, width) for start, width in lines[at].items()} for at in range(len(joints))]
    before = _forward(lines, joints, ends)
    behind = _backward(lines, joints, ends)
    with_end, without = list[float](), list[float]()
    for at, joint in enumerate(joints):
        fresh = behind[at + 1][at + 1]
        on = [score + joint.inline + behind[at + 1].get(start, NEVER) for start, score in before[at].items()]
        if joint.fixed:
            with_end.append(NEVER)
            without.append(max(on))
            continue
        with_end.append(max(score + ends[at][start] for start, score in before[at].items()) + fresh)
        without.append(max(max(before[at].values()) + joint.new_line + fresh, *on))
    return LineLayout(behind[0][0], tuple(with_end), tuple(without))


def _lines_before(widths: Sequence[float], joints: Sequence[LineJoint], at: int, column: float) -> dict[int, float]:
    """Return the width of each line that may end with a piece, by its first piece."""
    lines, width = {at: widths[at]}, widths[at]
    for start in range(at - 1, -1, -1):
        width += BLANK_WIDTH + widths[start]
        if (width > column + TOLERANCE or at - start >= MOST_PIECES) and not joints[start].fixed:
            break
        lines[start] = width
    return lines


def _forward(lines: _States, joints: Sequence[LineJoint], ends: _States) -> _States:
    """Return the best score of what stands before each blank, by the first piece of its line."""
    scores: _States = [{0: 0.0}]
    for at, joint in enumerate(joints):
        here = scores[at]
        following = {start: score + joint.inline for start, score in here.items() if start in lines[at + 1]}
        if not joint.fixed:
            following[at + 1] = max(score + max(joint.new_line, ends[at][start]) for start, score in here.items())
        scores.append(following)
    return scores


def _backward(lines: _States, joints: Sequence[LineJoint], ends: _States) -> list[Mapping[int, float]]:
    """Return the best score of each blank and what stands behind it, by the first piece of its line."""
    scores: list[Mapping[int, float]] = [dict.fromkeys(lines[-1], 0.0)]
    for at in range(len(joints) - 1, -1, -1):
        joint, following = joints[at], scores[-1]
        fresh = NEVER if joint.fixed else following[at + 1]
        scores.append(
            {
                start: max(fresh + max(joint.new_line, ends[at][start]), joint.inline + following.get(start, NEVER))
                for start in lines[at]
            }
        )
    return scores[::-1]

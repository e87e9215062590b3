"""``marked_words``: the cell of a finding -> the words around its span, and a line of carets below the span."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.report.wrapping import cells
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Place

CUT = "..."
"""Stands for words left out; of one width on every terminal, which the one character ``…`` is not."""
_NARROWEST = 20


class Window(NamedTuple):
    """A cell as far as it is shown: what stands before the span, the span, what stands behind it."""

    before: str
    span: str
    behind: str


def marked_words(place: Place, row: str, style: str, width: int) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield the words of a cell and the carets below its span, as pieces with styles.

    Args:
        place: of the finding.
        row: what the row is of, shown where the finding is about no cell of it.
        style: of what is meant.
        width: cells of a line.
    """
    text = row if place.text is None else place.text
    if place.line is None or not text.strip():
        return
    number = f" {place.line} | "
    room = max(_NARROWEST, width - cells(number))
    has_span = place.text is not None and place.start is not None
    start = place.start or 0
    end = (len(text) if place.end is None else place.end) if has_span else start
    window = window_of(text, start, end, room)
    yield ((number, "dim"), (window.before, ""), (window.span, style if has_span else ""), (window.behind, ""))
    if has_span:
        blank = " " * (cells(number) - 2)
        carets = "^" * max(1, cells(window.span))
        yield ((f"{blank}| ", "dim"), (" " * cells(window.before), ""), (carets, style))


def window_of(text: str, start: int, end: int, width: int) -> Window:
    """Return the part of a text around a span that fits into ``width`` cells; what is left out is said by ``...``.

    Control characters are written out.  Of a span that is too wide the beginning is shown.

    >>> window_of("市町村におけるAI、RPA等の先端技術の活用", 7, 9, 24)
    Window(before='...における', span='AI', behind='、RPA等...')
    """
    before, span, behind = visible(text[:start]), visible(text[start:end]), visible(text[end:])
    if cells(before) + cells(span) + cells(behind) <= width:
        return Window(before, span, behind)
    if cells(span) > width - 2 * len(CUT):
        shown_before = before if cells(before) <= len(CUT) else CUT
        return Window(shown_before, _head(span, width - cells(shown_before) - len(CUT)), CUT)
    room = width - cells(span)
    left = min(cells(before), max(room // 2, room - cells(behind)))
    shown_before = _cut_front(before, left)
    return Window(shown_before, span, _cut(behind, room - cells(shown_before)))


def _cut(text: str, width: int) -> str:
    """Return the beginning of a text that fits, with the mark of what was left out."""
    if cells(text) <= width:
        return text
    return f"{_head(text, width - len(CUT))}{CUT}"


def _cut_front(text: str, width: int) -> str:
    """Return the end of a text that fits, with the mark of what was left out."""
    if cells(text) <= width:
        return text
    return f"{CUT}{_head(text[::-1], width - len(CUT))[::-1]}"


def _head(text: str, width: int) -> str:
    """Return as many first characters as fit."""
    used = 0
    for index, character in enumerate(text):
        used += cells(character)
        if used > width:
            return text[:index]
    return text

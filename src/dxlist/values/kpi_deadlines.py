"""``deadline_of``: the year or date that a cell names for a target, and ``year_of`` for a baseline."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dxlist.text.regex import regex
from dxlist.text.spans import Span
from dxlist.words.dates import COMPARED_TO, ONLY_LABEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.model.kpi import DeadlineKind
    from dxlist.values.kpi_amounts import Amount
    from dxlist.values.kpi_statements import KpiCell, When

_SINCE = regex(r"(?:から|以降|以来|より|~|～|〜|-)")
_NOTE = regex(r" ?(?:\([^()]{0,1000}\)|【[^【】]{0,1000}】)")


def note_after(cell: KpiCell, amount: Amount, until: int) -> Span | None:
    """Return the span of the bracket directly behind an amount, where no further amount (at ``until``) stands in it."""
    match = _NOTE.match(cell.narrow, amount.end, until)
    return Span(*match.span()) if match else None


def deadline_of(cell: KpiCell, amount: Amount, floor: int, first: int, until: int) -> When | None:
    """Return the date that governs an amount.

    In this order: in the bracket behind it; as its own label before it; the last deadline before it in the
    statement (``first`` to the amount) that is no label of another amount; the first one behind it.
    """
    return (
        _in_note(cell, amount, until)
        or _own_label(cell, amount, floor)
        or _last(_governing(cell, floor, amount.start))
        or _last(_governing(cell, first, floor))
        or next(_governing(cell, amount.end, until), None)
        or next((when for when in cell.dates_within(amount.end, until) if is_alone_in_bracket(cell, when)), None)
        or next((when for when in cell.dates_within(first, first + _GAP) if is_alone_in_bracket(cell, when)), None)
        or _end_of_span(cell, first, amount.start)
    )


def year_of(cell: KpiCell, amount: Amount, floor: int, until: int) -> int | None:
    """Return the fiscal year of an actual: in the bracket behind it, or before it."""
    when = _in_note(cell, amount, until) or _last(cell.dates_within(floor, amount.start))
    return when.fiscal_year if when else None


def kind_of(when: When | None) -> DeadlineKind | None:
    """Return by where the date is an end (までに), else in."""
    if when is None:
        return None
    return "by" if when.bearing == "by" else "in"


def since_of(cell: KpiCell, spans: Iterator[Span]) -> int | None:
    """Return the fiscal year from which an amount adds up: H30年度からの累計, R4～R8累計."""
    for start, end in spans:
        for when in cell.dates_within(start, end):
            if when.bearing == "start" or _SINCE.match(cell.narrow, when.end):
                return when.fiscal_year
    return None


def _end_of_span(cell: KpiCell, start: int, end: int) -> When | None:
    """Return the last year of a count over several years: （R4～R8累計）."""
    pairs = pairwise(cell.dates_within(start, end))
    return next((last for begin, last in pairs if begin.bearing == "start" and last.start - begin.end <= _GAP), None)


_GAP = 4


def _in_note(cell: KpiCell, amount: Amount, until: int) -> When | None:
    """Return the last date in the bracket behind an amount, or in a bracket among the amount's own words."""
    note = note_after(cell, amount, until)
    spans = [Span(amount.unit_end, amount.end), *([note] if note else [])]
    found = [
        when
        for start, end in spans
        for when in cell.dates_within(start, end)
        if when.bearing != "start" and not COMPARED_TO.match(cell.narrow, when.end)
    ]
    return found[-1] if found else None


def _own_label(cell: KpiCell, amount: Amount, floor: int) -> When | None:
    """Return the date that stands directly before the amount as its label: R7：20件, 令和7年度 20件."""
    dates = [when for when in cell.dates_within(floor, amount.start) if when.bearing not in {"start", "background"}]
    if dates and ONLY_LABEL.fullmatch(cell.narrow, dates[-1].end, amount.start):
        return dates[-1]
    return None


def _governing(cell: KpiCell, start: int, end: int) -> Iterator[When]:
    return (when for when in cell.dates_within(start, end) if when.bearing in {"by", "in"} and not _noted(cell, when))


def is_alone_in_bracket(cell: KpiCell, when: When) -> bool:
    """Return whether a bracket holds nothing but a date: 60％に引き上げる（令和8年度）."""
    plain = cell.narrow
    before, behind = plain[when.start - 1 : when.start], plain[when.end : when.end + 1]
    return (
        before != ""
        and before in "([【〔"
        and behind != ""
        and behind in ")]】〕"
        and when.bearing in {"by", "in", "none"}
    )


def _noted(cell: KpiCell, when: When) -> bool:
    """Return whether a date stands in a bracket, where it belongs to what stands before the bracket."""
    return when.bearing == "in" and cell.depth[when.start] > 0


def _last(dates: Iterable[When]) -> When | None:
    return max(dates, key=lambda when: when.start, default=None)

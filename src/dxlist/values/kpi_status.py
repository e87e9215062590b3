"""``status_without_targets``: what a KPI cell is that sets no number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.words.targets import DELIVERABLE, NO_DELIVERABLE, NONE_DECLARED, ONLY_DASHES

if TYPE_CHECKING:
    from dxlist.model.kpi import KpiStatus
    from dxlist.values.kpi_statements import Cell, Statement

_FROM_MONTH = re.compile(r"(?<![0-9])(?:1[0-2]|[1-9])月[^、。]{0,10}?(?:から|に(?!向)|まで|より)")
_GOES_ON = re.compile(r"し(?:た|て(?:いる|おり|きた))")


def is_missing(text: str | None) -> bool:
    """Return whether there is no text, or only dashes."""
    return text is None or ONLY_DASHES.fullmatch(text) is not None


def status_without_targets(cell: Cell) -> KpiStatus:
    """Return none_declared, milestone or qualitative."""
    if NONE_DECLARED.search(cell.narrow):
        return "none_declared"
    if any(_is_milestone(cell, statement) for statement in cell.statements):
        return "milestone"
    return "qualitative"


def _is_milestone(cell: Cell, statement: Statement) -> bool:
    """A deliverable by or in a date: 令和4年度内に…改正を行う; 検討を行う delivers nothing."""
    dates = [when for when in cell.dates if statement.start <= when.start < statement.end]
    dated = [when.end for when in dates if when.bearing in {"by", "in", "start"}]
    dated += [match.end() for match in [_FROM_MONTH.search(cell.narrow, statement.start, statement.end)] if match]
    return any(_delivers(cell.narrow[end : statement.end].strip(" 。\n)")) for end in dated)


def _delivers(clause: str) -> bool:
    return bool(DELIVERABLE.search(clause)) and not NO_DELIVERABLE.search(clause) and not _GOES_ON.search(clause)

"""``grade_of``: whether a number is a stated target, a planned activity, or the extent of those served."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.words.targets import DOES, SERVE, SERVED, STATED, STATED_AFTER, VERBAL_NOUNS

if TYPE_CHECKING:
    from dxlist.model.kpi import Grade
    from dxlist.values.kpi_amounts import Amount
    from dxlist.values.kpi_statements import Cell, Statement

_PREDICATE = re.compile(
    r"(?:する|行う|図る|いく|設ける|進める|せる|れる|える|ける|める|てる|ぶ|く|す|し|て|予定|である|します|ます|こと)[。」)\s]*$"
)
_CLAUSE_END = re.compile(r"[ぁ-ん](?=[、,])")
_RATES = frozenset({"%", "ポイント", "倍", "点", "‰"})
"""A rate is a level to be reached; nobody does 50 %."""
_DOES_LAST = re.compile(rf"を(?:{'|'.join(VERBAL_NOUNS)})[。\s]*$")
_CHANGE = frozenset({"increase", "decrease"})


def grade_of(cell: Cell, statement: Statement, amount: Amount, until: int) -> Grade:
    """Return explicit, activity or scope.

    explicit: words of a target (目標, 目指す), a level to be reached (…とする, …まで伸ばす), the size of a change,
    or an indicator with its number; activity: the statement says what is done (2回開催する); scope: what is done is
    to inform or serve as many (59市町村に対し…提供する).
    """
    clause = _CLAUSE_END.search(cell.narrow, amount.end, until)
    end = clause.end() if clause and until < statement.end else statement.end
    whole, behind = cell.narrow[statement.start : end], cell.narrow[amount.end : end]
    if (
        STATED.search(whole)
        or amount.comparator in _CHANGE
        or STATED_AFTER.match(cell.narrow[amount.unit_end : statement.end])
    ):
        return "explicit"
    if STATED_AFTER.match(behind):
        return "explicit"
    if amount.unit in _RATES:
        return "explicit"
    if (served := SERVED.match(behind)) and SERVE.search(served[0]):
        return "scope"
    if _PREDICATE.search(whole) or _DOES_LAST.search(behind) or DOES.match(behind.lstrip(" をのでに")):
        return "activity"
    return "explicit"

"""``are_portions``: do two rows of a project tell of different portions of it, so that they need not agree?

A budget prints a project in as many rows as it has 細事業, each with its own money; a strategy prints it once for
each of its indicators.  Such rows do not contradict each other, whereas a project that is printed again below another
item (再掲) should say there what it says here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.projects.evidence import FAR, similarity
from dxlist.projects.names import name_keys
from dxlist.projects.target_conflicts import SAME_METRIC
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.initiative import Initiative

AMOUNT = re.compile(r"予算|決算|事業費|経費|金額|額$|千円|百万円|万円")
"""Headers of further columns that hold money, as budgets and 総合計画実施計画 print them."""
PART = re.compile(r"細々?事業|小事業|細目|内訳|明細|事業名|取組名|(?:施設|地区|工区|路線|箇所|学校|団体)名?$")
"""Headers of further columns that name a part of a project."""


def are_portions(one: Initiative, two: Initiative) -> bool:
    """Return whether two rows of a project are of different portions of it.

    They are where a further column names different parts or different money, and where both stand below the same item
    and speak of different things.
    """
    return _differ_beside(one, two) or (_place(one) == _place(two) and _speak_of_others(one, two))


def _differ_beside(one: Initiative, two: Initiative) -> bool:
    shared = (header for header in one.extra if header in two.extra)
    told = (header for header in shared if AMOUNT.search(fold(header)) or PART.search(fold(header)))
    return any(fold(one.extra[header]) != fold(two.extra[header]) for header in told)


def _place(row: Initiative) -> tuple[object, ...]:
    return row.document_id, row.part, row.field_code, row.field_name, tuple(row.item_codes), row.item_name


def _speak_of_others(one: Initiative, two: Initiative) -> bool:
    if one.overview and two.overview and similarity(fold(one.overview), fold(two.overview)) < FAR:
        return True
    ours, theirs = set(_metrics(one)), set(_metrics(two))
    return bool(ours and theirs) and all(similarity(a, b) < SAME_METRIC for a in ours for b in theirs)


def _metrics(row: Initiative) -> Iterator[str]:
    """Yield what the targets of a row measure; of a row without any, the whole text, which names an indicator alone."""
    if row.kpi_targets:
        yield from (name_keys(target.metric).respelled for target in row.kpi_targets if target.metric)
    elif row.kpi_text:
        yield name_keys(row.kpi_text).respelled

"""Ditto marks and the layout of a row's cells: printed texts → cells in their columns."""

import re
from itertools import pairwise

from tests.damage.model import TEXT_SLOTS, Page, Row
from tests.damage.plan import Plan

_PROJECT_WORD = re.compile("事業|経費|委託|補助金|プロジェクト|取組$")


def ditto_department(plan: Plan, row: Row, above: Row) -> bool:
    """「〃」 for the department of the row above."""
    if not (row.printed.get("dept") and above.printed.get("dept") and not row.record.shares):
        return False
    row.printed["dept"] = plan.ditto
    row.origin["dept"] = above
    return True


def ditto_item(plan: Plan, row: Row, above: Row) -> bool:
    """「〃」 where the item would be blank."""
    if row.origin.get("item") is not above:
        return False
    row.printed |= {"item": plan.ditto, "title": plan.ditto, "code": plan.ditto if plan.chance(0.5) else ""}
    return True


def ditto_text(plan: Plan, row: Row, above: Row) -> bool:
    """「〃」 for the overview or the target of the row above."""
    slot = "kpi" if plan.chance(0.6) else "overview"
    if not (row.printed.get(slot) and above.printed.get(slot) and not row.record.shares):
        return False
    row.printed[slot] = plan.ditto
    row.origin[slot] = above
    return True


DITTOS = {"ditto_department": ditto_department, "ditto_item": ditto_item, "ditto_text": ditto_text}


def add_dittos(plan: Plan, page: Page) -> None:
    """Replace some cells by ditto marks."""
    for kind, mark in DITTOS.items():
        if not plan.asks(kind):
            continue
        for above, row in pairwise(page.rows):
            if plan.chance(0.2) and mark(plan, row, above):
                row.touched = True
                plan.done.add(kind)


def is_whole(row: Row) -> bool:
    """Has the row all its texts in print, and no mark that leans on the row above?"""
    printed = row.printed
    return not row.touched and all(printed.get(slot) for slot in ("dept", *TEXT_SLOTS))


def is_told_apart(row: Row, at: int) -> bool:
    """Would the project still be known for one if it stood in the column at this place?

    Under field or item 「電子決裁の徹底」 would read as an item; 「RPA導入事業」 would not.
    """
    items = [place for place, slot in enumerate(row.slots) if slot in ("field", "item", "code", "title")]
    return at > max(items) or bool(_PROJECT_WORD.search("".join(row.record.project.split())))


def _other_form(page: Page) -> list[str]:
    """The page's columns with code and title joined instead of parted, or the other way round."""
    slots = list(page.slots)
    if page.split:
        at = slots.index("code")
        return [*slots[:at], "item", *slots[at + 2 :], "spare"]
    at = slots.index("item")
    return [*slots[:at], "code", "title", *slots[at + 1 : -1]]


def lay_out(plan: Plan, page: Page) -> None:
    """Put the printed texts into cells; on a mixed page some rows follow the other form."""
    for row in page.rows:
        row.slots = list(page.slots)
        told = bool(row.printed.get("code")) or (page.split and is_told_apart(row, row.slots.index("project") - 1))
        if page.mixed and is_whole(row) and told and plan.chance(0.35):
            row.slots = _other_form(page)
            plan.done.add("item_cells_mixed_in_page")
        row.cells = [row.printed.get(slot, "") for slot in row.slots]

"""Records → pages: where the page breaks fall, and how the columns of each page stand."""

from collections.abc import Iterator
from itertools import pairwise

from tests.damage.model import Page, Record, Row
from tests.damage.plan import Plan

_WIDTHS = {
    "field": (14, 20),
    "item": (20, 32),
    "title": (18, 30),
    "dept": (14, 22),
    "project": (22, 34),
    "overview": (28, 44),
    "kpi": (26, 40),
}
_JOINERS = {"wrapped_plain_blank": " ", "wrapped_ideographic_blank": "　", "wrapped_quoted_line_break": "\n"}


def _break_score(plan: Plan, records: list[Record], at: int) -> float:
    """How good a place this is for a page break; breaks inside merged cells are sought."""
    if records[at].shares:
        return plan.rng.random() + (0.8 if plan.asks("project_shared_over_page_break") else -9.0)
    inside = records[at].item is records[at - 1].item
    return plan.rng.random() + (0.3 if inside else 0.0)


def _breaks(plan: Plan, records: list[Record]) -> list[int]:
    """Places of the page breaks of one part, in order."""
    wanted = plan.rng.randint(1, 2) if plan.parts == 2 else plan.rng.randint(2, 5)
    places = list(range(2, len(records) - 1))
    places.sort(key=lambda at: -_break_score(plan, records, at))
    taken: list[int] = []
    for at in places:
        if len(taken) == wanted - 1:
            break
        if all(abs(at - other) > 2 for other in taken):
            taken.append(at)
    return sorted(taken)


def _part_pages(plan: Plan, part: int, records: list[Record]) -> Iterator[Page]:
    edges = [0, *_breaks(plan, records), len(records)]
    for start, end in pairwise(edges):
        yield Page(0, part, [Row(record, part) for record in records[start:end]])


def _is_split(plan: Plan) -> bool:
    """Do code and title have a cell each on this page?"""
    if plan.government.item_style == "none":
        return False
    base = plan.asks("item_in_two_cells")
    return base != (plan.asks("item_cells_differ_by_page") and plan.chance(0.5))


def _core_slots(plan: Plan, *, split: bool) -> list[str]:
    slots: list[str] = []
    for slot in plan.order:
        slots += ["code", "title"] if slot == "item" and split else [slot]
    return slots


def _slots(plan: Plan, *, split: bool) -> list[str]:
    """The columns of a page from left to right."""
    slots = _core_slots(plan, split=split)
    if plan.asks("spare_column_middle") and plan.chance(0.6):
        places = [at for at in range(2, len(slots)) if slots[at] != "title"]
        slots.insert(plan.rng.choice(places), "spare")
        plan.done.add("spare_column_middle")
    slots += [slot for slot in ("extra_column_budget", "extra_column_remarks") if slot in plan.extras]
    if "extra_column_number" in plan.extras:
        slots.insert(0, "extra_column_number")
    if plan.asks("spare_column_start") and plan.chance(0.7):
        slots.insert(0, "spare")
        plan.done.add("spare_column_start")
    if plan.asks("spare_column_end") and plan.chance(0.7):
        slots += ["spare"] * (2 if plan.chance(0.2) else 1)
        plan.done.add("spare_column_end")
    return slots


def _can_wrap(page: Page) -> bool:
    """Titles of several items in one cell are parted by blanks, so such a page keeps its lines whole."""
    return not any(row.record.item and len(row.record.item.codes) > 1 for row in page.rows)


def _choose_wrapping(plan: Plan, page: Page) -> None:
    for kind, joiner in _JOINERS.items():
        if plan.asks(kind) and _can_wrap(page) and plan.chance(0.6):
            page.joiner = joiner
            page.widths = {slot: plan.rng.randint(low, high) for slot, (low, high) in _WIDTHS.items()}
            return


def _choose_layout(plan: Plan, page: Page, above: Page | None) -> None:
    continued = above is not None and above.part == page.part
    if above and continued and plan.asks("header_missing_on_continued_page") and plan.chance(0.7):
        page.slots, page.split, page.mixed = above.slots, above.split, above.mixed
        page.header = []
        plan.done.add("header_missing_on_continued_page")
    else:
        page.split = _is_split(plan)
        page.slots = _slots(plan, split=page.split)
        page.header = [[]]
        page.mixed = plan.asks("item_cells_mixed_in_page") and (page.split or page.slots[-1] == "spare")
    if continued and page.header and plan.asks("page_break_without_blank_line"):
        page.blank_lines = 0
        plan.done.add("page_break_without_blank_line")
    _choose_wrapping(plan, page)


def _note_layouts(plan: Plan, pages: list[Page]) -> None:
    splits = {page.split for page in pages}
    plan.done |= {"item_in_two_cells"} if True in splits else set()
    plan.done |= {"item_in_one_cell"} if False in splits else set()
    plan.done |= {"item_cells_differ_by_page"} if len(splits) == 2 else set()
    plan.done |= {"two_lists"} if plan.parts == 2 else set()


def paginate(plan: Plan, parts: list[list[Record]]) -> list[Page]:
    """The pages of the list, each with its rows and its columns; an empty `header` means that none is printed."""
    pages: list[Page] = []
    for part, records in enumerate(parts, 1):
        for page in _part_pages(plan, part, records):
            page.number = len(pages) + 1
            _choose_layout(plan, page, pages[-1] if pages else None)
            pages.append(page)
    _note_layouts(plan, pages)
    return pages

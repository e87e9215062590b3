"""Rows that do not stand under their columns: one function a kind, each on one row of cells.

A slide returns False, and leaves the row as it was, where it would make the row undecidable for a careful
reader: where a cell without a code, or one of several texts, would no longer tell what it is.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from tests.damage.marks import is_told_apart, is_whole
from tests.damage.model import TEXT_SLOTS, Page, Row
from tests.damage.plan import USUAL_ORDER, Plan

Slide: TypeAlias = Callable[[Plan, Page, Row], bool]


def _is_plain(page: Page, row: Row) -> bool:
    """Is the row whole and still where it was laid out?"""
    budget = "extra_column_budget"
    return is_whole(row) and row.slots == page.slots and (budget not in page.slots or bool(row.printed.get(budget)))


def _first(row: Row, *names: str) -> int | None:
    """Place of the first column of these that holds something."""
    return next((at for at, slot in enumerate(row.slots) if slot in names and row.cells[at]), None)


def _has_code(row: Row) -> bool:
    """Is an item printed, with a code or 計画 before it?"""
    return bool(row.printed.get("code"))


def _codes_tell(row: Row) -> bool:
    """Can what is printed of field and item be told by their codes?"""
    field_told = not row.printed.get("field") or row.record.field.code is not None
    item_told = not row.printed.get("item") or _has_code(row)
    return field_told and item_told


def _insert(row: Row, at: int, count: int) -> None:
    row.cells[at:at] = [""] * count
    row.slots[at:at] = ["spare"] * count


def _trim(row: Row, width: int) -> bool:
    """Drop blank cells at the end until the row fits; False where text stands beyond the width."""
    while len(row.cells) > width and not row.cells[-1]:
        row.cells.pop()
        row.slots.pop()
    return len(row.cells) <= width


def _remove(row: Row, at: int) -> None:
    """Take a blank cell out and add one at the end."""
    del row.cells[at], row.slots[at]
    row.cells.append("")
    row.slots.append("spare")


def _start_of_slide(plan: Plan, row: Row) -> int | None:
    """The column from which a row slides: item, department, project, or overview where no column follows KPI."""
    names = ["dept", "dept", "project"]
    if _has_code(row):
        names += ["item", "item"]
    if not plan.extras and plan.order == USUAL_ORDER:
        names.append("overview")
    name = names[int(plan.rng.random() * len(names))]
    return _first(row, name, "code") if name == "item" else _first(row, name)


def _slide_right(plan: Plan, page: Page, row: Row, count: int, *, beyond: bool) -> bool:
    at = _start_of_slide(plan, row)
    if not _is_plain(page, row) or not at:
        return False
    trial = Row(row.record, row.part, cells=list(row.cells), slots=list(row.slots))
    _insert(trial, at, count)
    if _trim(trial, page.width) == beyond:
        return False
    row.cells, row.slots = trial.cells, trial.slots
    return True


def slid_right_one(plan: Plan, page: Page, row: Row) -> bool:
    """One blank cell too many before a column, as in line 48 of the real list."""
    return _slide_right(plan, page, row, 1, beyond=page.slots[-1] not in ("spare", "extra_column_remarks"))


def slid_right_more(plan: Plan, page: Page, row: Row) -> bool:
    """Two or three blank cells too many before a column."""
    return _slide_right(plan, page, row, plan.rng.randint(2, 3), beyond=plan.chance(0.7))


def slid_beyond_width(plan: Plan, page: Page, row: Row) -> bool:
    """The row slides right and grows longer than its page; nothing is lost."""
    return _slide_right(plan, page, row, plan.rng.randint(1, 2), beyond=True)


def slid_right_whole_row(plan: Plan, page: Page, row: Row) -> bool:
    """Every cell of the row stands one or two to the right."""
    shown = row.printed.get("field") or row.printed.get("item")
    if not (_is_plain(page, row) and shown and _codes_tell(row)):
        return False
    _insert(row, 0, plan.rng.randint(1, 2))
    _trim(row, page.width)
    return True


def slid_left_whole_row(plan: Plan, page: Page, row: Row) -> bool:
    """The blank first cells are gone, as in lines 70 and 112."""
    shared = row.record.shares and row.printed.get("item") and not row.touched and row.slots == page.slots
    if not (_is_plain(page, row) or shared) or not _codes_tell(row) or row.cells[0]:
        return False
    blanks = next(at for at, cell in enumerate(row.cells) if cell)
    count = 1 if plan.chance(0.6) else blanks
    if not shared and not is_told_apart(row, row.slots.index("project") - count):
        return False
    for _ in range(count):
        _remove(row, 0)
    return True


def slid_left_part(plan: Plan, page: Page, row: Row) -> bool:  # noqa: ARG001 - all slides have one shape
    """A blank cell inside the row is gone, and what follows stands to the left."""
    if not _is_plain(page, row):
        return False
    first = next(at for at, cell in enumerate(row.cells) if cell)
    stop = _first(row, "project") or 0
    inner = [at for at in range(max(first, 1), stop) if not row.cells[at]]
    if not inner or row.slots[inner[0]].startswith("extra") or not is_told_apart(row, stop - 1):
        return False
    _remove(row, inner[-1])
    return True


def _joined_to_field_cell(row: Row, field: int, item: int) -> None:
    """「1(2) 業務…」 or 計画 stands in the field cell, its own cell is blank (line 34)."""
    row.cells[field], row.cells[item] = row.cells[item], ""


def _parted_to_field_cell(row: Row, field: int, item: int) -> None:
    """The code stands in the field cell, the title in the item cell (line 103)."""
    row.cells[field], row.cells[item] = row.printed["code"], row.printed["title"]


def item_in_field_cell(plan: Plan, page: Page, row: Row) -> bool:
    """The item's code stands in the field cell."""
    if not (_is_plain(page, row) and _has_code(row)) or row.printed.get("field") or "field" not in row.slots:
        return False
    field = row.slots.index("field")
    item = field + 1
    if row.slots[item] not in ("item", "code"):
        return False
    if row.slots[item] == "item" and row.printed["title"] and plan.chance(0.5):
        _parted_to_field_cell(row, field, item)
    else:
        _joined_to_field_cell(row, field, item)
    return True


def department_in_field_cell(plan: Plan, page: Page, row: Row) -> bool:
    """The department stands in the field cell; at times the rest slides left too (line 87)."""
    merged = not row.printed.get("field") and not row.printed.get("item")
    if not (_is_plain(page, row) and merged) or page.slots[0] != "field" or plan.order[2] != "dept":
        return False
    at = row.slots.index("dept")
    row.cells[0], row.cells[at] = row.cells[at], ""
    if plan.chance(0.4):
        _remove(row, at)
    return True


def field_overwritten_by_item(plan: Plan, page: Page, row: Row) -> bool:  # noqa: ARG001 - as above
    """The item stands in the field cell too (line 15)."""
    if not (_is_plain(page, row) and row.printed.get("title")) or row.printed.get("field"):
        return False
    if "item" not in row.slots and not _has_code(row):
        return False
    row.cells[row.slots.index("field")] = row.printed["item"]
    return True


def _sources(rows: Iterator[Row]) -> set[int]:
    """Rows whose texts other rows share."""
    columns = ("dept", *TEXT_SLOTS)
    return {id(row.source(column)) for row in rows for column in columns if column in row.origin}


def _lose(row: Row, width: int) -> None:
    """Cut the cells beyond the width; what stood there is lost."""
    row.lost |= {slot for slot, cell in zip(row.slots[width:], row.cells[width:], strict=True) if cell}
    row.cells, row.slots = row.cells[:width], row.slots[:width]


def _split_item(row: Row) -> None:
    """Part code and title, as line 102 does under a page of joined items."""
    at = row.slots.index("item")
    row.slots[at : at + 1] = ["code", "title"]
    row.cells[at : at + 1] = [row.printed["code"], row.printed["title"]]


def cut_at_page_width(plan: Plan, page: Page, row: Row) -> bool:
    """The row slides right and is cut where the page ends; the last texts are lost (line 102)."""
    at = _first(row, "code", "item") if _has_code(row) else _first(row, "dept")
    project = _first(row, "project")
    if not _is_plain(page, row) or at is None or project is None or at > project:
        return False
    parted = row.slots[at] == "item" and bool(row.printed["title"]) and plan.chance(0.5)
    ends = [place for place, slot in enumerate(row.slots) if slot in ("overview", "kpi", "dept") and place > project]
    room = page.width - 1 - project - parted
    counts = [n for n in range(1, 4) if n <= room and ends[-1] + n + parted >= page.width]
    if not counts:
        return False
    if parted:
        _split_item(row)
    _insert(row, at, counts[int(plan.rng.random() * len(counts))])
    _lose(row, page.width)
    return True


def row_cut_short(plan: Plan, page: Page, row: Row) -> bool:
    """The row ends after the project or one cell later; the rest is lost."""
    project = _first(row, "project")
    if not _is_plain(page, row) or project is None:
        return False
    _lose(row, project + plan.rng.randint(1, 2))
    if plan.chance(0.4):
        row.cells += [""] * (page.width - len(row.cells))
        row.slots += ["spare"] * (page.width - len(row.slots))
    return bool(row.lost)


SLIDES: dict[str, Slide] = {
    slide.__name__: slide
    for slide in (
        cut_at_page_width,
        department_in_field_cell,
        item_in_field_cell,
        slid_left_whole_row,
        slid_left_part,
        slid_right_whole_row,
        slid_right_one,
        slid_right_more,
        slid_beyond_width,
        field_overwritten_by_item,
        row_cut_short,
    )
}
_LOSSY = frozenset({"cut_at_page_width", "row_cut_short"})
_NO_SLIDE = frozenset({"field_overwritten_by_item", "row_cut_short"})


def _candidates(plan: Plan, pages: list[Page]) -> list[tuple[Page, Row]]:
    places = [(page, row) for page in pages for row in page.rows]
    plan.rng.shuffle(places)
    return places


def _is_crowded(page: Page) -> bool:
    """Have so many rows slid already that the page no longer shows where its columns stand?"""
    return sum(row.slid for row in page.rows) > len(page.rows) // 4


def add_slides(plan: Plan, pages: list[Page]) -> None:
    """Slide some rows, each at most once; a row whose texts others share keeps them."""
    sources = _sources(row for page in pages for row in page.rows)
    for kind, slide in SLIDES.items():
        if not plan.asks(kind):
            continue
        wanted = plan.rng.randint(1, 3)
        for page, row in _candidates(plan, pages):
            free = not _is_crowded(page) and not (kind in _LOSSY and id(row) in sources)
            if wanted and free and slide(plan, page, row):
                wanted -= 1
                row.touched = True
                row.slid = kind not in _NO_SLIDE
                plan.done.add(kind)


def drop_trailing_blanks(plan: Plan, pages: list[Page]) -> None:
    """End some rows at their last text."""
    if not plan.asks("trailing_blanks_dropped"):
        return
    for row in (row for page in pages for row in page.rows):
        if not row.cells[-1] and plan.chance(0.6):
            row.cells = row.cells[: max(at for at, cell in enumerate(row.cells) if cell) + 1]
            plan.done.add("trailing_blanks_dropped")

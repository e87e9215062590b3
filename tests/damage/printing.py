"""Pages → printed texts: merged cells blank below, texts broken at the column's width, offices on one line."""

import re

from tests.damage.codes import print_code, print_item_code
from tests.damage.model import TEXT_SLOTS, Page, Row
from tests.damage.offices import Office
from tests.damage.plan import Plan
from tests.damage.sentences import BREAK
from tests.damage.wrapping import flat_text, text_width, wrap_text, wrap_unit

_INNER_UNIT = re.compile("[部局課室庁署]")
_CUT_WORD = re.compile(r"[0-9A-Za-z,.][ 　\n][0-9A-Za-z,.]")
_KEPT_MARK = re.compile(r"[ 　\n][・※]")
_KEPT_CIRCLED = re.compile("[ 　][②-⑳]")


def print_text(plan: Plan, page: Page, slot: str, text: str, indent: int = 0) -> tuple[str, str]:
    """Print a text in its column: what stands on paper, and what a reader makes of it."""
    if page.joiner:
        printed, want = wrap_text(text, page.widths[slot], page.joiner, indent)
        if printed != text:
            _note_wrapping(plan, page.joiner, printed, want)
    else:
        quoted = BREAK in text and plan.asks("wanted_quoted_line_break") and plan.chance(0.7)
        printed, want = flat_text(text, "\n" if quoted else " ")
        plan.done |= {"wanted_quoted_line_break"} if quoted else set()
    _note_wanted_blanks(plan, page, want)
    return printed, want


def _note_wrapping(plan: Plan, joiner: str, printed: str, want: str) -> None:
    names = {" ": "wrapped_plain_blank", "　": "wrapped_ideographic_blank", "\n": "wrapped_quoted_line_break"}
    plan.done.add(names[joiner])
    if _CUT_WORD.search(printed) and printed != want:
        plan.done.add("break_inside_number_or_latin_word")


def _note_wanted_blanks(plan: Plan, page: Page, want: str) -> None:
    """Record the blanks of a text that are no line ends."""
    if f"。{page.joiner or chr(10)}" in want:
        plan.done.add("break_after_full_stop_kept")
    if "。 " in want and page.joiner != " ":
        plan.done.add("blank_between_sentences")
    if _KEPT_MARK.search(want):
        plan.done.add("break_before_mark_kept")
    if _KEPT_CIRCLED.search(want):
        plan.done.add("blank_before_circled_number")
    if re.search(r"[^。] [^・※①-⑳]", want):
        plan.done.add("blank_in_noun_phrase")


def _is_gluable(office: Office) -> bool:
    """Can the units be told apart without a blank between them?"""
    return not any(_INNER_UNIT.search(unit[:-1]) for unit in office.units()) and len(office.units()) > 1


def _units(offices: tuple[Office, ...]) -> list[str]:
    """The units to print; a department that several divisions share stands once."""
    units: list[str] = []
    for at, office in enumerate(offices):
        repeated = at > 0 and office.department == offices[at - 1].department
        units += [office.division] if repeated and office.division else list(office.units())
    return units


def print_offices(plan: Plan, page: Page, offices: tuple[Office, ...]) -> str:
    """The text of a department cell."""
    if len(offices) > 1:
        same = offices[0].department == offices[1].department
        plan.done.add("one_department_several_divisions" if same else "two_departments")
    elif offices and plan.government.gluable and plan.asks("department_glued") and _is_gluable(offices[0]):
        plan.done.add("department_glued")
        return "".join(_units(offices))
    units = _units(offices)
    if page.joiner:
        return page.joiner.join(line for unit in units for line in wrap_unit(unit, page.widths["dept"]))
    if len(units) > 1 and plan.unit_gap == "　":
        plan.done.add("ideographic_blank_in_department")
    return plan.unit_gap.join(units)


def _print_field(plan: Plan, page: Page, row: Row) -> None:
    field = row.record.field
    code = print_code(plan, field.code) if field.code else ""
    head = code + plan.code_gap if code else ""
    printed, want = print_text(plan, page, "field", field.name, text_width(head))
    row.printed["field"], row.want["field_name"] = head + printed, want
    if head and plan.code_gap == "　":
        plan.done.add("ideographic_blank_after_code")


def _print_item(plan: Plan, page: Page, row: Row) -> None:
    item = row.record.item
    if item is None:
        return
    code = print_item_code(plan, item)
    printed, want = "", None
    if item.title:
        indent = 0 if page.split or not code else text_width(code) + 1
        printed, want = print_text(plan, page, "title" if page.split else "item", item.title, indent)
        if code and "ア" <= printed[0] <= "コ" and code[-1] in ")）":
            plan.done.add("title_like_sub_code")
    gap = plan.code_gap if code and printed else ""
    row.printed |= {"code": code, "title": printed, "item": code + gap + printed}
    row.want["item_name"] = want


def _reprints(plan: Plan, page: Page, row: Row, column: str) -> bool:
    """Is a merged cell printed again though nothing has changed?"""
    if row is page.rows[0]:
        again = not (plan.asks(f"{column}_blank_after_page_break") and plan.chance(0.75))
        name = f"{column}_reprinted_after_page_break" if again else f"{column}_blank_after_page_break"
        plan.done |= {name} if again else {name, "merged_over_page_break"}
        return again
    if column == "item" and plan.asks("item_reprinted_each_row") and plan.chance(0.8):
        plan.done.add("item_reprinted_each_row")
        return True
    if column == "field" and plan.asks("field_reprinted_in_page") and plan.chance(0.2):
        plan.done.add("field_reprinted_in_page")
        return True
    return False


def _print_merged(plan: Plan, page: Page, row: Row, above: Row | None) -> None:
    """Print field and item, or leave them blank where they are merged with the cell above."""
    new_field = above is None or above.record.field != row.record.field
    new_item = above is None or new_field or above.record.item != row.record.item
    if above is None or new_field or _reprints(plan, page, row, "field"):
        _print_field(plan, page, row)
    else:
        row.origin["field"] = above
        plan.done.add("merged_cells")
    if row.record.item is None:
        return
    if above is None or new_item or _reprints(plan, page, row, "item"):
        _print_item(plan, page, row)
    else:
        row.origin["item"] = above
        plan.done.add("merged_cells")


def _print_shared(plan: Plan, page: Page, row: Row, above: Row) -> None:
    """Leave the project blank that stands beside several items."""
    columns = TEXT_SLOTS if row.record.shares == "own" else ("dept", *TEXT_SLOTS)
    row.origin |= dict.fromkeys(columns, above)
    plan.done.add(f"project_shared_{row.record.shares}_department")
    if row is page.rows[0]:
        plan.done.add("project_shared_over_page_break")


def _print_own(plan: Plan, page: Page, row: Row) -> None:
    """Print the project's own cells."""
    for slot in TEXT_SLOTS:
        text = getattr(row.record, slot)
        printed, want = print_text(plan, page, slot, text) if text else ("", None)
        row.printed[slot], row.want[slot] = printed, want
        if text is None:
            plan.done.add(f"{slot}_missing")


def print_row(plan: Plan, page: Page, row: Row, above: Row | None) -> None:
    """Print one row under the row above of the same list."""
    _print_merged(plan, page, row, above)
    row.printed |= row.record.extra
    if row.record.shares and above:
        _print_shared(plan, page, row, above)
    else:
        _print_own(plan, page, row)
    if "dept" not in row.origin:
        row.printed["dept"] = print_offices(plan, page, row.record.offices)
        plan.done |= set() if row.record.offices else {"department_blank"}
    if row.record.item is None:
        plan.done.add("item_blank_at_start_of_list")


def number_rows(pages: list[Page]) -> None:
    """Fill the 「No.」 column; a row that shares the project above has no number of its own."""
    count = 0
    for row in (row for page in pages for row in page.rows):
        if "extra_column_number" in row.printed and not row.record.shares:
            count += 1
            row.printed["extra_column_number"] = str(count)


def print_pages(plan: Plan, pages: list[Page]) -> None:
    """Print every row; nothing is merged over a change of list."""
    above: Row | None = None
    for page in pages:
        for row in page.rows:
            print_row(plan, page, row, above if above and above.part == row.part else None)
            above = row
    number_rows(pages)

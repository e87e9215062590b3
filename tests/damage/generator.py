"""Clean records in, a damaged list out, and the answer that a careful reader would give; the same for a seed.

The way of a list: `plan` (what is asked for) → `clean` (records) → `pages` (page breaks, columns) → `printing`
(merged cells, broken lines) → `marks` (ditto, cells) → `slides` → `headers` and `furniture` → text → bytes.
"""

from collections.abc import Iterator

from tests.damage.clean import clean_parts
from tests.damage.forms.making import generate_form
from tests.damage.forms.shapes import FORMS
from tests.damage.furniture import add_furniture
from tests.damage.headers import add_headers
from tests.damage.marks import add_dittos, lay_out
from tests.damage.model import Answer, DamagedList, Page, Row
from tests.damage.pages import paginate
from tests.damage.plan import Plan, draw_plan
from tests.damage.printing import print_pages
from tests.damage.slides import add_slides, drop_trailing_blanks

PRINTED = "printed"
ALL_FORMS = (PRINTED, *FORMS)
_KEYS = {
    "field": "field",
    "item": "item",
    "dept": "dept",
    "project": "project_name",
    "overview": "overview",
    "kpi": "kpi_text",
}


def _page_lines(page: Page) -> Iterator[tuple[list[str], Row | None]]:
    """The lines of a page with the row that each one prints."""
    for cells in (*page.before, *page.header):
        yield cells, None
    for at, row in enumerate(page.rows):
        if at in page.between:
            yield page.between[at], None
        yield row.cells, row
    for cells in page.after:
        yield cells, None


def _lines(plan: Plan, pages: list[Page]) -> Iterator[tuple[list[str], Row | None]]:
    for _ in range(plan.rng.choice((0, 0, 0, 1, 2))):
        yield [], None
    for page in pages:
        if page.number > 1:
            for _ in range(page.blank_lines):
                yield ([""] * page.width if plan.chance(0.1) else []), None
        yield from _page_lines(page)


def _write_cell(cell: str, delimiter: str, *, quote_all: bool) -> str:
    if quote_all or delimiter in cell or "\n" in cell or '"' in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _write(plan: Plan, pages: list[Page]) -> str:
    """The text of the list; every row is told its first physical line."""
    comma = plan.asks("comma_quoted")
    delimiter, quote_all = ("," if comma else "\t"), comma and plan.asks("comma_quoted_all")
    plan.done |= {"comma_quoted"} if comma else set()
    plan.done |= {"comma_quoted_all"} if quote_all else set()
    written, line = [], 1
    for cells, row in _lines(plan, pages):
        text = delimiter.join(_write_cell(cell, delimiter, quote_all=quote_all) for cell in cells)
        if row:
            row.line = line
        line += 1 + text.count("\n")
        written.append(text)
    ending = "" if plan.asks("no_final_line_end") else "\n"
    plan.done |= {"no_final_line_end"} & plan.asked
    return "\n".join(written) + ending


def _encode(plan: Plan, text: str) -> bytes:
    if plan.asks("crlf"):
        plan.done.add("crlf")
        text = text.replace("\n", "\r\n")
    if plan.asks("cp932"):
        plan.done.add("cp932")
        return text.encode("cp932")
    if plan.asks("byte_order_mark"):
        plan.done.add("byte_order_mark")
        return text.encode("utf-8-sig")
    return text.encode("utf-8")


def _departments(row: Row) -> list[dict[str, str | None]]:
    source = row.source("dept")
    offices = () if "dept" in row.lost else source.record.offices
    return [{"department": o.department, "bureau": o.bureau, "division": o.division} for o in offices]


def _text(row: Row, slot: str) -> str | None:
    return None if slot in row.lost else row.source(slot).want.get(slot)


def _filled_from(row: Row) -> dict[str, int]:
    """Column -> line of the text, for the columns whose text stands on another line."""
    return {_KEYS[slot]: row.source(slot).line for slot in _KEYS if slot in row.origin}


def _extra(plan: Plan, row: Row) -> dict[str, str]:
    kept = (slot for slot in plan.extras if row.printed.get(slot) and slot not in row.lost)
    return {plan.extras[slot]: row.printed[slot] for slot in kept}


def _answer(plan: Plan, page: Page, row: Row) -> Answer:
    """What a careful reader writes down for one row, with the keys of the hand-read answer."""
    item = row.record.item
    return {
        "line": row.line,
        "page": page.number,
        "part": page.part,
        "field_code": row.record.field.code,
        "field_name": row.source("field").want["field_name"],
        "item_codes": list(item.codes) if item else [],
        "item_name": row.source("item").want.get("item_name"),
        "plan_only": bool(item and item.plan),
        "departments": _departments(row),
        "project_name": _text(row, "project"),
        "overview": _text(row, "overview"),
        "kpi_text": _text(row, "kpi"),
        "filled_from": _filled_from(row),
        "extra": _extra(plan, row),
    }


def mixed_form(seed: int) -> str:
    """The form that the list of this seed has in a mix: every second one is printed, the others take turns."""
    forms = tuple(FORMS)
    return PRINTED if seed % 2 == 0 else forms[seed // 2 % len(forms)]


def generate(seed: int, form: str = PRINTED) -> DamagedList:
    """The list of this seed: of the printed form, whose print is damaged, or of one of the forms of other governments."""
    return generate_printed(seed) if form == PRINTED else generate_form(seed, form)


def generate_printed(seed: int) -> DamagedList:
    """The damaged list of this seed, of the kind of the shipped one."""
    plan = draw_plan(seed)
    pages = paginate(plan, clean_parts(plan))
    print_pages(plan, pages)
    for page in pages:
        add_dittos(plan, page)
        lay_out(plan, page)
    add_slides(plan, pages)
    drop_trailing_blanks(plan, pages)
    add_headers(plan, pages)
    add_furniture(plan, pages)
    text = _write(plan, pages)
    rows = [(page, row) for page in pages for row in page.rows]
    return DamagedList(
        seed=seed,
        government=plan.government.name,
        data=_encode(plan, text),
        text=text,
        answer=[_answer(plan, page, row) for page, row in rows],
        kinds=frozenset(plan.done),
        slid_lines=frozenset(row.line for _, row in rows if row.slid),
    )

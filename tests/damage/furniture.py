"""Lines that are no rows: titles, notes, totals, units, page numbers."""

from tests.damage.model import Page
from tests.damage.plan import Plan
from tests.damage.sentences import pick

_NOTES = (
    "※「計画」は、デジタル化推進計画に掲げる項目を示す。",
    "※予算額は当初予算額であり、複数の取組に係る額を含む。",
    "※１　再掲の事業を含む。",
    "※事業名及び事業内容は変更となる場合がある。",
    "※KPIは令和7年度末の目標値である。",
    "（注）端数処理のため合計が一致しないことがある。",
)
_TOTALS = ("合計", "合　計", "小計", "総計", "計")
_SECOND_TITLES = (
    "地域のDX等に係る令和{y}年度関連事業（取組）一覧",
    "地域社会のデジタル化に関する令和{y}年度取組一覧",
    "【別表2】地域DX関連事業一覧（令和{y}年度）",
)


def _title_cells(plan: Plan, page: Page) -> tuple[str, str]:
    """The two halves of the title of the list that the page belongs to."""
    if page.part == 2:
        return plan.government.name, _SECOND_TITLES[plan.year % 3].format(y=plan.year)
    return plan.government.plan, f"令和{plan.year}年度関連事業・取組一覧"


def _title_line(plan: Plan, page: Page) -> list[str]:
    first, second = _title_cells(plan, page)
    if not plan.asks("title_in_two_cells"):
        cells = [f"{first} {second}"]
        return cells + [""] * (page.width - 1) if plan.chance(0.5) else cells
    plan.done.add("title_in_two_cells")
    cells = [first, "", "", second]
    return cells + [""] * max(0, page.width - 4)


def _add_title(plan: Plan, page: Page, *, opens_part: bool) -> None:
    if plan.asks("no_title"):
        plan.done.add("no_title")
        return
    if not opens_part:
        if plan.asks("title_each_page"):
            plan.done.add("title_each_page")
            page.before.append(_title_line(plan, page))
        return
    page.before.append(_title_line(plan, page))
    if plan.asks("title_page_alone"):
        plan.done.add("title_page_alone")
        page.before.append([])
        if plan.asks("title_each_page"):
            page.before.append(_title_line(plan, page))


def _add_unit(plan: Plan, page: Page) -> None:
    """「（単位：千円）」 above the budget, or the date of the list."""
    if not page.header:
        return
    if plan.asks("unit_line") and "extra_column_budget" in plan.extras:
        page.before.append([""] * (page.width - 1) + ["（単位：千円）"])
        plan.done.add("unit_line")
    elif plan.asks("date_line"):
        page.before.append([""] * (page.width - 1) + [f"（令和{plan.year}年4月1日現在）"])
        plan.done.add("date_line")


def _note(plan: Plan, page: Page) -> list[str]:
    note = pick(plan.rng, _NOTES)
    return [note] + [""] * (page.width - 1) if plan.chance(0.6) else [note]


def _total(plan: Plan, page: Page, count: int) -> list[str]:
    """A total row: a word in the first cell, a sum under the budget or a count under the project."""
    cells = [""] * page.width
    cells[0] = pick(plan.rng, _TOTALS)
    if "extra_column_budget" in page.slots:
        cells[page.slots.index("extra_column_budget")] = f"{plan.rng.randint(100000, 900000):,}"
    else:
        cells[page.slots.index("project")] = f"{count}事業"
    return cells


def _page_number(plan: Plan, page: Page, pages: int) -> list[str]:
    number = page.number
    text = pick(plan.rng, (f"- {number} -", f"－{number}－", f"{number}/{pages}", f"{number} ページ"))
    return [text] if plan.chance(0.6) else ["", "", text, *[""] * (page.width - 3)]


def _add_end(plan: Plan, page: Page, pages: int, *, closes_part: bool) -> None:
    if plan.asks("total_row") and (closes_part or plan.chance(0.2)):
        page.after.append(_total(plan, page, len(page.rows)))
        plan.done.add("total_row")
    if plan.asks("note_line") and plan.chance(0.5):
        page.after.append(_note(plan, page))
        plan.done.add("note_line")
    if plan.asks("page_number") and page.blank_lines:
        page.after += ([[]] if plan.chance(0.5) else []) + [_page_number(plan, page, pages)]
        plan.done.add("page_number")


def _add_between(plan: Plan, page: Page) -> None:
    if plan.asks("note_between_rows") and len(page.rows) > 2 and plan.chance(0.5):
        page.between[plan.rng.randint(1, len(page.rows) - 1)] = _note(plan, page)
        plan.done.add("note_between_rows")


def add_furniture(plan: Plan, pages: list[Page]) -> None:
    """Put titles, units, notes, totals and page numbers around the rows."""
    for at, page in enumerate(pages):
        opens_part = at == 0 or pages[at - 1].part != page.part
        closes_part = at + 1 == len(pages) or pages[at + 1].part != page.part
        _add_title(plan, page, opens_part=opens_part)
        _add_unit(plan, page)
        _add_between(plan, page)
        _add_end(plan, page, len(pages), closes_part=closes_part)

"""Header lines of a page: spellings, letters set apart, two lines, names over the wrong column."""

from random import Random

from tests.damage.model import Page
from tests.damage.plan import SPELLINGS, Plan
from tests.damage.sentences import pick

_NATURAL_BREAKS = ("又は", "・", "（", "(")


def _names(plan: Plan) -> dict[str, str]:
    """Slot -> header of this page."""
    names = dict(plan.headers)
    if plan.asks("header_spelling_differs_by_page") and plan.chance(0.5):
        names = {slot: pick(plan.rng, words) for slot, words in SPELLINGS.items()}
        plan.done.add("header_spelling_differs_by_page")
    if names["field"] in ("政策", "政策分野"):
        names["item"] = "施策"
    return names | plan.extras


def _blank_letters(plan: Plan, name: str) -> str:
    """「事業名」 → 「事 業 名」."""
    if not 2 <= len(name) <= 4 or not plan.chance(0.7) or not all(letter > "ん" for letter in name) or " " in name:
        return name
    plan.done.add("header_letters_blanked")
    return (" " if plan.chance(0.5) else "　").join(name)


def _cells(plan: Plan, page: Page, names: dict[str, str]) -> list[str]:
    """One header cell for each column; code and title have one name between them."""
    named = {"code": names["item"], "title": "", "spare": ""}
    cells = [named.get(slot, names.get(slot, "")) for slot in page.slots]
    if page.split and plan.asks("header_over_wrong_column"):
        cells.pop(page.slots.index("title"))
        cells.append("")
        plan.done.add("header_over_wrong_column")
    return cells


def _halves(name: str) -> tuple[str, str]:
    """「事業名又は取組名」 → 「事業名又は」, 「取組名」."""
    for mark in _NATURAL_BREAKS:
        at = name.find(mark)
        if at > 0:
            at += len(mark) if mark == "又は" else 0
            return name[:at], name[at:]
    return name[:2], name[2:]


def _two_lines(rng: Random, cells: list[str]) -> list[list[str]]:
    """Some names stand on the first line, the others on the second (lines 20 and 21)."""
    middle = max(1, len(cells) // 2)
    left = [cell if at < middle else "" for at, cell in enumerate(cells)]
    right = [cell if at >= middle else "" for at, cell in enumerate(cells)]
    return [right, left] if rng.random() < 0.75 else [left, right]


def _names_over_two_lines(plan: Plan, cells: list[str]) -> list[list[str]]:
    """Long names are broken, their second half stands on the second line."""
    upper, lower = [], []
    for cell in cells:
        broken = len(cell) >= 4 and " " not in cell and "　" not in cell and plan.chance(0.6)
        first, second = _halves(cell) if broken else (cell, "")
        upper.append(first)
        lower.append(second)
    return [upper, lower] if any(lower) else [upper]


def _quoted_breaks(lines: list[list[str]]) -> list[list[str]]:
    """The same as one line, with line breaks inside quotes."""
    return [["\n".join(filter(None, pair)) for pair in zip(*lines, strict=True)]]


def header_lines(plan: Plan, page: Page) -> list[list[str]]:
    """The header of a page as lines of cells."""
    cells = _cells(plan, page, _names(plan))
    if plan.asks("header_letters_blanked"):
        cells = [_blank_letters(plan, cell) for cell in cells]
    if plan.asks("header_two_lines") and plan.chance(0.7):
        plan.done.add("header_two_lines")
        return _two_lines(plan.rng, cells)
    if plan.asks("header_name_over_two_lines") and plan.chance(0.7):
        lines = _names_over_two_lines(plan, cells)
        plan.done |= {"header_name_over_two_lines"} if len(lines) > 1 else set()
        return _quoted_breaks(lines) if page.joiner == "\n" and len(lines) > 1 else lines
    return [cells]


def add_headers(plan: Plan, pages: list[Page]) -> None:
    """Give each page its header; a page that continues without one keeps none."""
    for page in pages:
        if page.header:
            page.header = header_lines(plan, page)
    plan.done |= {"header_other_spelling"} & plan.asked
    plan.done |= {"header_other_order"} & plan.asked
    plan.done |= set(plan.extras)

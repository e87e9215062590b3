"""Codes as they are printed: full-width, with a blank inside, several in one cell."""

from tests.damage.model import Item
from tests.damage.plan import Plan

_FULL = str.maketrans("0123456789()-", "０１２３４５６７８９（）－")
_FULL_BRACKETS = str.maketrans("()", "（）")
_ROMAN = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ", "VI": "Ⅵ", "VII": "Ⅶ", "VIII": "Ⅷ"}


def _with_blank(code: str) -> str:
    """「3(1)ア」 → 「3(1) ア」, 「3(1)」 → 「3 (1)」."""
    if code[-1] in "アイウエオカキクケコ":
        return f"{code[:-1]} {code[-1]}"
    return code.replace("(", " (") if code[0].isdigit() and "-" not in code else code


def print_code(plan: Plan, code: str) -> str:
    """One code as it comes out of print."""
    text = _ROMAN.get(code, code)
    if plan.asks("blank_inside_code") and plan.chance(0.6) and _with_blank(text) != text:
        plan.done.add("blank_inside_code")
        text = _with_blank(text)
    if plan.asks("full_width_codes") and plan.chance(0.7):
        wide = text.translate(_FULL if plan.chance(0.6) else _FULL_BRACKETS)
        if wide != text:
            plan.done.add("full_width_codes")
        text = wide
    return text


def _short_codes(codes: tuple[str, ...]) -> list[str]:
    """「3(1)ア, 3(1)イ」 → 「3(1)ア, イ」 where all share what stands before the letter."""
    stems = {code[:-1] for code in codes}
    if len(stems) > 1 or not codes[0][-1] > "ァ":
        return list(codes)
    return [codes[0], *(code[-1] for code in codes[1:])]


def print_item_code(plan: Plan, item: Item) -> str:
    """What stands in the code cell of an item: a code, several, 計画, or nothing."""
    if item.plan:
        plan.done.add("plan_with_title" if item.title else "plan_without_title")
        return "計画"
    if not item.codes:
        if plan.government.item_style != "none":
            plan.done.add("item_without_code")
        return ""
    if len(item.codes) == 1:
        return print_code(plan, item.codes[0])
    plan.done.add("several_item_codes")
    codes = _short_codes(item.codes) if plan.chance(0.5) else list(item.codes)
    return " ".join(print_code(plan, code) if len(code) > 1 else code for code in codes)

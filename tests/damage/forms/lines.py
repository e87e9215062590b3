"""Lists whose records are not one row each: continued lines, rows cut by a page end, sections, offices in brackets."""

from collections.abc import Iterator

from dxlist.model.roles import Role
from tests.damage.forms import groups, phrases
from tests.damage.forms.filling import fill_office, fill_row
from tests.damage.forms.merging import fill, merge_levels, number_lines
from tests.damage.forms.table import Draft, Line
from tests.damage.sentences import pick


def continuation(draft: Draft) -> None:
    """One project on several lines: a second division, a second indicator, or a sentence that a page end cut."""
    groups.add_levels(draft, draft.rng.choice((1, 1, 2)))
    groups.add_project(draft)
    groups.add_overview(draft)
    groups.add_offices(draft, 1)
    groups.add_kpi_text(draft) if draft.chance(0.5) else groups.add_value_columns(draft, "kpi", ())
    if draft.chance(0.4):
        groups.add_evaluation(draft)
    fill(draft, rows=(2, 2, 3))
    merge_levels(draft)
    kind = draft.rng.choice(("office", "indicator", "cut"))
    if kind == "cut":
        _cut_rows(draft)
        return
    draft.lines = [line for first in draft.lines for line in _several(draft, first, kind)]


def _several(draft: Draft, first: Line, kind: str) -> Iterator[Line]:
    """Yield a row and at times the lines that continue it."""
    yield first
    if not draft.chance(0.35) or first.values["office"] == "":
        return
    values = dict(first.values)
    theme = draft.themes[0]
    fresh: dict[str, str] = {key: values[key] for key in ("level1", "level2") if key in values}
    other = pick(draft.rng, tuple(o for o in draft.government.offices if o.department != first.values["office"]))
    fill_row(draft, theme, fresh, other)
    keys = {column.key for column in draft.of_kind("indicator")}
    blank = {key for key in values if key.startswith("level")} | {"project", "overview"}
    if kind == "indicator":
        if not any(fresh[key] for key in keys):
            return
        values |= {key: fresh[key] for key in keys}
        blank |= {"office"}
        draft.done.add("second_indicator_on_its_own_line")
    else:
        fill_office(draft, values, other)
        blank |= keys
        draft.done.add("second_division_on_its_own_line")
    free = {"overview", "extra"} | ({"departments"} if kind == "indicator" else {"kpi_text", "indicators", "targets"})
    yield Line(values, blank=blank, titles=dict(first.titles), free=frozenset(free))


def _cut_rows(draft: Draft) -> None:
    """Break the list into pages inside a row: the rest of its sentences stands at the head of the next page."""
    lines: list[Line] = []
    since = 0
    for line in draft.lines:
        lines.append(line)
        since += 1
        text = line.values["overview"]
        if since < 5 or len(text) < 24 or "\n" in text or not draft.chance(0.5):
            continue
        at = draft.rng.randint(8, len(text) - 8)
        while at < len(text) - 4 and not (
            text[at] > "ぁ" and text[at - 1] > "ぁ" and text[at] not in "、。」）" and text[at - 1] not in "、。「（"
        ):
            at += 1
        line.printed["overview"] = text[:at]
        lines.append(Line({"overview": text[at:]}, rest_of=line, record=False, new_page=True))
        draft.done.add("row_cut_by_page_end")
        since = 0
    draft.lines = lines


def sections(draft: Draft) -> None:
    """The levels stand on lines of their own between the rows, or the office in the cell of the project."""
    bracketed = draft.chance(0.4)
    if bracketed:
        mark = pick(draft.rng, ("【担当課】", "【所管課】", "（担当課）"))
        draft.add("project", Role("project"), f"{pick(draft.rng, ('事業名', '取組名', '事務事業名'))}{mark}")
    else:
        groups.add_project(draft)
        groups.add_offices(draft, draft.rng.choice((1, 2)))
    groups.add_overview(draft)
    groups.add_kpi_text(draft)
    if draft.chance(0.4):
        groups.add_money(draft)
    if draft.chance(0.3):
        groups.add_number(draft)
    fill(draft)
    number_lines(draft)
    if bracketed:
        _bracket_offices(draft)
        return
    kept = iter(list(draft.lines))
    draft.lines = []
    names = draft.rng.sample(phrases.NOUN_LEVELS, 4)
    word = pick(draft.rng, ("基本目標", "施策の柱", "重点分野", "政策"))
    for at, name in enumerate(names, 1):
        text = f"{word}{at}　{name}"
        own = [line for _, line in zip(range(draft.rng.randint(2, 4)), kept, strict=False)]
        draft.lines += [Line({}, record=False, alone=text), *own] if own else []
        for line in own:
            line.sections = (text,)
    draft.done.add("section_lines")


def _bracket_offices(draft: Draft) -> None:
    opening, closing = ("【", "】") if "【" in next(draft.of_kind("project")).header else ("（", "）")
    for line in draft.lines:
        office = pick(draft.rng, draft.government.offices)
        line.values["office"] = office.division or office.department
        line.printed["project"] = f"{line.values['project']}{opening}{line.values['office']}{closing}"
    draft.done.add("department_in_project_cell")

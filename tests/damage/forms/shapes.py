"""The forms: which columns a list has, which rows, and what of them is printed."""

from collections.abc import Callable, Iterator

from dxlist.model.roles import Role, RolePart
from tests.damage.forms import groups, phrases, words
from tests.damage.forms.filling import Branch, fill_row
from tests.damage.forms.lines import continuation, sections
from tests.damage.forms.merging import (
    blank_offices,
    fill,
    lose_a_level,
    merge_levels,
    number_lines,
    print_in_the_middle,
    settle_offices,
)
from tests.damage.forms.table import Draft, Line
from tests.damage.sentences import pick


def rectangle(draft: Draft) -> None:
    """A table of cells, each below its header, whatever it looks like; 3 to 40 columns."""
    coded = draft.chance(0.35)
    depth = draft.rng.choice((0, 0, 1, 1, 2, 3))
    size = draft.rng.choice(("small", "middle", "middle", "large"))
    if draft.chance(0.5):
        draft.done.add("office_without_suffix")
    office_first = draft.chance(0.25)
    offices = draft.rng.choice((1, 1, 1, 2, 2, 3))
    if office_first:
        _add_office(draft, offices, coded=coded)
    if depth:
        groups.add_levels(draft, depth, coded=coded)
    if not office_first and draft.chance(0.5):
        _add_office(draft, offices, coded=coded)
    groups.add_project(draft, coded=draft.chance(0.3))
    if not any(draft.of_kind("department")):
        _add_office(draft, offices, coded=coded)
    _add_body(draft, size)
    if draft.chance(0.45):
        groups.add_number(draft)
    draft.done |= {"rectangle", "levels_repeated"} if depth else {"rectangle"}
    fill(draft)
    number_lines(draft)
    if draft.chance(0.3) and any(draft.of_kind("department")):
        blank_offices(draft)
    if draft.chance(0.3):
        _repeat_neighbours(draft)


def _add_office(draft: Draft, units: int, *, coded: bool) -> None:
    if draft.chance(0.15):
        groups.add_ministry(draft)
    elif draft.chance(0.12):
        groups.add_section(draft)
    elif coded and units == 1:
        draft.add("office_code", Role("code"), "所属コード" if draft.chance(0.5) else "所属")
        draft.add("office", Role("department"), "所属名")
        draft.done.add("code_name_pair")
    else:
        groups.add_offices(draft, units)


def _add_body(draft: Draft, size: str) -> None:
    """Add what stands behind the project."""
    if size == "small":
        draft.rng.choice((groups.add_overview, groups.add_money, groups.add_kpi_text, groups.add_note))(draft)
        return
    if draft.chance(0.5):
        groups.add_texts(draft, draft.rng.randint(1, 2))
    if draft.chance(0.8):
        groups.add_overview(draft)
    if draft.chance(0.75):
        groups.add_kpi_text(draft)
    if draft.chance(0.6):
        groups.add_money(draft)
    if draft.chance(0.3):
        groups.add_evaluation(draft)
    groups.add_further(draft, draft.rng.randint(0, 3) if size == "middle" else draft.rng.randint(4, 18))
    if draft.chance(0.3):
        groups.add_note(draft)


def _repeat_neighbours(draft: Draft) -> None:
    """Equal texts beside each other in one row: the project is called as the level, as the overview."""
    targets = [
        column.key for column in draft.columns if column.role.kind in ("project", "overview") and not column.role.part
    ]
    levels = [column.key for column in draft.of_kind("level") if not column.role.part]
    pair = [*levels[-1:], *targets][:2]
    if len(pair) < 2:
        return
    for line in draft.lines:
        if draft.chance(0.3):
            line.values[pair[1]] = line.values[pair[0]]
            draft.done.add("equal_neighbours")


def hierarchy(draft: Draft) -> None:
    """Levels merged each on its own, a lower one ending where an upper one begins; offices merged, printed or blank."""
    groups.add_levels(draft, draft.rng.choice((1, 2, 2, 3, 3, 4)), coded=draft.chance(0.1))
    before = draft.chance(0.6)
    if before:
        groups.add_offices(draft, draft.rng.choice((1, 1, 1, 2)))
    groups.add_project(draft)
    if draft.chance(0.7):
        groups.add_overview(draft)
    if not before:
        groups.add_offices(draft, draft.rng.choice((1, 1, 2)))
    for add, share in (
        (groups.add_kpi_text, 0.7),
        (groups.add_money, 0.5),
        (groups.add_schedule, 0.25),
        (groups.add_note, 0.3),
    ):
        if draft.chance(share):
            add(draft)
    if draft.chance(0.25):
        groups.add_number(draft)
    fill(draft, rows=(1, 2, 2, 3, 4), ragged=draft.chance(0.3))
    number_lines(draft)
    if draft.chance(0.12):
        draft.done.add("levels_repeated")
        return
    merge_levels(draft)
    if draft.chance(0.12):
        print_in_the_middle(draft)
        return
    if draft.chance(0.6):
        lose_a_level(draft)
    settle_offices(draft, before=before)


def budget(draft: Draft) -> None:
    """款, 項, 目, 節 with an amount a year; each upper row is a subtotal, or every row has all levels."""
    names = pick(draft.rng, words.BUDGET_LEVELS)
    for at, name in enumerate(names, 1):
        draft.add(f"level{at}", Role("level", depth=at), name)
    if draft.chance(0.4):
        draft.add("overview", Role("overview"), pick(draft.rng, ("説明", "説　明", "内容")))
    _add_budget_money(draft)
    draft.done.add("budget_levels")
    subtotals = draft.chance(0.7)
    for place in _funds(draft, [f"level{at}" for at in range(1, len(names) + 1)], subtotals=subtotals):
        values = dict(place.values)
        fill_row(draft, draft.themes[0], values, draft.government.offices[0])
        values |= {one.key: phrases.money(draft.rng) for one in draft.of_kind("money") if not values[one.key]}
        if "overview" in values:
            values["overview"] = pick(
                draft.rng, ("職員の給与に要する経費", "調定見込額 408000*98.9%", "維持管理に要する経費", "")
            )
        draft.lines.append(Line(values, titles=dict(place.titles)))
    if subtotals:
        draft.done |= {"budget_subtotals", "levels_part_filled"}
        for line in draft.lines:
            line.blank |= set(list(line.titles)[:-1])
    elif draft.chance(0.5):
        merge_levels(draft)
    else:
        draft.done.add("levels_repeated")


def _add_budget_money(draft: Draft) -> None:
    """An amount a year, or this year's, last year's and their difference."""
    years = draft.rng.choice((1, 2, 2, 3))
    if years == 1:
        groups.add_money(draft)
    elif draft.chance(0.3):
        for at, name in enumerate(("本年度予算額", "前年度予算額", "比較")):
            draft.add(f"money{at}", Role("money"), name)
    else:
        style = draft.rng.getrandbits(32)
        for year in range(draft.year, draft.year + years):
            text = phrases.header_year(type(draft.rng)(style), year)
            draft.add(f"money{year}", Role("money", fiscal_year=year), text if draft.chance(0.7) else f"{text}予算額")


def _funds(draft: Draft, keys: list[str], *, subtotals: bool) -> Iterator[Branch]:
    """Yield the rows of a budget: each level's own row before its lower ones, or the deepest ones alone."""
    chosen = sorted(draft.rng.sample(range(len(phrases.FUNDS)), 4))
    for number in chosen:
        fund = tuple(phrases.FUNDS)[number]
        yield from _below(draft, Branch().child(keys[0], fund, fund), fund, keys, subtotals=subtotals)


def _below(draft: Draft, branch: Branch, name: str, keys: list[str], *, subtotals: bool) -> Iterator[Branch]:
    depth = len(branch.titles)
    if depth == len(keys):
        yield branch
        return
    if subtotals:
        yield branch
    first = next(iter(branch.titles.values()))
    lower = (
        tuple(phrases.FUNDS[first]),
        phrases.FUNDS[first].get(name, ()),
        tuple(draft.rng.sample(phrases.ARTICLES, 2)),
    )[depth - 1]
    for title in lower[:3]:
        yield from _below(draft, branch.child(keys[depth], title, title), title, keys, subtotals=subtotals)


def strategy(draft: Draft) -> None:
    """A list without projects: measures and their indicators, with unit, baseline and targets."""
    groups.add_levels(draft, draft.rng.choice((1, 2, 2, 3)))
    if draft.chance(0.4):
        groups.add_offices(draft, 1)
    kind = draft.rng.choice(("flat", "flat", "tree", "years"))
    if kind == "years":
        name = pick(draft.rng, words.KPI_NAME)
        draft.add("kpi.name", Role("indicator", "name", indicator=groups.indicator_kind(name)), name, group="kpi")
        draft.add("kpi.unit", Role("indicator", "unit"), "単位", group="kpi")
        groups.add_values_by_year(draft, "kpi", ())
    else:
        groups.add_value_columns(draft, "kpi", (pick(draft.rng, words.KPI_TEXT),) if kind == "tree" else ())
    if draft.chance(0.3):
        groups.add_evaluation(draft)
    if draft.chance(0.3):
        groups.add_note(draft)
    if draft.chance(0.35):
        groups.add_number(draft)
    draft.done.add("no_project_column")
    fill(draft, rows=(1, 1, 2, 3))
    number_lines(draft)
    _always_an_indicator(draft)
    if draft.chance(0.6):
        merge_levels(draft)
        settle_offices(draft, before=True)
    else:
        draft.done.add("levels_repeated")


def _always_an_indicator(draft: Draft) -> None:
    """Without a project a row is its indicator: where it has none, it is no row."""
    names = [column.key for column in draft.of_kind("indicator") if column.role.part in ("", "name")]
    draft.lines = [line for line in draft.lines if any(line.values.get(key) for key in names)]


def plan(draft: Draft) -> None:
    """実施計画: a header of two or three rows, years below 目標, 実績, 予算額, 年次計画."""
    groups.add_levels(draft, draft.rng.choice((1, 2, 2, 3)))
    if draft.chance(0.6):
        groups.add_offices(draft, draft.rng.choice((1, 1, 2)))
    groups.add_project(draft)
    if draft.chance(0.6):
        groups.add_overview(draft)
    _add_indicator_tree(draft)
    for add, share in (
        (groups.add_schedule, 0.3),
        (groups.add_money_by_year, 0.3),
        (groups.add_money_by_year_and_source, 0.15),
        (groups.add_funds, 0.15),
        (groups.add_judgements, 0.2),
        (groups.add_note, 0.3),
    ):
        if draft.chance(share):
            add(draft)
    if draft.chance(0.3):
        groups.add_number(draft)
    fill(draft)
    number_lines(draft)
    if draft.chance(0.6):
        merge_levels(draft)
        settle_offices(draft, before=True)
    else:
        draft.done.add("levels_repeated")


def _add_indicator_tree(draft: Draft) -> None:
    kind = draft.rng.choice(("parts", "parts", "pair", "years", "deep", "flat", "none"))
    if kind == "parts":
        groups.add_value_columns(draft, "kpi", (pick(draft.rng, words.KPI_TEXT),))
    elif kind == "pair":
        for at, name in enumerate(pick(draft.rng, words.PAIRS[:3])):
            groups.add_value_columns(draft, f"kpi{at}", (name,))
        draft.done.add("two_kinds_of_indicator")
    elif kind == "years":
        name = pick(draft.rng, words.KPI_NAME)
        draft.add("kpi.name", Role("indicator", "name", indicator=groups.indicator_kind(name)), name, group="kpi")
        groups.add_values_by_year(draft, "kpi", ())
    elif kind == "deep":
        top = ("指標",) if draft.chance(0.7) else ()
        for at, name in enumerate(("活動指標", "成果指標")):
            above = (*top, name, pick(draft.rng, ("指標名", "名称")))
            which = groups.indicator_kind(name)
            draft.add(f"kpi{at}.name", Role("indicator", "name", indicator=which), *above, group=f"kpi{at}")
            draft.add(f"kpi{at}.unit", Role("indicator", "unit", indicator=which), *top, name, "単位", group=f"kpi{at}")
            groups.add_values_by_year(draft, f"kpi{at}", (*top, name), kind=which)
        draft.done.add("two_kinds_of_indicator")
    elif kind == "flat":
        groups.add_kpi_text(draft)


def evaluation(draft: Draft) -> None:
    """事務事業評価: 30 to 200 columns, indicators ア イ ウ with unit, groups of years of cost and values, judgements."""
    groups.add_levels(draft, draft.rng.choice((2, 3)), coded=draft.chance(0.4))
    groups.add_offices(draft, draft.rng.choice((1, 1, 3)))
    groups.add_project(draft, coded=draft.chance(0.5))
    groups.add_overview(draft)
    groups.add_texts(draft, 3)
    marks = draft.rng.choice(("アイウ", "アイ", "①②③", "12"))
    kinds = ("活動指標", "成果指標") if draft.chance(0.5) else ("活動指標", "対象指標", "成果指標")
    _add_named_indicators(draft, kinds, marks)
    for year in range(draft.year, draft.year + draft.rng.randint(2, 5)):
        _add_year(draft, year, kinds, marks)
    groups.add_judgements(draft)
    groups.add_further(draft, draft.rng.randint(2, 12))
    if draft.chance(0.4):
        groups.add_number(draft)
    draft.done |= {"numbered_indicators", "two_kinds_of_indicator", "levels_repeated"}
    fill(draft, rows=(1, 1, 2), limit=14)
    number_lines(draft)


_NAMED: tuple[tuple[RolePart, str], ...] = (("name", "名称"), ("unit", "単位"))


def _add_named_indicators(draft: Draft, kinds: tuple[str, ...], marks: str) -> None:
    for kind in kinds:
        which = groups.indicator_kind(kind)
        for mark in marks:
            for part, name in _NAMED:
                role = Role("indicator", part, indicator=which, number=mark)
                draft.add(f"{kind}{mark}.{part}", role, f"{kind}{mark}", name, group=kind + mark)


def _add_year(draft: Draft, year: int, kinds: tuple[str, ...], marks: str) -> None:
    """One group of a year: its cost by source, then the value of each indicator."""
    past = year < draft.year + 2
    text = f"{phrases.header_year(draft.rng, year)}{'実績' if past else '目標'}"
    for at, fund in enumerate(("国庫支出金", "一般財源", "人件費", "事業費計")):
        draft.add(f"cost{year}.{at}", Role("money", fiscal_year=year), text, fund)
    for kind in kinds:
        which = groups.indicator_kind(kind)
        for mark in marks:
            role = Role("indicator", "actual" if past else "target", indicator=which, number=mark, fiscal_year=year)
            draft.add(f"{kind}{mark}.{year}", role, text, f"{kind}{mark}", group=kind + mark)
    draft.done.add("year_groups")


FORMS: dict[str, Callable[[Draft], None]] = {
    "rectangle": rectangle,
    "hierarchy": hierarchy,
    "budget": budget,
    "strategy": strategy,
    "plan": plan,
    "evaluation": evaluation,
    "continuation": continuation,
    "sections": sections,
}

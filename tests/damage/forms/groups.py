"""Groups of columns that belong together: levels, offices, indicators with their values, money by year, judgements."""

from dxlist.model.roles import IndicatorKind, Role, RolePart
from tests.damage.forms import phrases, words
from tests.damage.forms.table import Col, Draft
from tests.damage.sentences import pick

_KINDS: dict[str, IndicatorKind] = {
    "活動": "activity",
    "アウトプット": "activity",
    "成果": "outcome",
    "アウトカム": "outcome",
    "対象指標": "object",
}
_OFFICE_PARTS: tuple[RolePart, ...] = ("department", "division", "section")


def indicator_kind(header: str) -> IndicatorKind | None:
    """Return which kind of indicator a header speaks of.

    >>> indicator_kind("活動指標名"), indicator_kind("KPI")
    ('activity', None)
    """
    return next((kind for word, kind in _KINDS.items() if word in header), None)


def add_levels(draft: Draft, depth: int, *, coded: bool = False) -> None:
    """Add the levels of the plan; at times each with a column for its code."""
    unseen = draft.is_unseen()
    names = pick(draft.rng, (words.UNSEEN_LEVELS if unseen else words.LEVELS)[depth])
    for at, name in enumerate(names, 1):
        if coded:
            code = pick(draft.rng, ("番号", "コード", "No.")) if at > 1 else "番号"
            draft.add(f"code{at}", Role("level", "code", at), name.removesuffix("名") + code)
        draft.add(f"level{at}", Role("level", depth=at), name)
    draft.done |= {"level_codes_in_columns"} if coded else set()


def add_offices(draft: Draft, units: int) -> None:
    """Add the columns of the responsible office: one column, or one for each unit."""
    if units == 1:
        name = words.word(draft.rng, words.ONE_OFFICE, words.UNSEEN_OFFICE, is_unseen=draft.is_unseen())
        draft.add("office", Role("department"), name)
        return
    draft.done.add("department_columns")
    if units == 2:
        names = pick(draft.rng, words.UNSEEN_OFFICES_2 if draft.is_unseen() else words.OFFICES_2)
    else:
        names = pick(draft.rng, words.OFFICES_3)
        draft.done.add("section_column")
    for name, part in zip(names, _OFFICE_PARTS, strict=False):
        draft.add(part, Role("department", part), name)


def add_ministry(draft: Draft) -> None:
    """Add 府省庁 | 局・庁."""
    draft.done.add("ministry_columns")
    parts: tuple[RolePart, ...] = ("department", "bureau")
    for name, part in zip(pick(draft.rng, words.MINISTRIES), parts, strict=True):
        draft.add(part, Role("department", part), name)


def add_section(draft: Draft) -> None:
    """Add 担当課 | 担当係."""
    draft.done |= {"department_columns", "section_column"}
    office, section = pick(draft.rng, words.DIVISION_AND_SECTION)
    draft.add("office", Role("department"), office)
    draft.add("section", Role("department", "section"), section)


def add_project(draft: Draft, *, coded: bool = False) -> None:
    """Add the column of the project, at times behind one of its code."""
    if coded:
        draft.add("project_code", Role("project", "code"), pick(draft.rng, words.PROJECT_CODES))
        draft.done.add("project_code")
    name = words.word(draft.rng, words.PROJECT, words.UNSEEN_PROJECT, is_unseen=draft.is_unseen())
    draft.add("project", Role("project"), name)


def add_overview(draft: Draft) -> None:
    """Add the column that says what is done."""
    name = words.word(draft.rng, words.OVERVIEW, words.UNSEEN_OVERVIEW, is_unseen=draft.is_unseen())
    draft.add("overview", Role("overview"), name)


def add_texts(draft: Draft, count: int) -> None:
    """Add 目的, 対象, 課題: texts that are neither overview nor indicator."""
    names = draft.rng.sample(words.UNSEEN_TEXTS if draft.is_unseen(0.06) else words.TEXTS, count)
    taken = {column.header for column in draft.columns}
    for at, name in enumerate(name for name in names if name not in taken):
        draft.add(f"text{at}", Role("text"), name)
        draft.done.add("purpose_column")


def add_kpi_text(draft: Draft) -> None:
    """Add one column that says all of an indicator, or two or three of them side by side."""
    chance = draft.rng.random()
    if chance < 0.5:
        name = words.word(draft.rng, words.KPI_TEXT, words.UNSEEN_KPI_TEXT, is_unseen=draft.is_unseen())
        draft.add("kpi", Role("indicator", indicator=indicator_kind(name)), name, group="kpi")
        return
    pair = chance < 0.75
    names = pick(draft.rng, words.PAIRS if pair else words.NUMBERED)
    draft.done.add("two_kinds_of_indicator" if pair else "numbered_indicators")
    for at, name in enumerate(names):
        number = None if pair else name[-1]
        draft.add(f"kpi{at}", Role("indicator", indicator=indicator_kind(name), number=number), name, group=f"kpi{at}")


def year_in(draft: Draft, word: str, year: int) -> str:
    """Return the name of a value column with its year in it: 「目標値（R8）」, 「令和8年度目標」."""
    text = phrases.header_year(draft.rng, year)
    if draft.chance(0.5):
        return f"{word}（{text}）"
    if text.isdigit():
        return f"{word}({text})"
    is_short = word in ("目標値", "実績値") and draft.chance(0.5)
    return text + (word.removesuffix("値") if is_short else word)


def add_value_columns(draft: Draft, group: str, above: tuple[str, ...], *, named: bool = True) -> None:
    """Add 指標名 | 単位 | 現状値 | 目標値, each below `above`; the years stand in the headers or nowhere."""
    rng, kind = draft.rng, indicator_kind("".join(above))
    if named:
        seen = words.NAME_PART if above else words.KPI_NAME
        name = words.word(rng, seen, words.UNSEEN_KPI_NAME, is_unseen=draft.is_unseen())
        kind = kind or indicator_kind(name)
        draft.add(f"{group}.name", Role("indicator", "name", indicator=kind), *above, name, group=group)
    if draft.chance(0.7):
        draft.add(
            f"{group}.unit", Role("indicator", "unit", indicator=kind), *above, pick(rng, words.UNIT_PART), group=group
        )
    years = draft.chance(0.7)
    parts: list[tuple[RolePart, str, int]] = []
    if draft.chance(0.75):
        name = words.word(rng, words.BASELINE, words.UNSEEN_BASELINE, is_unseen=draft.is_unseen(0.08))
        parts.append(("baseline", name, draft.year - 1))
    if draft.chance(0.35):
        parts.append(("actual", pick(rng, words.ACTUAL), draft.year))
    name = words.word(rng, words.TARGET, words.UNSEEN_TARGET, is_unseen=draft.is_unseen(0.08))
    parts.append(("target", name, draft.year + 4))
    for part, name, year in parts:
        role = Role("indicator", part, indicator=kind, fiscal_year=year if years else None)
        header = year_in(draft, name, year) if years else name
        draft.add(f"{group}.{part}", role, *above, header, group=group)
    draft.done |= {"value_columns"} | ({"year_in_value_header"} if years else set())


def add_values_by_year(draft: Draft, group: str, above: tuple[str, ...], *, kind: IndicatorKind | None = None) -> None:
    """Add 目標 and 実績, each over a year a column."""
    rng = draft.rng
    wanted: tuple[tuple[RolePart, str], ...] = (
        ("target", pick(rng, ("目標", "目標値", "年次目標"))),
        ("actual", pick(rng, ("実績", "実績値"))),
    )
    first, count = draft.year, rng.randint(2, 4)
    style = rng.getrandbits(32)
    for part, name in wanted[:1] if draft.chance(0.3) else wanted:
        for year in range(first, first + count):
            role = Role("indicator", part, indicator=kind, fiscal_year=year)
            text = phrases.header_year(type(rng)(style), year)
            draft.add(f"{group}.{part}{year}", role, *above, name, text, group=group)
    draft.done.add("years_below_target_and_actual")


def add_money(draft: Draft) -> None:
    """Add one column of money, its year in the header or not."""
    name = words.word(draft.rng, words.MONEY, words.UNSEEN_MONEY, is_unseen=draft.is_unseen())
    year = None
    if draft.chance(0.4):
        year = draft.year
        name = phrases.header_year(draft.rng, year) + name if draft.chance(0.6) else name
    draft.add("money", Role("money", fiscal_year=year), name)


def add_money_by_year(draft: Draft, *, wide: bool = False) -> None:
    """Add a group of money: a year a column, or a source of funds a column."""
    name, style = pick(draft.rng, words.MONEY_GROUPS), draft.rng.getrandbits(32)
    names = pick(draft.rng, words.SOURCES_OF_FUNDS)
    for year in range(draft.year, draft.year + draft.rng.randint(2, 4)):
        text = phrases.header_year(type(draft.rng)(style), year)
        if not wide:
            draft.add(f"money{year}", Role("money", fiscal_year=year), name, text)
            continue
        for at, fund in enumerate(names):
            draft.add(f"money{year}.{at}", Role("money", fiscal_year=year), name, text, fund)
    draft.done.add("money_by_year_and_source" if wide else "money_by_year")


def add_money_by_year_and_source(draft: Draft) -> None:
    """Add a group of money: a year over its sources of funds."""
    if not any(column.key.startswith("money2") for column in draft.columns):
        add_money_by_year(draft, wide=True)


def add_funds(draft: Draft) -> None:
    """Add 財源内訳 over the sources of funds."""
    for at, fund in enumerate(pick(draft.rng, words.SOURCES_OF_FUNDS)):
        draft.add(f"fund{at}", Role("money"), "財源内訳", fund)
    draft.done.add("money_by_source")


def add_schedule(draft: Draft) -> None:
    """Add 年次計画 over a year a column."""
    name, style = pick(draft.rng, words.SCHEDULE_GROUPS), draft.rng.getrandbits(32)
    for year in range(draft.year, draft.year + draft.rng.randint(3, 5)):
        text = phrases.header_year(type(draft.rng)(style), year)
        draft.add(f"step{year}", Role("schedule", fiscal_year=year), name, text)
    draft.done.add("schedule_by_year")


def add_judgements(draft: Draft) -> None:
    """Add 評価 over 必要性, 有効性, 効率性."""
    name = pick(draft.rng, ("評価", "事業評価", "一次評価"))
    for at, word in enumerate(draft.rng.sample(words.JUDGED, 3)):
        draft.add(f"judged{at}", Role("evaluation"), name, word)
    draft.done.add("judgements")


def add_evaluation(draft: Draft) -> None:
    """Add one column of a judgement."""
    draft.add("evaluation", Role("evaluation"), pick(draft.rng, words.EVALUATIONS))


def add_further(draft: Draft, count: int) -> None:
    """Add columns that have no role."""
    unseen = draft.chance(0.3)
    names = draft.rng.sample(
        words.UNSEEN_FURTHER + words.FURTHER if unseen else words.FURTHER, min(count, len(words.FURTHER))
    )
    for at, name in enumerate(names):
        draft.add(f"further{at}", Role("further"), name)


def add_number(draft: Draft) -> None:
    """Put a running number before the first column; at times its header is blank."""
    if draft.chance(0.3):
        draft.columns.insert(0, _number(""))
        draft.done.add("blank_first_header")
        return
    name = words.word(draft.rng, words.NUMBERS, words.UNSEEN_NUMBERS, is_unseen=draft.is_unseen())
    draft.columns.insert(0, _number(name))
    draft.done.add("running_number")


def _number(name: str) -> Col:
    return Col("number", Role("number"), (name,))


def add_note(draft: Draft) -> None:
    """Add 備考."""
    draft.add("note", Role("note"), pick(draft.rng, words.NOTES))

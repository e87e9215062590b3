"""Rows of a draft: the levels under which they stand, and a text for each of their columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle

from tests.damage.forms import phrases
from tests.damage.forms.table import Col, Draft, Line
from tests.damage.offices import Office
from tests.damage.sentences import BREAK, pick
from tests.damage.sentences import overview as overview_text
from tests.damage.themes import Metric, Theme

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FULL = str.maketrans("0123456789-", "０１２３４５６７８９－")


@dataclass(slots=True)
class Branch:
    """One place in the plan: what the levels above its rows say, in full."""

    values: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    theme: Theme | None = None

    def child(self, key: str, text: str, title: str, code: str = "") -> "Branch":
        """Return a branch that goes one level down."""
        values = {**self.values, key: text} | ({key.replace("level", "code"): code} if code else {})
        return Branch(values, {**self.titles, key: title}, self.theme)


def _code(style: str, above: str, depth: int, number: int) -> str:
    """Return the code of a level: 「1」, 「1-2」, 「(2)」, 「②」, or none."""
    if style == "none":
        return ""
    if style == "path":
        return f"{above}-{number}" if above else str(number)
    if style == "full":
        return str(number).translate(_FULL)
    if style == "mixed":
        return (str(number), f"({number})", _CIRCLED[number - 1], f"{number}")[depth - 1]
    return str(number)


def branches(draft: Draft, *, ragged: bool = False) -> list[Branch]:
    """Return the places of a plan in order; where it is ragged some have no lower level."""
    levels = [column for column in draft.of_kind("level") if column.role.part == ""]
    coded = any(column.role.part == "code" for column in draft.of_kind("level"))
    style = "path" if coded else pick(draft.rng, ("none", "none", "path", "path", "mixed", "plain", "full"))
    if not levels:
        return [Branch(theme=theme) for theme in draft.themes]
    titles = cycle(phrases.level_titles(draft.rng, draft.themes[0]))  # a large plan needs more than there are
    sentences = iter(draft.rng.sample(phrases.SENTENCE_LEVELS, len(phrases.SENTENCE_LEVELS)))
    grown: list[tuple[str, Branch]] = [("", Branch(theme=theme)) for theme in draft.themes]
    for depth, level in enumerate(levels, 1):
        below: list[tuple[str, Branch]] = []
        for above, branch in grown:
            if ragged and depth > 1 and len(branch.titles) == depth - 1 and depth == len(levels) and draft.chance(0.25):
                draft.done.add("level_missing_below")
                below.append((above, branch))
                continue
            if len(branch.titles) < depth - 1:
                below.append((above, branch))
                continue
            start = len(below) + 1 if depth == 1 else 1
            count = 1 if depth == 1 else draft.rng.choice((1, 1, 2, 2, 3) if depth == 2 else (1, 1, 2))
            for number in range(start, start + count):
                title = _title(draft, titles, sentences, branch, depth)
                code = _code(style, above, depth, number)
                text = title if coded or not code else f"{code}{_gap(style, depth)}{title}"
                below.append((code, branch.child(level.key, text, title, code if coded else "")))
        grown = below
    return [branch for _, branch in grown]


def _gap(style: str, depth: int) -> str:
    return "" if style == "mixed" and depth == 3 else " "


def _title(draft: Draft, titles: Iterator[str], sentences: Iterator[str], branch: Branch, depth: int) -> str:
    above = list(branch.titles.values())
    if depth > 1 and above and draft.chance(0.06):
        draft.done.add("level_equals_level_above")
        return above[-1]
    if depth == 1 and draft.chance(0.2):
        sentence = next(sentences, "")
        if sentence:
            draft.done.add("level_reads_as_sentence")
            return sentence
    return next(titles)


def lines_of(draft: Draft, place: Branch, count: int) -> Iterator[Line]:
    """Yield rows that stand at one place of the plan."""
    theme = place.theme or draft.themes[0]
    offices = draft.rng.sample(draft.government.offices, min(3, len(draft.government.offices)))
    for at in range(count):
        values = dict(place.values)
        office = offices[0] if at < 2 or draft.chance(0.5) else pick(draft.rng, tuple(offices))
        fill_row(draft, theme, values, office)
        yield Line(values, titles=dict(place.titles))


def fill_row(draft: Draft, theme: Theme, values: dict[str, str], office: Office) -> None:
    """Give each column its text."""
    fill_office(draft, values, office)
    metrics: dict[str, Metric | None] = {}
    for column in draft.columns:
        if column.key in values or column.role.kind in ("level", "department"):
            continue
        if column.role.kind == "indicator":
            if column.group not in metrics:
                metrics[column.group] = None if draft.chance(0.08) else phrases.metric(draft.rng, theme)
            values[column.key] = _indicator_cell(draft, theme, column, metrics[column.group])
        else:
            values[column.key] = _cell(draft, theme, column)


def fill_office(draft: Draft, values: dict[str, str], office: Office) -> None:
    """Write an office into its one or several columns."""
    keys = [column.key for column in draft.of_kind("department")]
    if keys == ["department", "bureau"]:
        values |= {
            "department": "総合企画省",
            "bureau": pick(draft.rng, ("自治局", "通信局", "大臣官房", "地域政策局")),
        }
        return
    if "office" in keys:
        values["office"] = _one_cell(draft, office)
    else:
        values["department"] = office.department
        values["division"] = office.division or "庶務課"
    if "section" in keys:
        values["section"] = pick(draft.rng, phrases.SECTIONS)


def _one_cell(draft: Draft, office: Office) -> str:
    if "office_without_suffix" in draft.done and draft.chance(0.12):
        return pick(draft.rng, phrases.OFFICES_WITHOUT_SUFFIX)
    if "section" in [column.key for column in draft.columns]:
        return office.division or office.department
    return draft.unit_gap.join(office.units())


def _indicator_cell(draft: Draft, theme: Theme, column: Col, metric: Metric | None) -> str:
    part = column.role.part
    if metric is None:
        return ""
    if part == "":
        has_values = any(one.group == column.group and one is not column for one in draft.columns)
        return metric.name if has_values else phrases.indicator_text(draft.rng, theme)
    if part == "name":
        return metric.name
    if part == "unit":
        return metric.unit
    if part != "target" and draft.chance(0.05):
        return pick(draft.rng, phrases.NOTHING)
    unit = "" if any(one.role.part == "unit" and one.group == column.group for one in draft.columns) else metric.unit
    return phrases.value(draft.rng, metric) + (unit if draft.with_unit else "")


def _cell(draft: Draft, theme: Theme, column: Col) -> str:
    make = _CELLS.get(column.role.kind)
    return make(draft, theme, column) if make else ""


def _project_cell(draft: Draft, theme: Theme, column: Col) -> str:
    if column.role.part == "code":
        return str(draft.rng.randint(4, 99999)).zfill(4)
    return phrases.project(draft.rng, theme)


def _overview_cell(draft: Draft, theme: Theme, _column: Col) -> str:
    gap = "\n" if "quoted_line_break" in draft.done else " "
    return overview_text(draft.rng, theme).replace(BREAK, gap)


def _mostly(draft: Draft, share: float, text: str) -> str:
    """A cell that some rows leave blank."""
    return text if draft.chance(share) else ""


_CELLS: dict[str, Callable[[Draft, Theme, Col], str]] = {
    "project": _project_cell,
    "overview": _overview_cell,
    "text": lambda draft, theme, _column: phrases.sentence(draft.rng, theme),
    "code": lambda draft, _theme, _column: str(draft.rng.randint(10, 99999)),
    "money": lambda draft, _theme, _column: _mostly(draft, 0.95, phrases.money(draft.rng)),
    "schedule": lambda draft, _theme, _column: _mostly(draft, 0.85, pick(draft.rng, phrases.STEPS)),
    "evaluation": lambda draft, _theme, _column: pick(draft.rng, phrases.GRADES),
    "note": lambda draft, _theme, _column: _mostly(draft, 0.4, pick(draft.rng, phrases.REMARKS)),
    "further": lambda draft, _theme, column: _mostly(draft, 0.85, phrases.further(draft.rng, column.header)),
}
"""Kind of role -> the text of a cell."""

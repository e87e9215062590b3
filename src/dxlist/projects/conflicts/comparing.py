"""``find_conflicts``: the rows of a project of one year -> the columns in which they disagree, graded."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.project import Conflict, Reading
from dxlist.projects.conflicts.targets import REASONS, SAME_METRIC, Disagreement, compare_targets
from dxlist.projects.evidence import FAR, similarity
from dxlist.projects.names import fold_name, name_keys
from dxlist.projects.rows import grouped
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dxlist.model.project import ConflictColumn, ConflictGrade
    from dxlist.projects.light_rows import ProjectRow

GRADES: tuple[ConflictGrade, ...] = ("contradiction", "difference", "spelling")
"""Worst first."""

UNLIKE = "unlike"
"""Reason of overviews that are no two wordings of one text."""

CONFLICT_REASONS: dict[str, Bilingual] = {
    "factor_of_ten": Bilingual("目標値の桁が異なる", "target values a factor of ten apart"),
    "off_by_one": Bilingual("目標値が1だけ異なる", "target values one apart"),
    "other_values": Bilingual("目標値が異なる", "other target values"),
    "other_deadline": Bilingual("目標年度が異なる", "other target years"),
    "other_targets": Bilingual("目標の組が異なる", "another set of targets"),
    "missing": Bilingual("目標のない行がある", "targets in some rows only"),
    "wording": Bilingual("文言が異なる", "other words"),
    "unlike": Bilingual("別の面から述べている", "written of another side of it"),
    "other_departments": Bilingual("担当課が異なる", "other departments"),
    "other_title": Bilingual("同じ項目番号で項目名が異なる", "other titles of one item code"),
    "typo": Bilingual("名称が一字異なる", "a letter of the name differs"),
    "spelling": Bilingual("表記が異なる", "another spelling"),
    "width": Bilingual("全角・半角、括弧、空白が異なる", "width, brackets or blanks"),
}
"""``Conflict.reason`` -> in what the rows disagree."""


class Comparison(NamedTuple):
    """How one column of two rows of a project is compared, and what of it is shown."""

    column: ConflictColumn
    compare: Callable[[ProjectRow, ProjectRow], Disagreement | None]
    text: Callable[[ProjectRow], str | None]
    across_parts: bool = False
    """Whether rows that describe different parts of the project are compared too."""


def find_conflicts(project_id: str, initiatives: Sequence[ProjectRow]) -> Iterator[Conflict]:
    """Yield the conflicts of one project; rows of two years are never compared."""
    by_year = grouped((initiative.fiscal_year, initiative) for initiative in initiatives)
    for rows in by_year.values():
        for comparison in COMPARISONS if len(rows) > 1 else ():
            if worst := _worst(comparison, rows):
                yield Conflict(
                    project_id=project_id,
                    column=comparison.column,
                    grade=worst.grade,
                    reason=worst.reason,
                    readings=list(_readings(comparison, rows)),
                )


def sort_key(conflict: Conflict) -> tuple[int, int, str, str, int, str]:
    """Sort conflicts worst first, then by column, reason and place."""
    grade, column = GRADES.index(conflict.grade), [each.column for each in COMPARISONS].index(conflict.column)
    first = conflict.readings[0]
    return grade, column, conflict.reason, first.initiative_id, first.line, conflict.project_id


def _readings(comparison: Comparison, rows: Sequence[ProjectRow]) -> Iterator[Reading]:
    """Yield what the rows print; of a text that a row of another project prints, the first row that took it."""
    said = [(row, text) for row in rows if (text := comparison.text(row)) is not None]
    shown = {text for row, text in said if _prints(row, comparison.column)}
    for row, text in said:
        if _prints(row, comparison.column) or text not in shown:
            shown.add(text)
            yield Reading(initiative_id=row.initiative_id, line=row.line, text=text)


def _worst(comparison: Comparison, rows: Sequence[ProjectRow]) -> Disagreement | None:
    """Return the worst disagreement of any two ways in which the rows fill a column."""
    ways = dict[str, "ProjectRow"]()
    for row in rows:
        if (text := comparison.text(row)) is not None:
            ways.setdefault(text, row)
    if len(ways) <= 1:
        return None
    parts = comparison.column in _SAID_OF_PARTS and _are_parts([text for text in ways if text])
    compared = combinations(list(ways.values())[:MOST_COMPARED], 2)
    of_one = (pair for pair in compared if comparison.across_parts or not are_of_different_parts(*pair))
    found = (comparison.compare(*pair) for pair in of_one if not parts or comparison.column == "kpi_targets")
    graded = [each for each in found if each and (not parts or each.grade == "contradiction")]
    return min(graded, key=lambda each: (GRADES.index(each.grade), _how_bad(each.reason)), default=None)


def _how_bad(reason: str) -> int:
    return REASONS.index(reason) if reason in REASONS else len(REASONS)


_SAID_OF_PARTS = ("kpi_targets", "kpi_text", "overview")
MOST_WAYS = 4
MOST_COMPARED = 20
"""A project that fills a column in more ways is a budget's; these many of them are compared."""


def _are_parts(texts: Sequence[str]) -> bool:
    """Return whether rows of one project each describe another part of it, as the expenses of a budget do.

    No two of them are then about the same thing, or there are more than a project is described in.
    """
    folded = sorted({name_keys(text).respelled for text in texts})
    if len(folded) < 2:  # noqa: PLR2004 - spelling is left to differ
        return False
    return len(folded) > MOST_WAYS or all(similarity(a, b) < FAR for a, b in combinations(folded, 2))


def _prints(row: ProjectRow, column: ConflictColumn) -> bool:
    """Return whether the row prints the text itself: what a merged cell says is said once."""
    source = row.sources.get("kpi_text" if column == "kpi_targets" else column)
    return source is None or source.line == row.line


def _compare_texts(one: str | None, two: str | None) -> Disagreement | None:
    if not one or not two or one == two:
        return None
    a, b = name_keys(one), name_keys(two)
    if a.respelled == b.respelled:
        return Disagreement("spelling", "width" if a.folded == b.folded else "spelling")
    return Disagreement("difference", "wording")


def _targets(one: ProjectRow, two: ProjectRow) -> Disagreement | None:
    return compare_targets(one.kpi_targets, two.kpi_targets)


def _kpi_text(one: ProjectRow, two: ProjectRow) -> Disagreement | None:
    """Compare the words of two cells without the numbers of their targets, which are compared for themselves."""
    return _compare_texts(_without_targets(one), _without_targets(two))


def _without_targets(initiative: ProjectRow) -> str:
    text = initiative.kpi_text or ""
    own = (target for target in initiative.kpi_targets if target.header is None)
    for target in sorted(own, key=lambda target: -target.start):
        text = f"{text[: target.start]}#{text[target.end :]}"
    return text


def _overview(one: ProjectRow, two: ProjectRow) -> Disagreement | None:
    """Compare two overviews; those that have little in common look at the project from two sides."""
    found = _compare_texts(one.overview, two.overview)
    if found and found.reason == "wording" and similarity(one.overview or "", two.overview or "") < FAR:
        return Disagreement("difference", UNLIKE)
    return found


def _project_name(one: ProjectRow, two: ProjectRow) -> Disagreement | None:
    found = _compare_texts(one.project_name, two.project_name)
    if found and found.grade == "difference":
        return Disagreement("spelling", "typo")
    return found


def _departments(one: ProjectRow, two: ProjectRow) -> Disagreement | None:
    a, b = set(_units(one)), set(_units(two))
    return Disagreement("difference", "other_departments") if a and b and a != b else None


def _units(initiative: ProjectRow) -> list[str]:
    return [unit.printed for unit in initiative.departments]


def _item(one: ProjectRow, two: ProjectRow) -> Disagreement | None:
    """Compare the titles of one code; a project under several items is what lists are made of, and no conflict."""
    if not one.item_codes or _item_place(one) != _item_place(two):
        return None
    a, b = fold_name(one.item_name or ""), fold_name(two.item_name or "")
    return Disagreement("spelling", "other_title") if a and b and a != b else None


def _item_place(row: ProjectRow) -> tuple[object, ...]:
    return row.document_id, row.part, row.field_code, row.field_name, *row.item_codes


COMPARISONS: tuple[Comparison, ...] = (
    Comparison("kpi_targets", _targets, lambda row: row.kpi_text or ""),
    Comparison("kpi_text", _kpi_text, lambda row: row.kpi_text),
    Comparison("overview", _overview, lambda row: row.overview),
    Comparison("departments", _departments, lambda row: "、".join(_units(row)) or None),
    Comparison("project_name", _project_name, lambda row: row.project_name, across_parts=True),
    Comparison("item", _item, lambda row: row.item_name, across_parts=True),
)
"""The columns in which rows of a project are compared, the weightiest first."""

AMOUNT = regex(r"予算|決算|事業費|経費|金額|額$|千円|百万円|万円")
"""Headers of further columns that hold money, as budgets and 総合計画実施計画 print them."""
PART_NAME = regex(r"細々?事業|小事業|細目|内訳|明細|事業名|取組名|(?:施設|地区|工区|路線|箇所|学校|団体)名?$")
"""Headers of further columns that name a part of a project."""


def are_of_different_parts(one: ProjectRow, two: ProjectRow) -> bool:
    """Return whether two rows of a project describe different parts of it, so that they need not agree.

    A budget prints a project in as many rows as it has 細事業, each with its own money; a strategy prints it once for
    each of its indicators.  A project that is printed again below another item (再掲) should say there what it says
    here.  So two rows are of different parts where a further column names different parts or different money, and
    where both are below one item and speak of different things.
    """
    below_one_item = _item_place(one) == _item_place(two) and one.item_name == two.item_name
    return _differ_beside(one, two) or (below_one_item and _speak_of_others(one, two))


def _differ_beside(one: ProjectRow, two: ProjectRow) -> bool:
    shared = (header for header in one.extra if header in two.extra)
    telling = (header for header in shared if AMOUNT.search(fold(header)) or PART_NAME.search(fold(header)))
    return any(fold(one.extra[header]) != fold(two.extra[header]) for header in telling)


def _speak_of_others(one: ProjectRow, two: ProjectRow) -> bool:
    if one.overview and two.overview and similarity(fold(one.overview), fold(two.overview)) < FAR:
        return True
    ours, theirs = set(_metrics(one)), set(_metrics(two))
    return bool(ours and theirs) and all(similarity(a, b) < SAME_METRIC for a in ours for b in theirs)


def _metrics(row: ProjectRow) -> Iterator[str]:
    """Yield what the targets of a row measure; of a row without any, the whole text, which names an indicator alone."""
    if row.kpi_targets:
        yield from (name_keys(target.metric).respelled for target in row.kpi_targets if target.metric)
    elif row.kpi_text:
        yield name_keys(row.kpi_text).respelled

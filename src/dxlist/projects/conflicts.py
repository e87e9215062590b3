"""``find_conflicts``: the rows of a project of one year -> the columns in which they disagree, graded."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.project import Conflict, Reading
from dxlist.projects.evidence import FAR, similarity
from dxlist.projects.names import fold_name, name_keys
from dxlist.projects.portions import are_portions
from dxlist.projects.target_conflicts import REASONS, Disagreement, compare_targets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dxlist.model.initiative import Initiative
    from dxlist.model.project import ConflictColumn, Grade

GRADES: tuple[Grade, ...] = ("contradiction", "difference", "spelling")
"""Worst first."""

UNLIKE = "unlike"
"""Reason of overviews that are no two wordings of one text."""


class Comparison(NamedTuple):
    """How one column of two rows of a project is compared, and what of it is shown."""

    column: ConflictColumn
    compare: Callable[[Initiative, Initiative], Disagreement | None]
    text: Callable[[Initiative], str | None]
    within_portions: bool = False
    """Whether it holds for rows that tell of different portions of the project too."""


def find_conflicts(project_id: str, initiatives: Sequence[Initiative]) -> Iterator[Conflict]:
    """Yield the conflicts of one project; rows of two years are never compared."""
    by_year = defaultdict[int | None, list["Initiative"]](list)
    for initiative in initiatives:
        by_year[initiative.fiscal_year].append(initiative)
    for rows in by_year.values():
        for comparison in COMPARISONS if len(rows) > 1 else ():
            conflict = _conflict(project_id, comparison, rows)
            if conflict:
                yield conflict


def sort_key(conflict: Conflict) -> tuple[int, int, str, str, int, str]:
    """Sort conflicts worst first, then by column, reason and place."""
    columns = [comparison.column for comparison in COMPARISONS]
    first = conflict.readings[0]
    return (
        GRADES.index(conflict.grade),
        columns.index(conflict.column),
        conflict.reason,
        first.initiative_id,
        first.line,
        conflict.project_id,
    )


def _conflict(project_id: str, comparison: Comparison, rows: Sequence[Initiative]) -> Conflict | None:
    worst = _worst(comparison, rows)
    if worst is None:
        return None
    return Conflict(
        project_id=project_id,
        column=comparison.column,
        grade=worst.grade,
        reason=worst.reason,
        readings=list(_readings(comparison, rows)),
    )


def _readings(comparison: Comparison, rows: Sequence[Initiative]) -> Iterator[Reading]:
    """Yield what the rows print; of a text that a row of another project prints, the first row that took it."""
    said = [(row, text) for row in rows if (text := comparison.text(row)) is not None]
    shown = {text for row, text in said if _prints(row, comparison.column)}
    for row, text in said:
        if _prints(row, comparison.column) or text not in shown:
            shown.add(text)
            yield Reading(initiative_id=row.initiative_id, line=row.line, text=text)


def _worst(comparison: Comparison, rows: Sequence[Initiative]) -> Disagreement | None:
    """Return the worst disagreement of any two ways in which the rows fill a column."""
    ways = dict[str, "Initiative"]()
    for row in rows:
        if (text := comparison.text(row)) is not None:
            ways.setdefault(text, row)
    if len(ways) <= 1:
        return None
    parts = comparison.column in _SAID_OF_PARTS and _are_parts([text for text in ways if text])
    compared = combinations(list(ways.values())[:MOST_COMPARED], 2)
    of_one = (pair for pair in compared if comparison.within_portions or not are_portions(*pair))
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
    """Return whether rows of one project each tell of another part of it, as the expenses of a budget do.

    No two of them are then about the same thing, or there are more than a project is described in.
    """
    folded = sorted({name_keys(text).respelled for text in texts})
    if len(folded) < 2:  # noqa: PLR2004 - spelling is left to differ
        return False
    return len(folded) > MOST_WAYS or all(similarity(a, b) < FAR for a, b in combinations(folded, 2))


def _prints(row: Initiative, column: ConflictColumn) -> bool:
    """Return whether the row prints the text itself: what a merged cell says is said once."""
    source = row.sources.get("kpi_text" if column == "kpi_targets" else column)
    return source is None or source.line == row.line


def _compare_texts(one: str | None, two: str | None) -> Disagreement | None:
    if not one or not two:
        return None
    if one == two:
        return None
    a, b = name_keys(one), name_keys(two)
    if a.respelled == b.respelled:
        return Disagreement("spelling", "width" if a.folded == b.folded else "spelling")
    return Disagreement("difference", "wording")


def _targets(one: Initiative, two: Initiative) -> Disagreement | None:
    return compare_targets(one.kpi_targets, two.kpi_targets)


def _kpi_text(one: Initiative, two: Initiative) -> Disagreement | None:
    """Compare the words of two cells without the numbers of their targets, which are compared for themselves."""
    return _compare_texts(_without_targets(one), _without_targets(two))


def _without_targets(initiative: Initiative) -> str:
    text = initiative.kpi_text or ""
    for target in sorted(initiative.kpi_targets, key=lambda target: -target.start):
        text = f"{text[: target.start]}#{text[target.end :]}"
    return text


def _overview(one: Initiative, two: Initiative) -> Disagreement | None:
    """Compare two overviews; those that have little in common look at the project from two sides."""
    found = _compare_texts(one.overview, two.overview)
    if found and found.reason == "wording" and similarity(one.overview or "", two.overview or "") < FAR:
        return Disagreement("difference", UNLIKE)
    return found


def _project_name(one: Initiative, two: Initiative) -> Disagreement | None:
    found = _compare_texts(one.project_name, two.project_name)
    if found and found.grade == "difference":
        return Disagreement("spelling", "slip")
    return found


def _departments(one: Initiative, two: Initiative) -> Disagreement | None:
    a, b = set(_units(one)), set(_units(two))
    return Disagreement("difference", "other_departments") if a and b and a != b else None


def _units(initiative: Initiative) -> list[str]:
    return [" ".join(filter(None, (d.department, d.bureau, d.division))) for d in initiative.departments]


def _item(one: Initiative, two: Initiative) -> Disagreement | None:
    """Compare the titles of one code; a project under several items is what lists are made of, and no conflict."""
    if not one.item_codes or _item_place(one) != _item_place(two):
        return None
    a, b = fold_name(one.item_name or ""), fold_name(two.item_name or "")
    return Disagreement("spelling", "other_title") if a and b and a != b else None


def _item_place(row: Initiative) -> tuple[object, ...]:
    return row.document_id, row.part, row.field_code, row.field_name, row.item_codes


COMPARISONS: tuple[Comparison, ...] = (
    Comparison("kpi_targets", _targets, lambda row: row.kpi_text or ""),
    Comparison("kpi_text", _kpi_text, lambda row: row.kpi_text),
    Comparison("overview", _overview, lambda row: row.overview),
    Comparison("departments", _departments, lambda row: "、".join(_units(row)) or None),
    Comparison("project_name", _project_name, lambda row: row.project_name, within_portions=True),
    Comparison("item", _item, lambda row: row.item_name, within_portions=True),
)
"""The columns in which rows of a project are compared, the weightiest first."""

"""Rows of one name: when they are one project, when two, and when a name says nothing."""

from collections import defaultdict

from dxlist import find_projects
from dxlist.model.initiative import Initiative
from tests.projects.budget import make_budget
from tests.projects.rows import OTHER, OTHER_TARGET, OVERVIEW, TARGET, row

NAME = "オープンデータの推進"
ROADS = "土木部 道路管理課"


def homes(*rows: Initiative) -> list[list[int]]:
    """Return the lines of each project."""
    return [[mention.line for mention in project.mentions] for project in find_projects(rows).projects]


def test_a_budget_has_a_project_a_name_and_department() -> None:
    rows, truth = make_budget()
    found = find_projects(rows)
    by_truth = defaultdict[tuple[str, str], set[int]](set)
    for initiative, project in zip(rows, truth, strict=True):
        by_truth[project].add(initiative.line)
    assert {frozenset(m.line for m in p.mentions) for p in found.projects} == set(map(frozenset, by_truth.values()))
    assert len(found.suggested) <= 0.03 * len(rows)
    assert {(conflict.grade, conflict.column) for conflict in found.conflicts} <= {("difference", "overview")}


def test_a_row_without_a_division_joins_the_project_whose_words_it_has() -> None:
    rows = [
        row(NAME, line=1, overview=OVERVIEW, kpi=TARGET),
        row(NAME, line=2, department=ROADS, overview=OTHER, kpi=OTHER_TARGET),
        row(NAME, line=3, department=None, overview=OTHER),
    ]
    assert homes(*rows) == [[1], [2, 3]]


def test_a_row_without_a_division_and_without_words_joins_neither_of_two() -> None:
    rows = [
        row(NAME, line=1, overview=OVERVIEW),
        row(NAME, line=2, department=ROADS, overview=OTHER),
        row(NAME, line=3, department=None),
    ]
    assert homes(*rows) == [[1], [2], [3]]


def test_one_row_of_two_divisions_brings_their_rows_together() -> None:
    rows = [
        row(NAME, line=1, overview=OVERVIEW),
        row(NAME, line=2, department=ROADS, overview=OTHER),
        row(NAME, line=3, department=f"企画調整部 デジタル変革課、{ROADS}"),
    ]
    assert homes(*rows) == [[1, 2, 3]]


def test_two_projects_of_one_name_have_ids_that_the_division_tells_apart() -> None:
    rows = [row(NAME, line=1, overview=OVERVIEW), row(NAME, line=2, department=ROADS, overview=OTHER)]
    ids = [project.project_id for project in find_projects(rows).projects]
    assert len(set(ids)) == 2
    assert ids == [project.project_id for project in find_projects(rows[::-1]).projects]


def test_a_name_of_three_departments_is_not_suggested() -> None:
    departments = ("企画調整部 デジタル変革課", ROADS, "教育庁 教育総務課")
    found = find_projects(row(NAME, department=d, line=at) for at, d in enumerate(departments, 1))
    assert (len(found.projects), len(found.suggested)) == (3, 0)


def test_rows_printed_once_are_one_whatever_stands_beside_them() -> None:
    rows = [
        row("一般管理費", line=1, overview=OVERVIEW),
        row("一般管理費", line=2, department=ROADS, overview=OTHER, filled_from=1),
    ]
    (project,) = find_projects(rows).projects
    assert [mention.level for mention in project.mentions] == ["first", "merged"]

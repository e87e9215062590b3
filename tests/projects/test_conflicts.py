"""Where rows of one project disagree: which columns, how far, and what is left alone."""

import pytest

from dxlist import find_projects
from dxlist.model.initiative import Source
from dxlist.model.project import Conflict
from dxlist.projects.conflicts.comparing import COMPARISONS, CONFLICT_REASONS, GRADES
from dxlist.projects.conflicts.differences import differing_spans
from dxlist.projects.suggesting import SUGGESTION_REASONS
from tests.projects.hard_pairs import PAIRS
from tests.projects.rows import OTHER, OVERVIEW, TARGET, row

NAME = "申請・届出オンライン化事業"


def conflicts(one: dict[str, object], two: dict[str, object]) -> list[Conflict]:
    rows = [row(NAME, line=1, **one), row(NAME, line=2, **two)]  # type: ignore[arg-type]
    return find_projects(rows).conflicts


CASES = [
    # column, grade, reason, the first row, the second
    ("kpi_targets", "contradiction", "factor_of_ten", {"kpi": "利用件数について、11万件を目標とする。"}, {"kpi": "利用件数について、11,000件を目標とする。"}),
    ("kpi_targets", "contradiction", "off_by_one", {"kpi": "市町村数について、41団体（累計）を目標とする。"}, {"kpi": "市町村数について、42団体（累計）を目標とする。"}),
    ("kpi_targets", "contradiction", "other_values", {"kpi": "利用件数について、300件を目標とする。"}, {"kpi": "利用件数について、450件を目標とする。"}),
    ("kpi_targets", "contradiction", "other_deadline", {"kpi": "令和7年度までに利用件数を300件とする。"}, {"kpi": "令和8年度までに利用件数を300件とする。"}),
    ("kpi_targets", "difference", "other_targets", {"kpi": "①利用件数について、300件を目標とする。"}, {"kpi": "①利用件数について、300件を目標とする。 ②研修の受講者数について、20人を目標とする。"}),
    ("kpi_targets", "difference", "missing", {"kpi": TARGET}, {"kpi": "電子申請システムの利用を広げる。"}),
    ("kpi_text", "difference", "wording", {"kpi": "電子申請の仕組みを広く県民に周知する。"}, {"kpi": "電子申請の仕組みを広く市町村に周知する。"}),
    ("kpi_text", "spelling", "spelling", {"kpi": "行政手続の見直しに取り組む。"}, {"kpi": "行政手続きの見直しに取り組む。"}),
    ("overview", "difference", "wording", {"overview": OVERVIEW}, {"overview": OVERVIEW.replace("共同で", "単独で")}),
    ("overview", "spelling", "width", {"overview": "行政手続（県、市町村）の窓口を設ける。"}, {"overview": "行政手続(県、市町村)の窓口を設ける。"}),
    ("departments", "difference", "other_departments", {}, {"department": "企画調整部 デジタル変革課、総務部 行政経営課"}),
    ("item", "spelling", "other_title", {"title": "行政手続のオンライン化"}, {"title": "手続の電子化"}),
]  # fmt: skip


@pytest.mark.parametrize(("column", "grade", "reason", "one", "two"), CASES)
def test_what_disagrees(column: str, grade: str, reason: str, one: dict[str, object], two: dict[str, object]) -> None:
    found = {str(conflict.column): conflict for conflict in conflicts(one, two)}
    assert (found[column].grade, found[column].reason) == (grade, reason)
    assert [reading.line for reading in found[column].readings] == [1, 2]


NONE = [
    ("other items are what lists are made of", {"item": "1(1)", "title": "A"}, {"item": "2(3)", "title": "B"}),
    ("rows of two years", {"year": 2022, "kpi": TARGET}, {"year": 2023, "kpi": TARGET.replace("11", "12")}),
    ("one of them says nothing", {"overview": OVERVIEW}, {"overview": None}),
    ("overviews of two parts of a project", {"overview": OVERVIEW}, {"overview": OTHER}),
]


@pytest.mark.parametrize(("why", "one", "two"), NONE)
def test_what_is_no_conflict(why: str, one: dict[str, object], two: dict[str, object]) -> None:
    assert conflicts(one, two) == [], why


def test_a_conflict_of_texts_that_other_projects_print_still_has_its_readings() -> None:
    merged = {"overview": Source(line=9, cells=[5], raw=OVERVIEW)}
    one, two = row(NAME, line=10, overview=OVERVIEW), row(NAME, line=12, overview=OVERVIEW.replace("共同で", "単独で"))
    taken = [each.model_copy(update={"sources": merged}) for each in (one, one.model_copy(update={"line": 11}), two)]
    named = [each.model_copy(update={"initiative_id": f"a-{each.line:04d}"}) for each in taken]
    found = find_projects(named).conflicts
    assert [(c.column, [reading.line for reading in c.readings]) for c in found] == [("overview", [10, 12])]


def test_a_name_in_another_spelling_is_a_conflict_of_spelling() -> None:
    found = find_projects([row("建設DX推進事業", line=1), row("建設ＤＸ推進事業", line=2)]).conflicts
    assert [(c.column, c.grade, c.reason) for c in found] == [("project_name", "spelling", "width")]


def test_conflicts_stand_worst_first() -> None:
    grades = [
        conflict.grade
        for conflict in conflicts(
            {"kpi": TARGET}, {"kpi": TARGET.replace("11", "12"), "department": "総務部 行政経営課"}
        )
    ]
    assert grades == sorted(grades, key=GRADES.index)


def test_every_reason_is_said_in_two_languages() -> None:
    rows = [[row(p.one, line=1, **p.first), row(p.two, line=2, **p.second)] for p in PAIRS]
    assert {s.reason for pair in rows for s in find_projects(pair).suggested} <= SUGGESTION_REASONS.keys()
    assert {reason for _, _, reason, _, _ in CASES} <= CONFLICT_REASONS.keys()
    assert {comparison.column for comparison in COMPARISONS} == {
        "kpi_targets", "kpi_text", "overview", "departments", "project_name", "item"
    }  # fmt: skip


SPANS = [
    (["41団体を目標とする。", "42団体を目標とする。"], [["41"], ["42"]]),
    (["11万件を目標", "11,000件を目標"], [["11万"], ["11,000"]]),
    (["窓口を設ける。", "窓口を設ける。"], [[], []]),
    (["支援する。", "財政支援する。", "支援した。"], [["する"], ["財政"], ["した"]]),
    ([], []),
]


@pytest.mark.parametrize(("texts", "marked"), SPANS)
def test_the_part_that_differs(texts: list[str], marked: list[list[str]]) -> None:
    spans = differing_spans(texts)
    assert [[text[start:end] for start, end in own] for text, own in zip(texts, spans, strict=True)] == marked

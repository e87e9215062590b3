"""Laws that hold for any rows: nothing is lost, order does not matter, strangers change nothing, people overrule."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxlist import find_projects
from dxlist.projects import Decision, unknown_ids
from dxlist.projects.levels import DECIDED, LEVELS
from tests.projects.rows import OTHER, OVERVIEW, TARGET, row

if TYPE_CHECKING:
    import random

    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Projects

NAMES = (
    "デジタル変革（DX）推進事業（市町村DX推進トップセミナー事業）",
    "デジタル変革(DX)推進事業(市町村DX推進トップセミナー事業)",
    "デジタルトランスフォーメーション推進事業（市町村DX推進トップセミナー事業）",
    "デジタル変革（DX）推進事業（市町村DX推進トップセミナ事業）",
    "デジタル変革（DX）推進事業（市町村DX推進トッセミナー事業）",
    "デジタル変革（DX）推進事業",
    "一般管理費",
    "行政手続のオンライン化",
    "行政手続きのオンライン化",
    "行政手続のオンラインン化",
    "福島イノベ構想に基づく農業先端技術展開事業",
    "福島イノベ構想に基づく林業先端技術展開事業",
    "福島イノベ構想に基づくの業先端技術展開事業",
    None,
)
DEPARTMENTS = ("企画調整部 デジタル変革課", "総務部 行政経営課", "総務部", None)


@st.composite
def initiatives(draw: st.DrawFn) -> list[Initiative]:
    count = draw(st.integers(1, 14))
    return [
        row(
            draw(st.sampled_from(NAMES)),
            department=draw(st.sampled_from(DEPARTMENTS)),
            overview=draw(st.sampled_from((None, OVERVIEW, OTHER))),
            kpi=draw(st.sampled_from((None, TARGET))),
            year=draw(st.sampled_from((2022, 2023, None))),
            government=draw(st.sampled_from(("070009", "062014"))),
            line=line + 1,
            filled_from=draw(st.sampled_from((None, None, None, max(line, 1)))),
        )
        for line in range(count)
    ]


def clusters(found: Projects) -> set[frozenset[str]]:
    return {frozenset(mention.initiative_id for mention in project.mentions) for project in found.projects}


@given(initiatives())
def test_every_row_is_in_exactly_one_project(rows: list[Initiative]) -> None:
    found = find_projects(rows)
    mentions = [mention.initiative_id for project in found.projects for mention in project.mentions]
    assert sorted(mentions) == sorted(initiative.initiative_id for initiative in rows)
    assert len({project.project_id for project in found.projects}) == len(found.projects)
    assert all(project.fiscal_years == sorted(project.fiscal_years) for project in found.projects)


@given(initiatives())
def test_each_row_but_the_first_says_what_joined_it_to_which(rows: list[Initiative]) -> None:
    levels = {DECIDED.name, *(level.name for level in LEVELS)}
    for project in find_projects(rows).projects:
        by_id = {mention.initiative_id: mention for mention in project.mentions}
        (first,) = [mention for mention in project.mentions if mention.level == "first"]
        for mention in project.mentions:
            at, steps = mention, 0
            while at.joined_to:
                assert at.level in levels
                at, steps = by_id[at.joined_to], steps + 1
                assert steps <= len(by_id)
            assert at is first


@given(initiatives(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(rows: list[Initiative], chance: random.Random) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert find_projects(shuffled) == find_projects(rows)


@given(initiatives())
def test_an_unrelated_list_changes_no_cluster_and_no_id(rows: list[Initiative]) -> None:
    strangers = [row(name, government="131016", line=line + 1) for line, name in enumerate(NAMES)]
    alone, beside = find_projects(rows), find_projects([*strangers, *rows])
    assert [p for p in beside.projects if p.local_government_code != "131016"] == alone.projects
    assert clusters(alone) <= clusters(beside)


@given(initiatives(), st.data())
@settings(max_examples=60)
def test_people_overrule(rows: list[Initiative], data: st.DataObject) -> None:
    ids = sorted(initiative.initiative_id for initiative in rows if initiative.local_government_code == "070009")
    chosen = data.draw(st.lists(st.sampled_from(ids), max_size=4, unique=True)) if ids else []
    same = [Decision("same", tuple(chosen))]
    assert not chosen or any(set(chosen) <= cluster for cluster in clusters(find_projects(rows, same)))
    found = clusters(find_projects(rows, [Decision("different", tuple(chosen))]))
    assert not any(len(set(chosen) & cluster) > 1 for cluster in found)


def test_two_rows_of_one_name_are_kept_apart_and_the_others_go_where_they_belong() -> None:
    rows = [row("オープンデータの推進", overview=text, line=at + 1) for at, text in enumerate((OVERVIEW, OTHER, OTHER))]
    one, two, three = (initiative.initiative_id for initiative in rows)
    found = find_projects(rows, [Decision("different", (one, two))])
    assert clusters(found) == {frozenset({one}), frozenset({two, three})}
    assert len({project.project_id for project in found.projects}) == 2


def test_a_person_joins_what_no_level_does() -> None:
    rows = [row("先端ICT関連産業集積推進事業", line=1), row("先端ICT関連産業集積推進事業（ICT人材育成事業）", line=2)]
    ids = tuple(initiative.initiative_id for initiative in rows)
    (project,) = find_projects(rows, [Decision("same", ids)]).projects
    assert [(mention.level, mention.joined_to) for mention in project.mentions] == [
        ("first", None),
        ("decided", ids[0]),
    ]


def test_rows_of_two_governments_stay_apart_whatever_a_person_says() -> None:
    rows = [row("DX推進事業", government="070009"), row("DX推進事業", government="062014")]
    found = find_projects(rows, [Decision("same", tuple(r.initiative_id for r in rows))])
    assert len(found.projects) == 2


def test_decisions_that_contradict_each_other_or_name_rows_that_are_gone() -> None:
    rows = [row("DX推進事業", line=1), row("DX推進事業", line=2)]
    one, two = (initiative.initiative_id for initiative in rows)
    both = [Decision("same", (two, one)), Decision("different", (one, two))]
    assert len(find_projects(rows, both).projects) == 2
    assert unknown_ids([Decision("same", (one, "gone-0001"))], rows) == ["gone-0001"]


def test_ids_do_not_depend_on_where_rows_stand_or_how_a_name_is_spelled() -> None:
    spellings = (
        "デジタル変革（DX）推進事業",
        "デジタル変革(ＤＸ) 推進事業",
        "デジタルトランスフォーメーション推進事業",
    )
    ids = {
        find_projects([row(name, line=line, year=year)]).projects[0].project_id
        for name in spellings
        for line, year in combinations((1, 9, 2022, 2023), 2)
    }
    assert len(ids) == 1


@pytest.mark.parametrize("count", [2, 5])
def test_rows_without_a_name_are_never_joined(count: int) -> None:
    rows = [row(None, overview=OVERVIEW, line=line + 1) for line in range(count)]
    found = find_projects(rows)
    assert len(found.projects) == len({project.project_id for project in found.projects}) == count
    assert {project.name for project in found.projects} == {None}

"""The projects, programmes and conflicts of the shipped list are those that two readers found by hand."""

import json
from itertools import combinations
from pathlib import Path

import pytest

import dxlist
from dxlist.model.project import Projects
from tests.lists import ROOT, SHIPPED
from tests.projects.gold import DISTINCT, NOT_SAME, PROGRAMMES, ROWS, SHARED

GOLD = ROOT.parent / "shared" / "gold" / "shared_projects.json"


@pytest.fixture(scope="module")
def found() -> Projects:
    return dxlist.find_projects(dxlist.parse(SHIPPED))


def lines(found: Projects) -> dict[str, list[int]]:
    return {project.project_id: [mention.line for mention in project.mentions] for project in found.projects}


def test_every_row_is_in_exactly_one_project(found: Projects) -> None:
    rows = [line for own in lines(found).values() for line in own]
    assert len(rows) == len(set(rows)) == ROWS
    assert len(found.projects) == DISTINCT


def test_the_shared_projects(found: Projects) -> None:
    assert sorted(own for own in lines(found).values() if len(own) > 1) == SHARED


def test_the_programmes(found: Projects) -> None:
    own = lines(found)
    assert {
        programme.name: sorted(line for name in programme.project_ids for line in own[name])
        for programme in found.programmes
    } == PROGRAMMES


def test_an_alias_of_a_programme(found: Projects) -> None:
    assert {p.name: p.aliases for p in found.programmes if p.aliases} == {
        "福島県警察DX推進事業": ["福島県警察デジタルトランスフォーメーション推進事業"]
    }


@pytest.mark.parametrize(("rows", "why"), NOT_SAME)
def test_what_looks_the_same_is_not(found: Projects, rows: list[int], why: str) -> None:
    home = {line: name for name, own in lines(found).items() for line in own}
    assert all(home[a] != home[b] for a, b in combinations(rows, 2)), why


@pytest.mark.skipif(not GOLD.exists(), reason="the hand-read answer is not beside this checkout")
def test_the_table_here_is_the_answer() -> None:
    answer = json.loads(Path(GOLD).read_text(encoding="utf-8"))
    assert answer["same_project"] == SHARED
    assert answer["same_programme"] == PROGRAMMES
    assert [pair["lines"] for pair in answer["not_same"]] == [rows for rows, _ in NOT_SAME]


def test_the_worst_conflicts_stand_first(found: Projects) -> None:
    worst = [
        ([reading.line for reading in conflict.readings], conflict.grade, conflict.reason)
        for conflict in found.conflicts[:2]
    ]
    assert worst == [([14, 61], "contradiction", "factor_of_ten"), ([60, 62, 64], "contradiction", "off_by_one")]


def test_the_levels_that_joined(found: Projects) -> None:
    levels = {mention.line: mention.level for project in found.projects for mention in project.mentions}
    assert [levels[line] for line in (13, 53, 55, 68, 69, 130, 134)] == [
        "first",
        "folded",
        "exact",
        "exact",
        "merged",
        "first",
        "merged",
    ]

"""Light rows: what is found in them and shown of them is what is found in the lists themselves, which need not stay."""

import pickle
from collections.abc import Sequence

import pytest

import dxlist
from dxlist.projects.decisions.checks import check_rows, unmet_decisions
from dxlist.projects.decisions.files import Decision
from dxlist.projects.finding import find_projects
from dxlist.projects.light_rows import ProjectRow, light_rows
from dxlist.report.blocks import block_lines
from dxlist.report.found_projects import found_in
from dxlist.report.projects import parts_of, summary
from tests.lists import SHIPPED
from tests.projects.rows import OTHER, OTHER_TARGET, OVERVIEW, TARGET, row

MERGED = [
    row("電子申請推進事業", overview=OVERVIEW, kpi=TARGET, line=1),
    row("電子申請推進事業", overview=OVERVIEW, kpi=TARGET, line=2, filled_from=1, item="1(2)"),
    row("電子申讃推進事業", overview=OVERVIEW, kpi=OTHER_TARGET, line=3),
    row("電子申請推進事業", overview=OTHER, kpi=None, line=4, document="070009_2023", year=2023),
    row(None, overview=OTHER, line=5, government=None, department=None),
]
LISTS = {"shipped": list(dxlist.parse(SHIPPED)), "merged": MERGED, "none": []}


def shown(rows: Sequence[ProjectRow]) -> list[str]:
    found = found_in(find_projects(rows), rows)
    blocks = (block for part in parts_of(found, everything=True) for block in part.blocks)
    return [line.text("ja") for line in summary(found)] + [
        line for block in blocks for line in block_lines(block, "ja")
    ]


@pytest.mark.parametrize("placed", [False, True])
@pytest.mark.parametrize("name", LISTS)
def test_what_is_found_in_light_rows_is_what_is_found_in_the_list(name: str, *, placed: bool) -> None:
    rows = LISTS[name]
    light = list(light_rows(rows, placed=placed))
    assert find_projects(light).model_dump_json() == find_projects(rows).model_dump_json()
    assert shown(light) == shown(rows)


def test_decisions_hold_for_light_rows() -> None:
    one, two = MERGED[0].initiative_id, MERGED[2].initiative_id
    decisions = [Decision("different", (one, two)), Decision("same", (one, f"{MERGED[3].document_id}:4"))]
    light = list(light_rows(MERGED))
    assert check_rows(decisions, light) == check_rows(decisions, MERGED)
    assert find_projects(light, decisions) == find_projects(MERGED, decisions)
    assert not unmet_decisions(find_projects(light, decisions), check_rows(decisions, light).decisions)


def test_light_rows_can_be_sent_to_another_process() -> None:
    light = list(light_rows(LISTS["shipped"]))
    assert pickle.loads(pickle.dumps(light)) == light

"""The comparison with what the cells of a real list say: what is right, what is wrong, what is no row."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.damage.real import is_right, measure_real

RECORD: dict[str, Any] = {
    "project_name": "橋の点検",
    "overview": None,
    "departments": [{"department": "建設部", "bureau": None, "division": "建設部道路課", "section": None}],
    "levels": [{"header": "柱", "code": "1", "title": "安全"}, {"header": "施策", "code": "1-2", "title": "道"}],
    "kpi_text": "点検した橋：12橋",
    "indicators": [],
    "kpi_targets": [],
    "extra": {"予算額（千円）": "1,200"},
}
WANT: dict[str, Any] = {
    "line": 2,
    "project_name": "橋の 点検",
    "departments": "建設部　道路課",
    "levels": ["1 安全", "1-2　道"],
    "extra": {"予算額（千円）": "1,200"},
    "indicators": ["点検した橋：12橋"],
}


def test_a_record_that_says_what_the_cells_say_is_right() -> None:
    short = {**RECORD, "departments": [{"department": "建設部", "division": "道路課"}]}
    assert is_right(WANT, short)
    assert is_right({**WANT, "departments": "建設部　建設部道路課"}, RECORD)


@pytest.mark.parametrize(
    "wrong",
    [
        {"project_name": "道の点検"},
        {"departments": []},
        {"levels": [{"header": "柱", "code": "1", "title": "安全"}]},
        {"extra": {}},
        {"kpi_text": None},
        {"kpi_text": "別の指標"},
    ],
)
def test_a_cell_elsewhere_is_wrong(wrong: dict[str, Any]) -> None:
    assert not is_right({**WANT, "departments": "建設部　建設部道路課"}, {**RECORD, **wrong})
    assert not is_right(WANT, None)


def test_a_list_without_indicators_has_none() -> None:
    want = {"line": 2, "no_indicator": True}
    assert not is_right(want, RECORD)
    assert is_right(want, {**RECORD, "kpi_text": None})


def test_lists_of_a_folder_are_measured(tmp_path: Path) -> None:
    (tmp_path / "bridges.csv").write_text("事業名,担当課,備考\n橋の点検,道路課,\n道の清掃,管理課,再掲\n", "utf-8")
    truth = [{"line": 2, "project_name": "橋の点検", "departments": "道路課"}, {"line": 3, "project_name": "別の事業"}]
    (tmp_path / "bridges.csv.truth.jsonl").write_text("\n".join(map(json.dumps, truth)), "utf-8")
    assert [outcome.is_right for outcome in measure_real(tmp_path)] == [True, False]

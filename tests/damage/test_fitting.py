"""The fit finds the numbers that made the rows, and says nothing wilder than the rows say."""

from random import Random

import pytest

import dxlist
from tests.damage.fit import constants, cut_table, features_by_line, fit, log_loss, margin_steps
from tests.damage.fitting import Case, fit_logistic, group_cases, isotonic, sigmoid, solve
from tests.lists import ROOT


def _rows(count: int) -> list[Case]:
    """Rows that are right with log-odds -1 + 2 margin - 3 doubt."""
    rng = Random(1)
    cases = []
    for _ in range(count):
        margin, doubt = rng.randint(0, 20) / 10, float(rng.random() < 0.3)
        cases.append(Case({"margin": margin, "doubt": doubt}, rng.random() < sigmoid(-1 + 2 * margin - 3 * doubt)))
    return cases


def test_the_weights_that_made_the_rows_are_found() -> None:
    weights = fit_logistic(group_cases(_rows(20000), ["margin", "doubt"]))
    assert weights == pytest.approx([-1, 2, -3], abs=0.15)


def test_a_feature_that_parts_right_from_wrong_keeps_a_finite_weight() -> None:
    cases = [Case({"doubt": 1.0}, is_right=False)] * 50 + [Case({}, is_right=True)] * 50
    always, doubt = fit_logistic(group_cases(cases, ["doubt"]))
    assert always > 3 > -3 > always + doubt
    assert abs(doubt) < 30


def test_rows_that_are_all_right_are_called_right() -> None:
    fitted = fit([Case({"margin": 3.0}, is_right=True)] * 100)
    assert fitted.probability({"margin": 3.0}) > 0.98


def test_a_rare_feature_is_left_out() -> None:
    cases = [*_rows(500), *[Case({"rare": 1.0}, is_right=True)] * 5]
    assert fit(cases).names == ("doubt", "margin")


@pytest.mark.parametrize("size", [1, 2, 5])
def test_equations_are_solved(size: int) -> None:
    rng = Random(size)
    matrix = [[rng.uniform(-1, 1) for _ in range(size)] for _ in range(size)]
    wanted = [float(at) for at in range(size)]
    right = [sum(a * b for a, b in zip(row, wanted, strict=True)) for row in matrix]
    assert solve(matrix, right) == pytest.approx(wanted, abs=1e-6)


def test_steps_rise_and_keep_the_sum() -> None:
    rng = Random(5)
    points = [(float(at), 10, rng.randint(0, 10)) for at in range(30)]
    shares = [share for _, share in isotonic(points)]
    assert shares == sorted(set(shares))
    assert isotonic([(1.0, 5, 5), (2.0, 5, 5)]) == [(1.0, 1.0)]


def test_the_report_is_made_of_constants_and_tables() -> None:
    cases = _rows(2000)
    fitted = fit(cases)
    lines = [*constants(fitted, len(cases), 2)]
    assert lines[1].startswith("ALWAYS = -")
    assert '    "doubt": -' in lines[3]
    assert sum(line.startswith("# from") for line in margin_steps(cases)) > 2
    pairs = [(fitted.probability(case.features), case.is_right) for case in cases]
    assert [*cut_table([(0.9, True), (0.9, False), (0.2, True)])][4] == "| 0.7 | 1 (33.333%) | 1 (50.00%) |"
    assert log_loss(pairs) < log_loss([(0.5, is_right) for _, is_right in pairs])


def test_each_record_of_the_shipped_list_has_its_features() -> None:
    document = dxlist.parse(ROOT / "data/raw/fukushima_r04.tsv")
    features = features_by_line(document)
    assert set(features) == {one.line for one in document.initiatives}
    assert features[5]["margin"] > 3
    assert features[32]["shifted"] == 1.0

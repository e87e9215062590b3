"""Numbers, signs, units and the leavings of programs: tables of cases, in sentences and in columns of values."""

import pytest

from dxlist.values.indicator_values import read_value_cell
from dxlist.values.kpi_statements import legible
from dxlist.values.kpi_targets import read_kpi
from dxlist.words.leavings import find_leavings, is_day, is_serial_day
from tests.values.number_cases import BRACKETS, CELLS, COMMAS, MINUS, NO_TARGET, SIGNS, Short


@pytest.mark.parametrize(("text", "targets"), [*COMMAS.items(), *SIGNS.items(), *MINUS.items(), *BRACKETS.items()])
def test_targets_of_sentences(text: str, targets: list[Short]) -> None:
    reading = read_kpi(text)
    assert [(one.metric or "", one.value, one.unit or "", one.comparator) for one in reading.targets] == targets
    assert reading.status == "quantitative"
    assert all(one.raw == text[one.start : one.end] for one in reading.targets)


@pytest.mark.parametrize(("text", "status"), NO_TARGET.items())
def test_what_is_no_target(text: str, status: str) -> None:
    reading = read_kpi(text)
    assert (reading.targets, reading.status) == ((), status)


@pytest.mark.parametrize(("text", "unit", "values"), CELLS)
def test_targets_of_columns(text: str, unit: str | None, values: list[tuple[str, str | None, str]]) -> None:
    found = read_value_cell(text, unit, has_year=False, is_target=True)
    assert [(one.value, one.unit, one.comparator) for one in found] == values


def test_a_year_that_is_compared_to_is_no_deadline() -> None:
    [target] = read_kpi("排出量－46％（2013年度比）").targets
    assert target.target_fiscal_year is None


def test_the_text_stays_letter_for_letter() -> None:
    for text in (*COMMAS, *SIGNS, *NO_TARGET):
        assert len(legible(text)[0]) == len(text)


@pytest.mark.parametrize(
    "text",
    ["＃1の取組", "A&B社", "#DX", "x_y_z", "第3回", "<目標>", "2022/1/1", "1:00", "E+", "#ハッシュタグ", "Err", "R&D"],
)
def test_what_people_write_is_no_leaving(text: str) -> None:
    assert list(find_leavings(text)) == []


def test_days_of_a_spreadsheet() -> None:
    assert [is_serial_day(text) for text in ("44651", "44,651", "446510", "14651")] == [True, False, False, False]
    assert [is_day(text) for text in ("1月1日", "2001/1/1", "13月1日", "令和4年1月1日")] == [True, True, False, False]

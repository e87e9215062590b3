"""Indicators in columns: cases, and what holds for any row."""

import itertools
import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import to_json

from dxlist.model.indicator import Indicator
from dxlist.model.kpi import KpiTarget
from dxlist.model.readings import TargetReading
from dxlist.model.roles import Role
from dxlist.values.indicator_values import read_unit, read_value_cell
from dxlist.values.indicators import IndicatorCell, column_targets, read_indicators
from dxlist.values.row_kpis import naming_cells, read_row_kpi
from tests.values.indicator_cases import ROWS, STATES, TARGET_CELLS, UNITS, Expected, Row, with_years

PLACE = {"raw", "start", "end"}
ANY_SPEED = settings(deadline=None, max_examples=300)
PARTS = ("name", "", "unit", "baseline", "target", "actual", "value", "note")
ROLES = st.builds(
    Role,
    st.just("indicator"),
    st.sampled_from(PARTS),
    st.just(0),
    st.sampled_from([None, "activity", "outcome"]),
    st.sampled_from([None, "ア", "2"]),
    st.sampled_from([None, 2022, 2026]),
    st.booleans(),
)
TEXTS = st.sampled_from(
    [text for text, _, _ in (*TARGET_CELLS, *STATES)]
    + [text for row in ROWS for _, _, text in row.columns]
    + ["千人", "％", "人/年"]
) | st.text("0123456789,.▲-～→（）()件人%千万以上約 \n※R令和年度末", max_size=12)
CELLS = st.lists(
    st.builds(IndicatorCell, st.sampled_from(["指標", "単位", "目標値（R8）", "実績 R5", "成果指標 ア"]), ROLES, TEXTS),
    max_size=9,
)


def cells_of(row: Row) -> list[IndicatorCell]:
    return [IndicatorCell(*column) for column in with_years(row.columns)]


def as_expected(target: TargetReading) -> Expected:
    """All keys that are not at their default, but for the place."""
    found = KpiTarget(**target.fields()).model_dump(exclude_defaults=True, exclude={*PLACE, "header"})
    return {key: value for key, value in found.items() if (key, value) != ("grade", "explicit")}


def kpi_text(cells: list[IndicatorCell]) -> str | None:
    return "\n".join(cell.text for cell in naming_cells(cells)) or None


def digits(text: str) -> str:
    """The digits of a text but for the zeros, which 万 and 億 stand for."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter in "123456789")


# --- the tables


def test_the_tables_are_large_enough() -> None:
    assert len(UNITS) + len(TARGET_CELLS) + len(STATES) + len(ROWS) >= 120
    assert len({row.what for row in ROWS}) == len(ROWS) >= 40


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units(text: str, expected: tuple[object, ...] | None) -> None:
    assert read_unit(text) == expected


@pytest.mark.parametrize(("text", "unit", "expected"), TARGET_CELLS)
def test_cells_of_targets(text: str, unit: str | None, expected: list[Expected]) -> None:
    found = read_value_cell(text, unit, has_year=False, is_target=True)
    assert [as_expected(one) for one in found] == expected


@pytest.mark.parametrize(("text", "unit", "expected"), STATES)
def test_cells_of_states(text: str, unit: str | None, expected: Expected | None) -> None:
    found = read_value_cell(text, unit, has_year=False, is_target=False)
    assert [as_expected(one) for one in found] == ([expected] if expected else [])


def test_four_digits_below_a_year_are_a_number() -> None:
    [value] = read_value_cell("2023", None, has_year=True, is_target=True)
    assert value.value == "2023"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_targets_of_rows(row: Row) -> None:
    cells = cells_of(row)
    found = read_row_kpi(cells, kpi_text(cells))
    assert [as_expected(target) for target in found.targets] == row.targets
    assert found.status == row.status


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_indicators_of_rows(row: Row) -> None:
    indicators = read_indicators(cells_of(row))
    assert [one.name for one in indicators] == row.names
    assert [(value.fiscal_year, value.value) for one in indicators for value in one.actuals] == row.actuals


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.what != "the values of the first are blank"], ids=lambda row: row.what
)
def test_blank_cells_may_be_left_out(row: Row) -> None:
    cells = cells_of(row)
    assert read_indicators([cell for cell in cells if cell.text]) == read_indicators(cells)


def test_values_that_do_not_say_what_they_are() -> None:
    """Neither targets nor actual values, in the order of their columns, without a year; equal headers are told apart."""
    row = next(row for row in ROWS if row.what.startswith("groups of values that do not"))
    activity, outcome = read_indicators(cells_of(row))
    assert [(value.fiscal_year, value.value, value.unit) for value in activity.values] == [
        (None, "0", "回"),
        (None, "1", "回"),
    ]
    assert [(value.value, value.text) for value in outcome.values] == [("3", "3"), (None, "-")]
    assert list(activity.cells) == ["活動指標 ア：名称", "活動指標 ア：単位", "活動指標 ア", "活動指標 ア (2)"]


def test_a_row_that_shares_the_project_above_has_no_targets() -> None:
    cells = cells_of(ROWS[0])
    found = read_row_kpi(cells, kpi_text(cells), shared=True)
    assert (len(found.indicators), found.targets, found.status) == (1, (), "shared")


def test_the_place_of_sentences_is_in_the_kpi_text() -> None:
    row = next(row for row in ROWS if row.what == "sentences of two kinds")
    cells = cells_of(row)
    text = kpi_text(cells) or ""
    assert [text[one.start : one.end] for one in read_row_kpi(cells, text).targets] == ["5回", "12,000件"]


def test_a_kpi_text_that_does_not_hold_its_cells_is_read_as_a_whole() -> None:
    found = read_row_kpi([IndicatorCell("指標", Role("indicator"), "利用率 35%")], "会議を5回開く。")
    assert [(one.metric, one.value) for one in found.targets] == [("会議", "5")]


def test_names_behind_their_values_are_placed_in_the_order_of_the_text() -> None:
    target, outcome = Role("indicator", "target", indicator="activity"), Role("indicator", indicator="outcome")
    cells = [
        IndicatorCell("活動目標", target, "3回"),
        IndicatorCell("成果指標", outcome, "利用率 35%"),
        IndicatorCell("活動指標", Role("indicator", indicator="activity"), "会議"),
    ]
    found = read_row_kpi(cells, "利用率 35%\n会議")
    assert [(one.metric, one.value, one.start) for one in found.targets] == [("会議", "3", 0), ("利用率", "35", 4)]


# --- what holds for any row


@ANY_SPEED
@given(CELLS)
def test_no_value_is_invented(cells: list[IndicatorCell]) -> None:
    """Every digit of a value but the zeros of thousands is in its cell, and its words stand in it at their place."""
    texts = {cell.header: [other.text for other in cells if other.header == cell.header] for cell in cells}
    for target in column_targets(read_indicators(cells)):
        assert target.header is not None
        held = [text for text in texts[target.header] if text[target.start : target.end] == target.raw]
        assert held
        assert any(digits(target.value) in digits(form) for text in held for form in (text, text.replace("千", "1")))


@ANY_SPEED
@given(CELLS)
def test_only_target_columns_set_targets(cells: list[IndicatorCell]) -> None:
    targets = column_targets(read_indicators([cell for cell in cells if cell.role.part != "target"]))
    assert targets == ()


@ANY_SPEED
@given(CELLS)
def test_every_cell_is_kept_once_and_in_order(cells: list[IndicatorCell]) -> None:
    """Each non-blank cell is in one indicator; the same row gives the same; JSON reads back."""
    indicators = read_indicators(cells)
    kept = [text for one in indicators for text in one.cells.values()]
    assert sorted(kept) == sorted(cell.text for cell in cells if cell.text.strip())
    assert read_indicators(cells) == indicators
    for one in indicators:
        assert Indicator(**json.loads(to_json(one.fields()), parse_float=pytest.fail)) == Indicator(**one.fields())
        cells_below = iter(one.cells.values())
        texts = (text for text, _ in itertools.groupby(value.text for value in one.targets))
        assert all(text in cells_below for text in texts), "in the order of the columns"


@ANY_SPEED
@given(CELLS, st.booleans())
def test_the_status_says_whether_there_are_targets(cells: list[IndicatorCell], shared: bool) -> None:
    found = read_row_kpi(cells, kpi_text(cells), shared=shared)
    assert (found.status == "quantitative") == bool(found.targets)
    assert (found.status == "shared") == shared
    text = kpi_text(cells) or ""
    assert all(text[one.start : one.end] == one.raw for one in found.targets if one.header is None)

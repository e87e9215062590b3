"""Answers are tables that every format of rows writes; what the commands show can be had as plain values."""

import json

import pytest

import dxlist
from dxlist.exports.format import FORMATS, PLAIN
from dxlist.query.answers import Answer, answer_groups, answer_projects, answer_rows
from dxlist.query.picture import picture_of
from dxlist.report.initiative import initiative_card
from dxlist.report.picture import picture_record
from dxlist.report.trail import trail_of
from tests.cli.runs import call
from tests.lists import SHIPPED
from tests.query.lists import shipped


def hits() -> list[dxlist.Hit]:
    return dxlist.select(shipped().initiatives, dxlist.Filters(departments="デジタル変革課"))


ANSWERS = {
    "rows": lambda: answer_rows(hits(), columns=["line,project_name,value"]),
    "projects": lambda: answer_projects(hits()),
    "groups": lambda: answer_groups(hits(), "unit"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_a_table_that_formats_of_rows_write(name: str) -> None:
    answer: Answer = ANSWERS[name]()
    assert len(answer.table.held()) == answer.found
    assert len(answer.titles) == len(answer.table.columns)
    assert all(len(row) == len(answer.table.columns) for row in answer.table.held())
    rows = json.loads(b"".join(FORMATS["json"].rows(answer.table, PLAIN)))
    assert len(rows) == answer.found
    assert list(rows[0]) == answer.table.header("en")


def test_columns_are_typed_and_named_in_both_languages() -> None:
    table = answer_rows(hits(), columns=["line", "project_name", "value", "plan_only"]).table
    assert [column.type for column in table.columns] == ["number", "string", "list", "boolean"]
    assert table.header("ja") == ["行", "事業名", "目標値", "計画のみ"]


@pytest.mark.parametrize(
    ("given", "as_tuple"),
    [
        ({"departments": "デジタル変革課"}, {"departments": ("デジタル変革課",)}),
        ({"units": ["%", "件"]}, {"units": ("%", "件")}),
        ({"due": 2025}, {"due": (2025,)}),
        ({"years": iter([2022])}, {"years": (2022,)}),
    ],
)
def test_one_value_stands_for_itself(given: dict[str, object], as_tuple: dict[str, object]) -> None:
    assert dxlist.Filters(**given) == dxlist.Filters(**as_tuple)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [{"departments": 3}, {"due": "2025"}, {"parts": [1, None]}, {"units": None}])
def test_a_value_of_another_kind_is_said(wrong: dict[str, object]) -> None:
    (name,) = wrong
    with pytest.raises(dxlist.DxlistError, match=f"^{name} .*it does not take this value"):
        dxlist.Filters(**wrong)  # type: ignore[arg-type]


def test_an_unknown_name_is_one_of_a_field_here_and_of_an_option_there() -> None:
    with pytest.raises(dxlist.DxlistError, match=r"^departments デジタル変各課: ") as caught:
        dxlist.select(shipped().initiatives, dxlist.Filters(departments="デジタル変各課"))
    said = call("query", str(SHIPPED), "--dept", "デジタル変各課").err
    assert said == f"error: --dept {str(caught.value).removeprefix('departments ')}\n"


def test_what_stats_shows_can_be_had() -> None:
    record = picture_record(picture_of([shipped()]))
    shown = json.loads(call("stats", str(SHIPPED), "--format", "json").out)
    assert {**shown, "findings": None} == json.loads(json.dumps({**record, "findings": None}))


def test_what_show_shows_can_be_had() -> None:
    card = initiative_card([(str(SHIPPED), shipped())], "135")
    assert card.record() == json.loads(call("show", "135", str(SHIPPED), "--format", "json").out)
    assert card.record("ja") == json.loads(call("show", "135", str(SHIPPED), "--format", "json", language="ja").out)


def test_what_explain_shows_can_be_had() -> None:
    blocks = trail_of(dxlist.parse(SHIPPED), 11)
    shown = call("explain", str(SHIPPED), "11").out.decode()
    assert all(block.title.en in shown for block in blocks[1:])
    with pytest.raises(dxlist.DxlistError, match=r"^fukushima_r04:999: the list has only "):
        trail_of(dxlist.parse(SHIPPED), 999)

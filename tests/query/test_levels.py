"""Levels between field and item, indicators in columns of their own and sections are asked for as all else."""

from typing import Any

import pytest

from dxlist.query.answers import answer_rows
from dxlist.query.columns import further_columns
from dxlist.query.condition import read_condition
from dxlist.query.filters import Filters
from dxlist.query.selecting import UnknownNameError, select
from tests.query.lists import lines, planned

CASES: list[tuple[dict[str, Any], list[int]]] = [
    ({"fields": "子育て"}, [2]),
    ({"fields": "2-2"}, [3]),
    ({"items": "2-1"}, [2]),
    ({"items": "2-2 若者"}, [3]),
    ({"fields": "1"}, [2, 3, 4]),
    ({"items": "1(3)"}, [4]),
    ({"texts": "若者"}, [3]),
    ({"texts": "待機児童"}, [3]),
    # the list prints 部 | 課 over 子ども | 保育: the header says what the unit is
    ({"departments": "子ども部"}, [2]),
    ({"departments": "子ども"}, [2]),
    ({"departments": "子ども部/保育課"}, [2]),
    ({"departments": "子ども/入園係"}, [2]),
    ({"departments": "福祉部"}, [3, 4]),
]


@pytest.mark.parametrize(("asked", "expected"), CASES, ids=str)
def test_rows_are_found_by_any_level(asked: dict[str, Any], expected: list[int]) -> None:
    assert lines(list(planned()), Filters(**asked)) == expected


@pytest.mark.parametrize("asked", [{"fields": "保育"}, {"items": "福祉"}, {"departments": "福祉部課"}], ids=str)
def test_the_field_is_no_item_and_the_item_no_field(asked: dict[str, Any]) -> None:
    with pytest.raises(UnknownNameError):
        select(planned(), Filters(**asked))


def test_levels_indicators_and_a_section_are_columns() -> None:
    hits, further = select(planned(), Filters()), further_columns(planned())
    assert further == ("levels.政策", "levels.施策", "levels.基本事業")
    names = ["levels", "level", "indicators", "section", "施策", "levels.基本事業"]
    assert answer_rows(hits, columns=names, further=further).table.rows == [
        (["1 福祉", "2-1 子育て", "保育"], ["福祉", "子育て", "保育"], [], ["入園係"], "2-1 子育て", "保育"),
        (
            ["1 福祉", "2-2 若者", "保育"],
            ["福祉", "若者", "保育"],
            ["成果指標ア 待機児童（人）"],
            [None],
            "2-2 若者",
            "保育",
        ),
        (["1 福祉", "保育"], ["福祉", "保育"], [], [None], None, "保育"),
    ]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("level = '若者'", [3]),
        ('"levels.施策" is null', [4]),
        ("section = '入園係'", [2]),
        ("indicators ~ '待機'", [3]),
    ],
)
def test_conditions_name_them(where: str, expected: list[int]) -> None:
    rows = list(planned())
    assert lines(rows, Filters(condition=read_condition(where, further_columns(rows)))) == expected


def test_japanese_names_of_fixed_columns_stay_theirs() -> None:
    rows = list(planned())
    (column,) = answer_rows(select(rows, Filters()), columns=["項目"], further=further_columns(rows)).table.columns
    assert column.name == "item_name"

"""``--where``: what a condition holds for, where it stumbles, and that it runs nothing."""

from collections.abc import Callable

import pytest

from dxlist.query.condition import ConditionError, read_condition
from dxlist.query.filters import Filters
from tests.counting import grows_in_proportion
from tests.query.lists import lines, shipped, small

HOLDS: list[tuple[str, list[int]]] = [
    ("line = 62", [62]),
    ("line in (62, 64) or line == 30", [30, 62, 64]),
    ("unit = '件' and value >= 100000", [14, 92]),
    ("unit = '％' and value < 40", [149, 151]),
    ("target_unit = 'PV'", [77]),
    ("単位 = 'PV'", [77]),
    ("value = 61.0 and departments = '企画調整部 デジタル変革課' and line < 60", [11, 53, 55]),
    ("division = '警務課'", [10, 33, 34, 154]),
    ("bureau is not null and metric ~ 'instagram'", [87]),
    ("project_name ~ 'ろぼっと'", [123, 125, 146]),
    ("project_name like '%オンライン化%'", [11, 14, 61]),
    ("project_name not like '%事業%' and item_codes = '3(1)'", [24]),
    ("item_codes like '3(1)%' and not line in (93, 94, 95, 96, 97, 98, 99, 100)", [24, 101, 102]),
    ("plan_only and part = 1 and line > 14", [32, 33, 34, 50]),
    ("plan_only = false and line < 7", [5, 6]),
    ("not (line > 6)", [5, 6]),
    ("NOT line > 6", [5, 6]),
    ("kpi_status = 'missing' or kpi_status != 'missing' and line = 5", [5, 102]),
    ("cumulative and comparator = 'eq' and value > 1000", [155]),
    ("unit is null and kpi_status = 'milestone'", [17, 32, 125, 166]),
    ("due = 2025 and unit = '件'", [79, 123, 129]),
    ("page = part and line < 8", [5, 6, 7]),
    # what is not there is not equal; of several values none may be
    ("bureau != '観光交流局' and line < 7", [5, 6]),
    ("division != 'デジタル変革課' and line in (11, 12)", [12]),
    ("confidence < -1", []),
    ("project_name = '書面規制、押印、対面規制の見直し'", [9]),
    ("project_name ＝ ‘書面規制、押印、対面規制の見直し’", [9]),
]


@pytest.mark.parametrize(("text", "expected"), HOLDS)
def test_a_condition_holds_for_these_lines(text: str, expected: list[int]) -> None:
    found = lines(shipped().initiatives, Filters(condition=read_condition(text)))
    assert found == expected


def test_a_condition_on_targets_means_one_target() -> None:
    """Line 103 sets 6割 and 54名: no target of it is 54 %."""
    assert lines(shipped().initiatives, Filters(condition=read_condition("unit = '%' and value = 54"))) == []
    assert lines(shipped().initiatives, Filters(condition=read_condition("unit = '名' and value = 54"))) == [103]


def test_a_further_column_is_named_by_its_header() -> None:
    row = "1 効率化|1(1) 手続|総務部 情報政策課|講習事業|講習を開く。|講習を10件とすることを目標とする。"
    (initiative,) = small(row)
    rows = [initiative.model_copy(update={"extra": {"予算額（千円）": "1,200"}})]
    condition = read_condition("\"extra.予算額(千円)\" = '1,200'", ("予算額（千円）",))
    assert lines(rows, Filters(condition=condition)) == [2]
    with pytest.raises(ConditionError, match=r"extra\.予算額"):
        read_condition("予算 = '1'", ("予算額（千円）",))


WRONG: list[tuple[str, str]] = [
    ("untis = '件'", 'character 1 (untis): there is no column "untis". Did you mean unit'),
    ("line = 3 and nosuch > 1", 'character 14 (nosuch): there is no column "nosuch"'),
    ("unit = 1", "character 8 (1): a text cannot be compared with a number by ="),
    ("line like '6%'", "character 11 ('6%'): a number cannot be compared with a text by like"),
    ("value ~ 3", "a number cannot be compared with a number by ~"),
    ("unit = ", "at its end: a column or a value is needed here"),
    ("(unit = '件'", "at its end: ) is needed here"),
    ("unit = '件')", "character 11 ()): the condition should end here"),
    ("unit = '件' line = 3", "character 12 (line): the condition should end here"),
    ("unit = '件", "character 8 ('件): the ' that closes this is missing"),
    ("line @ 3", "character 6 (@): this cannot be read"),
    ("line", "at its end: one of = =="),
    ("line not 3", "character 10 (3): one of"),
    ("", "at its end: a column or a value"),
    ("1; DROP TABLE initiatives", "this cannot be read"),
    ("__import__('os').system('true')", "character 17 (.system('true')): this cannot be read"),
    ("__import__('os')", 'there is no column "__import__"'),
    ("sources = 'x'", 'there is no column "sources"'),
    ("load_extension('x')", 'there is no column "load_extension"'),
    ("line = (select 1)", "character 8 ((select): a column or a value is needed here"),
    ("(" * 60 + "line = 1" + ")" * 60, "brackets and nots stand too deep"),
    ("not " * 5000 + "line = 1", "brackets and nots stand too deep"),
]


@pytest.mark.parametrize(("text", "said"), WRONG, ids=lambda text: text[:30])
def test_an_error_names_the_place(text: str, said: str) -> None:
    with pytest.raises(ConditionError) as caught:
        read_condition(text)
    message = str(caught.value)
    assert message.startswith("--where: ")
    assert said in message, message
    assert caught.value.message("ja").startswith("--where: ")


def test_an_unknown_column_names_all_known_ones() -> None:
    with pytest.raises(ConditionError) as caught:
        read_condition("nosuch = 1")
    assert "initiative_id" in str(caught.value)
    assert "kpi_text" in str(caught.value)


HOSTILE: dict[str, Callable[[int], str]] = {
    "wildcards": lambda size: f"project_name like '{'%a' * size}%b%'",
    "long": lambda size: " or ".join(["line = 1"] * size),
    "pattern": lambda size: f"project_name ~ '{'(a+)+' * size}'",
    "number": lambda size: f"line = {'9' * size}",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_condition_costs_what_its_length_explains(kind: str) -> None:
    rows = [shipped().initiatives[0].model_copy(update={"project_name": "a" * 4000})]

    def ask(size: int) -> None:
        assert lines(rows, Filters(condition=read_condition(HOSTILE[kind](size)))) == []

    assert grows_in_proportion(ask, 500, 4000)

"""Groups: counts of rows and of distinct projects, and sums that count no project twice and no share at all."""

from decimal import Decimal

import pytest

from dxlist.query.amounts import TargetSum, amounts_of
from dxlist.query.columns import Hit
from dxlist.query.filters import Filters
from dxlist.query.grouping import GROUPINGS, Group, group
from dxlist.query.selecting import select
from tests.query.lists import shipped, small


def grouped(name: str, filters: Filters | None = None) -> dict[object, Group]:
    hits = select(shipped().initiatives, filters or Filters())
    return {found.name: found for found in group(hits, GROUPINGS[name])}


COUNTS: list[tuple[str, object, int, int]] = [
    ("dept", "企画調整部 デジタル変革課", 34, 21),
    ("dept", "総務部 行政経営課", 7, 7),
    ("dept", "土木部 技術管理課", 5, 1),  # lines 130-134 are one project
    ("department", "教育庁", 9, 9),
    ("department", "商工労働部", 15, 15),
    ("field", "第4-1 市町村支援・連携", 18, 9),
    ("item", "1(1) 職員の意識改革と行動変容", 3, 3),  # not 1(1) of the other lists and fields
    ("item", "3(1)イ", 9, 9),
    ("status", "shared", 7, 2),
    ("status", "qualitative", 31, 27),
    ("due", 2025, 6, 6),
    ("due", 2022, 3, 3),
    ("unit", "%", 18, 16),
    # both spellings of the brackets are one programme
    ("programme", "デジタル変革（DX）推進事業", 17, 6),
    ("programme", None, 67, 60),
]


@pytest.mark.parametrize(("name", "label", "rows", "projects"), COUNTS)
def test_rows_and_projects_are_counted(name: str, label: object, rows: int, projects: int) -> None:
    found = grouped(name)[label]
    assert (found.rows, found.projects) == (rows, projects)


@pytest.mark.parametrize("name", ["field", "status"])
def test_every_row_is_in_one_group(name: str) -> None:
    assert sum(found.rows for found in grouped(name).values()) == 131


def test_groups_with_an_order_keep_it_and_others_begin_with_the_largest() -> None:
    hits = select(shipped().initiatives, Filters())
    assert [found.name for found in group(hits, GROUPINGS["due"])] == [2022, 2025, None]
    fields = [str(found.name).split()[0] for found in group(hits, GROUPINGS["field"])]
    assert fields == ["1", "2", "3", "4", "5", "第4-1", "1", "2", "3", "4", "5", "6", "第6", "第7"]
    for name in ("dept", "programme"):
        groups = group(hits, GROUPINGS[name])
        sizes = [found.rows for found in groups if found.name is not None]
        assert sizes == sorted(sizes, reverse=True)
    assert (groups[-1].name, groups[-1].rows) == (None, 67), "rows without a programme are the most, and stand last"


def row(item: str, project: str, kpi: str) -> str:
    return f"1 効率化|{item} 手続の改善|総務部 情報政策課|{project}|{project}を進める。|{kpi}を目標とする。"


def amounts(*rows: str) -> list[TargetSum]:
    initiatives = small(*rows)
    assert all(initiative.kpi_targets for initiative in initiatives), [i.kpi_text for i in initiatives]
    return amounts_of(Hit(initiative, initiative.kpi_targets) for initiative in initiatives)


VISITS = "相談会の参加者数について、{}"


def test_plain_counts_of_several_projects_are_added_up() -> None:
    (found,) = amounts(
        row("1(1)", "相談会開催事業", VISITS.format("100人")), row("1(2)", "移動相談事業", VISITS.format("20人"))
    )
    assert (found.total, found.unit, found.metric, found.targets) == (Decimal(120), "人", "相談会の参加者数", 2)


def test_a_project_in_two_rows_is_counted_once() -> None:
    first = row("1(1)", "相談会開催事業", VISITS.format("100人"))
    again = row("1(2)", "相談会開催事業", VISITS.format("100人"))
    (found,) = amounts(first, again, row("1(3)", "移動相談事業", VISITS.format("20人")))
    assert (found.total, found.targets, found.projects) == (Decimal(120), 2, 2)


def test_a_project_whose_rows_disagree_is_not_added_up() -> None:
    first = row("1(1)", "相談会開催事業", VISITS.format("100人"))
    again = row("1(2)", "相談会開催事業", VISITS.format("110人"))
    (found,) = amounts(first, again, row("1(3)", "移動相談事業", VISITS.format("20人")))
    assert (found.total, found.least, found.greatest, found.targets) == (None, Decimal(20), Decimal(110), 3)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("満足度について、80%", "満足度について、90%"),
        ("満足度について、80ポイント", "満足度について、90ポイント"),
        ("価格の差について、170円/kg", "価格の差について、150円/kg"),
        ("参加者数について、100人程度", "参加者数について、120人程度"),
        ("参加者数（累計）について、100人（累計）", "参加者数（累計）について、120人（累計）"),
        ("参加者数について、100人増", "参加者数について、120人増"),
        ("処理日数について、10日以内", "処理日数について、12日以内"),
        ("順位について、10位", "順位について、12位"),
        # not of one metric
        ("相談会の参加者数について、100人", "講座の受講者数について、120人"),
        # not of one year
        ("参加者数について、令和6年度までに100人", "参加者数について、令和7年度までに120人"),
        # the very same words: it may be one target of both (lines 109-111 of the shipped list)
        ("参加者数について、100人", "参加者数について、100人"),
    ],
)
def test_what_means_nothing_together_has_a_range(one: str, other: str) -> None:
    found = amounts(row("1(1)", "相談会開催事業", one), row("1(2)", "移動相談事業", other))
    assert [amount.total for amount in found] == [None] * len(found)
    assert sum(amount.targets for amount in found) == 2


def test_the_shipped_list_adds_up_research_results_and_no_shares() -> None:
    """Lines 79, 123, 129: 5, 4 and 10 results by 2025, of three projects of one department."""
    totals = {a.metric: a.total for a in grouped("department")["農林水産部"].amounts if a.total is not None}
    assert list(totals.values()) == [Decimal(19)]
    everywhere = [a for g in GROUPINGS for found in grouped(g).values() for a in found.amounts if a.total is not None]
    assert {a.unit for a in everywhere} == {"件"}


def test_targets_of_a_group_are_those_asked_for() -> None:
    found = grouped("department", Filters(units=("%",)))["企画調整部"]
    assert [amount.unit for amount in found.amounts] == ["%"]

"""Every filter on the shipped list, with lines that a person can look up, and names that no list knows."""

from decimal import Decimal
from typing import Any

import pytest

from dxlist.document import parse
from dxlist.model.document import Document
from dxlist.query.condition import read_condition
from dxlist.query.filters import Filters
from dxlist.query.keys import covers
from dxlist.query.selecting import UnknownNameError, rows_of, select
from tests.cli.runs import HEADER
from tests.query.lists import lines, shipped, shipped_light, small

CASES: list[tuple[dict[str, Any], list[int]]] = [
    ({"items": ("3(6)",)}, [29, 30]),
    ({"items": ("３（６）",)}, [29, 30]),
    # 3(1) takes 3(1)ア-オ of the second list, and never 3(10)
    ({"items": ("3(1)",)}, [24, *range(93, 103)]),
    ({"items": ("3(1)イ",)}, list(range(93, 102))),
    ({"items": ("1(1)",)}, [5, 6, 7, 51, 77]),
    ({"items": ("1(1)",), "fields": ("第4-1",)}, [51]),
    ({"items": ("3(6)", "2(3)"), "parts": (1,)}, [23, 29, 30, 70]),
    ({"items": ("チャットボット",)}, [30]),
    ({"items": ("計画",)}, [10, 11, 12, 13, 14, 32, 33, 34, 50, 80, 135, 160, 161]),
    ({"plan_only": True}, [10, 11, 12, 13, 14, 32, 33, 34, 50, 80, 135, 160, 161]),
    ({"fields": ("第4-1",)}, [51, 52, 53, 54, 55, 56, *range(60, 72)]),
    ({"fields": ("1",), "parts": (2,)}, [77, 78, 79, 80]),
    ({"fields": ("産業振興",), "texts": ("ロボット",)}, [123, 125, 134]),
    ({"texts": ("防災",)}, [150, 151, 152, 160]),
    ({"texts": ("ロボット",)}, [79, 123, 125, 134, 146, 147]),
    ({"texts": ("ろぼっと",)}, [79, 123, 125, 134, 146, 147]),
    ({"texts": ("ﾛﾎﾞｯﾄ",)}, [79, 123, 125, 134, 146, 147]),
    ({"texts": ("ｒｐａ",)}, [28, 33, 56, 60, 62, 63, 64, 67]),
    ({"texts": ("テレワーク 職員",)}, [36]),
    ({"texts": ("防災", "ロボット")}, [79, 123, 125, 134, 146, 147, 150, 151, 152, 160]),
    ({"texts": ("[red](",)}, []),
    ({"projects": ("bpr",)}, [8, 66]),
    ({"programmes": ("人事・給与",)}, [6, 8, 28, 29, 36, 46]),
    ({"units": ("ﾎﾟｲﾝﾄ",)}, [93, 95]),
    ({"units": ("PV", "円/kg")}, [77, 124]),
    ({"units": ("件",), "least": Decimal(100000)}, [14, 92]),
    ({"units": ("件",), "least": Decimal(10000), "most": Decimal(12211)}, [61, 153]),
    # of two targets of one row each holds alone: 6割 and 54名 (103)
    ({"units": ("%",), "most": Decimal(55), "departments": ("保健福祉部",)}, [149]),
    ({"due": (2025,)}, [79, 109, 110, 111, 123, 129]),
    ({"due": (2022,)}, [5, 54, 80]),
    ({"due": (1999,)}, []),
    ({"statuses": ("none_declared", "missing")}, [47, 102]),
    ({"statuses": ("Shared",)}, [69, 70, 71, 131, 132, 133, 134]),
    ({"years": (2022,), "parts": (1,), "items": ("3(6)",)}, [29, 30]),
    ({"shared": True, "departments": ("技術管理課",)}, [130, 131, 132, 133, 134]),
    ({"shared": False, "departments": ("技術管理課",)}, []),
    ({"condition": read_condition("line = 62")}, [62]),
]


@pytest.mark.parametrize(("asked", "expected"), CASES, ids=lambda value: str(value)[:60])
def test_filters_hold_together(asked: dict[str, Any], expected: list[int]) -> None:
    assert lines(shipped().initiatives, Filters(**asked)) == expected


@pytest.mark.parametrize(("asked", "expected"), CASES, ids=lambda value: str(value)[:60])
def test_a_normalised_file_gives_the_same_rows(asked: dict[str, Any], expected: list[int]) -> None:
    assert lines(shipped_light().initiatives, Filters(**asked)) == expected


@pytest.mark.parametrize(
    ("asked", "code", "expected"),
    [
        ("3(1)", "3(1)ア", True),
        ("3(1)", "3(10)", False),
        ("3-1", "3-10", False),
        ("3-1", "3-1-2", True),
        ("3", "3(1)", True),
        ("1", "10(1)", False),
        ("第3", "第30", False),
        ("第4-1", "4-1", False),
        ("施策1", "施策12", False),
        ("計画", "計画", True),
        ("その他", "その他の取組", False),
    ],
)
def test_a_code_covers_what_is_below_it(asked: str, code: str, expected: bool) -> None:
    assert covers(asked, code) is expected


def test_without_filters_every_row_is_asked_for() -> None:
    assert len(select(shipped().initiatives, Filters())) == 131


def test_a_hit_holds_the_targets_that_were_asked_for() -> None:
    (hit,) = select(shipped().initiatives, Filters(units=("名",), least=Decimal(50), most=Decimal(60)))
    assert [(target.value, target.unit) for target in hit.targets] == [("54", "名")]
    assert len(hit.initiative.kpi_targets) == 2


def test_a_range_fits_where_it_overlaps() -> None:
    rows = small("1 効率化|1(1) 手続|総務部 情報政策課|講習事業|講習を開く。|講習を10～15件とすることを目標とする。")
    assert [t.value_to for t in rows[0].kpi_targets] == ["15"]
    for least, most, count in [(12, None, 1), (16, None, 0), (None, 12, 1), (None, 9, 0)]:
        ends = (None if end is None else Decimal(end) for end in (least, most))
        assert len(lines(rows, Filters(least=next(ends), most=next(ends)))) == count


UNKNOWN: list[tuple[dict[str, Any], tuple[str, ...]]] = [
    ({"departments": ("デジタル変革",)}, ("企画調整部 デジタル変革課",)),
    ({"departments": ("デジタル改革課",)}, ("企画調整部 デジタル変革課",)),
    ({"departments": ("総務部/デジタル変革課",)}, ("企画調整部 デジタル変革課",)),
    ({"items": ("3(66)",)}, ()),
    ({"fields": ("産業の振興",)}, ("4 産業振興",)),
    ({"programmes": ("人事給与",)}, ("人事・給与・行政組織等管理事業",)),
    ({"units": ("ポイン",)}, ("ポイント",)),
    ({"statuses": ("quantitativ",)}, ("quantitative", "qualitative")),
    ({"years": (2023,)}, ()),
    ({"parts": (3,)}, ()),
    ({"projects": ("電子申請システムの利用件",)}, ()),
]


@pytest.mark.parametrize(("asked", "near"), UNKNOWN, ids=lambda value: str(value)[:60])
def test_a_name_that_no_list_knows_gives_the_nearest(asked: dict[str, Any], near: tuple[str, ...]) -> None:
    with pytest.raises(UnknownNameError) as caught:
        select(shipped().initiatives, Filters(**asked))
    assert caught.value.nearest[: len(near)] == near
    assert caught.value.place.endswith(str(next(iter(asked.values()))[0]))


def test_a_status_that_no_row_has_is_known() -> None:
    rows = small("1 効率化|1(1) 手続|総務部 情報政策課|講習事業|講習を開く。|講習を10件とすることを目標とする。")
    assert lines(rows, Filters(statuses=("milestone",))) == []


def test_no_list_knows_anything_of_no_rows() -> None:
    with pytest.raises(UnknownNameError):
        select([], Filters(departments=("総務部",)))


def test_projects_are_those_of_all_lists_at_hand() -> None:
    row = "1 効率化|1(1) 手続|総務部 情報政策課|講習事業|講習を開く。|講習を10件とすることを目標とする。"
    text = (HEADER + row.replace("|", "\t") + "\n").encode()
    two = [told(parse(text, stem=stem), local_government_code="070009") for stem in ("r04", "r05")]
    both = rows_of(two)
    assert len({row.project_id for row in both}) == 1
    assert lines(both, Filters(shared=True)) == [2, 2]
    assert lines(rows_of(two[:1]), Filters(shared=True)) == []


def test_a_file_that_knows_no_projects_is_told_them() -> None:
    known = shipped().initiatives
    assert rows_of([told(shipped(), project_id=None, shared_with=None)]) == known


def told(document: Document, **said: str | None) -> Document:
    rows = [row.model_copy(update=said) for row in document.initiatives]
    return document.model_copy(update={"initiatives": rows})

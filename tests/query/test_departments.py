"""``--dept`` against the answer of the shipped list, which was read twice by hand (its lines stand here)."""

from collections.abc import Callable
from functools import cache

import pytest

from dxlist.document import parse
from dxlist.model.document import Document
from dxlist.model.initiative import Initiative
from dxlist.query.filters import Filters
from dxlist.query.grouping import GROUPINGS, group
from dxlist.query.selecting import UnknownNameError, select
from tests.query.lists import lines, shipped, shipped_light

DIVISIONS = {
    "デジタル変革課": [
        11, 13, 14, 23, 27, 30, 31, 35, 42, 43, 44, 45, 49, 51, 52, 53, 54, 55, 56, 60, 61, 62, 63, 64, 65, 67, 68, 69, 70,
        71, 162, 163, 164, 165,
    ],
    "行政経営課": [7, 8, 9, 11, 24, 28, 29],
    "高校教育課": [97, 98, 99],
    "特別支援教育課": [98, 101],
    "観光交流課": [82, 91, 92],
}  # fmt: skip
"""Division -> its lines; デジタル変革課 stands second in the cell on 11 and 51, 高校教育課 and 特別支援教育課 on 98."""


@pytest.mark.parametrize("division", DIVISIONS)
@pytest.mark.parametrize("document", [shipped, shipped_light], ids=["raw", "normalised"])
def test_a_division_has_every_row_of_its_own_and_no_other(division: str, document: Callable[[], Document]) -> None:
    assert lines(document().initiatives, Filters(departments=(division,))) == DIVISIONS[division]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("企画調整部/デジタル変革課", 34),
        ("企画調整部／デジタル変革課", 34),
        ("企画調整部 デジタル変革課", 34),
        ("企画調整部\u3000デジタル変革課", 34),
        ("企画調整部デジタル変革課", 34),
        ("ﾃﾞｼﾞﾀﾙ変革課", 34),
        ("教育庁", 9),  # 部局: lines 93-95, 97-102
        ("観光交流局", 5),  # 局: lines 82, 87, 91, 92, 118
        ("商工労働部/観光交流局/観光交流課", 3),
        ("商工労働部/観光交流課", 3),  # the bureau between may be left out
        ("総務課", 1),  # 議会事務局 総務課 (32), not 教育総務課
    ],
)
def test_any_level_and_any_path(asked: str, count: int) -> None:
    assert len(lines(shipped().initiatives, Filters(departments=(asked,)))) == count


def test_several_divisions_are_alternatives() -> None:
    found = lines(shipped().initiatives, Filters(departments=("行政経営課", "デジタル変革課")))
    assert found == sorted({*DIVISIONS["行政経営課"], *DIVISIONS["デジタル変革課"]})


COLUMNS = (
    "事業名,事業概要,部,課,係\n"
    "学童クラブ運営事業,放課後の居場所を設ける。,子ども,保育,入園\n"
    "給食施設改修事業,調理場を改修する。,教育,学事,\n"
    "公園改修事業,遊具を直す。,まち部,公園,広報調整係\n"
    "河川改修事業,護岸を改修する。,まち部,河川課,\n"
    "出納事業,支払を行う。,,会計,\n"
)
"""Some names without the suffix that the header says."""


@cache
def in_columns() -> list[Initiative]:
    return parse(COLUMNS.encode(), stem="columns").initiatives


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("子ども", [2]),
        ("子ども部", [2]),
        ("子ども局", [2]),
        ("子ども部/保育課", [2]),
        ("子ども/保育", [2]),
        ("子ども部 保育課 入園係", [2]),
        ("子ども部入園係", [2]),
        ("保育室", [2]),
        ("入園係", [2]),
        ("学事課", [3]),
        ("公園課", [4]),
        ("広報調整係", [4]),
        ("まち部/公園課/広報調整係", [4]),
        ("まち部", [4, 5]),
        ("まち部河川課", [5]),
        ("会計課", [6]),  # the lone name of a row may be of any level
    ],
)
def test_a_suffix_that_only_the_header_says(asked: str, expected: list[int]) -> None:
    assert lines(in_columns(), Filters(departments=(asked,))) == expected


@pytest.mark.parametrize("asked", ["子ども課", "保育部", "保育係", "入園課", "まち部部", "河川課課", "広報調整係係"])
def test_a_suffix_of_another_level(asked: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        lines(in_columns(), Filters(departments=(asked,)))
    assert asked in str(error.value)


def test_a_section_is_a_level_of_its_unit() -> None:
    (first, *_), third = in_columns()[0].departments, in_columns()[2].departments[0]
    assert first.printed == "子ども 保育 入園"
    assert third.levels == ("まち部", None, "公園", "広報調整係")
    assert in_columns()[1].departments[0].printed == "教育 学事"
    groups = group(select(in_columns(), Filters()), GROUPINGS["dept"])
    assert "子ども 保育 入園" in [found.name for found in groups]


SEVERAL = (
    "分野,担当課,事業名,事業概要\n"
    "産業,商工部 商工課（主）、観光課（副）,店の応援,店を助ける。\n"
    "産業,（主）商工部商工課（副）財務部財政課,市場の応援,市場を助ける。\n"
    "産業,商工部 観光課,宿の応援,宿を助ける。\n"
    "産業,財務部 財政課・契約課,市の買い物,市内で買う。\n"
    "産業,産業文化総務課（食肉センター）,食肉の検査,肉を調べる。\n"
    "産業,財務部 管財課 水道課,工場の水,水を送る。\n"
    "産業,総務部人事課給与係ほか,働き方,休みを増やす。\n"
)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("商工課", [2, 3]),
        ("観光課", [2, 4]),
        ("商工部/観光課", [2, 4]),
        ("商工部", [2, 3, 4]),
        ("財政課", [3, 5]),
        ("契約課", [5]),
        ("財務部", [3, 5, 7]),
        ("産業文化総務課", [6]),
        ("食肉センター", [6]),
        ("産業文化総務課（食肉センター）", [6]),
        ("水道課", [7]),
        ("人事課", [8]),
        ("給与係", [8]),
        ("総務部人事課", [8]),
    ],
)
def test_a_unit_is_found_by_any_part_that_is_printed(asked: str, expected: list[int]) -> None:
    assert lines(parse(SEVERAL.encode(), stem="several").initiatives, Filters(departments=(asked,))) == expected


@pytest.mark.parametrize("asked", ["財務部/水道課", "財務部/観光課", "主", "食肉課"])
def test_no_unit_is_found_that_no_cell_prints(asked: str) -> None:
    with pytest.raises(UnknownNameError):
        lines(parse(SEVERAL.encode(), stem="several").initiatives, Filters(departments=(asked,)))

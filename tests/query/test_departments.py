"""``--dept`` against the answer of the shipped list, which was read twice by hand (its lines stand here)."""

from collections.abc import Callable

import pytest

from dxlist.model.document import Document
from dxlist.query.filters import Filters
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

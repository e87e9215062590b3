"""Cells longer than anybody writes: the work of each reader grows with the letters, and no more.

Patterns are C code that no call count sees: ``tests/text/test_patterns.py`` reads them.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from dxlist.model.roles import Role
from dxlist.model.stages import LONGEST_CELL
from dxlist.values.department_columns import read_department_columns
from dxlist.values.departments import OfficeUnit, read_departments
from dxlist.values.fiscal_years import find_years
from dxlist.values.government_names import governments_in_title
from dxlist.values.header_years import read_header_year
from dxlist.values.indicator_columns import group_columns
from dxlist.values.indicator_values import read_unit, read_value_cell
from dxlist.values.indicators import IndicatorCell
from dxlist.values.item_codes import read_item
from dxlist.values.kpi_targets import read_kpi
from dxlist.values.project_names import read_project_levels
from dxlist.values.project_offices import part_off_departments
from dxlist.values.row_kpis import read_row_kpi
from tests.counting import grows_in_proportion

if TYPE_CHECKING:
    from collections.abc import Callable

OF_SENTENCES = (
    "9", "(", " ", "1,234", "利用件数を100件とする。", "R7:20件、", "100件", "1(1)", "→", "二十", "①", "<1", "&gt;", "目標",
)  # fmt: skip
OF_NAMES = ("9", "(", "部局課", "総務部 人事課 ", "事業（新規）", "R7、")
"""Each is repeated."""


def _named(name: str) -> object:
    cells = [
        IndicatorCell("指標名", Role("indicator", "name"), name),
        IndicatorCell("単位", Role("indicator", "unit"), "件"),
        IndicatorCell("目標値", Role("indicator", "target"), "100"),
    ]
    return read_row_kpi(cells, name)


READERS: dict[str, Callable[[str], object]] = {
    "kpi": read_kpi,
    "name": _named,
    "target": lambda text: read_value_cell(text, None, has_year=False, is_target=True),
    "state": lambda text: read_value_cell(text, "件", has_year=True, is_target=False),
    "unit": read_unit,
    "departments": read_departments,
    "columns": lambda text: read_department_columns([("department", "総務部"), ("division", text)]),
    "project": read_project_levels,
    "project with departments": part_off_departments,
    "item": read_item,
    "years": find_years,
    "header": read_header_year,
    "title": governments_in_title,
}
FEW, MANY = 1_600, 3_200
"""More than the longest statement, within which all may look at all."""
_LETTERS = count(0x5000)


def _text(piece: str, letters: int) -> str:
    """Return so many letters, a text that no reader has seen before."""
    return (piece * letters)[: letters - 1] + chr(next(_LETTERS))


@pytest.mark.parametrize("name", READERS)
def test_work_grows_with_the_letters(name: str) -> None:
    read, pieces = READERS[name], OF_SENTENCES if name in {"kpi", "target"} else OF_NAMES
    grown = [piece for piece in pieces if not grows_in_proportion(lambda n, p=piece: read(_text(p, n)), FEW, MANY)]  # type: ignore[misc]
    assert grown == []


def test_a_label_in_a_value_cell_is_read_in_one_way() -> None:
    assert read_value_cell("目標" * 400 + "x 100", "件", has_year=True, is_target=False) == ()


def test_columns_are_grouped_in_one_pass() -> None:
    set_of_one = (Role("indicator", "name"), Role("indicator", "unit"), Role("indicator", "target"))
    assert grows_in_proportion(lambda n: group_columns.__wrapped__(set_of_one * n), 100, 300)


def test_a_cell_beyond_the_longest_is_kept_and_not_read() -> None:
    text = "総務課100件。" * (LONGEST_CELL // 8 + 1)
    assert read_kpi(text).targets == ()
    assert read_kpi(text).status == "no_target"
    assert read_value_cell(text, "件", has_year=True, is_target=True) == ()
    assert read_departments(text) == (OfficeUnit(text),)
    assert find_years("令和7年度" + text) == ()


def test_a_long_cell_is_read_to_its_end() -> None:
    text = "市民の利便性の向上を図り" * 300 + "、利用件数を100件とする。" + "申請件数：200件"
    assert [target.value for target in read_kpi(text).targets] == ["100", "200"]

"""Departments in several columns: cases of real and written lists, and what holds for any cells."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxlist.model.roles import RolePart
from dxlist.values.department_columns import read_department_columns
from dxlist.values.departments import OfficeUnit, read_departments
from dxlist.values.unit_names import office_names
from dxlist.words.marks import is_nothing
from tests.values.department_column_cases import CASES, Parts, unit

PARTS: tuple[RolePart, ...] = ("department", "bureau", "", "division", "section")
NAMES = ["子ども", "保育", "総務部", "企画部", "人事課", "政策課", "デジタル庁", "戦略・組織", "教育部総務課", "給与係", "－", "未定", "", "ほか",
         "消防", "消防本部", "中央支所", "会計課", "教育委員会"]  # fmt: skip
CELLS = st.lists(st.sampled_from([*NAMES, "、", "\n", "　", "（", "）", "・"]), max_size=6).map("".join)
COLUMNS = st.lists(st.tuples(st.sampled_from(PARTS), CELLS | st.text(max_size=12)), max_size=5)


def levels(unit: OfficeUnit) -> tuple[str | None, ...]:
    return unit.department, unit.bureau, unit.division, unit.section


@pytest.mark.parametrize(("parts", "units"), CASES)
def test_cases(parts: Parts, units: list[str]) -> None:
    assert [levels(found) for found in read_department_columns(parts)] == list(map(unit, units))


def bare(text: str) -> str:
    return "".join(re.findall(r"\w", text))


@settings(deadline=None)
@given(COLUMNS)
def test_no_letter_is_lost_and_none_is_invented(parts: Parts) -> None:
    printed = [text for _, text in parts if not is_nothing(text)]
    kept = [bare(level) for found in read_department_columns(parts) for level in levels(found) if level]
    assert set("".join(kept)) <= set(bare("".join(printed)))
    names = [name.text for text in printed for name in office_names(text) if not is_nothing(name.text)]
    pieces = [piece for name in names for piece in re.split(r"[\W_]+", name) if piece]
    assert all(any(piece in level for level in kept) for piece in pieces)


@settings(deadline=None)
@given(st.sampled_from(PARTS[:-1]), CELLS)
def test_a_column_alone_is_read_as_ever(part: RolePart, text: str) -> None:
    assert read_department_columns([(part, text)]) == tuple(dict.fromkeys(read_departments(text)))


@settings(deadline=None)
@given(st.sampled_from(NAMES[:10]), st.sampled_from(NAMES[:10]))
def test_one_name_in_each_cell_has_the_level_of_its_header(upper: str, lower: str) -> None:
    """But where one cell repeats or holds the other."""
    found = read_department_columns([("department", upper), ("division", lower)])
    if (
        len(read_departments(upper)) == len(read_departments(lower)) == 1
        and "総務課" not in upper + lower
        and upper != lower
    ):
        assert found == (OfficeUnit(upper, None, lower),)

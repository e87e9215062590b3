"""Departments: cases of real and written cells, and what holds for any text."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxlist.values.departments import OfficeUnit, read_departments
from dxlist.values.unit_names import office_names
from dxlist.words.marks import is_nothing
from dxlist.words.offices import NOT_NAMES
from tests.lists import ROOT
from tests.values.department_cases import KNOWN_FAILURES, REAL, WRITTEN, Levels

LINES = (ROOT / "data" / "raw" / "fukushima_r04.tsv").read_text(encoding="utf-8-sig").split("\n")
PARTS = st.lists(
    st.sampled_from(
        [
            *list("部局課室係・、\u3000 （）()／ほか他等"),
            "総務",
            "人事課",
            "企画部",
            "中央支所",
            "教育委員会",
            "事務局",
            "全庁",
            "及び",
            "給与担当",
            "センター",
        ]
    ),
    max_size=14,
).map("".join)
TEXTS = PARTS | st.text(max_size=40)


def test_the_table_is_large_enough() -> None:
    texts = [text for _, text, _ in REAL] + [text for text, _ in (*WRITTEN, *KNOWN_FAILURES)]
    assert len(REAL) >= 25
    assert len(texts) >= 60
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(("line", "text", "_"), REAL)
def test_real_cases_stand_in_their_line(line: int, text: str, _: object) -> None:
    assert "".join(text.split()) in "".join(LINES[line - 1].split())


def levels_of(text: str) -> list[Levels]:
    return [(unit.department, unit.bureau, unit.division) for unit in read_departments(text)]


@pytest.mark.parametrize(("text", "expected"), [*((text, units) for _, text, units in REAL), *WRITTEN])
def test_cases(text: str, expected: list[Levels]) -> None:
    assert levels_of(text) == expected


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(("text", "expected"), KNOWN_FAILURES)
def test_known_failures(text: str, expected: list[Levels]) -> None:
    assert levels_of(text) == expected


def bare(text: str) -> str:
    return "".join(text.split())


def levels(unit: OfficeUnit) -> list[str]:
    return [level for level in (unit.department, unit.bureau, unit.division) if level]


@settings(deadline=None)
@given(TEXTS)
def test_levels_are_parts_of_the_text(text: str) -> None:
    """But for the bracket that closes behind the last of several: 総務課（危機管理室、防災室）."""
    kept = [level for unit in read_departments(text) for level in levels(unit)]
    assert all(level and bare(level).rstrip("）)］]】〕") in bare(text) for level in kept)


@settings(deadline=None)
@given(TEXTS)
def test_names_are_parts_of_the_text_in_order(text: str) -> None:
    names = office_names(text)
    assert all(text[name.start : name.end] == name.text for name in names)
    assert all(a.end <= b.start for a, b in itertools.pairwise(names))


SEPARATORS = re.compile("及び|並びに|と|[①-⑳]")


@settings(deadline=None)
@given(TEXTS)
def test_no_letter_is_lost(text: str) -> None:
    """What stands in no name is a separator, and all of a name stands in some level, but for a sign for nothing."""
    if is_nothing(text):
        assert read_departments(text) == ()
        return
    names, outside = office_names(text), list(text)
    for beside in NOT_NAMES.finditer(text):
        outside[slice(*beside.span())] = " " * len(beside[0])
    for name in names:
        outside[name.start : name.end] = " " * (name.end - name.start)
    assert not any(map(str.isalnum, SEPARATORS.sub("", "".join(outside))))
    kept = [bare(level) for unit in read_departments(text) for level in levels(unit)]
    pieces = [piece for name in names if not is_nothing(name.text) for piece in re.split(r"[\W_]+", name.text) if piece]
    assert all(any(piece in level for level in kept) for piece in pieces)

"""Levels of project names: cases, and what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxlist.values.project_names import read_project_levels
from tests.lists import ROOT
from tests.values.project_cases import KNOWN_FAILURES, REAL, WRITTEN

LINES = (ROOT / "data" / "raw" / "fukushima_r04.tsv").read_text(encoding="utf-8-sig").split("\n")
PARTS = st.lists(
    st.sampled_from(
        [
            *list("（）()【】「」-、・ "),
            "事業",
            "スマート",
            "導入",
            "DX",
            "仮称",
            "（B事業）",
            "推進事業",
            "うち",
            "新規",
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


@pytest.mark.parametrize(("text", "expected"), [*((text, levels) for _, text, levels in REAL), *WRITTEN])
def test_cases(text: str, expected: list[str]) -> None:
    assert list(read_project_levels(text)) == expected


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(("text", "expected"), KNOWN_FAILURES)
def test_known_failures(text: str, expected: list[str]) -> None:
    assert list(read_project_levels(text)) == expected


@settings(deadline=None)
@given(TEXTS)
def test_levels_are_parts_of_the_text_in_order(text: str) -> None:
    at = 0
    for level in read_project_levels(text):
        assert level == level.strip() != ""
        at = text.index(level, at) + len(level)


@settings(deadline=None)
@given(TEXTS)
def test_a_text_has_a_level(text: str) -> None:
    assert bool(read_project_levels(text)) == bool(text.strip())


def test_deep_brackets_do_not_raise() -> None:
    assert read_project_levels("A事業（" * 3000 + "）" * 3000)

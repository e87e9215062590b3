"""Item codes: cases, their order, and what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxlist.values.item_codes import read_field, read_item, sort_key
from tests.lists import ROOT
from tests.values.code_cases import KNOWN_FAILURES, ORDERED, REAL, WRITTEN

LINES = (ROOT / "data" / "raw" / "fukushima_r04.tsv").read_text(encoding="utf-8-sig").split("\n")
PARTS = st.lists(
    st.sampled_from([*list("0123456789（）()-.・、 アイウⅠⅨ①⑴ⅰ第章[]【】"), "計画", "施策", "IX", "No.", "及び"]),
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


@pytest.mark.parametrize(("text", "expected"), [*((text, codes) for _, text, codes in REAL), *WRITTEN])
def test_cases(text: str, expected: list[str]) -> None:
    assert list(read_item(text).codes) == expected


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(("text", "expected"), KNOWN_FAILURES)
def test_known_failures(text: str, expected: list[str]) -> None:
    assert list(read_item(text).codes) == expected


@pytest.mark.parametrize("codes", ORDERED)
def test_order_of_a_document(codes: list[str]) -> None:
    assert sorted(sorted(codes, reverse=True), key=sort_key) == codes


@settings(deadline=None)
@given(TEXTS)
def test_codes_take_the_head_of_the_text(text: str) -> None:
    for read in (read_item, read_field):
        code = read(text)
        assert 0 <= code.length <= len(text)
        assert all(code.codes)


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_keys_are_a_total_order(first: str, second: str, third: str) -> None:
    keys = [sort_key(text) for text in (first, second, third)]
    assert (keys[0] == keys[1]) == (first == second)
    assert (keys[0] < keys[1]) + (keys[1] < keys[0]) + (first == second) == 1
    low, middle, high = sorted(keys)
    assert low <= middle <= high
    assert low <= high


@settings(deadline=None)
@given(TEXTS)
def test_what_is_read_as_a_code_sorts_as_one(text: str) -> None:
    assert all(sort_key(code)[0] == 0 for code in (*read_item(text).codes, *read_field(text).codes))


@given(st.integers(1, 99), st.integers(1, 99), st.integers(1, 99))
def test_numbers_sort_as_numbers(field: int, first: int, second: int) -> None:
    for form in ("{}({})", "{}-{}", "第{}-{}", "施策{}-{}"):
        keys = [sort_key(form.format(field, number)) for number in (first, second)]
        assert (keys[0] < keys[1]) == (first < second)

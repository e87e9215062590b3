"""Sentences without a fault: the DX2xx rules find nothing in them, one by one or as one list."""

import pytest

import dxlist
from tests.damage import generate
from tests.rules.right_texts import SENTENCES
from tests.rules.written_lists import found_in, written


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nothing_is_found_in_a_right_sentence(sentence: str) -> None:
    assert [one.finding("en").message for one in found_in(written(sentence), "DX2")] == []


def test_nothing_worse_than_info_in_all_of_them_together() -> None:
    worse = [one.finding("en").message for one in found_in(written(*SENTENCES), "DX2") if one.severity != "info"]
    assert worse == []


@pytest.mark.parametrize("seed", range(12))
def test_nothing_worse_than_info_in_generated_lists(seed: int) -> None:
    document = dxlist.parse(generate(seed).data, stem="generated")
    assert [one.finding("en").message for one in found_in(document, "DX2") if one.severity != "info"] == []

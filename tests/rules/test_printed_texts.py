"""Where patterns are tried over the texts of a list."""

from __future__ import annotations

import re

import pytest

import dxlist
from dxlist.rules.dx2_texts.printed_texts import PrintedTexts, all_texts_of
from dxlist.rules.listed import Listed
from dxlist.rules.settled_cells import with_settled_cells
from dxlist.text.regex import regex


@pytest.fixture(scope="module")
def texts() -> PrintedTexts:
    """The texts of the shipped list."""
    return all_texts_of(Listed("list", with_settled_cells(dxlist.parse("data/raw/fukushima_r04.tsv"))))


@pytest.mark.parametrize(
    "source", ["デジタル", "[ァ-ヺー]{4,}", r"[0-9]+(?![0-9件])", "(?m)^県", "。", "推進\n", "無い語"]
)
def test_a_pattern_is_met_in_the_texts_in_which_it_stands(texts: PrintedTexts, source: str) -> None:
    pattern = re.compile(source)
    found = [(text, match.span()) for text, match in texts.finditer(pattern)]
    assert found == [(text, match.span()) for text in texts.all for match in pattern.finditer(text.narrow)]


def test_a_pattern_whose_words_the_list_does_not_have_is_not_compiled(texts: PrintedTexts) -> None:
    pattern = regex("無い語|デジタル")
    assert not list(texts.finditer(pattern, ("無い語",)))
    assert "search" not in vars(pattern)
    assert list(texts.finditer(pattern, ("無い語", "デジタル")))

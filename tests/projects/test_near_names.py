"""Names that may be near each other: found by a table in place of all their keys, and long texts are not searched."""

from itertools import pairwise

import pytest

from dxlist.projects.blocking import LONGEST, deletion_keys, trigram_candidates, typo_candidates
from dxlist.projects.conflicts.differences import LONGEST_COMPARED, differing_spans
from tests.counting import calls, grows_in_proportion

NAMES = [f"電子申請{a}推進{b}事業" for a in "第一二三四五窓口道路" for b in "基盤整備開発研究教育"]


def test_every_pair_that_shares_a_key_is_a_candidate() -> None:
    found = {(one, other) for one, others in typo_candidates(NAMES) for other in others}
    first = NAMES[0]
    near = {name for name in NAMES[1:8] if deletion_keys(first) & deletion_keys(name)}
    assert near
    assert {(name, first) for name in near} <= found
    assert all(deletion_keys(one) & deletion_keys(other) for one, other in found)


def test_a_long_text_is_no_name_to_search_for() -> None:
    long = ["あ" * LONGEST + tail for tail in "いう"]
    assert [others for _, others in typo_candidates(long)] == [set(), set()]
    assert trigram_candidates(long) == set()
    assert calls(lambda: list(typo_candidates([name * 100 for name in long]))) < LONGEST


@pytest.mark.parametrize("size", [LONGEST_COMPARED // 2, LONGEST_COMPARED * 2])
def test_long_texts_differ_where_they_differ(size: int) -> None:
    one, two = ("あ" * size + number + "い" * size for number in ("41団体", "42団体"))
    assert differing_spans([one, two]) == [[(size, size + 2)], [(size, size + 2)]]
    assert differing_spans([one, one]) == [[], []]


def test_many_numbers_that_differ_are_put_together_once() -> None:
    texts = [["".join(f"{at}{sign}、" for at in range(size)) for sign in "件人"] for size in (50, 400)]
    by_size = dict(zip((50, 400), texts, strict=True))
    spans = differing_spans(by_size[50])[1]
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    assert grows_in_proportion(lambda size: len(differing_spans([by_size[size][0], ""])), 50, 400)

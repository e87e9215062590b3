"""Hard pairs of rows get the verdict of the table, in whichever order they are handed in."""

import pytest

from dxlist import find_projects
from dxlist.projects.rows import government_of
from tests.projects.hard_pairs import DIFFERENT, PAIRS, SAME, SUGGEST, Pair
from tests.projects.rows import row

MOST = 40


def verdict(pair: Pair, *, swapped: bool = False) -> str:
    rows = [row(pair.one, line=1, **pair.first), row(pair.two, line=2, **pair.second)]
    found = find_projects(reversed(rows) if swapped else rows)
    if len(found.projects) == 1:
        return SAME
    assert len(found.projects) == 2
    return SUGGEST if found.suggested else DIFFERENT


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.verdict}-{pair.why}")
def test_hard_pairs(pair: Pair) -> None:
    assert verdict(pair) == verdict(pair, swapped=True) == pair.verdict


def test_the_table_is_large_enough() -> None:
    assert len(PAIRS) >= MOST
    assert {pair.verdict for pair in PAIRS} == {SAME, SUGGEST, DIFFERENT}


def test_a_government_is_known_by_its_code_its_name_or_its_list() -> None:
    with_name = row("A").model_copy(update={"local_government_code": None, "local_government_name": "福島県"})
    assert government_of(row("A")) == "070009"
    assert government_of(with_name) == "福島県"
    assert government_of(row("A", government=None, document="list")) == "list"

"""Names that differ in one letter are joined where the letter is wrong, and not where it means something."""

from functools import cache
from pathlib import Path

import pytest

import dxlist
from dxlist import find_projects
from dxlist.model.initiative import Initiative
from dxlist.projects.clusters import cluster_rows
from dxlist.projects.names import name_keys
from dxlist.projects.rows import Row
from tests.lists import ROOT
from tests.projects.judged_pairs import JOINED, NEAR, ONE_SOUND, SLIPS, TWO_PROJECTS
from tests.projects.rows import OVERVIEW, row

REAL = ROOT.parent / "shared" / "real"
needs_real_lists = pytest.mark.skipif(not REAL.is_dir(), reason="the real lists are not here")


def count(one: str, two: str, times: tuple[int, int] = (1, 1), overview: str | None = None) -> int:
    """Return how many projects two names are, each printed in so many years."""
    names = [
        (name, line, year) for line, (name, n) in enumerate(zip((one, two), times, strict=True), 1) for year in range(n)
    ]
    return len(
        find_projects(row(name, line=line, year=2015 + year, overview=overview) for name, line, year in names).projects
    )


@pytest.mark.parametrize("pair", TWO_PROJECTS)
def test_a_letter_that_means_something_parts_two_projects(pair: str) -> None:
    one, two = pair.split("/")
    assert count(one, two) == count(two, one) == 2
    assert count(one, two, (5, 1)) == count(one, two, (1, 5)) == 2, "however often one of them is printed"
    assert count(one, two, overview=OVERVIEW) == 2, "whatever else agrees"


@pytest.mark.parametrize("pair", ONE_SOUND)
def test_two_words_of_one_sound_are_one_where_all_else_agrees(pair: str) -> None:
    one, two = pair.split("/")
    assert count(one, two) == count(one, two, (5, 1)) == 2
    assert count(one, two, overview=OVERVIEW) == 1


@pytest.mark.parametrize(("one", "two", "why"), SLIPS)
def test_a_spelling_that_is_no_word_is_the_other(one: str, two: str, why: str) -> None:
    assert count(one, two) == count(two, one) == 1, why


@cache
def real_rows(name: str) -> dict[int, Initiative]:
    return {initiative.line: initiative for initiative in dxlist.parse(Path(REAL / name))}


@needs_real_lists
def test_near_names_of_real_lists() -> None:
    """All as if of one division, which prints nothing but names: the worst case."""
    lines = {(name, line) for _, a, b, c, d, _ in NEAR for name, line in ((a, b), (c, d))}
    names = {key: str(real_rows(key[0])[key[1]].project_name) for key in lines}
    rows = [
        Row(
            f"{name}-{line}",
            name,
            line,
            "1",
            2022,
            text,
            tuple(real_rows(name)[line].project_levels),
            ("総務部/総務課",),
        )
        for (name, line), text in sorted(names.items())
    ]
    home = {
        link.row.initiative_id: at for g in cluster_rows(rows) for at, c in enumerate(g.clusters) for link in c.links
    }
    joined = {(a, b, c, d) for _, a, b, c, d, _ in NEAR if home[f"{a}-{b}"] == home[f"{c}-{d}"]}
    same = {(a, b, c, d) for verdict, a, b, c, d, _ in NEAR if verdict == "same"}
    assert len(NEAR) - len(same) >= 60
    assert joined == same
    assert len({name_keys(text).respelled for text in names.values()}) > len(names) * 0.8


DRAWN = [
    pytest.param(*key, marks=pytest.mark.xfail(reason="one name, division and year, another account") if wrong else ())
    for key in JOINED
    for wrong in [key[1] == "different"]
]


@needs_real_lists
@pytest.mark.parametrize(("name", "verdict"), DRAWN)
def test_joins_drawn_from_real_lists(name: str, verdict: str) -> None:
    found = find_projects(real_rows(name).values())
    home = {mention.line: project.project_id for project in found.projects for mention in project.mentions}
    wrong = [(a, b) for a, b in JOINED[name, verdict] if (home[a] == home[b]) != (verdict == "same")]
    assert not wrong


@needs_real_lists
def test_a_hundred_joins_are_judged() -> None:
    assert sum(map(len, JOINED.values())) >= 100

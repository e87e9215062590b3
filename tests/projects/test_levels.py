"""The comparison levels: what they say runs, in the order in which it is told; and the components that they make."""

from itertools import combinations, product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxlist import find_projects
from dxlist.model.project import LevelName
from dxlist.projects.clusters import cluster_rows
from dxlist.projects.decisions.checks import check_contradictions
from dxlist.projects.decisions.files import Decision, DecisionFile
from dxlist.projects.graph import Components
from dxlist.projects.levels import BLOCKING_LEVEL, DECIDED, FIRST, KEY_LEVELS, LABELS, LEVELS, SPELLING_LEVEL
from dxlist.projects.names import name_keys
from dxlist.projects.rows import Row, initiative_to_row
from tests.projects.noise import Plan, make_mentions
from tests.projects.rows import row

CASES = [
    # the level, the name of the first row, that of the second
    ("exact", "デジタル変革（DX）推進事業", "デジタル変革（DX）推進事業"),
    ("folded", "デジタル変革（DX）推進事業", "デジタル変革(ＤＸ) 推進事業"),
    ("folded", "オープンデータの推進①", "オープンデータの推進(1)"),
    ("expanded", "福島県警察DX推進事業", "福島県警察デジタルトランスフォーメーション推進事業"),
    ("respelled", "行政手続のオンライン化", "行政手続きのオンライン化"),
    ("typo", "申請・届出オンライン化事業", "申請・届出オンライ化事業"),
]


def first_key_level(one: Row, two: Row) -> str | None:
    """Return the first level with a key on which two rows are one."""
    pairs = [(each, name_keys(each.name or "")) for each in (one, two)]
    shared = (level.name for level in KEY_LEVELS if len({level.key(*pair) for pair in pairs}) == 1)
    return next(shared, None)


@pytest.mark.parametrize(("level", "one", "two"), CASES)
def test_the_first_level_that_holds_joins(level: str, one: str, two: str) -> None:
    rows = [row(one, line=1), row(two, line=2)]
    (project,) = find_projects(rows).projects
    assert [mention.level for mention in project.mentions] == ["first", level]
    assert first_key_level(*map(initiative_to_row, rows)) == (None if level == "typo" else level)


def test_a_merged_cell_is_known_before_names_are_compared() -> None:
    rows = [row("DX推進事業", line=1), row("DX推進事業", line=2, filled_from=1), row("DX推進事業", line=3)]
    (project,) = find_projects(rows).projects
    assert [mention.level for mention in project.mentions] == ["first", "merged", "exact"]


def test_a_person_may_join_a_row_that_is_not_the_first_of_its_name() -> None:
    names = ("DX推進事業", "DX推進事業", "県庁LANの更新", "県庁LANの更新")
    rows = [row(name, line=line) for line, name in enumerate(names, 1)]
    ids = [initiative.initiative_id for initiative in rows]
    (project,) = find_projects(rows, [Decision("same", (ids[0], ids[3]))]).projects
    assert [(mention.level, mention.joined_to) for mention in project.mentions] == [
        ("first", None),
        ("exact", ids[0]),
        ("exact", ids[3]),
        ("decided", ids[0]),
    ]


def test_every_row_has_the_first_level_that_holds_with_the_row_it_was_joined_to() -> None:
    rows = [mention for mention, _ in make_mentions(Plan(1500))]
    seen = set[str]()
    for government in cluster_rows(rows):
        for link in (link for cluster in government.clusters for link in cluster.links if link.joined_to):
            assert link.joined_to is not None
            assert first_key_level(link.joined_to, link.row) == (None if link.level == "typo" else link.level)
            seen.add(link.level)
    assert seen == {"exact", "folded", "expanded", "respelled", "typo"}


def test_the_model_names_the_levels_in_the_order_in_which_they_run() -> None:
    assert get_args(LevelName) == (FIRST.name, DECIDED.name, *(level.name for level in LEVELS)) == tuple(LABELS)
    assert (SPELLING_LEVEL.name, BLOCKING_LEVEL.name) == ("expanded", "respelled")


PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12)


@given(PAIRS, PAIRS)
def test_components_grow_along_must_links_and_never_across_a_cannot_link(
    cannot: list[tuple[int, int]], must: list[tuple[int, int]]
) -> None:
    components, sets = Components(range(8)), [{at} for at in range(8)]
    for one, two in cannot:
        components.keep_apart(one, two)
    for one, two in must:
        a, b = (next(own for own in sets if at in own) for at in (one, two))
        forbidden = any(({x, y} <= a | b) for x, y in cannot if x != y)
        assert components.are_apart(one, two) == (a is not b and forbidden)
        assert components.join(one, two) == (a is b or not forbidden)
        if a is not b and not forbidden:
            sets = [own for own in sets if own not in (a, b)] + [a | b]
    assert sorted(map(sorted, sets)) == sorted(components.sets())
    assert all(components.are_one(one, two) for own in sets for one, two in product(own, own))
    assert not any(components.are_one(min(one), min(two)) for one, two in combinations(sets, 2))


def test_many_decisions_are_checked_without_comparing_all_with_all() -> None:
    """Twenty thousand rows are two hundred million pairs: comparing them would take minutes."""
    rows = tuple(f"a-{line:05d}" for line in range(20_000))
    chain = [Decision("same", pair) for pair in zip(rows[:-1:2], rows[1::2], strict=True)]
    check_contradictions(DecisionFile("d.toml", (*chain, Decision("different", rows[::2]))))

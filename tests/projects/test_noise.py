"""Damaged names are joined all the same, and near names of other projects are not: pairwise, against a known truth."""

import random
from collections import defaultdict

import pytest

import dxlist
from dxlist.model.initiative import Initiative
from dxlist.projects.blocking import MOST_IN_BLOCK, typo_candidates
from dxlist.projects.clusters import cluster_rows
from dxlist.projects.rows import Row
from dxlist.projects.suggesting import near_clusters
from dxlist.values.project_names import read_project_levels
from tests.lists import SHIPPED
from tests.projects.gold import ROWS, SHARED
from tests.projects.noise import Noise, Plan, damage, make_mentions
from tests.projects.scores import Score, score

NAMES_ONLY = Noise(abbreviation=0.0, no_division=0.0)
COPIES = 8
DAMAGES = {
    "width": NAMES_ONLY._replace(width=1.0, blanks=0.0, brackets=0.0, bracket_lost=0.0, typo=0.0),
    "blanks of wrapped names": NAMES_ONLY._replace(width=0.0, blanks=1.0, brackets=0.0, bracket_lost=0.0, typo=0.0),
    "shapes of brackets": NAMES_ONLY._replace(width=0.0, blanks=0.0, brackets=1.0, bracket_lost=0.0, typo=0.0),
    "lost brackets": NAMES_ONLY._replace(width=0.0, blanks=0.0, brackets=0.0, bracket_lost=1.0, typo=0.0),
    "typos": NAMES_ONLY._replace(width=0.0, blanks=0.0, brackets=0.0, bracket_lost=0.0, typo=0.3),
    "abbreviations": NAMES_ONLY._replace(abbreviation=1.0, typo=0.0),
    "all of it": Noise(no_division=0.0),
}


def measure(mentions: list[tuple[Row, int]]) -> Score:
    rows = [row._replace(handle=at) for at, (row, _) in enumerate(mentions)]
    clusters, suggested = list[list[int]](), list[tuple[int, int]]()
    for government in cluster_rows(rows):
        first = len(clusters)
        clusters += [[mentions[link.row.handle][1] for link in c.links] for c in government.clusters]
        near = near_clusters([cluster.vertices for cluster in government.clusters], government.kept_apart)
        suggested += [(first + pair.one, first + pair.two) for pair in near]
    return score(clusters, suggested, len(rows))


def test_noisy_mentions_of_many_governments() -> None:
    found = measure(list(make_mentions(Plan(10_000))))
    print(found)
    assert found.precision >= 0.999
    assert found.recall >= 0.95
    assert found.recall_suggested >= 0.98
    assert found.suggestions <= 0.03


def test_the_same_seed_gives_the_same_mentions() -> None:
    assert list(make_mentions(Plan(300))) == list(make_mentions(Plan(300)))


def damaged(noise: Noise, seed: int) -> list[Initiative]:
    """Return the shipped list with its names damaged; what a merged cell fills is damaged once."""
    chance, printed = random.Random(seed), dict[int, str]()
    copies = []
    for initiative in dxlist.parse(SHIPPED):
        source = initiative.sources["project_name"]
        assert source is not None
        name = printed.setdefault(source.line, damage(chance, initiative.project_name or "", noise))
        update = {"project_name": name, "project_levels": list(read_project_levels(name))}
        copies.append(initiative.model_copy(update=update))
    return copies


@pytest.mark.parametrize("kind", DAMAGES)
def test_damaged_copies_of_the_shipped_list(kind: str) -> None:
    home = {line: number for number, lines in enumerate(SHARED) for line in lines}
    clusters, suggested = list[list[int]](), 0
    for seed in range(COPIES):
        found = dxlist.find_projects(damaged(DAMAGES[kind], seed))
        first = 1000 * seed
        clusters += [[first + home.get(m.line, 100 + m.line) for m in p.mentions] for p in found.projects]
        suggested += len(found.suggested)
    total = score(clusters, (), ROWS * COPIES)
    print(kind, total, f"suggested {suggested / COPIES:.1f} a copy")
    assert total.precision == 1
    assert total.recall >= (0.9 if DAMAGES[kind].typo else 1)


def test_a_word_in_every_name_makes_no_block_of_all() -> None:
    names = [f"{first}{second}支援事業" for first in "青赤白黒緑黄紫茶紺藍" * 30 for second in ("あいうえお" * 20)]
    compared = sum(len(found) for _, found in typo_candidates(dict.fromkeys(names)))
    assert compared <= len(set(names)) * MOST_IN_BLOCK * (max(map(len, names)) + 1)


def test_ten_times_the_names_are_compared_ten_times_as_often() -> None:
    """Counted, not timed: every name ends on 推進事業 and begins like a hundred others."""
    counts = defaultdict[int, int](int)
    for size in (1_000, 10_000):
        chance = random.Random(7)
        letters = [chr(0x4E00 + at) for at in range(3000)]
        names = ["".join(chance.choices(letters, k=4)) + "推進事業" for _ in range(size)]
        counts[size] = sum(1 + len(found) for _, found in typo_candidates(dict.fromkeys(names)))
    assert counts[10_000] <= 13 * counts[1_000]

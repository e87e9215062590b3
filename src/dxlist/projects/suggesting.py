"""``near_clusters``: clusters of near names that were not joined -> pairs for a person to look at.

A suggestion must be worth a person's time, so what surely tells two names apart (a number, a numbering, a word of
contrast, three departments with one name) is not suggested, and of the names near a rare one only the nearest is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from dxlist.collector import without_collection
from dxlist.projects.evidence import say_the_same, share_unit, similarity
from dxlist.projects.names import is_generic, name_keys
from dxlist.projects.namesakes import MOST_NAMESAKES
from dxlist.projects.slips import tell_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.projects.parts import Part

NEAR_NAME = 88.0
"""Ratio from which two names are near: 先端ICT技術開発事業 / 先端ICT技術活用事業 are not (85)."""
MOST_IN_BLOCK = 12
GRAMS_TRIED = 6
"""Of the three-letter pieces of a name, how many of the rarest are blocking keys; a piece in more names than a block
holds is no key, so that 推進事業 in every name makes no block."""
LONG_ENOUGH = 6
_NUMBER = re.compile("[0-9]+")


class Near(NamedTuple):
    """Two clusters, the better attested first, how similar their names are, and what kept them apart."""

    one: int
    two: int
    similarity: float
    reason: str


class Face(NamedTuple):
    """What of a cluster is compared: the keys of its levels, and what its rows say."""

    key: str
    prints: int
    years: frozenset[int | None]
    levels: tuple[str, ...]
    units: frozenset[str]
    overviews: frozenset[str]
    targets: frozenset[str]


def face_of(parts: Sequence[Part]) -> Face:
    """Return the face of a cluster: the name of its best attested part, what all its parts say."""
    return Face(
        key=parts[0].key,
        prints=sum(part.prints for part in parts),
        years=frozenset(row.fiscal_year for part in parts for row in part.rows),
        levels=tuple(name_keys(level).respelled for level in parts[0].rows[0].levels),
        units=frozenset().union(*(part.units for part in parts)),
        overviews=frozenset().union(*(part.overviews for part in parts)),
        targets=frozenset().union(*(part.targets for part in parts)),
    )


def near_clusters(clusters: Sequence[Sequence[Part]], kept_apart: Iterable[tuple[int, int, str]]) -> list[Near]:
    """Return the pairs to suggest, of each less attested cluster the nearest one, the most similar first.

    Args:
        clusters: the parts of each, clusters in order of attestation.
        kept_apart: pairs that the search for slips met, and why they were not joined.
    """
    with without_collection():
        faces = [face_of(parts) for parts in clusters]
        found = dict[tuple[int, int], str]()
        for one, two, reason in (*kept_apart, *_namesakes(faces), *_dropped(faces), *_moved(faces), *_similar(faces)):
            found.setdefault((min(one, two), max(one, two)), reason)
        scored = [Near(a, b, similarity(faces[a].key, faces[b].key), reason) for (a, b), reason in found.items()]
        return _nearest(scored)


def _nearest(pairs: Sequence[Near]) -> list[Near]:
    """Keep of the pairs of each cluster with better attested ones the nearest, and both where it is ambiguous."""
    best = dict[int, Near]()
    ordered = sorted(pairs, key=lambda near: (-near.similarity, near.one, near.two))
    for near in ordered:
        best.setdefault(near.two, near)
    return [near for near in ordered if near.reason == "ambiguous" or best[near.two] is near]


def _namesakes(faces: Sequence[Face]) -> Iterator[tuple[int, int, str]]:
    for at in _groups((face.key, i) for i, face in enumerate(faces)):
        if len(at) <= MOST_NAMESAKES and not is_generic(faces[at[0]].key):
            known = all(faces[i].units for i in at)
            yield at[0], at[1], "other_divisions" if known else "respelled"


def _dropped(faces: Sequence[Face]) -> Iterator[tuple[int, int, str]]:
    """Yield a programme that stands alone beside the only project under it (lines 135 and 113 of fukushima_r04)."""
    below = defaultdict[str, list[int]](list)
    for at, face in enumerate(faces):
        if len(face.levels) > 1:
            below[face.levels[0]].append(at)
    for at, face in enumerate(faces):
        if len(face.levels) == 1 and len(own := below.get(face.levels[0], [])) == 1 and _may_be(face, faces[own[0]]):
            yield at, own[0], "bracket_dropped"


def _moved(faces: Sequence[Face]) -> Iterator[tuple[int, int, str]]:
    """Yield two projects of one last level, under two programmes or one of them under none."""
    lasts = ((face.levels[-1], i) for i, face in enumerate(faces) if face.levels and _is_own(face.levels[-1]))
    for at in _groups(lasts):
        if len(at) <= MOST_NAMESAKES and _may_have_moved(faces[at[0]], faces[at[1]]):
            yield at[0], at[1], "other_programme"


def _may_have_moved(one: Face, two: Face) -> bool:
    """Return whether one may stand where the other stood: of one year they are two, unless they say the same."""
    if one.levels == two.levels or _numbers(one) != _numbers(two):
        return False
    if None in one.years or not one.years.isdisjoint(two.years):
        return _say_the_same(one, two)
    return _may_be(one, two)


def _numbers(face: Face) -> list[str]:
    return _NUMBER.findall(face.key)


def _is_own(key: str) -> bool:
    return len(key) >= LONG_ENOUGH and not is_generic(key)


def _may_be(one: Face, two: Face) -> bool:
    """Return whether division, overview or targets agree, or the division of one is not known."""
    return not one.units or not two.units or share_unit(one.units, two.units) or _say_the_same(one, two)


def _say_the_same(one: Face, two: Face) -> bool:
    return say_the_same(one.overviews, two.overviews) or say_the_same(one.targets, two.targets)


def _similar(faces: Sequence[Face]) -> Iterator[tuple[int, int, str]]:
    """Yield names of which every level is near the other's, and that nothing tells apart."""
    for one, two in sorted(_similar_candidates(faces)):
        a, b = faces[one], faces[two]
        if len(a.levels) != len(b.levels) or min(a.prints, b.prints) > 1 or not _may_be(a, b):
            continue  # Names that both recur are meant as they are.
        levels = [(x, y) for x, y in zip(a.levels, b.levels, strict=True) if x != y]
        near = all(similarity(x, y) >= NEAR_NAME for x, y in levels)
        if near and not tell_apart(a.key, b.key):
            yield one, two, "similar"


def _similar_candidates(faces: Sequence[Face]) -> set[tuple[int, int]]:
    """Return the pairs that share one of their rarest pieces of three letters."""
    grams = [{key[i : i + 3] for i in range(len(key) - 2)} for key in (face.key for face in faces)]
    counts = Counter(gram for own in grams for gram in own)
    rare = (sorted((g for g in own if 1 < counts[g] <= MOST_IN_BLOCK), key=lambda g: (counts[g], g)) for own in grams)
    blocks = _groups((gram, at) for at, own in enumerate(rare) for gram in own[:GRAMS_TRIED])
    return {pair for block in blocks for pair in combinations(block, 2)}


def _groups(pairs: Iterable[tuple[str, int]]) -> list[list[int]]:
    """Return the numbers that share a key, where two or more do."""
    found = defaultdict[str, list[int]](list)
    for key, at in pairs:
        if key:
            found[key].append(at)
    return [at for at in found.values() if len(at) > 1]

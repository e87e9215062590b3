"""``near_clusters``: clusters of near names that were not joined -> pairs for a person to look at.

A suggestion must be worth a person's time, so what surely tells two names apart (a number, a numbering, a word of
contrast, three departments with one name) is not suggested, and of the names near a rare one only the nearest is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.collector import without_collection
from dxlist.projects.blocking import shared_keys, trigram_candidates
from dxlist.projects.evidence import agree_in_units, agree_in_words, similarity
from dxlist.projects.homonyms import MOST_HOMONYMS
from dxlist.projects.names import is_generic, is_own, name_keys
from dxlist.projects.rows import grouped
from dxlist.projects.typos import tell_apart
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from dxlist.projects.graph import Vertex

NEAR_NAME = 88.0
"""Ratio from which two names are near: 先端ICT技術開発事業 / 先端ICT技術活用事業 are not (85)."""
_NUMBER = regex("[0-9]+")

SUGGESTION_REASONS: dict[str, Bilingual] = {
    "other_divisions": Bilingual("同じ名称だが、担当課も内容も異なる", "one name, but other divisions and contents"),
    "respelled": Bilingual("表記が異なり、担当課などで確かめられない", "another spelling, and nothing else agrees"),
    "both_attested": Bilingual("一字違いだが、どちらの名称も繰り返し現れる", "a letter differs, and both names recur"),
    "no_division": Bilingual("一字違いだが、担当課などで確かめられない", "a letter differs, and nothing else agrees"),
    "other_overviews": Bilingual("一字違いだが、事業概要が異なる", "a letter differs, and the overviews do too"),
    "other_word": Bilingual("一字違いだが、別の語とも読める", "a letter differs that may make another word"),
    "ambiguous": Bilingual("一字違いの事業が2つ以上ある", "a letter away from more than one project"),
    "bracket_dropped": Bilingual("一方に個別事業名がない", "one of them names no sub-project"),
    "other_programme": Bilingual("個別事業名は同じだが、上位の事業が異なる", "one sub-project, other programmes"),
    "similar": Bilingual("名称が似ている", "the names are similar"),
}
"""``Suggestion.reason`` -> what kept the two projects apart."""


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
    units: Collection[str]
    overviews: Collection[str]
    targets: Collection[str]


def face_of(vertices: Sequence[Vertex]) -> Face:
    """Return the face of a cluster: the name of its best attested vertex, what all its vertices say."""
    return Face(
        key=vertices[0].key,
        prints=sum(vertex.prints for vertex in vertices),
        years=frozenset(row.fiscal_year for vertex in vertices for row in vertex.rows),
        levels=tuple(name_keys(level).respelled for level in vertices[0].rows[0].levels),
        units=_union([vertex.units for vertex in vertices]),
        overviews=_union([vertex.overviews for vertex in vertices]),
        targets=_union([vertex.targets for vertex in vertices]),
    )


def _union(texts: Sequence[Collection[str]]) -> Collection[str]:
    return texts[0] if len(texts) == 1 else frozenset().union(*texts)


def near_clusters(clusters: Sequence[Sequence[Vertex]], kept_apart: Iterable[tuple[int, int, str]]) -> list[Near]:
    """Return the pairs to suggest, of each less attested cluster the nearest one, the most similar first.

    Args:
        clusters: the vertices of each, clusters in order of attestation.
        kept_apart: pairs that the search for typos met, and why they were not joined.
    """
    with without_collection():
        faces = [face_of(vertices) for vertices in clusters]
        found = dict[tuple[int, int], str]()
        for one, two, reason in (*kept_apart, *_homonyms(faces), *_dropped(faces), *_moved(faces), *_similar(faces)):
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


def _homonyms(faces: Sequence[Face]) -> Iterator[tuple[int, int, str]]:
    for at in shared_keys((face.key, i) for i, face in enumerate(faces)):
        if len(at) <= MOST_HOMONYMS and not is_generic(faces[at[0]].key):
            known = all(faces[i].units for i in at)
            yield at[0], at[1], "other_divisions" if known else "respelled"


def _dropped(faces: Sequence[Face]) -> Iterator[tuple[int, int, str]]:
    """Yield a programme that is printed alone, with the only project under it (lines 135 and 113 of fukushima_r04)."""
    below = grouped((face.levels[0], at) for at, face in enumerate(faces) if len(face.levels) > 1)
    for at, face in enumerate(faces):
        if len(face.levels) == 1 and len(own := below.get(face.levels[0], [])) == 1 and _may_be(face, faces[own[0]]):
            yield at, own[0], "bracket_dropped"


def _moved(faces: Sequence[Face]) -> Iterator[tuple[int, int, str]]:
    """Yield two projects of one last level, under two programmes or one of them under none."""
    lasts = ((face.levels[-1], i) for i, face in enumerate(faces) if face.levels and is_own(face.levels[-1]))
    for at in shared_keys(lasts):
        if len(at) <= MOST_HOMONYMS and _may_have_moved(faces[at[0]], faces[at[1]]):
            yield at[0], at[1], "other_programme"


def _may_have_moved(one: Face, two: Face) -> bool:
    """Return whether one may be the other, moved to another programme; in one year only where their words agree."""
    if one.levels == two.levels or _NUMBER.findall(one.key) != _NUMBER.findall(two.key):
        return False
    if None in one.years or not one.years.isdisjoint(two.years):
        return agree_in_words(one, two)
    return _may_be(one, two)


def _may_be(one: Face, two: Face) -> bool:
    """Return whether division, overview or targets agree, or the division of one is not known."""
    return not one.units or not two.units or agree_in_units(one, two) or agree_in_words(one, two)


def _similar(faces: Sequence[Face]) -> Iterator[tuple[int, int, str]]:
    """Yield names of which every level is near the other's, and that nothing tells apart."""
    for one, two in sorted(trigram_candidates([face.key for face in faces])):
        a, b = faces[one], faces[two]
        if len(a.levels) != len(b.levels) or min(a.prints, b.prints) > 1 or not _may_be(a, b):
            continue  # Names that both recur are meant as they are.
        levels = [(x, y) for x, y in zip(a.levels, b.levels, strict=True) if x != y]
        near = all(similarity(x, y) >= NEAR_NAME for x, y in levels)
        if near and not tell_apart(a.key, b.key):
            yield one, two, "similar"

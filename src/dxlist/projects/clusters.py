"""``cluster_rows``: rows -> clusters, each one project, with the level that joined every row and the row it joined."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dxlist.collector import without_collection
from dxlist.projects.decisions.constraints import Constraints
from dxlist.projects.graph import Graph, Vertex, vertex_of
from dxlist.projects.homonyms import split_homonyms
from dxlist.projects.levels import BLOCKING_LEVEL, FIRST, KEY_LEVELS, SEARCH_LEVELS, SPELLING_LEVEL
from dxlist.projects.names import name_keys
from dxlist.projects.rows import grouped, order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.project import LevelName
    from dxlist.projects.decisions.files import Decision
    from dxlist.projects.graph import Edge
    from dxlist.projects.names import NameKeys
    from dxlist.projects.rows import Row


class Link(NamedTuple):
    """A row, what joined it, and to which row; the first row is joined to none."""

    row: Row
    level: LevelName
    joined_to: Row | None


class Cluster(NamedTuple):
    """One project: its vertices, the best attested first, and its rows, each with what joined it."""

    vertices: tuple[Vertex, ...]
    links: tuple[Link, ...]

    def rows(self) -> list[Row]:
        """Return its rows in order of year, list and line."""
        return sorted((link.row for link in self.links), key=order)


@dataclass(frozen=True, slots=True)
class Government:
    """The clusters of one government, and which were met and not joined, and why, as positions in ``clusters``."""

    name: str
    clusters: tuple[Cluster, ...]
    kept_apart: tuple[tuple[int, int, str], ...]


COMMON = 3
"""A text of so many names or more is a phrase, and proves nothing: 国の動向を踏まえ検討する。"""


def cluster_rows(rows: Iterable[Row], decisions: Iterable[Decision] = ()) -> Iterator[Government]:
    """Yield for each government its clusters; every row is in exactly one, whatever the order of the rows."""
    constraints = Constraints(decisions)
    by_government = grouped((row.government, row) for row in rows)
    for name in sorted(by_government):
        with without_collection():
            government = cluster_government(name, by_government.pop(name), constraints)
        yield government


def cluster_government(name: str, rows: Sequence[Row], constraints: Constraints) -> Government:
    """Return the clusters of the rows of one government."""
    vertices = sorted(constraints.split(_vertices(rows)), key=Vertex.rank)
    graph = Graph(vertices, constraints.cannot_links(vertices))
    constraints.join(graph)
    for level in SEARCH_LEVELS:
        level.join(graph, level.name)
    found = graph.clusters()
    clusters = tuple(Cluster(tuple(vertices[i] for i in at), tuple(_links_of(graph, at))) for at in found)
    home = {i: number for number, at in enumerate(found) for i in at}
    kept_apart = ((home[one], home[two], why) for one, two, why in graph.kept_apart)
    return Government(name, clusters, tuple((one, two, why) for one, two, why in kept_apart if one != two))


def _vertices(rows: Sequence[Row]) -> Iterator[Vertex]:
    """Yield a vertex for the rows of each name and project; a row without a name is one of its own."""
    keyed = ((row, name_keys(row.name or "")) for row in rows)
    blocks = grouped((BLOCKING_LEVEL.key(*pair), pair) for pair in keyed)
    yield from (vertex_of("", [pair]) for pair in blocks.pop("", ()))
    common = _common_texts(blocks)
    for key, block in blocks.items():
        spellings = [SPELLING_LEVEL.key(*pair) for pair in block]
        for at in split_homonyms(key, [row for row, _ in block], spellings, common):
            yield vertex_of(key, [block[i] for i in at], common)


def _common_texts(blocks: dict[str, list[tuple[Row, NameKeys]]]) -> frozenset[str]:
    """Return the overviews and targets that belong to many names."""
    counts = Counter[str]()
    for block in blocks.values():
        counts.update({text for row, _ in block for text in (row.overview, row.targets) if text})
    return frozenset(text for text, count in counts.items() if count >= COMMON)


def _links_of(graph: Graph, cluster: Sequence[int]) -> Iterator[Link]:
    """Yield the rows of a cluster from its best attested vertex on, vertex by vertex along the edges that joined it."""
    seen, waiting = {cluster[0]}, [cluster[0]]
    yield from _links_within(graph.vertices[cluster[0]], None)
    while waiting:
        at = waiting.pop(0)
        for edge in graph.edges.get(at, ()):
            two = edge.two if edge.one == at else edge.one
            if two not in seen:
                seen.add(two)
                waiting.append(two)
                yield from _links_within(graph.vertices[two], _link_along(graph, edge, at, two))


def _link_along(graph: Graph, edge: Edge, known: int, new: int) -> Link:
    """Return the link from a row of the vertex that an edge leads to, to a row of the vertex that is known."""
    if edge.rows is None:
        return Link(graph.vertices[new].rows[0], edge.level, graph.vertices[known].rows[0])
    ours, theirs = edge.rows if edge.one == known else edge.rows[::-1]
    return Link(theirs, edge.level, ours)


def _links_within(vertex: Vertex, entry: Link | None) -> Iterator[Link]:
    """Yield the rows of a vertex: first the one that links it to others, then each by the first level that holds."""
    start = entry.row if entry else vertex.rows[0]
    yield entry or Link(start, FIRST.name, None)
    if len(vertex.rows) == 1:
        return
    pairs = zip(vertex.rows, vertex.keys, strict=True)
    firsts = dict[tuple[str, str], "Row"]()
    for row, keys in sorted(pairs, key=lambda pair: pair[0] is not start):
        named = [(level.name, level.key(row, keys)) for level in KEY_LEVELS]
        if row is not start:
            yield next(Link(row, level, firsts[level, key]) for level, key in named if (level, key) in firsts)
        for key in named:
            firsts.setdefault(key, row)

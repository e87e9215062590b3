"""``Constraints``: what people decided of rows, as must-links and cannot-links between the vertices of a graph."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from dxlist.projects.graph import Edge, vertex_of
from dxlist.projects.levels import DECIDED
from dxlist.projects.rows import printed_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.projects.decisions.files import Decision, Verdict
    from dxlist.projects.graph import Graph, Vertex
    from dxlist.projects.names import NameKeys
    from dxlist.projects.rows import Row


class Constraints:
    """The decisions as pairs of rows; where two contradict each other the cannot-link holds."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        pairs: dict[Verdict, set[tuple[str, str]]] = {"same": set(), "different": set()}
        for decision in decisions:
            pairs[decision.verdict].update(combinations(sorted(set(decision.rows)), 2))
        self._cannot = pairs["different"]
        self._must = sorted(pairs["same"] - self._cannot)
        self._kept_apart = {row for pair in self._cannot for row in pair}
        self._named = self._kept_apart.union(*self._must)

    def split(self, vertices: Iterable[Vertex]) -> Iterator[Vertex]:
        """Yield the vertices, those split that hold rows which a cannot-link keeps apart."""
        for vertex in vertices:
            yield from self._pieces(vertex) if self._kept_apart and self._is_split(vertex) else (vertex,)

    def _is_split(self, vertex: Vertex) -> bool:
        named = {row.initiative_id for row in vertex.rows if row.initiative_id in self._kept_apart}
        return any(pair in self._cannot for pair in combinations(sorted(named), 2))

    def _pieces(self, vertex: Vertex) -> Iterator[Vertex]:
        """Split a vertex around the rows that are kept apart: each other row goes to the one that it is most like."""
        seeds, rest = list[list[tuple["Row", "NameKeys"]]](), list[tuple["Row", "NameKeys"]]()
        for pair in zip(vertex.rows, vertex.keys, strict=True):
            if pair[0].initiative_id not in self._kept_apart:
                rest.append(pair)
            elif seed := next((seed for seed in seeds if not self._forbids(seed, pair[0])), None):
                seed.append(pair)
            else:
                seeds.append([pair])
        first = [seed[0] for seed in seeds]
        for pair in rest:
            nearest = max(range(len(first)), key=lambda i: (_likeness(first[i], pair), -i))
            seeds[nearest].append(pair)
        yield from (vertex_of(vertex.key, seed) for seed in seeds)

    def _forbids(self, seed: Sequence[tuple[Row, NameKeys]], row: Row) -> bool:
        pairs = (sorted((other.initiative_id, row.initiative_id)) for other, _ in seed)
        return any((one, two) in self._cannot for one, two in pairs)

    def cannot_links(self, vertices: Sequence[Vertex]) -> Iterator[tuple[int, int]]:
        """Yield the pairs of vertices that hold rows which a cannot-link keeps apart."""
        home = self._homes(vertices)
        return ((home[a], home[b]) for a, b in self._cannot if a in home and b in home)

    def join(self, graph: Graph) -> None:
        """Join the vertices whose rows a must-link joins."""
        home = self._homes(graph.vertices)
        rows = {row.initiative_id: row for at in set(home.values()) for row in graph.vertices[at].rows}
        for a, b in self._must:
            if a in home and b in home:
                graph.join(Edge(home[a], home[b], DECIDED.name, (rows[a], rows[b])))

    def _homes(self, vertices: Sequence[Vertex]) -> dict[str, int]:
        """Return the vertex of each row that a decision names."""
        if not self._named:
            return {}
        rows = ((row.initiative_id, at) for at, vertex in enumerate(vertices) for row in vertex.rows)
        return {row: at for row, at in rows if row in self._named}


def _likeness(one: tuple[Row, NameKeys], two: tuple[Row, NameKeys]) -> tuple[bool, ...]:
    """Return in what two rows of one name are alike, the weightiest first."""
    (a, a_keys), (b, b_keys) = one, two
    return (
        printed_at(a) == printed_at(b),
        a.overview == b.overview,
        a.targets == b.targets,
        a.units == b.units,
        a_keys.folded == b_keys.folded,
        (a.document_id, a.fiscal_year) == (b.document_id, b.fiscal_year),
    )

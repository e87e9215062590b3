"""``Graph``: spellings as vertices, what joins two of them as edges; its connected components are the projects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from dxlist.projects.rows import order, printed_at

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Sequence

    from dxlist.model.project import LevelName
    from dxlist.projects.names import NameKeys
    from dxlist.projects.rows import Row

T = TypeVar("T", int, str)


class Components(Generic[T]):
    """The connected components of a graph that grows: must-links join two of them, cannot-links keep two apart.

    A union-find with path halving.  A member that was not named before is a component of its own.
    """

    __slots__ = ("_apart", "_parent")

    def __init__(self, members: Iterable[T] = ()) -> None:
        self._parent: dict[T, T] = {member: member for member in members}
        self._apart: dict[T, set[T]] = {}

    def find(self, member: T) -> T:
        """Return the least member of the component of a member, which stands for it."""
        parent = self._parent
        at = member
        above = parent.setdefault(at, at)
        while above != at:
            parent[at] = at = parent[above]
            above = parent[at]
        return at

    def are_one(self, one: T, two: T) -> bool:
        """Return whether two members are in one component."""
        return self.find(one) == self.find(two)

    def are_apart(self, one: T, two: T) -> bool:
        """Return whether a cannot-link keeps the components of two members apart."""
        return self.find(two) in self._apart.get(self.find(one), ())

    def join(self, one: T, two: T) -> bool:
        """Join the components of two members unless a cannot-link forbids it; return whether they are one now.

        >>> components = Components("abc")
        >>> components.keep_apart("a", "b")
        >>> components.join("b", "c"), components.join("c", "a"), components.sets()
        (True, False, [['a'], ['b', 'c']])
        """
        a, b = sorted((self.find(one), self.find(two)))
        if a == b:
            return True
        if self._apart:
            if b in self._apart.get(a, ()):
                return False
            for other in self._apart.pop(b, ()):
                self._apart[other].discard(b)
                self._link_apart(a, other)
        self._parent[b] = a
        return True

    def keep_apart(self, one: T, two: T) -> None:
        """Never let two members come into one component; nothing changes where they are in one already."""
        a, b = self.find(one), self.find(two)
        if a != b:
            self._link_apart(a, b)

    def _link_apart(self, one: T, two: T) -> None:
        self._apart.setdefault(one, set()).add(two)
        self._apart.setdefault(two, set()).add(one)

    def join_by_keys(self, keys: Iterable[tuple[T, Hashable]]) -> None:
        """Join all members that share a key."""
        first = dict[object, T]()
        for member, key in keys:
            self.join(first.setdefault(key, member), member)

    def sets(self) -> list[list[T]]:
        """Return the components, members and components in the order in which they were first named."""
        found = dict[T, list[T]]()
        for member in list(self._parent):
            found.setdefault(self.find(member), []).append(member)
        return list(found.values())


@dataclass(frozen=True, slots=True, eq=False)
class Vertex:
    """Rows of one respelled name that are one project, and what they say together."""

    key: str
    """The respelled key; of a row without a name, empty."""
    rows: tuple[Row, ...]
    """In order of year, list and line."""
    keys: tuple[NameKeys, ...]
    """Of each row."""
    prints: int
    """How many times the name is printed: a merged cell counts once."""
    units: Collection[str]
    overviews: Collection[str]
    targets: Collection[str]

    def rank(self) -> tuple[int, str, tuple[int, str, int, str]]:
        """Return what sorts the best attested vertex first, in whatever order the rows were handed in."""
        return -self.prints, self.key, order(self.rows[0])


def vertex_of(key: str, rows: Iterable[tuple[Row, NameKeys]], common: frozenset[str] = frozenset()) -> Vertex:
    """Return the vertex of some rows; ``common`` texts prove nothing and are left out."""
    ordered = sorted(rows, key=lambda pair: order(pair[0]))
    if len(ordered) == 1:
        return _vertex_of_one(key, *ordered[0], common)
    own = tuple(row for row, _ in ordered)
    return Vertex(
        key=key,
        rows=own,
        keys=tuple(keys for _, keys in ordered),
        prints=len(set(map(printed_at, own))),
        units=frozenset(unit for row in own for unit in row.units),
        overviews=frozenset(row.overview for row in own if row.overview) - common,
        targets=frozenset(row.targets for row in own if row.targets) - common,
    )


def _vertex_of_one(key: str, row: Row, keys: NameKeys, common: frozenset[str]) -> Vertex:
    """Return the vertex of one row, as most are; its texts are tuples, for a set takes five times as much."""
    overviews, targets = ((text,) if text and text not in common else () for text in (row.overview, row.targets))
    return Vertex(key, (row,), (keys,), 1, row.units, overviews, targets)


class Edge(NamedTuple):
    """Two vertices that are one project, and why; the rows that a person named, where one decided."""

    one: int
    two: int
    level: LevelName
    rows: tuple[Row, Row] | None = None


class Graph:
    """The vertices of one government, the edges that join them, and the pairs that were near and not joined."""

    def __init__(self, vertices: Sequence[Vertex], cannot_links: Iterable[tuple[int, int]] = ()) -> None:
        self.vertices = vertices
        self.edges = dict[int, list[Edge]]()
        self.kept_apart = list[tuple[int, int, str]]()
        """Two vertices, and why they were not joined, of :data:`~dxlist.projects.suggesting.SUGGESTION_REASONS`."""
        self._components = Components(range(len(vertices)))
        for one, two in cannot_links:
            self._components.keep_apart(one, two)

    def join(self, edge: Edge) -> bool:
        """Join two vertices unless a cannot-link forbids it; return whether they are in one component now."""
        if self._components.are_one(edge.one, edge.two):
            return True
        if not self._components.join(edge.one, edge.two):
            return False
        self.edges.setdefault(edge.one, []).append(edge)
        self.edges.setdefault(edge.two, []).append(edge)
        return True

    def root(self, vertex: int) -> int:
        """Return the vertex that stands for the component of a vertex."""
        return self._components.find(vertex)

    def clusters(self) -> list[list[int]]:
        """Return the vertices of each component, the best attested first."""
        return self._components.sets()

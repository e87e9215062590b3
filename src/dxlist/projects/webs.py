"""``Web``: the parts of one government, what joins them, what must never be joined, and what is near."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.projects.joining import Union

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.project import Level
    from dxlist.projects.parts import Part
    from dxlist.projects.rows import Row


class Edge(NamedTuple):
    """Two parts that are one project, and why; the rows that a person named, where one decided."""

    one: int
    two: int
    level: Level
    rows: tuple[Row, Row] | None = None


class Web:
    """Parts and the edges between them; a forbidden pair never comes into one cluster."""

    def __init__(self, parts: Sequence[Part], forbidden: Sequence[tuple[int, int]] = ()) -> None:
        self.parts = parts
        self.edges = dict[int, list[Edge]]()
        self.kept_apart = list[tuple[int, int, str]]()
        self._union = Union(len(parts))
        self._forbidden = forbidden

    def join(self, edge: Edge) -> bool:
        """Join two parts, unless that brings a forbidden pair together; say whether they are one now."""
        a, b = self._union.find(edge.one), self._union.find(edge.two)
        if a != b and any({self._union.find(x), self._union.find(y)} == {a, b} for x, y in self._forbidden):
            return False
        if self._union.join(a, b):
            self.edges.setdefault(edge.one, []).append(edge)
            self.edges.setdefault(edge.two, []).append(edge)
        return True

    def root(self, part: int) -> int:
        """Return the part that stands for the cluster of a part."""
        return self._union.find(part)

    def keep_apart(self, one: int, two: int, reason: str) -> None:
        """Note that two parts are near and were not joined."""
        self.kept_apart.append((one, two, reason))

    def clusters(self) -> list[list[int]]:
        """Return the parts of each cluster, the best attested first."""
        return self._union.sets()

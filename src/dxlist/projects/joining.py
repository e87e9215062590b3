"""``Union``: which of many things belong together, by pairs that are known to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable


class Union:
    """Sets of the numbers 0 to n-1 that grow together (union-find with path halving)."""

    __slots__ = ("_parent",)

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def find(self, at: int) -> int:
        """Return the number that stands for the set of ``at``: its least one."""
        parent = self._parent
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    def join(self, one: int, two: int) -> bool:
        """Put two sets together; False where they were one already."""
        a, b = sorted((self.find(one), self.find(two)))
        self._parent[b] = a
        return a != b

    def join_by_keys(self, keys: Iterable[tuple[int, Hashable]]) -> None:
        """Put together all numbers that share a key."""
        first = dict[object, int]()
        for at, key in keys:
            self.join(first.setdefault(key, at), at)

    def sets(self) -> list[list[int]]:
        """Return the sets, each in ascending order, by their least number."""
        found = dict[int, list[int]]()
        for at in range(len(self._parent)):
            found.setdefault(self.find(at), []).append(at)
        return list(found.values())

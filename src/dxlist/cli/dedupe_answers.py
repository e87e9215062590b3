"""``Answers``: what has been decided in a review, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dxlist.projects.decision_files import Verdict


class Answers:
    """Projects that were said to be one or not; what one and what two more answers settle is not asked again."""

    def __init__(self) -> None:
        self.counts: dict[Verdict, int] = {"same": 0, "different": 0}
        self._parent: dict[str, str] = {}
        self._different: list[tuple[str, str]] = []

    def add(self, one: str, two: str, verdict: Verdict) -> None:
        """Note an answer on two projects.

        >>> answers = Answers()
        >>> answers.add("a", "b", "same")
        >>> answers.add("b", "c", "different")
        >>> answers.are_settled("a", "c"), answers.are_settled("a", "d")
        (True, False)
        """
        self.counts[verdict] += 1
        if verdict == "same":
            self._parent[self._find(one)] = self._find(two)
        else:
            self._different.append((one, two))

    def are_settled(self, one: str, two: str) -> bool:
        """Return whether it follows from the answers so far what two projects are."""
        pair = {self._find(one), self._find(two)}
        return len(pair) == 1 or any({self._find(a), self._find(b)} == pair for a, b in self._different)

    def _find(self, project: str) -> str:
        while project in self._parent:
            project = self._parent[project]
        return project

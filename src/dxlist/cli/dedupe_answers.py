"""``Answers``: what has been decided in a review, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.projects.graph import Components

if TYPE_CHECKING:
    from dxlist.projects.decisions.files import Verdict


class Answers:
    """Projects that were said to be one or not; what one and what two more answers settle is not asked again."""

    def __init__(self) -> None:
        self.counts: dict[Verdict, int] = {"same": 0, "different": 0}
        self._components = Components[str]()

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
            self._components.join(one, two)
        else:
            self._components.keep_apart(one, two)

    def are_settled(self, one: str, two: str) -> bool:
        """Return whether it follows from the answers so far what two projects are."""
        return self._components.are_one(one, two) or self._components.are_apart(one, two)

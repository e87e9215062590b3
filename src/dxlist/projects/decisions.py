"""What people decided of rows: these are one project, these are not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.model.initiative import Initiative


@dataclass(frozen=True, slots=True)
class Ruling:
    """Two rows or more, and why they are one project or are not."""

    initiative_ids: tuple[str, ...]
    reason: str

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield each two of the rows, the lesser id first."""
        return combinations(sorted(set(self.initiative_ids)), 2)


@dataclass(frozen=True, slots=True)
class Decisions:
    """All rulings; of two that gainsay each other ``different`` holds."""

    same: tuple[Ruling, ...] = ()
    different: tuple[Ruling, ...] = ()


NO_DECISIONS = Decisions()


def unknown_ids(decisions: Decisions, initiatives: Iterable[Initiative]) -> list[str]:
    """Return the ids that decisions name and no row bears, in order: their rows are gone."""
    known = {initiative.initiative_id for initiative in initiatives}
    named = {name for ruling in (*decisions.same, *decisions.different) for name in ruling.initiative_ids}
    return sorted(named - known)


def gainsaid_pairs(decisions: Decisions) -> list[tuple[str, str]]:
    """Return the pairs that one ruling calls one project and another two."""
    same = {pair for ruling in decisions.same for pair in ruling.pairs()}
    return sorted(same.intersection(pair for ruling in decisions.different for pair in ruling.pairs()))

"""``Rulings``: what people decided, applied to parts: rows brought together, rows kept apart."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from dxlist.projects.comparison import printed_at
from dxlist.projects.parts import part_of
from dxlist.projects.webs import Edge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.projects.decisions import Decisions
    from dxlist.projects.names import NameKeys
    from dxlist.projects.parts import Part
    from dxlist.projects.rows import Row
    from dxlist.projects.webs import Web


class Rulings:
    """The decisions as pairs of rows; ``different`` overrules ``same``."""

    def __init__(self, decisions: Decisions) -> None:
        self._different = {pair for ruling in decisions.different for pair in ruling.pairs()}
        self._same = sorted({pair for ruling in decisions.same for pair in ruling.pairs()} - self._different)
        self._kept_apart = {name for pair in self._different for name in pair}

    def split(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Yield the parts, those in pieces whose rows were said to be different projects."""
        for part in parts:
            yield from self._pieces(part) if self._kept_apart and self._is_ruled(part) else (part,)

    def _is_ruled(self, part: Part) -> bool:
        named = [row.initiative_id for row in part.rows if row.initiative_id in self._kept_apart]
        return any(pair in self._different for pair in combinations(sorted(set(named)), 2))

    def _pieces(self, part: Part) -> Iterator[Part]:
        """Part the rows around those that a person told apart: each goes to the one that it is most like."""
        seeds = list[list[tuple["Row", "NameKeys"]]]()
        pairs = list(zip(part.rows, part.keys, strict=True))
        rest = list[tuple["Row", "NameKeys"]]()
        for pair in pairs:
            if pair[0].initiative_id not in self._kept_apart:
                rest.append(pair)
                continue
            home = next((seed for seed in seeds if not self._forbids(seed, pair[0])), None)
            if home is None:
                seeds.append([pair])
            else:
                home.append(pair)
        first = [seed[0] for seed in seeds]
        for pair in rest:
            likest = max(range(len(first)), key=lambda i: (_likeness(first[i], pair), -i))
            seeds[likest].append(pair)
        yield from (part_of(part.key, seed) for seed in seeds)

    def _forbids(self, seed: Sequence[tuple[Row, NameKeys]], row: Row) -> bool:
        return any(_pair(other.initiative_id, row.initiative_id) in self._different for other, _ in seed)

    def forbidden(self, parts: Sequence[Part]) -> list[tuple[int, int]]:
        """Return the pairs of parts that hold rows said to be different."""
        home = self._homes(parts)
        return [(home[a], home[b]) for a, b in sorted(self._different) if a in home and b in home]

    def join(self, web: Web) -> None:
        """Join the parts whose rows were said to be one project."""
        home = self._homes(web.parts) if self._same else {}
        rows = {row.initiative_id: row for part in home.values() for row in web.parts[part].rows}
        for a, b in self._same:
            if a in home and b in home:
                web.join(Edge(home[a], home[b], "decided", (rows[a], rows[b])))

    def _homes(self, parts: Sequence[Part]) -> dict[str, int]:
        named = {*self._kept_apart, *(name for pair in self._same for name in pair)}
        if not named:
            return {}
        return {r.initiative_id: at for at, part in enumerate(parts) for r in part.rows if r.initiative_id in named}


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)


def _likeness(one: tuple[Row, NameKeys], two: tuple[Row, NameKeys]) -> tuple[bool, ...]:
    """Return in how much two rows of one name are alike, the weightiest first."""
    (a, a_keys), (b, b_keys) = one, two
    return (
        printed_at(a) == printed_at(b),
        a.overview == b.overview,
        a.targets == b.targets,
        a.units == b.units,
        a_keys.folded == b_keys.folded,
        (a.document_id, a.fiscal_year) == (b.document_id, b.fiscal_year),
    )

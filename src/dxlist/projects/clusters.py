"""``cluster_rows``: rows -> clusters, each one project, with the reason for which every row is in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dxlist.collector import without_collection
from dxlist.projects.decisions import NO_DECISIONS
from dxlist.projects.links import links_of
from dxlist.projects.names import NameKeys, name_keys
from dxlist.projects.namesakes import split_namesakes
from dxlist.projects.parts import Part, part_of
from dxlist.projects.rulings import Rulings
from dxlist.projects.slip_joining import join_slips
from dxlist.projects.webs import Web

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.projects.decisions import Decisions
    from dxlist.projects.links import Link
    from dxlist.projects.rows import Row


class Cluster(NamedTuple):
    """One project: its parts, the best attested first, and its rows, each with what joined it."""

    parts: tuple[Part, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Government:
    """The clusters of one government, and which were met and not joined, and why, as positions in ``clusters``."""

    name: str
    clusters: tuple[Cluster, ...]
    kept_apart: tuple[tuple[int, int, str], ...]


COMMON = 3
"""A text under as many names is a phrase, and proves nothing: 国の動向を踏まえ検討する。"""


def cluster_rows(rows: Iterable[Row], decisions: Decisions = NO_DECISIONS) -> Iterator[Government]:
    """Yield for each government its clusters; every row is in exactly one, whatever the order of the rows."""
    by_government = defaultdict[str, list["Row"]](list)
    for row in rows:
        by_government[row.government].append(row)
    for name in sorted(by_government):
        with without_collection():
            government = cluster_government(name, by_government.pop(name), decisions)
        yield government


def cluster_government(name: str, rows: Sequence[Row], decisions: Decisions) -> Government:
    """Return the clusters of the rows of one government."""
    rulings = Rulings(decisions)
    parts = sorted(rulings.split(_parts(rows)), key=Part.rank)
    web = Web(parts, rulings.forbidden(parts))
    rulings.join(web)
    join_slips(web)
    found = web.clusters()
    clusters = tuple(Cluster(tuple(parts[i] for i in at), tuple(links_of(web, at))) for at in found)
    home = {i: number for number, at in enumerate(found) for i in at}
    kept_apart = ((home[one], home[two], why) for one, two, why in web.kept_apart)
    return Government(name, clusters, tuple((one, two, why) for one, two, why in kept_apart if one != two))


def _parts(rows: Sequence[Row]) -> Iterator[Part]:
    cache = dict[str, NameKeys]()
    blocks = defaultdict[str, list[tuple["Row", NameKeys]]](list)
    for row in rows:
        name = row.name or ""
        keys = cache.get(name)
        if keys is None:
            keys = cache[name] = name_keys(name)
        blocks[keys.respelled].append((row, keys))
    yield from (part_of("", [pair]) for pair in blocks.pop("", ()))
    common = _common_texts(blocks)
    for key, block in blocks.items():
        own, keys_of_rows = [row for row, _ in block], [keys for _, keys in block]
        for at in split_namesakes(own, keys_of_rows, common):
            yield part_of(key, [block[i] for i in at], common)


def _common_texts(blocks: dict[str, list[tuple[Row, NameKeys]]]) -> frozenset[str]:
    """Return the overviews and targets that stand under many names."""
    counts = Counter[str]()
    for block in blocks.values():
        counts.update({text for row, _ in block for text in (row.overview, row.targets) if text})
    return frozenset(text for text, count in counts.items() if count >= COMMON)

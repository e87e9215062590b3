"""``find_programmes``: the first levels of names -> programmes that hold two projects or more."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dxlist.model.project import Programme
from dxlist.projects.canonical import canonical_levels
from dxlist.projects.comparison import printed_at
from dxlist.projects.names import fold_name, name_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.projects.clusters import Cluster


def find_programmes(clusters: Sequence[Cluster], ids: Sequence[str]) -> tuple[list[Programme], list[str | None]]:
    """Return the programmes of one government, and for each cluster the name of the programme that it belongs to.

    A project of one level is in the programme of its name where there is one: 先端ICT関連産業集積推進事業 stands alone
    and above another (lines 135 and 113 of the list fukushima_r04).  A programme of a single project gives that project
    its programme, and is no record of its own.
    """
    paths = [canonical_levels(row for part in cluster.parts for row in part.rows) for cluster in clusters]
    keys = [name_keys(path[0]).respelled if path else "" for path in paths]
    heads = {key for key, path in zip(keys, paths, strict=True) if len(path) > 1}
    members = defaultdict[str, list[int]](list)
    for at, key in enumerate(keys):
        if key in heads:
            members[key].append(at)
    names = {key: _spellings([clusters[i] for i in at], key) for key, at in members.items()}
    found = [
        Programme(name=names[key][0], aliases=names[key][1:], project_ids=[ids[i] for i in at])
        for key, at in members.items()
        if len(at) > 1
    ]
    return found, [names[key][0] if key in heads else None for key in keys]


def _spellings(clusters: Sequence[Cluster], key: str) -> list[str]:
    """Return the names of a programme, one for each folded key, the one that is printed most first."""
    rows = (row for cluster in clusters for part in cluster.parts for row in part.rows if row.levels)
    prints = {(printed_at(row), row.levels[0]) for row in rows}
    counts = Counter(name for _, name in prints if name_keys(name).respelled == key)
    by_fold = defaultdict[str, list[str]](list)
    for name in sorted(counts, key=lambda name: (-counts[name], fold_name(name), name)):
        by_fold[fold_name(name)].append(name)
    total = {folded: sum(counts[name] for name in names) for folded, names in by_fold.items()}
    return [by_fold[folded][0] for folded in sorted(total, key=lambda folded: (-total[folded], folded))]

"""``cluster_to_project``, ``find_programmes``: clusters -> the records of their projects and programmes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dxlist.model.project import Mention, Programme, Project
from dxlist.projects.light_rows import record_of
from dxlist.projects.names import fold_name, name_keys
from dxlist.projects.rows import grouped, order, printed_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.model.initiative import Department
    from dxlist.model.kpi import KpiTarget
    from dxlist.projects.clusters import Cluster, Link
    from dxlist.projects.light_rows import ProjectRow
    from dxlist.projects.rows import Row


def canonical_levels(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the levels of the name that is printed most; of several, the one whose folded key is least."""
    prints = {printed_at(row): row for row in sorted(rows, key=order, reverse=True) if row.name}
    counts = Counter((row.name or "", row.levels) for row in prints.values())
    if not counts:
        return ()
    return min(counts, key=lambda pair: (-counts[pair], fold_name(pair[0]), pair[0]))[1]


def canonical_name(rows: Sequence[Row]) -> str | None:
    """Return the whole name, as it is printed most."""
    levels = canonical_levels(rows)
    names = Counter(row.name for row in rows if row.name and row.levels == levels)
    return min(names, key=lambda name: (-names[name], name), default=None)


def cluster_to_project(
    cluster: Cluster, project_id: str, programme: str | None, initiatives: Sequence[ProjectRow]
) -> Project:
    """Return the record of a project, its rows in order of year, list and line."""
    links = sorted(cluster.links, key=lambda link: order(link.row))
    rows = [link.row for link in links]
    own = [initiatives[row.handle] for row in rows]
    return record_of(
        Project,
        project_id=project_id,
        name=canonical_name(rows),
        programme=programme,
        local_government_code=own[0].local_government_code,
        departments=_departments(own),
        fiscal_years=sorted({row.fiscal_year for row in rows if row.fiscal_year is not None}),
        kpi_targets=_targets(own),
        mentions=[_mention(link, initiatives[link.row.handle]) for link in links],
    )


def _mention(link: Link, initiative: ProjectRow) -> Mention:
    return record_of(
        Mention,
        initiative_id=initiative.initiative_id,
        document_id=initiative.document_id,
        line=initiative.line,
        item_codes=list(initiative.item_codes),
        item_name=initiative.item_name,
        fiscal_year=initiative.fiscal_year,
        level=link.level,
        joined_to=link.joined_to.initiative_id if link.joined_to else None,
    )


def _departments(initiatives: Iterable[ProjectRow]) -> list[Department]:
    return list({unit.levels: unit for initiative in initiatives for unit in initiative.departments}.values())


def _targets(initiatives: Iterable[ProjectRow]) -> list[KpiTarget]:
    """Return each target once; it is the same in other words, and at another place of its cell."""
    by_key = grouped((target_key(target), target) for own in initiatives for target in own.kpi_targets)
    return [targets[0] for targets in by_key.values()]


def target_key(target: KpiTarget) -> tuple[object, ...]:
    """Return all that a target states, without the words and the place that it was read from."""
    said = target.model_dump(exclude={"metric", "raw", "start", "end"})
    return fold_name(target.metric or ""), *said.values()


def find_programmes(clusters: Sequence[Cluster], ids: Sequence[str]) -> tuple[list[Programme], list[str | None]]:
    """Return the programmes of one government, and for each cluster the name of the programme that it belongs to.

    A project of one level is in the programme of its name where there is one: 先端ICT関連産業集積推進事業 is
    printed alone and above another (lines 135 and 113 of fukushima_r04).  A programme of a single project gives that
    project its programme, and is no record of its own.
    """
    paths = [canonical_levels(link.row for link in cluster.links) for cluster in clusters]
    keys = [name_keys(path[0]).respelled if path else "" for path in paths]
    heads = {key for key, path in zip(keys, paths, strict=True) if len(path) > 1}
    members = grouped((key, at) for at, key in enumerate(keys) if key in heads)
    names = {key: _spellings([clusters[i] for i in at], key) for key, at in members.items()}
    found = [
        Programme(name=names[key][0], aliases=names[key][1:], project_ids=[ids[i] for i in at])
        for key, at in members.items()
        if len(at) > 1
    ]
    return found, [names[key][0] if key in heads else None for key in keys]


def _spellings(clusters: Sequence[Cluster], key: str) -> list[str]:
    """Return the names of a programme, one for each folded key, the one that is printed most first."""
    rows = (link.row for cluster in clusters for link in cluster.links if link.row.levels)
    prints = {(printed_at(row), row.levels[0]) for row in rows}
    counts = Counter(name for _, name in prints if name_keys(name).respelled == key)
    ordered = sorted(counts, key=lambda name: (-counts[name], fold_name(name), name))
    by_fold = grouped((fold_name(name), name) for name in ordered)
    total = {folded: sum(counts[name] for name in names) for folded, names in by_fold.items()}
    return [by_fold[folded][0] for folded in sorted(total, key=lambda folded: (-total[folded], folded))]

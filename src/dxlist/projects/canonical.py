"""``cluster_to_project``: a cluster -> the canonical record of its project."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dxlist.model.project import Mention, Project
from dxlist.projects.comparison import printed_at
from dxlist.projects.names import fold_name
from dxlist.projects.rows import order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.model.initiative import Department, Initiative
    from dxlist.model.kpi import KpiTarget
    from dxlist.projects.clusters import Cluster
    from dxlist.projects.links import Link
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
    cluster: Cluster, project_id: str, programme: str | None, initiatives: Sequence[Initiative]
) -> Project:
    """Return the record of a project, its rows in order of year, list and line."""
    links = sorted(cluster.links, key=lambda link: order(link.row))
    rows = [link.row for link in links]
    own = [initiatives[row.handle] for row in rows]
    return Project(
        project_id=project_id,
        name=canonical_name(rows),
        programme=programme,
        local_government_code=own[0].local_government_code,
        departments=_departments(own),
        fiscal_years=sorted({row.fiscal_year for row in rows if row.fiscal_year is not None}),
        kpi_targets=_targets(own),
        mentions=[_mention(link, initiatives[link.row.handle]) for link in links],
    )


def _mention(link: Link, initiative: Initiative) -> Mention:
    return Mention(
        initiative_id=initiative.initiative_id,
        document_id=initiative.document_id,
        line=initiative.line,
        item_codes=initiative.item_codes,
        item_name=initiative.item_name,
        fiscal_year=initiative.fiscal_year,
        level=link.level,
        joined_to=link.joined_to.initiative_id if link.joined_to else None,
    )


def _departments(initiatives: Iterable[Initiative]) -> list[Department]:
    return list({(d.department, d.bureau, d.division): d for i in initiatives for d in i.departments}.values())


def _targets(initiatives: Iterable[Initiative]) -> list[KpiTarget]:
    """Return each target once; the same one in other words, or at another place of its cell, is the same."""
    found = dict[tuple[object, ...], "KpiTarget"]()
    for initiative in initiatives:
        for target in initiative.kpi_targets:
            found.setdefault(target_key(target), target)
    return list(found.values())


def target_key(target: KpiTarget) -> tuple[object, ...]:
    """Return all that a target says, without the words and the place that it was read from."""
    said = target.model_dump(exclude={"metric", "raw", "start", "end"})
    return fold_name(target.metric or ""), *said.values()

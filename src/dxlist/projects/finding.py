"""``find_projects``: rows of lists -> projects, programmes, conflicts and suggestions; the stages in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.collector import without_collection
from dxlist.model.project import Projects, Suggestion
from dxlist.projects.canonical import canonical_name, cluster_to_project, find_programmes
from dxlist.projects.clusters import cluster_rows
from dxlist.projects.conflicts.comparing import find_conflicts, sort_key
from dxlist.projects.decisions.checks import check_rows
from dxlist.projects.identity import project_ids
from dxlist.projects.rows import initiatives_to_rows, order
from dxlist.projects.suggesting import near_clusters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.project import Conflict, Programme, Project
    from dxlist.projects.clusters import Government
    from dxlist.projects.decisions.files import Decision
    from dxlist.projects.light_rows import ProjectRow


@without_collection()
def find_projects(initiatives: Iterable[ProjectRow], decisions: Iterable[Decision] = ()) -> Projects:
    """Return the distinct projects behind the rows of one list or many.

    Args:
        initiatives: rows of any number of lists, governments and years; their order does not matter.  Light rows of
            them (``projects.light_rows``) will do.
        decisions: what people decided of rows, which overrules what the rows say; of rows that are not there it is
            left aside.

    Returns:
        Every row in exactly one project.  Projects are in order of their first row, conflicts worst first.

    >>> import dxlist
    >>> found = dxlist.find_projects(dxlist.parse("data/raw/fukushima_r04.tsv"))
    >>> len(found.projects), max(len(project.mentions) for project in found.projects)
    (111, 8)
    """
    records = list(initiatives)
    if decisions := tuple(decisions):
        decisions = check_rows(decisions, records).decisions
    projects, programmes = list["Project"](), list["Programme"]()
    conflicts, suggested = list["Conflict"](), list["Suggestion"]()
    for government in cluster_rows(initiatives_to_rows(records), decisions):
        ids = project_ids(government)
        own, names = find_programmes(government.clusters, ids)
        programmes += own
        suggested += _suggestions(government, ids)
        for cluster, project_id, name in zip(government.clusters, ids, names, strict=True):
            project = cluster_to_project(cluster, project_id, name, records)
            projects.append(project)
            conflicts += find_conflicts(project_id, [records[row.handle] for row in cluster.rows()])
    projects.sort(key=lambda p: (p.mentions[0].fiscal_year or 0, p.mentions[0].document_id, p.mentions[0].line))
    return Projects(
        projects=projects, programmes=programmes, conflicts=sorted(conflicts, key=sort_key), suggested=suggested
    )


def _suggestions(government: Government, ids: Sequence[str]) -> Iterator[Suggestion]:
    """Yield the pairs of near projects, of each pair the one whose first row comes first before the other."""
    for near in near_clusters([cluster.vertices for cluster in government.clusters], government.kept_apart):
        pair = [(government.clusters[at].rows(), ids[at]) for at in (near.one, near.two)]
        (one, one_id), (two, two_id) = sorted(pair, key=lambda own: order(own[0][0]))
        yield Suggestion(
            project_ids=(one_id, two_id),
            initiative_ids=(one[0].initiative_id, two[0].initiative_id),
            names=(canonical_name(one) or "", canonical_name(two) or ""),
            similarity=round(near.similarity, 1),
            reason=near.reason,
        )

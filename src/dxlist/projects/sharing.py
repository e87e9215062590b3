"""``fill_projects``: the initiatives of one list -> the same, each with its project and the rows that share it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.collector import without_collection
from dxlist.projects.clusters import cluster_rows
from dxlist.projects.identity import project_ids
from dxlist.projects.rows import initiatives_to_rows, order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.initiative import Initiative


@without_collection()
def fill_projects(initiatives: Sequence[Initiative]) -> list[Initiative]:
    """Return the initiatives in their order, with ``project_id`` and ``shared_with`` as the list alone tells them."""
    found = dict[int, dict[str, object]]()
    for government in cluster_rows(initiatives_to_rows(initiatives)):
        for cluster, project_id in zip(government.clusters, project_ids(government), strict=True):
            rows = sorted((link.row for link in cluster.links), key=order)
            for row in rows:
                others = [other.initiative_id for other in rows if other is not row]
                found[row.handle] = {"project_id": project_id, "shared_with": others}
    return [initiative.model_copy(update=found[at]) for at, initiative in enumerate(initiatives)]

"""``project_ids``: the clusters of a government -> their ids, which no order of rows and no other list changes.

``fill_projects`` gives the ids to the initiatives of one list, with the rows that share a project.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dxlist.collector import without_collection
from dxlist.projects.clusters import cluster_rows
from dxlist.projects.rows import grouped, initiatives_to_rows, order
from dxlist.projects.years import others_of_year
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.model.initiative import Initiative
    from dxlist.projects.clusters import Government
    from dxlist.projects.decisions.files import Decision
    from dxlist.projects.graph import Vertex

_CODE = regex(r"[0-9]{5,6}")
_SEPARATOR = "\x1d"
"""Between what an id is made of; no text of a list holds it."""


@without_collection()
def fill_projects(initiatives: Sequence[Initiative], decisions: Iterable[Decision] = ()) -> list[Initiative]:
    """Return the initiatives in their order, with ``project_id`` and ``shared_with`` as they alone tell them.

    ``shared_with`` names rows of the same fiscal year: in the year after, a project goes on and is not repeated.

    Args:
        initiatives: rows of one list or of many.
        decisions: what people decided of them, which overrules what they say.
    """
    found = dict[int, dict[str, object]]()
    for government in cluster_rows(initiatives_to_rows(initiatives), decisions):
        for cluster, project_id in zip(government.clusters, project_ids(government), strict=True):
            rows = cluster.rows()
            others = others_of_year(rows)
            for row in rows:
                found[row.handle] = {"project_id": project_id, "shared_with": others[row.initiative_id]}
    return [initiative.model_copy(update=found[at]) for at, initiative in enumerate(initiatives)]


def project_ids(government: Government) -> list[str]:
    """Return an id for each cluster: the government, and a digest of the name on which the project was found.

    The name is the respelled key of the spelling that most rows print, so that another spelling of it changes nothing.
    Where two projects have one name, the division is added; where that does not tell them apart, the first row.  A row
    without a name is known by its overview, its targets, at last its own id.
    """
    found = [_text(cluster.vertices[0]) for cluster in government.clusters]
    for further in (_division, _first_row):
        groups = grouped((text, at) for at, text in enumerate(found)).values()
        for at in (at for group in groups if len(group) > 1 for at in group):
            found[at] += _SEPARATOR + further(government.clusters[at].vertices)
    head = government_key(government.name)
    return [f"{head}-{_digest(text, 12)}" for text in found]


def government_key(government: str) -> str:
    """Return the code of a government, or a digest of its name.

    >>> government_key("070009"), government_key("福島県")
    ('070009', 'a2a0c8')
    """
    return government if _CODE.fullmatch(government) else _digest(government, 6)


def _text(vertex: Vertex) -> str:
    if vertex.key:
        return vertex.key
    row = vertex.rows[0]
    return _SEPARATOR + (row.overview or row.targets or row.initiative_id)


def _division(vertices: Sequence[Vertex]) -> str:
    return min((unit for vertex in vertices for unit in vertex.units), default="")


def _first_row(vertices: Sequence[Vertex]) -> str:
    return min((row for vertex in vertices for row in vertex.rows), key=order).initiative_id


def _digest(text: str, letters: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:letters]

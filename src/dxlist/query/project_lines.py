"""``project_lines``: rows -> one line for each project that stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.query.keys import PLAN, levels_of, path_of, project_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.query.columns import Hit


class ProjectLine(NamedTuple):
    """One project, as the rows asked for tell of it."""

    project_id: str
    project_name: str | None
    """As the first of these rows prints it."""
    codes: list[str]
    departments: list[str]
    amounts: list[str]
    """Its targets in the words of the list, each once."""
    rows: int
    initiative_ids: list[str]


def project_lines(hits: Iterable[Hit]) -> list[ProjectLine]:
    """Return the projects in order of their first row."""
    members = dict[str, list["Hit"]]()
    for hit in hits:
        members.setdefault(project_of(hit.initiative), []).append(hit)
    return [_line(project_id, found) for project_id, found in members.items()]


def _line(project_id: str, hits: Sequence[Hit]) -> ProjectLine:
    rows = [hit.initiative for hit in hits]
    codes = (code for row in rows for code in row.item_codes or ([PLAN] if row.plan_only else []))
    units = (path_of(levels_of(department)) for row in rows for department in row.departments)
    amounts = {(t.metric, t.value, t.unit): t.raw for hit in hits for t in hit.targets}
    return ProjectLine(
        project_id=project_id,
        project_name=rows[0].project_name,
        codes=list(dict.fromkeys(codes)),
        departments=list(dict.fromkeys(units)),
        amounts=list(amounts.values()),
        rows=len(rows),
        initiative_ids=[row.initiative_id for row in rows],
    )

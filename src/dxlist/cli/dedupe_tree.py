"""``programme_blocks``: programmes -> the tree of their projects, each with its rows and, once, its targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.bilingual import Bilingual
from dxlist.cli.dedupe_entries import BLANK, Block, Entry, joined, same, target_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.cli.dedupe_entries import Found
    from dxlist.model.project import Programme, Project

_BRANCH, _LAST, _BESIDE, _BELOW = "├", "└", "│", " "
_ALIASES = Bilingual("別の表記", "also")
_ITSELF = Bilingual("（内訳の記載なし）", "(no part named)")


def programme_blocks(found: Found) -> Iterator[Block]:
    """Yield a block for each programme, its projects as branches."""
    for programme in found.projects.programmes:
        projects = [found.by_id[project_id] for project_id in programme.project_ids]
        yield Block(_title(programme, projects), tuple(_tree(programme, projects, found)))


def _title(programme: Programme, projects: list[Project]) -> Bilingual:
    rows, name = sum(len(project.mentions) for project in projects), programme.name
    return Bilingual(f"{name}（{len(projects)}事業、{rows}行）", f"{name} ({len(projects)} projects, {rows} rows)")


def _tree(programme: Programme, projects: list[Project], found: Found) -> Iterator[Entry]:
    if programme.aliases:
        yield Entry(_ALIASES, joined(programme.aliases))
    for number, project in enumerate(projects, 1):
        is_last = number == len(projects)
        yield Entry(same(_LAST if is_last else _BRANCH), _branch(project, found), BLANK)
        for target in map(target_text, project.kpi_targets):
            text = Bilingual(f"目標 {target.ja}", f"target {target.en}")
            yield Entry(same(_BELOW if is_last else _BESIDE), text, BLANK)


def _branch(project: Project, found: Found) -> Bilingual:
    name = own_name(project, found)
    places = [f"{mention.document_id}:{mention.line}" for mention in project.mentions]
    where = joined([places[0], *(place.rpartition(":")[2] for place in places[1:])])
    return Bilingual(f"{name.ja}（{where.ja}）", f"{name.en} ({where.en})")


def own_name(project: Project, found: Found) -> Bilingual:
    """Return what a project is called below its programme: the levels of its name behind the first."""
    rows = [found.rows[mention.initiative_id] for mention in project.mentions]
    levels = next((row.project_levels for row in rows if row.project_name == project.name), [])
    if len(levels) > 1:
        return same(" ＞ ".join(levels[1:]))
    name = project.name or ""
    return Bilingual(f"{name}{_ITSELF.ja}", f"{name} {_ITSELF.en}")

"""``programme_blocks``: programmes -> the tree of their projects, each with its rows and, once, its targets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dxlist.report.blocks import BLANK, Block, Entry
from dxlist.report.dedupe_entries import joined, same, target_text
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.project import Programme, Project
    from dxlist.report.dedupe_entries import Found

_BRANCH, _LAST, _BESIDE, _BELOW = "├", "└", "│", " "
_ALIASES = Bilingual("別の表記", "also")
_ITSELF = Bilingual("（内訳の記載なし）", "(no part named)")


@dataclass(slots=True)
class Node:
    """A level of names below a programme: the projects that end there, and the levels below it."""

    name: Bilingual
    projects: list[Project] = field(default_factory=list)
    below: dict[str, Node] = field(default_factory=dict)


def programme_blocks(found: Found) -> Iterator[Block]:
    """Yield a block for each programme, its projects as branches."""
    for programme in found.projects.programmes:
        projects = [found.by_id[project_id] for project_id in programme.project_ids]
        aliases = [Entry(_ALIASES, joined(programme.aliases))] if programme.aliases else []
        yield Block(_title(programme, projects), (*aliases, *_branches(_tree(projects, found), "")))


def _title(programme: Programme, projects: list[Project]) -> Bilingual:
    rows, name = sum(len(project.mentions) for project in projects), programme.name
    return Bilingual(f"{name}（{len(projects)}事業、{rows}行）", f"{name} ({len(projects)} projects, {rows} rows)")


def _tree(projects: Sequence[Project], found: Found) -> Node:
    """Return the levels below a programme; levels that differ in width or blanks are one."""
    root = Node(same(""))
    for project in projects:
        node = root
        for name in _names(project, found):
            node = node.below.setdefault(fold(name.en), Node(name))
        node.projects.append(project)
    return root


def _names(project: Project, found: Found) -> list[Bilingual]:
    """Return the levels of a project's name behind the first; where there are none, its name and that it is alone."""
    rows = [found.rows[mention.initiative_id] for mention in project.mentions]
    levels = next((row.project_levels for row in rows if row.project_name == project.name), [])
    if len(levels) > 1:
        return [same(level) for level in levels[1:]]
    name = project.name or ""
    return [Bilingual(f"{name}{_ITSELF.ja}", f"{name} {_ITSELF.en}")]


def _branches(node: Node, stem: str) -> Iterator[Entry]:
    for number, child in enumerate(node.below.values(), 1):
        is_last = number == len(node.below)
        yield Entry(same(f"{stem}{_LAST if is_last else _BRANCH}"), _text(child), joint=BLANK)
        further = f"{stem}{_BELOW if is_last else _BESIDE} "
        beside = f"{further}{_BESIDE}" if child.below else further.removesuffix(" ")
        for target in (target for project in child.projects for target in project.kpi_targets):
            text = target_text(target)
            yield Entry(same(beside), Bilingual(f"目標 {text.ja}", f"target {text.en}"), joint=BLANK)
        yield from _branches(child, further)


def _text(node: Node) -> Bilingual:
    """Return a level's name and where its projects stand."""
    places = [f"{m.document_id}:{m.line}" for project in node.projects for m in project.mentions]
    if not places:
        return node.name
    documents = {place.rpartition(":")[0] for place in places}
    short = [places[0], *(place.rpartition(":")[2] if len(documents) == 1 else place for place in places[1:])]
    return Bilingual(f"{node.name.ja}（{'、'.join(short)}）", f"{node.name.en} ({', '.join(short)})")

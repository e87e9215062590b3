"""``programme_block``: a programme -> its projects as branches of a tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dxlist.report.blocks import BLANK, Block, Entry, in_brackets
from dxlist.text.bilingual import COMMA, EMPTY, Bilingual, both_languages, plural
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.kpi import KpiTarget
    from dxlist.model.project import Programme, Project
    from dxlist.projects.light_rows import ProjectRow

_BRANCH, _LAST, _BESIDE, _BELOW = "├", "└", "│", " "
_ALIASES = Bilingual("別の表記", "also")
_ITSELF = Bilingual("内訳の記載なし", "no part named")


@dataclass(slots=True)
class Node:
    """A level of names below a programme: the projects that end there, and the levels below it."""

    name: Bilingual
    projects: list[Project] = field(default_factory=list)
    below: dict[str, Node] = field(default_factory=dict)


def programme_block(programme: Programme, projects: Sequence[Project], rows: Mapping[str, ProjectRow]) -> Block:
    """Return the tree of a programme.

    Args:
        programme: with its name and the other ways in which it is written.
        projects: that belong to it.
        rows: all rows by ``initiative_id``.
    """
    aliases = [Entry(_ALIASES, COMMA.join(programme.aliases))] if programme.aliases else []
    return Block(_title(programme, projects), (*aliases, *_branches(_tree(projects, rows), "")))


def target_text(target: KpiTarget) -> Bilingual:
    """Return what a target is of, and the target, in the words of the list."""
    return both_languages(f"{target.metric}: {target.raw}" if target.metric else target.raw)


def _title(programme: Programme, projects: Sequence[Project]) -> Bilingual:
    rows, name = sum(len(project.mentions) for project in projects), programme.name
    count = COMMA.join([plural(len(projects), "事業", "project"), plural(rows, "行", "row")])
    return name + in_brackets(count)


def _tree(projects: Sequence[Project], rows: Mapping[str, ProjectRow]) -> Node:
    """Return the levels below a programme; levels that differ in width or blanks are one."""
    root = Node(EMPTY)
    for project in projects:
        node = root
        for name in _names(project, rows):
            node = node.below.setdefault(fold(name.en), Node(name))
        node.projects.append(project)
    return root


def _names(project: Project, rows: Mapping[str, ProjectRow]) -> list[Bilingual]:
    """Return the levels of a project's name behind the first; where there are none, its name and that it is alone."""
    own = (rows[mention.initiative_id] for mention in project.mentions)
    levels = next((row.project_levels for row in own if row.project_name == project.name), [])
    if len(levels) > 1:
        return [both_languages(level) for level in levels[1:]]
    name = project.name or ""
    return [name + in_brackets(_ITSELF)]


def _branches(node: Node, stem: str) -> Iterator[Entry]:
    for number, child in enumerate(node.below.values(), 1):
        is_last = number == len(node.below)
        yield Entry(both_languages(f"{stem}{_LAST if is_last else _BRANCH}"), _text(child), joint=BLANK)
        further = f"{stem}{_BELOW if is_last else _BESIDE} "
        beside = f"{further}{_BESIDE}" if child.below else further.removesuffix(" ")
        for target in (target for project in child.projects for target in project.kpi_targets):
            yield Entry(both_languages(beside), Bilingual("目標 ", "target ") + target_text(target), joint=BLANK)
        yield from _branches(child, further)


def _text(node: Node) -> Bilingual:
    """Return a level's name and where its projects stand."""
    places = [f"{m.document_id}:{m.line}" for project in node.projects for m in project.mentions]
    if not places:
        return node.name
    documents = {place.rpartition(":")[0] for place in places}
    short = [places[0], *(place.rpartition(":")[2] if len(documents) == 1 else place for place in places[1:])]
    return node.name + in_brackets(COMMA.join(short))

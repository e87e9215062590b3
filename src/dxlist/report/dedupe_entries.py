"""What the text of ``dxlist dedupe`` is made of: parts with a heading, of blocks with a title, of labelled texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.initiative import Initiative
    from dxlist.model.kpi import KpiTarget
    from dxlist.model.project import Project, Projects
    from dxlist.report.blocks import Block


class Part(NamedTuple):
    """A part of the text with its heading."""

    heading: Bilingual
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The projects of some lists, each also by its id, and their rows by ``initiative_id``."""

    projects: Projects
    by_id: dict[str, Project]
    rows: dict[str, Initiative]


def found_in(projects: Projects, initiatives: Sequence[Initiative]) -> Found:
    """Return projects together with the rows that they were found in."""
    by_id = {project.project_id: project for project in projects.projects}
    return Found(projects, by_id, {initiative.initiative_id: initiative for initiative in initiatives})


def same(text: str) -> Bilingual:
    """Return a text of a list, which is the same in every language."""
    return Bilingual(text, text)


def joined(texts: Sequence[str]) -> Bilingual:
    """Return the texts of a list with a comma of the language between them."""
    return Bilingual("、".join(texts), ", ".join(texts))


def target_text(target: KpiTarget) -> Bilingual:
    """Return what a target is of, and the target, in the words of the list."""
    return same(f"{target.metric}: {target.raw}" if target.metric else target.raw)

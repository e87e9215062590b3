"""``found_in``, ``found_among``: projects -> those that are shown, by their ids, with their rows, and all figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dxlist.projects.years import continues, stands_twice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.model.project import Project, Projects
    from dxlist.projects.by_government import ProjectsOfLists
    from dxlist.projects.light_rows import ProjectRow


@dataclass(frozen=True, slots=True)
class FoundProjects:
    """The projects of some lists, each that is shown also by its id, and their rows by ``initiative_id``."""

    projects: Projects | ProjectsOfLists
    by_id: dict[str, Project]
    rows: dict[str, ProjectRow]
    figures: ProjectFigures


class ProjectFigures(NamedTuple):
    """How many there are of what."""

    rows: int = 0
    projects: int = 0
    shared: int = 0
    """Projects that stand in several rows of one year."""
    continuing: int = 0
    undated: int = 0
    """Rows of lists whose year is not known."""
    years: frozenset[int] = frozenset()
    documents: frozenset[str] = frozenset()
    governments: frozenset[str | None] = frozenset()


def _figures(projects: Iterable[Project]) -> ProjectFigures:
    counts, years, documents, governments = Counter[str](), set[int](), set[str](), set[str | None]()
    for project in projects:
        mentions = project.mentions
        found = [mention.fiscal_year for mention in mentions]
        counts.update(
            rows=len(mentions), projects=1, shared=int(stands_twice(mentions)), continuing=int(continues(project))
        )
        counts.update(undated=found.count(None))
        years.update(year for year in found if year is not None)
        documents.update(mention.document_id for mention in mentions)
        governments.add(project.local_government_code)
    return ProjectFigures(
        rows=counts["rows"],
        projects=counts["projects"],
        shared=counts["shared"],
        continuing=counts["continuing"],
        undated=counts["undated"],
        years=frozenset(years),
        documents=frozenset(documents),
        governments=frozenset(governments),
    )


def found_in(projects: Projects, initiatives: Sequence[ProjectRow]) -> FoundProjects:
    """Return projects together with the rows that they were found in."""
    by_id = {project.project_id: project for project in projects.projects}
    rows = {initiative.initiative_id: initiative for initiative in initiatives}
    return FoundProjects(projects, by_id, rows, _figures(projects.projects))


def found_among(
    projects: ProjectsOfLists, lists: Iterable[Iterable[ProjectRow]], *, everything: bool = False
) -> FoundProjects:
    """Return projects together with those of them, and of the rows of lists, that are shown.

    Args:
        projects: of all lists.
        lists: the rows of each.
        everything: projects that stand in a single row are shown too.
    """
    named = {one.project_id for one in projects.conflicts}
    named.update(project_id for one in projects.programmes for project_id in one.project_ids)
    named.update(project_id for one in projects.suggested for project_id in one.project_ids)
    by_id = {
        project.project_id: project
        for project in projects.projects
        if everything or project.project_id in named or stands_twice(project.mentions)
    }
    wanted = {mention.initiative_id for project in by_id.values() for mention in project.mentions}
    rows = {row.initiative_id: row for own in lists for row in own if row.initiative_id in wanted}
    return FoundProjects(projects, by_id, rows, _figures(projects.projects))

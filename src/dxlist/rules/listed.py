"""``Listed``: one list under check, beside the other lists of the run and the projects of them all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dxlist.model.finding import Related
from dxlist.projects.decisions.checks import without_decided
from dxlist.projects.finding import find_projects

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Projects
    from dxlist.projects.decisions.files import Decision


class Gathered:
    """All lists of one run; what is found over all of them is found once."""

    def __init__(self, documents: Sequence[tuple[str, Document]], decisions: Sequence[Decision] = ()) -> None:
        self._decisions = decisions
        self.lists = tuple(Listed(document, file, self) for file, document in documents)

    @cached_property
    def rows(self) -> Mapping[str, tuple[Listed, Initiative]]:
        """Every row of every list by its ``initiative_id``."""
        return {i.initiative_id: (listed, i) for listed in self.lists for i in listed.document}

    @cached_property
    def projects(self) -> Projects:
        """The distinct projects of all lists, and where their rows disagree."""
        found = find_projects((initiative for _, initiative in self.rows.values()), self._decisions)
        return without_decided(found, self._decisions)

    @cached_property
    def rows_of(self) -> Mapping[str, Sequence[tuple[Listed, Initiative]]]:
        """The rows of each project, in the order of the lists."""
        return {p.project_id: [self.rows[m.initiative_id] for m in p.mentions] for p in self.projects.projects}

    @cached_property
    def project_of(self) -> Mapping[str, str]:
        """The project of each row: ``initiative_id`` -> ``project_id``."""
        return {m.initiative_id: project.project_id for project in self.projects.projects for m in project.mentions}


@dataclass(frozen=True, eq=False)
class Listed:
    """One list and the path by which it was given."""

    document: Document
    file: str
    gathered: Gathered

    def related(self, *lines: int | None) -> tuple[Related, ...]:
        """Return places of this list."""
        return tuple(Related(file=self.file, line=line) for line in lines)

    def related_rows(self, initiatives: Iterable[Initiative]) -> tuple[Related, ...]:
        """Return the lines of rows of this list, each once."""
        return self.related(*dict.fromkeys(initiative.line for initiative in initiatives))

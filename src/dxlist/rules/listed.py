"""``Listed``: one list under check; ``ListedRows``: its rows beside those of all lists, and the projects of all."""

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
    from dxlist.model.project import Projects
    from dxlist.projects.decisions.files import Decision
    from dxlist.projects.light_rows import LightRow, ProjectRow
    from dxlist.rules.settled_cells import SettledCells


@dataclass(frozen=True, eq=False)
class NamedList:
    """A list by the path by which it was given."""

    file: str

    def related(self, *lines: int | None) -> tuple[Related, ...]:
        """Return places of this list."""
        return tuple(Related(file=self.file, line=line) for line in lines)

    def related_rows(self, initiatives: Iterable[ProjectRow]) -> tuple[Related, ...]:
        """Return the lines of rows of this list, each once."""
        return self.related(*dict.fromkeys(initiative.line for initiative in initiatives))


@dataclass(frozen=True, eq=False)
class Listed(NamedList):
    """One list, as a rule sees it that needs no other."""

    settled: SettledCells

    @property
    def document(self) -> Document:
        """The list, what its sidecar corrects in the place of what is printed."""
        return self.settled.document


@dataclass(frozen=True, eq=False)
class ListedRows(NamedList):
    """The rows of one list, as a rule sees them that compares the rows of all lists."""

    rows: Sequence[LightRow]
    gathered: Gathered


class Gathered:
    """The rows of all lists of one run; what is found over all of them is found once.

    Args:
        lists: the path of each list and its rows, which say where their texts stand; no two have one id.
        decisions: what people decided of the rows.
    """

    def __init__(self, lists: Iterable[tuple[str, Sequence[LightRow]]], decisions: Sequence[Decision] = ()) -> None:
        self._decisions = decisions
        self.lists = tuple(ListedRows(file, rows, self) for file, rows in lists)

    @cached_property
    def rows(self) -> Mapping[str, tuple[ListedRows, LightRow]]:
        """Every row of every list by its ``initiative_id``."""
        return {row.initiative_id: (listed, row) for listed in self.lists for row in listed.rows}

    @cached_property
    def projects(self) -> Projects:
        """The distinct projects of all lists, and where their rows disagree."""
        found = find_projects((row for _, row in self.rows.values()), self._decisions)
        return without_decided(found, self._decisions)

    @cached_property
    def rows_of(self) -> Mapping[str, Sequence[tuple[ListedRows, LightRow]]]:
        """The rows of each project, in the order of the lists."""
        return {p.project_id: [self.rows[m.initiative_id] for m in p.mentions] for p in self.projects.projects}

    @cached_property
    def project_of(self) -> Mapping[str, str]:
        """The project of each row: ``initiative_id`` -> ``project_id``."""
        return {m.initiative_id: project.project_id for project in self.projects.projects for m in project.mentions}

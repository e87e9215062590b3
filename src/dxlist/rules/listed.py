"""``Listed``: one list under check, beside the other lists of the run and the projects of them all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from dxlist.model.finding import Related
from dxlist.projects.decisions.checks import without_decided
from dxlist.projects.finding import find_projects
from dxlist.rules.settled_cells import with_settled_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Projects
    from dxlist.projects.decisions.files import Decision
    from dxlist.projects.light_rows import ProjectRow
    from dxlist.rules.settled_cells import SettledCells


class Gathered:
    """All lists of one run; what is found over all of them is found once."""

    def __init__(self, documents: Sequence[tuple[str, Document]], decisions: Sequence[Decision] = ()) -> None:
        self._decisions = decisions
        own = _with_ids_of_their_own(documents)
        self.lists = tuple(Listed(with_settled_cells(document), file, self) for file, document in own)

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


def _with_ids_of_their_own(documents: Sequence[tuple[str, Document]]) -> Iterator[tuple[str, Document]]:
    """Yield the lists; of those that share an id each gets its path as one, so that no two rows are taken for one."""
    counts = Counter(document.document.document_id for _, document in documents)
    for file, document in documents:
        alone = counts[document.document.document_id] == 1
        yield file, document if alone else _renamed(document, PurePath(file).with_suffix("").as_posix())


def _renamed(document: Document, name: str) -> Document:
    own = document.document.document_id
    info = document.document.model_copy(update={"document_id": name})
    rows = [
        row.model_copy(
            update={
                "document_id": name,
                "initiative_id": name + row.initiative_id.removeprefix(own),
                "shared_with": row.shared_with and [name + other.removeprefix(own) for other in row.shared_with],
            }
        )
        for row in document.initiatives
    ]
    return document.model_copy(update={"document": info, "initiatives": rows})


@dataclass(frozen=True, eq=False)
class Listed:
    """One list and the path by which it was given."""

    settled: SettledCells
    file: str
    gathered: Gathered

    @property
    def document(self) -> Document:
        """The list, what its sidecar corrects in the place of what is printed."""
        return self.settled.document

    def related(self, *lines: int | None) -> tuple[Related, ...]:
        """Return places of this list."""
        return tuple(Related(file=self.file, line=line) for line in lines)

    def related_rows(self, initiatives: Iterable[ProjectRow]) -> tuple[Related, ...]:
        """Return the lines of rows of this list, each once."""
        return self.related(*dict.fromkeys(initiative.line for initiative in initiatives))

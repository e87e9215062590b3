"""``Content``: any lists, and their tables by name, each made once and where it is asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from dxlist.errors import DxlistError
from dxlist.exports.described.found import (
    conflicts_table,
    findings_table,
    mentions_table,
    programmes_table,
    projects_table,
    suggested_table,
)
from dxlist.exports.described.lists import documents_table, initiatives_table
from dxlist.exports.described.names import TABLE_NAMES
from dxlist.exports.described.nested import OF_ROWS
from dxlist.projects.decisions.checks import without_decided
from dxlist.projects.finding import find_projects
from dxlist.projects.years import others_of_year
from dxlist.rules.checking import check_lists
from dxlist.rules.registry import all_rules
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Projects
    from dxlist.model.table import Table
    from dxlist.projects.decisions.files import Decision
    from dxlist.rules.checking import Reported


class BrokenKeyError(DxlistError):
    """Two rows have one ID, or a row names another list than its own: they cannot stand in one set of tables."""


class Content:
    """Lists and their tables; projects and findings are looked for where a table is made of them.

    Args:
        documents: path and document of each list.
        decisions: what people decided of their rows.

    Raises:
        BrokenKeyError: two lists have one ``document_id``, two rows one ``initiative_id``, or a row another list's.
    """

    def __init__(self, documents: Sequence[tuple[str, Document]], decisions: Sequence[Decision] = ()) -> None:
        self.documents = tuple(documents)
        self._decisions = decisions
        self.document_ids: Mapping[str, str] = {path: found.document.document_id for path, found in self.documents}
        self.places = _by_key((found.document.document_id, path) for path, found in self.documents)
        self.places |= _by_key(
            (initiative.initiative_id, f"{path}:{initiative.line}")
            for path, document in self.documents
            for initiative in _own(path, document)
        )
        self._tables: dict[str, Table] = {}

    def table(self, name: str) -> Table:
        """Return a table by its name."""
        if name not in self._tables:
            self._tables[name] = replace(_MAKERS[name](self), places=self.places)
        return self._tables[name]

    def tables(self) -> list[Table]:
        """Return all tables, in their order."""
        return [self.table(name) for name in TABLE_NAMES]

    @property
    def rows(self) -> Iterator[Initiative]:
        """The rows of all lists, each with its project as its own list tells it."""
        return (initiative for _, document in self.documents for initiative in document)

    @cached_property
    def projects(self) -> Projects:
        """The distinct projects of all lists."""
        return without_decided(find_projects(self.rows, self._decisions), self._decisions)

    @cached_property
    def initiatives(self) -> list[Initiative]:
        """The rows of all lists, each with its project as all of these lists together tell it."""
        known = dict[str, dict[str, object]]()
        for project in self.projects.projects:
            for own, others in others_of_year(project.mentions).items():
                known[own] = {"project_id": project.project_id, "shared_with": others}
        return [row.model_copy(update=known[row.initiative_id]) for row in self.rows]

    @cached_property
    def findings(self) -> Sequence[Reported]:
        """What the rules of ``validate`` find, less what the sidecars switch off."""
        return check_lists(self.documents, all_rules().values(), self._decisions).findings


def _of_rows(make: Callable[[Iterable[Initiative]], Table]) -> Callable[[Content], Table]:
    """Return what makes a table of the rows from all that is exported."""
    return lambda content: make(content.rows)


_MAKERS: dict[str, Callable[[Content], Table]] = {
    "documents": lambda content: documents_table(document for _, document in content.documents),
    "initiatives": lambda content: initiatives_table(content.initiatives),
    **{name: _of_rows(make) for name, make in OF_ROWS.items()},
    "projects": lambda content: projects_table(content.projects.projects),
    "mentions": lambda content: mentions_table(content.projects.projects),
    "programmes": lambda content: programmes_table(content.projects.programmes),
    "conflicts": lambda content: conflicts_table(content.projects.conflicts, content.projects.projects),
    "suggested": lambda content: suggested_table(content.projects.suggested),
    "findings": lambda content: findings_table(content.findings, content.document_ids),
}


def tables_of_projects(projects: Projects) -> dict[str, Table]:
    """Return the tables of projects by name."""
    return {
        table.name: table
        for table in (
            projects_table(projects.projects),
            mentions_table(projects.projects),
            programmes_table(projects.programmes),
            conflicts_table(projects.conflicts, projects.projects),
            suggested_table(projects.suggested),
        )
    }


def _own(path: str, document: Document) -> Iterator[Initiative]:
    """Yield the rows of a list, each of which says that it is of this list."""
    own = document.document.document_id
    for initiative in document:
        if initiative.document_id != own:
            raise _foreign(f"{path}:{initiative.line}", initiative.document_id, own)
        yield initiative


def _by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return where each key stands."""
    found: dict[str, str] = {}
    for key, value in pairs:
        if key in found:
            raise _repeated(key, found[key], value)
        found[key] = value
    return found


def _foreign(place: str, document_id: str, own: str) -> BrokenKeyError:
    return BrokenKeyError(
        place,
        Bilingual(
            f"一覧「{own}」の中にありながら、一覧「{document_id}」の行だとしています。",
            f'stands in the list "{own}" and says that it is of "{document_id}".',
        ),
        Bilingual("元の一覧から dxlist parse で作り直してください。", "Make it anew from its list with dxlist parse."),
    )


def _repeated(key: str, first: str, second: str) -> BrokenKeyError:
    return BrokenKeyError(
        f"{first}, {second}",
        Bilingual(f"どちらも「{key}」というIDです。", f'both have the ID "{key}".'),
        Bilingual(
            "同じ一覧なら片方だけを指定し、違う一覧なら片方のファイル名を変えて dxlist parse で読み直してください。",
            "If they are one list, name it once; if not, rename the file of one and read it again with dxlist parse.",
        ),
    )

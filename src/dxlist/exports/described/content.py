"""``Content``: any lists, and their tables by name, each made once and where it is asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

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
from dxlist.packing import ReadAgain
from dxlist.projects.by_government import KeptRows, find_projects_of_lists
from dxlist.projects.rows import government_of
from dxlist.rules.checking import check_lists
from dxlist.rules.registry import all_rules
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Projects
    from dxlist.model.table import Table
    from dxlist.projects.by_government import Membership, ProjectsOfLists
    from dxlist.projects.decisions.files import Decision
    from dxlist.rules.checking import Reported


class BrokenKeyError(DxlistError):
    """Two rows have one ID, or a row names another list than its own: they cannot stand in one set of tables."""


class ListToExport(KeptRows, Protocol):
    """A list that was read, and whose document can be had again."""

    @property
    def name(self) -> str:
        """Its path."""

    @property
    def document_id(self) -> str:
        """The id of its document."""

    @property
    def row_count(self) -> int:
        """How many rows it has."""

    @property
    def document(self) -> Document:
        """Its document."""


class HeldList(NamedTuple):
    """A list whose document is in memory."""

    name: str
    document: Document

    @property
    def document_id(self) -> str:
        """The id of its document."""
        return self.document.document.document_id

    @property
    def row_count(self) -> int:
        """How many rows it has."""
        return len(self.document)

    @property
    def governments(self) -> frozenset[str]:
        """What its rows are of."""
        return frozenset(map(government_of, self.document.initiatives))

    def rows(self) -> list[Initiative]:
        """Return its rows."""
        return self.document.initiatives


class Content:
    """Lists and their tables; projects and findings are looked for where a table is made of them.

    Args:
        documents: path and document of each list.
        decisions: what people decided of their rows.
        lists: in place of documents; each is read again for each table, so that one at a time is in memory.
        findings: gives what the rules find in them; None: it is looked for in their documents.

    Raises:
        BrokenKeyError: two lists have one ``document_id``, two rows one ``initiative_id``, or a row another list's.
    """

    def __init__(
        self,
        documents: Iterable[tuple[str, Document]] = (),
        decisions: Sequence[Decision] = (),
        *,
        lists: Sequence[ListToExport] = (),
        findings: Callable[[], Sequence[Reported]] | None = None,
    ) -> None:
        self.lists: Sequence[ListToExport] = lists or [HeldList(path, document) for path, document in documents]
        self._decisions = decisions
        self._findings = findings or self._find
        self.document_ids: Mapping[str, str] = {one.name: one.document_id for one in self.lists}
        self.places = _by_key((one.document_id, one.name) for one in self.lists)
        self.places |= _by_key(
            (initiative.initiative_id, f"{one.name}:{initiative.line}")
            for one in self.lists
            for initiative in _own(one.name, one.document)
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

    @cached_property
    def rows(self) -> Iterable[Initiative]:
        """The rows of all lists, each with its project as its own list tells it."""
        return ReadAgain(lambda: (row for one in self.lists for row in one.document))

    @cached_property
    def projects(self) -> ProjectsOfLists:
        """The distinct projects of all lists."""
        return find_projects_of_lists(self.lists, self._decisions)

    @cached_property
    def initiatives(self) -> Iterable[Initiative]:
        """The rows of all lists, each with its project as all of these lists together tell it."""
        pairs = list(zip(self.lists, self.projects.memberships, strict=True))
        return ReadAgain(lambda: (row for one, members in pairs for row in _with_projects(one.document, members)))

    @cached_property
    def findings(self) -> Sequence[Reported]:
        """What the rules of ``validate`` find, less what the sidecars switch off."""
        return self._findings()

    def _find(self) -> Sequence[Reported]:
        documents = [(one.name, one.document) for one in self.lists]
        return check_lists(documents, all_rules().values(), self._decisions).findings


def _with_projects(document: Document, members: Mapping[int, Membership]) -> Iterator[Initiative]:
    for number, row in enumerate(document):
        own = members[number]
        yield row.model_copy(update={"project_id": own.project_id, "shared_with": list(own.shared_with)})


def _of_rows(make: Callable[[Iterable[Initiative]], Table]) -> Callable[[Content], Table]:
    """Return what makes a table of the rows from all that is exported."""
    return lambda content: make(content.rows)


_MAKERS: dict[str, Callable[[Content], Table]] = {
    "documents": lambda content: documents_table(one.document for one in content.lists),
    "initiatives": lambda content: initiatives_table(content.initiatives),
    **{name: _of_rows(make) for name, make in OF_ROWS.items()},
    "projects": lambda content: projects_table(content.projects.projects),
    "mentions": lambda content: mentions_table(content.projects.projects),
    "programmes": lambda content: programmes_table(content.projects.programmes),
    "conflicts": lambda content: conflicts_table(content.projects.conflicts, content.projects.projects),
    "suggested": lambda content: suggested_table(content.projects.suggested),
    "findings": lambda content: findings_table(content.findings, content.document_ids),
}


def tables_of_projects(projects: Projects | ProjectsOfLists) -> dict[str, Table]:
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

"""``Content``: the lists of an export, with what is found in them where a table needs it, and the tables by name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from dxlist.bilingual import Bilingual
from dxlist.errors import DxlistError
from dxlist.exports.tables.found import findings_table, mentions_table, projects_table
from dxlist.exports.tables.lists import departments_table, documents_table, initiatives_table, targets_table
from dxlist.exports.tables.names import TABLE_NAMES
from dxlist.projects import find_projects
from dxlist.rules.checking import check_lists
from dxlist.rules.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from dxlist.exports.tables.shape import Row, Table
    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Project, Projects
    from dxlist.rules.checking import Reported

_MAKERS: dict[str, Callable[[Content], Table]] = {
    "documents": documents_table,
    "initiatives": initiatives_table,
    "departments": departments_table,
    "targets": targets_table,
    "projects": projects_table,
    "mentions": mentions_table,
    "findings": findings_table,
}


V = TypeVar("V")


class RepeatedKeyError(DxlistError):
    """Two rows have one key: the lists cannot stand in one set of tables."""


class Content:
    """The lists of an export; projects and findings are looked for where a table is made of them.

    Args:
        documents: path and document of each list.

    Raises:
        RepeatedKeyError: two lists have one ``document_id``, or two rows one ``initiative_id``.
    """

    def __init__(self, documents: Sequence[tuple[str, Document]]) -> None:
        self.documents = tuple(documents)
        self.initiatives: tuple[Initiative, ...] = tuple(i for _, document in self.documents for i in document)
        self.document_ids: Mapping[str, str] = {path: found.document.document_id for path, found in self.documents}
        self._paths = _by_key((found.document.document_id, path) for path, found in self.documents)
        self._rows = _by_key((i.initiative_id, (i.document_id, i.line)) for i in self.initiatives)
        self._tables: dict[str, Table] = {}

    @cached_property
    def projects(self) -> Projects:
        """The distinct projects of all lists."""
        return find_projects(self.initiatives)

    @cached_property
    def project_of(self) -> Mapping[str, Project]:
        """The project of each ``initiative_id``."""
        return {m.initiative_id: project for project in self.projects.projects for m in project.mentions}

    @cached_property
    def findings(self) -> tuple[Reported, ...]:
        """What the rules of ``validate`` find, less what the sidecars switch off."""
        return check_lists(self.documents, all_rules().values()).findings

    def table(self, name: str) -> Table:
        """Return a table by its name."""
        if name not in self._tables:
            self._tables[name] = _MAKERS[name](self)
        return self._tables[name]

    def tables(self) -> Iterator[Table]:
        """Yield all tables."""
        return map(self.table, TABLE_NAMES)

    def place(self, table: Table, row: Row) -> str:
        """Return where a row comes from, for a message: the path of its list and the line, or else its key."""
        stands = self._rows.get(str(table.value(row, "initiative_id")))
        document, line = stands or (str(table.value(row, "document_id")), table.value(row, "line"))
        if document in self._paths:
            return f"{self._paths[document]}:{line}" if line else self._paths[document]
        return f"{table.name} {' '.join(str(table.value(row, key)) for key in table.primary_key)}"


def _by_key(pairs: Iterator[tuple[str, V]]) -> dict[str, V]:
    found: dict[str, V] = {}
    for key, value in pairs:
        if key in found:
            raise _repeated(key, found[key], value)
        found[key] = value
    return found


def _repeated(key: str, first: object, second: object) -> RepeatedKeyError:
    return RepeatedKeyError(
        f"{first}, {second}",
        Bilingual(f"どちらも「{key}」というIDです。", f'both have the ID "{key}".'),
        Bilingual(
            "同じ一覧なら片方だけを指定し、違う一覧なら片方のファイル名を変えて dxlist parse で読み直してください。",
            "If they are one list, name it once; if not, rename the file of one and read it again with dxlist parse.",
        ),
    )

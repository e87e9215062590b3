"""``Lists``: the lists of an export, with what is found in them where a table needs it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dxlist.errors import DxlistError
from dxlist.projects import find_projects
from dxlist.rules.checking import check_lists
from dxlist.rules.registry import all_rules
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Project, Projects
    from dxlist.rules.checking import Reported


class BrokenKeyError(DxlistError):
    """Two rows have one ID, or a row names another list than its own: they cannot stand in one set of tables."""


class Lists:
    """The lists of an export; projects and findings are looked for where a table is made of them.

    Args:
        documents: path and document of each list.

    Raises:
        BrokenKeyError: two lists have one ``document_id``, two rows one ``initiative_id``, or a row another list's.
    """

    def __init__(self, documents: Sequence[tuple[str, Document]]) -> None:
        self.documents = tuple(documents)
        self.initiatives: tuple[Initiative, ...] = tuple(i for _, document in self.documents for i in document)
        self.document_ids: Mapping[str, str] = {path: found.document.document_id for path, found in self.documents}
        self.paths = _by_key((found.document.document_id, path) for path, found in self.documents)
        self.places = _by_key(
            (initiative.initiative_id, f"{path}:{initiative.line}")
            for path, document in self.documents
            for initiative in _own(path, document)
        )

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

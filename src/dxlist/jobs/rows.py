"""``RowsDigest``: a list -> its light rows, as bytes until they are needed; ``projects_of``: lists -> projects."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from dxlist.cache.digests import KeptDigest
from dxlist.cache.values import LightRows, cached_projects
from dxlist.projects.by_government import find_projects_of_lists
from dxlist.projects.rows import government_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.cache.store import Store
    from dxlist.model.document import Document
    from dxlist.model.project import Projects
    from dxlist.projects.by_government import ProjectsOfLists
    from dxlist.projects.decisions.files import Decision
    from dxlist.projects.light_rows import LightRow, ProjectRow

_FASTEST = 1
_ROWS = LightRows()


class PackedRows(NamedTuple):
    """The light rows of a list."""

    governments: frozenset[str]
    data: bytes

    def rows(self) -> list[LightRow]:
        """Return the rows, in their order."""
        return _ROWS.unpack(zlib.decompress(self.data))


class RowsDigest(KeptDigest[PackedRows]):
    """Makes of a list what of its rows is compared and shown with its projects."""

    kind: ClassVar[str] = LightRows.kind

    def __call__(self, name: str, document: Document) -> PackedRows:
        """Return the rows of a list."""
        return _packed(rows := _ROWS(name, document), _ROWS.pack(rows))

    def pack(self, made: PackedRows) -> bytes:
        """Return rows as bytes."""
        return zlib.decompress(made.data)

    def unpack(self, data: bytes) -> PackedRows:
        """Return rows from their bytes."""
        return _packed(_ROWS.unpack(data), data)


def _packed(rows: Sequence[LightRow], data: bytes) -> PackedRows:
    return PackedRows(frozenset(map(government_of, rows)), zlib.compress(data, _FASTEST))


def projects_of(
    lists: Sequence[PackedRows], keys: Sequence[str | None], decisions: Sequence[Decision], store: Store | None
) -> ProjectsOfLists:
    """Return the projects of lists, those of a government from the cache where its lists have not changed.

    Args:
        lists: the rows of each.
        keys: of the lists in the cache.
        decisions: that hold for them.
        store: the cache; None: there is none.
    """

    def find(rows: Sequence[ProjectRow], numbers: Sequence[int]) -> Projects:
        return cached_projects(rows, decisions, [keys[number] for number in numbers], store)

    return find_projects_of_lists(lists, decisions, find)

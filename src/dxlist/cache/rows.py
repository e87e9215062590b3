"""``LightRows``: a list -> its light rows, kept; ``cached_projects``: the rows of lists -> their projects, kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import TypeAdapter

from dxlist.cache.digests import KeptDigest, cached_value
from dxlist.model.project import Projects
from dxlist.projects.finding import find_projects
from dxlist.projects.light_rows import LightRow, light_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.cache.store import Store
    from dxlist.model.document import Document
    from dxlist.projects.decisions.files import Decision

_ROWS = TypeAdapter(list[LightRow])
_PROJECTS = TypeAdapter(Projects)


class LightRows(KeptDigest[list[LightRow]]):
    """Makes of a list what of its rows is compared and shown with its projects."""

    kind: ClassVar[str] = "rows"

    def __call__(self, _: str, document: Document) -> list[LightRow]:
        """Return the rows of a list."""
        return list(light_rows(document))

    def pack(self, made: list[LightRow]) -> bytes:
        """Return rows as bytes."""
        return _ROWS.dump_json(made)

    def unpack(self, data: bytes) -> list[LightRow]:
        """Return rows from their bytes."""
        return _ROWS.validate_json(data)


def cached_projects(
    rows: Sequence[LightRow], decisions: Sequence[Decision], keys: Sequence[str | None], store: Store | None
) -> Projects:
    """Return the projects of rows as :func:`find_projects` does, from the cache where they were found before.

    Args:
        rows: of all lists.
        decisions: that hold for them.
        keys: of the lists, in the order of the rows.
        store: the cache; None: there is none.
    """
    said = [repr(decision) for decision in decisions]
    return cached_value(store, [*keys, *said], "projects", _PROJECTS, lambda: find_projects(rows, decisions))

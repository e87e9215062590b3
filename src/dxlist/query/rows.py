"""``rows_of``: documents -> all their initiatives, each with its project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.projects.sharing import fill_projects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative


def rows_of(documents: Iterable[Document]) -> list[Initiative]:
    """Return the initiatives of all documents; a file that was written before projects were known is told them here."""
    rows = list["Initiative"]()
    for document in documents:
        own = document.initiatives
        rows += own if all(row.project_id for row in own) else fill_projects(own)
    return rows

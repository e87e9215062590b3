"""``rows_of``: documents -> all their initiatives, each with its project."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative


def rows_of(documents: Sequence[Document]) -> list[Initiative]:
    """Return the initiatives of all documents, each with its project as all of these lists together tell it.

    What a file says of projects its own list alone tells; of one list that is all, where the file says it at all.
    """
    rows = [row for document in documents for row in document.initiatives]
    is_known = len(documents) == 1 and all(row.project_id for row in rows)
    if is_known:
        return rows
    from dxlist.projects.sharing import fill_projects  # noqa: PLC0415 - one normalised file tells its projects

    return fill_projects(rows)

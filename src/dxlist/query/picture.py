"""``picture_of``: lists -> the picture of them: how much there is, of what, and what to look at."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dxlist.initiatives import DOUBTFUL
from dxlist.query.columns import Hit
from dxlist.query.grouping import GROUPINGS, group
from dxlist.query.keys import project_of
from dxlist.query.selecting import rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.document import Document
    from dxlist.projects.decisions.files import Decision
    from dxlist.query.grouping import Group

BLOCKS = ("field", "department", "status", "unit", "due")
"""By what the rows are counted."""


class Picture(NamedTuple):
    """What lists hold."""

    names: list[str]
    governments: list[str]
    fiscal_years: list[int]
    pages: int
    parts: int
    rows: int
    projects: int
    targets: int
    shared_rows: int
    """Rows whose project stands in other rows of their year too."""
    continuing: int
    """Projects that stand in the lists of more than one year."""
    undated: int
    """Rows of lists whose year is not known, which count as one year."""
    doubtful: list[str]
    """IDs of the rows whose columns are not sure."""
    leftovers: int
    blocks: dict[str, list[Group]]


def picture_of(documents: Sequence[Document], decisions: Sequence[Decision] = ()) -> Picture:
    """Return the picture of one list or several together, as ``dxlist stats`` shows it.

    Args:
        documents: the lists.
        decisions: what people decided of their rows.

    >>> import dxlist
    >>> picture = picture_of([dxlist.parse("data/raw/fukushima_r04.tsv")])
    >>> picture.rows, picture.projects, [(one.name, one.rows) for one in picture.blocks["status"]][:2]
    (131, 111, [('quantitative', 87), ('qualitative', 31)])
    """
    infos = [document.document for document in documents]
    rows = rows_of(documents, decisions)
    hits = [Hit(row, row.kpi_targets) for row in rows]
    seen = Counter((project_of(row), row.fiscal_year) for row in rows)
    years = Counter(project for project, year in seen if year is not None)
    return Picture(
        names=[info.name or info.document_id for info in infos],
        governments=list(dict.fromkeys(info.local_government_name for info in infos if info.local_government_name)),
        fiscal_years=sorted({info.fiscal_year for info in infos if info.fiscal_year is not None}),
        pages=sum(document.counts.pages for document in documents),
        parts=sum(document.counts.parts for document in documents),
        rows=len(rows),
        projects=len({project for project, _ in seen}),
        targets=sum(len(row.kpi_targets) for row in rows),
        shared_rows=sum(count for count in seen.values() if count > 1),
        continuing=sum(count > 1 for count in years.values()),
        undated=sum(row.fiscal_year is None for row in rows),
        doubtful=[row.initiative_id for row in rows if row.confidence < DOUBTFUL],
        leftovers=sum(document.counts.leftovers for document in documents),
        blocks={name: group(hits, GROUPINGS[name]) for name in BLOCKS},
    )

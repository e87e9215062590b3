"""``targets_to_csv``: initiatives -> the long table of their targets, one row a target.

The first column is the ``initiative_id``, the second counts the targets of a cell.  Cells are written as those of
:mod:`dxlist.exports.csv_table`.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from dxlist.exports.csv_table import Header, to_cell
from dxlist.model.initiative import Initiative
from dxlist.model.kpi import KpiTarget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NUMBER = "target_number"
_NUMBER_JA = "目標番号"


def targets_to_csv(initiatives: Iterable[Initiative], header: Header = "en") -> str:
    """Return the table with its header row; a project printed again elsewhere keeps its targets there too."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header_row(header))
    writer.writerows(map(to_cell, row) for initiative in initiatives for row in _rows(initiative))
    return stream.getvalue()


def header_row(header: Header = "en") -> list[str]:
    """Return the names of the columns."""
    if header == "en":
        return ["initiative_id", NUMBER, *KpiTarget.model_fields]
    labels = (field.title or name for name, field in KpiTarget.model_fields.items())
    return [Initiative.model_fields["initiative_id"].title or "initiative_id", _NUMBER_JA, *labels]


def _rows(initiative: Initiative) -> Iterator[list[object]]:
    for number, target in enumerate(initiative.kpi_targets, 1):
        values = (getattr(target, name) for name in KpiTarget.model_fields)
        yield [initiative.initiative_id, number, *values]

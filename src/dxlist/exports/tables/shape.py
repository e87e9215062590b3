"""What a table is; ``dxlist.model.table`` holds it."""

from __future__ import annotations

from dxlist.model.table import Cells as Row
from dxlist.model.table import ColumnType, ForeignKey, Table, column_of, nullable, read_annotation
from dxlist.model.table import TableColumn as Column

__all__ = ["Column", "ColumnType", "ForeignKey", "Row", "Table", "column_of", "nullable", "read_annotation"]

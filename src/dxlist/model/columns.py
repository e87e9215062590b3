"""The names of the six logical columns, and of the places within them where a printed cell may stand."""

from __future__ import annotations

from typing import Literal, get_args

Column = Literal["field", "item", "departments", "project_name", "overview", "kpi_text"]

COLUMNS: tuple[Column, ...] = get_args(Column)
"""In the order in which a record names them."""

SettledPlace = Column | Literal["row", "cell"]
"""What a person may settle in a sidecar: the text of a column, that a row is right as it was read, that a cell is of no
column."""

MERGED_COLUMNS: tuple[Column, ...] = ("field", "item")
"""Printed once for several rows: a blank means "as above"."""

SHARED_COLUMNS: tuple[Column, ...] = ("project_name", "overview", "kpi_text")
"""Printed once for several items: blank together, they are the project above."""

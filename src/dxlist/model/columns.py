"""The names of the six logical columns, and of the places within them where a printed cell may stand."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

Column = Literal["field", "item", "departments", "project_name", "overview", "kpi_text"]

COLUMNS: tuple[Column, ...] = get_args(Column)
"""In the order in which a record names them."""

KEPT_BY_HEADER = ("extra.", "levels.", "departments.", "indicators.")
"""Before the header of a column that is none of the six, in the key under which ``sources`` keep its cells."""

FurtherColumn = Annotated[str, Field(pattern=r"^(?:extra|levels|departments|indicators)[.]")]
"""Such a key: ``extra.備考``."""

SettledPlace = Column | Literal["row", "cell"] | FurtherColumn
"""What a person may settle in a sidecar: the text of a column, that a row is right as it was read, that a cell is of no
column."""

MERGED_COLUMNS: tuple[Column, ...] = ("field", "item")
"""Printed once for several rows: a blank means "as above"."""

SHARED_COLUMNS: tuple[Column, ...] = ("project_name", "overview", "kpi_text")
"""Printed once for several items: blank together, they are the project above."""

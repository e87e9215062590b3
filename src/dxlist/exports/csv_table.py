"""An old name, until the commands use the new one."""

from __future__ import annotations

from typing import Literal

from dxlist.exports.cells import join_values, split_values, to_cell, unit_text, without_guard

Header = Literal["en", "ja"]
COLUMNS = (
    "local_government_code", "initiative_id", "local_government_name", "document_id", "fiscal_year", "part",
    "part_title", "page", "line", "field_code", "field_name", "item_codes", "item_name", "plan_only", "departments",
    "project_name", "project_levels", "project_id", "shared_with", "overview", "kpi_text", "kpi_status",
)  # fmt: skip
FIRST_TARGET = ("metric", "value", "unit", "comparator", "cumulative", "target_fiscal_year", "target_date")
LAST = "confidence"

__all__ = [
    "COLUMNS",
    "FIRST_TARGET",
    "LAST",
    "Header",
    "join_values",
    "split_values",
    "to_cell",
    "unit_text",
    "without_guard",
]

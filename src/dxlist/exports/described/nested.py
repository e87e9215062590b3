"""What a row of a list may hold several of, as tables: its levels, its indicators and their values, further columns."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from dxlist.exports.described.lists import INITIATIVE_ID, OF_INITIATIVE, departments_table, targets_table
from dxlist.exports.described.words import NESTED_WORDS, made_columns
from dxlist.model.indicator import Indicator, IndicatorValue
from dxlist.model.initiative import Level
from dxlist.model.table import ForeignKey, Table, TableColumn, column_of, nullable
from dxlist.packing import made_of
from dxlist.values.header_years import read_header_years
from dxlist.words.code_words import INDICATOR_KIND_WORDS, VALUE_ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pydantic import BaseModel

    from dxlist.model.initiative import Initiative
    from dxlist.model.table import Cells, ColumnType

OF_INDICATOR = ForeignKey(
    ("initiative_id", "indicator_number"), "indicators", ("initiative_id", "indicator_number")
)  # fmt: skip

_LEVEL = ("header", "code", "title")
_INDICATOR = ("kind", "number", "name", "unit", "cumulative")
_VALUE = ("fiscal_year", "value", "unit", "text", "header")


def _columns(model: type[BaseModel], keys: Iterable[str]) -> Iterator[TableColumn]:
    for key in keys:
        label, ja = NESTED_WORDS[model.__name__, key]
        type_: ColumnType | None = "number" if key == "value" else None
        yield column_of(model, key, ja, label=label, type_=type_, words=_WORDS.get(key))


_WORDS = {"kind": INDICATOR_KIND_WORDS}


def levels_table(initiatives: Iterable[Initiative]) -> Table:
    """Return the levels of the plan under which the rows stand, one row a level of an initiative."""
    rows = made_of(
        initiatives,
        lambda: (
            (initiative.initiative_id, depth, level.header, level.code, level.title)
            for initiative in initiatives
            for depth, level in enumerate(initiative.levels, 1)
        ),
    )
    columns = (INITIATIVE_ID, *made_columns("depth"), *_columns(Level, _LEVEL))
    return Table("levels", columns, rows, ("initiative_id", "depth"), (OF_INITIATIVE,))


def indicators_table(initiatives: Iterable[Initiative]) -> Table:
    """Return the indicators whose parts stand in columns of their own, one row each."""
    rows = made_of(
        initiatives,
        lambda: (
            (initiative.initiative_id, at, *(getattr(indicator, key) for key in _INDICATOR))
            for initiative in initiatives
            for at, indicator in enumerate(initiative.indicators, 1)
        ),
    )
    columns = (INITIATIVE_ID, *made_columns("indicator_number"), *_columns(Indicator, _INDICATOR))
    return Table("indicators", columns, rows, ("initiative_id", "indicator_number"), (OF_INITIATIVE,))


def indicator_values_table(initiatives: Iterable[Initiative]) -> Table:
    """Return the values of the indicators in long form: one row a value, with its role and its fiscal year."""
    role = replace(made_columns("role")[0], enum=tuple(VALUE_ROLE_WORDS), words=VALUE_ROLE_WORDS)
    rows = made_of(
        initiatives,
        lambda: (
            (initiative.initiative_id, at, number, role, *_value_cells(value))
            for initiative in initiatives
            for at, indicator in enumerate(initiative.indicators, 1)
            for number, (role, value) in enumerate(values_of(indicator), 1)
        ),
    )
    keys = made_columns("indicator_number", "value_number")
    columns = (INITIATIVE_ID, *keys, role, *_columns(IndicatorValue, _VALUE))
    key = ("initiative_id", "indicator_number", "value_number")
    return Table("indicator_values", columns, rows, key, (OF_INITIATIVE, OF_INDICATOR))


def values_of(indicator: Indicator) -> Iterator[tuple[str, IndicatorValue]]:
    """Yield the values of an indicator, each with its role: baseline, targets, actual values, what is not said."""
    if indicator.baseline:
        yield "baseline", indicator.baseline
    yield from (("target", value) for value in indicator.targets)
    yield from (("actual", value) for value in indicator.actuals)
    yield from (("value", value) for value in indicator.values)


def _value_cells(value: IndicatorValue) -> Cells:
    number = None if value.value is None else Decimal(value.value)
    return value.fiscal_year, number, value.unit, value.text, value.header


def extras_table(initiatives: Iterable[Initiative]) -> Table:
    """Return the cells of the further columns in long form: one row a cell, the year of its header apart."""
    years = _years_of_headers(initiatives)
    cells = made_of(
        initiatives,
        lambda: (
            (row.initiative_id, at, *years[row.document_id][column], text, column)
            for row in initiatives
            for at, (column, text) in enumerate(row.extra.items(), 1)
        ),
    )
    number, header, year, value, column = made_columns("extra_number", "header", "fiscal_year", "value", "column")
    columns = (INITIATIVE_ID, number, nullable(header), nullable(year), value, column)
    return Table("extras", columns, cells, ("initiative_id", "extra_number"), (OF_INITIATIVE,))


def _years_of_headers(rows: Iterable[Initiative]) -> dict[str, dict[str, tuple[str | None, int | None]]]:
    """Return for each list its further columns, each with its header without the year, and the year.

    The columns of a list are looked at together: a column may say its year by the one before it (令和5年度, 6年度).
    """
    headers = dict[str, dict[str, None]]()
    for row in rows:
        headers.setdefault(row.document_id, {}).update(dict.fromkeys(row.extra))
    return {
        list_: {
            column: (year.name or None, year.fiscal_year) if year else (column, None)
            for column, year in zip(columns, read_header_years(tuple(columns)), strict=True)
        }
        for list_, columns in headers.items()
    }


OF_ROWS: dict[str, Callable[[Iterable[Initiative]], Table]] = {
    "departments": departments_table,
    "targets": targets_table,
    "levels": levels_table,
    "indicators": indicators_table,
    "indicator_values": indicator_values_table,
    "extras": extras_table,
}
"""The tables of rows of lists beside that of the initiatives, by name."""

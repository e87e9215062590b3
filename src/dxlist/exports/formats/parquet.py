"""Parquet: one table, written by DuckDB, with several values as a list and decimals as doubles."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dxlist.exports.cells import unique_names
from dxlist.exports.format import PLAIN, MissingExtraError
from dxlist.exports.formats.jsonl import rows_to_bytes as rows_to_json_lines
from dxlist.exports.formats.sqlite import quoted
from dxlist.exports.ours import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.exports.format import Style
    from dxlist.model.table import ColumnType, Table

_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "list": "VARCHAR[]"}


def rows_to_bytes(table: Table, _: Style) -> Iterator[bytes]:
    """Yield the bytes of a Parquet file; an empty column has the type of its table all the same.

    Raises:
        MissingExtraError: the extra ``dxlist[parquet]`` is not installed.
    """
    duckdb = _duckdb()
    typed = _typed(table)
    with tempfile.TemporaryDirectory(prefix="dxlist-") as folder:
        lines, file = Path(folder, "rows.jsonl"), Path(folder, "table.parquet")
        with lines.open("wb") as stream:
            stream.writelines(rows_to_json_lines(typed, PLAIN))
        # One thread: the order of the rows and the bytes of the file are the same every time.
        with duckdb.connect(config={"threads": 1}) as connection:
            connection.execute(_copy(typed, lines, file))
        yield file.read_bytes()


def _typed(table: Table) -> Table:
    """Return a table of rows alone, the columns of which all have a type and a name of their own."""
    held = table.held()
    names = unique_names(table.header("en"))
    columns = tuple(
        replace(column, name=name, type=_type_of(row[at] for row in held) if column.type == "any" else column.type)
        for at, (name, column) in enumerate(zip(names, table.columns, strict=True))
    )
    return replace(table, columns=columns, rows=held, records=None)


def _type_of(values: Iterable[object]) -> ColumnType:
    """Return the narrowest type that holds all values."""
    found = {type(value) for value in values if value is not None}
    if found == {int}:
        return "integer"
    return "number" if found and found <= {int, float, Decimal} else "string"


def _copy(table: Table, lines: Path, file: Path) -> str:
    """Return the statement that reads the rows with the types of the table and writes them."""
    names = ", ".join(quoted(column.name) for column in table.columns)
    types = ", ".join(f"{_text(column.name)}: '{_TYPES[column.type]}'" for column in table.columns)
    source = f"read_json({_text(str(lines))}, format = 'newline_delimited', columns = {{{types}}})"
    options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{MARK}: '1'}}"
    return f"COPY (SELECT {names} FROM {source}) TO {_text(str(file))} ({options})"  # noqa: S608 - names are quoted


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _duckdb() -> Any:
    try:
        import duckdb  # noqa: PLC0415 - an extra, loaded only where it is used
    except ImportError:
        raise MissingExtraError("parquet", "DuckDB", "csv") from None
    return duckdb

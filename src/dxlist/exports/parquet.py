"""``parquet_file``: one table -> Parquet, written by DuckDB, with several values as a list and decimals as doubles."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dxlist.errors import DxlistError
from dxlist.exports.database import quoted
from dxlist.exports.ours import MARK
from dxlist.exports.rows import rows_to_json_lines
from dxlist.exports.tables.names import MAIN
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from dxlist.exports.looks import Look
    from dxlist.exports.tables.content import Content
    from dxlist.exports.tables.shape import Table

_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "list": "VARCHAR[]"}


class NoDuckDbError(DxlistError):
    """DuckDB, which writes Parquet, is not installed."""


def parquet_file(content: Content, look: Look) -> bytes:
    """Return the bytes of a Parquet file; an empty column has the type of its table all the same.

    Raises:
        NoDuckDbError: the extra ``dxlist[parquet]`` is not installed.
    """
    duckdb = _duckdb()
    table = content.table(look.table or MAIN)
    with tempfile.TemporaryDirectory(prefix="dxlist-") as folder:
        rows, file = Path(folder, "rows.jsonl"), Path(folder, "table.parquet")
        with rows.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(rows_to_json_lines(table.header("en"), table.rows))
        # One thread: the order of the rows and the bytes of the file are the same every time.
        with duckdb.connect(config={"threads": 1}) as connection:
            connection.execute(_copy(table, rows, file))
        return file.read_bytes()


def _copy(table: Table, rows: Path, file: Path) -> str:
    """Return the statement that reads the rows with the types of the table and writes them."""
    names = ", ".join(quoted(column.name) for column in table.columns)
    types = ", ".join(f"{_text(column.name)}: '{_TYPES[column.type]}'" for column in table.columns)
    source = f"read_json({_text(str(rows))}, format = 'newline_delimited', columns = {{{types}}})"
    options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{MARK}: '1'}}"
    return f"COPY (SELECT {names} FROM {source}) TO {_text(str(file))} ({options})"  # noqa: S608 - names are quoted


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _duckdb() -> Any:
    try:
        import duckdb  # noqa: PLC0415 - an extra, loaded only where it is used
    except ImportError:
        raise NoDuckDbError(
            "parquet",
            Bilingual("Parquetを書くDuckDBがありません。", "DuckDB, which writes Parquet, is not installed."),
            Bilingual(
                "pip install 'dxlist[parquet]' で入れるか、csv か sqlite で書き出してください。",
                "Install it with: pip install 'dxlist[parquet]'; or export csv or sqlite.",
            ),
        ) from None
    return duckdb

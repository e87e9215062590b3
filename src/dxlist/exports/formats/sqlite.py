"""SQLite: tables -> a database with keys, indexes, views and search.

A value that SQLite has no type for is settled so: true and false are 1 and 0, several values stand behind each other
with ``;``, a decimal is a whole number where it is one and else the nearest double.
"""

from __future__ import annotations

import sqlite3
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.errors import DxlistError
from dxlist.exports.cells import join_values
from dxlist.exports.described.names import MAIN
from dxlist.exports.ours import APPLICATION_ID
from dxlist.exports.sql.search import TOKENIZER, text_to_bigrams
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.exports.format import Style
    from dxlist.model.table import ForeignKey, Table, TableColumn

SEARCH = "initiatives_fts"
SEARCHED = ("field_name", "item_name", "departments", "project_name", "overview", "kpi_text")
"""The columns of the initiatives that the full-text search looks into."""

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER", "list": "TEXT", "any": ""}
_INDEXED = (
    ("departments", "name"),
    ("departments", "division"),
    ("targets", "unit"),
    ("levels", "title"),
    ("extras", "header"),
    ("findings", "code"),
)
_MOST_COLUMNS = 2000
_LARGEST = 2**63
_PAGE_SIZE = 4096

VIEWS = {
    "initiatives_by_department": """
SELECT d.name AS unit, d.department, d.bureau, d.division, d.section, d.position, i.*
FROM departments AS d JOIN initiatives AS i USING (initiative_id)""",
    "targets_with_initiatives": """
SELECT t.*, i.document_id, i.fiscal_year, i.line, i.field_name, i.item_codes, i.item_name, i.departments,
  i.project_id, i.project_name, i.kpi_text
FROM targets AS t JOIN initiatives AS i USING (initiative_id)""",
    "indicator_values_with_indicators": """
SELECT i.document_id, i.fiscal_year AS list_year, i.line, i.field_name, i.item_name, i.project_name, n.kind, n.number,
  n.name, n.cumulative, v.*
FROM indicator_values AS v JOIN indicators AS n USING (initiative_id, indicator_number)
  JOIN initiatives AS i USING (initiative_id)""",
    "projects_with_mentions": """
SELECT p.project_id, p.name, p.programme, p.mention_count, m.document_id, m.line, m.fiscal_year, m.item_codes,
  m.item_name, m.level, m.joined_to, m.initiative_id, i.departments, i.project_name, i.kpi_text
FROM projects AS p JOIN mentions AS m USING (project_id) JOIN initiatives AS i USING (initiative_id)""",
}
"""Joins that are asked for again and again."""


class TooManyColumnsError(DxlistError):
    """The lists have more different columns than the format can hold."""


def tables_to_bytes(tables: Sequence[Table], _: Style) -> Iterator[bytes]:
    """Yield the bytes of a SQLite database, the same for the same tables and version of SQLite."""
    with tempfile.TemporaryDirectory(prefix="dxlist-") as folder:
        place = Path(folder, "tables.sqlite")
        tables_to_database(tables, place).close()
        yield from _pieces(place)


_PIECE = 1 << 20
_CHANGES = (24, 28)
_LAST_CHANGE = (92, 100)
"""Bytes of the head of a database that count how often its file was changed, and by which version of SQLite last."""


def _pieces(place: Path) -> Iterator[bytes]:
    """Yield a database as one that was never in a file."""
    with place.open("rb") as stream:
        head = bytearray(stream.read(_PAGE_SIZE))
        for start, end in (_CHANGES, _LAST_CHANGE):
            head[start:end] = bytes(end - start)
        yield bytes(head)
        while piece := stream.read(_PIECE):
            yield piece


def tables_to_database(tables: Sequence[Table], place: Path | None = None) -> sqlite3.Connection:
    """Return a new database that holds all tables, with their indexes, views and the search; of no thread.

    Args:
        tables: whose rows are taken one after the other.
        place: the file that is made; None: the database is in memory.

    Raises:
        TooManyColumnsError: the lists have more further columns than a table can have.
    """
    connection = sqlite3.connect(place or ":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = OFF")  # a file that is not finished is thrown away
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("BEGIN")
    for table in tables:
        connection.execute(table_sql(table))
        _fill(connection, table)
    for statement in (*_indexes(tables), *(f"CREATE VIEW {name} AS{sql}" for name, sql in VIEWS.items())):
        connection.execute(statement)
    _index_words(connection, next(table for table in tables if table.name == MAIN))
    connection.execute("COMMIT")
    return connection


def table_sql(table: Table) -> str:
    """Return the statement that makes a table; behind each column stands what it is in Japanese."""
    if len(table.columns) > _MOST_COLUMNS:
        raise _too_many(table)
    columns = (f"  {_column_sql(column)}, -- {column.label}\n" for column in table.columns)
    keys = [f"  PRIMARY KEY ({_names(table.primary_key)})", *map(_foreign_key_sql, table.foreign_keys)]
    between = ",\n"
    return f"CREATE TABLE {table.name} (\n{''.join(columns)}{between.join(keys)}\n)"


def _foreign_key_sql(key: ForeignKey) -> str:
    return f"  FOREIGN KEY ({_names(key.columns)}) REFERENCES {key.table} ({_names(key.references)})"


def _column_sql(column: TableColumn) -> str:
    parts = [quoted(column.name), _TYPES[column.type]]
    if not column.nullable:
        parts.append("NOT NULL")
    values = "0, 1" if column.type == "boolean" else ", ".join(f"'{value}'" for value in column.enum)
    if values:
        parts.append(f"CHECK ({quoted(column.name)} IN ({values}))")
    return " ".join(parts)


def quoted(name: str) -> str:
    """Return a name as an identifier of SQL, whatever stands in it.

    >>> quoted('予算"額')
    '"予算""額"'
    """
    return '"' + name.replace('"', '""') + '"'


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(map(quoted, names))


def _fill(connection: sqlite3.Connection, table: Table) -> None:
    marks = ", ".join("?" * len(table.columns))
    rows = (tuple(map(_value, row)) for row in table.rows)
    connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)  # noqa: S608 - the name is ours


def _value(value: object) -> object:
    """Return a value as SQLite takes it."""
    if isinstance(value, tuple):
        return join_values(map(str, value))
    return _number(value) if isinstance(value, Decimal) else value


def _number(value: Decimal) -> int | float:
    is_whole = value == value.to_integral_value() and abs(value) < _LARGEST
    return int(value) if is_whole else float(value)


def _indexes(tables: Sequence[Table]) -> Iterator[str]:
    for table in tables:
        for key in table.foreign_keys:
            if key.columns != table.primary_key[: len(key.columns)]:
                name = "_".join((table.name, *key.columns))
                yield f"CREATE INDEX {name} ON {table.name} ({_names(key.columns)})"
    for name, column in _INDEXED:
        yield f"CREATE INDEX {name}_{column} ON {name} ({column})"


def _index_words(connection: sqlite3.Connection, initiatives: Table) -> None:
    """Make the full-text index: found by bigrams, its columns show the texts of the initiatives themselves."""
    columns = ", ".join(SEARCHED)
    connection.execute(
        f'CREATE VIRTUAL TABLE {SEARCH} USING fts5({columns}, content="initiatives", tokenize="{TOKENIZER}")'
    )
    marks = ", ".join("?" * len(SEARCHED))
    rows = (
        (at, *(text_to_bigrams(str(_value(initiatives.value(row, name)) or "")) for name in SEARCHED))
        for at, row in enumerate(initiatives.rows, 1)
    )
    connection.executemany(f"INSERT INTO {SEARCH} (rowid, {columns}) VALUES (?, {marks})", rows)  # noqa: S608
    connection.execute(f"INSERT INTO {SEARCH} ({SEARCH}) VALUES ('optimize')")  # noqa: S608


def _too_many(table: Table) -> TooManyColumnsError:
    return TooManyColumnsError(
        table.name,
        Bilingual(
            f"列が{len(table.columns)}あり、SQLiteの上限{_MOST_COLUMNS}を超えます。",
            f"there are {len(table.columns)} columns; SQLite holds {_MOST_COLUMNS}.",
        ),
        Bilingual("一覧を分けて書き出してください。", "Export fewer lists at a time."),
    )

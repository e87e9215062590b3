"""Five readers of tables, each with the options that a person finds who wants this list read.

All skip the lines above the first row, take the names they are given, allow ragged rows and pad short ones. Rows that
are titles or headers are dropped before 分野 and 項目 are filled down, where the reader offers to fill at all. A reader
that refuses a row with more cells than names is asked again with the option that its message or manual proposes.
"""

import csv
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

Rows = list[list[str]]
Read = Callable[[Path, Sequence[str], bool], Rows]

SIX = ("field", "item", "departments", "project_name", "overview", "kpi_text")
SEVEN = (*SIX, "spare")
ABOVE = 4  # two blank lines, a title, a header
# A title or header of a later page shows in the first cell, or (the header over two lines) in the fourth.
FIRST_OF_HEADING = "^(分野|デジタル変革|地域のDX)"
FOURTH_OF_HEADING = "^事業名又は取組名$"


class Reader(NamedTuple):
    """A reader: its package, how it reads with the names given, how it fills down (None: it does not)."""

    package: str
    read: Read
    fill: Callable[[Path], Rows] | None


def as_texts(rows: Iterable[Iterable[Any]]) -> Rows:
    """Bring the rows of any reader to lists of text, null as an empty one, blank rows skipped."""
    texts = (["" if cell is None else str(cell) for cell in row] for row in rows)
    return [row for row in texts if any(row)]


def open_pandas(path: Path, names: Sequence[str], options: dict[str, Any]) -> Any:
    pandas = import_module("pandas")
    return pandas.read_csv(path, sep="\t", header=None, names=list(names), skiprows=ABOVE, dtype=str, **options)


def read_pandas(path: Path, names: Sequence[str], lenient: bool) -> Rows:
    options = {"usecols": range(len(names))} if lenient else {"index_col": False}
    return as_texts(open_pandas(path, names, options).fillna("").to_numpy().tolist())


def fill_pandas(path: Path) -> Rows:
    table = open_pandas(path, SEVEN, {"index_col": False})
    heading = table["field"].str.match(FIRST_OF_HEADING, na=False)
    heading |= table["project_name"].str.match(FOURTH_OF_HEADING, na=False)
    table = table[~heading].copy()
    table[["field", "item"]] = table[["field", "item"]].ffill()
    return as_texts(table.fillna("").to_numpy().tolist())


def open_polars(path: Path, names: Sequence[str], options: dict[str, Any]) -> Any:
    polars = import_module("polars")
    schema = dict.fromkeys(names, polars.String)
    table = polars.read_csv(path, separator="\t", has_header=False, skip_lines=ABOVE, schema=schema, **options)
    return table.filter(~polars.all_horizontal(polars.all().is_null()))


def read_polars(path: Path, names: Sequence[str], lenient: bool) -> Rows:
    options = {"truncate_ragged_lines": True} if lenient else {"missing_columns": "insert"}
    return as_texts(open_polars(path, names, options).rows())


def fill_polars(path: Path) -> Rows:
    polars = import_module("polars")
    first, fourth = polars.col("field"), polars.col("project_name")
    heading = first.str.contains(FIRST_OF_HEADING) | fourth.str.contains(FOURTH_OF_HEADING)
    table = open_polars(path, SEVEN, {"missing_columns": "insert"}).filter(~heading.fill_null(value=False))
    return as_texts(table.with_columns(polars.col("field", "item").fill_null(strategy="forward")).rows())


def query_duckdb(path: Path, names: Sequence[str], options: str, query: str) -> Rows:
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    layout = f"delim='\t', header=false, skip={ABOVE}, auto_detect=false, columns={{{columns}}}"
    source = f"read_csv($path, {layout}, {options})"
    connection = import_module("duckdb").connect()
    return as_texts(connection.execute(query.format(source=source), {"path": str(path)}).fetchall())


def read_duckdb(path: Path, names: Sequence[str], lenient: bool) -> Rows:
    options = "null_padding=true" + (", strict_mode=false" if lenient else "")
    return query_duckdb(path, names, options, "SELECT * FROM {source}")


def fill_duckdb(path: Path) -> Rows:
    filled = ", ".join(f"(last_value({name} IGNORE NULLS) OVER (ORDER BY place)) AS {name}" for name in SIX[:2])
    heading = (
        f"regexp_matches(coalesce(field, ''), '{FIRST_OF_HEADING}') "
        f"OR regexp_matches(coalesce(project_name, ''), '{FOURTH_OF_HEADING}')"
    )
    query = (
        f"SELECT * EXCLUDE (place) REPLACE ({filled}) "
        f"FROM (SELECT row_number() OVER () AS place, * FROM {{source}}) WHERE NOT ({heading}) ORDER BY place"
    )
    return query_duckdb(path, SEVEN, "null_padding=true", query)


def count_duckdb_columns(path: Path) -> int:
    """Count the columns that DuckDB finds when it is told nothing but the file."""
    connection = import_module("duckdb").connect()
    return len(connection.execute("SELECT * FROM read_csv($path) LIMIT 0", {"path": str(path)}).description)


def open_frictionless(path: Path, names: Sequence[str]) -> Any:
    frictionless = import_module("frictionless")
    control = import_module("frictionless.formats").CsvControl(delimiter="\t")
    above = list(range(1, ABOVE + 1))
    dialect = frictionless.Dialect(header=False, comment_rows=above, skip_blank_rows=True, controls=[control])
    schema = frictionless.Schema(fields=[frictionless.fields.StringField(name=name) for name in names])
    place = {"path": path.name, "basepath": str(path.parent), "format": "csv", "encoding": "utf-8"}
    return frictionless.Resource(**place, dialect=dialect, schema=schema)


def read_frictionless(path: Path, names: Sequence[str], lenient: bool) -> Rows:  # noqa: ARG001 - it never refuses
    return as_texts(row.to_list() for row in open_frictionless(path, names).read_rows())


def is_body(row: Any) -> bool:
    """Tell a row of the body from a title or header, for a row that is read by name."""
    first, fourth = row["field"] or "", row["project_name"] or ""
    return not (re.match(FIRST_OF_HEADING, first) or re.match(FOURTH_OF_HEADING, fourth))


def fill_frictionless(path: Path) -> Rows:
    steps = import_module("frictionless.steps")
    plan = [steps.table_normalize(), steps.row_filter(function=is_body)]
    plan += [steps.cell_fill(field_name=name, direction="down") for name in SIX[:2]]
    target = open_frictionless(path, SEVEN).transform(import_module("frictionless").Pipeline(steps=plan))
    return as_texts(row.to_list() for row in target.read_rows())


def read_csvkit(path: Path, names: Sequence[str], lenient: bool) -> Rows:  # noqa: ARG001 - it never refuses
    """Read with csvclean, which keeps a seventh cell; for six names with csvcut, as one cuts a table to its columns."""
    cut = len(names) == len(SIX)
    tool, *options = ["csvcut"] if cut else ["csvclean", "--fill-short-rows"]
    command = [sys.executable, "-m", f"csvkit.utilities.{tool}", "-t", "-H", "-K", str(ABOVE), "-e", "utf-8", *options]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run([*command, str(path)], capture_output=True, check=True, encoding="utf-8", env=environment)
    rows = as_texts(csv.reader(io.StringIO(done.stdout)))
    return rows[1:] if cut else rows  # csvcut puts a header of letters on top, csvclean does not


READERS = (
    Reader("pandas", read_pandas, fill_pandas),
    Reader("polars", read_polars, fill_polars),
    Reader("duckdb", read_duckdb, fill_duckdb),
    Reader("frictionless", read_frictionless, fill_frictionless),
    Reader("csvkit", read_csvkit, None),
)

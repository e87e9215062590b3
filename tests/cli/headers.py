"""The header of every table that a command writes, as the golden files of ``tests/cli/headers`` hold it.

A golden file holds one table: the commands that write it, each with ``$`` before it, and below them the columns, one a
line.  Commands that write the same columns share them.  Where columns change on purpose: ``python -m tests.cli.headers``.
"""

from __future__ import annotations

import csv
import json
import os
import re
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import duckdb
import openpyxl

from dxlist.exports.projects.tables import TABLES as PROJECT_TABLES
from dxlist.exports.tables.names import TABLE_NAMES
from dxlist.query.grouping import GROUPINGS
from tests.cli.runs import call, write

FOLDER = Path(__file__).parent / "headers"
JAPANESE = ("--header", "ja")
ROWS = ("csv", "tsv", "json", "jsonl", "markdown")
"""The formats of rows as text."""


class Written(NamedTuple):
    """One way to have a table written."""

    arguments: tuple[str, ...]
    """Without the list."""
    format_: str
    table: str = ""
    """Of a file that holds several."""
    language: str = "en"

    @property
    def command(self) -> str:
        """What is typed, as the golden file shows it."""
        variable = "DXLIST_LANG=ja " if self.language == "ja" else ""
        return f"{variable}dxlist {' '.join(self.arguments)}" + (f" ({self.table})" if self.table else "")


def _parse(name: str) -> list[Written]:
    return [Written(("parse", "--format", name, "--output", "-", *header), "csv") for header in ((), JAPANESE)]


def _dedupe(table: str) -> list[Written]:
    return [Written(("dedupe", "--format", "csv", "--table", table, *header), "csv") for header in ((), JAPANESE)]


def _query(*more: str) -> list[Written]:
    files = [Written(("query", *more, "--format", name), name) for name in ROWS]
    return files + [Written(("query", *more), "table", language=language) for language in ("en", "ja")]


def _export(table: str) -> list[Written]:
    texts = [Written(("export", "--table", table, "--to", name), name) for name in (*ROWS, "parquet")]
    whole = [Written(("export", "--to", name), name, table) for name in ("xlsx", "sqlite", "datapackage")]
    asked = [Written(("sql", f"SELECT * FROM {table}", "--format", name), name) for name in ROWS]
    japanese = [
        Written((*written.arguments, *JAPANESE), written.format_, written.table)
        for written in (*texts, *whole)
        if written.format_ in {"csv", "tsv", "markdown", "xlsx"}
    ]
    return [*texts, *whole, *asked, *japanese]


TABLES: dict[str, list[Written]] = {
    "parse.initiatives": _parse("csv"),
    "parse.targets": _parse("targets.csv"),
    "query.rows": _query(),
    "query.projects": _query("--projects"),
    **{f"query.by.{name}": _query("--group-by", name) for name in GROUPINGS},
    **{f"export.{table}": _export(table) for table in TABLE_NAMES},
    **{f"dedupe.{table}": _dedupe(table) for table in PROJECT_TABLES},
}
"""By the name of the golden file."""


def golden(name: str, folder: Path) -> str:
    """Return what the golden file of a table is to hold now; files are made in ``folder``."""
    path = write(folder / "a.tsv")
    blocks: dict[tuple[str, ...], str] = {}
    for written in TABLES[name]:
        columns = tuple(columns_of(written, path, folder))
        blocks[columns] = f"{blocks.get(columns, '')}$ {written.command}\n"
    return "\n".join(commands + "".join(f"{column}\n" for column in columns) for columns, commands in blocks.items())


def columns_of(written: Written, path: str, folder: Path) -> list[str]:
    """Return the columns that a command writes for a list."""
    arguments = list(written.arguments)
    if written.format_ in {"xlsx", "sqlite", "parquet", "datapackage"}:
        goal = folder / f"{' '.join(arguments)}.{written.format_}"
        if not goal.exists():
            done = call(*arguments, path, "--output", str(goal), "--quiet")
            assert done.code == 0, done.err
        return _columns_of_file(goal, written)
    if arguments[0] == "export":
        arguments += ["--output", "-"]
    done = call(*arguments, path, language=written.language)
    assert done.code == 0, (written.command, done.err)
    return _columns_of_text(done.out.decode(), written.format_)


def _columns_of_text(text: str, format_: str) -> list[str]:
    first = text.splitlines()[0] if text else ""
    match format_:
        case "csv" | "tsv":
            (columns,) = csv.reader([first], delimiter="," if format_ == "csv" else "\t")
            return columns
        case "json":
            return list(next(iter(json.loads(text)), {}))
        case "jsonl":
            return list(json.loads(first)) if first else []
        case "markdown":
            return [re.sub(r"\\(.)", r"\1", cell) for cell in first.removeprefix("| ").removesuffix(" |").split(" | ")]
    return re.split(r"\s{2,}", first.strip())


def _columns_of_file(path: Path, written: Written) -> list[str]:
    match written.format_:
        case "xlsx":
            book = openpyxl.load_workbook(path)
            labels = {written.table, TABLE_NAMES[written.table].label.ja, TABLE_NAMES[written.table].label.en}
            (sheet,) = (sheet for sheet in book if sheet.title in labels)
            return [str(cell.value) for cell in sheet[1]]
        case "sqlite":
            with sqlite3.connect(path) as base:
                return [row[1] for row in base.execute(f"PRAGMA table_info({written.table})")]
        case "parquet":
            return list(map(str, duckdb.read_parquet(str(path)).columns))
    package = json.loads((path / "datapackage.json").read_bytes())
    (resource,) = (one for one in package["resources"] if one["name"] == written.table)
    return [field["name"] for field in resource["schema"]["fields"]]


def renew() -> None:
    """Write all golden files anew, and remove those of tables that are gone."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.iterdir():
        path.unlink()
    for name in TABLES:
        with TemporaryDirectory() as folder:
            (FOLDER / f"{name}.txt").write_text(golden(name, Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    os.environ.pop("DXLIST_LANG", None)
    renew()

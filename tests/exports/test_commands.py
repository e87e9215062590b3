"""What every command writes in every format of rows: no live formula, and one table of the initiatives."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from dxlist.exports.cells import is_formula
from dxlist.exports.format import formats_for
from tests.cli.runs import FIRST, HEADER, call, write
from tests.lists import SHIPPED

# A list with control characters is refused as binary; texts with them are tried in test_formulas.

FORMULAS = (
    "=1+1", "+1+A1", "-1+A1", "@SUM(1)", "＝1+1", "\ufeff=1+2", "\u200b=1+3", "'=1+6", "\u3000=1+7",
    "\xa0=1+8",
)  # fmt: skip
HARMLESS = ("-5", "+3.2", "▲5", "－", "10%")
COMMANDS = {
    "parse": ("parse", "=1.tsv", "--quiet", "--output"),
    "query": ("query", "=1.tsv", "--quiet", "--output"),
    "query --columns": (
        "query",
        "=1.tsv",
        "-q",
        "-c",
        "project_name,overview,extra.=予算,extra.@備考,line",
        "--output",
    ),
    "query --projects": ("query", "=1.tsv", "--projects", "--output"),
    "query --group-by": ("query", "=1.tsv", "--group-by", "field", "--output"),
    "sql": ("sql", 'SELECT project_name AS "=2+2", * FROM initiatives', "=1.tsv", "--output"),
    "export": ("export", "=1.tsv", "--quiet", "--output"),
    "dedupe": ("dedupe", "=1.tsv", "--quiet", "--output"),
    "validate": ("validate", "=1.tsv", "--show", "info", "--fail-on", "never", "--output"),
}
SPREADSHEETS = ("csv", "tsv", "markdown")


@pytest.fixture(autouse=True)
def _at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    header = HEADER.strip("\n") + "\t=予算\t@備考\n"
    first = FIRST.strip("\n").split("\t")
    rows = ["\t".join([*first[:3], text, text, text, text, text]) for text in (*FORMULAS, *HARMLESS)]
    write(Path("=1.tsv"), header + "\n".join(rows) + "\n")


def made(command: str, format_: str, *more: str) -> bytes:
    arguments = COMMANDS[command]
    target = "out" if arguments[0] == "parse" else f"out.{format_}"
    done = call(*arguments, target, "--format", format_, "--overwrite", *more)
    assert done.code == 0, done.err
    (file,) = Path(target).glob("*") if Path(target).is_dir() else [Path(target)]
    data = file.read_bytes()
    file.unlink()
    return data


def cells_of(data: bytes, format_: str) -> list[str]:
    """Return the cells as a spreadsheet takes them from a file, or from a page that shows it."""
    text = data.decode("utf-8-sig")
    if format_ != "markdown":
        rows = csv.reader(io.StringIO(text, newline=""), delimiter="," if format_ == "csv" else "\t")
        return [cell for row in rows for cell in row]
    bare = (re.split(r"(?<!\\)\||<br>", line.strip("|")) for line in text.splitlines() if not line.startswith("|---"))
    return [re.sub(r"\\(.)", r"\1", cell.removeprefix(" ").removesuffix(" ")) for row in bare for cell in row]


@pytest.mark.parametrize("format_", SPREADSHEETS)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_hands_on_a_live_formula(command: str, format_: str) -> None:
    cells = cells_of(made(command, format_), format_)
    assert [cell for cell in cells if is_formula(cell) and not cell.startswith("'")] == []
    raw = cells_of(made(command, format_, "--raw-text"), format_)
    if command not in {"query --group-by", "validate"}:
        assert "'=1+1" in cells
        assert "=1+1" in raw
        assert "'-5" not in cells


def test_a_package_holds_no_live_formula() -> None:
    assert call("export", "=1.tsv", "--format", "datapackage", "--output", "package").code == 0
    for file in Path("package").glob("*.csv"):
        cells = cells_of(file.read_bytes(), "csv")
        assert [cell for cell in cells if is_formula(cell) and not cell.startswith("'")] == [], file


@pytest.mark.parametrize("command", COMMANDS)
def test_a_workbook_holds_no_formula(command: str) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.3 s

    book = load_workbook(io.BytesIO(made(command, "xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert cells
    assert [cell.value for cell in cells if cell.data_type == "f"] == []


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_texts_stay_as_they_are_in_json(format_: str) -> None:
    for command in ("query", "query --columns", "sql", "export"):
        data = made(command, format_).decode()
        rows = json.loads(data) if format_ == "json" else [json.loads(line) for line in data.splitlines()]
        assert {"=1+1", "@SUM(1)", "-1+A1"} <= {row["project_name"] for row in rows}, command


def test_texts_stay_as_they_are_in_parquet() -> None:
    import duckdb  # noqa: PLC0415

    for command in ("query", "sql", "export"):
        Path("read.parquet").write_bytes(made(command, "parquet"))
        found = duckdb.read_parquet("read.parquet").project("project_name").fetchall()
        assert {("=1+1",), ("@SUM(1)",)} <= set(found), command


def test_one_csv_of_the_initiatives_whatever_command_writes_it() -> None:
    for path in (str(SHIPPED), "=1.tsv"):
        for more in ((), ("--header", "ja"), ("--bom",)):
            one = call("export", path, "--table", "initiatives", "--format", "csv", "--output", "-", *more).out
            assert one.count(b"\n") > 10
            assert call("export", path, "--format", "csv", "--output", "-", *more).out == one
            assert call("parse", path, "--format", "csv", "--output", "-", *more).out == one
            assert call("query", path, "--format", "csv", *more).out == one
        plain = call("query", path, "--format", "csv").out
        assert call("export", path, "--format", "datapackage", "--output", "package").code == 0
        assert Path("package/initiatives.csv").read_bytes() == plain
        assert call("parse", path, "--output", "read").code == 0
        written = f"read/{Path(path).stem}.json"
        assert call("query", written, "--format", "csv").out == plain
        assert call("export", written, "--format", "csv", "--output", "-").out == plain


def test_rows_of_several_lists_share_their_projects_in_every_command() -> None:
    write(Path("a.tsv"))
    write(Path("b.tsv"))
    one = call("export", "a.tsv", "b.tsv", "--format", "csv", "--output", "-").out
    assert call("query", "a.tsv", "b.tsv", "--format", "csv").out == one


def test_the_formats_are_all_tried() -> None:
    assert {*formats_for("rows", "tables")} == {
        *SPREADSHEETS, "json", "jsonl", "parquet", "xlsx", "sqlite", "datapackage"
    }  # fmt: skip

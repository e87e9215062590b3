"""Every command that writes rows writes every format of rows, with the same options, and no live formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from dxlist.exports.cells import is_formula
from dxlist.exports.format import formats_for
from dxlist.exports.ours import is_written_by_dxlist
from tests.cli.runs import FIRST, HEADER, call, write
from tests.exports.contents import with_texts

if TYPE_CHECKING:
    from pathlib import Path

FORMULA = "=HYPERLINK(1)"
HIDDEN = "\u200b=1+1"
RECORDED = "=1+1"
"""What nobody sees is taken out of a name."""
LIST = (
    HEADER.replace("\n", "\t=SUM(1)\n")
    + FIRST.replace("電子申請推進事業", FORMULA).replace("\n", "\t\n")
    + FIRST.replace("電子申請推進事業", HIDDEN).replace("1(1)", "1(2)").replace("\n", "\t\n")
)
COMMANDS = {
    "parse": ("parse",),
    "query": ("query",),
    "query --columns": ("query", "--columns", "line,project_name"),
    "query --projects": ("query", "--projects"),
    "query --group-by": ("query", "--group-by", "item"),
    "sql": ("sql", "SELECT project_name, kpi_status FROM initiatives"),
    "export": ("export", "--table", "projects"),
    "dedupe": ("dedupe",),
    "validate": ("validate", "--show", "info"),
}
TEXTS = {"csv": ",", "tsv": "\t"}


@pytest.fixture
def listed(tmp_path: Path) -> str:
    return write(tmp_path / "a.tsv", LIST)


def written(command: str, listed: str, *more: str) -> bytes:
    done = call(*COMMANDS[command], listed, "--output", "-", *more)
    assert done.code in {0, 1}, done.err
    return done.out


@pytest.mark.parametrize("name", formats_for("rows"))
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_writes_every_format(command: str, name: str, listed: str, tmp_path: Path) -> None:
    found = formats_for("rows")[name]
    goal = tmp_path / "out" / f"a{found.suffixes[0]}"
    is_parse = command == "parse"
    output = ("--format", name, "--output", str(goal.parent)) if is_parse else ("--output", str(goal))
    done = call(*COMMANDS[command], listed, *output)
    assert done.code in {0, 1}, done.err
    assert goal.stat().st_size
    if not found.is_text:
        assert is_written_by_dxlist(goal)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_cell_is_a_live_formula(command: str, name: str, listed: str) -> None:
    safe, raw = (written(command, listed, "--format", name, *more).decode() for more in ((), ("--raw-text",)))
    safe_cells, raw_cells = (
        {cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=TEXTS[name]) for cell in row}
        for text in (safe, raw)
    )
    assert [cell for cell in safe_cells if is_formula(cell) and not cell.startswith("'")] == []
    if command in {"parse", "query", "query --columns", "query --projects", "sql", "export", "dedupe"}:
        assert {f"'{FORMULA}", f"'{RECORDED}"} <= safe_cells
        assert {FORMULA, RECORDED} <= raw_cells


@pytest.mark.parametrize("command", COMMANDS)
def test_markdown_and_json(command: str, listed: str) -> None:
    markdown = written(command, listed, "--format", "markdown").decode()
    assert f"| {FORMULA}" not in markdown
    if command not in {"query --group-by", "validate"}:
        assert FORMULA in written(command, listed, "--format", "jsonl").decode()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_options_of_a_table_are_the_same_everywhere(command: str, listed: str) -> None:
    japanese = written(command, listed, "--format", "csv", "--header", "ja", "--bom")
    assert japanese.startswith(b"\xef\xbb\xbf")
    assert not japanese.decode("utf-8-sig").splitlines()[0].isascii()
    narrow = written(command, write_plain(listed), "--format", "tsv", "--output-encoding", "cp932", "--header", "ja")
    assert narrow.decode("cp932").count("\n") >= 1
    for more, said in (
        (("--format", "jsonl", "--header", "ja"), "--header ja: does not go with jsonl."),
        (("--format", "csv", "--bom", "--output-encoding", "cp932"), "--bom: cp932 has no byte-order mark."),
        (("--format", "csv", "--header", "fr"), '--header: "fr" is none of ja, en.'),
        (("--format", "xlsx"), "xlsx cannot go to standard output."),
    ):
        done = call(*COMMANDS[command], listed, "--output", "-", *more)
        assert (done.code, done.out) == (2, b"")
        assert said in done.err


def write_plain(listed: str) -> str:
    from pathlib import Path  # noqa: PLC0415

    return write(Path(listed).with_name("plain.tsv"), HEADER + FIRST + FIRST.replace("1(1)", "1(2)"))


def test_below_japanese_names_stand_japanese_words(listed: str) -> None:
    cells = written("sql", listed, "--format", "csv", "--header", "ja").decode().splitlines()
    assert cells[0] == "事業名,指標の種類"
    assert cells[1].endswith(",数値目標")
    findings = written("validate", listed, "--format", "csv", "--header", "ja").decode()
    assert "情報" in findings or "警告" in findings
    assert "DX" in findings


def test_dedupe_writes_a_workbook_of_all_its_tables(listed: str, tmp_path: Path) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.3 s

    assert call("dedupe", listed, "--output", str(tmp_path / "a.xlsx"), "--header", "ja").code == 0
    names = load_workbook(tmp_path / "a.xlsx").sheetnames
    assert names == ["事業", "掲載箇所", "上位事業", "食い違い", "候補の組", "列の説明"]


def test_the_targets_of_a_row_asked_for_are_those_asked_for(tmp_path: Path) -> None:
    two = FIRST.replace("100件とする", "利用率を60％、件数を100件とする")
    listed = write(tmp_path / "b.tsv", HEADER + two)
    for unit in ("件", "%"):
        done = call("query", listed, "--kpi-unit", unit, "--format", "csv")
        (row,) = csv.DictReader(io.StringIO(done.out.decode(), newline=""))
        assert row["target_unit"] == unit, done.out.decode()


def test_a_hostile_record_leaves_no_formula_in_any_command(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    texts = (FORMULA, HIDDEN, "\ufeff@SUM(1)", "\x00+1+1", "＝1+1")
    path.write_text(with_texts(texts, stem="a").to_json(), encoding="utf-8")
    for command in COMMANDS:
        if command == "parse":
            continue
        text = written(command, str(path), "--format", "csv").decode()
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        assert [cell for cell in cells if is_formula(cell) and not cell.startswith("'")] == [], command

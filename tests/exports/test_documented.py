"""What docs/export.md shows is so: every question and every command runs, in both languages the same."""

from __future__ import annotations

import re
import shlex
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from dxlist.exports.described.names import TABLE_NAMES
from dxlist.exports.format import formats_for
from tests.cli.runs import call
from tests.exports.contents import exported, shipped
from tests.lists import ROOT, SHIPPED

if TYPE_CHECKING:
    from pathlib import Path

PAGES = ("export.md", "export.ja.md")


def blocks(page: str, kind: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return [found[1] for found in re.finditer(rf"```{kind}\n(.*?)```", text, re.DOTALL)]


def test_both_languages_show_the_same() -> None:
    for kind in ("sql", "python"):
        assert blocks(PAGES[0], kind) == blocks(PAGES[1], kind)
    english, japanese = ([re.sub(" +#.*", "", block) for block in blocks(page, "sh")] for page in PAGES)
    assert english == japanese


@pytest.mark.parametrize("page", PAGES)
def test_every_format_and_table_is_described(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert all(f"`{name}`" in text for name in (*formats_for("rows", "tables"), *TABLE_NAMES))


def test_questions_to_sqlite_have_answers() -> None:
    database = sqlite3.connect(":memory:")
    data = exported(shipped(), "sqlite", None)
    assert isinstance(data, bytes)
    database.deserialize(data)
    questions = [
        q
        for block in blocks(PAGES[0], "sql")
        if "read_csv" not in block and "parquet" not in block
        for q in block.split(";\n")
    ]
    for question in filter(str.strip, questions):
        assert database.execute(question).fetchone(), question
    database.close()


def test_questions_to_duckdb_have_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb  # noqa: PLC0415

    for name in ("csv", "parquet"):
        data = exported(shipped(), name, None)
        assert isinstance(data, bytes)
        (tmp_path / f"initiatives.{name}").write_bytes(data)
    monkeypatch.chdir(tmp_path)
    units, codes = (block for block in blocks(PAGES[0], "sql") if "read_csv" in block or "parquet" in block)
    with duckdb.connect() as connection:
        assert connection.execute(codes).fetchall() == [("070009", 131)]
        assert len(connection.execute(units).fetchall()) == len(
            {name for row in shipped().table("departments").rows for name in row[2:3]}
        )


def test_commands_end_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("data/raw", "lists"):
        (tmp_path / folder).mkdir(parents=True)
        shutil.copy(SHIPPED, tmp_path / folder)
    shutil.copytree(ROOT / "data" / "normalized", tmp_path / "data" / "normalized")
    monkeypatch.chdir(tmp_path)
    commands = [line for block in blocks(PAGES[0], "sh") for line in block.splitlines() if line.startswith("dxlist ")]
    assert len(commands) == 10
    for command in commands:
        _, *arguments = shlex.split(command, comments=True)
        done = call(*arguments, *(["--overwrite"] if arguments[0] == "export" else []))
        assert (done.code, "error" in done.err) == (0, False), (command, done.err)


def test_the_functions_write_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data/raw").mkdir(parents=True)
    shutil.copy(SHIPPED, tmp_path / "data/raw")
    monkeypatch.chdir(tmp_path)
    (block,) = (block for block in blocks(PAGES[0], "python") if "dxlist.write" in block)
    exec(block, {})
    written = {path.name for path in tmp_path.iterdir()} - {"data"}
    assert written == {"fukushima_r04.csv", "fukushima_r04.targets.csv", "lists.xlsx", "projects.json"}

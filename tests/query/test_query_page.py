"""docs/query.md and docs/query.ja.md: their commands run, and both show the same ones."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.runs import call
from tests.lists import ROOT

PAGES = ("query.md", "query.ja.md")


def commands(page: str) -> list[list[str]]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("dxlist ")]
    return [shlex.split(re.sub(r" >>? \S+", "", line), comments=True)[1:] for line in lines]


def test_both_languages_show_the_same_commands() -> None:
    assert commands(PAGES[0]) == commands(PAGES[1])
    assert len(commands(PAGES[0])) == 12


@pytest.mark.parametrize("command", commands(PAGES[0]), ids=" ".join)
def test_a_command_of_the_page_runs(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    done = call(*command)
    assert done.code == 0, done.err
    assert done.out or (tmp_path / "rpa.csv").exists()


@pytest.mark.parametrize("page", PAGES)
def test_every_filter_stands_on_the_page(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    names = re.findall(r"--[a-z-]+", call("query", "--help").out.decode())
    left_out = {"--help", "--lang", "--encoding"}
    assert [name for name in dict.fromkeys(names) if name not in text and name not in left_out] == []

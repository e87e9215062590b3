"""``dxlist --help`` of every command, and ``dxlist --version``."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from dxlist.cli.app import COMMANDS
from tests.cli.runs import PATIENCE, call, environment, run

OPTION = re.compile(r"^  (?:-\w, )?(--\w+)", re.MULTILINE)
KANA = re.compile(r"[\u3041-\u30ff]")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_in_the_language_and_nothing_of_it_is_cut(command: str) -> None:
    arguments = [*filter(None, [command]), "--help"]
    japanese, english = (call(*arguments, language=language).out.decode() for language in ("ja", "en"))
    assert "使い方" in japanese
    assert "Usage" in english
    assert KANA.search(japanese)
    assert not KANA.search(english)
    assert "…" not in japanese
    assert OPTION.findall(japanese) == OPTION.findall(english) != []


def test_without_a_command_the_help_is_the_answer() -> None:
    for language in ("ja", "en"):
        whole = call("--help", language=language)
        assert whole.code == 0
        assert all(f"\n  {name} " in whole.out.decode() for name in COMMANDS)
        for arguments in ((), ("help",), ("--lang", language)):
            assert call(*arguments, language=language) == whole


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_is_its_help(command: str) -> None:
    for language in ("ja", "en"):
        own = call(command, "--help", language=language)
        assert (own.code, own.err) == (0, "")
        assert call("help", command, language=language).out.split()[3:] == own.out.split()[3:]


def test_help_of_an_unknown_command_names_the_nearest() -> None:
    assert call("help", "vaildate") == (2, b"", "error: vaildate: there is no such command. Did you mean validate?\n")
    assert call("help", "vaildate", language="ja").err == (
        "エラー: vaildate: このコマンドはありません。validate のことですか。\n"
    )


def test_the_help_is_in_japanese_throughout() -> None:
    for command in COMMANDS:
        text = call(command, "--help", language="ja").out.decode()
        assert not re.search(r"OPTIONS|required|default|range|Usage|list\[", text), command


LOADED = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
from dxlist.cli import main
main()
"""


def loaded(*arguments: str) -> set[str]:
    """Return the modules that a run of dxlist loads."""
    command = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=PATIENCE, check=True)
    return set(done.stderr.split())


def test_only_what_is_wanted_is_loaded() -> None:
    heavy = {"pydantic", "rich", "rapidfuzz", "chardet"}
    alone = subprocess.run(
        [sys.executable, "-c", "import sys, typer; print(*sys.modules)"],
        capture_output=True, text=True, env=environment(), timeout=PATIENCE, check=True,
    )  # fmt: skip
    for arguments in (("--version",), ("--help",)):
        modules = loaded(*arguments)
        assert not modules & heavy
        assert not [name for name in modules if name.startswith("dxlist.cli.commands")]
        assert len([name for name in modules if name.startswith("dxlist")]) <= 22
        assert len(modules - set(alone.stdout.split())) <= 35
    commands = {name for name in loaded("completion", "bash") if name.startswith("dxlist.cli.commands.")}
    assert commands == {"dxlist.cli.commands.completion"}


def test_the_version_is_that_of_the_package() -> None:
    assert call("--version").out == b"dxlist 0.1.0\n"


def test_the_help_option_itself_is_in_the_language() -> None:
    for arguments in (["--help"], ["query", "--help"]):
        assert "この説明を表示して終わります。" in run(*arguments, DXLIST_LANG="ja").out.decode()
        assert "Show this help and exit." in run(*arguments, DXLIST_LANG="en").out.decode()

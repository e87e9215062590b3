"""``dxlist --help`` of every command, and ``dxlist --version``."""

from __future__ import annotations

import re

import pytest

from dxlist.cli.app import COMMANDS
from tests.cli.runs import call, run

OPTION = re.compile(r"^  (?:-\w, )?(--\w+)", re.MULTILINE)
KANA = re.compile(r"[\u3041-\u30ff]")


@pytest.mark.parametrize("command", ["", *(name for name, _, _ in COMMANDS)])
def test_the_help_is_in_the_language_and_nothing_of_it_is_cut(command: str) -> None:
    arguments = [*filter(None, [command]), "--help"]
    japanese, english = (call(*arguments, language=language).out.decode() for language in ("ja", "en"))
    assert "使い方" in japanese
    assert "Usage" in english
    assert KANA.search(japanese)
    assert not KANA.search(english)
    assert "…" not in japanese
    assert OPTION.findall(japanese) == OPTION.findall(english) != []


def test_without_a_command_the_help_is_shown() -> None:
    done = call()
    assert "parse" in done.out.decode() + done.err


def test_the_version_is_that_of_the_package() -> None:
    assert call("--version").out == b"dxlist 0.1.0\n"


def test_the_help_option_itself_is_in_the_language() -> None:
    for arguments in (["--help"], ["query", "--help"]):
        assert "この説明を表示して終わります。" in run(*arguments, DXLIST_LANG="ja").out.decode()
        assert "Show this help and exit." in run(*arguments, DXLIST_LANG="en").out.decode()

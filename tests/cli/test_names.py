"""Every list of names that a person reads is the list that the code works with: help, completion, errors, documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, get_args

import pytest

from dxlist.cli.app import COMMANDS
from dxlist.cli.completing import answer
from dxlist.cli.shell_scripts import SCRIPTS
from dxlist.exports.described.names import OF_PROJECTS, TABLE_NAMES
from dxlist.exports.format import document_formats, formats_for
from dxlist.model.finding import SEVERITIES
from dxlist.model.kpi import KpiStatus
from dxlist.model.project import ConflictGrade
from dxlist.query.grouping import GROUPINGS
from dxlist.rules.registry import all_rules
from dxlist.text.bilingual import Language
from tests.cli.runs import call, write
from tests.lists import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

BOTH = get_args(Language)
NAME = r"(?<![\w.-])[a-z][a-z0-9_]*(?:\.[a-z]+)?(?![\w-])"


class Choice(NamedTuple):
    """What an option, or an argument without a dash, may hold."""

    command: str
    option: str
    names: tuple[str, ...]
    pages: tuple[str, ...] = ()
    """Documents that name all of them, without their language."""


def choice(command: str, option: str, names: Iterable[str], *pages: str) -> Choice:
    return Choice(command, option, tuple(names), pages)


CHOICES = [
    choice("parse", "--format", document_formats(), "README"),
    choice("validate", "--format", ["text", *formats_for("rows", "findings")], "README", "docs/validate"),
    choice("validate", "--fail-on", [*SEVERITIES, "never"], "docs/validate"),
    choice("validate", "--show", SEVERITIES, "docs/validate"),
    choice("dedupe", "--format", ["text", *formats_for("rows")], "docs/dedupe"),
    choice("dedupe", "--table", OF_PROJECTS, "docs/dedupe"),
    choice("dedupe", "--fail-on", ["never", *get_args(ConflictGrade), "suggestion"], "docs/dedupe"),
    choice("query", "--format", ["table", *formats_for("rows")], "docs/query"),
    choice("query", "--group-by", GROUPINGS, "docs/query"),
    choice("query", "--kpi-status", get_args(KpiStatus), "docs/schema"),
    choice("sql", "--format", ["table", *formats_for("rows")], "docs/export"),
    choice("export", "--format", formats_for("rows", "tables"), "README", "docs/export"),
    choice("export", "--table", TABLE_NAMES, "docs/export"),
    choice("completion", "", SCRIPTS, "docs/query"),
]
IDS = [" ".join(one[:2]) for one in CHOICES]


def described(command: str, option: str, language: str) -> str:
    """Return what the help of a command says of an option, or of an argument, as one line."""
    text = call(command, "--help", language=language).out.decode()
    entries = re.split(r"\n(?=  \S)", text)
    (entry,) = (
        entry
        for entry in entries
        if (
            re.search(rf"(?<![\w-]){option}(?![\w-])", entry.split("   ")[0]) if option else entry.startswith("  SHELL")
        )
    )
    return " ".join(entry.split())


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("one", CHOICES, ids=IDS)
def test_help_names_what_there_is_and_nothing_else(one: Choice, language: str) -> None:
    text = described(one.command, one.option, language)
    listed = re.search(rf"(?<= )<?({NAME}(?:\|{NAME})+)>?", text)
    if listed:
        assert tuple(listed[1].split("|")) == one.names
    else:
        said = [name for name in re.findall(NAME, text) if name in one.names or language == "ja"]
        assert tuple(said) == one.names


@pytest.mark.parametrize("one", CHOICES, ids=IDS)
def test_completion_offers_what_there_is(one: Choice) -> None:
    line = " ".join(filter(None, ("dxlist", one.command, one.option, "")))
    offered = answer({"_DXLIST_COMPLETE": "zsh", "_DXLIST_LINE": f"{line} ".replace("  ", " "), "_DXLIST_WORD": ""})
    assert sorted(offered.split()) == sorted(one.names)


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("one", CHOICES, ids=IDS)
def test_a_name_that_there_is_not_is_answered_with_those_that_there_are(
    one: Choice, language: str, tmp_path: Path
) -> None:
    more = {"sql": ("SELECT 1",), "completion": ()}.get(one.command, ())
    lists = () if one.command == "completion" else (write(tmp_path / "a.tsv"),)
    output = (
        ("--output", "-", "--format", "csv")[: 4 if one.option == "--table" else 2] if one.command == "export" else ()
    )
    csv = ("--format", "csv") if (one.command, one.option) == ("dedupe", "--table") else ()
    wrong = (one.option, "nosuch") if one.option else ("nosuch",)
    done = call(one.command, *more, *lists, *output, *csv, *wrong, language=language)
    assert (done.code in {1, 2}, done.out) == (True, b"")
    assert [name for name in one.names if not re.search(rf"(?<![\w.]){re.escape(name)}(?![\w.]\w)", done.err)] == []


FOR_PEOPLE = ("text", "table")
"""Formats that a document describes in words, for they are what one gets without a word."""
PAGES = [(one, f"{page}{end}.md") for one in CHOICES for page in one.pages for end in ("", ".ja")]
PAGES = [(one, page) for one, page in PAGES if (ROOT / page).exists()]


@pytest.mark.parametrize(("one", "page"), PAGES, ids=[f"{' '.join(one[:2])} {page}" for one, page in PAGES])
def test_a_document_names_what_there_is(one: Choice, page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"^```.*?^```|`[^`\n]+`", text, re.DOTALL | re.MULTILINE))
    names = [name for name in one.names if name not in FOR_PEOPLE]
    assert [name for name in names if not re.search(rf"(?<![a-z]){re.escape(name)}(?![a-z])", code)] == []


@pytest.mark.parametrize("language", BOTH)
def test_sql_names_the_tables_that_it_may_ask(language: str) -> None:
    text = call("sql", "--help", language=language).out.decode()
    (tables,) = re.findall(r"SQL (.*?)\n\s+PATHS", text, re.DOTALL)
    names = re.findall(NAME, tables.removesuffix("[required]") if language == "ja" else tables)
    assert [name for name in names if name in TABLE_NAMES or language == "ja"] == list(TABLE_NAMES)


@pytest.mark.parametrize("language", BOTH)
def test_help_names_every_command(language: str) -> None:
    text = call("--help", language=language).out.decode()
    listed = re.findall(r"^  ([a-z]+) {2,}\S", text, re.MULTILINE)
    assert listed == list(COMMANDS)


def test_completion_offers_every_command() -> None:
    offered = answer({"_DXLIST_COMPLETE": "zsh", "_DXLIST_LINE": "dxlist ", "_DXLIST_WORD": ""}).split()
    assert [name for name in offered if not name.startswith("-")] == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_exit_codes_of_a_command_are_told(command: str) -> None:
    text = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    assert re.search(rf"^\| `dxlist {command}` \|", text, re.MULTILINE)


def test_every_rule_that_a_document_or_the_action_names_exists() -> None:
    known, pages = all_rules(), [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "action.yml"]
    named = {(page.name, code) for page in pages for code in re.findall(r"\bDX\d+", page.read_text(encoding="utf-8"))}
    assert [(page, code) for page, code in sorted(named) if not any(rule.startswith(code) for rule in known)] == []
    told = {code for page, code in named if page == "rules.md"}
    assert sorted(set(known) - told) == []


def test_the_languages_are_those_that_the_help_offers() -> None:
    for command in COMMANDS:
        assert f" {'|'.join(BOTH)} " in described(command, "--lang", "en")

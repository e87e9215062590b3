"""What holds for the options of all commands: a letter means one thing, what is shared is shared by all."""

from __future__ import annotations

from typing import get_origin

import pytest

from dxlist.cli.app import COMMANDS
from dxlist.cli.setup import Field, load_command
from dxlist.exports.format import document_formats, formats_for
from tests.cli.runs import call

LETTERS = {
    "-a": "--all",
    "-c": "--columns",
    "-d": "--dept",
    "-e": "--encoding",
    "-f": "--format",
    "-g": "--group-by",
    "-i": "--item",
    "-j": "--jobs",
    "-n": "--limit",
    "-o": "--output",
    "-q": "--quiet",
    "-s": "--select",
    "-t": "--text",
    "-w": "--where",
}
"""Each letter and its one meaning; ``-h`` is typer's."""
ALIASES = {"--to": "--format", "--output-format": "--format", "--input-encoding": "--encoding", "--out": "--output"}
READERS = ("parse", "validate", "dedupe", "query", "show", "stats", "sql", "export", "explain", "describe")
WRITERS = ("parse", "validate", "dedupe", "query", "sql", "export", "describe")


def fields(command: str) -> list[Field]:
    return [field for field in load_command(command).fields if field.names]


def names(command: str) -> dict[str, str]:
    """Every name of every option of a command, and the one that is shown for it."""
    return {name: field.names[0] for field in fields(command) for name in field.names}


def test_a_letter_means_one_thing_and_an_alias_too() -> None:
    for command in COMMANDS:
        for name, shown in names(command).items():
            if not name.startswith("--"):
                assert shown == LETTERS[name], (command, name)
            if name in ALIASES:
                assert shown == ALIASES[name], (command, name)
    used = {name for command in COMMANDS for name in names(command)}
    assert LETTERS.keys() | ALIASES.keys() <= used


@pytest.mark.parametrize("command", COMMANDS)
def test_what_several_commands_take_they_take_alike(command: str) -> None:
    taken = names(command)
    assert taken["--lang"] == "--lang"
    if command in READERS:
        assert {"--encoding", "--input-encoding", "-e", "--quiet", "-q"} <= taken.keys()
    if command in WRITERS:
        assert {"--output", "-o", "--overwrite", "--format", "-f", "--to"} <= taken.keys()
    assert (command in WRITERS) == ("--output" in taken)


def test_an_option_of_one_name_has_one_help_but_where_it_must_differ() -> None:
    differs = {"--format", "--table", "--output", "--limit", "--fail-on"}
    helps: dict[str, set[str]] = {}
    for command in COMMANDS:
        for field in fields(command):
            helps.setdefault(field.names[0], set()).add(field.declared.help.en)
    assert {name for name, texts in helps.items() if len(texts) > 1} <= differs


@pytest.mark.parametrize(
    ("command", "known"),
    [
        ("parse", list(document_formats())),
        ("validate", ["text", *formats_for("rows", "findings")]),
        ("dedupe", ["text", *formats_for("rows")]),
        ("query", ["table", *formats_for("rows")]),
        ("describe", ["table", *formats_for("rows")]),
        ("sql", ["table", *formats_for("rows")]),
        ("export", list(formats_for("rows", "tables"))),
    ],
)
def test_formats_come_from_their_registry(command: str, known: list[str]) -> None:
    (field,) = (field for field in fields(command) if field.names[0] == "--format")
    assert list(field.choices) == known
    for language in ("ja", "en"):
        text = call(command, "--help", language=language).out.decode()
        assert "|".join(known) in "".join(text.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_value_has_a_name_and_several_are_texts(command: str) -> None:
    for field in load_command(command).fields:
        assert field.declared.metavar or not field.takes_value, field.name
        assert field.declared.help.ja
        assert field.declared.help.en
        assert get_origin(field.declared.kind) is not list, field.name


def test_an_alias_is_accepted_and_not_shown(tmp_path: object) -> None:
    text = call("export", "--help").out.decode()
    assert not ALIASES.keys() & set(text.split())
    done = call("export", "nothing.tsv", "--to", "excel", "--out", f"{tmp_path}/a")
    assert 'error: --format: "excel" is none of json' in done.err

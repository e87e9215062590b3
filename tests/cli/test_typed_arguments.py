"""What a user typed is repeated briefly, and never steers the terminal: no message grows with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.runs import call, write

LONGEST = 5000
"""Letters of the longest message: all columns are named."""
ARGUMENTS = {
    "a command": ("{}",),
    "help": ("help", "{}"),
    "an option": ("query", "--{}"),
    "a value of a switch": ("query", "--count={}"),
    "a list": ("parse", "{}"),
    "a list and more": ("explain", "a.tsv", "2", "{}", "{}"),
    "a line": ("explain", "a.tsv", "{}"),
    "a language": ("parse", "--lang", "{}"),
    "a format": ("query", "a.tsv", "--format", "{}"),
    "a format of export": ("export", "a.tsv", "-o", "x", "--to", "{}"),
    "a suffix": ("export", "a.tsv", "-o", "x.{}"),
    "a table": ("export", "a.tsv", "-o", "x.csv", "--table", "{}"),
    "a number": ("query", "a.tsv", "-n", "{}"),
    "a number with a fraction": ("sql", "SELECT 1", "a.tsv", "--timeout", "{}"),
    "a column": ("query", "a.tsv", "--columns", "{}"),
    "an order": ("query", "a.tsv", "--sort", "{}"),
    "a unit": ("query", "a.tsv", "--dept", "{}"),
    "a text": ("query", "a.tsv", "--text", "{}"),
    "a condition": ("query", "a.tsv", "--where", "{}"),
    "a value of a condition": ("query", "a.tsv", "--where", "unit = {}"),
    "a quoted column": ("query", "a.tsv", "--where", '"{}" = 1'),
    "an open text": ("query", "a.tsv", "--where", "unit = '{}"),
    "a question": ("sql", "{}", "a.tsv"),
    "a column of a question": ("sql", "SELECT {}", "a.tsv"),
    "a table of a question": ("sql", 'SELECT * FROM "{}"', "a.tsv"),
    "a rule": ("rules", "{}"),
    "rules": ("validate", "a.tsv", "--select", "{}"),
    "an encoding": ("parse", "a.tsv", "-o", "-", "--encoding", "{}"),
    "an id": ("show", "{}", "a.tsv"),
    "a folder": ("parse", "a.tsv", "-o", "{}"),
    "a baseline": ("validate", "a.tsv", "--baseline", "{}"),
    "decisions": ("dedupe", "a.tsv", "--decisions", "{}"),
    "settings": ("validate", "a.tsv", "--config", "{}"),
    "an output": ("query", "a.tsv", "-f", "csv", "-o", "{}"),
}
LONG = {
    "one word": "x" * 90_000,
    "words": "not a word " * 9_000,
    "full width": "－ｘ" * 40_000,
    "signs": "('<" * 30_000,
}
HOSTILE = "x\x1b[2J\x1b]0;title\x07\x9b1m\u202eevil\u2066\u200b\r\n::error::y"


@pytest.fixture(autouse=True)
def _at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("a.tsv"))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("arguments", ARGUMENTS.values(), ids=ARGUMENTS)
def test_a_message_repeats_what_was_typed_briefly(arguments: tuple[str, ...], language: str) -> None:
    """A condition of 100 kB gave a message of 100 kB."""
    for kind, text in LONG.items():
        done = call(*(one.replace("{}", text) for one in arguments), language=language)
        assert len(done.err) < LONGEST, kind
        assert "unforeseen" not in done.err, kind


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("arguments", ARGUMENTS.values(), ids=ARGUMENTS)
def test_no_argument_steers_the_terminal(arguments: tuple[str, ...], language: str) -> None:
    done = call(*(one.replace("{}", HOSTILE) for one in arguments), language=language)
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]", done.err) == []
    assert "unforeseen" not in done.err
    assert language == "en" or not re.search(r"\b(?:the|Got|argument|Invalid)\b", done.err), done.err
    assert not re.search(r"(?m)^::", done.err)

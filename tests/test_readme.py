"""The examples of both README files run, end as they say, and print what they say, figures aside.

Where they are stale: python docs/paste_examples.py
"""

import json
import re
import shlex
import shutil
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest

from dxlist.cli.app import COMMANDS
from tests.cli.runs import PATIENCE, call_mixed, environment
from tests.lists import ROOT

LANGUAGES = {"README.md": "en", "README.ja.md": "ja"}
WITHIN = r"(?:(?!^```).)*"
BLOCK = re.compile(
    rf"^```(?P<kind>\w+)\n(?P<text>{WITHIN})^```$(?:\n\n```text\n(?P<printed>{WITHIN})^```$)?", re.DOTALL | re.MULTILINE
)
EXIT_CODE = re.compile(r"#.*(?:exit code|終了コード) (\d+)")
FIGURES = re.compile(r"\d+(?:\.\d+)?")
LEFT_OUT = "…"


class Example(NamedTuple):
    """A block of a README that runs: a line of shell, or Python."""

    readme: str
    kind: str
    text: str
    printed: str
    """What follows it as its output; empty where nothing does."""

    @property
    def code(self) -> int:
        found = EXIT_CODE.search(self.text)
        return int(found[1]) if found else 0

    @property
    def arguments(self) -> list[str]:
        """What is typed behind ``dxlist``."""
        return shlex.split(self.text, comments=True)[1:]


def examples(readme: str) -> list[Example]:
    found = []
    for block in BLOCK.finditer((ROOT / readme).read_text(encoding="utf-8")):
        printed = block["printed"] or ""
        if block["kind"] == "python":
            found.append(Example(readme, "python", block["text"], printed))
        lines = block["text"].splitlines() if block["kind"] == "sh" else []
        found += [Example(readme, "sh", line, printed) for line in lines if line.startswith("dxlist ")]
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with the shipped data alone."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


def without_figures(text: str) -> list[str]:
    return [FIGURES.sub("0", line) for line in text.rstrip("\n").splitlines()]


def assert_printed(output: str, printed: str) -> None:
    """Compare line by line; a line with … alone stands for any lines."""
    lines = without_figures(output)
    parts = [
        list(part)
        for left_out, part in groupby(without_figures(printed), lambda line: line == LEFT_OUT)
        if not left_out
    ]
    if LEFT_OUT not in printed.splitlines():
        assert parts == [lines], "python docs/paste_examples.py pastes what is printed now"
    at = 0
    for part in parts:
        places = [i for i in range(at, len(lines)) if lines[i : i + len(part)] == part]
        assert places, f"not printed: {part}; python docs/paste_examples.py pastes what is"
        at = places[0] + len(part)


def run_example(example: Example) -> tuple[int, str]:
    """Run an example in the present folder; its two outputs are one, as on a terminal."""
    language = LANGUAGES[example.readme]
    if example.kind == "sh":
        return call_mixed(*example.arguments, language=language)
    variables = environment(DXLIST_LANG=language, PYTHONUTF8="1")
    done = subprocess.run(
        [sys.executable, "-c", example.text],
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("readme", LANGUAGES)
def test_examples_from_top_to_bottom(readme: str, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy)
    for example in examples(readme):
        code, output = run_example(example)
        assert code == example.code, (example.text, output)
        if example.printed:
            assert_printed(output, example.printed)


@pytest.mark.parametrize("readme", LANGUAGES)
def test_every_command_has_an_example(readme: str) -> None:
    commands = {example.text.split()[1] for example in examples(readme) if example.kind == "sh"}
    assert COMMANDS.keys() - {"help"} <= commands
    assert any(example.kind == "python" for example in examples(readme))


@pytest.mark.parametrize("readme", LANGUAGES)
def test_the_record_is_one_of_the_shipped_list(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    (shown,) = (json.loads(block["text"]) for block in BLOCK.finditer(text) if block["kind"] == "json")
    whole = json.loads((ROOT / "data" / "normalized" / "fukushima_r04.json").read_text(encoding="utf-8"))
    (given,) = (i for i in whole["initiatives"] if i["initiative_id"] == shown["initiative_id"])
    del shown["confidence"], given["confidence"]
    assert list(shown.items()) == list(given.items()), "python docs/paste_examples.py pastes the record of now"


def test_both_languages_show_the_same_commands() -> None:
    english, japanese = ([EXIT_CODE.sub("", e.text) for e in examples(r) if e.kind == "sh"] for r in LANGUAGES)
    assert english == japanese
    shell = [
        re.findall(r"^(?:pip|python3?|py|\. |if) .*$", (ROOT / r).read_text(encoding="utf-8"), re.MULTILINE)
        for r in LANGUAGES
    ]
    assert shell[0] == shell[1]

"""The pages of ``dxlist dedupe``: they name everything there is, their examples are what they say, both say the same."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from dxlist.cli.commands.dedupe import FAIL_ON
from dxlist.cli.formats import PROJECTS
from dxlist.exports.described.names import OF_PROJECTS
from dxlist.model.project import (
    Conflict,
    ConflictColumn,
    ConflictGrade,
    LevelName,
    Mention,
    Programme,
    Project,
    Projects,
    Suggestion,
)
from dxlist.projects.conflicts.comparing import CONFLICT_REASONS
from dxlist.projects.decisions.checks import check_contradictions
from dxlist.projects.decisions.files import DecisionFile, read_entries
from dxlist.projects.suggesting import SUGGESTION_REASONS
from tests.cli.runs import call
from tests.lists import ROOT, SHIPPED

PAGES = {"dedupe.md": "en", "dedupe.ja.md": "ja"}
TEXTS = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in PAGES}
MODELS = (Projects, Project, Mention, Programme, Conflict, Suggestion)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_everything_there_is_is_named(text: str) -> None:
    options = re.findall(r"^  (?:-\w, )?(--[a-z-]+)", call("dedupe", "--help").out.decode(), re.MULTILINE)
    keys = [key for model in MODELS for key in model.model_fields]
    columns = [column for part in get_args(ConflictColumn) for column in get_args(part) or [part] if column != "field"]
    words = [
        *get_args(LevelName),
        *PROJECTS.about,
        *OF_PROJECTS,
        *keys,
        *columns,
        *CONFLICT_REASONS,
        *SUGGESTION_REASONS,
    ]
    assert {"--review", "--table"} <= set(options)
    assert [word for word in (*options, *(f"`{w}`" for w in words)) if word not in text] == ["--lang", "--help"]
    assert [grade for grade in (*get_args(ConflictGrade), *FAIL_ON) if grade not in text] == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_examples_of_decisions_can_be_read(text: str) -> None:
    examples = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        entries = tuple(read_entries(example, "decisions.toml"))
        check_contradictions(DecisionFile("decisions.toml", entries))
        assert {entry.verdict for entry in entries} == {"same", "different"}


@pytest.mark.parametrize("name", PAGES)
def test_the_screen_is_what_is_printed(name: str) -> None:
    printed = call("dedupe", str(SHIPPED), language=PAGES[name]).out.decode()
    shown, *_ = re.findall(r"```text\n(.*?)```", TEXTS[name], re.DOTALL)
    for block in shown.strip().split("\n\n"):
        assert block in printed


def test_both_pages_have_the_same_parts_and_commands() -> None:
    heads = [re.findall(r"^#+ ", text, re.MULTILINE) for text in TEXTS.values()]
    tables = [re.findall(r"^\| [^|]*(?=\|)", text, re.MULTILINE) for text in TEXTS.values()]
    commands = [re.findall(r"^(?:cat .*)?dxlist dedupe[^#\n]*", text, re.MULTILINE) for text in TEXTS.values()]
    assert heads[0] == heads[1]
    assert len(tables[0]) == len(tables[1])
    assert commands[0] == commands[1]

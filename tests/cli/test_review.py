"""``dxlist review`` on a terminal: a person walks one of everything, and nothing that was answered is lost."""

from __future__ import annotations

import tomllib
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.review_lists import EVERYTHING
from tests.cli.runs import call, names, write
from tests.cli.terminal import END, INTERRUPT, WIDTH, Terminal, width_of
from tests.lists import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Begin = Callable[..., Terminal]

KEYS, REASON, BACK = "q quit: ", "reason", "back): "
CLEAR = "\x15"
"""Ctrl-U: what stands on the line is taken away."""
ONLY = "[tool.dxlist]\nselect = ['DX108', 'DX109', 'DX204']\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the list, and with settings that leave the rules that it was written for."""
    write(tmp_path / "pyproject.toml", ONLY)
    write(tmp_path / "a.tsv", EVERYTHING)
    return tmp_path


@pytest.fixture
def talk(folder: Path) -> Iterator[Begin]:
    with ExitStack() as stack:

        def begin(*arguments: str, **wanted: Any) -> Terminal:
            given = {"NO_COLOR": "1", "cwd": folder, **wanted}
            return stack.enter_context(Terminal("review", *arguments, **given))

        yield begin


def tables(folder: Path, name: str = "a.toml") -> dict[str, Any]:
    path = folder / name
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def shown_on(page: str) -> str:
    """The screen that a page of the documents shows."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    return text.partition("```text\n")[2].partition("\n```")[0]


def answer(terminal: Terminal, *pairs: tuple[str, str]) -> str:
    """Answer prompts one after the other, and return what was sent before the last of them."""
    sent = ""
    for prompt, typed in pairs:
        sent = terminal.answer(prompt, f"{typed}\r")
    return sent


def test_a_walk_through_all_keys_of_every_kind(folder: Path, talk: Begin) -> None:
    terminal = talk("a.tsv")
    assert "1/5  doubtful row, a.tsv:3, confidence 0.40" in answer(terminal, (KEYS, "?"))
    assert shown_on("review.md") in terminal.screen
    assert "It is right as read; say why." in answer(terminal, (KEYS, "maybe"))
    answer(terminal, (KEYS, "a"), (BACK, ""), (KEYS, "Ａ"), (BACK, "原本のとおり"))
    second = answer(terminal, (KEYS, "b"))
    assert "→ a.toml: [[confirmed]] line 3 (原本のとおり)" in second
    assert "2/5  finding, a.tsv:4:5, DX204 warning" in second
    assert [one["reason"] for one in tables(folder)["confirmed"]] == ["原本のとおり"]
    assert "answered: a.toml: [[confirmed]] line 3" in answer(terminal, (KEYS, "u"))
    assert "taken back: a.toml: [[confirmed]] line 3" in answer(terminal, (KEYS, "e"))
    assert tables(folder) == {}
    answer(terminal, (BACK, "4"), (BACK, "窓口改革事業"), (BACK, "担当課"))

    assert "2/5  finding, a.tsv:4:5" in answer(terminal, (KEYS, "a"))
    assert "3/5  finding, a.tsv:4:5" in answer(terminal, (KEYS, "u"))
    assert "taken back: a.toml: [[corrections]] line 4 overview" in answer(terminal, (KEYS, "i"))
    answer(
        terminal, (BACK, "公表文のとおり"), (KEYS, "e"), (BACK, f"{CLEAR}予約をを受け付ける。"), (REASON, "課に確認")
    )

    assert "cell of no column, a.tsv:4, cell 8" in answer(terminal, (KEYS, "a"))
    answer(terminal, (BACK, "欄外"), (KEYS, "b"), (KEYS, "u"), (KEYS, "e"), (BACK, "4:6"), (BACK, ""), (REASON, ""))

    pair = answer(terminal, (KEYS, "d"))
    assert "統計データ公［開］促進事業" in pair
    answer(terminal, (BACK, "別の事業"))
    code, last = terminal.end()
    assert (code, "5 questions answered, 0 left. The answers are in a.toml, decisions.toml." in last) == (0, True)
    written = tables(folder)
    assert [(one["column"], one["value"]) for one in written["corrections"]] == [
        ("project_name", "窓口改革事業"),
        ("overview", "予約をを受け付ける。"),
        ("kpi_text", "年4回とする。別表のとおり"),
    ]
    assert [one["words"] for one in written["ignored"]] == ["をを"]
    assert [one["cell"] for one in written["confirmed"]] == [8]
    assert [one["reason"] for one in tables(folder, "decisions.toml")["different"]] == ["別の事業"]
    assert (folder / "a.tsv").read_text("utf-8") == EVERYTHING
    assert names(folder) == ["a.toml", "a.tsv", "decisions.toml", "pyproject.toml"]
    terminal = talk("a.tsv")
    assert "There is nothing to settle." in terminal.end()[1]


@pytest.mark.parametrize(("typed", "code"), [(INTERRUPT, 130), (END, 1)])
def test_who_stops_loses_nothing_that_was_answered(folder: Path, talk: Begin, typed: str, code: int) -> None:
    terminal = talk("a.tsv", "--only", "rows", "--only", "leftovers", "--only", "pairs")
    answer(terminal, (KEYS, "a"), (BACK, "原本のとおり"), (KEYS, "e"), (BACK, "6"), (BACK, "年4回。"))
    terminal.answer(BACK, typed)
    ended, last = terminal.end()
    assert ended == code
    assert "1 question answered, 2 left. The answers are in a.toml." in last
    assert "Traceback" not in last
    assert [one["reason"] for one in tables(folder)["confirmed"]] == ["原本のとおり"]
    assert "corrections" not in tables(folder)
    assert names(folder) == ["a.toml", "a.tsv", "pyproject.toml"]


@pytest.mark.parametrize("width", [60, 80])
def test_nothing_is_cut_and_no_line_is_wider_than_the_screen(talk: Begin, width: int) -> None:
    terminal = talk("a.tsv", width=width, DXLIST_LANG="ja")
    for typed in ("?", "", "", "", "", "やめる"):
        terminal.answer("q やめる: ", f"{typed}\r")
    code, last = terminal.end()
    assert (code, "0件に答え、残りは5件です。" in last) == (1, True)
    screen = terminal.screen
    assert width < WIDTH or shown_on("review.ja.md") in screen
    assert max(map(width_of, screen.lines)) <= width
    label = screen.find("5 事業概要")
    left, right = (width - 16) // 2 - 2, 16 + (width - 16) // 2
    assert screen.column(label._replace(cell=16), left) == "窓口を減らす。"
    assert screen.column(label._replace(cell=right), left) == "セル5: 窓口を減らす。"
    below = screen.find("事業概要", screen.find("似ている度合い").line + 3)
    assert screen.column(below._replace(cell=16), left) == "統計［データを公開し、県民が使えるようにす］る。"


def test_a_sidecar_that_cannot_be_written_is_said(folder: Path, talk: Begin) -> None:
    terminal = talk("a.tsv", "--only", "rows")
    answer(terminal, (KEYS, "a"))
    (folder / "a.toml").symlink_to("/proc/no-file-can-be-made-here.toml")
    answer(terminal, (BACK, "原本"))
    code, last = terminal.end()
    assert code == 2
    assert "The sidecar stands beside the list." in last
    assert "0 questions answered, 1 left." in last
    assert "Traceback" not in last


def test_nobody_to_ask(folder: Path) -> None:
    done = call("review", str(folder / "a.tsv"))
    assert (done.code, "there is no terminal to ask at" in done.err) == (2, True)
    assert "standard input is for the answers" in call("review", "-").err
    assert call("review", str(folder / "a.tsv"), "--only", "cells").code == 2

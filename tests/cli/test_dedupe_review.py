"""``dxlist dedupe --review``: a person at a terminal decides pair after pair, and every answer is kept at once."""

from __future__ import annotations

import json
import tomllib
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from dxlist.cli.review.pairs import Answers
from tests.cli.runs import call, names, write
from tests.cli.terminal import END, INTERRUPT, Terminal
from tests.lists import ids_of
from tests.projects.dedupe_lists import SUGGESTING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Begin = Callable[..., Terminal]


IDS = ids_of(SUGGESTING, "a")
REASON = "reason (empty: back): "


@pytest.fixture
def review(tmp_path: Path) -> tuple[str, ...]:
    return ("dedupe", write(tmp_path / "a.tsv", SUGGESTING), "--review", "--decisions", str(tmp_path / "d.toml"))


@pytest.fixture
def talk() -> Iterator[Callable[..., Terminal]]:
    with ExitStack() as stack:

        def begin(*arguments: str, **wanted: Any) -> Terminal:
            return stack.enter_context(Terminal(*arguments, **{"NO_COLOR": "1", **wanted}))

        yield begin


def decided(folder: Path) -> dict[str, list[dict[str, object]]]:
    return tomllib.loads((folder / "d.toml").read_text(encoding="utf-8"))


def test_answers_are_written_and_then_apply(tmp_path: Path, review: tuple[str, ...], talk: Begin) -> None:
    terminal = talk(*review)
    first = terminal.answer("q quit: ", "d\r")
    assert "1/2  similarity 91, " in first
    assert "統計データ公［開］促進事業" in first
    terminal.answer(REASON, "統計書は別の事業\r")
    terminal.answer("q quit: ", "ｓ\r")
    assert decided(tmp_path)["different"] == [
        {
            "rows": [IDS[3], IDS[4]],
            "names": ["統計データ公開促進事業", "統計データ公閞促進事業"],
            "reason": "統計書は別の事業",
        }
    ]
    terminal.answer(REASON, "\r")
    terminal.answer("q quit: ", "s\r")
    terminal.answer(REASON, "誤字\r")
    code, last = terminal.end()
    assert code == 0
    assert "2 of 2 pairs were decided (1 same, 1 different)" in last
    (same,) = decided(tmp_path)["same"]
    assert (sorted(map(str, same["rows"] if isinstance(same["rows"], list) else [])), same["reason"]) == (
        sorted((IDS[2], IDS[5])),
        "誤字",
    )
    found = json.loads(call("dedupe", review[1], "--decisions", review[-1], "--format", "json").out)
    assert found["suggested"] == []
    assert sorted(len(project["mentions"]) for project in found["projects"]) == [1, 1, 2]


def test_a_second_review_adds_to_what_is_there(tmp_path: Path, review: tuple[str, ...], talk: Begin) -> None:
    before = '# 統計課に確認済み\ndifferent = [\n  ["a-0003", "a-0004"],  # 別の事業\n]\n'
    write(tmp_path / "d.toml", before)
    terminal = talk(*review)
    assert "1/1" in terminal.answer("q quit: ", "d\r")
    terminal.answer(REASON, "窓口が違う\r")
    assert terminal.end()[0] == 0
    after = (tmp_path / "d.toml").read_text(encoding="utf-8")
    assert after.startswith('# 統計課に確認済み\ndifferent = [\n  ["a-0003", "a-0004"],  # 別の事業\n')
    assert len(decided(tmp_path)["different"]) == 2
    terminal = talk(*review)
    assert "There is no pair to decide." in terminal.end()[1]


@pytest.mark.parametrize(("typed", "code"), [("q\r", 0), (END, 0), (INTERRUPT, 130)])
def test_who_stops_keeps_what_was_decided(
    tmp_path: Path, review: tuple[str, ...], talk: Begin, typed: str, code: int
) -> None:
    terminal = talk(*review)
    terminal.answer("q quit: ", "d\r")
    terminal.answer(REASON, "別の課\r")
    terminal.answer("q quit: ", typed)
    ended, last = terminal.end()
    assert ended == code
    assert "1 of 2 pairs were decided" in last
    assert "Traceback" not in last
    assert len(decided(tmp_path)["different"]) == 1
    assert names(tmp_path) == ["a.tsv", "d.toml"]


def test_who_decides_nothing_leaves_no_file(tmp_path: Path, review: tuple[str, ...], talk: Begin) -> None:
    terminal = talk(*review, DXLIST_LANG="ja")
    terminal.answer("q やめる: ", "maybe\r")
    terminal.answer("q やめる: ", "\r")
    terminal.answer("q やめる: ", "\r")
    code, last = terminal.end()
    assert code == 0
    assert "何も決めていません。" in last
    assert names(tmp_path) == ["a.tsv"]


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path, review: tuple[str, ...], talk: Begin) -> None:
    write(tmp_path / "file", "")
    terminal = talk(*review[:-1], str(tmp_path / "file" / "d.toml"))
    terminal.answer("q quit: ", "d\r")
    terminal.answer(REASON, "別\r")
    code, last = terminal.end()
    assert code == 2
    assert "name another file with --decisions" in last
    assert "Traceback" not in last


def test_what_follows_from_answers_is_not_asked() -> None:
    answers = Answers()
    answers.add("a", "b", "same")
    answers.add("c", "d", "same")
    answers.add("b", "c", "different")
    assert answers.are_settled("a", "d")
    assert not answers.are_settled("a", "e")
    assert answers.counts == {"same": 2, "different": 1}

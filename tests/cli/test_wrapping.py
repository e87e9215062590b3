"""A text in lines of so many cells, and the marked parts of it in these lines."""

from __future__ import annotations

import re

import pytest

from dxlist.cli.app import COMMANDS
from dxlist.report.wrapping import carry, cells, wrap
from dxlist.text.spans import Span
from tests.cli.runs import call


@pytest.mark.parametrize("width", [10, 24, 61])
def test_wrapping_loses_nothing_but_blanks(width: int) -> None:
    text = "電子申請システム（LoGoフォーム）を運用し、https://example.jp/a/very/long/address を 使う。"
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line[0] in "、。）" for line in lines)


TEXT = "統計データを公開し、県民が 使えるようにする。"


@pytest.mark.parametrize("width", [6, 8, 14, 20, 60])
@pytest.mark.parametrize(
    "marked",
    [
        ("統計データ",),
        ("公開し、県民が 使える",),  # goes on behind a line end, and over a blank that may be lost at one
        ("を公", "県民", "。"),
        (TEXT,),
    ],
    ids=" ".join,
)
def test_a_marked_part_is_the_same_letters_in_the_wrapped_lines(marked: tuple[str, ...], width: int) -> None:
    spans = [Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in marked]
    wrapped = "\n".join(wrap(TEXT, width))
    found = carry(spans, TEXT, wrapped)
    parts = [wrapped[start:end] for start, end in found]
    assert "".join("".join(parts).split()) == "".join("".join(marked).split())
    assert not any("\n" in part for part in parts), "what stands at a line end is not marked"
    lines = {wrapped.count("\n", 0, start) for start, _ in found}
    assert len(found) < len(lines) + len(marked), "no part is torn within a line"


TORN = re.compile(r"[ァ-ヺー]\n *[ァ-ヺー]")
"""A word of katakana over a line end."""


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_breaks_no_word_of_katakana(command: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = call(command, "--help", language="ja").out.decode()
    assert TORN.findall(text) == []
    assert not re.search(r"\n +[・、。）]", text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("分野の番号、または名前の一部。", 20, ["分野の番号、または", "名前の一部。"]),
        ("次のオプション名のような一覧", 20, ["次のオプション名のよ", "うな一覧"]),  # a phrase wider than half a line
        ("このコンピューターを使う", 24, ["このコンピューターを使う"]),
        ("この自分のコンピューターで", 20, ["この自分のコンピュー", "ターで"]),  # and a word wider than half a line
        ("1事業を1行で示します。", 20, ["1事業を1行で", "示します。"]),
    ],
)
def test_help_is_broken_between_phrases(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width, at_phrases=True) == lines

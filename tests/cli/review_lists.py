"""A list that has one of everything that ``dxlist review`` asks, and a person who answers it from a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dxlist
from dxlist.cli.review.gathering import KINDS, Gathering
from dxlist.cli.review.screen import Walk
from dxlist.rules.baseline import Baseline
from dxlist.rules.selection import chosen_rules
from tests.cli.runs import HEADER, write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dxlist.cli.review.questions import Question
    from dxlist.text.bilingual import Bilingual, Language

NAMELESS = "\t1(2) 窓口の改革\t市民部 市民課\t\t窓口を減らす。\t3窓口とする。"
TWICE = "\t\t市民部 保険課\t相談予約事業\t予約をを受け、窓口にに伝える。\t年4回とする。\t\t別表のとおり"
EVERYTHING = (
    HEADER
    + "1 行政の効率化\t1(1) 手続の電子化\t総務部 情報政策課\t電子申請推進事業\t電子申請を広める。\t申請を100件とする。\n"
    + f"{NAMELESS}\n{TWICE}\n"
    + "\t1(3) データの活用\t企画部 統計課\t統計データ公開促進事業\t統計データを公開し、県民が使えるようにする。\t"
    + "公開したデータを50件とする。\n"
    + "\t\t企画部 統計課\t統計データ公閞促進事業\t県の統計書を編集して印刷し、市町村と図書館に配る。\t配付先を200か所とする。\n"
)
"""Line 3 names no project; line 4 has two doubled particles and a cell too many; 5 and 6 may be one project."""


class Script:
    """A person who has written down beforehand what to answer."""

    language: Language = "en"

    def __init__(self, *answers: str | None) -> None:
        self._answers = list(answers)
        self.heard: list[str] = []
        self.begun: list[str] = []

    def reason(self, of: str) -> str | None:
        assert of
        return self._answers.pop(0)

    def text(self, begun: str, present: str) -> str | None:
        self.begun.append(begun)
        typed = self._answers.pop(0)
        return None if typed == present else typed

    def place(self, prompt: Bilingual) -> str | None:
        assert prompt
        return self._answers.pop(0)

    def say(self, text: Bilingual) -> None:
        self.heard.append(text.en)


def begin(
    folder: Path, script: Script, kinds: Sequence[str] = KINDS, text: str = EVERYTHING, codes: str = "DX108 DX109 DX204"
) -> Walk:
    """Begin a review of a list that is written into a folder."""
    path = write(folder / "a.tsv", text)
    decisions = folder / "decisions.toml"
    rules = [rule for rule in chosen_rules() if rule.code in codes.split()]
    documents = {path: dxlist.parse(path)}
    gathering = Gathering(documents, kinds, rules, Baseline(findings=[]), decisions=[decisions], writes=decisions)
    return Walk(gathering.questions, script)


def titles(questions: Sequence[Question]) -> list[str]:
    """Return what questions are about: line, cell, kind."""
    return [f"{one.place[1]}:{one.place[2]} {one.kind.en}" for one in questions]

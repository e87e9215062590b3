"""``walk``: questions -> asked one after the other on one screen, each answer written at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.review.asking import Asker
from dxlist.cli.review.changes import ChangedError, Changes
from dxlist.cli.review.questions import BACK, COMMON, HELP, LATER, QUIT, UNDO
from dxlist.cli.terminal import block_table, console, is_terminal
from dxlist.errors import UsageError
from dxlist.report.blocks import Block, Entry
from dxlist.text.bilingual import Bilingual, both_languages

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from pathlib import Path

    from rich.console import Console

    from dxlist.cli.messages import Messages
    from dxlist.cli.review.changes import FileChange
    from dxlist.cli.review.questions import Asking, Question

    Source = Callable[[], Sequence[Question]]


def check_terminal(option: str) -> None:
    """Raise where nobody can be asked.

    Args:
        option: or command that asks.

    Raises:
        UsageError: standard input or output is no terminal; says what to do.
    """
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise UsageError(option, *_NO_TERMINAL)


class ReviewOutcome(NamedTuple):
    """What became of the questions."""

    answered: int
    left: int
    paths: Sequence[Path]
    """The files that hold the answers."""


class Walk:
    """A walk through questions, forwards and back."""

    def __init__(self, source: Source, asking: Asking) -> None:
        """Begin.

        Args:
            source: returns the open questions as the files are now; it is asked again where an answer changes how a
                list is read.
            asking: the person.
        """
        self._source, self._asking = source, asking
        self.questions = list(source())
        self.at = 0
        self.changes = Changes()
        self._answers: dict[Hashable, list[FileChange]] = {}
        self._closed: set[Hashable] = set()

    @property
    def question(self) -> Question | None:
        """The one to ask now: the first from here on that is not settled by other answers; None: there is no more."""
        while self.at < len(self.questions) and self._follows(self.questions[self.at]):
            self.at += 1
        return self.questions[self.at] if self.at < len(self.questions) else None

    def outcome(self) -> ReviewOutcome:
        """Return how far it went."""
        left = sum(one.key not in self._closed and not one.is_settled() for one in self.questions)
        return ReviewOutcome(len(self._closed), left, self.changes.paths)

    def _follows(self, question: Question) -> bool:
        return question.key not in self._closed and question.is_settled()

    def answer_of(self, question: Question) -> FileChange | None:
        """Return the last change that a question led to, where it is closed by that."""
        return self._answers[question.key][-1] if question.key in self._closed else None

    def press(self, question: Question, key: str) -> bool:
        """Do what a key means for a question, and return whether the walk goes on.

        Raises:
            DxlistError: a file cannot be read or written.
        """
        if key == LATER:
            self.at += 1
        elif key == BACK:
            self._back()
        elif key == UNDO:
            self._undo(question)
        elif key != QUIT:
            self._answer(question, key)
        return key != QUIT

    def _answer(self, question: Question, key: str) -> None:
        if question.key in self._closed:
            self._asking.say(_CLOSED)
            return
        change = question.answer(key, self._asking)
        if change is None:
            return
        self.changes.make(change)
        self._answers.setdefault(question.key, []).append(change)
        question.note(key)
        self._asking.say(both_languages("→ ") + change.said)
        if change.rereads:
            self._reread(question)
        else:
            self._closed.add(question.key)
            self.at += 1

    def _back(self) -> None:
        before = [number for number in range(self.at) if not self._follows(self.questions[number])]
        if before:
            self.at = before[-1]
        else:
            self._asking.say(_FIRST)

    def _undo(self, question: Question) -> None:
        """Take back the last answer of this question, where it has none the last of all."""
        if not self.changes:
            self._asking.say(_NOTHING_TO_UNDO)
            return
        change = self._answers.get(question.key, [self.changes.last])[-1]
        key = next(key for key, made in self._answers.items() if any(one is change for one in made))
        asked = next((one for one in self.questions if one.key == key), question)
        try:
            self.changes.undo(change)
        except ChangedError as error:
            self._asking.say(both_languages(f"{error.place}: ") + error.problem + Bilingual("", " ") + error.remedy)
            return
        self._forget(key, change)
        asked.note(None)
        self._asking.say(_TAKEN_BACK + change.said)
        if change.rereads:
            self._reread(asked)
        self.at = next((number for number, one in enumerate(self.questions) if one.key == key), self.at)

    def _forget(self, key: Hashable, change: FileChange) -> None:
        self._answers[key] = [one for one in self._answers[key] if one is not change]
        if not self._answers[key]:
            del self._answers[key]
        self._closed.discard(key)

    def _reread(self, question: Question) -> None:
        """Take the open questions as they are now; those that are closed stay for who goes back to them."""
        fresh = {one.key: one for one in self._source()}
        self._closed = {key for key in self._answers if key not in fresh}
        closed = [one for one in self.questions if one.key in self._closed]
        self.questions = sorted([*closed, *fresh.values()], key=lambda one: one.place)
        here = [number for number, one in enumerate(self.questions) if one.place >= question.place]
        self.at = here[0] if here else len(self.questions)
        while self.at < len(self.questions) and self.questions[self.at].key in self._closed:
            self.at += 1


def walk(source: Source, messages: Messages, tell: Callable[[ReviewOutcome], None]) -> ReviewOutcome:
    """Ask all questions of a person at the terminal; returns where there are none left, or the person stops.

    Args:
        source: returns the open questions.
        messages: say in which language.
        tell: says at the end, however it comes, what was answered.

    Raises:
        DxlistError: a file cannot be written; the answers before it are.
        KeyboardInterrupt: Ctrl-C; likewise.
    """
    screen = console(sys.stdout)
    asker = Asker(screen, messages.language)
    steps = Walk(source, asker)
    try:
        _ask_all(steps, asker, screen)
    except (EOFError, KeyboardInterrupt) as stop:
        screen.print()  # what was being typed stays on its line
        if isinstance(stop, KeyboardInterrupt):
            raise
    finally:
        tell(steps.outcome())
    return steps.outcome()


def _ask_all(steps: Walk, asker: Asker, screen: Console) -> None:
    goes_on, shown = True, None
    while goes_on and (question := steps.question):
        if question is not shown:
            _show(question, steps, asker, screen)
        shown = question
        keys = {**question.keys, **COMMON}
        key = asker.key(question.asked, ((key, known.label) for key, known in keys.items()))
        if key == HELP:
            _help(question, screen, asker)
        else:
            before = steps.at
            goes_on = steps.press(question, key)
            shown = None if steps.at != before else question


def _show(question: Question, steps: Walk, asker: Asker, screen: Console) -> None:
    from rich.text import Text  # noqa: PLC0415 - only a terminal needs rich

    number = f"{steps.at + 1}/{len(steps.questions)}"
    screen.print()
    screen.print(Text((number + Bilingual("　", "  ") + question.title()).text(asker.language), style="bold cyan"))
    screen.print()
    for part in question.picture(screen, asker.language):
        screen.print(part)
    if change := steps.answer_of(question):
        asker.say(_ANSWERED + change.said)


def _help(question: Question, screen: Console, asker: Asker) -> None:
    entries = ((key or "Enter", known.explained) for key, known in {**question.keys, **COMMON}.items())
    block = Block(question.kind, tuple(Entry(both_languages(key), said) for key, said in entries))
    screen.print(block_table(block, asker.language, screen.width, coloured=screen.color_system is not None))


_NO_TERMINAL = (
    Bilingual("答えを聞く端末がありません。", "there is no terminal to ask at."),
    Bilingual(
        "端末で直接実行するか、書き方（docs/review.ja.md）を見て、付属ファイルと決定のファイルに書いてください。",
        "Run it at a terminal, or write into the sidecar and the decisions what docs/review.md shows.",
    ),
)
_CLOSED = Bilingual("もう答えてあります。u で取り消せます。", "It is answered; u takes that back.")
_FIRST = Bilingual("これが最初の問いです。", "This is the first question.")
_NOTHING_TO_UNDO = Bilingual("取り消す答えはありません。", "There is no answer to take back.")
_TAKEN_BACK = Bilingual("取り消しました: ", "taken back: ")
_ANSWERED = Bilingual("答え: ", "answered: ")

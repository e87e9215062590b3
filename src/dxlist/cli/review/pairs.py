"""``PairQuestion``: are two projects one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.cli.review.changes import FileChange
from dxlist.cli.review.pictures import compared_table
from dxlist.cli.review.questions import Question, ReviewKey
from dxlist.cli.review.screen import walk
from dxlist.plain_files import is_there
from dxlist.projects.decisions.files import Decision, read_text
from dxlist.projects.decisions.writing import with_decision
from dxlist.projects.graph import Components
from dxlist.report.projects import compared, suggestion_title, word_of
from dxlist.text.bilingual import COMMA, Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rich.console import Console, RenderableType

    from dxlist.cli.messages import Messages
    from dxlist.cli.review.questions import Asking
    from dxlist.model.project import Suggestion
    from dxlist.projects.decisions.files import Verdict
    from dxlist.report.found_projects import FoundProjects
    from dxlist.text.bilingual import Language

KIND = Bilingual("同じかもしれない事業", "pair of projects")
ORDER = 2
_VERDICTS: dict[str, Verdict] = {"s": "same", "d": "different"}
_WORDS: dict[Verdict, Bilingual] = {"same": Bilingual("同じ", "same"), "different": Bilingual("別", "different")}


class Answers:
    """Projects that were said to be one or not; what one and what two more answers settle is not asked again."""

    def __init__(self) -> None:
        self._verdicts: dict[tuple[str, str], Verdict] = {}
        self._components = Components[str]()

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many pairs were said to be one project, and how many not."""
        said = list(self._verdicts.values())
        return {verdict: said.count(verdict) for verdict in _WORDS}

    def add(self, one: str, two: str, verdict: Verdict | None) -> None:
        """Note an answer on two projects; None: that it was taken back.

        >>> answers = Answers()
        >>> answers.add("a", "b", "same")
        >>> answers.add("b", "c", "different")
        >>> answers.are_settled("a", "c"), answers.are_settled("a", "d")
        (True, False)
        """
        if verdict is None:
            self._verdicts.pop((one, two), None)
        else:
            self._verdicts[one, two] = verdict
        self._components = Components[str]()
        for (left, right), said in sorted(self._verdicts.items(), key=lambda pair: pair[1] != "same"):
            (self._components.join if said == "same" else self._components.keep_apart)(left, right)

    def are_settled(self, one: str, two: str) -> bool:
        """Return whether it follows from the answers so far what two projects are."""
        return self._components.are_one(one, two) or self._components.are_apart(one, two)


class PairQuestion(Question):
    """Two projects whose names are alike."""

    kind = KIND
    asked = Bilingual("同じ事業ですか。", "One project?")
    keys = {  # noqa: RUF012 - as every question has it
        "s": ReviewKey(
            _WORDS["same"], Bilingual("同じ事業。理由とともに決定のファイルに書く。", "They are one; say why.")
        ),
        "d": ReviewKey(
            _WORDS["different"], Bilingual("別の事業。理由とともに決定のファイルに書く。", "They are two; say why.")
        ),
    }

    def __init__(self, pair: Suggestion, found: FoundProjects, path: Path, answers: Answers, *place: int) -> None:
        """Make the question.

        Args:
            pair: of which it asks.
            found: the projects, and the rows that they were found in.
            path: of the file of decisions.
            answers: on all pairs so far.
            place: number of the list and line, or the number of the pair, by which the questions are put in order.
        """
        self._pair, self._found, self._path, self._answers = pair, found, path, answers
        self.place = (*place, 0, ORDER)
        self.key = ("pair", *pair.initiative_ids)

    def title(self) -> Bilingual:
        """Return what it is about, on one line."""
        return suggestion_title(self._pair)

    def picture(self, screen: Console, language: Language) -> Iterator[RenderableType]:
        """Yield both, side by side."""
        yield compared_table(compared(self._pair, self._found), screen, language)

    def answer(self, key: str, asking: Asking) -> FileChange | None:
        """Return the decision."""
        verdict = _VERDICTS[key]
        reason = asking.reason(verdict)
        if not reason:
            return None
        names = tuple(self._found.rows[row].project_name or "" for row in self._pair.initiative_ids)
        decision, path = Decision(verdict, self._pair.initiative_ids, names, reason), self._path
        both = COMMA.join(word_of(name) for name in names)
        word = _WORDS[verdict]
        said = Bilingual(f"{word.ja}: {both.ja}（{reason}）", f"{word.en}: {both.en} ({reason})")
        return FileChange(
            path, _text_of, lambda text: with_decision(text, decision, str(path)), f"{path}: " + said, _ANOTHER_FILE
        )

    def is_settled(self) -> bool:
        """Return whether it follows from the answers so far what the two are."""
        return self._answers.are_settled(*self._pair.project_ids)

    def note(self, key: str | None) -> None:
        """Take note of the answer."""
        self._answers.add(*self._pair.project_ids, _VERDICTS.get(key or ""))


def _text_of(path: Path) -> str:
    return read_text(path) if is_there(path) else ""


def review_pairs(found: FoundProjects, path: Path, messages: Messages, *, named: bool = True) -> None:
    """Ask of each suggested pair whether it is one project, and add each answer to the file of decisions.

    Args:
        found: the projects, and the pairs that may be one.
        path: of the file of decisions.
        messages: says at the end what was decided.
        named: whether the file is in force only where it is named.

    Raises:
        DxlistError: the file cannot be written or added to; the answers before it are in it.
        KeyboardInterrupt: Ctrl-C; likewise.
    """
    pairs, answers = found.projects.suggested, Answers()
    questions = [PairQuestion(pair, found, path, answers, number) for number, pair in enumerate(pairs)]
    if not questions:
        messages.remark(_NOTHING_TO_ASK)
        return
    walk(lambda: questions, messages, lambda _: messages.remark(_outcome(answers, len(pairs), path, named=named)))


def _outcome(answers: Answers, pairs: int, path: Path, *, named: bool) -> Bilingual:
    same, different = answers.counts["same"], answers.counts["different"]
    if not same + different:
        return Bilingual("何も決めていません。", "Nothing was decided.")
    use = Bilingual("これからはどのコマンドも使います。", "every command applies them from now on.")
    if named:
        use = Bilingual(f"--decisions {path} を付けて実行すると使われます。", f"--decisions {path} applies them.")
    return Bilingual(
        f"{pairs}組のうち{same + different}組を決め（同じ{same}、別{different}）、{path} に書きました。{use.ja}",
        f"{same + different} of {pairs} pairs were decided ({same} same, {different} different) and are in {path}; "
        f"{use.en}",
    )


_NOTHING_TO_ASK = Bilingual("確かめる組はありません。", "There is no pair to decide.")
_ANOTHER_FILE = Bilingual(
    "空き容量と権限を確かめるか、--decisions で別のファイルを指定してください。",
    "Check the free space and the permissions, or name another file with --decisions.",
)

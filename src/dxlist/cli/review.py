"""``review``: walk the suggested pairs on a terminal, ask of each, and write every answer down at once."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from dxlist.cli.terminal import console, is_terminal, marked_text
from dxlist.errors import UsageError, WriteError
from dxlist.exports.writing import whole_file
from dxlist.projects.decisions.files import Decision, read_text
from dxlist.projects.decisions.writing import with_decision
from dxlist.projects.graph import Components
from dxlist.report.projects import compared, suggestion_title
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console
    from rich.table import Table

    from dxlist.cli.messages import Messages
    from dxlist.model.project import Suggestion
    from dxlist.projects.decisions.files import Verdict
    from dxlist.report.projects import FoundProjects
    from dxlist.text.bilingual import Language

_KEYS: dict[str, Verdict | None] = {
    **dict.fromkeys(("s", "same", "同", "同じ"), "same"),
    **dict.fromkeys(("d", "different", "別"), "different"),
    **dict.fromkeys(("", "n", "skip"), None),
}
_QUIT = ("q", "quit")


class _Quit(Exception):  # noqa: N818 - it is no error
    """The person wants to stop here."""


def check_terminal() -> None:
    """Raise where nobody can be asked.

    Raises:
        UsageError: standard input or output is no terminal; says what to do.
    """
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise UsageError("--review", *_NO_TERMINAL)


def review(found: FoundProjects, path: Path, messages: Messages, *, named: bool = True) -> None:
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
    pairs = found.projects.suggested
    if not pairs:
        messages.remark(_NOTHING_TO_ASK)
        return
    with suppress(ImportError):
        import readline  # noqa: F401, PLC0415 - what is typed can be edited, full-width letters too
    screen, answers = console(sys.stdout), Answers()
    try:
        _walk(found, path, screen, answers, messages)
    except _Quit:
        pass
    except (EOFError, KeyboardInterrupt) as stop:
        screen.print()  # what was being typed stays on its line
        if isinstance(stop, KeyboardInterrupt):
            raise
    finally:
        messages.remark(_outcome(answers, len(pairs), path, named=named))


def _walk(found: FoundProjects, path: Path, screen: Console, answers: Answers, messages: Messages) -> None:
    language, reasons = messages.language, dict["Verdict", str]()
    pairs = found.projects.suggested
    for number, pair in enumerate(pairs, 1):
        if answers.are_settled(*pair.project_ids):
            continue
        _show(pair, found, f"{number}/{len(pairs)}", screen, language)
        verdict = _ask_verdict(language)
        if verdict is None:
            continue
        reasons[verdict] = _ask_reason(reasons.get(verdict, ""), language)
        _write(Decision(verdict, pair.initiative_ids, _names(pair, found), reasons[verdict]), path)
        answers.add(*pair.project_ids, verdict)


def _show(pair: Suggestion, found: FoundProjects, number: str, screen: Console, language: Language) -> None:
    from rich.text import Text  # noqa: PLC0415 - only a terminal needs rich

    title = number + Bilingual("　", "  ") + suggestion_title(pair)
    screen.print()
    screen.print(Text(title.text(language), style="bold cyan"))
    screen.print()
    screen.print(pair_table(pair, found, screen, language))


def _names(pair: Suggestion, found: FoundProjects) -> tuple[str, ...]:
    return tuple(found.rows[row].project_name or "" for row in pair.initiative_ids)


def _ask_verdict(language: Language) -> Verdict | None:
    """Return the answer, None to leave the pair for another time; ask again until it is one."""
    while True:
        key = fold(_ask(_QUESTION.text(language)))
        if key in _QUIT:
            raise _Quit
        if key in _KEYS:
            return _KEYS[key]


def _ask_reason(before: str, language: Language) -> str:
    """Return the reason; without one the last of such an answer, and where there is none it is asked for again."""
    repeat = Bilingual(f"（Enterなら「{before}」）", f' (Enter: "{before}")') if before else Bilingual("", "")
    while True:
        prompt = Bilingual(f"理由{repeat.ja}: ", f"reason{repeat.en}: ").text(language)
        if reason := visible(_ask(prompt)).strip() or before:
            return reason


def _ask(prompt: str) -> str:
    """Return a line that was typed; one that is no text is asked for again."""
    while True:
        with suppress(UnicodeDecodeError):
            return input(prompt)


def _write(decision: Decision, path: Path) -> None:
    """Add a decision to the file as it is now, whole or not at all."""
    text = read_text(path) if path.exists() else ""
    added = with_decision(text, decision, str(path)).encode()
    try:
        with whole_file(path) as stream:
            stream.write(added)
    except WriteError as error:
        raise WriteError(error.place, error.problem, _ANOTHER_FILE) from error


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


_QUESTION = Bilingual(
    "同じ事業ですか。 s 同じ、d 別、Enter あとで、q やめる: ",
    "One project? s same, d different, Enter later, q quit: ",
)
_NOTHING_TO_ASK = Bilingual("確かめる組はありません。", "There is no pair to decide.")
_NO_TERMINAL = (
    Bilingual("答えを聞く端末がありません。", "there is no terminal to ask at."),
    Bilingual(
        "端末で直接実行するか、組の一覧（--format csv --table suggested）を見て決定のファイルを書いてください"
        "（docs/dedupe.ja.md）。",
        "Run it at a terminal, or look at the pairs (--format csv --table suggested) and write the file of decisions "
        "(docs/dedupe.md).",
    ),
)
_ANOTHER_FILE = Bilingual(
    "空き容量と権限を確かめるか、--decisions で別のファイルを指定してください。",
    "Check the free space and the permissions, or name another file with --decisions.",
)


class Answers:
    """Projects that were said to be one or not; what one and what two more answers settle is not asked again."""

    def __init__(self) -> None:
        self.counts: dict[Verdict, int] = {"same": 0, "different": 0}
        self._components = Components[str]()

    def add(self, one: str, two: str, verdict: Verdict) -> None:
        """Note an answer on two projects.

        >>> answers = Answers()
        >>> answers.add("a", "b", "same")
        >>> answers.add("b", "c", "different")
        >>> answers.are_settled("a", "c"), answers.are_settled("a", "d")
        (True, False)
        """
        self.counts[verdict] += 1
        if verdict == "same":
            self._components.join(one, two)
        else:
            self._components.keep_apart(one, two)

    def are_settled(self, one: str, two: str) -> bool:
        """Return whether it follows from the answers so far what two projects are."""
        return self._components.are_one(one, two) or self._components.are_apart(one, two)


_GAP = 2
_LABELS = 14
_NARROWEST = 12


def pair_table(pair: Suggestion, found: FoundProjects, screen: Console, language: Language) -> Table:
    """Return the two rows as a rich table no wider than the screen; nothing in it is cut."""
    from rich.table import Table  # noqa: PLC0415 - only a terminal needs rich
    from rich.text import Text  # noqa: PLC0415

    each = max(_NARROWEST, (screen.width - _LABELS - _GAP) // 2 - _GAP)
    table = Table(box=None, show_header=False, padding=0, pad_edge=False)
    for width in (_LABELS + _GAP, each + _GAP, each):
        table.add_column(width=width, overflow="fold")
    coloured = screen.color_system is not None
    for label, left, right in compared(pair, found):
        cells = [marked_text(marked, each, coloured=coloured) for marked in (left, right)]
        table.add_row(Text(label.text(language), style="bold"), *cells)
        table.add_row()
    return table

"""What people decided of rows: ``find_decisions``, the files; ``holding_decisions``, what of them holds.

``--decisions`` wins; without it ``decisions`` of the configuration, else ``decisions.toml`` beside the lists.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cli.corrections import MOST_HINTS
from dxlist.cli.inputs import lists_of
from dxlist.cli.options import NORMALIZED
from dxlist.cli.outputs import DECISIONS, DECISIONS_FILE, Kept
from dxlist.cli.usage import EMPTY_VALUE, not_together
from dxlist.errors import UsageError
from dxlist.jobs.inputs import DEFAULT
from dxlist.jobs.pool import STANDARD_INPUT
from dxlist.plain_files import is_there
from dxlist.projects.decisions.checks import CheckedDecisions, across_governments, check_contradictions, check_rows
from dxlist.projects.decisions.files import DecisionFile, read_decision_file
from dxlist.projects.light_rows import light_rows
from dxlist.settings import find_settings
from dxlist.text.bilingual import COMMA, EMPTY, Bilingual, both_languages, plural
from dxlist.text.toml import toml_string

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.cli.messages import Messages
    from dxlist.cli.options import JoiningOptions
    from dxlist.projects.decisions.checks import Followed, Gone, Unmet
    from dxlist.projects.decisions.files import Decision
    from dxlist.projects.light_rows import ProjectRow
    from dxlist.settings import Settings


def find_decisions(options: JoiningOptions, settings: Settings | None = None) -> list[Path]:
    """Return the files of decisions that are in force; none is read yet, and one that is named may be missing.

    Args:
        options: of the command.
        settings: in force; without any those of the folder in which the command runs.

    Raises:
        DxlistError: options that cannot go together, settings that cannot be read, nothing to read.
    """
    if options.no_decisions:
        if options.decisions is not None:
            raise not_together("--decisions", "--no-decisions")
        return []
    if options.decisions is not None:
        if not options.decisions.strip():
            raise UsageError("--decisions", EMPTY_VALUE, Bilingual("ファイルを指定してください。", "Name a file."))
        return [Path(options.decisions)]
    # What is wrong with the settings of another command stops no question.
    named = (settings or find_settings(Path.cwd(), only=("decisions",))).decisions
    return [named] if named else [path for path in decisions_beside(options.paths) if is_there(path)]


def decisions_beside(paths: Sequence[str]) -> list[Path]:
    """Return where decisions may stand beside lists: in the folders that are named and in those of the lists.

    Of normalised lists the folder of the raw ones counts too.  A list may be called decisions: then the file is its
    sidecar.
    """
    lists = [Path(path) for path in lists_of(paths, joined=False) if path != STANDARD_INPUT]
    sidecars = {path.with_suffix(".toml") for path in lists}
    folders = dict.fromkeys([*_named_folders(paths), *(path.parent for path in lists)])
    beside = dict.fromkeys(one for folder in folders for one in _with_raw(folder))
    return [path for folder in beside if (path := folder / DECISIONS_FILE) not in sidecars]


def new_decisions(paths: Sequence[str]) -> list[Path]:
    """Return where a file of decisions would be made beside lists: one place for each folder that is named."""
    folders = dict.fromkeys([one for one in _with_raw(folder) if one.is_dir()][-1] for folder in _named_folders(paths))
    beside = decisions_beside(paths)
    return [folder / DECISIONS_FILE for folder in folders if folder / DECISIONS_FILE in beside]


def _named_folders(paths: Sequence[str]) -> list[Path]:
    """Return the folders that are named, of lists that are named alone those in which they stand."""
    named = [Path(path) for path in paths or (DEFAULT,) if path != STANDARD_INPUT]
    return list(dict.fromkeys(path if path.is_dir() else path.parent for path in named))


def _with_raw(folder: Path) -> Iterator[Path]:
    yield folder
    if folder.name == Path(NORMALIZED).name:
        yield folder.with_name(Path(DEFAULT).name)


def kept(files: Iterable[Path]) -> list[Kept]:
    """Return the files as what no output may take the place of."""
    return [Kept(file, DECISIONS) for file in files]


def open_decisions(files: Sequence[Path], *, may_be_missing: bool = False) -> DecisionFile:
    """Return what the files hold, as of one file; none where there is nothing to read.

    Raises:
        DecisionError: a file is missing or malformed, or the decisions contradict each other.
    """
    read = [read_decision_file(path) for path in files if not may_be_missing or is_there(path)]
    whole = DecisionFile(", ".join(map(str, files)), tuple(one for file in read for one in file.decisions))
    check_contradictions(whole)
    return whole


def holding_decisions(
    file: DecisionFile, lists: Iterable[Iterable[ProjectRow]], messages: Messages
) -> tuple[Decision, ...]:
    """Return the decisions that hold for lists, and say how many they are, and what does not hold.

    Args:
        file: what was decided.
        lists: the rows of each list, or its document; of one at a time all that it holds is needed.
        messages: says it.
    """
    if not file.decisions:
        return ()
    initiatives = [row for own in lists for row in light_rows(own)]
    checked = apply_decisions(file, initiatives, messages)
    say_outcome(file.path, checked.decisions, across_governments(checked.decisions, initiatives), messages)
    return checked.decisions


def apply_decisions(file: DecisionFile, initiatives: Iterable[ProjectRow], messages: Messages) -> CheckedDecisions:
    """Return the decisions that hold for the rows at hand, and say which rows are gone or in other lists."""
    checked = check_rows(file.decisions, initiatives)
    # Two ways to name one row hide a contradiction until its lists are at hand.
    check_contradictions(replace(file, decisions=checked.decisions))
    for followed in checked.followed:
        messages.remark(_followed(file.path, followed))
    for gone in checked.gone:
        messages.finding(_gone(file.path, gone))
    if checked.elsewhere:
        said = Bilingual(
            "今回読んでいない一覧の行についての決定は使いません（",
            "decisions on rows of lists that were not read are left aside (",
        )
        messages.remark(f"{file.path}: " + said + COMMA.join(checked.elsewhere) + Bilingual("）。", ")."))
    for decision in checked.by_line[:MOST_HINTS]:
        messages.remark(f"{_place(file.path, decision)}: " + _BY_LINE)
        messages.remark(both_languages(f"[{', '.join(map(toml_string, decision.rows))}]"))
    return checked


_BY_LINE = Bilingual(
    "行番号だけで書いてあるため、行が動くと別の行に使うことになります。IDで書けます:",
    "this decision names rows by their lines alone, and would be given to others when rows move. Their ids stay:",
)


def say_outcome(path: str, decisions: Sequence[Decision], unmet: Sequence[Unmet], messages: Messages) -> None:
    """Say which of the decisions that hold did not come about, and how many did."""
    _say_unmet(path, unmet, messages)
    if count := len(decisions) - len({id(one.decision) for one in unmet}):
        said = plural(count, "件", "decision") + Bilingual("の決定を使いました。", " applied.")
        messages.remark(f"{path}: " + said)


def _say_unmet(path: str, unmet: Iterable[Unmet], messages: Messages) -> None:
    for decision, one, two in unmet:
        place = _place(path, decision)
        if decision.verdict == "same":
            text = Bilingual(
                f"{place}: 「{one}」と「{two}」は同じ事業にできません。自治体が違うか、別の決定で分けられています。",
                f'{place}: "{one}" and "{two}" cannot be one project: they are of two governments, '
                "or another decision keeps them apart.",
            )
        else:
            text = Bilingual(
                f"{place}: 「{one}」と「{two}」を別の事業にできませんでした。ほかの決定と合わせて確かめてください。",
                f'{place}: "{one}" and "{two}" could not be kept apart; look at the other decisions on them.',
            )
        messages.finding(text)


def _gone(path: str, gone: Gone) -> Bilingual:
    """Say which row is gone, and where to look."""
    return f"{_place(path, gone.decision)}: " + _what(gone) + Bilingual("", " ") + _where(gone)


def _followed(path: str, followed: Followed) -> Bilingual:
    """Say which row a decision was given to."""
    now, row, name = followed.now, followed.row, followed.name
    return f"{_place(path, followed.decision)}: " + Bilingual(
        f"行「{row}」とした「{name}」は、今は{now.line}行目（{now.initiative_id}）です。決定はその行に使いました。",
        f'"{name}", named as row "{row}", stands on line {now.line} now ({now.initiative_id}); '
        "the decision was given to that row.",
    )


def _place(path: str, decision: Decision) -> str:
    path = decision.path or path
    return f"{path}:{decision.line}" if decision.line else path


def _what(gone: Gone) -> Bilingual:
    if gone.now is None:
        return Bilingual(
            f"行「{gone.row}」はもうありません。この行についての決定は使いません。",
            f'row "{gone.row}" is gone; what was decided of it is left aside.',
        )
    return Bilingual(
        f"行「{gone.row}」は「{gone.name}」でしたが、今は「{gone.now}」です。この行についての決定は使いません。",
        f'row "{gone.row}" was "{gone.name}" and is "{gone.now}" now; what was decided of it is left aside.',
    )


def _where(gone: Gone) -> Bilingual:
    if gone.nearest is None:
        return Bilingual("一覧を確かめてください。", "Look at the list.")
    row, name = gone.nearest
    if gone.same_name:
        return Bilingual(
            f"同じ名前の行は「{row}」です。移ったのであれば書き換えてください。",
            f'A row of that name is "{row}": write that if the row has moved.',
        )
    called = Bilingual(f"（{name}）", f" ({name})") if name else EMPTY
    return Bilingual(f"いちばん近い行は「{row}」", f'The nearest row is "{row}"') + called + Bilingual("です。", ".")

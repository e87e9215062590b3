"""``open_decisions``, ``apply_decisions``: the file of ``--decisions`` -> what of it holds, and words on the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.projects.decisions.checks import CheckedDecisions, check_contradictions, check_rows, with_ids
from dxlist.projects.decisions.files import DecisionFile, read_decision_file
from dxlist.text.bilingual import COMMA, EMPTY, Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dxlist.cli.messages import Messages
    from dxlist.model.initiative import Initiative
    from dxlist.projects.decisions.checks import Gone, Unmet


def open_decisions(path: Path | None, *, may_be_missing: bool = False) -> DecisionFile:
    """Return the decisions of a file, none where there is no file to read.

    Raises:
        DecisionError: it is missing, malformed, or contradicts itself.
    """
    if path is None or (may_be_missing and not path.exists()):
        return DecisionFile(str(path))
    file = read_decision_file(path)
    check_contradictions(file)
    return file


def apply_decisions(file: DecisionFile, initiatives: Iterable[Initiative], messages: Messages) -> CheckedDecisions:
    """Return the decisions that hold for the rows at hand, and say which rows are gone or in other lists."""
    rows = list(initiatives)
    checked = check_rows(with_ids(file, rows).decisions, rows)
    for gone in checked.gone:
        messages.finding(_gone(file.path, gone))
    if checked.elsewhere:
        said = Bilingual(
            "今回読んでいない一覧の行についての決定は使いません（",
            "decisions on rows of lists that were not read are left aside (",
        )
        messages.remark(f"{file.path}: " + said + COMMA.join(checked.elsewhere) + Bilingual("）。", ")."))
    return checked


def say_unmet(path: str, unmet: Iterable[Unmet], messages: Messages) -> None:
    """Say which decisions did not come about."""
    for decision, one, two in unmet:
        place = _place(path, decision.line)
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
    return f"{_place(path, gone.decision.line)}: " + _what(gone) + Bilingual("", " ") + _where(gone)


def _place(path: str, line: int | None) -> str:
    return f"{path}:{line}" if line else path


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

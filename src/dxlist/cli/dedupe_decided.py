"""``open_decisions``, ``apply_decisions``: the file of ``--decisions`` -> what of it holds, and words on the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.projects.decisions.checks import Checked, check_contradictions, check_rows
from dxlist.projects.decisions.files import DecisionFile, read_decision_file
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dxlist.cli.voice import Voice
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


def apply_decisions(file: DecisionFile, initiatives: Iterable[Initiative], voice: Voice) -> Checked:
    """Return the decisions that hold for the rows at hand, and say which rows are gone or in other lists."""
    checked = check_rows(file.decisions, initiatives)
    for gone in checked.gone:
        voice.finding(_gone(file.path, gone))
    if checked.elsewhere:
        names = Bilingual("、".join(checked.elsewhere), ", ".join(checked.elsewhere))
        voice.remark(
            Bilingual(
                f"{file.path}: 今回読んでいない一覧の行についての決定は使いません（{names.ja}）。",
                f"{file.path}: decisions on rows of lists that were not read are left aside ({names.en}).",
            )
        )
    return checked


def say_unmet(path: str, unmet: Iterable[Unmet], voice: Voice) -> None:
    """Say which decisions did not come about."""
    for decision, one, two in unmet:
        place = f"{path}:{decision.line}" if decision.line else path
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
        voice.finding(text)


def _gone(path: str, gone: Gone) -> Bilingual:
    """Say which row is gone, and where to look."""
    place = f"{path}:{gone.decision.line}" if gone.decision.line else path
    what, where = _what(gone), _where(gone)
    return Bilingual(f"{place}: {what.ja}{where.ja}", f"{place}: {what.en} {where.en}")


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
    called = Bilingual(f"（{name}）", f" ({name})") if name else Bilingual("", "")
    return Bilingual(f"いちばん近い行は「{row}」{called.ja}です。", f'The nearest row is "{row}"{called.en}.')

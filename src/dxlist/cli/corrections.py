"""``say_corrections``: what became of the corrections of a list -> words to the person who wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.report.correction_notes import lines_to_paste, said_of_correction, said_of_ignored
from dxlist.report.tally import OBSOLETE
from dxlist.text.bilingual import Bilingual, both_languages, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.cli.messages import Messages
    from dxlist.model.document import CorrectionNote
    from dxlist.rules.checking import Checked

MOST_HINTS = 5
"""Corrections that are used, of which it is said what to write."""


def say_corrections(
    path: str, unused: Sequence[CorrectionNote], noted: Sequence[CorrectionNote], messages: Messages
) -> None:
    """Say of each correction why it was not used, and of some that were how they are written better.

    Args:
        path: of the list.
        unused: corrections whose text or row is not there; a quiet command tells of them too.
        noted: others to be looked at.
        messages: says it.
    """
    for note in unused:
        messages.finding(said_of_correction(path, note))
    for note in noted[:MOST_HINTS]:
        messages.remark(said_of_correction(path, note))
        for line in lines_to_paste(note):
            messages.remark(both_languages(line))
    if more := len(noted) - len(noted[:MOST_HINTS]):
        messages.remark(f"{path}: " + Bilingual(f"ほかに{more}件の訂正。", f"{more} more corrections."))


def say_ignored(checked: Checked, messages: Messages) -> None:
    """Say how many findings the sidecars of the lists leave, and which of their entries leave none."""
    for unused in checked.unused:
        messages.finding(said_of_ignored(unused))
    if count := len(checked.left):
        said = Bilingual(
            "は付属ファイルの [[ignored]] により示していません。", " left out, as [[ignored]] of the sidecars says."
        )
        messages.remark(plural(count, "件", "finding") + said)


def say_unused(path: str, unused: Sequence[CorrectionNote], messages: Messages) -> None:
    """Say of the corrections of a list that is asked about which the answer does without."""
    for note in unused:
        if note.state != OBSOLETE:
            messages.remark(said_of_correction(path, note))

"""``find_initiative``: an ID -> the row it names; an unknown one gives the nearest IDs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.errors import DxlistError
from dxlist.query.keys import project_of
from dxlist.query.nearness import MOST_NAMED, near_texts
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import to_half_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.initiative import Initiative

_LINE = re.compile(r"(?:(?P<document>.+)[-:])?(?P<line>[0-9]+)")
_PLACE = re.compile(r"(?:(?P<document>.+):)?(?P<line>[0-9]+)")
"""A line as ``dxlist dedupe`` names it, or its number alone."""


class UnknownInitiativeError(DxlistError):
    """No row of the lists has this ID."""

    def __init__(self, asked: str, nearest: Sequence[str]) -> None:
        problem = Bilingual("このIDの行はどの一覧にもありません。", "no row of the lists has this ID.")
        remedy = Bilingual("dxlist query でIDを見てください。", "dxlist query shows the IDs.")
        if nearest:
            names = "、".join(nearest)
            remedy = Bilingual(f"近いもの: {names}", f"Near it: {', '.join(nearest)}.")
        super().__init__(asked, problem, remedy)
        self.nearest = tuple(nearest)


def find_initiative(initiatives: Sequence[Initiative], asked: str) -> Initiative:
    """Return the row with this ID; of one list its line is enough, of a project its project_id gives the first row.

    A row may be named as the screen of ``dxlist dedupe`` names it, too: ``fukushima_r04:62``.

    Raises:
        UnknownInitiativeError: there is none, or several lists have the line.
    """
    text = to_half_width(asked).strip()
    for row in initiatives:
        if text in {row.initiative_id, project_of(row)}:
            return row
    match = _PLACE.fullmatch(text)
    on_line = [row for row in initiatives if match and _is_at(row, match["document"], int(match["line"]))]
    if len(on_line) == 1:
        return on_line[0]
    raise UnknownInitiativeError(asked, [row.initiative_id for row in on_line] or _nearest(initiatives, text))


def _is_at(row: Initiative, document: str | None, line: int) -> bool:
    return row.line == line and document in {None, row.document_id}


def _nearest(initiatives: Sequence[Initiative], asked: str) -> list[str]:
    """Return the IDs of the lines nearest to the one asked for, in the list whose name is nearest."""
    match = _LINE.fullmatch(asked)
    if match is None:
        return near_texts(asked, (row.initiative_id for row in initiatives))
    documents = dict.fromkeys(row.document_id for row in initiatives)
    near = near_texts(match["document"], documents) if match["document"] else list(documents)
    rows = [row for row in initiatives if row.document_id in near[:1]]
    rows.sort(key=lambda row: abs(row.line - int(match["line"])))
    return sorted(row.initiative_id for row in rows[:MOST_NAMED])

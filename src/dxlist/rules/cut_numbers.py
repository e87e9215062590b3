"""``cut_numbers``: rows whose numbers were cut into cells at the commas of their thousands: 来場者数3 | 000人."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.words.codes import narrow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative, Leftover

_HEAD = re.compile(r"[0-9]{3}(?![0-9])")
_TAIL = re.compile(r"(?:^|[^0-9])[0-9]{1,3}$")


def cut_numbers(document: Document) -> Mapping[int, Sequence[Leftover]]:
    """Return for each row whose last text was cut so the cells behind the first cut, all of them left over."""
    stray = {(leftover.line, leftover.cell): leftover for leftover in document.leftovers}
    return {i.line: rest for i in document for rest in [_rest(i, stray)] if rest} if stray else {}


def _rest(initiative: Initiative, stray: Mapping[tuple[int, int], Leftover]) -> list[Leftover]:
    """Return the cells behind the last one that has a column, as long as a number goes on in each."""
    own = [source for source in initiative.sources.values() if source and source.line == initiative.line]
    if not own:
        return []
    last = max(own, key=lambda source: source.cells[-1])
    text, cell, rest = last.raw, last.cells[-1] + 1, list["Leftover"]()
    while (leftover := stray.get((initiative.line, cell))) and _goes_on(text, leftover.text):
        rest.append(leftover)
        text, cell = leftover.text, cell + 1
    return rest


def _goes_on(text: str, behind: str) -> bool:
    return bool(_TAIL.search(narrow(text.rstrip())) and _HEAD.match(narrow(behind.lstrip())))


def is_cut(initiative: Initiative, column: str, cut: Mapping[int, Sequence[Leftover]]) -> bool:
    """Say whether the text of a column ends within a number that goes on in the next cell."""
    source = initiative.sources.get(column)
    return source is not None and source.line in cut and source.cells[-1] + 1 == cut[source.line][0].cell

"""``Marked``: a text with the parts in which it differs from others; shown in colour, or in brackets without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.projects.conflicts.differences import differing_spans
from dxlist.report.blocks import Marked
from dxlist.report.wrapping import Span
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence


def shown(text: str) -> Marked:
    """Return a text as it can be shown, nothing in it marked."""
    return Marked(visible(text))


def mark_differences(texts: Sequence[str]) -> list[Marked]:
    """Return the texts as they can be shown, each with the parts in which it differs from the first.

    >>> [marked.bracketed().text for marked in mark_differences(["11万件とする。", "11,000件とする。"])]
    ['［11万］件とする。', '［11,000］件とする。']
    """
    visible_texts = [visible(text) for text in texts]
    pairs = zip(visible_texts, differing_spans(visible_texts), strict=True)
    return [Marked(text, tuple(_without_islands(spans))) for text, spans in pairs]


def _without_islands(spans: Sequence[Span]) -> list[Span]:
    """Return the spans, those put together that have no more letters between them than either of them has.

    >>> _without_islands([(0, 6), (8, 15), (17, 18)])
    [(0, 15), (17, 18)]
    """
    found = list[Span]()
    for start, end in spans:
        before = found[-1] if found else (0, 0)
        if before[1] and start - before[1] <= min(before[1] - before[0], end - start):
            found[-1] = before[0], end
        else:
            found.append((start, end))
    return found

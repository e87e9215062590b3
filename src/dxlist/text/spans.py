"""``Span``: a stretch of a text, by the 0-based code points where it begins and where it has ended."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, from ``start`` to before ``end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]

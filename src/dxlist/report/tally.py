"""``Tally``: what there is to say about a list, gathered while its pages go by, in memory that does not grow."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.model.document import ControlCharacter, CorrectionNote, FurtherEncoding, GovernmentSource
    from dxlist.model.initiative import Leftover
    from dxlist.model.stages import PageTable

OBSOLETE = "obsolete"
"""The state of a correction that the list itself has made."""
MOST_NAMED = 200
"""Places of one kind that are kept; the others are only counted."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row whose columns are not sure."""

    line: int
    confidence: float


class CountedRow(NamedTuple):
    """What is counted of an initiative."""

    page: int
    part: int
    line: int
    confidence: float
    repairs: Sequence[str]
    """Their kinds."""


@dataclass(slots=True)
class Tally:
    """Figures of one list, and the places that a person should look at."""

    encoding: str = ""
    byte_order_mark: bool = False
    encoding_rival: str | None = None
    further_encodings: Sequence[FurtherEncoding] = ()
    control_characters: Sequence[ControlCharacter] = ()
    government: str = ""
    """Code and name of the local government that titles or the file's name say, not the sidecar."""
    government_from: GovernmentSource | None = None
    pages: int = 0
    parts: int = 0
    rows: int = 0
    repairs: Counter[str] = field(default_factory=Counter)
    leftover_count: int = 0
    leftovers: Sequence[Leftover] = ()
    doubt_count: int = 0
    doubts: list[Doubt] = field(default_factory=list)
    unused_corrections: Sequence[CorrectionNote] = ()
    """Those whose text or row is not there; what the list itself has mended by now is not among them."""
    noted_corrections: Sequence[CorrectionNote] = ()
    """Others to be looked at, and to be deleted or written anew."""
    guesses: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Header that no spelling fits -> its line, and the column that its cells showed it to be."""

    def guess(self, table: PageTable) -> None:
        """Keep the columns of a page that were named by what their cells look like."""
        line = table.header_rows[0].line if table.header_rows else table.rows[0].line if table.rows else 0
        for cell in table.header:
            if cell.guessed and cell.column:
                self.guesses.setdefault(cell.text, (line, cell.column))

    def count(self, initiatives: Iterable[CountedRow], threshold: float) -> None:
        """Add the initiatives of a page; those below ``threshold`` are doubtful."""
        for page, part, line, confidence, repairs in initiatives:
            self.rows += 1
            self.pages, self.parts = max(self.pages, page), max(self.parts, part)
            self.repairs.update(repairs)
            if confidence < threshold:
                self.doubt_count += 1
                if len(self.doubts) < MOST_NAMED:
                    self.doubts.append(Doubt(line, confidence))

    def leave(self, leftovers: Sequence[Leftover]) -> None:
        """Keep the leftovers of the list, but for those that a person confirmed."""
        left = [leftover for leftover in leftovers if not leftover.confirmed]
        self.leftover_count = len(left)
        self.leftovers = tuple(left[:MOST_NAMED])

    def note(self, unused: Sequence[CorrectionNote], noted: Sequence[CorrectionNote]) -> None:
        """Keep what there is to say of the corrections of the list."""
        self.unused_corrections = tuple(one for one in unused if one.state != OBSOLETE)
        self.noted_corrections = (*noted, *(one for one in unused if one.state == OBSOLETE))

    @property
    def is_clean(self) -> bool:
        """Return whether nothing is left over, doubtful or unused."""
        return not (self.leftover_count or self.doubt_count or self.unused_corrections or self.guesses)

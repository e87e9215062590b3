"""``own_kpis``, ``own_targets``, ``further_texts``: the KPI cells of a list, the targets that they set, the cells of other columns."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.stages import LONGEST_CELL
from dxlist.rules.places import PrintedText, own_sources, own_texts, raw_span_place
from dxlist.text.regex import regex
from dxlist.text.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.finding import Place
    from dxlist.model.initiative import Initiative
    from dxlist.model.kpi import KpiTarget
    from dxlist.rules.listed import Listed

_SENTENCE_END = regex(r"[。\n;①-⑳■●○◆◇◎]")


class Kpi(PrintedText):
    """The text of a KPI cell."""

    __slots__ = ()

    @property
    def targets(self) -> list[KpiTarget]:
        """The targets that were read from it, not those that stand in columns of their own."""
        return [target for target in self.initiative.kpi_targets if target.header is None]

    def target_place(self, target: KpiTarget) -> Place:
        """Return the place of the words of a target."""
        return self.place(target.start, target.end)

    def sentence(self, at: int) -> tuple[int, int]:
        """Return where the sentence around a position begins and ends: at 。, line ends, ① and bullets."""
        ends = _sentence_ends(self.text)
        number = bisect_left(ends, at)
        return ends[number - 1] + 1 if number else 0, ends[number] if number < len(ends) else len(self.text)


@lru_cache(maxsize=1)
def _sentence_ends(text: str) -> Sequence[int]:
    return [match.start() for match in _SENTENCE_END.finditer(text)]


def own_kpis(listed: Listed) -> Iterator[Kpi]:
    """Yield the KPI cells of a list; what a row shares with the one above it stands there only."""
    return (Kpi(*text) for text in own_texts(listed, ("kpi_text",)))


def own_targets(listed: Listed) -> Iterator[tuple[Kpi, KpiTarget]]:
    """Yield the targets of a list, each with its KPI cell."""
    return ((kpi, target) for kpi in own_kpis(listed) for target in kpi.targets)


class FurtherText(NamedTuple):
    """The cell of a column that is none of the six: a value of an indicator, money of a year, a remark."""

    initiative: Initiative
    column: str
    """As the sources of the record call it: indicators.目標値, extra.備考."""
    text: str
    narrow: str
    """The same with letters and digits half-width, position for position."""

    def words(self, start: int, end: int) -> str:
        """Return the words of a span as they are printed."""
        return self.text[start:end]

    def place(self, start: int, end: int) -> Place:
        """Return the place of a span of the text in the raw cell."""
        return raw_span_place(self.initiative, self.column, start, end)


_FURTHER = ("indicators.", "extra.")


@lru_cache(maxsize=2)
def further_texts(listed: Listed) -> tuple[FurtherText, ...]:
    """Return the cells of indicators and of further columns, as they are printed in the rows of a list.

    The rules ask for them one after the other.
    """
    return tuple(
        FurtherText(initiative, column, source.raw, narrow(source.raw))
        for initiative in listed.document
        for column, source in own_sources(initiative)
        if column.startswith(_FURTHER) and len(source.raw) <= LONGEST_CELL
    )

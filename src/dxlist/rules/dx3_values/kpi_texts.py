"""``own_kpis``, ``own_targets``: the KPI cells of a list, each where it is printed, and the targets that they set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.rules.places import PrintedText, own_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Place
    from dxlist.model.kpi import KpiTarget
    from dxlist.rules.listed import Listed

_SENTENCE_END = re.compile(r"[。\n;①-⑳■●○◆◇◎]")


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
        ends = [match.start() for match in _SENTENCE_END.finditer(self.text)]
        start = max((end + 1 for end in ends if end < at), default=0)
        return start, min((end for end in ends if end >= at), default=len(self.text))


def own_kpis(listed: Listed) -> Iterator[Kpi]:
    """Yield the KPI cells of a list; what a row shares with the one above it stands there only."""
    return (Kpi(*text) for text in own_texts(listed, ("kpi_text",)))


def own_targets(listed: Listed) -> Iterator[tuple[Kpi, KpiTarget]]:
    """Yield the targets of a list, each with its KPI cell."""
    return ((kpi, target) for kpi in own_kpis(listed) for target in kpi.targets)

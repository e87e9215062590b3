"""``own_kpis``: the KPI cells of a list, each where it is printed, with what rules of targets ask of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dxlist.rules.places import own_texts, words_place
from dxlist.text.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Place
    from dxlist.model.initiative import Initiative
    from dxlist.model.kpi import KpiTarget
    from dxlist.rules.listed import Listed

_SENTENCE_END = re.compile(r"[。\n;①-⑳■●○◆◇◎]")


class Kpi(NamedTuple):
    """The text of a KPI cell and the row it is printed in."""

    initiative: Initiative
    text: str
    plain: str
    """The same text narrow, position for position."""

    @property
    def targets(self) -> list[KpiTarget]:
        """The targets that were read from it."""
        return self.initiative.kpi_targets

    def place(self, start: int, end: int) -> Place:
        """Return the place of ``text[start:end]``."""
        return words_place(self.initiative, "kpi_text", start, end)

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
    return (Kpi(own.initiative, own.text, narrow(own.text)) for own in own_texts(listed, ("kpi_text",)))

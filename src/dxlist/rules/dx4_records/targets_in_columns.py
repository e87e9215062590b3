"""``differing_columns``: rows of one project with one indicator, whose targets in columns of their own are not the same."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from dxlist.model.finding import Found, Related
from dxlist.model.kpi import amount_words
from dxlist.projects.conflicts.comparing import are_of_different_parts
from dxlist.projects.rows import grouped
from dxlist.rules.dx4_records.disagreeing_rows import are_tenfold, may_say_their_own, place_of
from dxlist.rules.places import raw_place
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.finding import Severity
    from dxlist.model.kpi import KpiTarget
    from dxlist.projects.light_rows import ProjectRow
    from dxlist.rules.listed import Gathered, ListedRows


def differing_columns(listed: ListedRows) -> Iterator[Found]:
    """Yield a finding for each project of a list that has two values below one header for one indicator.

    The text of the indicator is the same, so that no conflict of texts says it: 受診者数 | 1,200人 and 受診者数 | 1,500人.
    """
    for own in _with_columns(listed.gathered).get(listed, ()):
        found = (_difference(listed, one, two) for one, two in combinations(own[:_MOST], 2))
        if first := next(filter(None, found), None):
            yield first


_MOST = 20


@lru_cache(maxsize=1)
def _with_columns(gathered: Gathered) -> Mapping[ListedRows, Sequence[Sequence[ProjectRow]]]:
    """Return for each list the rows of each project that it prints twice or more with targets in columns."""
    found = defaultdict["ListedRows", list[list["ProjectRow"]]](list)
    for rows in gathered.rows_of.values():
        own = grouped((home, row) for home, row in rows if any(target.header for target in row.kpi_targets))
        for home, here in own.items():
            if len(here) > 1:
                found[home].append([*here])
    return found


def _difference(listed: ListedRows, one: ProjectRow, two: ProjectRow) -> Found | None:
    """Return what is found of two rows of a project; None where they agree or speak of two indicators."""
    if fold(one.kpi_text or "") != fold(two.kpi_text or "") or one.fiscal_year != two.fiscal_year:
        return None
    pairs = _pairs(one, two)
    if not pairs or are_of_different_parts(one, two):
        return None
    ours, theirs = pairs[0]
    said = [f"{row.line}行目「{amount_words(target)}」" for row, target in ((one, ours), (two, theirs))]
    words = [f'line {row.line} "{amount_words(target)}"' for row, target in ((one, ours), (two, theirs))]
    message = Bilingual(
        f"「{two.project_name}」の目標（{theirs.metric or theirs.header}）が違います。{'、'.join(said)}",
        f'the targets ({theirs.metric or theirs.header}) differ in "{two.project_name}": {", ".join(words)}',
    )
    place = raw_place(two, f"indicators.{theirs.header}", theirs.raw)
    return Found(place, message, (Related(file=listed.file, line=one.line),), severity=_severity(one, two, pairs))


def _pairs(one: ProjectRow, two: ProjectRow) -> Sequence[tuple[KpiTarget, KpiTarget]]:
    """Return the targets below one header that have one metric and unit, and other values."""
    theirs = {(target.header, target.metric): target for target in two.kpi_targets}
    both = ((target, theirs.get((target.header, target.metric))) for target in one.kpi_targets if target.header)
    return [(a, b) for a, b in both if b and a.unit == b.unit and a.value != b.value]


def _severity(one: ProjectRow, two: ProjectRow, pairs: Sequence[tuple[KpiTarget, KpiTarget]]) -> Severity:
    if may_say_their_own(one, two) or place_of(one) == place_of(two):
        return "info"
    return "error" if any(are_tenfold(a.value, b.value) for a, b in pairs) else "warning"

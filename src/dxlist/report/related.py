"""``related_text``: the other places of a finding -> one line that names them, of many only the first."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.finding import Related

MOST_SHOWN = 8
"""Lines, or runs of lines, that are named."""
_SHORTEST_RUN = 3


class _Run(NamedTuple):
    """Lines that follow each other; None: the whole file."""

    file: str
    first: int | None
    last: int | None

    @property
    def length(self) -> int:
        return 1 if self.first is None or self.last is None else self.last - self.first + 1


def related_text(places: Sequence[Related], file: str) -> Bilingual:
    """Return the places by file; those of the finding's own file go without its name.

    >>> from dxlist.model.finding import Related
    >>> print(related_text([Related(file="a.tsv", line=n) for n in (13, 55, 62, 63, 64, 65)], "a.tsv").ja)
    13, 55, 62～65行目
    """
    runs = list(_runs(places))
    shown, hidden = runs[:MOST_SHOWN], runs[MOST_SHOWN:]
    named = [_in_file(name, list(group), file) for name, group in groupby(shown, key=lambda run: run.file)]
    text = Bilingual("、".join(part.ja for part in named), "; ".join(part.en for part in named))
    if not hidden:
        return text
    more = sum(run.length for run in hidden)
    return Bilingual(
        f"{text.ja}、ほか{more}か所（計{len(places)}か所）", f"{text.en} and {more} more ({len(places)} in all)"
    )


def _runs(places: Iterable[Related]) -> Iterator[_Run]:
    """Yield the lines, three or more that follow each other as one run."""
    waiting: list[_Run] = []
    for place in places:
        before = waiting[-1] if waiting else None
        if before and (before.last is None or before.file != place.file or place.line != before.last + 1):
            yield from _joined(waiting)
            waiting = []
        waiting.append(_Run(place.file, place.line, place.line))
    yield from _joined(waiting)


def _joined(run: Sequence[_Run]) -> Iterator[_Run]:
    if len(run) < _SHORTEST_RUN:
        yield from run
    else:
        yield run[0]._replace(last=run[-1].last)


def _in_file(name: str, runs: Sequence[_Run], own: str) -> Bilingual:
    lines = [run for run in runs if run.first is not None]
    if not lines:
        return Bilingual(name, name)
    ja = ", ".join(str(run.first) if run.first == run.last else f"{run.first}～{run.last}" for run in lines)
    en = ", ".join(str(run.first) if run.first == run.last else f"{run.first}-{run.last}" for run in lines)
    noun = "line" if len(lines) == 1 and lines[0].length == 1 else "lines"
    if name == own:
        return Bilingual(f"{ja}行目", f"{noun} {en}")
    return Bilingual(f"{name} {ja}行目", f"{name} {noun} {en}")

"""``find_ignored``: where the findings of a run are -> those that a person looked at and left as they are.

An ``[[ignored]]`` of a sidecar names a finding by its rule and its words; the line tells equal ones apart.  Where lines
moved it follows its words, as a correction follows its text, and never takes another finding than the one meant.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from dxlist.model.document import DocumentInfo, IgnoredFinding
    from dxlist.model.finding import Place


class FoundPlace(NamedTuple):
    """What an entry knows a finding by."""

    file: str
    code: str
    place: Place


class UnusedIgnored(NamedTuple):
    """An entry of a sidecar whose finding is not there any more, or cannot be told from others."""

    file: str
    """Path of the list."""
    entry: IgnoredFinding
    lines: tuple[int, ...] = ()
    """Where several findings fit, and nothing tells which is meant."""


class IgnoredInRun(NamedTuple):
    """What the sidecars of some lists say of the findings of a run."""

    by_number: Mapping[int, IgnoredFinding]
    """Number of a finding -> the entry that leaves it."""
    unused: tuple[UnusedIgnored, ...] = ()


def find_ignored(
    found: Iterable[FoundPlace], lists: Iterable[tuple[str, DocumentInfo]], codes: Collection[str]
) -> IgnoredInRun:
    """Return which findings the sidecars of the lists say to leave.

    Args:
        found: the findings of a run, in order; they are numbered from 0.
        lists: the path of each list, and what is known of it.
        codes: of the rules that were applied; entries on others are neither used nor unused.
    """
    left, unused = dict[int, "IgnoredFinding"](), list[UnusedIgnored]()
    by_code = defaultdict[tuple[str, str], dict[int, "Place"]](dict)
    for number, one in enumerate(found):
        by_code[one.file, one.code][number] = one.place
    for file, info in lists:
        off = tuple(ignored.code for ignored in info.ignored_rules)
        for entry in info.ignored_findings:
            if entry.code not in codes or entry.code.startswith(off):
                continue
            meant = _meant(entry, by_code[file, entry.code])
            if isinstance(meant, UnusedIgnored):
                unused.append(meant._replace(file=file))
                continue
            for number in meant:
                left[number] = entry
                del by_code[file, entry.code][number]
    return IgnoredInRun(left, tuple(unused))


def words_of(place: Place) -> str:
    """Return the words that a finding marks, or the cell where it marks none."""
    return (place.text or "")[place.start : place.end]


def _meant(entry: IgnoredFinding, found: Mapping[int, Place]) -> Sequence[int] | UnusedIgnored:
    """Return the numbers of the findings that are meant: all of the words in one row."""
    lines = {number: place.line for number, place in found.items() if _fits(entry, place)}
    if here := [number for number, line in lines.items() if line == entry.line]:
        return here
    known = sorted({line for line in lines.values() if line is not None})
    if len(known) > 1 and entry.line is not None and entry.project_name is not None:
        first, second = sorted(known, key=lambda line: abs(line - (entry.line or 0)))[:2]
        known = [first] if abs(first - entry.line) < abs(second - entry.line) else known
    if len(known) == 1 and entry.words is not None:
        return [number for number, line in lines.items() if line == known[0]]
    return UnusedIgnored("", entry, tuple(known) if entry.words is not None else ())


def _fits(entry: IgnoredFinding, place: Place) -> bool:
    """Return whether a finding may be the one that an entry speaks of; one of the whole file has no words."""
    if entry.words is not None:
        words = fold(entry.words)
        is_of_corrected = place.start is None and words in fold(place.text or "")  # a corrected cell has no letters
        if words != fold(words_of(place)) and not is_of_corrected:
            return False
    return entry.project_name is None or fold(entry.project_name) == fold(place.about)

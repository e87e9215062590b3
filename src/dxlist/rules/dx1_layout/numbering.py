"""``numberings``: the item codes of a list as they are printed -> runs of numbers, what is missing, what stands out.

A code is unique only with its list and the levels above it.  Whether the codes of a list begin anew below each, or run
on through all of them, is told from which of the two leaves fewer numbers missing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.initiative import Filled
from dxlist.rules.places import own_source, repairs_of
from dxlist.text.folding import fold
from dxlist.values.item_codes import sort_key, with_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.columns import Column
    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative

Steps = tuple[tuple[int, int], ...]
FieldKey = tuple[int, tuple[str, ...]]
"""List, and the levels above the item from the top."""


class Coded(NamedTuple):
    """A code where it is printed."""

    initiative: Initiative
    code: str
    steps: Steps
    """Script and number of each step, as ``sort_key`` counts them."""


class Gap(NamedTuple):
    """Numbers that are missing before a code."""

    missing: tuple[str, ...]
    before: Coded | None
    """The code printed before ``after`` in the same run; None where the run begins with ``after``."""
    after: Coded
    begins: int | None = None
    """The step of the code at which its level begins with ``after``; None where codes of the level stand before it."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """Codes of one list that count in one way."""

    codes: tuple[Coded, ...]
    """As printed, each once where it is printed again for the same item."""
    strays: tuple[Coded, ...]
    """Codes that break the order; without them it holds."""
    gaps: tuple[Gap, ...]
    from_first: Mapping[int, int]
    """By step of the code, how many levels begin with the first number."""

    @property
    def missing(self) -> int:
        """How many numbers are missing."""
        return sum(len(gap.missing) for gap in self.gaps)

    def is_sure(self, gap: Gap) -> bool:
        """Return whether a gap breaks what the list does elsewhere: one whose levels all begin with 3 has its reason."""
        if gap.begins is None:
            return True
        is_last = gap.begins == len(gap.after.steps) - 1
        return self.from_first.get(gap.begins, 0) >= (_WITNESSES if is_last else _WITNESSES + 1)

    def begins_anew(self, stray: Coded) -> bool:
        """Return whether what stands out of order is but the end before a new beginning: 1, 2, 1, 2."""
        at = self.codes.index(stray)
        behind = self.codes[at + 1 : at + 2]
        return bool(behind) and behind[0].steps[-1][1] == _first(behind[0], len(behind[0].steps) - 1)


_WITNESSES = 2
"""Levels that begin with the first number, before one that does not is held to lack it; of upper levels one more."""


def numberings(document: Document) -> Iterator[Numbering]:
    """Yield the numberings of the lists of a file; none for a list that is not in the order of its codes."""
    unsure = _unsure_parts(document)
    printed = groupby(_printed(document), key=lambda pair: pair[0][0])
    for stretches in (list(_stretches(pairs)) for part, pairs in printed if part not in unsure):
        fields = [field for field, _ in stretches]
        if len(set(fields)) < len(fields):
            continue  # sorted by something else: a field comes again
        scripts = dict.fromkeys(coded.steps[0][0] for _, codes in stretches for coded in codes)
        for script in scripts:
            runs = [[coded for coded in codes if coded.steps[0][0] == script] for _, codes in stretches]
            whole = [[coded for run in runs for coded in run]]
            found = list(filter(None, (_numbering(runs), _numbering(whole))))
            if found:
                yield min(found, key=lambda numbering: numbering.missing + len(numbering.strays))


def field_key(initiative: Initiative) -> FieldKey:
    """Return what the codes of a list may begin anew with: the levels above the item, by code where they have one.

    It is empty for a row that has none.
    """
    if len(initiative.levels) > 1:
        path = [level.code or fold(level.title or "") for level in initiative.levels[:-1]]
    else:
        path = [initiative.field_code or fold(initiative.field_name or "")]
    return initiative.part, tuple(filter(None, path))


def _unsure_parts(document: Document) -> set[int]:
    """Return the lists in which rows stand whose levels are not known, or may be those of their neighbours."""
    has_levels = {row.part for row in document if field_key(row)[1]}
    return {row.part for row in document if _is_filled_from_below(row) or not field_key(row)[1]} & has_levels


def _is_filled_from_below(initiative: Initiative) -> bool:
    """Return whether a row took a level from a row below it: the text of a merged cell stands in its middle."""
    return any(repair.from_line > initiative.line for repair in repairs_of(initiative, Filled))


def _printed(document: Document) -> Iterator[tuple[FieldKey, Coded]]:
    """Yield the codes of the items that the rows print; of a list with one level those of its fields."""
    with_items = {initiative.part for initiative in document if initiative.sources["item"]}
    for initiative in document:
        column: Column = "item" if initiative.part in with_items else "field"
        if own_source(initiative, column):
            key = field_key(initiative) if column == "item" else (initiative.part, ())
            for code in codes_of(initiative):
                none, steps, _ = sort_key(code)
                if not none:
                    yield key, Coded(initiative, code, steps)


def codes_of(initiative: Initiative) -> list[str]:
    """Return the codes of the item of a row; of a row of one level those of its field."""
    if initiative.sources["item"] or not initiative.field_code:
        return initiative.item_codes
    return [initiative.field_code]


def title_of(initiative: Initiative) -> str:
    """Return the title that stands behind these codes."""
    return (initiative.item_name if initiative.sources["item"] else initiative.field_name) or ""


def _stretches(pairs: Iterable[tuple[FieldKey, Coded]]) -> Iterator[tuple[FieldKey, list[Coded]]]:
    """Yield the codes of each stretch of rows of one field; an item that is printed again is left out."""
    for field, group in groupby(pairs, key=lambda pair: pair[0]):
        codes, last = list[Coded](), None
        for _, coded in group:
            row = coded.initiative
            again = last is not None and codes_of(last) == codes_of(row) and is_same_item(last, row)
            if row is last or not again:
                codes.append(coded)
                last = row
        yield field, codes


def is_same_item(one: Initiative, other: Initiative) -> bool:
    """Return whether two rows name their item alike, or so that one may be a part or another wording of the other.

    「AIの活用 議事録の作成支援」 and 「AIの活用 AIチャットボットの導入」 share a code for a reason.
    """
    a, b = fold(title_of(one)), fold(title_of(other))
    if not a or not b or a[:_ALIKE] == b[:_ALIKE] or a in b or b in a:
        return True
    return SequenceMatcher(None, a[:_COMPARED], b[:_COMPARED], autojunk=False).ratio() > _RATIO


_ALIKE, _COMPARED = 3, 300
"""Letters with which two titles that are one begin alike, and so many of them that are compared."""
_RATIO = 0.6


def _numbering(runs: Sequence[Sequence[Coded]]) -> Numbering | None:
    """Return the numbering of runs that each begin anew; None where one of them is in no order."""
    codes = tuple(coded for run in runs for coded in run)
    strays, gaps, from_first = list[Coded](), list[Gap](), Counter[int]()
    for run in runs:
        out = _strays(run)
        if out is None:
            return None
        strays += out
        in_order = [coded for coded in run if coded not in out]
        gaps += _gaps(in_order)
        from_first.update(_from_first(in_order))
    return Numbering(codes, tuple(strays), tuple(gaps), from_first)


def _from_first(run: Sequence[Coded]) -> Iterator[int]:
    """Yield the step of the code of each level that begins with its first number."""
    known = set[Steps]()
    for coded in run:
        for depth, (_, number) in enumerate(coded.steps):
            level = (*coded.steps[:depth], (coded.steps[depth][0], 0))
            if level not in known and number == _first(coded, depth):
                yield depth
            known.add(level)


def _strays(run: Sequence[Coded]) -> list[Coded] | None:
    """Return the codes without which a run is in order; None where a single one here and there is not enough."""
    kept, strays = list[Coded](), list[Coded]()
    for at, coded in enumerate(run):
        if not kept or kept[-1].steps <= coded.steps:
            kept.append(coded)
        elif len(kept) > 1 and kept[-2].steps <= coded.steps and not _goes_on(run, at, kept[-1]):
            strays.append(kept.pop())
            kept.append(coded)
        elif _goes_on(run, at, kept[-1]):
            strays.append(coded)
        else:
            return None
    return strays


def _goes_on(run: Sequence[Coded], at: int, before: Coded) -> bool:
    """Return whether the code behind ``run[at]`` follows ``before``, as if ``run[at]`` were not there."""
    return at + 1 < len(run) and before.steps <= run[at + 1].steps


def _gaps(run: Sequence[Coded]) -> Iterator[Gap]:
    """Yield what is missing in a run: at each level the numbers from the first one on."""
    known = defaultdict[tuple[Steps, int], set[int]](set)
    for at, coded in enumerate(run):
        for depth, (script, number) in enumerate(coded.steps):
            numbers = known[coded.steps[:depth], script]
            if number not in numbers:
                begins = None if numbers else depth
                last = max(numbers, default=_first(coded, depth) - 1)
                missing = (with_step(coded.code, depth, n) for n in range(last + 1, min(number, last + 1 + _MOST)))
                if named := tuple(filter(None, missing)):
                    yield Gap(named, run[at - 1] if at else None, coded, begins)
                numbers.add(number)


_MOST = 99
_FIRST = {"ア": 0, "A": ord("A"), "a": ord("a")}


def _first(coded: Coded, depth: int) -> int:
    """Return the number with which a level begins: the upper level of codes, which names the field, with any."""
    script, number = coded.steps[depth]
    if depth == 0 and len(coded.steps) > 1:
        return number
    firsts = (sort_key(letter)[1][0] for letter in _FIRST)
    return next((first for of_script, first in firsts if of_script == script), 1)

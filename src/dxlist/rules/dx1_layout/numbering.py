"""``numberings``: the item codes of a list as they are printed -> runs of numbers, what is missing, what stands out.

A code is unique only with its list and its field.  Whether the codes of a list begin anew with each field, or run on
through all of them, is told from which of the two leaves fewer numbers missing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dxlist.rules.places import own_source
from dxlist.text.folding import fold
from dxlist.values.item_codes import sort_key, with_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative

Steps = tuple[tuple[int, int], ...]
FieldKey = tuple[int, str]
"""List and field."""


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


@dataclass(frozen=True, slots=True)
class Numbering:
    """Codes of one list that count in one way."""

    codes: tuple[Coded, ...]
    """As printed, each once where it is printed again for the same item."""
    strays: tuple[Coded, ...]
    """Codes that break the order; without them it holds."""
    gaps: tuple[Gap, ...]

    @property
    def missing(self) -> int:
        """How many numbers are missing."""
        return sum(len(gap.missing) for gap in self.gaps)


def numberings(document: Document) -> Iterator[Numbering]:
    """Yield the numberings of the lists of a file; none for a list that is not in the order of its codes."""
    printed = groupby(_printed(document), key=lambda pair: pair[0][0])
    for stretches in (list(_stretches(pairs)) for _, pairs in printed):
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


def _printed(document: Document) -> Iterator[tuple[FieldKey, Coded]]:
    """Yield the codes of the items that the rows print."""
    for initiative in document:
        if initiative.item_codes and own_source(initiative, "item"):
            field = (initiative.part, initiative.field_code or fold(initiative.field_name or ""))
            for code in initiative.item_codes:
                none, steps, _ = sort_key(code)
                if not none:
                    yield field, Coded(initiative, code, steps)


def _stretches(pairs: Iterable[tuple[FieldKey, Coded]]) -> Iterator[tuple[FieldKey, list[Coded]]]:
    """Yield the codes of each stretch of rows of one field; an item that is printed again is left out."""
    for field, group in groupby(pairs, key=lambda pair: pair[0]):
        codes, last = list[Coded](), None
        for _, coded in group:
            row = coded.initiative
            again = last is not None and last.item_codes == row.item_codes and is_same_item(last, row)
            if row is last or not again:
                codes.append(coded)
                last = row
        yield field, codes


def is_same_item(one: Initiative, other: Initiative) -> bool:
    """Return whether two rows name their item alike, or so that one may be a part or another wording of the other.

    「AIの活用 議事録の作成支援」 and 「AIの活用 AIチャットボットの導入」 share a code for a reason.
    """
    a, b = fold(one.item_name or ""), fold(other.item_name or "")
    if not a or not b or a[:_ALIKE] == b[:_ALIKE] or a in b or b in a:
        return True
    return SequenceMatcher(None, a, b, autojunk=False).ratio() > _RATIO


_ALIKE = 3
_RATIO = 0.6


def _numbering(runs: Sequence[Sequence[Coded]]) -> Numbering | None:
    """Return the numbering of runs that each begin anew; None where one of them is in no order."""
    codes = tuple(coded for run in runs for coded in run)
    strays, gaps = list[Coded](), list[Gap]()
    for run in runs:
        out = _strays(run)
        if out is None:
            return None
        strays += out
        gaps += _gaps([coded for coded in run if coded not in out])
    return Numbering(codes, tuple(strays), tuple(gaps))


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
                last = max(numbers, default=_first(coded, depth) - 1)
                missing = (with_step(coded.code, depth, n) for n in range(last + 1, min(number, last + 1 + _MOST)))
                if named := tuple(filter(None, missing)):
                    yield Gap(named, run[at - 1] if at else None, coded)
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

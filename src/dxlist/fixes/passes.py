"""``mend``: a list and what the rules find in it -> the list without what they can mend, pass by pass.

Findings are mended over and over until nothing is left that can be: what mends one may show another.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from dxlist.fixes.attempts import ReadList, own_pieces, records_of, try_edits
from dxlist.rules.checking import check_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.finding import Edit
    from dxlist.rules.checking import Reported
    from dxlist.rules.registry import Rule

_MOST_PASSES = 8
_Where = tuple[int, int]


class Mend(NamedTuple):
    """One cell of a list that is changed."""

    line: int
    cell: int
    column: str | None
    """Of the record; None: a header, a title, or a cell of no column."""
    was: str
    text: str
    rules: tuple[Rule, ...]
    """What found it; empty: a person, who corrected it in the sidecar."""
    certain: bool = True
    reason: str = ""
    """Why, where a person corrected it."""

    @property
    def codes(self) -> list[str]:
        """The codes of the rules that found it."""
        return [rule.code for rule in self.rules]


@dataclass(frozen=True, slots=True)
class MendedList:
    """A list before and after it was mended."""

    before: ReadList
    after: ReadList
    mends: tuple[Mend, ...]
    left: int = 0
    """Edits that were not made: they would change more than they are to, or the encoding lacks their letters."""
    only_in_copy: int = 0
    """Edits of places that no correction of a sidecar can speak of."""
    fixable: int = 0
    """Findings that could be mended, as the list was."""


@dataclass(slots=True)
class _SoFar:
    """What was done to the cells so far."""

    rules: dict[_Where, dict[str, Rule]] = field(default_factory=lambda: defaultdict(dict))
    uncertain: set[_Where] = field(default_factory=set)


class _Wanted(NamedTuple):
    """An edit that a finding asks for."""

    edit: Edit
    rule: Rule
    certain: bool

    @property
    def where(self) -> _Where:
        return self.edit.line, self.edit.cell


def mend(before: ReadList, rules: Iterable[Rule], *, unsafe: bool = False, anywhere: bool = False) -> MendedList:
    """Return the list with all that the rules can mend.

    Args:
        before: the list beside its sidecar.
        rules: those to apply.
        unsafe: fixes too of which a person decides whether they are meant.
        anywhere: in every cell, also where no correction of a sidecar can say it.
    """
    rules = [rule for rule in rules if rule.fixes is not None]
    now, made, left, only_in_copy, first = before, _SoFar(), 0, 0, -1
    for _ in range(_MOST_PASSES):
        findings = fixable(now, rules, unsafe=unsafe)
        first = len(findings) if first < 0 else first
        wanted = list(_apart(_wanted(findings)))
        here = [one for one in wanted if anywhere or one.where in _correctable(now)]
        only_in_copy, possible = len(wanted) - len(here), [one for one in here if now.raw.takes(one.edit)]
        now, edits = try_edits(now, [one.edit for one in possible])
        left = len(here) - len(edits)
        for one in possible:
            if one.edit in edits:
                made.rules[one.where][one.rule.code] = one.rule
                made.uncertain |= set() if one.certain else {one.where}
        if not edits:
            break
    return MendedList(before, now, tuple(_mends(before, now, made)), left, only_in_copy, first)


def fixable(now: ReadList, rules: Sequence[Rule], *, unsafe: bool) -> list[Reported]:
    """Return the findings of a list that can be mended; where that is asked for those too that a person decides."""
    findings = check_lists([(now.source.name, now.document)], rules).findings
    return [one for one in findings if one.is_mendable(unsafe=unsafe)]


def _wanted(findings: Iterable[Reported]) -> Iterator[_Wanted]:
    for one in findings:
        if one.fix:
            yield from (_Wanted(edit, one.rule, one.fix.certain) for edit in one.fix.edits)


def _apart(wanted: Iterable[_Wanted]) -> Iterator[_Wanted]:
    """Yield edits of which none is over another: what is certain before what is not, then the first; each once."""
    taken = defaultdict[_Where, list["Edit"]](list)
    for one in sorted(wanted, key=lambda one: not one.certain):
        others = taken[one.where]
        if not any(_overlap(one.edit, other) for other in others):
            others.append(one.edit)
            yield one


def _overlap(one: Edit, other: Edit) -> bool:
    """Return whether two edits of a cell touch the same letters, or put something at the same place."""
    return (one.start < other.end and other.start < one.end) or one.start == other.start or one.end == other.end


def _correctable(now: ReadList) -> Mapping[_Where, str]:
    """Return the cells that a correction can speak of, each with its column."""
    return {
        (piece.line, cell): column
        for record in records_of(now.document)
        for column, piece in own_pieces(record).items()
        if not piece.corrected
        for cell in piece.cells
    }


def _mends(before: ReadList, after: ReadList, made: _SoFar) -> Iterator[Mend]:
    columns = {
        (piece.line, cell): column
        for record in records_of(before.document)
        for column, piece in own_pieces(record).items()
        for cell in piece.cells
    }
    for where in sorted(made.rules):
        line, cell = where
        was, text = (one.raw.rows[line].cells[cell - 1] for one in (before, after))
        if was != text:
            rules = tuple(made.rules[where].values())
            yield Mend(line, cell, columns.get(where), was, text, rules, where not in made.uncertain)

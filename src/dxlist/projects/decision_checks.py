"""``check_contradictions``, ``check_rows``: what is wrong with decisions, of themselves and for the lists at hand."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from itertools import combinations, islice
from typing import TYPE_CHECKING, NamedTuple

from dxlist.errors import DecisionError
from dxlist.projects.decision_files import Decision
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Projects
    from dxlist.projects.decision_files import DecisionFile

_ONE = 2
"""Rows that a decision must still have to say anything."""


def check_contradictions(file: DecisionFile) -> None:
    """Raise where two rows are said to be different and, by other decisions or a chain of them, the same.

    Raises:
        DecisionError: names the two rows and the lines of all decisions that say so.
    """
    chains = _Chains(entry for entry in file.decisions if entry.verdict == "same")
    for entry in file.decisions:
        if entry.verdict == "different":
            for one, two in combinations(entry.rows, 2):
                if chain := chains.between(one, two):
                    raise _contradiction(file.path, entry, chain, (one, two))


class _Chains:
    """Which decisions make two rows one, by way of others."""

    def __init__(self, entries: Iterable[Decision]) -> None:
        self._entries: dict[str, list[Decision]] = {}
        for entry in entries:
            for row in entry.rows:
                self._entries.setdefault(row, []).append(entry)

    def between(self, start: str, goal: str) -> list[Decision]:
        """Return the shortest chain of decisions from one row to another, nothing where there is none."""
        queue, ways = deque([start]), dict[str, list[Decision]]({start: []})
        while queue:
            row = queue.popleft()
            for entry in self._entries.get(row, ()):
                for other in entry.rows:
                    if other not in ways:
                        ways[other] = [*ways[row], entry]
                        queue.append(other)
            if goal in ways:
                return ways[goal]
        return []


def _contradiction(path: str, entry: Decision, chain: Sequence[Decision], pair: tuple[str, str]) -> DecisionError:
    lines = list(dict.fromkeys(str(other.line) for other in chain))
    one, two = pair
    return DecisionError(
        f"{path}:{entry.line}",
        Bilingual(
            f"「{one}」と「{two}」は、ここでは別の事業、{'、'.join(lines)}行目では"
            f"{'つなぐと' if len(chain) > 1 else ''}同じ事業とされています。",
            f'"{one}" and "{two}" are said to be different here, and the same by '
            f"{'lines' if len(lines) > 1 else 'line'} {', '.join(lines)}.",
        ),
        Bilingual("どちらかを直してください。", "Correct one of them."),
    )


@dataclass(frozen=True, slots=True)
class Gone:
    """A row that a decision names and that is not there any more, or is another project now."""

    decision: Decision
    row: str
    name: str | None
    """What it was called when it was decided, where the file says."""
    now: str | None
    """What the row of that id is called now; None where there is none."""
    nearest: tuple[str, str | None] | None
    """Id and name of the row to look at: the nearest of the same name, else the nearest of all."""
    same_name: bool
    """Whether ``nearest`` bears the name."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The decisions that hold for the rows at hand."""

    decisions: tuple[Decision, ...]
    gone: tuple[Gone, ...]
    elsewhere: tuple[str, ...]
    """Lists that decisions name and that are not at hand."""


def check_rows(decisions: Sequence[Decision], initiatives: Iterable[Initiative]) -> Checked:
    """Return the decisions without the rows that are gone or in other lists, and say which those are."""
    rows = {initiative.initiative_id: initiative for initiative in initiatives}
    documents = {initiative.document_id for initiative in rows.values()}
    holding, gone, elsewhere = list[Decision](), list[Gone](), set[str]()
    for decision in decisions:
        kept, names = list[str](), dict(zip(decision.rows, decision.names, strict=False))
        for row in decision.rows:
            if document_of(row) not in documents:
                elsewhere.add(document_of(row))
            elif _holds(rows.get(row), names.get(row)):
                kept.append(row)
            else:
                gone.append(_gone(decision, row, names.get(row), rows))
        if len(kept) >= _ONE:
            holding.append(replace(decision, rows=tuple(kept), names=()))
    return Checked(tuple(holding), tuple(gone), tuple(sorted(elsewhere)))


class Unmet(NamedTuple):
    """A decision that did not come about, and the two rows that show it."""

    decision: Decision
    one: str
    two: str


def unmet_decisions(projects: Projects, decisions: Iterable[Decision]) -> list[Unmet]:
    """Return the decisions that the projects do not follow: rows of two governments are never one project."""
    homes = {mention.initiative_id: p.project_id for p in projects.projects for mention in p.mentions}
    found = list[Unmet]()
    for entry in decisions:
        pairs = combinations(entry.rows, 2)
        odd = ((a, b) for a, b in pairs if (homes[a] == homes[b]) is not (entry.verdict == "same"))
        found += [Unmet(entry, one, two) for one, two in islice(odd, 1)]
    return found


def without_decided(projects: Projects, decisions: Iterable[Decision]) -> Projects:
    """Return the projects without the suggested pairs that a person has called different already."""
    homes = {mention.initiative_id: p.project_id for p in projects.projects for mention in p.mentions}
    told = set[frozenset[str | None]]()
    for entry in decisions:
        if entry.verdict == "different":
            told |= {frozenset((homes.get(one), homes.get(two))) for one, two in combinations(entry.rows, 2)}
    left = [pair for pair in projects.suggested if frozenset(pair.project_ids) not in told]
    return projects.model_copy(update={"suggested": left})


def document_of(row: str) -> str:
    """Return the ``document_id`` within an ``initiative_id``."""
    return row.rpartition("-")[0]


def _holds(initiative: Initiative | None, name: str | None) -> bool:
    if initiative is None or name is None:
        return initiative is not None
    return fold(initiative.project_name or "") == fold(name)


def _gone(decision: Decision, row: str, name: str | None, rows: Mapping[str, Initiative]) -> Gone:
    now = rows[row].project_name if row in rows else None
    wanted = {fold(name)} if name else set(_names_of_others(decision, row, rows))
    candidates = [
        i for i in rows.values() if i.document_id == document_of(row) and i.initiative_id not in decision.rows
    ]
    near = _nearest(row, [i for i in candidates if fold(i.project_name or "") in wanted])
    other = near or _nearest(row, candidates)
    return Gone(
        decision, row, name, now, (other.initiative_id, other.project_name) if other else None, near is not None
    )


def _names_of_others(decision: Decision, row: str, rows: Mapping[str, Initiative]) -> Iterator[str]:
    """Yield the folded names of the other rows of a decision: what was compared is called alike."""
    for other in decision.rows:
        if other != row and other in rows and rows[other].project_name:
            yield fold(rows[other].project_name or "")


def _nearest(row: str, initiatives: Sequence[Initiative]) -> Initiative | None:
    line = int(row.rpartition("-")[2])
    return min(initiatives, key=lambda initiative: abs(initiative.line - line), default=None)

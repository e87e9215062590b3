"""``check_contradictions``, ``check_rows``: what is wrong with decisions, of themselves and for the lists at hand."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from dxlist.errors import DecisionError
from dxlist.projects.graph import Components
from dxlist.projects.rows import grouped, initiatives_to_rows
from dxlist.row_ids import document_of, place_of
from dxlist.text.bilingual import COMMA, Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Projects
    from dxlist.projects.decisions.files import Decision, DecisionFile

_FEWEST = 2
"""Rows that a decision must still have to mean anything."""


def check_contradictions(file: DecisionFile) -> None:
    """Raise where two rows are said to be different and, by other decisions or a chain of them, the same.

    Raises:
        DecisionError: names the two rows and the lines of all decisions that say so.
    """
    same = [entry for entry in file.decisions if entry.verdict == "same"]
    components = Components[str]()
    for entry in same:
        for row in entry.rows:
            components.join(entry.rows[0], row)
    for entry in file.decisions:
        if entry.verdict == "different" and (pair := _first_alike(entry.rows, components.find)):
            raise _contradiction(file.path, entry, _shortest_chain(same, *pair), pair)


def _first_alike(rows: Sequence[str], home: Callable[[str], str | None]) -> tuple[str, str] | None:
    """Return the first two rows that have one home, None where each has its own."""
    homes = grouped((home(row), row) for row in rows)
    return next(((own[0], own[1]) for own in homes.values() if len(own) > 1), None)


def _shortest_chain(entries: Iterable[Decision], start: str, goal: str) -> list[Decision]:
    """Return the shortest chain of decisions by which two rows are one."""
    naming = grouped((row, entry) for entry in entries for row in entry.rows)
    queue, chains = deque([start]), dict[str, list["Decision"]]({start: []})
    while goal not in chains:
        row = queue.popleft()
        for entry in naming[row]:
            for other in entry.rows:
                if other not in chains:
                    chains[other] = [*chains[row], entry]
                    queue.append(other)
    return chains[goal]


def _contradiction(path: str, entry: Decision, chain: Sequence[Decision], pair: tuple[str, str]) -> DecisionError:
    lines = COMMA.join(dict.fromkeys(str(other.line) for other in chain))
    one, two = pair
    problem = Bilingual(
        f"「{one}」と「{two}」は、ここでは別の事業、{lines.ja}行目では"
        f"{'つなぐと' if len(chain) > 1 else ''}同じ事業とされています。",
        f'"{one}" and "{two}" are said to be different here, and the same by '
        f"{'lines' if ',' in lines.en else 'line'} {lines.en}.",
    )
    remedy = Bilingual("どちらかを直してください。", "Correct one of them.")
    return DecisionError(f"{path}:{entry.line}", problem, remedy)


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
    """Whether ``nearest`` has the name."""


@dataclass(frozen=True, slots=True)
class CheckedDecisions:
    """The decisions that hold for the rows at hand."""

    decisions: tuple[Decision, ...]
    gone: tuple[Gone, ...]
    elsewhere: tuple[str, ...]
    """Lists that decisions name and that are not at hand."""


def with_ids(file: DecisionFile, initiatives: Iterable[Initiative]) -> DecisionFile:
    """Return the decisions with the id of each row that the file names by list and line, as far as it is at hand.

    Raises:
        DecisionError: two rows are said to be different and the same, which the names in the file did not show.
    """
    rows = list(initiatives)
    known = {row.initiative_id for row in rows}
    at = {(row.document_id, row.line): row.initiative_id for row in rows}

    def named(row: str) -> str:
        place = None if row in known else place_of(row)
        return at.get(place, row) if place else row

    named_file = replace(
        file, decisions=tuple(replace(one, rows=tuple(map(named, one.rows))) for one in file.decisions)
    )
    check_contradictions(named_file)
    return named_file


def check_rows(decisions: Sequence[Decision], initiatives: Iterable[Initiative]) -> CheckedDecisions:
    """Return the decisions without the rows that are gone or in other lists, and which those are."""
    rows = {initiative.initiative_id: initiative for initiative in initiatives}
    documents = {initiative.document_id for initiative in rows.values()}
    holding, gone, elsewhere = list["Decision"](), list[Gone](), set[str]()
    for decision in decisions:
        kept, names = list[str](), dict(zip(decision.rows, decision.names, strict=False))
        for row in decision.rows:
            if (home := _list_of(row)) not in documents:
                elsewhere.add(home)
            elif _holds(rows.get(row), names.get(row)):
                kept.append(row)
            else:
                gone.append(_gone(decision, row, names.get(row), rows))
        if len(kept) >= _FEWEST:
            holding.append(replace(decision, rows=tuple(kept), names=()))
    return CheckedDecisions(tuple(holding), tuple(gone), tuple(sorted(elsewhere)))


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
        if entry.verdict == "different":
            pair = _first_alike(entry.rows, homes.__getitem__)
        else:
            first = entry.rows[0]
            pair = next(((first, row) for row in entry.rows if homes[row] != homes[first]), None)
        if pair:
            found.append(Unmet(entry, *pair))
    return found


def across_governments(decisions: Iterable[Decision], initiatives: Iterable[Initiative]) -> list[Unmet]:
    """Return the decisions that cannot come about, for the rows that they call one project are of two governments."""
    government = {row.initiative_id: row.government for row in initiatives_to_rows(initiatives)}
    found = list[Unmet]()
    for entry in decisions:
        first = entry.rows[0]
        other = next((row for row in entry.rows if government[row] != government[first]), None)
        if entry.verdict == "same" and other is not None:
            found.append(Unmet(entry, first, other))
    return found


def without_decided(projects: Projects, decisions: Iterable[Decision]) -> Projects:
    """Return the projects without the suggested pairs that a person has called different already."""
    homes = {mention.initiative_id: p.project_id for p in projects.projects for mention in p.mentions}
    decided = defaultdict[str | None, set[int]](set)
    for number, entry in enumerate(decisions):
        for row in entry.rows if entry.verdict == "different" else ():
            decided[homes.get(row)].add(number)
    left = [
        pair for pair in projects.suggested if decided[pair.project_ids[0]].isdisjoint(decided[pair.project_ids[1]])
    ]
    return projects.model_copy(update={"suggested": left})


def unknown_ids(decisions: Iterable[Decision], initiatives: Iterable[Initiative]) -> list[str]:
    """Return the ids that decisions name and no row has, in order: their rows are gone."""
    known = {initiative.initiative_id for initiative in initiatives}
    return sorted({row for decision in decisions for row in decision.rows} - known)


def _holds(initiative: Initiative | None, name: str | None) -> bool:
    if initiative is None or name is None:
        return initiative is not None
    return fold(initiative.project_name or "") == fold(name)


def _gone(decision: Decision, row: str, name: str | None, rows: Mapping[str, Initiative]) -> Gone:
    now = rows[row].project_name if row in rows else None
    wanted = {fold(name)} if name else set(_names_of_others(decision, row, rows))
    candidates = [i for i in rows.values() if i.document_id == _list_of(row) and i.initiative_id not in decision.rows]
    near = _nearest(row, [i for i in candidates if fold(i.project_name or "") in wanted])
    other = near or (_nearest(row, candidates) if place_of(row) else None)
    nearest = (other.initiative_id, other.project_name) if other else None
    return Gone(decision, row, name, now, nearest, same_name=near is not None)


def _names_of_others(decision: Decision, row: str, rows: Mapping[str, Initiative]) -> Iterator[str]:
    """Yield the folded names of the other rows of a decision: what was compared is called alike."""
    for other in decision.rows:
        if other != row and other in rows and rows[other].project_name:
            yield fold(rows[other].project_name or "")


def _list_of(row: str) -> str:
    place = place_of(row)
    return place[0] if place else document_of(row)


def _nearest(row: str, initiatives: Sequence[Initiative]) -> Initiative | None:
    """Return the row nearest to the line that was named; of an id, which says no line, the first row that may be it."""
    place = place_of(row)
    if place is None:
        return next(iter(initiatives), None)
    return min(initiatives, key=lambda initiative: abs(initiative.line - place[1]), default=None)

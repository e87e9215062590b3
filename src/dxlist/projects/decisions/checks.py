"""``check_contradictions``, ``check_rows``: what is wrong with decisions, of themselves and for the lists at hand."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dxlist.errors import DecisionError
from dxlist.projects.graph import Components
from dxlist.projects.rows import grouped, initiatives_to_rows
from dxlist.row_ids import document_of, place_of
from dxlist.text.bilingual import COMMA, Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dxlist.model.project import Project, Projects
    from dxlist.projects.decisions.files import Decision, DecisionFile
    from dxlist.projects.light_rows import ProjectRow

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
    one, two = pair
    file = entry.path or path
    in_one_file = all((other.path or path) == file for other in chain)
    places = [str(other.line) if in_one_file else f"{other.path or path}:{other.line}" for other in chain]
    lines = COMMA.join(dict.fromkeys(places))
    word = "lines" if len(set(places)) > 1 else "line"
    where = Bilingual(f"{lines.ja}行目", f"{word} {lines.en}") if in_one_file else lines
    problem = Bilingual(
        f"「{one}」と「{two}」は、ここでは別の事業、{where.ja}では"
        f"{'つなぐと' if len(chain) > 1 else ''}同じ事業とされています。",
        f'"{one}" and "{two}" are said to be different here, and the same by {where.en}.',
    )
    remedy = Bilingual("どちらかを直してください。", "Correct one of them.")
    return DecisionError(f"{file}:{entry.line}", problem, remedy)


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
    followed: tuple[Followed, ...] = ()
    by_line: tuple[Decision, ...] = ()
    """Those that hold and that name a row by its line alone: nothing shows whether it is still that row."""


class Followed(NamedTuple):
    """A row that a decision names and that has moved: the decision was given to the row of that name."""

    decision: Decision
    row: str
    name: str
    now: ProjectRow


def check_rows(decisions: Iterable[Decision], initiatives: Iterable[ProjectRow]) -> CheckedDecisions:
    """Return the decisions with the ids of their rows; rows that are gone, or in other lists, are told apart.

    A row is named by its id or by list and line.  Where it is gone or is called otherwise than the decision says, the
    decision follows the name, as long as one row of the list alone has it.
    """
    rows = _RowsAtHand(initiatives)
    holding, by_line = list["Decision"](), list["Decision"]()
    gone, followed, elsewhere = list[Gone](), list[Followed](), set[str]()
    for decision in decisions:
        own = replace(decision, rows=tuple(map(rows.id_of, decision.rows)))
        kept = dict[str, None]()
        for row, id_, name in zip(decision.rows, own.rows, (*own.names, *repeat(None, len(own.rows))), strict=False):
            if (home := _list_of(id_)) not in rows.documents:
                elsewhere.add(home)
            elif _holds(rows.by_id.get(id_), name):
                kept[id_] = None
            elif moved := _of_name(own, id_, name, rows.by_id.values()):
                kept[moved.initiative_id] = None
                followed.append(Followed(decision, row, name or "", moved))
            else:
                gone.append(_gone(own, id_, name, rows.by_id))
        if len(kept) >= _FEWEST:
            holding.append(replace(decision, rows=tuple(kept), names=()))
            if not decision.names and any(row not in rows.by_id and place_of(row) for row in decision.rows):
                by_line.append(holding[-1])
    return CheckedDecisions(tuple(holding), tuple(gone), tuple(sorted(elsewhere)), tuple(followed), tuple(by_line))


class _RowsAtHand:
    """The rows at hand, by the names that a decision may give them."""

    def __init__(self, initiatives: Iterable[ProjectRow]) -> None:
        self.by_id = {initiative.initiative_id: initiative for initiative in initiatives}
        self.documents = {initiative.document_id for initiative in self.by_id.values()}
        self._at = {(row.document_id, row.line): id_ for id_, row in self.by_id.items()}

    def id_of(self, row: str) -> str:
        """Return the id of a row that is named by it or by list and line; as it is named where there is no such row."""
        if row in self.by_id:
            return row
        home = self._list_at_hand(_list_of(row))
        row = home + row[len(_list_of(row)) :]
        return self._at.get(place_of(row) or ("", 0), row)

    def _list_at_hand(self, name: str) -> str:
        """Return the list that is meant: it is called by its path, which begins elsewhere for another folder."""
        if name in self.documents:
            return name
        near = [one for one in self.documents if one.endswith(f"/{name}") or name.endswith(f"/{one}")]
        return near[0] if len(near) == 1 else name


def _of_name(decision: Decision, row: str, name: str | None, others: Iterable[ProjectRow]) -> ProjectRow | None:
    """Return the row of a list that has a name, None where none or several may be meant.

    Of several rows of one project that are called the same as others any will do, for the others are its mentions.
    """
    if not name:
        return None
    home, key = _list_of(row), fold(name)
    found = [
        one
        for one in others
        if one.document_id == home and fold(one.project_name or "") == key and one.initiative_id not in decision.rows
    ]
    if len(found) == 1:
        return found[0]
    alone = sum(fold(other) == fold(name) for other in decision.names) == 1
    of_one_project = len({i.project_id for i in found}) == 1 and found[0].project_id is not None
    return _nearest(row, found) if alone and of_one_project and decision.verdict == "same" else None


class Unmet(NamedTuple):
    """A decision that did not come about, and the two rows that show it."""

    decision: Decision
    one: str
    two: str


class HoldsProjects(Protocol):
    """The projects of rows, in memory or not."""

    @property
    def projects(self) -> Iterable[Project]:
        """The projects."""


def unmet_decisions(projects: HoldsProjects, decisions: Sequence[Decision]) -> list[Unmet]:
    """Return the decisions that the projects do not follow: rows of two governments are never one project."""
    if not decisions:
        return []
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


def across_governments(decisions: Iterable[Decision], initiatives: Iterable[ProjectRow]) -> list[Unmet]:
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


def unknown_ids(decisions: Iterable[Decision], initiatives: Iterable[ProjectRow]) -> list[str]:
    """Return the rows that decisions name, by id or by list and line, and that are gone, in order."""
    rows = _RowsAtHand(initiatives)
    named = {row for decision in decisions for row in decision.rows}
    return sorted(row for row in named if rows.id_of(row) not in rows.by_id)


def _holds(initiative: ProjectRow | None, name: str | None) -> bool:
    if initiative is None or name is None:
        return initiative is not None
    return fold(initiative.project_name or "") == fold(name)


def _gone(decision: Decision, row: str, name: str | None, rows: Mapping[str, ProjectRow]) -> Gone:
    now = rows[row].project_name if row in rows else None
    wanted = {fold(name)} if name else set(_names_of_others(decision, row, rows))
    candidates = [i for i in rows.values() if i.document_id == _list_of(row) and i.initiative_id not in decision.rows]
    near = _nearest(row, [i for i in candidates if fold(i.project_name or "") in wanted])
    other = near or (_nearest(row, candidates) if place_of(row) else None)
    nearest = (other.initiative_id, other.project_name) if other else None
    return Gone(decision, row, name, now, nearest, same_name=near is not None)


def _names_of_others(decision: Decision, row: str, rows: Mapping[str, ProjectRow]) -> Iterator[str]:
    """Yield the folded names of the other rows of a decision: what was compared is called alike."""
    for other in decision.rows:
        if other != row and other in rows and rows[other].project_name:
            yield fold(rows[other].project_name or "")


def _list_of(row: str) -> str:
    place = place_of(row)
    return place[0] if place else document_of(row)


def _nearest(row: str, initiatives: Sequence[ProjectRow]) -> ProjectRow | None:
    """Return the row nearest to the line that was named; of an id, which says no line, the first row that may be it."""
    place = place_of(row)
    if place is None:
        return next(iter(initiatives), None)
    return min(initiatives, key=lambda initiative: abs(initiative.line - place[1]), default=None)

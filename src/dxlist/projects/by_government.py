"""``find_projects_of_lists``: many lists, read one by one -> their projects; ``find_memberships``: that of each row.

Rows of two governments are never compared, so the rows and the projects of one government at a time are in memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from dxlist.model.project import Projects
from dxlist.packing import ReadAgain, pack, unpack
from dxlist.projects.clusters import cluster_rows
from dxlist.projects.conflicts.comparing import sort_key
from dxlist.projects.decisions.checks import without_decided
from dxlist.projects.finding import find_projects
from dxlist.projects.identity import project_ids
from dxlist.projects.rows import government_of, grouped, initiative_to_row
from dxlist.projects.years import others_of_year

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from dxlist.model.project import Conflict, Programme, Project, Suggestion
    from dxlist.projects.decisions.files import Decision
    from dxlist.projects.light_rows import ProjectRow
    from dxlist.projects.rows import Row


class KeptRows(Protocol):
    """A list whose rows can be read again."""

    @property
    def governments(self) -> Collection[str]:
        """What its rows are of; as :func:`dxlist.projects.rows.government_of`."""

    def rows(self) -> Iterable[ProjectRow]:
        """Return its rows, in their order."""


class Membership(NamedTuple):
    """To which project a row belongs, and which other rows of its year do."""

    project_id: str
    shared_with: tuple[str, ...]


class _RowPlace(NamedTuple):
    """Where a row stands: which list, and which row of it."""

    list_number: int
    row_number: int


def find_memberships(lists: Sequence[KeptRows], decisions: Sequence[Decision] = ()) -> list[dict[int, Membership]]:
    """Return for each list the project of each of its rows, by the number of the row from 0.

    What it finds is what :func:`dxlist.projects.identity.fill_projects` finds in all rows together.

    Args:
        lists: in any order; each is read once for each of its governments.
        decisions: what people decided of the rows.
    """
    found: list[dict[int, Membership]] = [{} for _ in lists]
    for _, places, own in _by_government(lists):
        rows = [initiative_to_row(row, at) for at, row in enumerate(own)]
        for at, membership in _memberships(rows, decisions):
            found[places[at].list_number][places[at].row_number] = membership
    return found


def _by_government(lists: Sequence[KeptRows]) -> Iterator[tuple[str, list[_RowPlace], list[ProjectRow]]]:
    """Yield the rows of each government, and where each of them stands."""
    members = grouped((government, number) for number, own in enumerate(lists) for government in own.governments)
    for government in sorted(members):
        places, rows = list[_RowPlace](), list["ProjectRow"]()
        for number in members[government]:
            for at, row in enumerate(lists[number].rows()):
                if government_of(row) == government:
                    places.append(_RowPlace(number, at))
                    rows.append(row)
        yield government, places, rows


def _memberships(rows: Sequence[Row], decisions: Sequence[Decision]) -> Iterator[tuple[int, Membership]]:
    for government in cluster_rows(rows, decisions):
        for cluster, project_id in zip(government.clusters, project_ids(government), strict=True):
            own = cluster.rows()
            others = others_of_year(own)
            for row in own:
                yield row.handle, Membership(project_id, tuple(others[row.initiative_id]))


class _ProjectPlace(NamedTuple):
    """Where a project stands among those of all governments, and where it is packed."""

    year: int
    document_id: str
    line: int
    government: int
    number: int


class ProjectsOfLists(NamedTuple):
    """The projects of lists as :class:`dxlist.model.project.Projects` holds them, but not all in memory."""

    projects: Iterable[Project]
    """Unpacked each time that they are gone through."""
    programmes: list[Programme]
    conflicts: list[Conflict]
    suggested: list[Suggestion]
    memberships: list[dict[int, Membership]]
    """Of the rows of each list, by the number of the row from 0."""


def find_projects_of_lists(
    lists: Sequence[KeptRows],
    decisions: Sequence[Decision] = (),
    find: Callable[[Sequence[ProjectRow], Sequence[int]], Projects] | None = None,
) -> ProjectsOfLists:
    """Return the distinct projects of lists, without the suggested pairs that were decided.

    What it finds is what :func:`dxlist.find_projects` finds in all rows together.

    Args:
        lists: each is read once for each of its governments.
        decisions: what people decided of the rows.
        find: gives the projects of the rows of one government, which stand in the lists of these numbers; it may know
            them from another time.
    """
    find = find or (lambda rows, _: find_projects(rows, decisions))
    packed, places = list[bytes](), list[_ProjectPlace]()
    found = ProjectsOfLists(ReadAgain(lambda: _unpacked(packed, places)), [], [], [], [{} for _ in lists])
    for _, row_places, rows in _by_government(lists):
        numbers = list(dict.fromkeys(place.list_number for place in row_places))
        own = without_decided(find(rows, numbers), decisions)
        by_id = {row.initiative_id: place for row, place in zip(rows, row_places, strict=True)}
        _put_down_members(own, by_id, found.memberships)
        places += _places(own, len(packed))
        packed.append(pack(own.projects))
        found.programmes.extend(own.programmes)
        found.conflicts.extend(own.conflicts)
        found.suggested.extend(own.suggested)
    places.sort(key=lambda place: place[:3])
    found.conflicts.sort(key=sort_key)
    return found


def as_one(projects: Projects | ProjectsOfLists) -> Projects:
    """Return projects as the one record that holds them all."""
    if isinstance(projects, Projects):
        return projects
    return Projects.model_construct(
        projects=list(projects.projects),
        programmes=projects.programmes,
        conflicts=projects.conflicts,
        suggested=projects.suggested,
    )


def _put_down_members(
    projects: Projects, places: dict[str, _RowPlace], memberships: list[dict[int, Membership]]
) -> None:
    for project in projects.projects:
        for row, others in others_of_year(project.mentions).items():
            place = places[row]
            memberships[place.list_number][place.row_number] = Membership(project.project_id, tuple(others))


def _places(projects: Projects, government: int) -> Iterator[_ProjectPlace]:
    for number, project in enumerate(projects.projects):
        first = project.mentions[0]
        yield _ProjectPlace(first.fiscal_year or 0, first.document_id, first.line, government, number)


def _unpacked(packed: Sequence[bytes], places: Sequence[_ProjectPlace]) -> Iterator[Project]:
    """Yield the projects in order; those of one list stand together, so that a government is unpacked once for each."""
    at, own = -1, list["Project"]()
    for place in places:
        if place.government != at:
            at, own = place.government, unpack(packed[place.government])
        yield own[place.number]

"""``find_memberships``: many lists, read one by one -> the project of each of their rows.

Rows of two governments are never compared, so the rows of one government at a time are in memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from dxlist.projects.clusters import cluster_rows
from dxlist.projects.identity import project_ids
from dxlist.projects.rows import government_of, grouped, initiative_to_row
from dxlist.projects.years import others_of_year

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

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
    members = grouped((government, number) for number, own in enumerate(lists) for government in own.governments)
    for government, numbers in members.items():
        homes = list[_RowPlace]()
        rows = list(_rows(government, [(number, lists[number]) for number in numbers], homes))
        for at, membership in _memberships(rows, decisions):
            found[homes[at].list_number][homes[at].row_number] = membership
    return found


def _rows(government: str, lists: Iterable[tuple[int, KeptRows]], homes: list[_RowPlace]) -> Iterator[Row]:
    """Yield the rows of one government, and put down where each stands; its handle is the place in ``homes``."""
    for number, own in lists:
        for at, row in enumerate(own.rows()):
            if government_of(row) == government:
                yield initiative_to_row(row, len(homes))
                homes.append(_RowPlace(number, at))


def _memberships(rows: Sequence[Row], decisions: Sequence[Decision]) -> Iterator[tuple[int, Membership]]:
    for government in cluster_rows(rows, decisions):
        for cluster, project_id in zip(government.clusters, project_ids(government), strict=True):
            own = cluster.rows()
            others = others_of_year(own)
            for row in own:
                yield row.handle, Membership(project_id, tuple(others[row.initiative_id]))

"""The rows of one project by fiscal year: a project that goes on for years is not printed twice, it continues.

What is counted twice is what one list, or the lists of one year, print in two rows.  Rows whose year is not known count
as rows of one year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from dxlist.projects.rows import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.model.project import Project


class Dated(Protocol):
    """A row of a list, whatever else is known of it."""

    @property
    def initiative_id(self) -> str:
        """Its id."""

    @property
    def fiscal_year(self) -> int | None:
        """The year of its list; None: not known."""


D = TypeVar("D", bound=Dated)


def by_year(rows: Iterable[D]) -> dict[int | None, list[D]]:
    """Return rows by their fiscal year, in their order."""
    return grouped((row.fiscal_year, row) for row in rows)


def others_of_year(rows: Iterable[Dated]) -> dict[str, list[str]]:
    """Return for each row of one project the ids of its other rows of the same year."""
    ids = [[row.initiative_id for row in own] for own in by_year(rows).values()]
    return {row: [other for other in own if other != row] for own in ids for row in own}


def stands_twice(rows: Sequence[Dated]) -> bool:
    """Return whether the rows of one project are two or more in one year."""
    return len({row.fiscal_year for row in rows}) < len(rows)


def continues(project: Project) -> bool:
    """Return whether a project stands in the lists of more than one year."""
    return len(project.fiscal_years) > 1

"""``initiative_to_row``: a record -> what comparing it needs, and no more, so that a million of them fit in memory."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.model.initiative import Department
    from dxlist.projects.light_rows import ProjectRow

Key = TypeVar("Key")
Member = TypeVar("Member")


class Row(NamedTuple):
    """One row of a list as the comparison sees it."""

    initiative_id: str
    document_id: str
    line: int
    government: str
    """Code, else name, else the list: rows of two governments are never compared."""
    fiscal_year: int | None
    name: str | None
    levels: tuple[str, ...]
    units: tuple[str, ...] = ()
    """Responsible units, folded, the levels of each parted by ``/``; empty: not known."""
    overview: str = ""
    """Folded; empty: not known."""
    targets: str = ""
    """The cell of the targets, folded; empty: not known."""
    printed: str = ""
    """List and line of the row that prints the name; of a merged cell, the row above."""
    handle: int = 0
    """Where the caller finds the record again; it decides nothing."""


def initiatives_to_rows(initiatives: Iterable[ProjectRow]) -> Iterator[Row]:
    """Yield a row for each initiative, in order; its handle is the position."""
    return (initiative_to_row(initiative, at) for at, initiative in enumerate(initiatives))


def initiative_to_row(initiative: ProjectRow, handle: int = 0) -> Row:
    """Return the row of one initiative."""
    return Row(
        initiative_id=initiative.initiative_id,
        document_id=initiative.document_id,
        line=initiative.line,
        government=government_of(initiative),
        fiscal_year=initiative.fiscal_year,
        name=initiative.project_name,
        levels=tuple(initiative.project_levels),
        units=tuple(sorted(set(map(_unit, initiative.departments)))),
        overview=fold(initiative.overview or ""),
        targets=fold(initiative.kpi_text or ""),
        printed=_printed(initiative),
        handle=handle,
    )


def government_of(initiative: ProjectRow) -> str:
    """Return what tells one government from another: its code, else its name, else the list alone."""
    return initiative.local_government_code or initiative.local_government_name or initiative.document_id


def order(row: Row) -> tuple[int, str, int, str]:
    """Sort rows by what they are, never by the order in which they were handed in."""
    return row.fiscal_year or 0, row.document_id, row.line, row.initiative_id


def grouped(pairs: Iterable[tuple[Key, Member]]) -> dict[Key, list[Member]]:
    """Return the members of each key, keys and members in the order in which they came."""
    found = defaultdict[Key, list[Member]](list)
    for key, member in pairs:
        found[key].append(member)
    return found


def printed_at(row: Row) -> str:
    """Return what names the row that prints the name of a row."""
    return row.printed or row.initiative_id


def _unit(department: Department) -> str:
    return fold("/".join(filter(None, department.levels)))


def _printed(initiative: ProjectRow) -> str:
    """Return list and line of the row above whose merged cell holds the name, or of the row itself."""
    for repair in initiative.repairs:
        if repair.kind in {"filled", "ditto"} and repair.column == "project_name":
            return f"{initiative.document_id}:{repair.from_line}"
    return f"{initiative.document_id}:{initiative.line}"

"""``projects_to_csv``: projects -> one of five CSV tables.

Cells are written as those of :mod:`dxlist.exports.csv_table`: several values are joined with ``;``, and no text of a
list becomes a formula of the reader's computer.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from dxlist.exports.csv_table import Header, join_values, to_cell, unit_text
from dxlist.exports.projects.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dxlist.model.project import Mention, Project, Projects

Row = list[object]


def projects_to_csv(projects: Projects, table: str, header: Header = "en") -> str:
    """Return a table of ``TABLES`` with its header row."""
    wanted = TABLES[table]
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([label if header == "ja" else name for name, label in wanted.columns])
    writer.writerows(map(to_cell, row) for row in _ROWS[table](projects))
    return stream.getvalue()


def _projects(projects: Projects) -> Iterator[Row]:
    for project in projects.projects:
        yield [
            project.project_id,
            project.name,
            project.programme,
            project.local_government_code,
            _units(project),
            join_values(map(str, project.fiscal_years)),
            join_values(target.raw for target in project.kpi_targets),
            len(project.mentions),
            join_values(mention.initiative_id for mention in project.mentions),
        ]


def _mentions(projects: Projects) -> Iterator[Row]:
    for project in projects.projects:
        for mention in project.mentions:
            yield _mention(project, mention)


def _mention(project: Project, mention: Mention) -> Row:
    return [
        project.project_id,
        project.name,
        project.programme,
        project.local_government_code,
        mention.fiscal_year,
        mention.document_id,
        mention.line,
        mention.initiative_id,
        join_values(mention.item_codes),
        mention.item_name,
        _units(project),
        mention.level,
        mention.joined_to,
    ]


def _units(project: Project) -> str:
    return join_values(map(unit_text, project.departments))


def _programmes(projects: Projects) -> Iterator[Row]:
    for programme in projects.programmes:
        aliases, ids = join_values(programme.aliases), join_values(programme.project_ids)
        yield [programme.name, aliases, len(programme.project_ids), ids]


def _conflicts(projects: Projects) -> Iterator[Row]:
    names = {project.project_id: project.name for project in projects.projects}
    for number, conflict in enumerate(projects.conflicts, 1):
        about = [number, conflict.project_id, names.get(conflict.project_id)]
        for reading in conflict.readings:
            said = [reading.initiative_id, reading.line, reading.text]
            yield [*about, conflict.column, conflict.grade, conflict.reason, *said]


def _suggested(projects: Projects) -> Iterator[Row]:
    for pair in projects.suggested:
        yield [*pair.project_ids, *pair.initiative_ids, *pair.names, pair.similarity, pair.reason]


_ROWS: dict[str, Callable[[Projects], Iterable[Row]]] = {
    "projects": _projects,
    "mentions": _mentions,
    "programmes": _programmes,
    "conflicts": _conflicts,
    "suggested": _suggested,
}

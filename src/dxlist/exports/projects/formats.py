"""The formats that ``dedupe`` writes beside its text: each one function, entered here once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dxlist.exports.format import FORMATS, Style
from dxlist.exports.projects.tables import DEFAULT
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from dxlist.model.project import Projects


@dataclass(frozen=True, slots=True)
class ProjectStyle:
    """How a file of projects is to look; only CSV has tables and a style."""

    table: str = DEFAULT
    style: Style = field(default_factory=Style)


@dataclass(frozen=True, slots=True)
class ProjectFormat:
    """One format; its name is the end of its files."""

    name: str
    about: Bilingual
    to_bytes: Callable[[Projects, ProjectStyle], bytes]


def _json(projects: Projects, _: ProjectStyle) -> bytes:
    return FORMATS["json"].whole(projects)


def _json_lines(projects: Projects, _: ProjectStyle) -> bytes:
    from dxlist.exports.described.found import projects_table  # noqa: PLC0415

    return b"".join(FORMATS["jsonl"].rows(projects_table(projects.projects)))


def _csv(projects: Projects, wanted: ProjectStyle) -> bytes:
    from dxlist.exports.described.content import tables_of_projects  # noqa: PLC0415

    return b"".join(FORMATS["csv"].rows(tables_of_projects(projects)[wanted.table], wanted.style))


PROJECT_FORMATS: dict[str, ProjectFormat] = {
    found.name: found
    for found in (
        ProjectFormat("json", Bilingual("全部を1つに", "all in one object"), _json),
        ProjectFormat("jsonl", Bilingual("1行に1事業", "one project a line"), _json_lines),
        ProjectFormat("csv", Bilingual("表", "a table"), _csv),
    )
}
"""By name."""

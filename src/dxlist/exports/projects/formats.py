"""The formats that ``dedupe`` writes beside its text: each one function, entered here once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dxlist.exports.formats import BYTE_ORDER_MARK, Style
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
    return f"{projects.model_dump_json(indent=2)}\n".encode()


def _json_lines(projects: Projects, _: ProjectStyle) -> bytes:
    return b"".join([f"{project.model_dump_json()}\n".encode() for project in projects.projects])


def _csv(projects: Projects, wanted: ProjectStyle) -> bytes:
    from dxlist.exports.projects.table_rows import projects_to_csv  # noqa: PLC0415 - a format is loaded where it is used

    mark = BYTE_ORDER_MARK if wanted.style.byte_order_mark else b""
    return mark + projects_to_csv(projects, wanted.table, wanted.style.header).encode()


PROJECT_FORMATS: dict[str, ProjectFormat] = {
    found.name: found
    for found in (
        ProjectFormat("json", Bilingual("全部を1つに", "all in one object"), _json),
        ProjectFormat("jsonl", Bilingual("1行に1事業", "one project a line"), _json_lines),
        ProjectFormat("csv", Bilingual("表", "a table"), _csv),
    )
}
"""By name."""

"""``projects_to_csv``: projects -> one of five CSV tables.

Cells are written as those of :mod:`dxlist.exports.csv_table`: several values are joined with ``;``, and no text of a
list becomes a formula of the reader's computer.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.bilingual import Bilingual
from dxlist.exports.csv_table import Header, join_values, to_cell, unit_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dxlist.model.project import Mention, Project, Projects

Row = list[object]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row of it is, its columns (English name, Japanese label), its rows."""

    name: str
    about: Bilingual
    columns: tuple[tuple[str, str], ...]
    rows: Callable[[Projects], Iterable[Row]]


def projects_to_csv(projects: Projects, table: str, header: Header = "en") -> str:
    """Return a table of ``TABLES`` with its header row."""
    wanted = TABLES[table]
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([label if header == "ja" else name for name, label in wanted.columns])
    writer.writerows(map(to_cell, row) for row in wanted.rows(projects))
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


_PROJECT = (
    ("project_id", "事業ID"),
    ("name", "事業名"),
    ("programme", "上位の事業"),
    ("local_government_code", "全国地方公共団体コード"),
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "projects",
            Bilingual("1行に1事業", "a project a row"),
            (
                *_PROJECT,
                ("departments", "担当課"),
                ("fiscal_years", "年度"),
                ("kpi_targets", "目標"),
                ("mention_count", "行数"),
                ("initiative_ids", "ID"),
            ),
            _projects,
        ),
        Table(
            "mentions",
            Bilingual("1行に元の1行", "a row of a list a row"),
            (
                *_PROJECT,
                ("fiscal_year", "年度"),
                ("document_id", "一覧ID"),
                ("line", "行"),
                ("initiative_id", "ID"),
                ("item_codes", "項目番号"),
                ("item_name", "項目"),
                ("departments", "担当課"),
                ("level", "同一とした根拠"),
                ("joined_to", "同一とした相手のID"),
            ),
            _mentions,
        ),
        Table(
            "programmes",
            Bilingual("1行に上位の1事業", "a programme a row"),
            (("name", "上位の事業"), ("aliases", "別の表記"), ("project_count", "事業数"), ("project_ids", "事業ID")),
            _programmes,
        ),
        Table(
            "conflicts",
            Bilingual("1行に食い違う1つの記載", "a reading of a conflict a row"),
            (
                ("conflict_number", "食い違い番号"),
                ("project_id", "事業ID"),
                ("name", "事業名"),
                ("column", "列"),
                ("grade", "程度"),
                ("reason", "違い"),
                ("initiative_id", "ID"),
                ("line", "行"),
                ("text", "記載"),
            ),
            _conflicts,
        ),
        Table(
            "suggested",
            Bilingual("1行に候補の1組", "a suggested pair a row"),
            (
                ("project_id_1", "事業ID1"),
                ("project_id_2", "事業ID2"),
                ("initiative_id_1", "ID1"),
                ("initiative_id_2", "ID2"),
                ("name_1", "事業名1"),
                ("name_2", "事業名2"),
                ("similarity", "類似度"),
                ("reason", "別とした理由"),
            ),
            _suggested,
        ),
    )
}
"""By name."""

DEFAULT = "mentions"

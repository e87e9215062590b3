"""Distinct projects behind the rows of lists, the programmes they belong to, and where their rows disagree."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dxlist.model.columns import Column
from dxlist.model.initiative import Department, Record
from dxlist.model.kpi import KpiTarget  # noqa: TC001 - pydantic reads it at run time

LevelName = Literal["first", "decided", "merged", "exact", "folded", "expanded", "respelled", "typo"]
"""The comparison level that joined a row to a project; the first that holds, in this order.

What each of them says is written where it runs: :data:`dxlist.projects.levels.LEVELS`.
"""

ConflictGrade = Literal["contradiction", "difference", "spelling"]
"""How far the rows of a project disagree in a column: in substance, in wording, in spelling alone."""

ConflictColumn = Column | Literal["kpi_targets"]


class Mention(Record):
    """One row of a project."""

    initiative_id: str
    document_id: str
    line: int = Field(description="1-based first physical line of the row.")
    item_codes: list[str] = Field(description="Codes of the item under which it is printed here.")
    item_name: str | None
    fiscal_year: int | None
    level: LevelName = Field(description="The comparison level that joined this row to the project.")
    joined_to: str | None = Field(description="The initiative_id of the row that it was joined to; null of the first.")


class Project(Record):
    """One project of one government, with every row that prints it.

    >>> import dxlist
    >>> project = dxlist.find_projects(dxlist.parse("data/raw/fukushima_r04.tsv")).projects[0]
    >>> project.project_id, [mention.initiative_id for mention in project.mentions]
    ('070009-3a0306751c60', ['fukushima_r04-79b1e35b'])
    """

    project_id: str = Field(description="Stable: from government and folded name, never from a position.")
    name: str | None = Field(description="The canonical name: the spelling that most rows print.")
    programme: str | None = Field(description="Canonical name of the programme above it, where the name has levels.")
    local_government_code: str | None
    departments: list[Department]
    fiscal_years: list[int]
    kpi_targets: list[KpiTarget] = Field(description="The targets of its rows, each once.")
    mentions: list[Mention]


class Programme(Record):
    """A programme that holds several projects, by the levels of their names."""

    name: str
    aliases: list[str] = Field(description="Other spellings of its name.")
    project_ids: list[str]


class Reading(Record):
    """What one row says in a column."""

    initiative_id: str
    line: int
    text: str


class Conflict(Record):
    """A column in which the rows of one project of one year disagree."""

    project_id: str
    column: ConflictColumn
    grade: ConflictGrade
    reason: str = Field(description="factor_of_ten, off_by_one, other_values, missing, wording, unlike, spelling …")
    readings: list[Reading] = Field(description="One for each row that prints it, in order of year, list and line.")


class Suggestion(Record):
    """Two projects whose names are near each other and that were not joined: a person should look."""

    project_ids: tuple[str, str]
    initiative_ids: tuple[str, str]
    names: tuple[str, str]
    similarity: float = Field(
        ge=0, le=100, description="rapidfuzz ratio of the names as compared: folded, abbreviated."
    )
    reason: str = Field(description="What kept them apart.")


class Projects(Record):
    """All that is known of the projects of the lists at hand.

    ``dxlist.find_projects`` returns it.

    >>> import dxlist
    >>> found = dxlist.find_projects(dxlist.parse("data/raw/fukushima_r04.tsv"))
    >>> len(found.projects), len(found.programmes), found.conflicts[0].grade
    (111, 10, 'contradiction')
    """

    projects: list[Project]
    programmes: list[Programme]
    conflicts: list[Conflict]
    suggested: list[Suggestion]

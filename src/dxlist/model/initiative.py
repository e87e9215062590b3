"""The records that leave the program; described for users in docs/schema.md."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"

RepairKind = Literal["filled", "shifted", "unwrapped", "trimmed", "split", "truncated", "corrected"]
LeftoverReason = Literal["repeats_item", "no_place", "carried_nowhere"]


class Record(BaseModel):
    """Frozen, and nothing beside the named keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Department(Record):
    """One responsible unit; the first unit of a printed name is the department whatever its suffix."""

    department: str | None = Field(default=None, title="部局", description="First unit: 部, 局, 庁, 本部 …")
    bureau: str | None = Field(default=None, title="局", description="A bureau within the department.")
    division: str | None = Field(default=None, title="課室", description="Division or office.")


class Source(Record):
    """Where a text stands in the list; of a filled cell, the place that holds the text."""

    line: int = Field(ge=1, description="1-based physical line.")
    cells: list[int] = Field(description="1-based cells of that line; an item may come from two.")
    raw: str = Field(description="The cells as printed, joined by a tab where there are two.")


class Repair(Record):
    """What was done to a column: what was taken out or moved, and where; never the result.

    Which keys are set depends on the kind:

    - filled: ``from_line``; ``cell`` and ``mark`` where a ditto mark stood
    - shifted: ``cell`` and ``by`` (cells to the right; negative: to the left)
    - unwrapped, trimmed, split: ``at`` (0-based code points of the raw text) and ``taken``
    - truncated: the row was cut before this column
    - corrected: ``value`` and ``reason`` of a person, from the sidecar
    """

    kind: RepairKind
    column: str
    from_line: int | None = None
    cell: int | None = None
    mark: str | None = None
    by: int | None = None
    at: list[int] | None = None
    taken: list[str] | None = None
    value: str | None = None
    reason: str | None = None


class Initiative(Record):
    """One row of a list: an initiative of a government under one item of its plan."""

    initiative_id: str = Field(title="ID", description="Stem of the list and source line: fukushima_r04-0005.")
    document_id: str = Field(title="一覧ID", description="Stem of the list.")
    local_government_code: str | None = Field(title="全国地方公共団体コード", description="Six digits, as text.")
    local_government_name: str | None = Field(title="地方公共団体名", description="From the sidecar.")
    fiscal_year: int | None = Field(title="年度", description="Western year in which the fiscal year begins.")
    part: int = Field(title="一覧番号", description="Which list of the file, from 1.")
    part_title: str | None = Field(title="一覧名", description="Title of that list.")
    page: int = Field(title="頁", description="Page of the print, from 1.")
    line: int = Field(title="行", description="1-based first physical line of the row.")
    field_code: str | None = Field(title="分野番号", description='"1", "第4-1".')
    field_name: str | None = Field(title="分野", description="Policy field.")
    item_codes: list[str] = Field(title="項目番号", description='Canonical codes, "3(1)ア".')
    item_name: str | None = Field(title="項目", description="Title of the item.")
    plan_only: bool = Field(title="計画のみ", description="The item is marked 計画 in place of a code.")
    departments: list[Department] = Field(title="担当課", description="Responsible departments.")
    project_name: str | None = Field(title="事業名", description="Name of the project.")
    overview: str | None = Field(title="事業概要", description="What is done.")
    kpi_text: str | None = Field(title="指標・目標", description="Indicator or target, as printed.")
    extra: dict[str, str] = Field(title="その他の列", description="Columns that are not among the six, by header.")
    sources: dict[str, Source | None] = Field(
        title="出典", description="The six text columns (null where there is no text), then ``extra.<header>``."
    )
    repairs: list[Repair] = Field(title="修復", description="What was mended, in order.")
    confidence: Annotated[float, Field(ge=0, le=1)] = Field(
        title="確度", description="From the margin of the assignment of columns over the next best."
    )


class Leftover(Record):
    """A non-blank body cell that belongs to no column of any record."""

    line: int
    cell: int = Field(description="1-based.")
    text: str
    reason: LeftoverReason

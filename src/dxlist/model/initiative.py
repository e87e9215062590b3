"""The records that leave the program; described for users in docs/schema.md."""

from __future__ import annotations

import operator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from dxlist.model.indicator import Indicator  # noqa: TC001 - pydantic reads it at run time
from dxlist.model.kpi import KpiStatus, KpiTarget  # noqa: TC001 - pydantic reads them at run time

SCHEMA_VERSION = "3.0"
READABLE_VERSIONS = ("1", "2", "3")
"""Major numbers of files that can be read: since 1.0 keys were only added; 3.0 makes ``initiative_id`` anew."""

LeftoverReason = Literal["repeats_item", "no_place", "carried_nowhere"]


class Record(BaseModel):
    """Frozen, and nothing beside the named keys; what checks it is built when the first one is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Department(Record):
    """One responsible unit; the first unit of a printed name is the department whatever its suffix.

    >>> import dxlist
    >>> dxlist.parse("data/raw/fukushima_r04.tsv").initiatives[0].departments
    [Department(department='総務部', bureau=None, division='職員研修課', section=None, elsewhere=None)]
    """

    department: str | None = Field(default=None, title="部局", description="First unit: 部, 局, 庁, 本部 …")
    bureau: str | None = Field(default=None, title="局", description="A bureau within the department.")
    division: str | None = Field(default=None, title="課室", description="Division or office.")
    section: str | None = Field(
        default=None, title="係", description="A section (係), where the list has a column of its own for it."
    )
    elsewhere: str | None = Field(
        default=None,
        title="ほかの行での所属",
        exclude_if=operator.not_,
        description="What other rows print above it, where its own cell prints nothing there. Left out where none.",
    )

    @property
    def levels(self) -> tuple[str | None, str | None, str | None, str | None]:
        """Department, bureau, division, section."""
        return self.department, self.bureau, self.division, self.section

    @property
    def known_levels(self) -> tuple[str | None, str | None, str | None, str | None]:
        """The same with what other rows print above the unit, where its own cell prints nothing there."""
        return (self.department or self.elsewhere, *self.levels[1:])

    @property
    def printed(self) -> str:
        """Its levels with a blank between them, as most lists print a unit."""
        return " ".join(filter(None, self.levels))


class Level(Record):
    """One level of the plan under which a row stands: 政策, 施策, 基本事業; 款, 項, 目.

    >>> import dxlist
    >>> dxlist.parse("data/raw/fukushima_r04.tsv").initiatives[0].levels[1]
    Level(header='項目', code='1(1)', title='職員の意識改革と行動変容')
    """

    header: str = Field(title="見出し", description="Full name of its column.")
    code: str | None = Field(
        default=None, title="番号", description="As printed, in its cell or in a column of its own."
    )
    title: str | None = Field(default=None, title="名称", description="Without the code.")


class SourceLine(Record):
    """One physical line and the cells of it that hold a text."""

    line: int = Field(ge=1, description="1-based physical line.")
    cells: list[int] = Field(description="1-based cells of that line; an item may come from two.")


class Source(SourceLine):
    """Where a text stands in the list; of a filled cell, the place that holds the text.

    >>> import dxlist
    >>> source = dxlist.parse("data/raw/fukushima_r04.tsv").initiatives[1].sources["item"]
    >>> source.line, source.cells, source.raw
    (5, [2], '1(1) 職員の意識改革と行動変容')
    """

    place: str | None = Field(
        default=None,
        title="場所",
        description="Printable address where the source has no lines (a sheet's cell, a page's box); null for text.",
    )
    raw: str = Field(
        description="The cells as printed, joined by a tab where there are two (by the comma where that cut a number)."
    )
    more: list[SourceLine] = Field(
        default_factory=list,
        exclude_if=operator.not_,
        description="Lines that hold the rest, below a page end; raw joins them by a line break. Left out where none.",
    )

    @property
    def cell_texts(self) -> list[str]:
        """The text of each cell; of cells that a comma cut, the whole that they were."""
        texts = self.raw.split("\t") if len(self.cells) > 1 else [self.raw]
        return texts if len(texts) == len(self.cells) else [self.raw] * len(self.cells)


class Filled(Record):
    """A blank of a merged cell took the text above."""

    kind: Literal["filled"]
    column: str
    from_line: int


class Ditto(Record):
    """A ditto mark (〃, 同上) stood for the text above."""

    kind: Literal["ditto"]
    column: str
    from_line: int
    cell: int = Field(description="1-based cell of the mark.")
    mark: str


class Shifted(Record):
    """A cell stood beside its column."""

    kind: Literal["shifted"]
    column: str
    cell: int = Field(description="1-based.")
    by: int = Field(description="Cells to the right; negative: to the left.")


class TakenOut(Record):
    """Characters taken out of the raw text: line ends, blanks at its edges, the code at its head, what nobody sees."""

    kind: Literal["cleaned", "unwrapped", "trimmed", "split"]
    column: str
    at: list[int] = Field(description="0-based code points of the raw text.")
    taken: list[str] = Field(description="What stood there.")


class Rejoined(Record):
    """A cell that the comma of a number cut in two is whole again: 12 | 000人 is 12,000人."""

    kind: Literal["rejoined"]
    column: str
    cell: int = Field(description="1-based cell that goes on with the number of the cell before it.")


class Truncated(Record):
    """The row was cut before this column; its text is lost."""

    kind: Literal["truncated"]
    column: str


class Corrected(Record):
    """A person settled the text, in the sidecar."""

    kind: Literal["corrected"]
    column: str
    was: str | None = Field(
        default=None, description="The printed text that it corrects, as the sidecar says it; null where it does not."
    )
    value: str
    reason: str


class Inferred(Record):
    """A division that its cell prints without the unit above it, and the line that prints it with one."""

    kind: Literal["inferred"]
    column: str
    value: str = Field(description="What stands above the division, and the division: 総合政策部 政策課.")
    from_line: int


Repair = Annotated[
    Filled | Ditto | Shifted | Rejoined | TakenOut | Truncated | Corrected | Inferred, Field(discriminator="kind")
]
"""What was done to a column: what was taken out or moved, and where; the result where it is not in the cells."""


class Initiative(Record):
    """One row of a list: an initiative of a government under one item of its plan.

    >>> import dxlist
    >>> initiative = next(iter(dxlist.parse("data/raw/fukushima_r04.tsv")))
    >>> initiative.initiative_id, initiative.item_codes, initiative.kpi_status
    ('fukushima_r04-79b1e35b', ['1(1)'], 'quantitative')
    >>> initiative.model_dump(mode="json")["departments"]
    [{'department': '総務部', 'bureau': None, 'division': '職員研修課', 'section': None}]
    """

    initiative_id: str = Field(
        title="ID",
        description="The list, a digest of project and item, and from the second of equal ones on a number: "
        "fukushima_r04-79b1e35b. Before schema 3.0 the list and the line.",
    )
    document_id: str = Field(title="一覧ID", description="Path of the list below its root, without suffix.")
    local_government_code: str | None = Field(title="全国地方公共団体コード", description="Six digits, as text.")
    local_government_name: str | None = Field(
        title="地方公共団体名", description="From the sidecar, or titles or the file's name."
    )
    fiscal_year: int | None = Field(title="年度", description="Western year in which the fiscal year begins.")
    part: int = Field(title="表番号", description="Which list of the file, from 1.")
    part_title: str | None = Field(title="表の題名", description="Title of that list.")
    page: int = Field(title="ページ", description="Page of the print, from 1.")
    line: int = Field(title="行", description="1-based first physical line of the row.")
    field_code: str | None = Field(title="分野番号", description='"1", "第4-1".')
    field_name: str | None = Field(title="分野", description="Policy field.")
    item_codes: list[str] = Field(title="項目番号", description='Canonical codes, "3(1)ア".')
    item_name: str | None = Field(title="項目", description="Title of the item.")
    levels: list[Level] = Field(
        default_factory=list,
        title="階層",
        description="Every level of the row from the top, filled; ``field`` is the first, ``item`` the deepest.",
    )
    plan_only: bool = Field(title="計画のみ", description="The item is marked 計画 in place of a code.")
    departments: list[Department] = Field(title="担当課", description="Responsible departments.")
    project_name: str | None = Field(title="事業名", description="Name of the project.")
    project_levels: list[str] = Field(
        title="事業の階層", description="Programme, sub-programme, project, as nested brackets spell them."
    )
    project_id: str | None = Field(
        default=None,
        title="事業ID",
        description="The project, as this list alone tells it: government and digest of its name; null in JSON Lines.",
    )
    shared_with: list[str] | None = Field(
        default=None,
        title="同じ事業の行",
        description="``initiative_id`` of the other rows of the project in this list; null in JSON Lines.",
    )
    overview: str | None = Field(title="事業概要", description="What is done.")
    kpi_text: str | None = Field(title="指標・目標", description="Indicator or target, as printed.")
    kpi_status: KpiStatus = Field(title="指標の種類", description="What the cell of the indicator is.")
    kpi_targets: list[KpiTarget] = Field(title="目標", description="The targets that the cell sets.")
    indicators: list[Indicator] = Field(
        default_factory=list,
        title="指標（列別）",
        description="Indicators whose parts stand in columns of their own; empty where one text column says all.",
    )
    extra: dict[str, str] = Field(
        title="その他の列", description="Columns of no role, money and codes, by full header."
    )
    sources: dict[str, Source | None] = Field(
        title="出典",
        description="The six text columns (null where there is no text), then ``levels.<header>`` of levels between "
        "field and item, ``departments.<header>`` of upper units and sections, ``indicators.<header>``, "
        "``extra.<header>``.",
    )
    repairs: list[Repair] = Field(title="補正", description="What was mended, in order.")
    confidence: Annotated[float, Field(ge=0, le=1)] = Field(
        title="確度",
        description="From the margin of the assignment of columns over the next best; 1 where a person confirmed it.",
    )
    confirmed: str | None = Field(
        default=None,
        title="確認",
        exclude_if=operator.not_,
        description="Why the row is right as it was read, as a person wrote into the sidecar. Left out where none did.",
    )


class Leftover(Record):
    """A non-blank body cell that belongs to no column of any record.

    >>> import dxlist
    >>> dxlist.parse("data/raw/fukushima_r04.tsv").leftovers
    [Leftover(line=15, cell=1, text='2(2) キャッシュレス決済の導入', reason='repeats_item', confirmed=None)]
    """

    line: int
    cell: int = Field(description="1-based.")
    text: str
    reason: LeftoverReason
    confirmed: str | None = Field(
        default=None,
        exclude_if=operator.not_,
        description="Why it belongs to no column, as a person wrote into the sidecar. Left out where none did.",
    )

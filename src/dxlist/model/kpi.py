"""One target of a KPI cell as a typed record, and the kinds of KPI cells."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dxlist.model.roles import IndicatorKind  # noqa: TC001 - pydantic reads it at run time

KpiStatus = Literal["quantitative", "milestone", "no_target", "qualitative", "none_declared", "shared", "missing"]
"""What a KPI cell is.

quantitative: it holds at least one target;
milestone: a deliverable with a date, and no number;
no_target: numbers, none of which is plainly a target (an actual value, a number that cannot be read for certain);
qualitative: words only;
none_declared: the cell says that none is set;
shared: the project cell is merged with the row above, whose targets these are;
missing: there is no text, or only signs for nothing and what a program left there (#N/A).
"""

Comparator = Literal["eq", "ge", "gt", "le", "lt", "approx", "increase", "decrease"]
"""How the result must stand to the value; increase and decrease: the value is the size of a change."""

Period = Literal["annual", "monthly"]
DeadlineKind = Literal["by", "in"]
TargetGrade = Literal["explicit", "activity", "scope"]

_DECIMAL = r"^-?[0-9]+(\.[0-9]+)?$"


class KpiTarget(BaseModel):
    """One number that a KPI cell sets, with the words that it was read from.

    >>> import dxlist
    >>> target = dxlist.parse("data/raw/fukushima_r04.tsv").initiatives[0].kpi_targets[0]
    >>> target.metric, target.value, target.unit, target.comparator, target.raw
    ('職員', '700', '名', 'approx', '700名程度')
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    metric: str | None = Field(
        default=None,
        title="指標",
        description="What is counted or measured, verbatim: before について, or the noun that the number counts.",
    )
    value: str = Field(
        title="目標値",
        description='Decimal as text in the written precision, "61.0"; 万, 億 resolved, 6割 as "60" with the unit %.',
        pattern=_DECIMAL,
    )
    value_to: str | None = Field(
        default=None,
        title="目標値（上限）",
        description="Upper end of a range (10～15件), else null.",
        pattern=_DECIMAL,
    )
    unit: str | None = Field(
        default=None,
        title="単位",
        description="As written, letters and ％ half-width; from the bracket of the metric where none follows.",
    )
    comparator: Comparator = Field(
        default="eq",
        title="比較",
        description="eq, ge 以上, gt 超, le 以下, lt 未満, approx 程度; increase 増, decrease 減: of a change.",
    )
    cumulative: bool = Field(
        default=False, title="累計", description="The value adds up over years (累計, 累積, 通算)."
    )
    cumulative_since: int | None = Field(
        default=None, title="累計開始年度", description="Fiscal year from which it adds up: 2018 for H30年度からの累計."
    )
    period: Period | None = Field(
        default=None,
        title="期間",
        description="annual (年間, 毎年, 人/年) or monthly (毎月, 部/月); null where not said.",
    )
    baseline_value: str | None = Field(
        default=None,
        title="基準値",
        description="The state to start from: 現状, 実績, left of an arrow.",
        pattern=_DECIMAL,
    )
    baseline_fiscal_year: int | None = Field(
        default=None, title="基準年度", description="Fiscal year of the baseline; of a month, the one it lies in."
    )
    target_fiscal_year: int | None = Field(
        default=None,
        title="目標年度",
        description="Fiscal year that the cell names for the target; null where it names none, never the list's year.",
    )
    target_date: str | None = Field(
        default=None,
        title="目標期日",
        description='ISO 8601 where the cell names a calendar date: "2023-01", "2023-03-31", "2030".',
    )
    deadline_kind: DeadlineKind | None = Field(
        default=None, title="期限の種類", description="by (までに) or in (…年度に, the value of that year)."
    )
    grade: TargetGrade = Field(
        title="目標の区分",
        description="explicit: a stated target; activity: a planned activity; scope: how many are served or informed.",
    )
    indicator_kind: IndicatorKind | None = Field(
        default=None,
        title="指標の別",
        description="activity 活動指標, outcome 成果指標, object 対象指標, where the header of its column says so.",
    )
    header: str | None = Field(
        default=None,
        title="見出し",
        description="Full header of the column of its own where the value stands; null: it stands in kpi_text.",
    )
    raw: str = Field(title="原文", description="The words that were read: text[start:end].")
    start: int = Field(
        ge=0, title="開始位置", description="0-based code point of kpi_text; where header is set, of the cell below it."
    )
    end: int = Field(ge=0, title="終了位置", description="Code point behind the last one.")


def amount_words(target: KpiTarget) -> str:
    """Return the words of a target with its unit, which a value in a column of its own has in another cell.

    >>> column = {"header": "目標値（R7）", "deadline_kind": "in", "grade": "explicit", "start": 0, "end": 4}
    >>> amount_words(KpiTarget(metric="受診率", value="98.0", unit="%", raw="98.0", **column))
    '98.0%'
    """
    stands_alone = target.header is not None and target.raw[-1:].isdigit()  # 60％ has its unit beside it
    return f"{target.raw}{target.unit or ''}" if stands_alone else target.raw

"""An indicator whose parts stand in columns of their own: name, unit, baseline, targets and actual values by year.

The parts are named as in IATI results (indicator, baseline, period, target, actual) and RSシステム file 3-1.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from dxlist.model.roles import IndicatorKind  # noqa: TC001 - pydantic reads it at run time

_DECIMAL = r"^-?[0-9]+(\.[0-9]+)?$"


class IndicatorValue(BaseModel):
    """One value of an indicator, with the cell that it was read from.

    >>> import dxlist
    >>> dxlist.parse("docs/forms/strategy.csv").initiatives[0].indicators[0].actuals[0]
    IndicatorValue(fiscal_year=2024, value='9', unit='人', text='9', header='実績 R6')
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    fiscal_year: int | None = Field(
        default=None, title="年度", description="Fiscal year that the header or the cell names; null where none does."
    )
    value: str | None = Field(
        default=None,
        title="値",
        description="Decimal as text in the written precision; null where the cell holds no number (－, 未定).",
        pattern=_DECIMAL,
    )
    unit: str | None = Field(default=None, title="単位", description="From the cell, or else the indicator's unit.")
    text: str = Field(title="原文", description="The cell as printed.")
    header: str = Field(title="見出し", description="Full name of its column.")


class Indicator(BaseModel):
    """One indicator of a row, as its columns tell it.

    >>> import dxlist
    >>> indicator = dxlist.parse("docs/forms/strategy.csv").initiatives[0].indicators[0]
    >>> indicator.name, indicator.unit, [(one.fiscal_year, one.value) for one in indicator.targets]
    ('新規就農者数', '人', [(2028, '20')])
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    kind: IndicatorKind | None = Field(
        default=None,
        title="指標の別",
        description="activity 活動指標, outcome 成果指標, object 対象指標; null: not said.",
    )
    number: str | None = Field(
        default=None, title="指標の番号", description="Which of several, as the header says it: ア, 2, ①."
    )
    name: str | None = Field(default=None, title="指標名", description="The cell that names it, or says all of it.")
    unit: str | None = Field(default=None, title="単位", description="From its own column, as written, half-width.")
    baseline: IndicatorValue | None = Field(default=None, title="基準値", description="現状値, 基準値, 計画策定時.")
    targets: list[IndicatorValue] = Field(
        default_factory=list, title="目標値", description="In the order of the columns."
    )
    actuals: list[IndicatorValue] = Field(default_factory=list, title="実績値", description="Never targets.")
    values: list[IndicatorValue] = Field(
        default_factory=list, title="値", description="In the order of the columns; not said whether target or actual."
    )
    cumulative: bool = Field(default=False, title="累計", description="Its values add up over years.")
    cells: dict[str, str] = Field(
        default_factory=dict,
        title="セル",
        description="Full header -> text, of all its cells in the order of the columns.",
    )

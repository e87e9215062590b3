"""What the tests of exports write: the shipped list, and one whose cells are meant to do harm."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from dxlist.document import parse
from dxlist.exports.cells import join_values
from dxlist.exports.described.content import Content
from dxlist.exports.exporting import export_bytes
from dxlist.exports.format import FORMATS, PLAIN, Style
from dxlist.model.indicator import Indicator, IndicatorValue
from dxlist.model.initiative import Department, Level
from tests.cli.runs import SMALL
from tests.lists import SHIPPED

if TYPE_CHECKING:
    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative
    from dxlist.model.table import Cells, Table

HOSTILE = (
    "=1+1", "@SUM(A1)", "+1+cmd|' /C calc'!A0", "-2+3", "＝1+1", "'=1", "<b>太字</b>&amp;", "|a|b|", "一行目\n二行目",
    "一\r\n二", "a\tb", 'と"引用"と,コンマ', "a;b\\", "\x07鐘\x1b[31m", "_x0041_", "髙﨑①㈱", "𠮷野家", "～−‖〜", " 前後 ", "070009",
    "1e5", "true", "NULL", "NA", "か\u3099", "\u202eabc", "https://example.jp/", "\ufffe\uffff", "2022-01-01", "\u2028線",
    "DROP TABLE initiatives; --", "''", '""',
)  # fmt: skip
"""A text each: formulas, markup, separators, control characters, letters that not every encoding has."""


@cache
def shipped() -> Content:
    return Content([(str(SHIPPED), parse(SHIPPED))])


def with_texts(texts: tuple[str, ...], *, stem: str = "a") -> Document:
    """Return a list with a row for each text, which stands in several columns, and in a further one."""
    document = parse(SMALL.encode(), stem=stem)
    rows = [_row(document.initiatives[0], at, text) for at, text in enumerate(texts, 2)]
    return document.model_copy(update={"initiatives": rows})


def _row(first: Initiative, line: int, text: str) -> Initiative:
    found = {"initiative_id": f"{first.document_id}-{line:04d}", "line": line, "item_name": text, "overview": text}
    sources = {name: source and source.model_copy(update={"line": line}) for name, source in first.sources.items()}
    target = first.kpi_targets[0].model_copy(update={"unit": text, "value": "61.0"})
    extra = {"備考": text, "Line": text, "予算\n額（=千円）": "1,200"}
    return first.model_copy(
        update={
            **found,
            "sources": sources,
            "project_name": text,
            "kpi_targets": [target, target],
            "extra": extra,
            "item_codes": [text[:9], "b"],
        }
    )


@cache
def hostile() -> Content:
    return Content([("hostile.tsv", with_texts(HOSTILE, stem="hostile"))])


@cache
def planned() -> Content:
    """Return a list with three levels, sections, indicators in columns of their own and money by year."""
    document = parse(SMALL.encode(), stem="plan")
    first, second = document.initiatives
    levels = [Level(header="政策", code="1", title="子育て"), Level(header="施策", title="保育")]
    levels.append(Level(header="基本事業", title="園庭"))
    unit = Department(department="こども部", division="保育課", section="入園係")
    extra = {"R6当初予算": "1,200", "R7当初予算": "1,300", "備考": "継続", "令和5年度": "○"}
    rows = [
        first.model_copy(
            update={"levels": levels, "departments": [unit], "indicators": [_outcome(), _activity()], "extra": extra}
        ),
        second.model_copy(update={"levels": levels[:1], "extra": {"6年度": "→"}}),
    ]
    return Content([("plan.csv", document.model_copy(update={"initiatives": rows}))])


def _outcome() -> Indicator:
    return Indicator(
        kind="outcome",
        number="ア",
        name="待機児童数",
        unit="人",
        baseline=IndicatorValue(fiscal_year=2023, value="12", unit="人", text="12", header="現状値（R5）"),
        targets=[IndicatorValue(fiscal_year=2028, value="0", unit="人", text="0", header="目標値（R10）")],
        actuals=[
            IndicatorValue(fiscal_year=2024, value="9.5", unit="人", text="9.5", header="R6実績"),
            IndicatorValue(fiscal_year=2025, text="－", header="R7実績"),
        ],
    )


def _activity() -> Indicator:
    held = IndicatorValue(fiscal_year=2024, value="3", unit="回", text="3回", header="R6")
    return Indicator(kind="activity", name="園の見学会", cumulative=True, values=[held])


CONTENTS = {"shipped": shipped, "hostile": hostile, "planned": planned}


def flat(value: object) -> object:
    """Return a value as a format without lists and decimals holds it."""
    if isinstance(value, tuple):
        return join_values(map(str, value)) or None
    return float(value) if isinstance(value, Decimal) else value


def rows_of(table: Table) -> list[Cells]:
    return list(table.held())


def flat_rows(table: Table) -> list[tuple[object, ...]]:
    return [tuple(map(flat, row)) for row in table.rows]


def exported(content: Content, name: str, table: str | None = None, style: Style = PLAIN) -> bytes | dict[str, bytes]:
    """Return an export whole, also that of a format which comes in pieces."""
    made = export_bytes(content, FORMATS[name], table, style)
    return made if isinstance(made, bytes | dict) else b"".join(made)

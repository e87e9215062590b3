"""The law of the rectangle: a clean rectangle comes back cell by cell under its header, with no doubt.

All rows are as wide as the header, and each column is alike from top to bottom; what a cell looks like is left open: a
project may be called as an office is, a level may be a sentence, neighbours may be equal.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dxlist
from tests.cases.answers import UNITS, fold
from tests.rules.written_lists import found_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dxlist.model.initiative import Initiative

Style = tuple[str, ...]
"""Cells that may stand below each other in one column."""

LEVEL_HEADERS: tuple[tuple[str, ...], ...] = (
    (), ("分野",), ("施策",), ("基本目標",), ("分野", "項目"), ("政策", "施策"), ("政策名", "施策名", "基本事業名"), ("款", "項", "目"),
    ("大項目", "中項目", "小項目"), ("基本目標", "政策", "施策", "小施策"), ("章", "節"),
)  # fmt: skip
LEVELS: tuple[Style, ...] = (
    ("防災", "福祉", "その他", "観光の振興", "議会運営"),
    ("1 安全", "2 健康", "3 教育", "4 産業"),
    ("(1) 農業の担い手", "(2) 商店街", "(3) 企業の誘致"),
    ("誰もが安心して暮らせるまちをつくります", "子どもの成長を支えます。", "産業が育つよう支援する"),
    ("図書館", "公民館", "保健センター", "消防団"),
    ("総務費", "民生費", "教育費", "職員費"),
)
DEPARTMENT_HEADERS = ("担当課", "所管課", "担当部署", "部課名", "所属名", "主管課")
DEPARTMENTS: tuple[Style, ...] = (
    ("総務部 財政課", "市民部 市民課", "教育部 学校教育課"),
    ("企画課", "税務課", "議会事務局", "農業委員会事務局"),
    ("西部衛生組合", "東消防署", "市立病院", "中央公民館"),
)
UPPER, LOWER = ("総務部", "市民部", "教育部", "建設部"), ("財政課", "市民課", "指導課", "道路課")
PROJECT_HEADERS = ("事業名", "事務事業名", "取組名", "主要事業名", "事業名称", "取組名称")
PROJECTS: tuple[Style, ...] = (
    ("電子申請推進事業", "バス運行事業", "検診事業", "消防水利整備事業"),
    ("スポーツ教室", "消防団", "市民課窓口", "保健センター", "図書館"),
    ("議会運営", "その他", "庁舎管理", "総務費"),
    ("子どもの居場所を広げる", "道路を直す。", "職員が研修を受けられるようにする"),
)
OVERVIEW_HEADERS = ("事業概要", "取組内容", "事業内容", "事務事業の概要", "事業の概要")
OVERVIEWS: tuple[Style, ...] = (
    ("団員の活動を支える。", "窓口を改め、待ち時間を短くする。", "費用の一部を補助する。"),
    ("新設", "改修", "更新"),
    ("総務部財政課が行う", "図書館", "防災"),
)
INDICATOR_HEADERS: tuple[tuple[str, ...], ...] = (
    (),
    ("成果指標",),
    ("KPI",),
    ("活動指標", "成果指標"),
    ("指標（KPI）",),
)
INDICATORS: tuple[Style, ...] = (
    ("受診率60％", "参加者120人", "設置数15か所"),
    ("利用者の満足度", "相談の件数", "舗装率"),
    ("利用件数について、12,000件を目標とする。", "訓練を年2回行う。"),
)
FURTHER_HEADERS = (
    "備考", "予算額（千円）", "決算額", "総合評価", "今後の方向性", "開始年度", "根拠法令", "実施方法", "財源", "対象", "目的", "意図", "課題",
    "妥当性", "有効性", "効率性", "人件費（千円）", "うち一般財源", "国庫支出金", "県支出金", "地方債", "新規・継続", "優先度", "達成度", "進捗状況",
    "R4決算額", "R5予算額", "令和6年度予算額", "会計", "実施期間", "関連計画", "電話番号", "ページ", "委員の意見", "市民の参加", "手段", "改善の内容",
    "従事職員数", "連携先", "受益者負担",
)  # fmt: skip
UNKNOWN_HEADERS = frozenset(("ページ", "市民の参加", "従事職員数"))
"""Headers of no known word: what looks like a level or a division below one may be it, where the table has none."""
FURTHER: tuple[Style, ...] = (
    ("1,200", "35,000", "870", "4,416,000"),
    ("A", "B", "C"),
    ("○", "△", "◎"),
    ("拡充", "継続", "縮小", "見直し"),
    ("R4", "R5", "令和6年度"),
    ("総務部 企画課と連携する。", "市民課", "消防団"),
    ("1(2) 農業の再生", "2(1)ア", "第4-1"),
    ("市民の暮らしを守ることを目的とする。", "財源を確保する。"),
)


OF_NO_ROLE = FURTHER[:5]
"""Cells that look like nothing that a record has."""


class Column(NamedTuple):
    """A column: its header, what it is of a record, and its cells, which come again and again."""

    header: str
    part: str
    wheel: tuple[str, ...]
    step: int

    def cell(self, row: int) -> str:
        return self.wheel[(row * self.step + row // len(self.wheel)) % len(self.wheel)]


class Rectangle(NamedTuple):
    columns: tuple[Column, ...]
    height: int

    def rows(self) -> list[list[str]]:
        return [[column.cell(row) for column in self.columns] for row in range(self.height)]

    def written(self) -> bytes:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([[column.header for column in self.columns], *self.rows()])
        return text.getvalue().encode()


@st.composite
def columns_of(draw: st.DrawFn, header: str, part: str, styles: tuple[Style, ...]) -> Column:
    style = draw(st.sampled_from(styles))
    wheel = draw(st.lists(st.sampled_from(style), min_size=1, max_size=5))
    return Column(header, part, tuple(wheel), draw(st.sampled_from((1, 2, 3))))


@st.composite
def rectangles(draw: st.DrawFn) -> Rectangle:
    """Return a rectangle with a project and one more column of a role at least."""
    levels = [draw(columns_of(header, "level", LEVELS)) for header in draw(st.sampled_from(LEVEL_HEADERS))]
    others = [draw(columns_of(draw(st.sampled_from(PROJECT_HEADERS)), "project", PROJECTS))]
    others += draw(departments())
    headers = draw(st.lists(st.sampled_from(FURTHER_HEADERS), min_size=2, max_size=30, unique=True))
    styles = {header: OF_NO_ROLE if header in UNKNOWN_HEADERS else FURTHER for header in headers}
    further = [draw(columns_of(header, "further", styles[header])) for header in headers]
    # Sentences below a header of no known word may be the overview where nothing else is: such a table has one.
    if draw(st.booleans()) or any("。" in cell for column in further for cell in column.wheel):
        others.append(draw(columns_of(draw(st.sampled_from(OVERVIEW_HEADERS)), "overview", OVERVIEWS)))
    for header in draw(st.sampled_from(INDICATOR_HEADERS)):
        others.append(draw(columns_of(header, "indicator", INDICATORS)))
    others += further
    # An upper unit stands left of the lower one, and the levels stand from the top to the bottom, as in every list.
    order = [*levels, *draw(st.permutations(others))] if draw(st.booleans()) else [*levels, *others]
    return Rectangle(tuple(upper_first(order)), draw(st.integers(3, 60)))


@st.composite
def departments(draw: st.DrawFn) -> list[Column]:
    how = draw(st.sampled_from(("none", "one", "two")))
    if how == "two":
        return [draw(columns_of("部", "upper", (UPPER,))), draw(columns_of("課", "lower", (LOWER,)))]
    return (
        [draw(columns_of(draw(st.sampled_from(DEPARTMENT_HEADERS)), "department", DEPARTMENTS))] if how == "one" else []
    )


def upper_first(columns: list[Column]) -> list[Column]:
    """Return the columns with 部 straight before 課."""
    upper = [column for column in columns if column.part == "upper"]
    rest = [column for column in columns if column.part != "upper"]
    at = next((at for at, column in enumerate(rest) if column.part == "lower"), 0)
    return [*rest[:at], *upper, *rest[at:]]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(rectangles())
def test_a_clean_rectangle_comes_back_cell_by_cell(rectangle: Rectangle) -> None:
    document = dxlist.parse(rectangle.written(), stem="rectangle")
    records = list(document.initiatives)
    assert [record.line for record in records] == list(range(2, rectangle.height + 2))
    assert [(one.line, one.cell, one.text) for one in document.leftovers] == []
    for record, row in zip(records, rectangle.rows(), strict=True):
        assert cells_of(record) == wanted_of(rectangle.columns, row)
        assert record.confidence >= 0.7
    assert [one.finding("en").message for one in found_in(document, "DX108", "DX109")] == []


def cells_of(record: Initiative) -> Mapping[str, object]:
    """Return what a record says, in the form in which the cells say it."""
    units = [getattr(unit, part) for unit in record.departments for part in UNITS if getattr(unit, part)]
    return {
        "levels": [fold(f"{level.code or ''}{level.title or ''}") for level in record.levels],
        "departments": fold("".join(units)),
        "project": record.project_name,
        "overview": record.overview,
        "indicators": (record.kpi_text or "").split("\n") if record.kpi_text else [],
        "extra": {fold(header): text for header, text in record.extra.items()},
    }


def wanted_of(columns: tuple[Column, ...], row: list[str]) -> Mapping[str, object]:
    cells = [(column.part, text) for column, text in zip(columns, row, strict=True)]
    below = {fold(column.header): text for column, text in zip(columns, row, strict=True) if column.part == "further"}
    return {
        "levels": [fold(text) for part, text in cells if part == "level"],
        "departments": fold("".join(text for part, text in cells if part in {"upper", "lower", "department"})),
        "project": next(text for part, text in cells if part == "project"),
        "overview": next((text for part, text in cells if part == "overview"), None),
        "indicators": [text for part, text in cells if part == "indicator"],
        "extra": below,
    }

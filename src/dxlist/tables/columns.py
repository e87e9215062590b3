"""The logical columns as data: header spellings, what a cell of each looks like, where its cells may stand.

A new header spelling, or a new trait of a column, is one entry here.  Spellings are folded keys (NFKC, blanks removed,
case folded); they come from data/raw, the 自治体標準オープンデータセット, the 行政事業レビューシート, and DX plans and 総合計画
実施計画 of prefectures, cities and towns, 国土強靱化地域計画.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dxlist.text.folding import fold

if TYPE_CHECKING:
    from dxlist.model.columns import Column
    from dxlist.tables.shapes import Shape

Slot = str
"""A place within a column: ``item.code`` and ``item`` (its title, or code and title), ``departments.office`` …"""

HEADER_SPELLINGS: dict[Column, tuple[str, ...]] = {
    "field": (
        "分野", "政策分野", "施策分野", "分野名", "取組分野", "重点分野", "大項目", "大分類", "大区分", "柱", "施策の柱", "政策の柱",
        "取組の柱", "基本方針", "基本目標", "基本政策", "基本戦略", "基本方向", "基本的方向", "方針", "政策", "政策名", "区分", "分類",
        "体系", "施策体系", "政策体系", "章", "戦略", "重点戦略", "視点", "テーマ", "カテゴリ", "カテゴリー", "領域", "方向性", "推進方針",
        "分野別", "部門", "政策の方向", "目指す姿", "重点目標", "政策区分", "施策区分", "取組区分", "対象分野", "款",
        "事前に備えるべき目標",
    ),
    "item": (
        "項目", "項目名", "取組項目", "施策", "施策名", "施策名称", "施策項目", "中項目", "中分類", "中区分", "個別施策", "具体的施策",
        "主要施策", "推進項目", "実施項目", "取組方針", "小項目", "小分類", "施策の方向", "施策の方向性", "取組の方向性", "基本施策",
        "細項目", "主な施策", "取組テーマ", "個別項目", "計画項目", "推進施策", "節", "重点施策", "重点項目", "施策番号・施策名",
        "重点取組項目", "主要項目", "改革項目", "単位施策", "推進テーマ", "具体的方策", "方策", "起きてはならない最悪の事態",
        "リスクシナリオ",
    ),
    "departments": (
        "担当課", "担当課名", "担当課室", "担当課室名", "担当課(室)", "担当課・室", "担当部局", "担当部局名", "担当部課", "担当部課名", "担当所属",
        "担当部署", "担当部署名", "担当", "担当課等", "所管課", "所管課名", "所管課室", "所管部局", "所管", "所管部署", "所管部課",
        "主管課", "主管課名", "主管部局", "実施課", "実施部署", "実施所属", "実施主体", "所属", "所属名", "部局", "部局名", "部局課名", "部署",
        "部署名", "課名", "課室名", "課所名", "課所室名", "部局・課", "担当室課", "関係課", "担当機関", "実施機関", "取組部署", "部課名", "主担当課", "局名",
        "室課名", "担当組織", "事業担当課", "取組主体", "推進主体", "推進部署", "推進課", "所管局", "担当局", "担当局課", "部局等", "担当部",
        "担当課所", "所管所属", "主管部署", "関係部局", "担当部局・課", "担当部局課", "所管部局課", "担当室", "主管", "取組課", "所管室課", "部局課",
    ),
    "project_name": (
        "事業名又は取組名", "事業(取組)名", "事業名", "事業名称", "取組名", "取組名称", "事業・取組名", "事務事業名", "事業名等", "取組事業名",
        "取組(事業)名", "事業名/取組名", "具体的な取組", "具体的取組", "取組", "取組み", "取組事項", "事業", "事務事業", "施策・事業名", "主な事業",
        "事業(取組)", "取組事業", "プロジェクト名", "事業名・取組名", "主な取組", "個別事業名", "個別事業", "関連事業名", "関連事業", "取組・事業名",
        "件名", "名称", "細事業名", "予算事業名", "主要事業", "主要事業名", "実施事業", "事業名(取組名)", "取組名(事業名)", "プロジェクト",
        "事業・取組", "取組・事業", "事業等名", "事業等の名称", "構成事業", "主要事業名称", "取組等", "事務事業名称", "アクション",
    ),
    "overview": (
        "事業概要又は取組内容", "事業(取組)概要", "事業概要", "概要", "事業内容", "取組内容", "取組みの内容", "内容", "取組概要", "事業の概要", "取組の概要",
        "事業・取組の概要", "実施内容", "具体的内容", "具体的な内容", "具体的な取組内容", "具体的取組内容", "取組の内容", "事業の内容",
        "説明", "事業説明", "目的・内容", "概要・目的", "施策概要", "主な内容", "主な取組内容", "実施概要", "計画内容", "事業(取組)内容",
        "事業・取組内容", "事業・取組概要", "事業目的・概要", "事業の目的・内容", "目的及び内容", "内容(概要)", "概要(内容)", "取組事項の内容",
        "事業の目的及び概要", "目的・概要", "事業概要・取組内容", "取組内容(概要)", "事業等の概要", "実施事項", "取組の説明",
    ),
    "kpi_text": (
        "指標(kpi)又は目標", "指標(kpi)", "kpi", "kpi(指標)", "指標", "指標名", "目標", "成果指標", "成果指標(kpi)", "数値目標", "目標値", "目標指標", "評価指標",
        "活動指標", "kpi・目標", "目標(kpi)", "目標・kpi", "成果目標", "重要業績評価指標", "重要業績評価指標(kpi)", "kpi(重要業績評価指標)", "達成目標",
        "指標・目標", "指標又は目標", "目標・指標", "管理指標", "kpi(目標値)", "アウトカム", "到達目標", "取組目標", "年度目標", "目標(指標)",
        "進捗指標", "効果指標", "指標・目標値", "目標値(kpi)", "指標及び目標", "目標(数値)", "kpi・指標", "指標と目標", "目標(値)", "業績指標",
        "指標・数値目標", "kpi又は目標", "アウトカム指標", "アウトプット指標", "指標(目標)", "達成指標",
    ),
}  # fmt: skip

HEADER_PATTERNS: tuple[tuple[re.Pattern[str], Column, float], ...] = (
    (
        re.compile(
            r"^(?=.*(?:課|局|所属|署|担当|所管|主管|主体|機関|組織))"
            r"(?:部局|部署|部|局|課|室|所属|所|係|班|担当|所管|主管|実施|主体|主|機関|者|組織|窓口|責任|関係|推進|取組み?|事業|部門|又は|及び"
            r"|名|等|の|・|、|/|[()])+$"
        ),
        "departments",
        2.0,
    ),
    (re.compile(r"指標|kpi|目標|アウトカム"), "kpi_text", 1.8),
    (re.compile(r"概要|内容|説明"), "overview", 1.8),
    (re.compile(r"(?:事業|取組み?|プロジェクト).*(?:名称?|件名)"), "project_name", 2.0),
    (re.compile(r"^(?:主な|具体的な?|関連|個別|主要)?(?:事業|取組み?)等?$"), "project_name", 1.4),
    (re.compile(r"項目|施策|方策"), "item", 1.3),
    (re.compile(r"分野|柱|大項目|基本方針|基本目標|政策|戦略|区分"), "field", 1.3),
    (re.compile(r"施策"), "field", 0.9),
    (re.compile(r"事業|取組"), "project_name", 0.8),
    (re.compile(r"取組|方針|方向"), "item", 0.8),
    (re.compile(r"目的"), "overview", 0.7),
    (re.compile(r"^(?:重点)?目標$|^(?:重点|主要)?プロジェクト$"), "field", 0.8),
)
"""Where no spelling fits: what a header speaks of, and how sure that is (a spelling is 3)."""

SPELLING_SCORE = 3.0
EXTRA_NUMBER = re.compile(r"予算|決算|金額|事業費|額$|千円|百万円|^no\.?$|番号|^通番|^連番|^№|年度$|^#$|^id$")
"""Headers of further columns that hold numbers; every other unknown header holds text."""
CODE_HEADER = re.compile(r"(?:番号|no\.?|コード|記号|№)$")
"""Behind 分野, 項目, 施策: the column of its codes."""
_WITH_SCHEDULE = re.compile(r"(?:及び|・|/|と)(?:スケジュール|実施時期|実施年度|年次計画|工程)$")
"""取組内容及びスケジュール is the column of the 取組内容."""
YEAR_PREFIX = re.compile(r"^(?:令和|平成|r|h)?(?:元|\d{1,4})年?度?(?:の|における)?")


@dataclass(frozen=True, slots=True)
class Looks:
    """How much each trait of a cell speaks for a slot, in log-odds against an average cell."""

    code: dict[str, float]
    office: tuple[float, float, float]
    """No office, perhaps one, surely one."""
    form: dict[str, float]
    size: tuple[float, float, float, float, float]
    """Up to 3, 10, 25, 60 characters, longer."""
    missing: float
    """What it costs that a row has no cell for the slot."""

    def weigh(self, shape: Shape) -> float:
        """Return how much a cell of this shape speaks for the slot."""
        code, form = self.code.get(shape.code, 0.0), self.form.get(shape.form, 0.0)
        return code + form + self.office[shape.office] + self.size[shape.size]


_NO_CODE = {
    "bracket": -2.0, "bracket+": -1.5, "plan": -4.0, "plan+": -3.5, "compound": -4.5, "compound+": -3.0,
    "dai": -3.0, "dai+": -1.5, "simple": -1.5, "simple+": -1.0,
}  # fmt: skip

LOOKS: dict[Slot, Looks] = {
    "field.code": Looks(
        {"": -5.0, "simple": 2.5, "dai": 3.0, "compound": 0.0, "bracket": 0.5, "bracket+": -5.0, "plan": -4.0, "plan+": -5.0, "simple+": -5.0, "dai+": -5.0, "compound+": -5.0},
        (0.0, -2.0, -5.0), {"number": 0.0}, (0.5, 0.0, -3.0, -6.0, -9.0), 0.0,
    ),
    "field": Looks(
        {"": 0.0, "simple+": 2.5, "dai+": 3.0, "simple": 0.0, "dai": 0.5, "compound+": -2.0, "compound": -3.0, "bracket": -0.5, "bracket+": 1.2, "plan": -4.0, "plan+": -4.0},
        (0.0, -0.7, -3.5), {"noun": 0.5, "project": -2.0, "sentence": -3.0, "target": -2.5, "number": -2.5}, (-0.5, 0.5, 0.8, -0.7, -4.0), 0.2,
    ),
    "item.code": Looks(
        {"": -6.0, "simple": 1.8, "dai": 0.0, "compound": 4.0, "bracket": 3.0, "bracket+": -6.0, "plan": 3.5, "plan+": -6.0, "simple+": -6.0, "dai+": -6.0, "compound+": -6.0},
        (0.0, -2.0, -5.0), {"number": 0.0}, (0.5, 0.5, -2.0, -6.0, -9.0), 0.0,
    ),
    "item": Looks(
        {"": 0.0, "compound+": 3.2, "compound": 0.5, "bracket": 0.0, "bracket+": 2.2, "plan": 1.0, "plan+": 3.5, "simple+": 1.2, "simple": -0.5, "dai+": 0.3, "dai": 0.0},
        (0.0, -0.7, -3.0), {"noun": 0.8, "project": -1.5, "sentence": -2.2, "target": -1.8, "number": -2.5}, (-1.0, 0.0, 0.7, 0.4, -2.5), 0.3,
    ),
    "departments.office": Looks(
        _NO_CODE, (-4.0, 0.5, 2.5), {"sentence": -3.0, "target": -3.0, "project": -3.0}, (0.0, 0.5, -0.5, -3.0, -6.0), 0.0
    ),
    "departments": Looks(
        _NO_CODE, (-3.0, 1.5, 4.0), {"sentence": -3.0, "target": -2.5, "project": -2.5, "number": -3.0}, (-0.3, 0.5, 0.3, -0.5, -3.0), 1.0
    ),
    "project_name": Looks(
        _NO_CODE, (0.0, -1.0, -3.5), {"project": 2.5, "noun": 0.6, "sentence": -2.0, "target": -1.3, "number": -3.5}, (-1.5, 0.0, 0.5, 0.3, -1.5), 2.0
    ),
    "overview": Looks(
        _NO_CODE, (0.0, -1.5, -4.0), {"sentence": 2.0, "project": -1.5, "noun": -0.6, "target": 0.2, "number": -3.5}, (-3.0, -1.5, -0.3, 0.9, 1.6), 1.5
    ),
    "kpi_text": Looks(
        {**_NO_CODE, "simple": 0.0, "simple+": 0.0, "compound+": -1.5}, (0.0, -1.5, -4.0),
        {"target": 2.3, "sentence": 1.0, "noun": -0.2, "project": -1.5, "number": 0.3}, (-0.6, 0.0, 0.3, 0.7, 0.3), 1.2,
    ),
    "extra.number": Looks(
        {**_NO_CODE, "simple": 0.5}, (0.0, -2.0, -4.0), {"number": 2.8, "noun": -1.5, "project": -3.0, "sentence": -3.0, "target": -1.0}, (0.8, 0.5, -1.0, -3.0, -5.0), 0.2,
    ),
    "extra.code": Looks(
        {"": 0.0, "simple": 2.0, "dai": 2.0, "compound": 4.5, "bracket": 3.0, "bracket+": -3.0, "plan": 0.0, "plan+": -5.0, "simple+": -3.0, "dai+": -3.0, "compound+": 3.5},
        (0.0, -2.0, -4.0), {"number": 1.5, "noun": 0.0, "project": -3.0, "sentence": -3.0, "target": -1.0}, (0.8, 0.5, -2.0, -4.0, -6.0), 0.2,
    ),
    "extra.text": Looks(
        {**_NO_CODE, "simple": 0.0, "simple+": -0.5}, (0.0, -0.7, -2.5), {"number": 0.3, "noun": 0.2, "project": -1.0, "sentence": 0.0, "target": -0.5}, (0.3, 0.2, 0.0, 0.0, -0.7), 0.1,
    ),
}  # fmt: skip

DOUBLE: dict[Column, tuple[Slot, Slot]] = {
    "field": ("field.code", "field"),
    "item": ("item.code", "item"),
    "departments": ("departments.office", "departments"),
}
"""Columns whose cell may be parted into two beside each other: code | title, department | division."""

DOUBLE_COST: dict[Slot, float] = {"field.code": 3.0, "item.code": 0.3, "departments.office": 1.5}
"""What it costs to part a column under whose header stands one column."""

EXTRA_TEXT = re.compile(
    r"備考|単位|現状|実績|期間|スケジュール|対象|根拠|進捗|評価|課題|効果|状況|連携|財源|新規|継続|区分$|始期|終期|時期|関連"
)
"""Headers of further columns that hold text; a header that speaks of these is none of the six unless spelled so."""

PATTERN_BESIDE_SPELLING = 0.5
"""What a pattern is worth beside a spelling that names another column: 施策 is the field where 項目 is the item."""


@lru_cache(maxsize=2048)
def header_scores(text: str) -> tuple[tuple[Column, float], ...]:
    """Return the logical columns that a header cell may name, with how sure that is.

    >>> header_scores("事 業 名")[0]
    ('project_name', 3.0)
    >>> header_scores("備考")
    ()
    """
    key = _key_of(fold(text))
    found = {column: SPELLING_SCORE for column, spellings in HEADER_SPELLINGS.items() if key in spellings}
    if not found and (EXTRA_NUMBER.search(key) or EXTRA_TEXT.search(key)) and not CODE_HEADER.search(key):
        return ()
    share = PATTERN_BESIDE_SPELLING if found else 1.0
    for pattern, column, score in HEADER_PATTERNS:
        if pattern.search(key):
            found[column] = max(score * share, found.get(column, 0.0))
    return tuple(sorted(found.items(), key=lambda pair: -pair[1]))


def _key_of(key: str) -> str:
    """Take the year (令和4年度目標) and a frame of brackets (【事業名】) off a folded header; 取り組み is 取組."""
    bare = key.replace("[", "(").replace("]", ")").strip("【】<>《》『』「」:・*※")
    bare = _WITH_SCHEDULE.sub("", bare.replace("取り組み", "取組"))
    return YEAR_PREFIX.sub("", bare) or bare

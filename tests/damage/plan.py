"""What holds for a whole list: its government, the order of its columns, its spellings and its marks."""

from dataclasses import dataclass, field
from random import Random

from tests.damage.kinds import draw_kinds
from tests.damage.sentences import pick
from tests.damage.vocabulary import GOVERNMENTS, Government

USUAL_ORDER = ("field", "item", "dept", "project", "overview", "kpi")
OTHER_ORDERS = (
    ("dept", "field", "item", "project", "overview", "kpi"),
    ("field", "item", "project", "overview", "kpi", "dept"),
    ("field", "item", "dept", "project", "kpi", "overview"),
    ("field", "item", "project", "dept", "overview", "kpi"),
    ("field", "item", "project", "overview", "dept", "kpi"),
    ("field", "item", "project", "kpi", "overview", "dept"),
)
USUAL_SPELLING = {
    "field": "分野",
    "item": "項目",
    "dept": "担当課",
    "project": "事業名又は取組名",
    "overview": "事業概要又は取組内容",
    "kpi": "指標（KPI）又は目標",
}
SPELLINGS: dict[str, tuple[str, ...]] = {
    "field": ("分野", "政策分野", "政策", "柱", "施策の柱", "基本目標", "重点分野", "大項目", "基本方針"),
    "item": ("項目", "施策", "取組項目", "施策項目", "中項目", "基本施策", "具体的施策", "施策名"),
    "dept": (
        "担当課",
        "所管課",
        "担当部署",
        "担当部局",
        "所管部局",
        "担当部課名",
        "担当所属",
        "部局・課名",
        "担当課名",
    ),
    "project": (
        "事業名又は取組名",
        "事業(取組)名",
        "事業名",
        "事業・取組名",
        "取組名",
        "事務事業名",
        "主な事業",
        "事業名称",
    ),
    "overview": (
        "事業概要又は取組内容",
        "事業(取組)概要",
        "事業概要",
        "取組内容",
        "事業内容",
        "概要",
        "取組の概要",
        "内容",
    ),
    "kpi": (
        "指標（KPI）又は目標",
        "指標(KPI)又は目標",
        "KPI",
        "成果指標",
        "目標・指標",
        "数値目標",
        "指標",
        "目標",
        "KPI（重要業績評価指標）",
    ),
}
_LIKE_THE_REAL_LIST = tuple(government for government in GOVERNMENTS if government.item_style == "sub")
EXTRA_HEADERS = {
    "extra_column_number": ("No.", "番号", "No", "通番"),
    "extra_column_budget": ("予算額", "予算額（千円）", "当初予算額", "事業費", "令和5年度予算額"),
    "extra_column_remarks": ("備考", "備　考", "新規・継続"),
}


@dataclass(slots=True)
class Plan:
    """The choices of one list, and the kinds of damage that were asked for and done."""

    rng: Random
    government: Government
    asked: frozenset[str]
    order: tuple[str, ...]
    headers: dict[str, str]
    extras: dict[str, str]
    parts: int
    year: int
    ditto: str
    code_gap: str
    unit_gap: str
    done: set[str] = field(default_factory=set)

    def asks(self, kind: str) -> bool:
        """Was this kind asked for?"""
        return kind in self.asked

    def chance(self, share: float) -> bool:
        """Does a thing of this share happen here?"""
        return self.rng.random() < share


def _headers(rng: Random, asked: frozenset[str]) -> dict[str, str]:
    if "header_other_spelling" not in asked:
        return dict(USUAL_SPELLING)
    return {slot: pick(rng, words) for slot, words in SPELLINGS.items()}


def _extras(rng: Random, asked: frozenset[str]) -> dict[str, str]:
    """Slot -> header of the columns that are not among the six."""
    return {kind: pick(rng, headers) for kind, headers in EXTRA_HEADERS.items() if kind in asked}


def draw_plan(seed: int) -> Plan:
    """The choices of the list of this seed."""
    rng = Random(seed)
    asked = draw_kinds(rng)
    return Plan(
        rng=rng,
        government=pick(rng, GOVERNMENTS if rng.random() < 0.75 else _LIKE_THE_REAL_LIST),
        asked=asked,
        order=pick(rng, OTHER_ORDERS) if "header_other_order" in asked else USUAL_ORDER,
        headers=_headers(rng, asked),
        extras=_extras(rng, asked),
        parts=2 if rng.random() < 0.4 and "no_title" not in asked else 1,
        year=rng.randint(4, 8),
        ditto=pick(rng, ("〃", "〃", "同上", "同　上")),
        code_gap="　" if "ideographic_blank_after_code" in asked else " ",
        unit_gap="　" if "ideographic_blank_in_department" in asked else " ",
    )

"""A city's budget as a list: a name in a row for each of its expenses, and the same plain names in every department."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.projects.rows import row

if TYPE_CHECKING:
    from dxlist.model.initiative import Initiative

DEPARTMENTS = [
    f"{head}部 {tail}課"
    for head in ("総務", "市民", "福祉", "建設", "産業", "教育", "環境", "消防")
    for tail in ("企画", "財政", "税務", "管財", "契約", "情報", "広報")
][:52]
PLAIN = (
    "一般管理費",
    "一般事務費",
    "職員給与費",
    "庁舎管理費",
    "研修事業",
    "施設管理費",
    "システム管理費",
    "広報事業",
    "委員会運営費",
)
"""Names that a department has whatever it does."""
THINGS = [
    "学校",
    "公園",
    "道路",
    "保育所",
    "図書館",
    "下水道",
    "市営住宅",
    "公民館",
    "高齢者",
    "障害者",
    "子育て",
    "観光",
    "農業",
    "林業",
    "商工業",
    "スポーツ",
]
ENDS = [
    "施設整備事業",
    "活動支援事業",
    "環境改善事業",
    "情報発信事業",
    "安全対策事業",
    "交流推進事業",
    "相談支援事業",
    "設備改修事業",
]
EXPENSES = [
    "報酬",
    "給料",
    "職員手当等",
    "共済費",
    "旅費",
    "需用費",
    "役務費",
    "委託料",
    "使用料及び賃借料",
    "工事請負費",
    "備品購入費",
    "負担金",
]


def make_budget(seed: int = 5) -> tuple[list[Initiative], list[tuple[str, str]]]:
    """Return some 2,000 rows and of each its true project: the name and the department."""
    chance = random.Random(seed)
    own = [f"{thing}{end}" for thing in THINGS for end in ENDS]
    rows, truth = list["Initiative"](), list[tuple[str, str]]()
    for number, department in enumerate(DEPARTMENTS):
        names = own[number :: len(DEPARTMENTS)] + list(PLAIN[: chance.randint(3, len(PLAIN))])
        for name in (name for name in names for _ in range(chance.randint(2, 9))):
            overview = f"{chance.choice(EXPENSES)}、{chance.choice(EXPENSES)}に要する経費"
            rows.append(row(name, department=department, overview=overview, line=len(rows) + 1, document="city"))
            truth.append((name, department))
    return rows, truth

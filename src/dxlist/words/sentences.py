"""How prose ends, and the words by which targets and projects are known.

Source: grammar of official Japanese (公用文作成の考え方, 文化審議会 2022) and the lists in data/raw.
"""

from __future__ import annotations

import re

SENTENCE = re.compile(
    r"(?:する|図る|行う|いる|ある|なる|れる|せる|える|める|ける|げる|ます|です|した|った|らう|す|む|ぐ)[。」)）]?$"
)
"""A predicate at the end."""
SENTENCE_LAST = frozenset("るうすたむぐ。」)）")
"""Last letters of what SENTENCE finds."""

TARGET = re.compile(
    r"目標|指標|KPI|ＫＰＩ"
    r"|[0-9０-９] ?(?:件|[%％]|人|名|回|団体|社|所|施設|校|市町村|時間|台|箇所|か所|ヶ所|事業|割|ポイント|万|億|円|者|本|世帯|館|区)"
    r"|(?:以上|以下|以内|未満|程度|累計|増|減|向上|設定なし)[)）]?$"
)
"""Words of an indicator or a target."""

PROJECT = re.compile(
    r"(?:事業|プロジェクト|運営費|経費|管理費|補助金|交付金|委託費|業務|事業費)(?:[(（].*[)）]|「.*」|[\[［].*[\]］]|【.*】)*$"
)
"""Ends of the name of a project."""
PROJECT_LAST = frozenset("業ト費金務)）」]］】")
"""Last letters of what PROJECT finds."""

NUMBER = re.compile(r"[△▲\-+]?[0-9０-９,，.．]+(?:千円|百万円|億円|万円|円|[%％])?$|[-－―—]+$")
"""Nothing but a number, as in a column of budgets."""

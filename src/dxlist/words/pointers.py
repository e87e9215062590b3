"""Words that point to something outside the cell: to the left, above, on another sheet.

Source: 公用文の用語の手引 and 公用文作成の考え方 (文化審議会 2022) on 上記, 左記, 別紙 and their like, and the lists in data/raw.
"""

from __future__ import annotations

import re

ASIDE = re.compile(
    r"[左右]記|同上|[左右上下](?:の)?欄|[前次][頁葉]|[前次]ページ|[前後]掲"
    r"|別[紙表添](?:\d+|[一二三四五])?(?=のとお|の通|を?参照|に(?:記載|示|掲|よ)|。|$)"
    r"|(?<![一-龠0-9])\d\(\d+\)[ア-ンa-z]?(?=と同様|に同じ|と同じ|を?参照)|No\.? ?\d+(?=と同|に同じ|を?参照)"
)
"""These point to another cell, row or sheet."""
BACK = re.compile(r"上記|前述|先述|上述|前記|既述|前項")
"""These need something before them in the same text."""
AHEAD = re.compile(r"下記|次の(?:とおり|通り)|以下の(?:とおり|通り)|次に掲げる")
"""These need something behind them."""
NOTHING_BEFORE = 8
"""So few letters before BACK hold nothing that it could mean."""
SOMETHING_BEHIND = re.compile(r"[。：:\s①-⑳・●○■]\s*[^\s。）)]{2,}")
"""Behind AHEAD: what it announces."""

"""What ``dxlist dedupe`` calls levels, grades and reasons, in both languages, side by side."""

from __future__ import annotations

from dxlist.report.words import COLUMN_WORDS
from dxlist.text.bilingual import Bilingual

LEVEL_WORDS: dict[str, Bilingual] = {
    "first": Bilingual("", ""),
    "decided": Bilingual("人の判断", "decided by a person"),
    "exact": Bilingual("同名", "same name"),
    "folded": Bilingual("字形・空白の違い", "same but for width and blanks"),
    "expanded": Bilingual("略語の違い", "same but for an abbreviation"),
    "merged": Bilingual("結合セル", "printed once for several items"),
    "respelled": Bilingual("表記の違い", "another spelling"),
    "slip": Bilingual("一字違い", "a letter differs"),
}
"""Of a level that joined a row; short, for it stands behind every row."""

GRADE_WORDS: dict[str, Bilingual] = {
    "contradiction": Bilingual("矛盾", "contradiction"),
    "difference": Bilingual("相違", "difference"),
    "spelling": Bilingual("表記", "spelling"),
}
GRADE_STYLES = {"contradiction": "bold red", "difference": "bold yellow", "spelling": "bold"}

CONFLICT_COLUMNS: dict[str, Bilingual] = {**COLUMN_WORDS, "kpi_targets": Bilingual("目標値", "targets")}

NAMELESS = Bilingual("（事業名なし）", "(no project name)")
NOTHING = Bilingual("（記載なし）", "(nothing)")

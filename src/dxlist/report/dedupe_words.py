"""What ``dxlist dedupe`` calls levels, grades and reasons, in both languages, side by side."""

from __future__ import annotations

from dxlist.report.words import COLUMN_WORDS
from dxlist.text.bilingual import Bilingual

GRADE_WORDS: dict[str, Bilingual] = {
    "contradiction": Bilingual("矛盾", "contradiction"),
    "difference": Bilingual("相違", "difference"),
    "spelling": Bilingual("表記", "spelling"),
}
GRADE_STYLES = {"contradiction": "bold red", "difference": "bold yellow", "spelling": "bold"}

CONFLICT_COLUMNS: dict[str, Bilingual] = {**COLUMN_WORDS, "kpi_targets": Bilingual("目標値", "targets")}

NAMELESS = Bilingual("（事業名なし）", "(no project name)")
NOTHING = Bilingual("（記載なし）", "(nothing)")

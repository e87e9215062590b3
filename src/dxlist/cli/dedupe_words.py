"""What ``dxlist dedupe`` calls levels, grades and reasons, in both languages, side by side."""

from __future__ import annotations

from dxlist.bilingual import Bilingual
from dxlist.cli.words import COLUMN_WORDS

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

REASON_WORDS: dict[str, Bilingual] = {
    "factor_of_ten": Bilingual("桁が違う", "a factor of ten"),
    "off_by_one": Bilingual("1だけ違う", "off by one"),
    "other_values": Bilingual("値が違う", "other values"),
    "other_deadline": Bilingual("期限が違う", "another deadline"),
    "other_targets": Bilingual("一方にだけある目標がある", "a target that only one has"),
    "missing": Bilingual("一方にしか目標がない", "only one has a target"),
    "wording": Bilingual("文言が違う", "other words"),
    "width": Bilingual("字形・空白・括弧が違う", "width, blanks or brackets"),
    "spelling": Bilingual("表記が違う", "spelling"),
    "slip": Bilingual("一字程度違う", "a letter or so"),
    "other_departments": Bilingual("担当課が違う", "other departments"),
    "other_title": Bilingual("項目名が違う", "another title of the item"),
}

APART_WORDS: dict[str, Bilingual] = {
    "both_attested": Bilingual("どちらの書き方も何度も出てくる", "both spellings are printed several times"),
    "other_divisions": Bilingual("担当課が違う", "other divisions"),
    "no_division": Bilingual("一方に担当課がない", "one has no division"),
    "other_overviews": Bilingual("事業概要が違う", "other overviews"),
    "other_word": Bilingual("別の語かもしれない", "it may be another word"),
    "ambiguous": Bilingual("似た事業が2つ以上ある", "it is near two projects or more"),
}
"""What kept two projects with near names apart."""

NAMELESS = Bilingual("（事業名なし）", "(no project name)")
NOTHING = Bilingual("（記載なし）", "(nothing)")

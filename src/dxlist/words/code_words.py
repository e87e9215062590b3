"""What the codes of the records are called in a table or on a screen: one word for each, in both languages.

Source: the descriptions of the models (``dxlist.model``), whose codes these are.
"""

from __future__ import annotations

from dxlist.text.bilingual import Bilingual, both_languages
from dxlist.words.column_names import COLUMN_NAMES

KPI_STATUS_WORDS: dict[str, Bilingual] = {
    "quantitative": Bilingual("数値目標", "a target"),
    "milestone": Bilingual("期限のある成果物", "a dated deliverable"),
    "qualitative": Bilingual("文章だけ", "words only"),
    "none_declared": Bilingual("定めない", "none is set"),
    "shared": Bilingual("上の行と同じ", "as the row above"),
    "missing": Bilingual("空欄", "nothing"),
}

COMPARATOR_WORDS: dict[str, Bilingual] = {
    "eq": Bilingual("ちょうど", "exactly"),
    "ge": Bilingual("以上", "at least"),
    "gt": Bilingual("超", "more than"),
    "le": Bilingual("以下", "at most"),
    "lt": Bilingual("未満", "less than"),
    "approx": Bilingual("程度", "about"),
    "increase": Bilingual("増", "up by"),
    "decrease": Bilingual("減", "down by"),
}

PERIOD_WORDS: dict[str, Bilingual] = {"annual": Bilingual("年間", "a year"), "monthly": Bilingual("月間", "a month")}

DEADLINE_WORDS: dict[str, Bilingual] = {"by": Bilingual("までに", "by"), "in": Bilingual("その年度に", "in")}

TARGET_GRADE_WORDS: dict[str, Bilingual] = {
    "explicit": Bilingual("明示された目標", "a stated target"),
    "activity": Bilingual("活動の予定", "a planned activity"),
    "scope": Bilingual("対象の規模", "how many are served"),
}

CONFLICT_GRADE_WORDS: dict[str, Bilingual] = {
    "contradiction": Bilingual("矛盾", "contradiction"),
    "difference": Bilingual("相違", "difference"),
    "spelling": Bilingual("表記", "spelling"),
}

CONFLICT_COLUMN_WORDS: dict[str, Bilingual] = {**COLUMN_NAMES, "kpi_targets": Bilingual("目標値", "targets")}

SEVERITY_WORDS: dict[str, Bilingual] = {
    "error": Bilingual("エラー", "error"),
    "warning": Bilingual("警告", "warning"),
    "info": Bilingual("情報", "info"),
}

DELIMITER_WORDS: dict[str, Bilingual] = {
    "tab": Bilingual("タブ", "tab"),
    "comma": Bilingual("コンマ", "comma"),
    "semicolon": Bilingual("セミコロン", "semicolon"),
    "bar": Bilingual("縦棒", "bar"),
}

LINE_END_WORDS: dict[str, Bilingual] = {"none": Bilingual("なし", "none")}

REPAIR_WORDS: dict[str, Bilingual] = {
    "filled": Bilingual("上から補った", "filled from above"),
    "ditto": Bilingual("同上を読み替えた", "ditto mark read"),
    "shifted": Bilingual("ずれを戻した", "shifted back"),
    "unwrapped": Bilingual("改行跡をつないだ", "unwrapped"),
    "trimmed": Bilingual("端の空白を除いた", "trimmed"),
    "split": Bilingual("番号を分けた", "code split off"),
    "truncated": Bilingual("切れて失われた", "truncated"),
    "corrected": Bilingual("人が正した", "corrected by a person"),
}

LEFTOVER_WORDS: dict[str, Bilingual] = {
    "repeats_item": Bilingual("項目と同じ文字の重複", "repeats the item"),
    "no_place": Bilingual("どの列にも当たらない", "fits no column"),
    "carried_nowhere": Bilingual("続く行がない", "no row follows it"),
}

LINE_WORDS: dict[str, Bilingual] = {
    "title": Bilingual("表題", "title"),
    "header": Bilingual("見出し", "header"),
    "section": Bilingual("下の行の見出し", "head of the rows below"),
    "body": Bilingual("本体", "body"),
    "note": Bilingual("注記", "note"),
    "total": Bilingual("合計の行", "total"),
    "unit": Bilingual("単位の行", "unit line"),
    "page_number": Bilingual("ページ番号", "page number"),
    "blank": Bilingual("空行", "blank"),
}

DOUBT_WORDS: dict[str, Bilingual] = {
    "item_of_new_field": Bilingual("分野が変わったのに項目がない", "the field is new and there is no item"),
    "no_project": Bilingual("事業名がない", "there is no project name"),
    "shared_over_field": Bilingual("分野が変わったのに事業がない", "the field is new and there is no project"),
}


def word(words: dict[str, Bilingual], code: str) -> Bilingual:
    """Return what a code is called; one that has no word yet is its own word."""
    return words[code] if code in words else both_languages(code)

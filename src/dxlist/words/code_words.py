"""What the codes of the records are called in a table or on a screen: one word for each, in both languages.

Source: the descriptions of the models (``dxlist.model``), whose codes these are.
"""

from __future__ import annotations

from dxlist.text.bilingual import Bilingual, both_languages
from dxlist.words.column_names import COLUMN_NAMES

KPI_STATUS_WORDS: dict[str, Bilingual] = {
    "quantitative": Bilingual("数値目標", "a target"),
    "milestone": Bilingual("期限のある成果物", "a dated deliverable"),
    "no_target": Bilingual("目標でない数値", "numbers, no target"),
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

INDICATOR_KIND_WORDS: dict[str, Bilingual] = {
    "activity": Bilingual("活動指標", "activity indicator"),
    "outcome": Bilingual("成果指標", "outcome indicator"),
    "object": Bilingual("対象指標", "object indicator"),
}

VALUE_ROLE_WORDS: dict[str, Bilingual] = {
    "baseline": Bilingual("基準値", "baseline"),
    "target": Bilingual("目標値", "target"),
    "actual": Bilingual("実績値", "actual"),
    "value": Bilingual("値", "value"),
}

ROLE_WORDS: dict[str, Bilingual] = {
    "level": Bilingual("階層", "level"),
    "level.code": Bilingual("階層の番号", "code of a level"),
    "department": Bilingual("担当", "responsible unit"),
    "department.code": Bilingual("担当の番号", "code of the unit"),
    "department.department": Bilingual("担当の部", "department"),
    "department.bureau": Bilingual("担当の局", "bureau"),
    "department.division": Bilingual("担当の課", "division"),
    "department.section": Bilingual("担当の係", "section"),
    "project": Bilingual("事業名", "project"),
    "project.code": Bilingual("事業の番号", "code of the project"),
    "project.department": Bilingual("事業名と担当", "project and its unit"),
    "overview": Bilingual("事業概要", "overview"),
    "text": Bilingual("そのほかの文", "other text"),
    "indicator": Bilingual("指標", "indicator"),
    "indicator.name": Bilingual("指標名", "name of an indicator"),
    "indicator.unit": Bilingual("指標の単位", "unit of an indicator"),
    **{f"indicator.{part}": said for part, said in VALUE_ROLE_WORDS.items()},
    "indicator.note": Bilingual("指標の備考", "note on an indicator"),
    "money": Bilingual("金額", "money"),
    "schedule": Bilingual("年次計画", "schedule"),
    "evaluation": Bilingual("評価", "evaluation"),
    "number": Bilingual("通し番号", "running number"),
    "code": Bilingual("そのほかの番号", "other code"),
    "note": Bilingual("備考", "note"),
    "further": Bilingual("その他の列", "a further column"),
}
"""What a column is for, by kind and part of its role (``dxlist.model.roles``), as a sidecar writes them."""

PAGE_KIND_WORDS: dict[str, Bilingual] = {
    "all_in_place": Bilingual("どの行も見出しの位置どおり", "every row reads in place"),
    "rows_slid": Bilingual("ずれた行がある", "rows slid"),
    "uneven_width": Bilingual("行の幅がそろっていない", "rows differ in width"),
    "cells_without_header": Bilingual("見出しのない位置にセルがある", "cells stand under no header"),
}
"""Why a page is read as a clean rectangle, or as one that was printed and damaged."""

KNOWN_BY_WORDS: dict[str, Bilingual] = {
    "sidecar": Bilingual("付属ファイル", "sidecar"),
    "spelling": Bilingual("見出しの表記", "spelling"),
    "content": Bilingual("下のセルからの推定", "guessed by its cells"),
    "none": Bilingual("見出しが分からない", "no role is known"),
}
"""How the role of a column is known."""

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
    "rejoined": Bilingual("コンマで分かれたセルをつないだ", "cell cut by a comma joined"),
    "cleaned": Bilingual("見えない文字や数の中の空白を除いた", "cleaned"),
    "unwrapped": Bilingual("改行跡をつないだ", "unwrapped"),
    "trimmed": Bilingual("端の空白を除いた", "trimmed"),
    "split": Bilingual("番号を分けた", "code split off"),
    "truncated": Bilingual("切れて失われた", "truncated"),
    "corrected": Bilingual("人が正した", "corrected by a person"),
    "inferred": Bilingual("部局はほかの行にある", "its department stands in another line"),
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
    "units_inferred": Bilingual("部署の対応は推測", "which units belong together is inferred"),
    "item_of_new_field": Bilingual("分野が変わったのに項目がない", "the field is new and there is no item"),
    "no_project": Bilingual("事業名がない", "there is no project name"),
    "shared_over_field": Bilingual("分野が変わったのに事業がない", "the field is new and there is no project"),
    "level_printed_elsewhere": Bilingual(
        "分野・項目が結合セルの最初の行にない", "its field or item is not printed in the first row of the merged cell"
    ),
    "level_code_differs": Bilingual(
        "項目番号が上の分野と合わない", "the code of the item is not one of the field above"
    ),
    "above_the_first_level": Bilingual("最初の分野より上の行", "it stands above the first field"),
    "unit_perhaps_merged": Bilingual(
        "担当課の空白が結合セルか、はっきりしない", "the blank department may be merged with the one above"
    ),
    "text_too_long_to_fill": Bilingual(
        "上の結合セルの文字が長すぎるので補っていない", "the merged cell above is too long to be repeated here"
    ),
    "cell_too_long": Bilingual(
        "長すぎて値を読み取らなかったセルがある", "a cell is too long, and no values were read from it"
    ),
}


def word(words: dict[str, Bilingual], code: str) -> Bilingual:
    """Return what a code is called; one that has no word yet is its own word."""
    return words[code] if code in words else both_languages(code)

"""What the command line calls things, in both languages, side by side."""

from __future__ import annotations

from dxlist.text.bilingual import Bilingual, both_languages
from dxlist.words.column_names import COLUMN_NAMES

COLUMN_WORDS = COLUMN_NAMES

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

KIND_WORDS: dict[str, Bilingual] = {
    "title": Bilingual("表題", "title"),
    "header": Bilingual("見出し", "header"),
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


def word(words: dict[str, Bilingual], key: str) -> Bilingual:
    """Return what ``key`` is called; a key that has no word yet, such as a further column's header, is its own word."""
    return words[key] if key in words else both_languages(key.removeprefix("extra."))

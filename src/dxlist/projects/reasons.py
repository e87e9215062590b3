"""In words for people: why two projects were not joined, and in what the rows of one disagree."""

from __future__ import annotations

from dxlist.text.bilingual import Bilingual

SUGGESTION_REASONS: dict[str, Bilingual] = {
    "other_divisions": Bilingual("同じ名称だが、担当課も内容も異なる", "one name, but other divisions and contents"),
    "respelled": Bilingual("表記が異なり、担当課などで確かめられない", "another spelling, and nothing else agrees"),
    "both_attested": Bilingual("一字違いだが、どちらの名称も繰り返し現れる", "a letter differs, and both names recur"),
    "no_division": Bilingual("一字違いだが、担当課などで確かめられない", "a letter differs, and nothing else agrees"),
    "other_overviews": Bilingual("一字違いだが、事業概要が異なる", "a letter differs, and the overviews do too"),
    "other_word": Bilingual("一字違いだが、別の語とも読める", "a letter differs that may make another word"),
    "ambiguous": Bilingual("一字違いの事業が二つ以上ある", "a letter away from more than one project"),
    "bracket_dropped": Bilingual("一方に個別事業名がない", "one of them names no sub-project"),
    "other_programme": Bilingual("個別事業名は同じだが、上位の事業が異なる", "one sub-project, other programmes"),
    "similar": Bilingual("名称が似ている", "the names are similar"),
}
"""``Suggestion.reason`` -> what kept the two projects apart."""

CONFLICT_REASONS: dict[str, Bilingual] = {
    "factor_of_ten": Bilingual("目標値の桁が異なる", "target values a factor of ten apart"),
    "off_by_one": Bilingual("目標値が1だけ異なる", "target values one apart"),
    "other_values": Bilingual("目標値が異なる", "other target values"),
    "other_deadline": Bilingual("目標年度が異なる", "other target years"),
    "other_targets": Bilingual("目標の組が異なる", "another set of targets"),
    "missing": Bilingual("目標のない行がある", "targets in some rows only"),
    "wording": Bilingual("文言が異なる", "other words"),
    "unlike": Bilingual("別の面から述べている", "written of another side of it"),
    "other_departments": Bilingual("担当課が異なる", "other departments"),
    "other_title": Bilingual("同じ項目番号で項目名が異なる", "other titles of one item code"),
    "slip": Bilingual("名称が一字異なる", "a letter of the name differs"),
    "spelling": Bilingual("表記が異なる", "another spelling"),
    "width": Bilingual("全角・半角、括弧、空白が異なる", "width, brackets or blanks"),
}
"""``Conflict.reason`` -> in what the rows disagree."""

"""Forms in which plans number their fields and items.

Source: 公用文作成の考え方 (文化審議会 建議 2022) on the order of 第1, 1, (1), ア, (ア); the list in data/raw (fukushima_r04) for 3(1)ア,
第4-1 and 計画; Ⅰ, 1-2, 施策1 and the rarer forms are everyday office Japanese, no source.
The patterns read narrow text (:func:`dxlist.text.widths.narrow`).
"""

from __future__ import annotations

from dxlist.text.regex import regex

KANA = "アイウエオカキクケコサシスセソタチツテト"
"""Sub-codes in document order, as official documents count (公用文作成の考え方, 文化審議会 2022)."""

_PLAN_MARK = "計画"
"""In place of a code: the item is of the plan, not of the basic policy."""

LABELS = (
    "基本目標", "基本方針", "基本施策", "基本政策", "重点施策", "個別施策", "重点取組", "施策", "取組", "戦略", "方針",
    "目標", "政策", "柱", "項目", "分野", "視点",
)  # fmt: skip
"""Words that stand before a number and belong to the code: 基本方針1, 施策2-1."""

_COUNTERS = "年月日人件名回割倍万億歳つ台社校団市町村区次期世者部局課個段ヶか％%階種"
"""Behind a number these count something: 12市町村 is no item 12."""

_label = f"(?:(?:{'|'.join(LABELS)}) ?)"
_number = r"(?:\d{1,2}|[Ⅰ-Ⅻ]|[IVX]{1,4}|[A-H])"
_kana = rf"[{KANA}](?![ァ-ヶー])"
_bracket = r"\( ?(?:\d{1,2}|[ァ-ヶ]|[a-z]|[ivx]+) ?\)"
_step = rf"(?: ?{_bracket}| ?- ?(?:\d{{1,2}}|{_bracket})|[.・](?:\d{{1,2}}(?=[ .]|$)))"
_end = rf"(?![0-9])(?<![0-9](?=[{_COUNTERS}]))"
# A counter behind a digit makes it an amount (1-2名); behind a bracket or a kana it begins the title (2(2)市町村間の…).

PLAN = regex(rf"(?:{_PLAN_MARK}|[(\[【〔<] ?{_PLAN_MARK} ?[)\]】〕>])(?= |$)")
DAI = regex(r"第 ?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?: ?- ?\d{1,2})? ?[章節編]?(?![0-9年回期次])")
COMPOUND = regex(rf"{_label}?{_number}{_step}{{1,3}}(?: ?{_kana})?{_end}|{_number} ?{_kana}{_end}")
BRACKETED = regex(rf"{_bracket}(?: ?{_kana}|-\d{{1,2}})?{_end}")
LABELLED = regex(rf"{_label}{_number}(?![0-9A-Za-z{_COUNTERS}])[.:]?")
SIMPLE = regex(rf"{_number}(?:[.:、] ?|(?= |$))")
CIRCLED = regex(r"[①-⑳]")
GLUED = regex(rf"(?:\d{{1,2}}|[Ⅰ-Ⅻ])(?=[一-龠ァ-ヶ])(?![{_COUNTERS}])")
"""A number and a name without a blank between: 1行政サービスの向上."""
SUB_KANA = regex(rf"[ 、・,]{{1,2}}({_kana})(?=[ 、・,]|$)")
SUB_BRACKET = regex(rf"[ 、・,]{{1,2}}({_bracket})")
FURTHER = regex(rf"[ 、・,]{{1,2}}(?:{COMPOUND.pattern})")
_circled = "[①-⑳㉑-㉟❶-❿]"
_sign = rf"(?:{_number}|{_circled}|{_kana})"
RARE = (
    regex(
        rf"(?:{_label}?{_number}|{_bracket})(?:{_step}|{_circled}|-{_sign}){{0,3}}(?:{_circled}|-{_circled}|-{_kana}){_end}"
    ),
    regex(rf"(?:DX-|No\.? ?|№ ?){_number}(?:-\d{{1,2}})?{_end}(?=[ .:、]|$)"),
    regex(r"第 ?\d{1,2}(?: ?- ?\d{1,2}){2,3}(?![0-9])"),
    regex(rf"[⑴-⒇](?:{_kana})?|[㉑-㉟❶-❿]|[ⅰ-ⅻ](?=[ .:、)])[.:、)]?"),
    regex(r"[\[【](?:\d{1,2}(?:-\d{1,2})?|[Ⅰ-Ⅻ])[\]】]"),
    regex(rf"{_label}{_circled}"),
    regex(rf"{_kana}[.．:、](?=.)|\d{{1,2}}\)(?=.)"),
)
"""Forms that only whole codes at the head of a cell are read by; they do not tell columns apart: 1-①, 1-(1)-ア, No.1, 第2-1-3, ⑴, ㉑, [1], 施策①, ア．, 1)."""
RARE_STARTS = frozenset("DN№⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇❶❷❸❹❺❻❼❽❾❿ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ【" + KANA) | {*map(chr, range(0x3251, 0x3260))}
"""First letters of RARE beside STARTS."""
JOINED = regex(rf" ?及び ?({_kana})")
"""Behind a code: 3(1)ア及びイ."""
GOJUON = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
"""The order in which kana count."""
STARTS = frozenset(
    "0123456789(第[【〔<計ABCDEFGHIVX０１２３４５６７８９（［＜ＡＢＣＤＥＦＧＨＩＶＸ" + "".join(w[0] for w in LABELS)
) | {
    *map(chr, range(0x2160, 0x216C)),
    *map(chr, range(0x2460, 0x2474)),
}
"""First letters of all forms, so that a cell of prose is told at a glance."""

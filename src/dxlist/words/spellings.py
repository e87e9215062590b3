"""Ways of spelling one word: okurigana, kanji or kana, long vowels, marks that carry no meaning.

Source: 送り仮名の付け方 (昭和48年内閣告示第2号, 通則6 許容 and 通則7), 公用文作成の考え方 (文化審議会 2022), 外来語の表記
(平成3年内閣告示第2号) on the long vowel at the end, and the lists in data/raw (行政手続 / 行政手続き, 令和4年度).
"""

from __future__ import annotations

import re

SPELLINGS: dict[str, tuple[str, ...]] = {
    "取組": ("取り組み", "取組み", "とりくみ"),
    "手続": ("手続き", "てつづき"),
    "受入": ("受け入れ", "受入れ"),
    "申込": ("申し込み", "申込み"),
    "申合": ("申し合わせ", "申合せ"),
    "問合": ("問い合わせ", "問合わせ", "問合せ"),
    "打合": ("打ち合わせ", "打合わせ", "打合せ"),
    "取扱": ("取り扱い", "取扱い"),
    "取替": ("取り替え", "取替え"),
    "貸出": ("貸し出し", "貸出し"),
    "貸付": ("貸し付け", "貸付け"),
    "売上": ("売り上げ", "売上げ"),
    "支払": ("支払い",),
    "繰越": ("繰り越し", "繰越し"),
    "割当": ("割り当て", "割当て"),
    "読取": ("読み取り", "読取り"),
    "見込": ("見込み",),
    "積立": ("積み立て", "積立て"),
    "払戻": ("払い戻し", "払戻し"),
    "切替": ("切り替え", "切替え"),
    "埋立": ("埋め立て", "埋立て"),
    "引継": ("引き継ぎ", "引継ぎ"),
    "引渡": ("引き渡し", "引渡し"),
    "届出": ("届け出",),
    "立上": ("立ち上げ", "立上げ"),
    "立入": ("立ち入り", "立入り"),
    "見守": ("見守り",),
    "呼出": ("呼び出し", "呼出し"),
    "組立": ("組み立て", "組立て"),
    "買物": ("買い物",),
    "引越": ("引っ越し", "引越し"),
    "植付": ("植え付け", "植付け"),
    "据付": ("据え付け", "据付け"),
    "締切": ("締め切り", "締切り"),
    "掘起": ("掘り起こし", "掘り起し", "掘起し"),
    "こども": ("子供", "子ども"),
    "障害": ("障がい", "障碍"),
    "まちづくり": ("街づくり", "町づくり", "まち作り", "街作り", "町作り"),
    "ものづくり": ("物づくり", "モノづくり", "もの作り"),
    "人づくり": ("ひとづくり", "人作り"),
    "か月": ("ヶ月", "ケ月", "カ月", "ヵ月", "箇月"),
    "か所": ("ヶ所", "ケ所", "カ所", "ヵ所", "箇所", "個所"),
    "1人": ("一人", "ひとり"),
    "1台": ("一台",),
    "および": ("及び",),
    "ならびに": ("並びに",),
    "または": ("又は",),
    "さらなる": ("更なる",),
    "いかす": ("活かす", "生かす"),
    "つくる": ("創る", "作る"),
    "新型コロナ": ("新型コロナウイルス感染症", "新型コロナウィルス感染症", "新型コロナウイルス", "新型コロナウィルス", "covid-19"),
    "ウイルス": ("ウィルス",),
    "ソフトウエア": ("ソフトウェア",),
    "高": ("髙",),
    "崎": ("﨑",),
    "斎": ("齋", "齊", "斉"),
    "辺": ("邊", "邉"),
}  # fmt: skip
"""One spelling -> the others of the same word; folded, longest first where they are searched."""

_ONE = {other: one for one, others in SPELLINGS.items() for other in others}
_ANY = re.compile("|".join(map(re.escape, sorted(_ONE, key=len, reverse=True))))
_LONG_VOWEL = re.compile(r"(?<=[ァ-ヺ]{2})ー(?![ァ-ヺー])")
"""At the end of a word of katakana: サーバー / サーバ."""
_MARK = re.compile(r"(?<![0-9])\W|\W(?![0-9])|_")
"""A bracket, dot, dash or comma, but not between two figures: 1-2, 3.5."""
REMARK = re.compile(
    r"\((?:再掲|新規|拡充|継続|一部新規|一部拡充|重点|仮称|新|拡|継|(?:新規|拡充|一部)?・?組替|重点事業|主要事業|再)\)"
)
"""What a list says of a project within its name: （再掲）, 【新規】, （仮称）; brackets folded."""
_ORDINAL = re.compile(r"(?<=第)[一二三四五六七八九十]+(?=[期次回号弾])")
_DIGITS = dict(zip("一二三四五六七八九十", ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"), strict=True))


def respell(folded: str) -> str:
    """Return a folded text in one spelling, without brackets, dots, dashes and remarks; numbers stay apart.

    >>> respell("行政手続きのオンライン化への取り組み") == respell("行政手続の、オンライン化への取組")
    True
    >>> respell("第1-2工区") == respell("第12工区")
    False
    """
    text = REMARK.sub("", folded) if "(" in folded else folded
    text = _ANY.sub(lambda match: _ONE[match[0]], text)
    text = _ORDINAL.sub(lambda match: _DIGITS.get(match[0], match[0]), text)
    return _MARK.sub("", _LONG_VOWEL.sub("", text))

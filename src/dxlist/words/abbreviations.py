"""Abbreviations of digital government and the words that they stand for.

Source: 自治体DX推進計画 and its 用語集 (総務省), デジタル社会の実現に向けた重点計画 (デジタル庁), the remarks that published
lists print themselves (デジタル変革（DX）), and the lists in data/raw.  Keys are folded as :func:`dxlist.folding.fold` does.
"""

from __future__ import annotations

import re

LONG_FORMS: dict[str, tuple[str, ...]] = {
    "dx": ("デジタル・トランスフォーメーション", "デジタルトランスフォーメーション", "digitaltransformation", "デジタル変革"),
    "gx": ("グリーン・トランスフォーメーション", "グリーントランスフォーメーション"),
    "ict": ("情報通信技術", "インフォメーション・アンド・コミュニケーション・テクノロジー"),
    "ai": ("人工知能", "artificialintelligence"),
    "iot": ("モノのインターネット", "物のインターネット", "internetofthings"),
    "rpa": ("ロボティック・プロセス・オートメーション", "ロボティックプロセスオートメーション"),
    "bpr": ("ビジネスプロセス・リエンジニアリング", "ビジネス・プロセス・リエンジニアリング", "ビジネスプロセスリエンジニアリング"),
    "ocr": ("光学的文字認識", "光学文字認識"),
    "gis": ("地理情報システム",),
    "vr": ("仮想現実", "バーチャルリアリティ", "バーチャル・リアリティ"),
    "ar": ("拡張現実",),
    "ec": ("電子商取引", "eコマース"),
    "ebpm": ("証拠に基づく政策立案",),
    "sns": ("ソーシャル・ネットワーキング・サービス", "ソーシャルネットワーキングサービス"),
    "maas": ("モビリティ・アズ・ア・サービス",),
    "lgwan": ("総合行政ネットワーク",),
    "hp": ("ホームページ",),
    "pc": ("パーソナルコンピュータ", "パソコン"),
    "web": ("ウェブ", "ウエブ"),
    "wi-fi": ("wifi", "ワイファイ"),
    "スマホ": ("スマートフォン", "スマートホン"),
    "マイナンバー": ("個人番号",),
    "新型コロナ": ("新型コロナウイルス感染症", "新型コロナウイルス", "新型コロナウィルス感染症", "新型コロナウィルス", "covid-19"),
}  # fmt: skip
"""Abbreviation -> what is written out for it.  Names are compared with the short one in the place of the long ones."""

_SHORT = {long: short for short, longs in LONG_FORMS.items() for long in longs}
_LONGEST_FIRST = sorted(_SHORT, key=len, reverse=True)
ANY_LONG = re.compile("|".join(map(re.escape, _LONGEST_FIRST)))
_GLOSS = re.compile(rf"({'|'.join(sorted(map(re.escape, LONG_FORMS), key=len, reverse=True))})\(\1\)")
"""What is left of an abbreviation in brackets behind its long form, or the other way round: dx(dx)."""


def abbreviate(folded: str) -> str:
    """Return a folded text with the short form of every known abbreviation, also where both are printed.

    >>> abbreviate("デジタル変革(dx)推進事業") == abbreviate("デジタルトランスフォーメーション推進事業") == "dx推進事業"
    True
    """
    short = ANY_LONG.sub(lambda match: _SHORT[match[0]], folded)
    return _GLOSS.sub(r"\1", short) if "(" in short else short

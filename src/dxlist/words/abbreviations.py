"""Abbreviations of digital government and the words that they stand for.

Source: 自治体DX推進計画 and its 用語集 (総務省), デジタル社会の実現に向けた重点計画 (デジタル庁), the remarks that published
lists print themselves (デジタル変革（DX）), and the lists in data/raw.  Keys are folded as :func:`dxlist.text.folding.fold` does.
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
}  # fmt: skip
"""Abbreviation -> what is written out for it.  Names are compared with the short one in the place of the long ones."""

_SHORT = {long: short for short, longs in LONG_FORMS.items() for long in longs}
_LONGEST_FIRST = sorted(_SHORT, key=len, reverse=True)
ANY_LONG = re.compile("|".join(map(re.escape, _LONGEST_FIRST)))
_GLOSS = re.compile(rf"({'|'.join(sorted(map(re.escape, LONG_FORMS), key=len, reverse=True))})\(?\1\)?")
"""What is left of an abbreviation behind its long form, or the other way round: dx(dx), at times without a bracket."""

_ANY_SHORT = re.compile("|".join(sorted(map(re.escape, LONG_FORMS), key=len, reverse=True)))


def abbreviation_at(folded: str, at: int) -> str | None:
    """Return the known abbreviation in Latin letters that a letter of a text belongs to.

    >>> abbreviation_at("aiiotの活用", 3), abbreviation_at("aiiotの活用", 6)
    ('iot', None)
    """
    found = _ANY_SHORT.finditer(folded)
    return next((m[0] for m in found if m[0].isascii() and m.start() <= at < m.end()), None)


def written_out(folded: str) -> list[str]:
    """Return a folded text with one abbreviation at a time written out, in each of the ways there are.

    >>> written_out("aiの活用")
    ['人工知能の活用', 'artificialintelligenceの活用']
    """
    found = _ANY_SHORT.finditer(folded)
    return [folded[: m.start()] + long + folded[m.end() :] for m in found for long in LONG_FORMS[m[0]]]


def abbreviate(folded: str) -> str:
    """Return a folded text with the short form of every known abbreviation, also where both are printed.

    >>> abbreviate("デジタル変革(dx)推進事業") == abbreviate("デジタルトランスフォーメーション推進事業") == "dx推進事業"
    True
    """
    short = ANY_LONG.sub(lambda match: _SHORT[match[0]], folded)
    return short if short == folded else _GLOSS.sub(r"\1", short)

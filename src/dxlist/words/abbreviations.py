"""Abbreviations of digital government and the words that they stand for.

Source: the 用語集 of 自治体DX推進計画 (総務省) and of デジタル社会の実現に向けた重点計画 (デジタル庁), and the remarks in brackets of the
list in data/raw (デジタル変革（DX）); パソコン, ウェブ, スマホ are common knowledge, no source.
"""

from __future__ import annotations

import re

from dxlist.text.folding import fold
from dxlist.text.regex import regex

_TABLE: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("DX", ("デジタル・トランスフォーメーション", "デジタルトランスフォーメーション"), ("digitaltransformation", "デジタル変革")),
    ("GX", ("グリーン・トランスフォーメーション", "グリーントランスフォーメーション"), ()),
    ("ICT", ("情報通信技術",), ("インフォメーション・アンド・コミュニケーション・テクノロジー",)),
    ("AI", ("人工知能",), ("artificialintelligence",)),
    ("IoT", ("モノのインターネット",), ("物のインターネット", "internetofthings")),
    ("RPA", ("ロボティック・プロセス・オートメーション", "ロボティックプロセスオートメーション"), ()),
    ("BPR", ("ビジネスプロセス・リエンジニアリング", "ビジネス・プロセス・リエンジニアリング", "ビジネスプロセスリエンジニアリング"), ()),
    ("OCR", (), ("光学的文字認識", "光学文字認識")),
    ("GIS", ("地理情報システム",), ()),
    ("VR", ("仮想現実", "バーチャルリアリティ", "バーチャル・リアリティ"), ()),
    ("AR", ("拡張現実",), ()),
    ("EC", (), ("電子商取引", "eコマース")),
    ("EBPM", ("証拠に基づく政策立案",), ()),
    ("SNS", ("ソーシャル・ネットワーキング・サービス", "ソーシャルネットワーキングサービス", "ソーシャルネットワークサービス"), ()),
    ("MaaS", ("モビリティ・アズ・ア・サービス",), ()),
    ("LGWAN", ("総合行政ネットワーク",), ()),
    ("HP", (), ("ホームページ",)),
    ("PC", (), ("パーソナルコンピュータ", "パソコン")),
    ("Web", (), ("ウェブ", "ウエブ")),
    ("Wi-Fi", (), ("wifi", "ワイファイ")),
    ("スマホ", (), ("スマートフォン", "スマートホン")),
    ("マイナンバー", (), ("個人番号",)),
)  # fmt: skip
"""An abbreviation; the terms that it is short for; other words for the same, which stand beside it in good style."""

TERMS: dict[str, str] = {term: short for short, terms, _ in _TABLE for term in terms}
"""A term -> its abbreviation, where a list that writes both is inconsistent."""
LONG_FORMS: dict[str, tuple[str, ...]] = {fold(short): (*terms, *others) for short, terms, others in _TABLE}
"""Folded abbreviation -> what is written out for it.  Names are compared with the short one in the place of the long ones."""

_SHORT = {long: short for short, longs in LONG_FORMS.items() for long in longs}
_LONGEST_FIRST = sorted(_SHORT, key=len, reverse=True)
_ANY_LONG = regex("|".join(map(re.escape, _LONGEST_FIRST)))
_GLOSS = regex(rf"({'|'.join(sorted(map(re.escape, LONG_FORMS), key=len, reverse=True))})\(?\1\)?")
"""What is left of an abbreviation behind its long form, or the other way round: dx(dx), at times without a bracket."""

_ANY_SHORT = regex("|".join(sorted(map(re.escape, LONG_FORMS), key=len, reverse=True)))


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
    short = _ANY_LONG.sub(lambda match: _SHORT[match[0]], folded)
    return short if short == folded else _GLOSS.sub(r"\1", short)

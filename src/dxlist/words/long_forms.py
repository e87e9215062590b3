"""Terms of digital government that are read as slips of style where the list abbreviates them elsewhere.

Narrower than :mod:`dxlist.words.abbreviations`, which says what may stand for the same in a name.  Source: 自治体DX推進計画 (総務省) and its 用語集, デジタル社会の実現に向けた重点計画 (デジタル庁) and its 用語集.  Translations that are
words of their own beside the abbreviation (デジタル変革) are not here.
"""

from __future__ import annotations

ABBREVIATIONS: dict[str, str] = {
    "デジタル・トランスフォーメーション": "DX",
    "デジタルトランスフォーメーション": "DX",
    "グリーン・トランスフォーメーション": "GX",
    "グリーントランスフォーメーション": "GX",
    "ビジネス・プロセス・リエンジニアリング": "BPR",
    "ビジネスプロセスリエンジニアリング": "BPR",
    "ビジネスプロセス・リエンジニアリング": "BPR",
    "ロボティック・プロセス・オートメーション": "RPA",
    "ロボティックプロセスオートメーション": "RPA",
    "ソーシャル・ネットワーキング・サービス": "SNS",
    "ソーシャルネットワーキングサービス": "SNS",
    "ソーシャルネットワークサービス": "SNS",
    "モビリティ・アズ・ア・サービス": "MaaS",
    "バーチャルリアリティ": "VR",
    "バーチャル・リアリティ": "VR",
    "モノのインターネット": "IoT",
    "情報通信技術": "ICT",
    "人工知能": "AI",
    "地理情報システム": "GIS",
    "仮想現実": "VR",
    "拡張現実": "AR",
    "証拠に基づく政策立案": "EBPM",
    "総合行政ネットワーク": "LGWAN",
}
"""Long form -> short form."""

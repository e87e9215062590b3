"""Names of offices that are nearly alike and yet two offices.

Source: organisation charts of the 47 prefectures and of cities; the kanji in which the names of real neighbours differ.
"""

from __future__ import annotations

SETS_OF_NEIGHBOURS = (
    "東西南北中央央上下左右前後内外奥端", "一二三四五六七八九十1234567890ⅠⅡⅢabcdef", "大中小", "新旧元本", "男女", "幼小中高大学",
    "農林水商工畜漁産鉱村山業企生創地", "国県都道府市町村区", "行財税政総庶人労厚企計監会審", "広公報聴", "官民", "陸海空", "医薬歯看", "道路河川港湾砂防水",
    "予算決", "収支納徴", "企計管監総業事", "設築備全理", "整管", "教学校", "児童青少年老高障", "健保福介", "観文芸体育", "環自然", "住宅建", "増推", "課室部係班所",
)  # fmt: skip
"""Letters of which another of the same set names another office: 東部/西部, 農村振興課/農業振興課, 市町村行政課/市町村財政課."""

_GENERIC = """
総務課 総務室 総務係 企画課 企画室 管理課 管理室 計画課 会計課 会計室 庶務課 経理課 経営課 業務課 調整課 振興課 政策課 指導課 施設課 監理課
総務企画課 企画総務課 経営企画課 企画調整課 経営管理課 総務管理課 管理総務課 企画管理課 企画政策課 政策企画課 財務課 人事課 職員課 情報システム課
地域振興課 地域支援課 地域政策課 事業課 事業推進課 相談課 保健課 福祉課 整備課 建設課 維持課 用地課 警務課 教育課 検査課 審査課 技術管理課 契約課
"""
GENERIC = frozenset(_GENERIC.split())
"""Divisions that many departments have, each its own."""

"""Latin words of digital government, and the characters that are taken for one another in them.

Source: 自治体DX推進計画 (総務省) and its 用語集, デジタル社会の実現に向けた重点計画 (デジタル庁) and its 用語集; of the words
only those that hold one of the characters.  The pairs are those that optical character recognition and typing on a
Japanese keyboard confuse.
"""

from __future__ import annotations

LOOKALIKES: dict[str, str] = {"0": "Oo", "1": "Il", "l": "I", "I": "l", "O": "0"}
"""A character -> what may have been meant by it."""

TERMS: frozenset[str] = frozenset({
    "AI", "ICT", "IoT", "IT", "ITC", "OCR", "BPO", "CIO", "CISO", "CDO", "GIS", "GIGA", "API", "APIs", "WiFi", "Fi", "UI",
    "BI", "BIM", "CIM", "PoC", "PMO", "LINE", "LoRa", "LoRaWAN", "ISMS", "ISO", "ISMAP", "COCOA", "COVID", "KPI", "KGI",
    "QOL", "QoL", "MICE", "NPO", "NGO", "TikTok", "Instagram", "iOS", "iPad", "iPhone", "Office", "Online", "Google",
    "GoTo", "HP", "OS", "OA", "IC", "ID", "IP", "IPv", "PoE", "VoIP", "VPN", "SIM", "CO2", "LGPKI", "JPKI", "OSS",
    "OODA", "OJT", "DIY", "LED", "LTE", "LPWA", "LAN", "LGWAN", "SLA", "HTML", "URL", "CLT", "ALT", "SQL", "HACCP", "PIA",
    "Society", "Excel", "Mail", "Email", "mail", "email", "Live", "Lab", "Labo", "AIOCR", "GovTech", "Gov", "eLTAX", "eL",
    "TAX", "Zoom", "Teams", "LIVE", "MaaS", "IaaS", "SaaS", "RESAS", "POS", "VOD", "IRU", "ITL", "ETL", "XML", "PFI", "PPP",
    "SIer", "Pico", "COO", "CEO", "CFO", "CTO", "JICA", "JETRO", "JICE", "UNESCO", "YouTube", "Facebook", "Slack", "Logo",
    "LoGo", "eKYC", "OPEN", "Open", "OpenAI", "FIWARE", "CityOS", "City", "SIP", "TOEIC", "GIF", "PDF",
})  # fmt: skip

LATIN_LOOKALIKES: dict[str, str] = dict(
    zip("АВЕКМНОРСТХаеорсхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧⅠ", "ABEKMHOPCTXaeopcxyABEZHIKMNOPTYXI", strict=True)
)
"""Cyrillic and Greek letters, and the Roman numeral one, that look like Latin ones."""

SIZE_OR_GRADE_BEHIND = (
    r"[ \-.]?(?:判|版|サイズ|用紙|ノビ|大判|カラー|モノクロ|白黒|プリンタ|プロッタ|スキャナ|ポスター|パネル|図面|縦|横|紙|以上|以下"
    r"|階|F|フロア|級|クラス|ランク|レベル|段階|区[分域間]|類|等級|種|型|号|評価|棟|館|出口|番|合金|材|板|ブロック|地区|群|列|席"
    r"|\d|[~～〜、・,/／]?[A-Z]\d)"
)
"""Behind a letter and a digit these make it a size, a floor, a grade or a code: A1判, B1階, C1レベル."""
SIZE_OR_GRADE_BEFORE = r"(?:[A-Z]\d[~～〜、・,/／\- ]|CEFR|英検|区分|ランク|レベル|第|[-.#№])$"
UNITS_BEHIND_ONE = frozenset("GKTMFDWhmtlgsdLVAB")
"""A digit and one of these letters are an amount or a floor: 1G, 1T, 1F, 1L."""

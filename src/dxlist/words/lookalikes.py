"""Characters that are taken for one another in print, and the words that tell which one is meant.

Source: the words of digital government are those of 自治体DX推進計画 (総務省), デジタル社会の実現に向けた重点計画 (デジタル庁) and
their 用語集; spellings of loan words are those of 外来語の表記 (平成3年内閣告示第2号).  The pairs of letters are alike in a Gothic
typeface (common knowledge, no source).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# --- katakana ----------------------------------------------------------------------------------------------------------

_STRONG = ("ノン", "ソン", "ソノ", "シツ", "クワ", "ツッ", "ヤャ", "ユュ", "ヨョ")
"""Letters of one shape, and large ones for small ones; not ィ for イ, which are two spellings of a word (ウィルス, ウイルス)."""
_WEAK = ("クタ", "コユ", "チテ", "マム", "ヌス", "ラウ", "ルレ", "メナ", "バパ", "ビピ", "ブプ", "ベペ", "ボポ")
"""Letters that are near each other, and by which too many words differ for a dictionary to tell."""

OTHER_SCRIPTS: dict[str, str] = {
    "力": "カ", "口": "ロ", "二": "ニ", "工": "エ", "一": "ー", "夕": "タ", "卜": "ト", "八": "ハ", "千": "チ", "三": "ミ",
    "へ": "ヘ", "べ": "ベ", "ぺ": "ペ", "り": "リ", "才": "オ", "—": "ー", "―": "ー", "-": "ー",
}  # fmt: skip
"""Kanji, hiragana and dashes -> the katakana of their shape; read in narrow text, where every hyphen is one."""


def _letters(pairs: Iterable[str]) -> dict[str, str]:
    letters: defaultdict[str, str] = defaultdict(str)
    for pair in pairs:
        letters[pair[0]] += pair[1]
        letters[pair[1]] += pair[0]
    return dict(letters)


CONFUSABLE: dict[str, str] = _letters((*_STRONG, *_WEAK))
"""A katakana letter -> those that may have been meant by it."""
ALIKE: dict[str, str] = _letters(_STRONG)
"""A katakana letter -> those of its shape."""

KANJI_OF_SHAPE: dict[str, str] = {"カ": "力", "ロ": "口", "ニ": "二", "エ": "工", "タ": "夕"}
"""Katakana -> the kanji of its shape, for which it is taken in a word of two kanji: 協カ, 窓ロ, 第ニ, エ事, タ方."""
ENUMERATED_BEFORE: dict[str, str] = {"カ": "オ", "ロ": "イ", "ニ": "ハ", "エ": "ウ", "タ": "ソ", "ヘ": "ホ"}
"""Katakana -> the one before it where they number things (アイウ…, イロハ…): ウ 設計 エ 工事."""
COUNTED_BEHIND: frozenset[str] = frozenset("所月年国村町条店寺社字校園島川山丘浜谷原崎岳峰瀬箇部県市区地")
"""Behind カ these make a number of things or the name of a place: 全カ所, 旭カ丘."""
COUNTED_BY_ONE: frozenset[str] = frozenset(
    "台人名件つ棟室階部式基本枚個種類社店校園所箇か箱組班戸世回日月年度時分秒次番号元体般括環同致方定律覧貫帯望端助部角度倍割斉昨手目見級者歩品画語塁等名隻艘艇頭匹羽町村市区県国路線駅"
)
"""Behind a kanji of one or two these are counted, or make a word with it."""
BEHIND_HE: tuple[str, ...] = ("リポート", "アケア", "ルス", "ルパー", "ッド", "ルプ", "ルメット", "イト")
"""What behind ヘ makes one word with it."""
KANJI_BEFORE_KATAKANA: dict[str, str] = {"ロコミ": "口コミ"}
"""A run of katakana that is no word -> the word, which begins with a kanji."""

SIMILAR_PARTS: frozenset[str] = frozenset({
    "マスク", "マスタ", "マスター", "ルート", "レート", "ルール", "レール", "ルーム", "バッチ", "パッチ", "タイム", "タイマ", "ナンバー",
    "メンバー", "ユース", "コース", "ボート", "ポート", "ボール", "ポール", "ベース", "ペース", "バンク", "パンク", "バック", "パック",
    "プール", "クール", "ブーム", "プラン", "ブランク", "プランク", "ブランド", "ベスト", "ペスト", "ポスト", "パート", "パーク", "パーツ",
    "ペット", "ピーク", "ビット", "ピット", "ピッチ", "プレス", "バイク", "パイプ", "チップ", "テスト", "テント", "チーム", "テーマ",
    "テーブル", "ケーブル", "シール", "ツール", "ソース", "ノース", "ソート", "ノート", "シート", "シティ", "シフト", "ソフト", "シネマ",
    "ツアー", "ツイン", "クラス", "クラブ", "グラブ", "ライン", "ワイン", "ライブ", "ラック", "ラッシュ", "タンク", "ワーク", "マーク",
    "マッチ", "マット", "ムード", "モード", "メール", "メニュー", "タイプ", "クイズ", "タッチ", "ワッチ", "コート", "コール", "コイン",
    "コード", "ユニット", "カラー", "フォーム", "ファーム", "プログラマ", "プログラム", "ステータス", "ステークス", "スクーター", "スターター",
    "スクーリング", "スターリング", "グループ", "グレープ", "キャンバス", "キャンパス", "スペリング", "オーブン", "オープン", "ポップ", "プラス",
    "ブラス", "シリーズ", "ブリッジ", "ベビー", "ブース", "パネル", "バルブ", "パルプ", "パッド", "ポイント", "ホール", "ポーチ", "ビーチ",
    "ピーチ", "ブロック", "リサイクル", "シェア", "ワゴン", "ワックス", "タックス",
})  # fmt: skip
"""Short words that one confusable letter turns into others, or others into them: a letter of them is no slip."""

SIMILAR_WORDS: frozenset[str] = frozenset({
    "ツーリング", "シーリング", "ビジョン", "ピジョン", "バッキング", "パッキング", "バレット", "パレット", "ブリーフ", "プリーフ",
    "ボーリング", "ポーリング", "バッティング", "パッティング", "ベアリング", "ペアリング", "ブラッシュ", "プラッシュ", "マッシュ", "ムッシュ",
    "キヤノン", "キャノン", "キユーピー", "シヤチハタ", "バンキング", "パンキング", "ボイント", "バーチャル", "コーティング", "ユーティング",
})  # fmt: skip
"""Words of four letters and more that one confusable letter turns into another word, and names that look like a slip."""

COMMON_WORDS: frozenset[str] = frozenset({
    "アイデアソン", "アウトソーシング", "アカウント", "アクセシビリティ", "アクセス", "アジャイル", "アップデート", "アップロード", "アドバイザー", "アナログ", "アバター",
    "アプリケーション", "アルゴリズム", "アンケート", "イノベーション", "インクルージョン", "インシデント", "インストール", "インセンティブ", "インターネット",
    "インターフェース", "インバウンド", "インフラ", "ウェアラブル", "ウェブサイト", "エネルギー", "エビデンス", "オフィス", "オペレーション", "オンデマンド", "オンライン",
    "オープンデータ", "カスタマイズ", "カスタマー", "カリキュラム", "カーボンニュートラル", "ガイドライン", "キャッシュレス", "キャリア", "キャンペーン", "クラウド", "クラウドサービス",
    "クレジットカード", "グリーン", "グループウェア", "ケーブルテレビ", "コネクテッド", "コミュニケーション", "コミュニティ", "コンサルタント", "コンテンツ", "コンビニ",
    "コンビニエンスストア", "コンピューター", "コーディネーター", "コールセンター", "サイバー", "サイバーセキュリティ", "サテライトオフィス", "サブスクリプション", "サプライチェーン",
    "サポート", "サービス", "シェアリング", "システム", "シミュレーション", "シンポジウム", "スキャナー", "スタートアップ", "ストレージ", "スマート", "スマートシティ",
    "スマートフォン", "スマートメーター", "スーパーシティ", "セキュリティ", "セキュリティクラウド", "セミナー", "センサー", "センシング", "センター", "ソフトウェア", "ソリューション",
    "ソーシャルメディア", "タイピング", "タブレット", "ターゲット", "ダウンロード", "ダッシュボード", "チャットツール", "チャットボット", "チャレンジ", "テクノロジー", "テレワーク",
    "デジタル", "デジタルアーカイブ", "デジタルサイネージ", "デジタルツイン", "デジタルデバイド", "デジタルトランスフォーメーション", "デジタルマーケティング", "デジタルリテラシー", "デバイス",
    "データベース", "トラブル", "トレーサビリティ", "トレーニング", "ドローン", "ナビゲーション", "ネットワーク", "ノウハウ", "ノーコード", "ハイブリッド", "ハザードマップ",
    "ハッカソン", "ハラスメント", "ハードウェア", "バックアップ", "バックオフィス", "バリアフリー", "バーチャル", "パスワード", "パソコン", "パンフレット", "パートナー", "ビジネス",
    "ビジョン", "ビッグデータ", "ファイルサーバー", "フィードバック", "フォローアップ", "フォーマット", "フォーラム", "フリーアドレス", "ブロックチェーン", "プッシュ", "プラットフォーム",
    "プログラミング", "プログラム", "プロジェクト", "プロセス", "プロモーション", "ヘルスケア", "ヘルプデスク", "ベンダー", "ペルソナ", "ペーパーレス", "ホームページ",
    "ポータルサイト", "マイナポイント", "マイナポータル", "マイナンバー", "マイナンバーカード", "マッチング", "マニュアル", "マネジメント", "マーケティング", "メタバース", "メディア",
    "メニュー", "モニタリング", "モニター", "モバイル", "モバイルワーク", "モビリティ", "ユニバーサル", "ユーザー", "ライドシェア", "ライフサイクル", "ライフライン", "ランサムウェア",
    "ラーニング", "リアルタイム", "リスキリング", "リテラシー", "リニューアル", "リモート", "リモートワーク", "リーダー", "レコメンド", "レセプト", "ロケーション", "ロボット",
    "ロボティクス", "ローコード", "ロードマップ", "ワンスオンリー", "ワンストップ", "ワークショップ", "ワークフロー", "ワーケーション",
})  # fmt: skip
"""Words of four letters and more that plans are full of, from 自治体DX推進計画 (総務省) and 重点計画 (デジタル庁) and their 用語集."""

SHORT_WORDS: frozenset[str] = frozenset({
    "アプリ", "エラー", "エリア", "カメラ", "カード", "コード", "タスク", "チーム", "テレビ", "データ", "ニーズ", "モデル", "ロボット", "タクシー", "ルート", "リーダー",
})  # fmt: skip
"""Words that are too short to be known by one letter of katakana, but not where a kanji stands among them: デー夕."""

# --- Latin letters and digits -----------------------------------------------------------------------------------------

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
    r"|階|F|フロア|級|クラス|ランク|レベル|段階|区[分域間]|類|等級|種|型|号|評価|棟|館|出口|番|路線|系統|工区|ゾーン|案|判定|番線|枠|街区|車線|様式|格付|会議室|用地|住戸|間取|合金|材|板|ブロック|地区|群|列|席"
    r"|\d|[~～〜、・,/／]?[A-Z]\d)"
)
"""Behind a letter and a digit these make it a size, a floor, a grade or a code: A1判, B1階, C1レベル."""
SIZE_OR_GRADE_BEFORE = r"(?:[A-Z]\d[~～〜、・,/／\- ]|CEFR|英検|区分|ランク|レベル|施策|指標|項目|様式|路線|エリア|地区|コード|会議室|ブロック|第|[-.#№])$"
AI_BEHIND = r"(?:による|により|に(?:よって|任せ|学習)|を(?:活用|利用|用い|使|導入|搭載|学習)|の(?:活用|利用|導入)|[やと・、](?:IoT|ICT|RPA|5G)|等を?の?活用)"
AI_BEFORE = r"(?:生成|対話型|(?:IoT|ICT|RPA|5G)[やと・、]?)$"
"""What is done with AI, or stands beside it, and not with a size of paper."""
UNITS_BEHIND_ONE = frozenset("GKTMFDWhmtlgsdLVABP")
"""A digit and one of these letters are an amount or a floor: 1G, 1T, 1F, 1L."""

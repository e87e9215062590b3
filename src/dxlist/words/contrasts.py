"""Letters that tell one thing from another of its kind, so that a name with the one is not a slip for the other.

Source: 地方自治法 第1条の3 and 第281条 (都, 道, 府, 県, 市, 町, 村, 区), 学校教育法 第1条, 日本標準産業分類 (農業, 林業, 漁業), 常用漢字表 for
the characters; pairs of projects and of offices in the list in data/raw; directions, ordinals, seasons and their like are common
knowledge, no source.
"""

from __future__ import annotations

_TABLE: tuple[tuple[str, str | None], ...] = (
    ("農林水漁畜商工鉱観酪", "産村山業企生創地"),
    ("県市町村区都道府国郡圏郷", ""),
    ("小中高大幼保短専", "学"),
    ("新旧古再既元前現", "本"),
    ("男女児童父母親子乳青少老", "年高障"),
    ("東西南北中", "央上下左右前後内外奥端"),
    ("大中小", ""),
    ("官民公私自他共単", ""),
    ("山川海空陸河港湖沼浜島谷原田野森", ""),
    ("住食医衣介看護療健", "薬歯保福"),
    ("課係部局室所員者長費料等", "班"),
    # in names of projects only
    ("上下中左右前後内外表裏高低", None), ("春夏秋冬朝昼夜", None), ("増減加削入出受発送収支売買貸借授", None),
    ("有無不非未可否要反副正准準仮本主", None), ("始終開閉起止着退", None), ("建築設造解補改修繕", None),
    ("米麦豆茶果花牛豚鶏馬羊魚桃梨柿栗", None), ("日月火水木金土週年", None), ("甲乙丙丁戊", None), ("初中上終", None),
    ("多少長短広狭強弱軽重", None), ("車輪船電気水道路橋河", None), ("人物金情財税", None), ("赤青白黒緑黄紫", None),
    ("点線面種類型級", None), ("最総全各個別半倍", None), ("縦横", None), ("省庁局院署府", None), ("室館園堂寮", None),
    ("肺胃肝腸乳歯眼耳", None), ("未離既再初", None), ("絶相", None), ("営有立設", None), ("免額除", None),
    # in names of offices only
    ("", "一二三四五六七八九十1234567890abcdefi"), ("", "行財税政総庶人労厚企計監会審"), ("", "広公報聴"), ("", "道路河川港湾砂防水"),
    ("", "予算決"), ("", "収支納徴"), ("", "企計管監総業事"), ("", "設築備全理"), ("", "整管"), ("", "教学校"), ("", "観文芸体育"),
    ("", "環自然"), ("", "住宅建"), ("", "増推"),
)  # fmt: skip
"""A set of letters that stand in each other's place, and further ones of the set in names of offices; None: none of the set there."""

_BESIDE: dict[str, frozenset[str]] = {
    letter: frozenset().union(*(letters for letters, _ in _TABLE if letter in letters))
    for letters, _ in _TABLE
    for letter in letters
}
_OFFICES = tuple(frozenset(letters + further) for letters, further in _TABLE if further is not None)

_ADDED = frozenset(
    "新旧再元前現非不無未準副仮総全各半両小中大高上下左右東西南北内外男女県市町村区都国公民私第員者費料等長"
)
"""Letters that, put before or behind a word, make another thing of it: 市道 / 市町道, 支援事業 / 支援員事業."""

_WORDS = (
    ("オンライン", "オフライン"), ("イノベーション", "リノベーション"), ("センター", "センサー"), ("サポート", "サポーター"), ("スタート", "スマート"),
    ("アクセス", "アクセル"), ("ロボット", "ロケット"), ("グリーン", "クリーン"), ("プログラム", "プログラマー"), ("リーダー", "リード"), ("バリア", "バリュー"),
    ("インバウンド", "アウトバウンド"), ("プリント", "プリンター"), ("レンタル", "メンタル"), ("デジタル", "デンタル"), ("インフラ", "インフル"),
    ("ホームヘルプ", "ホームヘルパー"), ("トレーナー", "トレーラー"), ("コース", "コーチ"), ("マスター", "マスコット"), ("ポスト", "コスト"),
    ("マーケット", "マーケティング"), ("シニア", "ジュニア"), ("リフト", "シフト"), ("ソフト", "シフト"), ("リフォーム", "フォーム"), ("リサイクル", "サイクル"),
    ("リユース", "リース"), ("リデュース", "リユース"), ("スポーツ", "スポット"), ("コミュニティ", "コミュニケ"), ("デイサービス", "サービス"), ("プール", "プレー"),
    ("マンション", "ミッション"), ("アクション", "オークション"), ("ステージ", "ステーション"), ("カウンター", "カウンセラー"), ("ケーブル", "テーブル"),
    ("コンサート", "コンサルト"), ("ステップ", "スキップ"), ("ラジオ", "スタジオ"), ("キッズ", "キット"), ("バス", "パス"), ("カード", "ガード"),
)  # fmt: skip
WORD_PAIRS = tuple(
    (a.replace("ー", ""), b.replace("ー", "")) for one, two in _WORDS for a, b in ((one, two), (two, one))
)
"""Words of katakana that are near each other and mean two things, either first; without long vowels, as typos are searched."""
CONVERSIONS = frozenset((
    "済裁", "健険", "健検", "定訂", "体態", "制製", "作製", "修終", "及求", "及究", "求究", "徴長", "回解", "解開", "照象", "称象", "照称",
    "性正", "志思", "共協", "共同", "働同", "償証", "証障", "償障", "成製", "付布", "清精", "公講", "異移", "航行", "基規", "拾集", "修習",
    "占専", "刊間", "添貼", "争走", "律立", "料糧", "並平", "並併", "要養", "係携", "紙誌", "企起",
))  # fmt: skip
"""Kanji of one sound, sorted, that are mistaken for each other where kana are converted: 決裁 and 決済, 保健 and 保険."""
MIXED = frozenset((
    "り災", "ろ過", "ほ場", "ふ頭", "ふ化", "は種", "う回", "う蝕", "だ円", "か所", "か月", "ら致", "そ菜", "し尿", "ひ孫", "も場",
))  # fmt: skip
"""Words of a hiragana and a kanji, the hiragana for a kanji that is not in 常用漢字表."""

NUMERALS = frozenset("0123456789一二三四五六七八九十百千万壱弐参〇零ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ")
COUNTING_KANA = frozenset("アイウエオカキクケコサシスセソタチツテトいろはにほへ")
"""アイウ and いろは count, where they stand alone."""


def is_contrast(one: str, two: str) -> bool:
    """Return whether two letters mean two things of a kind; an added letter is compared with the empty text.

    >>> is_contrast("農", "林"), is_contrast("農", "濃"), is_contrast("新", "")
    (True, False, True)
    """
    if not one or not two:
        return (one or two) in _ADDED
    return two in _BESIDE.get(one, ())


def are_of_neighbours(letters: set[str]) -> bool:
    """Return whether folded letters are what two offices beside each other differ by, or one that is added to a name.

    >>> are_of_neighbours({"農", "林"}), are_of_neighbours({"革", "更"}), are_of_neighbours({"新"})
    (True, False, True)
    """
    return any(letters <= neighbours for neighbours in _OFFICES)


_GENERIC = """
総務課 総務室 総務係 企画課 企画室 管理課 管理室 計画課 会計課 会計室 庶務課 経理課 経営課 業務課 調整課 振興課 政策課 指導課 施設課 監理課
総務企画課 企画総務課 経営企画課 企画調整課 経営管理課 総務管理課 管理総務課 企画管理課 企画政策課 政策企画課 財務課 人事課 職員課 情報システム課
地域振興課 地域支援課 地域政策課 事業課 事業推進課 相談課 保健課 福祉課 整備課 建設課 維持課 用地課 警務課 教育課 検査課 審査課 技術管理課 契約課
"""
GENERIC = frozenset(_GENERIC.split())
"""Divisions that many departments have, each its own."""

"""Units of targets: what a word directly behind a number must be for the number to be an amount.

Source: the lists in data/raw, 行政事業レビュー, and KPI tables of prefectures and cities.  To let the reader know a unit,
add it here; the order does not matter, the longest is tried first.
"""

from __future__ import annotations

import re

_WORDS = """
% ‰ パーセント パーミル ポイント pt pts pp 倍 割 位 点 点数 段階 級 度 ℃ dB
件 個 本 枚 冊 部 通 台 基 機 機種 機器 両 隻 棟 戸 軒 室 床 席 区画 面 箇所 か所 カ所 ヶ所 ケ所 ヵ所 個所 地点 拠点 地区 地域 圏域 路線 系統 駅 便 橋
河川 団地 工区 ルート エリア スポット ブース コーナー 会場 ステーション スタンド 局 基地局
人 名 者 世帯 組 家庭 家族 人日 人月 人泊 泊 人回 人時 延人 議席
社 企業 事業者 事業所 事業体 店 店舗 法人 団体 組合 一部事務組合 協議会 グループ チーム 班 課 室 部署 部局 所属 課室 課所 部課 機関 施設 園 校 学校
小学校 中学校 高校 小中学校 県立学校 学級 クラス 学科 大学 病院 医療機関 診療所 薬局 館 図書館 公民館 市 町 村 市町 市町村 市区町村 町村 区 自治体
都道府県 県 道府県 か国 カ国 ヶ国 ヵ国 経営体 農家 農業者 集落 自治会 町内会 商店街 商工会 農協 漁協 農場 圃場 ほ場 保育所 保育園 幼稚園 支所 窓口 庁舎 署
業務 事業 手続 手続き 種 種類 品 品目 項目 科目 講座 コース プログラム プロジェクト 事例 案件 テーマ 課題 施策 取組 システム サービス サイト ページ アプリ
アカウント ID ライセンス ユーザー ユーザ 端末 回線 帳票 様式 書類 文書 データセット データ ファイル 記事 投稿 動画 作品 レイヤ レイヤー モデル パターン
メニュー 商品 製品 技術 特許 計画 条例 協定 つ セット ロット 式 ケース チャンネル コンテンツ ツール シナリオ ロボット
回 PV ＰＶ ページビュー アクセス ビュー view views 再生 フォロワー 登録 ダウンロード DL いいね クリック セッション UU インプレッション
秒 分 時間 日 日間 週 週間 か月 ヶ月 カ月 ヵ月 ケ月 箇月 月 年 年間 営業日 開庁日 日/年 h 時間/年
円 ドル ユーロ
m km cm mm メートル キロメートル m2 m² ㎡ 平方メートル km2 km² ㎢ ha ヘクタール アール t トン kg キログラム g グラム mg L l ℓ リットル kL kl mL m3 m³ ㎥ 立方メートル
kW kWh MW MWh GW GWh MJ GJ TJ t-CO2 t-CO₂ トン-CO2 トンCO2 tCO2 Mbps Gbps bps GB TB MB Hz ppm
問 門 株 頭 羽 匹 尾 袋 箱 缶 脚 着 足 杯 玉 束 俵 石 反 筆 区分 議案 分団 ポスト 枠 タイトル 都市 曲 試合 公演 品種 樹種 フロア 台分 人分 食 皿 通り 案 クール パーセントポイント 作業 ライン
"""

UNITS: tuple[str, ...] = tuple(sorted(set(_WORDS.split()), key=lambda unit: (-len(unit), unit)))
"""Longest first."""

NOT_BEFORE: dict[str, str] = {
    "人": "口材件工権種生形類格命脈", "本": "県市町村庁人部店社校計事業年格来当的", "年": "度生代次号齢頃", "日": "本常程曜", "分": "野析類科担離譲割配布散団",
    "市": "民内外役長政立域街場販", "町": "民内外役長政立域会", "村": "民内外役長政立", "県": "民内外庁立政産警", "区": "民内外役長立域間分画",
    "部": "局門長署分品会員活課材", "室": "内長温", "回": "線復答収目避転帰想路数生", "台": "風帳湾", "社": "会員内長屋宅協",
    "課": "題長税金", "園": "児長芸", "館": "内長", "校": "正長内舎", "度": "目数合", "組": "織合", "名": "称簿刺所", "者": "数",
    "点": "検字在滅線", "件": "数名", "位": "置", "種": "別子目", "品": "質種", "式": "典", "面": "談接積的", "通": "知信帳勤訳学報話過常行", "機": "能械会構動関",
    "局": "長面", "基": "準本盤金礎地幹", "個": "人別性室", "式場": "", "戸": "籍建", "床": "面", "席": "者", "店": "長員", "月": "間額末", "週": "末",
    "秒": "速", "時間": "帯外", "段階": "的", "級": "別", "署": "名長", "登録": "者制証", "計画": "的書期", "技術": "者的", "地域": "住間経社別",
    "業務": "量改時委", "事業": "化費名", "データ": "ベース", "サービス": "水", "システム": "化改", "再生": "可", "項": "", "石": "油", "足": "", "反": "応",
    "玉": "川", "株": "式", "問": "題", "束": "", "筆": "", "頭": "", "着": "手", "袋": "", "両": "立方", "便": "利", "班": "長", "枚": "", "冊": "子",
    "文書": "管", "記事": "", "点数": "", "組合": "員", "学校": "給数", "施設": "数", "団体": "数", "企業": "数", "市町村": "民", "動画": "数", "圏域": "",
    "g": "", "h": "", "L": "", "l": "", "m": "", "t": "", "割": "合り引当",
}  # fmt: skip
"""Letters that, behind a unit, make it the head of another word: 人口, 回線, 年度."""

_LATIN_END = re.compile(r"[A-Za-z]$")


def _alternative(unit: str) -> str:
    guard = NOT_BEFORE.get(unit, "")
    latin = "(?![A-Za-z])" if _LATIN_END.search(unit) else ""
    return re.escape(unit) + (f"(?![{guard}])" if guard else "") + latin


_one = "(?:" + "|".join(map(_alternative, UNITS)) + ")"
_composite = rf"{_one}(?:/(?:千|万|10万|100)?{_one}(?:・{_one})?)?"

UNIT = re.compile(rf"{_composite}(?:\({_one}\))?(?:/{_one})?")
"""A unit with what it is counted per (円/kg, 人/年, g/人・日) and an alternative name in a bracket: 課(室)."""

COUNTED_AFTER_NO = re.compile(rf"つ?の({_one})(?=に|で|を|が|は|へ|と|及|、|。|の|$)")
"""32の所属, 3つの施設: the unit behind の."""

ALTERNATIVE = re.compile(rf" ?\(({_composite})\)")
"""Behind a bare number: 100（件）."""

UNIT_IN_BRACKET = re.compile(rf"\((?:単位[: ]?)?({_composite})\)")
"""（年）, （人/年）, （単位：件） within a metric."""

UNIT_LABEL = re.compile(rf"[ 、,(]*単位(?:[: ]|は){{1,2}}({_composite})\)?")
"""単位：件, as a label of its own."""

PER_YEAR = re.compile(r"/(?:1?年度?|1?年間)$")
PER_MONTH = re.compile(r"/(?:月|か月|ヶ月)$")

_FULL_WIDTH = {code: code - 0xFEE0 for code in (0xFF05, 0xFF0F, *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
_FULL_WIDTH |= {code: code - 0xFEE0 for code in range(0xFF41, 0xFF5B)}


def written_unit(text: str) -> str:
    """Return a unit as written, but for full-width letters, slash and ％ made half-width and blanks left out.

    >>> [written_unit(unit) for unit in ("％", "課（室）", "ＰＶ")]
    ['%', '課（室）', 'PV']
    """
    return text.translate(_FULL_WIDTH).replace(" ", "")

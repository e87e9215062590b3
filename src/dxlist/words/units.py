"""Units of targets: the words directly behind a number that make it an amount, and whether amounts in them add up.

Source: 計量法 and 計量単位令 (平成4年政令第357号) for measures, the list in data/raw (fukushima_r04) for the things that it counts;
the other counters are everyday office Japanese, no source.  To let dxlist know a unit, add it here, once; the order does not
matter, for the longest unit is tried first.
"""

from __future__ import annotations

from typing import NamedTuple

from dxlist.text.folding import fold
from dxlist.text.regex import regex


class Unit(NamedTuple):
    """What is known of a unit."""

    adds_up: bool
    """Whether it counts things, so that the targets of several projects may be added up."""
    not_before: str
    """Letters that, behind it, make it the head of another word: 人口, 回線, 年度."""


_COUNTS = """
件:数名 個:人別性室 本:県市町村庁人部店社校計事業年格来当的 枚 冊:子 部:局門長署分品会員活課材 通:知信帳勤訳学報話過常行 台:風帳湾 基:準本盤金礎地幹 機:能械会構動関 機種 機器 両:立方 隻
つ セット ロット 式:典 ケース 種:別子目 種類 品:質種 品目 項目 科目 品種 樹種 株:式 頭 羽 匹 尾 袋 箱 脚 着:手 足 食 皿 問:題 門 枠 試合 公演 タイトル
棟 戸:籍建 軒 室:内長温 床:面 席:者 区画 面:談接積的 箇所 か所 カ所 ヶ所 ケ所 ヵ所 個所 地点 拠点 地区 地域:住間経社別 路線 系統 駅 橋 河川 団地 工区 ルート エリア
スポット ブース コーナー 会場 ステーション スタンド 局:長面 基地局
人:口材件工権種生形類格命脈 名:称簿刺所 者:数 世帯 組:織合 家庭 家族 人日 人月 人泊 泊 人回 延人
社:会員内長屋宅協 企業:数 事業者 事業所 事業体 店:長員 店舗 法人 団体:数 組合:員 一部事務組合 協議会 グループ チーム 班:長 課:題長税金 部署 部局 所属 課室 課所 部課
機関 施設:数 園:児長芸 校:正長内舎 学校:給数 小学校 中学校 高校 小中学校 県立学校 学級 クラス 学科 大学 病院 医療機関 診療所 薬局 館:内長 図書館 公民館
保育所 保育園 幼稚園 支所 窓口 庁舎 署:名長 市:民内外役長政立域街場販 町:民内外役長政立域会 村:民内外役長政立 市町 市町村:民 市区町村 町村 自治体 都道府県
経営体 農家 農業者 集落 自治会 町内会 商店街 商工会 農協 漁協 農場 圃場 ほ場
業務:量改時委 事業:化費名 手続 手続き 講座 コース プログラム プロジェクト 事例 案件 テーマ 課題 施策 取組 計画:的書期 条例 協定 商品 製品 技術:者的 特許
システム:化改 サービス:水 サイト ページ アプリ アカウント ID ライセンス ユーザー ユーザ 端末 回線 帳票 様式 書類 文書:管 データセット データ:ベース ファイル 記事 投稿 動画:数
作品 レイヤ レイヤー モデル パターン メニュー チャンネル コンテンツ ツール シナリオ ロボット
回:線復答収目避転帰想路数生 PV ＰＶ ページビュー アクセス ビュー view views 再生:可 フォロワー 登録:者制証 ダウンロード DL いいね クリック セッション UU
時間:帯外 h 円 m km m2 m² ㎡ 平方メートル ha ヘクタール t トン kg キログラム kW kWh MW MWh ㌶ ㌧ ㎏ ㎞ KG KW KWH Kwh kwh
"""
"""Units that count.  Of people and organisations no list says whether the same one is counted twice; they are here."""

_DOES_NOT_COUNT = """
% ‰ パーセント パーミル ポイント パーセントポイント pt pts pp 倍 割:合り引当 位:置 点:検字在滅線 点数 段階:的 級:別 度:目数合 ℃ dB
秒:速 分:野析類科担離譲割配布散団 日:本常程曜 日間 週:末 週間 か月 ヶ月 カ月 ヵ月 ケ月 箇月 月:間額末 年:度生代次号齢頃 年間 営業日 開庁日 日/年 時間/年 人時 年月 クール
ドル ユーロ cm mm メートル キロメートル km2 km² ㎢ アール 反:応 g グラム mg L l ℓ リットル kL kl mL m3 m³ ㎥ 立方メートル
GW GWh MJ GJ TJ t-CO2 t-CO₂ トン-CO2 トンCO2 tCO2 Mbps Gbps bps GB TB MB Hz ppm db DB hPa ルクス lx Sv mSv μSv Bq ㌫ ㍑ ㎘ ㎎ ㎝ ㎜ ㍍ ㌔ ㌘ KL cc ㏄ h/日
圏域 区:民内外役長立域間分画 県:民内外庁立政産警 道府県 都市 か国 カ国 ヶ国 ヵ国 便:利 議席 議案 分団 フロア ポスト ライン インプレッション
缶 杯 玉:川 束 俵 石:油 筆 曲 区分 台分 人分 通り 案 作業
"""
"""Units of a part, a rank, a grade or a span of time, and such as no sum of targets has been asked for."""


def _rows(words: str, *, adds_up: bool) -> dict[str, Unit]:
    parted = (word.partition(":") for word in words.split())
    return {unit: Unit(adds_up, not_before) for unit, _, not_before in parted}


UNITS: dict[str, Unit] = {**_rows(_COUNTS, adds_up=True), **_rows(_DOES_NOT_COUNT, adds_up=False)}
"""A unit as it is written in narrow text, and what is known of it."""

_ADD_UP = {fold(word): unit.adds_up for word, unit in UNITS.items()}
_OTHER_NAME = regex(r"\([^()]*\)$")


def adds_up(unit: str) -> bool:
    """Return whether targets in a unit may be added up; what is counted a year, or has two names, counts as well.

    >>> [unit for unit in ("件", "％", "件/年", "日/年", "課（室）", "円/kg") if adds_up(unit)]
    ['件', '件/年', '課（室）']
    """
    key = fold(unit)
    return _ADD_UP.get(key, _ADD_UP.get(_OTHER_NAME.sub("", key.removesuffix("/年")), False))


PER_YEAR = regex(r"/(?:1?年度?|1?年間)$")
PER_MONTH = regex(r"/1?(?:か|ヶ|カ|ヵ|ケ|箇)?月$")

_FULL_WIDTH = {code: code - 0xFEE0 for code in (0xFF05, 0xFF0F, *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
_FULL_WIDTH |= {code: code - 0xFEE0 for code in range(0xFF41, 0xFF5B)}


def written_unit(text: str) -> str:
    """Return a unit as written, but for full-width letters, slash and ％ made half-width and blanks left out.

    >>> [written_unit(unit) for unit in ("％", "課（室）", "ＰＶ")]
    ['%', '課（室）', 'PV']
    """
    return text.translate(_FULL_WIDTH).replace(" ", "")

"""The official rules for machine-readable data that a rule of dxlist may serve.

Source: 行政データにおける機械可読性に関するルール (デジタル庁, 2026-03-31), 30 rules L1-01 … L3-09, and beside each the
number of the same demand in 統計表における機械判読可能なデータの表記方法の統一ルール (総務省, 2020-12-18).  The titles are
shortened; the English ones are ours.
"""

from __future__ import annotations

from typing import NamedTuple

from dxlist.text.bilingual import Bilingual


class OfficialRule(NamedTuple):
    """One rule of 2026, with the number that the demand had in 2020."""

    number: str
    number_2020: str | None
    title: Bilingual


_TABLE = (
    ("L1-01", "1-1", "ファイル形式は機械が直接読み取れるか", "the file format can be read by machines"),
    ("L1-02", "2-2", "1シート（ファイル）に複数の表がないか", "one table in a file"),
    ("L1-03", "2-1", "データが分断されていないか", "the data is not cut into pieces"),
    ("L1-04", None, "データ本体と無関係な情報がないか", "nothing beside the data"),
    ("L1-05", "1-6", "すべての列に意味が推測できる項目名", "every column has a name that says what it holds"),
    ("L1-06", "1-5", "スペースや改行等で体裁を整えていない", "no blanks or line breaks for looks"),
    ("L1-07", "1-2", "1セル1データ", "one value in a cell"),
    ("L1-08", "1-10", "機種依存文字を使用していない", "no platform-dependent characters"),
    ("L1-09", None, "空白とゼロの区別", "blank and zero are told apart"),
    ("L1-10", "1-8", "[Excel] オブジェクト", "[Excel] no drawings"),
    ("L1-11", None, "[Excel] 書式で違いを表現しない", "[Excel] no difference by format alone"),
    ("L1-12", "1-4", "[Excel] セルの結合", "[Excel] no merged cells"),
    ("L1-13", None, "[Excel] 非表示の行・列", "[Excel] no hidden rows or columns"),
    ("L1-14", None, "[CSV] 1行1データ", "[CSV] one record a line"),
    ("L1-15", None, '[CSV] カンマを含む値を "" で囲む', "[CSV] values with commas are quoted"),
    ("L2-01", "1-3", "数値データは数値属性", "numbers are numbers"),
    ("L2-02", "1-6", "データ内での項目名等の省略をしない", "nothing is left out because it stands above"),
    ("L2-03", None, "各列が一意に識別可能な項目名", "every column has a name of its own"),
    ("L2-04", None, "選択肢回答の標準化", "choices are spelled alike"),
    ("L2-05", None, "「その他」の分離", "「その他」 stands apart"),
    ("L2-06", "1-7", "[Excel] 数式", "[Excel] no formulas"),
    ("L3-01", None, "項目名行から始まる", "the file begins with the header"),
    ("L3-02", None, "コード表の別添", "code tables are given"),
    ("L3-03", "1-13", "特殊記号の定義", "special signs are explained"),
    ("L3-04", "1-9", "データの単位", "units are given"),
    ("L3-05", "1-11", "時間軸の表記の標準化", "dates are written in the standard way"),
    ("L3-06", "1-12", "地域コード又は正式な地域名称", "areas by code or full name"),
    ("L3-07", None, "年によるフォーマットの差", "the same format every year"),
    ("L3-08", None, "データの定義・更新履歴", "definitions and changes are given"),
    ("L3-09", None, "縦持ち形式", "one observation a row"),
)

OFFICIAL_RULES: dict[str, OfficialRule] = {
    number: OfficialRule(number, number_2020, Bilingual(ja, en)) for number, number_2020, ja, en in _TABLE
}
"""By number, in order."""

"""Pairs of rows that are easily taken for what they are not, each with its verdict and the reason for it.

Names are those of the shipped list (令和4年度) and of budgets and plans of other governments, at times with one thing
changed.  Where nothing else is said both rows are of one list, by one division, and have neither overview nor target.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from tests.projects.rows import OTHER, OTHER_TARGET, OVERVIEW, TARGET

Verdict = Literal["same", "suggest", "different"]
SAME: Verdict = "same"
SUGGEST: Verdict = "suggest"
DIFFERENT: Verdict = "different"


class Pair(NamedTuple):
    """Two names, what their rows say beside them, and what they are."""

    verdict: Verdict
    one: str
    two: str
    why: str
    first: dict[str, Any] = {}
    second: dict[str, Any] = {}


ROADS = {"department": "土木部 道路管理課"}
NOBODY: dict[str, Any] = {"department": None}
APART = ({"overview": OVERVIEW, "kpi": TARGET}, {**ROADS, "overview": OTHER, "kpi": OTHER_TARGET})

DX = "デジタル変革（DX）推進事業"
BASIC = "オールふくしまDX推進基本設計構築事業"

PAIRS = [
    # -- one name, printed another way
    Pair(SAME, f"{DX}（{BASIC}）", f"デジタル変革(DX)推進事業({BASIC})", "width of brackets (lines 13 and 53)"),
    Pair(SAME, f"{DX}（{BASIC}）", f"デジタル変革【ＤＸ】推進事業［{BASIC}］", "shape of brackets, width of letters"),
    Pair(SAME, "申請・届出オンライン化事業", "申請・届出 オンライン化事業", "a line end of the print became a blank"),
    Pair(SAME, "福島県警察DX推進事業", "福島県警察デジタルトランスフォーメーション推進事業", "DX written out (lines 10 and 154)"),
    Pair(SAME, "デジタル変革（DX）推進事業", "DX推進事業", "デジタル変革 is what the list calls DX"),
    Pair(SAME, "デジタル変革（DX）推進事業", "DX（デジタルトランスフォーメーション）推進事業", "the remark is the abbreviation, either way round"),
    Pair(SAME, "議会ICT導入経費", "議会情報通信技術導入経費", "ICT written out"),
    Pair(SAME, "AIチャットボットの導入", "人工知能チャットボットの導入", "AI written out"),
    Pair(SAME, "取組①電子決裁の拡充", "取組(1)電子決裁の拡充", "① is a number in brackets"),
    Pair(SAME, "行政手続のオンライン化", "行政手続きのオンライン化", "okurigana, by one division (lines 55 and 61)"),
    Pair(SUGGEST, "行政手続のオンライン化", "行政手続きのオンライン化", "okurigana, and no division to confirm it", NOBODY, NOBODY),
    Pair(SAME, "窓口受入れ体制整備事業", "窓口受け入れ体制整備事業", "okurigana"),
    Pair(SAME, "ファイルサーバーのクラウド化", "ファイルサーバのクラウド化", "a long vowel at the end of a word"),
    Pair(SAME, "建設DX推進事業", "建設DX推進事業（再掲）", "the remark says that it is the same"),
    Pair(SAME, "建設DX推進事業", "【新規】建設DX推進事業", "a remark on the state of the project"),
    Pair(SAME, f"{DX}（{BASIC}）", f"デジタル変革（DX）推進事業-{BASIC}", "a dash for the bracket"),
    Pair(SAME, f"{DX}（{BASIC}）", f"{DX}（{BASIC}", "a bracket that was lost, by one division"),
    Pair(SAME, "第2期地域情報化計画策定事業", "第二期地域情報化計画策定事業", "one ordinal"),
    # -- one name, and what else is known
    Pair(DIFFERENT, "オープンデータの推進", "オープンデータの推進", "two governments", {"government": "070009"}, {"government": "062014"}),
    Pair(SAME, "オープンデータの推進", "オープンデータの推進", "one government, two years", {"year": 2022}, {"year": 2023}),
    Pair(SAME, "オープンデータの推進", "オープンデータの推進", "two years, the division renamed in between", {"year": 2022}, {"year": 2023, "department": "総務部 情報政策課"}),
    Pair(DIFFERENT, "一般管理費", "一般管理費", "two years and two divisions, but every division has this", {"year": 2022}, {**ROADS, "year": 2023}),
    Pair(SUGGEST, "オープンデータの推進", "オープンデータの推進", "two divisions, other overviews and targets", *APART),
    Pair(SUGGEST, "オープンデータの推進", "オープンデータの推進", "two divisions of one department, nothing else known", {}, {"department": "企画調整部 地域振興課"}),
    Pair(SAME, "オープンデータの推進", "オープンデータの推進", "two divisions with one overview", {"overview": OVERVIEW}, {**ROADS, "overview": OVERVIEW}),
    Pair(SAME, "オープンデータの推進", "オープンデータの推進", "two divisions with one target, but for a figure", {"kpi": TARGET}, {**ROADS, "kpi": TARGET.replace("11", "12")}),
    Pair(SAME, "オープンデータの推進", "オープンデータの推進", "a missing division is no evidence against", {"overview": OVERVIEW}, {**NOBODY, "overview": OTHER}),
    Pair(SAME, "オープンデータの推進", "オープンデータの推進", "the department alone, and a division of it", {"department": "企画調整部"}),
    Pair(SAME, "県立学校WiFi環境整備事業", "県立学校WiFi環境整備事業", "three divisions, and one of them (line 98)", {"department": "教育庁 教育総務課 高校教育課 特別支援教育課"}, {"department": "教育庁 高校教育課"}),
    Pair(SAME, "庁舎管理費", "庁舎管理費", "one division, two items of its expenses", {"overview": OVERVIEW}, {"overview": OTHER}),
    Pair(SAME, "建設DX推進事業", "建設DX推進事業", "printed once for two items, other divisions beside it", {}, {**ROADS, "filled_from": 1}),
    # -- one programme, other sub-projects
    Pair(DIFFERENT, "福島イノベ構想に基づく農業先端技術展開事業（先端技術活用による農業再生実証事業）", "福島イノベ構想に基づく農業先端技術展開事業（農業イノベーションロボット開発事業）", "two sub-projects (lines 79 and 123)", {"overview": OVERVIEW}, {"overview": OVERVIEW}),
    Pair(DIFFERENT, "新時代の学校におけるICT環境研究開発事業（県立中・高ICT活用教育研究開発事業）", "新時代の学校におけるICT環境研究開発事業（県立特別支援学校ICT活用教育研究開発事業）", "two sub-projects of one overview (lines 97 and 101)", {"overview": OVERVIEW}, {"overview": OVERVIEW}),
    Pair(DIFFERENT, "人事・給与・行政組織等管理事業（働き方改革推進事業）", "人事・給与・行政組織等管理事業（部局提案型BPR推進事業）", "two sub-projects"),
    Pair(SUGGEST, "先端ICT関連産業集積推進事業", "先端ICT関連産業集積推進事業（ICT人材育成事業、先端ICT技術開発・先進モデル創出事業）", "a programme and the only project under it (lines 135 and 113)"),
    Pair(SUGGEST, f"{DX}（{BASIC}）", f"情報化推進事業（{BASIC}）", "a sub-project that moved to another programme", {"year": 2022}, {"year": 2023}),
    Pair(DIFFERENT, f"{DX}（{BASIC}）", f"情報化推進事業（{BASIC}）", "one sub-project's name under two programmes in one year: two projects", {"overview": OVERVIEW}, {"overview": OTHER}),
    Pair(SUGGEST, f"{DX}（{BASIC}）", BASIC, "the programme is not printed in the second year", {"year": 2022}, {"year": 2023}),
    Pair(DIFFERENT, f"{DX}（一般事務費）", "情報化推進事業（一般事務費）", "a sub-project that every programme has", {"year": 2022}, {"year": 2023}),
    # -- names that differ in what tells things apart
    Pair(DIFFERENT, "福島イノベ構想に基づく農業先端技術展開事業", "福島イノベ構想に基づく林業先端技術展開事業", "農 and 林 (lines 79 and 125), ratio 95"),
    Pair(DIFFERENT, "福島イノベ構想に基づく林業先端技術展開事業", "福島イノベ構想に基づく水産業先端技術展開事業", "林 and 水産 (lines 125 and 129)"),
    Pair(DIFFERENT, "地域情報化計画策定事業", "第2期地域情報化計画策定事業", "the second period is another project"),
    Pair(DIFFERENT, "第2期地域情報化計画策定事業", "第3期地域情報化計画策定事業", "two periods"),
    Pair(DIFFERENT, "市道12号線整備事業", "市道13号線整備事業", "numbers that differ"),
    Pair(DIFFERENT, "システム改修（令和4年度）", "システム改修（令和5年度）", "years in the names"),
    Pair(DIFFERENT, "スマート農業の推進（ア）", "スマート農業の推進（イ）", "ア and イ number things"),
    Pair(DIFFERENT, "スマート農業の推進", "スマート農業の推進（イ）", "so does イ alone"),
    Pair(DIFFERENT, "取組①", "取組②", "① and ②"),
    Pair(DIFFERENT, "小学校施設整備事業", "中学校施設整備事業", "小 and 中"),
    Pair(DIFFERENT, "県単道路改良事業", "市単道路改良事業", "県 and 市"),
    Pair(DIFFERENT, "新庁舎建設事業", "旧庁舎建設事業", "新 and 旧"),
    Pair(DIFFERENT, "男性相談支援事業", "女性相談支援事業", "男 and 女"),
    Pair(DIFFERENT, "東部公民館改修事業", "西部公民館改修事業", "directions"),
    Pair(SUGGEST, "市道整備推進事業", "市町道整備推進事業", "町 may make another word, or be a typo"),
    Pair(SUGGEST, "桜小学校改修事業", "梅小学校改修事業", "a kanji for a kanji may be another school"),
    Pair(DIFFERENT, "先端ICT技術開発事業", "デジタル人材確保事業", "nothing in common but 事業"),
    Pair(DIFFERENT, "書面規制、押印、対面規制の見直し", "BPRに向けた支援", "the prefecture's own, and support for municipalities (lines 9 and 66)"),
    Pair(DIFFERENT, "職員の意識改革と行動変容に向けた取組", "部局提案型BPR推進事業", "line 7 spreads the results of the project of line 8"),
    # -- one letter wrong
    Pair(SAME, "申請・届出オンライン化事業", "申請・届出オンライ化事業", "a letter left out, by one division"),
    Pair(SAME, "申請・届出オンライン化事業", "申請・届出オンラインン化事業", "a letter twice, by one division"),
    Pair(SUGGEST, "申請・届出オンライン化事業", "申請・届出オライン化ン事業", "two typos are none", {"overview": OVERVIEW}, {"overview": OVERVIEW}),
    Pair(SAME, "ペーパーレス化の推進", "ぺーパーレス化の推進", "ぺ of hiragana, by one division"),
    Pair(SUGGEST, "申請・届出オンライン化事業", "申請・届出オンライ化事業", "a letter left out, no division", NOBODY, NOBODY),
    Pair(SAME, "申請・届出オンライン化事業", "申請・届出オンライ化事業", "a letter left out, no division, one overview", {**NOBODY, "overview": OVERVIEW}, {"overview": OVERVIEW}),
    Pair(DIFFERENT, "申請・届出オンライン化事業", "申請・届出オンライ化事業", "a letter left out, by two divisions with other overviews", *APART),
    Pair(SUGGEST, "申請・届出オンライン化事業", "申請・届出オンライ化事業", "a letter left out, other overviews", {"overview": OVERVIEW}, {"overview": OTHER}),
    Pair(SUGGEST, "電子決裁の拡充事業", "電子決済の拡充事業", "裁 and 済 make two words"),
    Pair(SAME, f"{DX}（{BASIC}）", f"デジタル変革（DX）推新事業（{BASIC}）", "a wrong kanji in the programme above one sub-project"),
    Pair(SUGGEST, f"{DX}（桜小学校改修事業）", f"{DX}（梅小学校改修事業）", "another kanji in the sub-project may be another school"),
    Pair(DIFFERENT, "初級研修の実施", "中級研修の実施", "初 and 中"),
    Pair(SAME, "電子決裁の拡充事業", "電子決済の拡充事業", "裁 and 済, but one overview", {"overview": OVERVIEW}, {"overview": OVERVIEW}),
    Pair(DIFFERENT, "ものづくり企業のAI・IoT活用促進事業", "ものづくり企業のAI・ICT活用促進事業", "IoT and ICT are two things"),
    Pair(SUGGEST, "先端ICT関連産業集積推進事業", "先端IT関連産業集積推進事業", "ICT and IT: a Latin letter may make another word"),
    Pair(DIFFERENT, "教育研修事業", "職員研修事業", "short names of two things"),
]  # fmt: skip

"""DX1xx: what must be found in the shipped list and what must not, where it is marked, and lists of other governments."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

import dxlist
from dxlist.model.document import Document
from dxlist.rules.checking import Reported, check_lists
from dxlist.rules.registry import all_rules
from tests.damage import generate
from tests.lists import NORMALIZED, SHIPPED

RULES = [rule for rule in all_rules().values() if rule.code.startswith("DX1")]
RAW = [line.split("\t") for line in SHIPPED.read_text(encoding="utf-8").split("\n")]


def findings_of(document: Document, *codes: str) -> list[Reported]:
    rules = [rule for rule in RULES if not codes or rule.code in codes]
    return list(check_lists([("list.tsv", document)], rules).findings)


def findings_in(text: str, *codes: str) -> list[Reported]:
    return findings_of(dxlist.parse(text.encode(), stem="list"), *codes)


def lines_of(findings: list[Reported], code: str, *, related: bool = False) -> set[int | None]:
    """Lines of the findings of a rule, those of their related places too where asked."""
    own = {one.found.place.line for one in findings if one.rule.code == code}
    others = {place.line for one in findings if one.rule.code == code for place in one.found.related}
    return own | others if related else own


@pytest.fixture(scope="module")
def shipped() -> list[Reported]:
    return findings_of(dxlist.parse(SHIPPED))


EXACTLY = [
    ("DX101", {20, 40}),
    ("DX102", {20}),
    ("DX103", set[int]()),
    ("DX104", {32, 33, 34, 37, 48, 49, 70, 71, 87, 102, 103, 112}),
    ("DX105", {15}),
    ("DX106", {87}),
    ("DX107", {102}),
    ("DX108", set[int]()),
    ("DX109", set[int]()),
    ("DX110", {93}),
    ("DX111", {93}),
    ("DX112", {32, 33, 34}),
    ("DX113", {15}),
    ("DX114", set[int]()),
    ("DX115", {11}),
    ("DX116", {60}),
    ("DX117", {8}),
    ("DX118", {42, 53}),
    ("DX119", {69, 70, 71, 131, 132, 133, 134}),
    ("DX120", {6}),
    ("DX121", {11}),
    ("DX122", {15}),
    ("DX123", {19}),
    ("DX124", {3}),
    ("DX125", set[int]()),
    ("DX126", set[int]()),
    ("DX127", set[int]()),
    ("DX128", set[int]()),
]


def test_every_rule_is_in_the_table() -> None:
    assert [code for code, _ in EXACTLY] == [rule.code for rule in RULES]


@pytest.mark.parametrize(("code", "lines"), EXACTLY)
def test_lines_of_the_shipped_list(shipped: list[Reported], code: str, lines: set[int]) -> None:
    assert lines_of(shipped, code) == lines
    assert len([one for one in shipped if one.rule.code == code]) >= len(lines)


NAMED = [
    ("DX115", range(11, 15)),
    ("DX116", range(60, 72)),
    ("DX110", range(93, 102)),
    ("DX121", (11, 51, 98)),
    ("DX122", (51, 53, 55, 68, 107, 108)),
    ("DX123", (19, 39, 58, 73, 89, 105, 121, 141, 157)),
    ("DX118", (42, 44, 53, 55, 68, 107, 108, 114)),
    ("DX119", (68, 130)),
]


@pytest.mark.parametrize(("code", "lines"), NAMED)
def test_lines_named_by_line_or_related(shipped: list[Reported], code: str, lines: tuple[int, ...]) -> None:
    assert set(lines) <= lines_of(shipped, code, related=True)


MARKED = [
    ("DX104", 32, 4, "議会事務局 総務課"),
    ("DX104", 37, 5, "在宅勤務用スマートフォンの試行導入"),
    ("DX104", 70, 1, "2(3)"),
    ("DX104", 103, 1, "3(2) ア"),
    ("DX104", 112, 1, "3(2)エ 小学校、中学校及び高等学校における情報活用能力の育成"),
    ("DX105", 15, 1, "2(2) キャッシュレス決済の導入"),
    ("DX106", 87, 1, "商工労働部 観光交流局 県産品振興戦略課"),
    ("DX107", 102, 6, "統合型校務支援システム整備事業"),
    ("DX110", 93, 2, "3(1) ア 3(1) イ ウ エ"),
    ("DX112", 34, 1, "計画"),
    ("DX113", 15, 2, "2(2)"),
    ("DX117", 8, 2, "("),
    ("DX118", 42, 1, "～"),
    ("DX118", 53, 5, "①"),
]


@pytest.mark.parametrize(("code", "line", "cell", "words"), MARKED)
def test_the_marked_words_stand_in_the_raw_cell(
    shipped: list[Reported], code: str, line: int, cell: int, words: str
) -> None:
    places = [one.found.place for one in shipped if one.rule.code == code and one.found.place.line == line]
    assert [place.cell for place in places] == [cell]
    assert RAW[line - 1][cell - 1][places[0].start : places[0].end] == words


def test_every_place_is_a_cell_of_the_file(shipped: list[Reported]) -> None:
    for one in shipped:
        place = one.found.place
        assert place.line is not None
        if place.cell is not None and place.text is not None:
            assert RAW[place.line - 1][place.cell - 1] == place.text, one
            assert 0 <= (place.start or 0) <= (place.end or 0) <= len(place.text)


def test_wrapped_words_are_shown_with_their_blank(shipped: list[Reported]) -> None:
    place = next(one.found.place for one in shipped if one.rule.code == "DX116")
    assert " " in (place.text or "")[place.start : place.end]


MESSAGES = [
    ("DX107", 102, ("事業概要", "指標"), ("overview", "KPI")),
    ("DX111", 93, ("4つ", "3つ"), ("4 codes", "3 titles")),
    ("DX113", 15, ("2(1)", "2(2)"), ("2(1)", "2(2)")),
    ("DX115", 11, ("10行目", "業務の現状分析", "2(1)"), ("line 10", "業務の現状分析", "2(1)")),
    ("DX119", 131, ("130行目", "建設DX推進事業"), ("line 130", "建設DX推進事業")),
]


@pytest.mark.parametrize(("code", "line", "ja", "en"), MESSAGES)
def test_messages_name_what_they_are_about(
    shipped: list[Reported], code: str, line: int, ja: tuple[str, ...], en: tuple[str, ...]
) -> None:
    message = next(one.found.message for one in shipped if one.rule.code == code and one.found.place.line == line)
    assert all(word in message.ja for word in ja)
    assert all(word in message.en for word in en)


def test_repairs_that_lost_nothing_are_info(shipped: list[Reported]) -> None:
    lost = {"DX101", "DX102", "DX105", "DX107", "DX110", "DX111", "DX112", "DX113", "DX115"}
    assert {one.rule.code for one in shipped if one.severity != "info"} == lost
    assert [one.found.place.line for one in shipped if one.severity == "error"] == [102]


def test_raw_and_normalised_lists_give_the_same_findings(shipped: list[Reported]) -> None:
    golden = Document.model_validate_json((NORMALIZED / f"{SHIPPED.stem}.json").read_bytes())
    again = findings_of(golden)
    assert [one.finding("ja") for one in again] == [one.finding("ja") for one in shipped]
    assert [one.fingerprint for one in again] == [one.fingerprint for one in shipped]


SIX = "分野\t項目\t担当課\t事業名\t事業概要\t指標（KPI）\n"


def rows(*items: str, first: str = "1 行政の効率化") -> str:
    """A clean list with these items, a project each, of three divisions in turn."""
    divisions = ("情報政策課", "市民課", "税務課")
    body = "".join(
        f"{first if at == 0 else ''}\t{item}\t総務部 {divisions[at % 3]}\tシステム{at}整備事業\t仕組みを整える。\t{at + 2}件を目標とする。\n"
        for at, item in enumerate(items)
    )
    return SIX + body


CLEAN = {
    "a city with numbers and budgets": """No.	基本方針	施策名	担当課	事業名	事業内容	目標値	予算額（千円）
1	1 市民サービスの向上	1-1 手続のオンライン化	情報政策課	電子申請拡大事業	申請できる手続を増やす。	手続数 120件	3,200
2	1 市民サービスの向上	1-2 窓口の改革	市民課	書かない窓口導入事業	窓口での記入をなくす。	待ち時間 10分以内	12,000
3	1 市民サービスの向上	1-3 決済の電子化	会計課	キャッシュレス決済導入事業	電子決済を使えるようにする。	利用率 30%	1,500
4	2 行政事務の効率化	2-1 RPAの活用	情報政策課	RPA推進事業	定型業務を自動化する。	削減時間 2,000時間	4,800
5	2 行政事務の効率化	2-2 文書の電子化	総務課	電子決裁推進事業	電子決裁率を高める。	電子決裁率 95%	600
""",
    "no codes at all, line breaks in quoted cells": """担当部署,事業名,概要,KPI
総務部人事課,テレワーク推進事業,在宅勤務の環境を整える。,実施者数50人
総務部財政課,電子契約導入事業,電子契約を導入する。,契約件数100件
企画部政策課,"地域ポイント事業","地域ポイントを発行し、
消費を喚起する。",利用者数1万人
福祉部高齢福祉課,見守りセンサー事業,センサーを設置する。,設置世帯100世帯
""",
    "sorted by department, codes in no order": """所管課	施策番号	施策	取組名	取組内容	指標
総務課	2-1	文書の電子化	電子決裁推進事業	電子決裁率を高める。	電子決裁率95%
総務課	1-3	働き方の改革	テレワーク推進事業	在宅勤務を広げる。	実施者数50人
情報課	1-1	手続のオンライン化	電子申請拡大事業	申請できる手続を増やす。	手続数120件
情報課	2-2	RPAの活用	RPA推進事業	定型業務を自動化する。	削減時間2,000時間
市民課	1-2	窓口の改革	書かない窓口導入事業	窓口での記入をなくす。	待ち時間10分以内
市民課	1-3	働き方の改革	窓口予約事業	予約制にする。	予約率40%
福祉課	3-1	デジタル活用支援	スマートフォン教室事業	高齢者向けの教室を開く。	参加者数300人
""",
    "only the items that have a project": """分野	項目	担当課	事業名	事業概要	指標
1 行政	1-2 手続のオンライン化	情報課	電子申請拡大事業	手続を増やす。	120件を目標とする。
1 行政	1-5 窓口の改革	市民課	書かない窓口導入事業	記入をなくす。	10分以内
1 行政	1-6 決済の電子化	会計課	キャッシュレス事業	電子決済を使う。	利用率30%
1 行政	1-9 文書の電子化	総務課	電子決裁推進事業	電子決裁率を高める。	95%
2 地域	2-1 デジタル活用支援	福祉課	教室事業	教室を開く。	300人
2 地域	2-4 観光の情報発信	観光課	観光アプリ運用事業	アプリを運用する。	5,000件
2 地域	2-5 農業の省力化	農政課	スマート農業推進事業	ドローンを導入する。	20経営体
3 安全	3-2 防災情報の充実	防災課	防災アプリ運用事業	アプリを運用する。	3万人
3 安全	3-3 見守りの充実	高齢課	見守りセンサー事業	センサーを設置する。	100世帯
""",
    "codes that run on through the fields": """柱	取組項目	担当	取組名	取組の内容	目標
Ⅰ くらし	① 手続のオンライン化	情報課	電子申請拡大事業	手続を増やす。	120件
Ⅰ くらし	② 窓口の改革	市民課	書かない窓口導入事業	記入をなくす。	10分以内
Ⅱ しごと	③ 観光の情報発信	観光課	観光アプリ運用事業	アプリを運用する。	5,000件
Ⅱ しごと	④ 農業の省力化	農政課	スマート農業推進事業	ドローンを導入する。	20経営体
Ⅲ まち	⑤ 防災情報の充実	防災課	防災アプリ運用事業	アプリを運用する。	3万人
Ⅲ まち	⑥ 除雪の最適化	建設課	除雪車運行管理事業	GPSを付ける。	30台
Ⅲ まち	⑦ 見守りの充実	高齢課	見守りセンサー事業	センサーを設置する。	100世帯
Ⅳ 行政	⑧ 文書の電子化	総務課	電子決裁推進事業	電子決裁率を高める。	95%
""",
    "labelled codes that begin anew, merged cells": """基本目標	施策	主管課	事業名	事業の概要	成果指標
基本目標1 便利なまち	施策1 オンライン化	情報課	電子申請拡大事業	手続を増やす。	手続数120件
		情報課	公共施設予約事業	予約を電子化する。	利用率60%
	施策2 窓口改革	市民課	書かない窓口導入事業	記入をなくす。	10分以内
基本目標2 元気なまち	施策1 観光	観光課	観光アプリ運用事業	アプリを運用する。	5,000件
	施策2 農業	農政課	スマート農業推進事業	ドローンを導入する。	20経営体
基本目標3 安心なまち	施策1 防災	防災課	防災アプリ運用事業	アプリを運用する。	3万人
	施策2 福祉	高齢課	見守りセンサー事業	センサーを設置する。	100世帯
	施策3 子育て	こども課	母子手帳アプリ事業	アプリを運用する。	登録率70%
""",
    "fields and items of one name": """分野	項目	担当課	事業名	事業概要	指標
1 電子申請	1 電子申請	情報課	電子申請拡大事業	手続を増やす。	120件
2 窓口改革	2 窓口改革	市民課	書かない窓口導入事業	記入をなくす。	10分以内
3 防災	3 防災	防災課	防災アプリ運用事業	アプリを運用する。	3万人
4 福祉	4 福祉	福祉課	見守りセンサー事業	センサーを置く。	100台
""",
    "divisions side by side, a total and a remark": """〇〇市DX推進計画　取組一覧
No	施策	担当課	取組名	取組内容	KPI	R5	R6	備考
1	行政手続のオンライン化	情報政策課、市民課	電子申請の拡充	電子申請できる手続を増やす。	手続数	100	120	新規
2	行政手続のオンライン化	情報政策課	公共施設予約システム	予約を電子化する。	利用率	40%	60%	継続
3	キャッシュレス化	会計課	窓口キャッシュレス	窓口に端末を置く。	利用率	10%	30%	新規
4	RPA	情報政策課ほか	RPAの活用	定型業務を自動化する。	削減時間	1,000	2,000	継続
5	デジタルデバイド対策	高齢福祉課	スマホ教室	教室を開く。	参加者	200	300	拡充
	合計					7
※R5は見込み。
""",
    "items of the plan between the codes, with rows of their own": rows(
        "1(1) 手続", "計画 業務の分析", "", "1(2) 窓口", "1(3) 決済", "計画 国民保護", "", "1(4) 文書"
    ),
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN.keys())
def test_clean_lists_give_no_warning(text: str) -> None:
    assert [one.finding("en") for one in findings_in(text) if one.severity != "info"] == []


def test_a_list_without_projects_is_said_once() -> None:
    body = "".join(
        f"証明書{n}の交付申請\t{'税務課' if n % 2 else ''}\t規則第{n}条\t申請を受ける。\t令和6年度\n" for n in range(30)
    )
    """Information alone: a list of what its indicators measure may be meant so."""
    found = [
        one
        for one in findings_in("書類\t担当課\t根拠\t内容\tオンライン化の目標\n" + body)
        if one.severity != "info" or one.rule.code == "DX103"
    ]
    assert [(one.rule.code, one.severity, one.found.place.line) for one in found] == [("DX103", "info", 1)]


CUT = """\
戦略,取組,担当課,内容,数値目標,備考
1 観光,物産展,観光課,物産展を開催する。,来場者数3,000人,継続
1 観光,宿泊,観光課,宿泊施設を改修する。,宿泊単価11,200円→14,000円,新規
1 観光,交通,交通課,バスを運行する。,利用者数800人,継続
1 観光,発信,観光課,動画を配信する。,再生数10万回,継続
"""


def test_numbers_cut_by_their_commas_are_said_once_for_a_row() -> None:
    """A number that was cut is no target without a unit (DX301 is silent), and its row is said once."""
    found = check_lists([("list.csv", dxlist.parse(CUT.encode(), stem="list"))], list(all_rules().values())).findings
    shown = [(one.rule.code, one.found.place.line, one.found.place.cell) for one in found if one.severity != "info"]
    assert shown == [("DX108", 2, 6), ("DX108", 3, 6)]


def test_a_list_that_ends_with_its_items_is_information() -> None:
    body = "".join(f"1 便利なまち\t1-{n} 施策{n}\t総務課\t手続を改める。\t{n}0件\n" for n in range(1, 6))
    found = findings_in("基本方針\t施策\t担当課\t内容\t目標\n" + body, "DX103")
    assert [one.severity for one in found] == ["info"]


def test_a_lone_cell_is_no_project_that_lost_its_name() -> None:
    text = rows("1(1) あ", "1(2) い") + "３　県庁\t\t\t\t\t\n"
    assert {one.severity for one in findings_in(text, "DX109")} <= {"info"}


LEVELS_IN_DOUBT = [
    # field and item of each row, lines of DX109, words of its message
    (("|", "1 窓口|1(1) 予約", "|", "|", "2 人材|2(1) 研修", "|"), [2, 4, 5, 7], "not printed in the first row"),
    (("1 窓口|1(1) 予約", "|1(2) 案内", "|3(1) 防犯", "|"), [4, 5], "which field the row belongs to could not be told"),
    (("1 窓口|1(1) 予約", "2 人材|", "3 安全|3(1) 防犯"), [3], "there is no item"),
]


@pytest.mark.parametrize(("levels", "lines", "words"), LEVELS_IN_DOUBT, ids=[case[2] for case in LEVELS_IN_DOUBT])
def test_a_row_whose_level_is_in_doubt_is_told_why(levels: tuple[str, ...], lines: list[int], words: str) -> None:
    cells = (f"{level}|総務部 総務課|第{n}推進事業|第{n}の取組を進める。|{n}0件" for n, level in enumerate(levels, 1))
    text = "\n".join(("分野|項目|担当課|事業名|事業概要|指標", *cells)).replace("|", "\t") + "\n"
    found = findings_in(text, "DX109")
    assert sorted(lines_of(found, "DX109", related=True), key=str) == lines
    assert all(words in one.found.message.en for one in found)


CODES = [
    # items of one field, code of the rule, line of the finding, words of the message
    (("(1) あ", "(2) い", "(3) う", "(5) え", "(6) お", "(7) か", "(8) き", "(9) く"), "DX113", 5, "(4)"),
    (("1-1 あ", "1-2 い", "1-3 う", "1-4 え", "1-5 お", "1-7 か", "1-8 き", "1-9 く"), "DX113", 7, "1-6"),
    (("ア．あさひ", "イ．いずみ", "エ．えにし", "オ．おおぞら", "カ．かがみ", "キ．きぼう", "ク．くるま", "ケ．けんこう"), "DX113", 4, "ウ"),
    (("1(1)ア あ", "1(1)イ い", "1(2)ア う", "1(2)ウ え", "1(3)ア お", "1(3)イ か", "1(4)ア き", "1(4)イ く"), "DX113", 5, "1(2)イ"),
    (("1(1)ア あ", "1(1)イ い", "1(2)ア う", "1(2)イ え", "1(4)ア お", "1(4)イ か", "1(5)ア き", "1(5)イ く"), "DX113", 6, "1(3)"),
    (("1 あ", "2 い", "番号のない項目", "4 え", "5 お"), "DX113", 5, "番号のない項目"),
    (("1(1) あ", "1(2) い", "1(8) う", "1(3) え", "1(4) お", "1(5) か"), "DX114", 4, "1(8)"),
    (("1(1) あ", "1(2) い", "1(3) う", "1(1) え", "1(4) お", "1(5) か"), "DX114", 5, "1(1)"),
    (("1(1) 申請の電子化", "1(2) 窓口の改革", "1(2) 農業の省力化", "1(4) 観光", "1(5) 防災"), "DX114", 4, "農業の省力化"),
    (("1(1) 手続", "計画", "1(2) 窓口"), "DX112", 3, "計画"),
    (("1(1)、1(2) 手続", "1(3) 窓口"), "DX110", 2, "1(1)"),
    (("1(1) 1(2) 1(3) 手続の電子化 窓口の改革", "1(4) 決済"), "DX111", 2, "3つ"),
]  # fmt: skip


@pytest.mark.parametrize(("items", "code", "line", "words"), CODES)
def test_codes_of_other_lists(items: tuple[str, ...], code: str, line: int, words: str) -> None:
    found = findings_in(rows(*items), code)
    assert [one.found.place.line for one in found] == [line]
    assert words in found[0].found.message.ja


SILENT = [
    # one code twice for a reason; a gap that a repeated code explains; too few codes to tell
    (("3(6) AIの活用 議事録の作成支援", "3(6) AIの活用 AIチャットボットの導入", "3(7) 管理ツール"), "DX114"),
    (("4(2)ア スマート農業の推進（ア）", "4(2)ア スマート農業の推進（イ）", "4(2)イ スマート林業の推進"), "DX114"),
    (("1(1) 申請", "1(2) 窓口の改革", "1(2) 農業の省力化", "1(4) 観光", "1(5) 防災", "1(6) 福祉", "1(7) 道路", "1(8) 水道"), "DX113"),
    (("1(1) あ", "1(3) い", "1(4) う"), "DX113"),
    (("1(9) あ", "1(1) い", "1(5) う", "1(2) え", "1(7) お", "1(3) か"), "DX114"),
    (("1(1) 1(2) 手続の電子化 窓口の改革", "1(3) 決済"), "DX111"),
    (("番号のない項目", "計画 分析", "", "1(2) 窓口", "1(3) 決済", "1(4) 文書", "1(5) 会議"), "DX115"),
    (("計画 分析", "", "1(1) 窓口", "1(2) 決済", "1(3) 文書", "1(4) 会議"), "DX115"),
]  # fmt: skip


@pytest.mark.parametrize(("items", "code"), SILENT)
def test_codes_that_are_no_slip(items: tuple[str, ...], code: str) -> None:
    assert findings_in(rows(*items), code) == []


def test_rows_below_an_item_of_the_plan_are_doubtful_where_the_next_code_is_missing() -> None:
    found = findings_in(rows("計画 分析", "", "", "1(2) 窓口", "1(3) 決済", "1(4) 文書", "1(5) 会議"), "DX115")
    assert [(one.found.place.line, [place.line for place in one.found.related]) for one in found] == [(3, [2, 4])]


def test_a_list_whose_fields_come_again_is_in_no_order_of_codes() -> None:
    fields = "1 くらし", "2 しごと", "1 くらし"
    numbers = (1, 2, *range(4, 32)), range(1, 32), (3,)
    codes = ([f"{field[0]}-{n}" for n in own] for field, own in zip(fields, numbers, strict=True))
    items = ([f"{code} 取組{code}" for code in own] for own in codes)
    text = SIX + "".join(rows(*own, first=field).removeprefix(SIX) for field, own in zip(fields, items, strict=True))
    assert findings_in(text, "DX113", "DX114") == []


def test_codes_printed_again_on_the_next_page_are_in_order() -> None:
    pages = ("1(1) あ", "1(2) い", "1(3) う", "1(4) 1(5) え お"), ("1(4) 1(5) え お", "1(6) か", "1(7) き")
    assert findings_in("\n".join(rows(*page) for page in pages), "DX113", "DX114") == []


def test_a_page_whose_items_all_stand_in_the_first_cell_has_not_slid() -> None:
    further = "2(1) 販路\t総務課\t販路開拓事業\t販路を開拓する。\t30社を目標とする。\t\n"
    more = further.replace("2(1) 販路", "2(2) 観光").replace("販路", "観光")
    text = f"{rows('1(1) 手続', '1(2) 窓口')}\n{SIX}{further}{more}"
    assert findings_in(text, "DX104") == []


def test_a_cell_of_items_printed_again_on_the_next_page_is_said_once() -> None:
    page = rows("1(1) 1(2) 手続の電子化 窓口の改革", "")
    found = findings_in(f"{page}\n{page}", "DX110", "DX114")
    assert [(one.found.place.line, [place.line for place in one.found.related]) for one in found] == [(2, [3, 6, 7])]


CHARACTERS = [
    ("㈱さくらと連携する。", "㈱", "省略文字", "info"),
    ("100㎡を整備する。", "㎡", "単位", "info"),
    ("Ⅳ期を整備する。", "Ⅳ", "ローマ数字", "info"),
    ("ｼｽﾃﾑを整備する。", "ｼ", "半角カタカナ", "info"),
    ("髙橋川を監視する。", "髙", "漢字", "info"),
    ("🚗を走らせる。", "🚗", "その他", "info"),
    ("\ue000村を支援する。", "\ue000", "外字", "warning"),
]


@pytest.mark.parametrize(
    ("overview", "is_mixed"),
    [
        ("(1)申請と(2)交付を行う。", False),
        ("申請（窓口）。(2)交付", False),
        ("1-(1)の申請、（窓口）", False),
        ("申請（窓口）と交付(郵送)", True),
    ],
)
def test_brackets_of_enumerators_are_none_of_the_text(overview: str, is_mixed: bool) -> None:
    rows = f"1 行政\t1(1) 手続\t総務部 総務課\t整備事業（県分）\t{overview}\t100件を目標とする。\n"
    assert bool(findings_in(f"{SIX}{rows}", "DX117")) == is_mixed


@pytest.mark.parametrize("character", ["\u200b", "\u00ad", "\U000e0100", "\ufe0f", "⺠", "\ufffd"])
def test_no_two_rules_say_the_same_of_a_character(character: str) -> None:
    text = f"{SIX}1 行政\t1(1) 手続\t総務部 総務課\t整備事業\t住{character}民を支援する。\t100件を目標とする。\n"
    expected = "DX217" if character == "\ufffd" else "DX127"
    assert [one.code for one in dxlist.validate(text.encode(), select="DX118,DX127,DX217")] == [expected]


@pytest.mark.parametrize(("overview", "words", "kind", "severity"), CHARACTERS)
def test_platform_dependent_characters(overview: str, words: str, kind: str, severity: str) -> None:
    text = f"{SIX}1 行政\t1(1) 手続\t総務部 総務課\t整備事業\t{overview}\t100件を目標とする。\n"
    (found,) = findings_in(text, "DX118")
    place = found.found.place
    assert (place.line, place.cell, (place.text or "")[place.start : place.end]) == (2, 5, words)
    assert kind in found.found.message.ja
    assert found.severity == severity


@pytest.mark.parametrize(
    "overview", ["①を(1)と書く。"[1:], "〒、℃、§、…、〜、−、高崎、々、ヶ", "Wi-Fi & 5G +10% \\100"]
)
def test_characters_of_jis_x_0208(overview: str) -> None:
    assert findings_in(f"{SIX}1 行政\t1(1) 手続\t総務課\t整備事業\t{overview}\t100件を目標とする。\n", "DX118") == []


def test_a_text_that_only_fills_extra_columns_is_no_lost_row() -> None:
    """Behind a row that slid, a column of remarks fell off the edge: it is blank more often than not."""
    document = dxlist.parse(generate(11).data)
    assert any(repair.kind == "truncated" for row in document for repair in row.repairs)
    assert findings_of(document, "DX107") == []


def test_many_cells_of_no_column_are_said_once() -> None:
    names = ("手続", "窓口", "決済", "文書", "会議", "研修", "広報")
    text = rows(*(f"({at}) {name}" for at, name in enumerate(names, 1))).replace("標とする。\n", "標とする。\t済\n")
    text += (
        "\t1(8) 統計\t総務部 統計課\t統計事業\t統計を公開する。\t20件を目標とする。\n" * 2
    )  # else it is a column of its own
    (found,) = findings_in(text, "DX108")
    assert (found.found.place.line, found.found.place.cell, found.found.place.text) == (2, 7, "済")
    assert [place.line for place in found.found.related] == [3, 4, 5, 6, 7, 8]


def test_a_field_without_rows_is_a_cell_of_no_column() -> None:
    text = rows("1(1) 手続", "1(2) 窓口") + "2 産業の振興\t\t\t\t\t\n"
    (found,) = findings_in(text, "DX108")
    assert (found.found.place.line, found.found.place.cell, found.found.place.text) == (4, 1, "2 産業の振興")


GENERATED = range(0, 200, 5)


def generated() -> Iterator[tuple[int, list[Reported]]]:
    for seed in GENERATED:
        yield seed, findings_of(dxlist.parse(generate(seed).data))


def test_errors_on_generated_lists_are_rows_that_lost_text() -> None:
    right, wrong = 0, list[tuple[int, int | None]]()
    for seed in GENERATED:
        damaged = generate(seed)
        answers = {answer["line"]: answer for answer in damaged}
        for one in findings_of(dxlist.parse(damaged.data), "DX107"):
            answer = answers.get(one.found.place.line or 0)
            if answer and not (answer["overview"] and answer["kpi_text"] and answer["departments"]):
                right += 1
            else:
                wrong.append((seed, one.found.place.line))
    assert right >= 10
    assert len(wrong) * 20 <= right, wrong


def test_findings_stand_in_order_and_have_fingerprints_of_their_own() -> None:
    for seed, found in generated():
        lines = [one.found.place.line or 0 for one in found]
        assert all(one <= two for one, two in pairwise(lines)), seed
        assert len({one.fingerprint for one in found}) == len(found), seed


PIPES = "| 分野 | 項目 | 担当課 | 事業名 | 事業概要 | 指標 |"
ALIGNED = "| :--- | :-: | ---: | --- | --- | --- |"
PROJECTS = [
    "| 1 行政 | 1(1) 申請 | 総務部 情報課 | 電子申請推進事業 | 電子申請を進める。 | 利用件数100件 |",
    "| 1 行政 | 1(2) 決済 | 総務部 会計課 | 決済推進事業 | 決済を進める。 | 利用件数200件 |",
]
HALVES = ["| 分野 | 項目 | 担当課 | | | |", "| | | | 事業名 | 事業概要 | 指標 |"]


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ([PIPES, "|---|---|---|---|---|---|", *PROJECTS], []),
        ([PIPES, ALIGNED, *PROJECTS], []),
        ([line.strip("| ") for line in (PIPES, ALIGNED, *PROJECTS)], []),
        (["# 一覧", "", PIPES, ALIGNED, PROJECTS[0], "", "## 続き", "", PIPES, ALIGNED, PROJECTS[1]], []),
        ([PIPES, ALIGNED, PROJECTS[0], PIPES, PROJECTS[1]], []),
        ([HALVES[0], ALIGNED, HALVES[1], *PROJECTS], [(1, [3])]),
    ],
    ids=["clean", "aligned", "no bars at the ends", "two tables", "printed again", "two lines"],
)
def test_the_dashes_of_markdown_are_no_line_of_the_header(
    lines: list[str], places: list[tuple[int, list[int]]]
) -> None:
    document = dxlist.parse("\n".join(lines).encode())
    assert document.document.read_as == "markdown"
    for one in (document, Document.model_validate_json(document.model_dump_json())):
        found = [r.found for r in findings_of(one, "DX101")]
        assert [(f.place.line, [r.line for r in f.related]) for f in found] == places
        assert all("2 lines (1-3)" in f.message.en for f in found)

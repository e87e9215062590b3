"""What looks like a fault of a value and is none, and the fault beside it in other words: cells, years, offices, whole lists."""

from collections.abc import Sequence

import pytest

import dxlist
from dxlist.model.document import Document
from dxlist.rules.checking import check_lists
from dxlist.rules.selection import chosen_rules
from tests.rules.plain_cells import PLAIN
from tests.rules.test_values import with_kpis, with_offices

VALUES_AND_RECORDS = chosen_rules(["DX3", "DX4"])


def loud(document: Document, *codes: str) -> list[tuple[str, int | None, str]]:
    """Return code, line and marked words of what is found for sure: as loudly as its rule speaks."""
    rules = chosen_rules(codes) if codes else VALUES_AND_RECORDS
    checked = check_lists([("list.tsv", document)], rules)
    sure = (one for one in checked.findings if one.found.severity != "info" and (codes or one.severity != "info"))
    places = ((one.rule.code, one.found.place) for one in sure)
    return [(code, place.line, (place.text or "")[place.start : place.end]) for code, place in places]


@pytest.mark.parametrize("cell", PLAIN)
def test_plain_cells(cell: str) -> None:
    assert loud(with_kpis(cell, title="令和6年度関連事業一覧")) == []


FAULTS = {
    "DX301": [
        "電子申請の利用件数：12,000", "研修受講者数 300", "市民満足度：75", "公式LINEの友だち登録者数を20,000とする。",
        "参加者数（R8）：500", "延べ宿泊者数：45万", "会員数　1,500以上", "空き家の成約数は、15を目指す。",
        "観光入込客数：年間120万", "相談件数：令和8年度 800", "総フォロワー数（人）について、4,500を目標とする。",
    ],
    "DX302": [
        "研修の受講者数及び修了者数：200人", "申請件数と相談件数：300件", "電子決裁率及び電子契約率：90％", "水洗化率及び有収率を90％以上とする。",
        "窓口の来庁者数並びに電話の件数について、年間1万件以下とする。", "出生数と転入者数を100人とする。", "利用者数及び登録者数　5,000人",
        "講座の開催数・参加者数：50回", "サイトの閲覧数及び会員数について、1万件を目標とする。", "耐震化率と点検率を100％とする。",
    ],
    "DX305": [
        "特定健診の受診率：600％", "電子申請率を120％とする。", "全体に占める女性の割合：140%", "小中学校のトイレ洋式化率：150％",
        "市税の収納率：998％", "マイナンバーカードの交付率　850%", "下水道の水洗化率を925％以上とする。", "研修の修了率：110％",
        "理解度：115％以上", "携帯電話の普及率：998％",
    ],
    "DX306": ["利用者数の増加率150％増加", "観光客の伸び率は前年度比200％アップ", "来場者増加率：110％以上の増", "会員の増加率を130％増とする。"],
    "DX308": [
        "小学校10校、中学校5校、計16校", "R5年度10社、R6年度15社、R7年度20社、計50社", "前期3回、後期4回、年間計8回実施する。",
        "男性30人・女性25人、合計60人", "総計500件（内訳：A地区200件、B地区250件）", "一般会計3億円、特別会計2億円、計6億円",
        "東地区3か所、西地区4か所の合計8か所", "令和7年度は設計2件、工事3件の計6件",
    ],
    "DX315": [
        "令和6年2月30日までに完了する。", "2025年4月31日に公開", "9月31日締切", "令和5年2月29日", "R7年11月31日", "令和8年14月末",
        "2026年2月30日供用開始",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("code", "cell"), [(code, cell) for code, cells in FAULTS.items() for cell in cells])
def test_faults_in_other_words(code: str, cell: str) -> None:
    assert [found[0] for found in loud(with_kpis(cell, title="令和6年度関連事業一覧"), code)] == [code]


@pytest.mark.xfail(strict=True, reason="the reader takes no target from them")
@pytest.mark.parametrize("cell", ["年間利用者数=3000", "新規就農者数→12"])
def test_faults_that_no_target_shows(cell: str) -> None:
    assert loud(with_kpis(cell), "DX301") != []


# --- years of two calendars

ERAS = ["令和7年度までに10件", "R8年度末までに20件", "令和8年度に30件"]
WESTERN = ["2025年度までに10件", "2026年度末までに20件", "2027年度に30件"]
MIXED = [
    *((ERAS, cell) for cell in (
        "2025年度までに20件", "2027年3月に開始する。", "2026年度末の利用率：80％", "2025年：100件→2028年：200件", "2028年までに累計50社",
        "目標（2026年度）：100件", "2025年4月から運用する。", "2026年度中に全手続を電子化する。", "参加者数（2026年）：100人", "100件（2027年）",
    )),
    *((WESTERN, cell) for cell in (
        "令和7年度までに20件", "R8年度：30件", "令和7年3月に開始する。", "令和8年度末の利用率：80％", "令和7年4月から運用", "H30年度からの累計：100件",
    )),
]  # fmt: skip
OF_NAMES = [
    *((ERAS, cell) for cell in (
        "1995年の震災を語り継ぐ講座：年3回", "科学技術・イノベーション基本計画（2021～2025）の周知", "SDGs（2030年までの国際目標）の周知",
        "80%（国の「2030年度80%」の目標に準ずる。）", "国の目標（2030年度80%）に準ずる。", "CO2排出量を2030年度に2013年度比50％削減",
        "温室効果ガスの排出量：2030年度 46％減", "「デジタル田園都市国家構想2025」", "2020年農林業センサスの農家数：500戸", "2015年国勢調査人口",
        "2024年問題への対応：10社", "2027年国際園芸博覧会", "第17回アジア競技大会（2026年）の受入れ", "GIGAスクール第2期（2024年～）",
        "平成12年（2000年）以降の住宅", "Windows10（2025年10月サポート終了）の更新：100台", "R4（2022）：100件",
        "2022～2026年度（令和4～8年度）の累計：100件", "令和4年度[2022年度]末：100件",
    )),
    *((WESTERN, cell) for cell in (
        "平成30年7月豪雨の経験を伝える講座：2回", "令和6年能登半島地震を踏まえた見直し", "平成25年法律第1234号に基づく計画の策定", "令和元年東日本台風",
        "令和2年国勢調査の人口を維持", "昭和56（1981）年以前の住宅の耐震化率：90%", "平成27年国勢調査", "「令和7年度まで」の標語",
    )),
]  # fmt: skip


@pytest.mark.parametrize(("others", "cell"), MIXED)
def test_years_of_two_calendars(others: list[str], cell: str) -> None:
    assert [line for _, line, _ in loud(with_kpis(*others, cell), "DX312")] == [5]


@pytest.mark.parametrize(("others", "cell"), OF_NAMES)
def test_years_of_names_and_of_others(others: list[str], cell: str) -> None:
    assert loud(with_kpis(*others, cell), "DX312") == []


# --- thousands

COMMAS = ["閲覧数：23,146件", "申請数：1,200件", "登録数：8,100人"]
BARE = [
    "台数：5000台", "5000人の参加を目標とする。", "利用者数について、10000人以上", "年間20000件", "累計3500社", "ダウンロード数　15000回",
    "R8：12000人", "会員数：2,000人、登録者数：3000人", "売上：25000千円", "整備延長：1500m",
]  # fmt: skip
NO_THOUSANDS = [
    "2025年度までに900件", "参加者数（2025年）：900人", "ISO9001認証：3件", "1995年以前の建物：20棟", "番号：1234番",
    "電話024-521-1234の件数：900件", "国道1234号：1区間", "JISX8341適合：100ページ", "「さとふる2025」の利用：900件", "2030年までに900件",
]  # fmt: skip


@pytest.mark.parametrize("cell", BARE)
def test_thousands_without_a_comma(cell: str) -> None:
    assert [line for _, line, _ in loud(with_kpis(*COMMAS, cell), "DX309")] == [5]


@pytest.mark.parametrize("cell", NO_THOUSANDS)
def test_digits_that_are_no_thousands(cell: str) -> None:
    assert loud(with_kpis(*COMMAS, cell), "DX309") == []


# --- offices

NEIGHBOURS = [
    ("福祉部 高齢福祉課", "福祉部 高齢福祉係"), ("福祉部 介護保険課", "福祉部 介護保険室"), ("建設部 北部土木事務所", "建設部 南部土木事務所"),
    ("税務部 市民税第一係", "税務部 市民税第二係"), ("市民部 市民第1課", "市民部 市民第2課"), ("教育部 学校教育課", "教育部 学校給食課"),
    ("環境部 環境政策課", "環境部 環境対策課"), ("産業部 商工振興課", "産業部 商業振興課"), ("都市部 都市計画課", "都市部 都市計画室"),
    ("健康部 健康増進課", "健康部 健康推進課"), ("上下水道局 上水道課", "上下水道局 下水道課"), ("市民部 中央地域事務所", "市民部 中野地域事務所"),
    ("県民部 県北地方振興局", "県民部 県南地方振興局"), ("教育部 第一学校給食センター", "教育部 第二学校給食センター"),
    ("消防本部 中央消防署", "消防本部 西消防署"), ("病院局 県立中央病院", "病院局 県立中部病院"), ("財務部 市民税課", "財務部 県民税課"),
]  # fmt: skip
SLIPS = [
    ("企画部 デジタル変革課", "企画部 デジダル変革課"), ("市民部 マイナンバーカード推進室", "市民部 マイナバーカード推進室"),
    ("総務部 情報システム課", "総務部 情報システ厶課"), ("企画部 スマートシティ推進課", "企画部 スマートシテイ推進課"),
    ("教育部 スポーツ振興課", "教育部 スポーッ振興課"), ("産業部 シティプロモーション課", "産業部 シティプロモーシヨン課"),
    ("都市部 まちづくり推進課", "都市部 まちずくり推進課"), ("子ども部 子ども・子育て支援課", "子ども部 子ども子育て支援課"),
    ("環境部 カーボンニュートラル推進課", "環境部 力ーボンニュートラル推進課"), ("企画部 行政デジタル変革課", "企画部 行政デジタル変更課"),
]  # fmt: skip


@pytest.mark.parametrize(("usual", "once"), NEIGHBOURS)
def test_offices_beside_each_other(usual: str, once: str) -> None:
    assert loud(with_offices(*[usual] * 12, once), "DX321") == []


@pytest.mark.parametrize(("usual", "once"), SLIPS)
def test_slips_in_names_of_offices(usual: str, once: str) -> None:
    assert [line for _, line, _ in loud(with_offices(*[usual] * 12, once), "DX321")] == [14]


# --- whole lists


def as_list(header: str, *rows: str) -> Document:
    return dxlist.parse("\n".join([header, *rows, ""]).replace("|", "\t").encode(), stem="list")


LISTS: dict[str, tuple[str, Sequence[str]]] = {
    "an evaluation with targets and results by year": (
        "施策|事務事業名|所管課|事業の目的|指標名|単位|目標R5|実績R5|目標R6|実績R6|達成率|評価",
        [
            "1-1 子育て|病児保育事業|子育て支援課|病気の子を預かる|延べ利用者数|人|1200|1310|1300|1288|99.1%|A",
            "1-1 子育て|病児保育事業|子育て支援課|病気の子を預かる|登録児童数|人|520|530|540|551|102.0%|A",
            "1-1 子育て|ファミリーサポート事業|子育て支援課|会員同士で助け合う|活動件数|件|2000|2105|2100|2200|104.8%|A",
            "1-2 高齢|緊急通報システム|長寿課|急病に備える|設置台数|台|80|81|85||－|－",
            "2-1 道路|市道改良事業|土木課|市道を広げる|改良延長|m|1500|1620|1500|1400|93.3%|B",
        ],
    ),
    "the indicator of the measure beside each project": (
        "分野|施策|事業名|担当課|事業内容|KPI",
        [
            "しごと|1 雇用をつくる|企業誘致推進事業|商工課|企業の立地を支援する。|市内総生産：2,137億円",
            "しごと|1 雇用をつくる|創業支援事業|商工課|創業を希望する人を支える。|市内総生産：2,137億円",
            "しごと|2 農業を育てる|新規就農者支援事業|農政課|就農の初期費用を補助する。|新規就農者数：延べ37人",
            "しごと|2 農業を育てる|スマート農業推進事業|農政課|機器の導入を補助する。|新規就農者数：延べ37人",
            "ひと|3 人を呼ぶ|移住相談事業|企画課|相談会を開く。|移住者数（累計）：253人",
            "ひと|3 人を呼ぶ|空き家活用事業|企画課|空き家を紹介する。|移住者数（累計）：253人",
        ],
    ),
    "projects that several divisions carry, each in its own row": (
        "基本目標|施策の方向|事業名|担当課|事業の内容|数値目標",
        [
            "Ⅰ 意識|1 広報|広報紙による啓発|人権政策課|広報紙に記事を載せる。|掲載回数 年4回",
            "Ⅱ 働く|2 登用|女性の登用|人事課|管理職への登用を進める。|女性管理職の割合 25%",
            "Ⅱ 働く|2 登用|女性の登用|全課|審議会委員への登用を進める。|女性委員の割合 40%",
            "Ⅲ 暮らし|3 DV防止|相談窓口の周知|人権政策課|カードを配る。|配布枚数 3,000枚",
            "Ⅲ 暮らし|3 DV防止|相談窓口の周知|健康課|健診の会場で案内する。|配布枚数 1,000枚",
            "Ⅲ 暮らし|4 健康|広報紙による啓発（再掲）|人権政策課|広報紙に記事を載せる。|",
        ],
    ),
    "units in the headers of the values": (
        "施策|事業名|担当課|事業概要|目標値（％）",
        [
            "健康|特定健診|健康課|健診を行う。|受診率 60",
            "防災|出前講座|危機管理課|地域で講座を行う。|理解度 90",
            "窓口|証明書交付|市民課|コンビニで交付する。|コンビニ交付率 40",
        ],
    ),
    "a budget with one name below several heads": (
        "款|項|目|事業名|所属|事業概要|R7当初（千円）|R6当初（千円）",
        [
            "総務費|総務管理費|一般管理費|職員人件費|人事課|職員の給与等|1250000|1231000",
            "総務費|徴税費|税務総務費|職員人件費|税務課|職員の給与等|230000|228000",
            "教育費|小学校費|学校管理費|施設管理費|教育総務課|施設を維持する|95000|93000",
            "教育費|中学校費|学校管理費|施設管理費|教育総務課|施設を維持する|52000|51000",
        ],
    ),
    "a plan with a schedule by year": (
        "柱|重点取組|具体的取組|担当|取組内容|R6|R7|R8|目標（R8年度末）",
        [
            "1 行政|1-1 窓口|書かない窓口|市民課・DX推進課|申請書を書かずに済む窓口を設ける。|試行|実施|→|対象手続 60手続",
            "1 行政|1-1 窓口|キャッシュレス決済|会計課|窓口の支払い方法を増やす。|実施|→|→|利用率 30%",
            "1 行政|1-2 業務|RPAの活用|DX推進課|定型業務を自動にする。|20業務|25業務|30業務|累計30業務",
            "2 基盤|2-1 人材|職員研修|人事課・DX推進課|階層別に研修を行う。|実施|→|→|受講率 100%",
            "2 基盤|2-2 安全|情報セキュリティ研修|DX推進課|全職員が受講する。|実施|→|→|受講率 100%",
        ],
    ),
    "resilience, from a base to a target": (
        "No.|起きてはならない最悪の事態|施策名|担当部署|施策の概要|重要業績指標（KPI）",
        [
            "1|1-1 倒壊|住宅の耐震化|建築住宅課|木造住宅の改修を補助する。|住宅の耐震化率 87％（R2）→95％（R7）",
            "2|1-2 津波|防災訓練の実施|危機管理課|年に一度訓練を行う。|年1回（毎年度）",
            "3|2-1 物資|備蓄の推進|危機管理課|家庭での備蓄を促す。|備蓄率 45％（R2）→70％（R7）",
            "4|1-1 倒壊|防災訓練の実施（再掲）|危機管理課|年に一度訓練を行う。|年1回（毎年度）",
        ],
    ),
    "plans in words, each the overview once more": (
        "政策|施策|事業名|担当課|事業内容|達成目標",
        [
            f"1 文化|1-1 継承|{name}|文化課|{name}を進めてその成果を公開する。|{name}を進めてその成果を公開する。"
            for name in ("民俗芸能の記録", "文化財の調査", "古文書の解読", "遺跡の測量", "建造物の実測", "方言の採集", "祭礼の撮影")
        ],
    ),
    "a fifth of the rows without a target": (
        "分野|項目|担当課|事業名|事業概要|指標（KPI）",
        [
            f"1 農業|1({n}) 項目|農政課|支援事業{n}|{n}の取組を支援する。|{'' if n % 5 == 0 else f'支援した組織：{n}組織'}"
            for n in range(1, 21)
        ],
    ),
    "a review of a plan whose deadlines have passed": (
        "分野|項目|担当課|取組名|取組内容|目標",
        [
            f"1 業務|1({n}) 効率化|総務課|取組{n}|{n}の取組を進める。|令和{year}年度までに導入率{n}0%"
            for n, year in enumerate((2, 3, 3, 7, 7), 1)
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_lists_in_other_forms(name: str) -> None:
    header, rows = LISTS[name]
    assert loud(as_list(header, *rows)) == []


# --- what is loud beside them

TARGETLESS = [
    [f"1 農業|1({n}) 項目|農政課|支援事業{n}|{n}の取組を支援する。|{'' if n in blank else f'支援した組織：{n}組織'}" for n in range(1, 21)]
    for blank in ((3,), (20,), (1,), (7, 9), (5, 6, 12))
]  # fmt: skip


@pytest.mark.parametrize("rows", TARGETLESS)
def test_targets_that_are_missing(rows: list[str]) -> None:
    missing = [n for n, row in enumerate(rows, 2) if row.endswith("|")]
    found = loud(as_list("分野|項目|担当課|事業名|事業概要|指標（KPI）", *rows), "DX304")
    assert [line for _, line, _ in found] == missing


LEAVINGS = ["#REF!", "#N/A", "########", "NULL", "nan", "Jan-01"]


@pytest.mark.parametrize("cell", LEAVINGS)
def test_what_a_program_left_is_no_blank(cell: str) -> None:
    checked = check_lists([("list.tsv", with_kpis("10件", "20件", cell, "40件"))], chosen_rules(["DX304"]))
    assert checked.findings == ()


def test_the_number_before_a_sign_is_marked_as_a_whole() -> None:
    assert loud(with_kpis("利用率 80≦"), "DX310") == [("DX310", 2, "80≦")]
    assert loud(with_kpis("Sat Jan 01 2022 00:00:00 GMT+0900"), "DX310") == []


COPIED = [
    "全職員を対象に研修を実施する。",
    "庁内の業務の棚卸しを行う。",
    "関係条例の改正を行う。",
    "総合窓口の運営を委託する。",
    "電子申請システムを運用する。",
]


@pytest.mark.parametrize("text", COPIED)
def test_targets_that_copy_the_overview(text: str) -> None:
    rows = [f"1 行政|1({n}) 項目|総務課|事業{n}|{n}の取組を進める。|{n}件" for n in range(1, 5)]
    found = loud(
        as_list("分野|項目|担当課|事業名|事業概要|指標（KPI）", *rows, f"1 行政|1(5) 項目|総務課|事業5|{text}|{text}")
    )
    assert [(code, line) for code, line, _ in found] == [("DX303", 6)]


def test_rows_that_differ_by_their_number_alone() -> None:
    row = "1 福祉|1(1) 見守り|福祉課|見守り事業|世帯を訪ねる。|120世帯"
    document = as_list(
        "No.|分野|項目|担当課|事業名|事業概要|指標（KPI）",
        f"1|{row}",
        f"2|{row}",
        f"3|{row.replace('見守り事業', '配食事業')}",
    )
    assert [(code, line) for code, line, _ in loud(document, "DX411")] == [("DX411", 3)]
    money = "福祉|団体補助|活動を支える。|福祉課"
    paid = as_list("分野|事業名|事業概要|所管|補助先|予算額（千円）", f"{money}|甲会|100", f"{money}|乙会|100")
    assert loud(paid, "DX411") == []


# --- columns of their own

MONEY = "分野|事業名|所管|事業概要|令和6年度|令和7年度"
AMOUNTS = ["40,000|52,000", "1,200|1,300", "800|12,345,000", "5,600|4,800"]
ODD = [
    ("52,00", 2),
    ("1,2345", 2),
    ("12,34,000", 2),
    ("52,000", None),
    ("520", None),
    ("5.2", None),
    ("－", None),
    ("1,200,000", None),
]


@pytest.mark.parametrize(("amount", "line"), ODD)
def test_commas_of_a_column_of_money(amount: str, line: int | None) -> None:
    rows = [f"福祉|事業{n}|福祉課|{n}の取組を進める。|{cells}" for n, cells in enumerate([f"{amount}|7,000", *AMOUNTS])]
    found = loud(as_list(MONEY, *rows), "DX310")
    assert found == ([("DX310", line, amount)] if line else [])


def test_commas_that_part_numbers_of_a_list() -> None:
    rows = [
        f"福祉|事業{n}|福祉課|{n}の取組を進める。|{cells}|{n},000"
        for n, cells in enumerate(("1,2", "3,4", "5,12", "2,3"), 1)
    ]
    assert loud(as_list(MONEY.replace("令和6年度", "関連する取組"), *rows), "DX310") == []


def test_dates_of_further_columns() -> None:
    rows = [
        "福祉|配食|福祉課|届ける。|利用者数|120人|令和8年2月30日までに見直す",
        "福祉|見守り|福祉課|訪ねる。|世帯数|80世帯（平成36年度）|",
    ]
    document = as_list("分野|事業名|所管|事業概要|指標|目標値|備考", *rows)
    assert loud(document, "DX315") == [("DX315", 2, "令和8年2月30日")]
    eras = check_lists([("list.tsv", document)], chosen_rules(["DX314"])).findings
    assert [(one.found.place.line, one.found.suggestion) for one in eras] == [(3, "令和6年度")]

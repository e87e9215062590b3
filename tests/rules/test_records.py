"""The rules of records against each other (DX4xx): what is loud, what is quiet, and what is said once for a list."""

from collections.abc import Sequence

import pytest

import dxlist
from dxlist.rules.checking import Reported, check_lists
from dxlist.rules.selection import chosen_rules

HEADER = "分野|項目|担当課|事業名|事業概要|指標（KPI）"


def found_in(rows: Sequence[str], code: str, header: str = HEADER) -> list[Reported]:
    text = "\n".join([header, *rows, ""]).replace("|", "\t")
    document = dxlist.parse(text.encode(), stem="list")
    return list(check_lists([("list.tsv", document)], chosen_rules([code])).findings)


def severities(found: Sequence[Reported]) -> list[str]:
    return [one.severity for one in found]


# --- departments: line by line the rows of one project, and what is said of them

TEXT = "見守りの対象となる世帯を訪ねる。|訪問した世帯：120世帯"
DEPARTMENTS = {
    "another department below another item": (
        [f"1 福祉|1(1) 見守り|福祉部 福祉課|見守り事業|{TEXT}", f"2 防災|2(1) 備え|総務部 防災課|見守り事業|{TEXT}"],
        ["sure"],
    ),
    "an older name of a division": (
        [f"1 福祉|1(1) 見守り|高齢福祉課|見守り事業|{TEXT}", f"2 防災|2(1) 備え|長寿支援課|見守り事業|{TEXT}"],
        ["sure"],
    ),
    "a coordinating division before the one that acts": (
        [f"1 福祉|1(1) 見守り|福祉部 福祉課 保育課|見守り事業|{TEXT}", f"2 防災|2(1) 備え|総務部 防災課 保育課|見守り事業|{TEXT}"],
        ["doubtful"],
    ),
    "the coordinating division in one row only": (
        [f"1 福祉|1(1) 見守り|福祉部 福祉課|見守り事業|{TEXT}", f"2 防災|2(1) 備え|総務部 防災課、福祉部 福祉課|見守り事業|{TEXT}"],
        ["doubtful"],
    ),
    "a department without its division": (
        [f"1 福祉|1(1) 見守り|福祉部|見守り事業|{TEXT}", f"2 防災|2(1) 備え|福祉部 福祉課|見守り事業|{TEXT}"],
        ["doubtful"],
    ),
    "divisions one below the other in one item": (
        [f"1 福祉|1(1) 見守り|福祉部 福祉課|見守り事業|{TEXT}", f"||総務部 防災課|見守り事業|{TEXT}"],
        [],
    ),
    "another indicator for the other division": (
        [
            "1 福祉|1(1) 見守り|福祉部 福祉課|見守り事業|見守りの対象となる世帯を訪ねる。|訪問した世帯：120世帯",
            "2 防災|2(1) 備え|総務部 防災課|見守り事業|見守りの対象となる世帯を訪ねる。|作成した避難計画：40件",
        ],
        ["doubtful"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DEPARTMENTS)
def test_departments_of_a_project(name: str) -> None:
    rows, expected = DEPARTMENTS[name]
    assert ["doubtful" if one.found.severity == "info" else "sure" for one in found_in(rows, "DX404")] == expected


def test_coordinating_divisions_of_a_whole_list_are_told_once() -> None:
    rows = [
        f"{field} 分野{field}|{field}(1) 項目|{head}課 保育{n}課|見守り{word}事業|{word}の世帯を訪ねて様子を見る。|世帯：{n}20世帯"
        for field, head in ((1, "福祉"), (2, "防災"))
        for n, word in enumerate(("高齢者", "障がい者", "子育て家庭", "外国人住民", "単身生活者"), 1)
    ]
    found = found_in(rows, "DX404")
    assert severities(found) == ["info"]
    assert "5件" in found[0].found.message.ja


# --- targets

_ROW = "{field} 分野{field}|{field}(1) 項目{field}|{office}|{name}|{overview}|{kpi}"


def project(*kpis: str, overview: str = "移住を希望する人の相談に応じる。", office: str = "企画部 移住課") -> list[str]:
    return [
        _ROW.format(field=n, office=office, name="移住相談事業", overview=overview, kpi=kpi)
        for n, kpi in enumerate(kpis, 1)
    ]


TARGETS = [
    (["相談件数：110件", "相談件数：11件"], ["error"]),
    (["相談件数を1,200件とする。", "相談件数を12,000件とする。"], ["error"]),
    (["相談会の開催：1回", "相談会の開催：10回"], ["warning"]),
    (["相談件数：200件", "相談件数：250件"], ["warning"]),
    (["相談件数：200件（R7年度）", "相談件数：200件（R8年度）"], ["warning"]),
    (["相談件数：200件、満足度：80％", "相談件数：200件"], ["warning"]),
    (["移住相談会に参加した人の数：200人", "移住相談会に参加した人の満足度：80％"], ["info"]),
    (["移住相談の件数：200件", "移住した世帯：30世帯"], []),
    (["相談件数：200件", "移住フェアへの参加により認知を高める。"], []),
    (["相談件数：200件", ""], ["info"]),
    (["相談件数：200件", "相談件数：２００件"], []),
]


@pytest.mark.parametrize(("kpis", "expected"), TARGETS)
def test_targets_of_a_project_below_two_items(kpis: list[str], expected: list[str]) -> None:
    assert severities(found_in(project(*kpis), "DX401")) == expected


def test_other_indicators_are_loud_where_the_list_repeats_those_of_a_project() -> None:
    own = project("移住相談会に参加した人の数：200人", "移住相談会に参加した人の満足度：80％")
    repeated = [
        _ROW.format(field=field, office="企画部 広報課", name=f"{word}の発行", overview=f"{word}を作る。", kpi=f"{word}の部数：{n}00部")
        for n, word in enumerate(("広報紙", "暮らしの便利帳", "観光案内図"), 1)
        for field in (1, 2)
    ]  # fmt: skip
    assert severities(found_in([*own, *repeated], "DX401")) == ["warning"]


def test_rows_that_a_further_column_tells_apart_may_differ() -> None:
    rows = [
        "1 暮らし|1(1) 相談|企画部 移住課|移住相談事業|相談に応じる。|相談件数：200件|小学生",
        "2 しごと|2(1) 相談|企画部 移住課|移住相談事業|相談に応じる。|相談件数：300件|中学生",
    ]
    assert severities(found_in(rows, "DX401", f"{HEADER}|対象")) == ["info"]


def test_rows_of_divisions_that_share_nothing_may_differ() -> None:
    overview = "職員を対象に、接遇の基本を学ぶ研修を行う。"
    rows = [
        f"1 暮らし|1(1) 窓口|市民部 市民課|接遇研修の実施|{overview}|受講者：200人",
        f"2 教育|2(1) 学校|教育部 学務課|接遇研修の実施|{overview}|受講者：300人",
    ]
    assert severities(found_in(rows, "DX401")) == ["info"]


def test_what_is_marked_is_the_row_that_differs_in_substance() -> None:
    (found,) = found_in(project("相談件数：200件", "相談件数：２００件", "相談件数：250件"), "DX401")
    assert (found.found.place.line, found.severity) == (4, "warning")


OVERVIEWS = [
    ("相談に応じ、住まいを紹介する。", "相談に応じ、仕事を紹介する。", ["warning"]),
    ("相談に応じ、住まいを紹介する。", "東京で開かれる催しに出展して町を知ってもらう。", []),
    ("相談に応じ、住まいを紹介する。", "相談に応じ､住まいを紹介する｡", ["info"]),
]


@pytest.mark.parametrize(("one", "two", "expected"), OVERVIEWS)
def test_overviews_of_a_project(one: str, two: str, expected: list[str]) -> None:
    rows = [*project("相談件数：200件", overview=one), *project("", "相談件数：200件", overview=two)[1:]]
    assert severities(found_in(rows, "DX403")) == expected


# --- one target under two names


def sharing(kpi: str, *fields: int) -> list[str]:
    return [
        _ROW.format(field=field, office="商工部 産業課", name=f"{'甲乙丙丁戊己'[n]}地区の支援事業", overview=f"{n}を支える。", kpi=kpi)
        for n, field in enumerate(fields)
    ]  # fmt: skip


SHARED_TARGETS = [
    ("補助を受けた事業所の新規雇用者数：43人", (1, 2), ["warning"]),
    ("道路改良の進捗率（事業費に対する率）：53.1％", (1, 2), ["warning"]),
    ("公式サイトのアクセス件数の累計：12,442,987件", (1, 2), ["warning"]),
    ("補助を受けた事業所の新規雇用者数：43人", (1, 1), ["info"]),
    ("セミナーに参加した人の満足度の平均：80％以上", (1, 2), ["info"]),
    ("セミナーに参加した事業者の数の合計：1,000人", (1, 2), ["info"]),
    ("事業者の相談に応じる会議の開催回数：12回", (1, 2), ["info"]),
    ("システムの年間を通じた平均の稼働率：99.9％", (1, 2), ["info"]),
    ("進捗率：43％", (1, 2), []),
]


@pytest.mark.parametrize(("kpi", "fields", "expected"), SHARED_TARGETS)
def test_one_target_under_two_names(kpi: str, fields: tuple[int, ...], expected: list[str]) -> None:
    assert severities(found_in(sharing(kpi, *fields), "DX412")) == expected


def test_indicators_of_measures_are_told_once() -> None:
    rows = [
        f"{field} 分野|{field}(1) 施策{field}|商工部 産業課|{field}{'甲乙丙'[n]}支援事業|{field}{n}を支える。|施策{field}に関わる人の数の合計：{field}37人"
        for field in range(1, 5)
        for n in range(3)
    ]
    found = found_in(rows, "DX412")
    assert severities(found) == ["info"]
    assert "4組" in found[0].found.message.ja


# --- names, titles, rows


def named(*names: str) -> list[str]:
    return [
        f"1 手当|1({n}) 項目{n}|福祉部 福祉課|{name}|{'甲乙丙丁戊己庚辛壬癸子丑寅卯'[n]}の対象となる者を{n}から確かめる。|なし"
        for n, name in enumerate(names)
    ]


NEAR_NAMES = [
    (("行政手続電子申請推進事業", "行政手続電子申講推進事業"), ["info"]),
    (("先端産業集積推進事業（人材育成事業）", "先端産業集積推進事業"), ["info"]),
    (("児童手当の受給資格の認定", "児童扶養手当の受給資格の認定"), []),
    (("医療証の交付の申請の受付", "医療証の再交付の申請の受付"), []),
    (("区営住宅管理費", "区民住宅管理費"), []),
    (("介護サービス計画給付費", "介護予防サービス計画給付費"), []),
]


@pytest.mark.parametrize(("names", "expected"), NEAR_NAMES)
def test_names_near_each_other(names: tuple[str, ...], expected: list[str]) -> None:
    assert severities(found_in(named(*names), "DX413")) == expected


def test_many_names_near_each_other_are_told_once() -> None:
    words = ("電子申請", "広報広聴", "窓口改善", "統計公開", "基盤整備", "人材育成", "防災情報")
    names = [f"行政{word}{end}推進事業" for word in words for end in ("総合", "綜合")]
    found = found_in(named(*names), "DX413")
    assert severities(found) == ["info"]
    assert (found[0].found.place.line, "7組" in found[0].found.message.ja) == (3, True)


def test_codes_that_begin_anew_have_several_titles() -> None:
    rows = [
        f"1 総務費|{code} {title}目|総務部 人事課|職員給与費|職員の給与を支払う。|なし"
        for code, titles in (("1(1)", "甲乙丙"), ("1(2)", "丁戊己"))
        for title in titles
    ]
    assert found_in(rows, "DX405") == []


TWICE = ["1 福祉|1(1) 見守り|福祉部 福祉課|見守り事業|世帯を訪ねる。|世帯：120世帯"] * 2


def test_a_row_twice() -> None:
    assert severities(found_in(TWICE, "DX411")) == ["info"]
    rest = [TWICE[0], TWICE[1].replace("1(1) 見守り", "1(2) 備え（再掲）")]
    assert found_in(rest, "DX411") == []


AGAIN = ["講座開催事業 ※再掲", "講座開催事業（再掲）", "講座開催事業【再】", "講座開催事業＊再掲", "再掲：講座開催事業"]


@pytest.mark.parametrize("name", AGAIN)
def test_a_project_that_is_printed_again_shares_no_target(name: str) -> None:
    row = "安全|1(1) 読書|総務部 人事課|講座開催事業|読書に関する講座を開く。|読書講座に参加した人の数について、67人を目標とする。"
    again = row.replace("安全|1(1) 読書", "健康|2(1) 学び").replace("講座開催事業", name)
    assert found_in([row, again], "DX412") == []


TWO_OF_A_KIND = [
    (
        "出前講座",
        "契約や金銭に関する講座を学校で開く。",
        "人権に関する講座を企業で開く。",
        "講座の参加者数：120人",
        "講座の参加者数：80人",
    ),
    ("職員研修", "接遇に関する研修を行う。", "災害時の初動に関する研修を行う。", "受講者数：200人", "受講者数：80人"),
    ("職員研修の実施", "", "", "受講者数：200人", "受講者数：80人"),
    ("負担金", "道路協会の会費", "橋りょう協会の会費", "－", "－"),
]


@pytest.mark.parametrize(("name", "one", "two", "kpi", "other"), TWO_OF_A_KIND)
def test_two_undertakings_of_one_general_name(name: str, one: str, two: str, kpi: str, other: str) -> None:
    rows = [f"1 行政|1(1) 相談|人事課|{name}|{one}|{kpi}", f"2 防災|2(1) 備え|人事課|{name}|{two}|{other}"]
    assert set(severities([*found_in(rows, "DX401"), *found_in(rows, "DX403")])) <= {"info"}


def test_one_undertaking_of_a_general_name() -> None:
    overview = "全職員を対象に、接遇の基本を学ぶ研修を行う。"
    rows = [f"{n} 行政|{n}(1) 相談|人事課|職員研修|{overview}|受講者数：{n}50人" for n in (1, 2)]
    assert severities(found_in(rows, "DX401")) == ["warning"]


COLUMNS = "施策|事業名|担当課|事業概要|指標名|単位|目標値（R8）"
IN_COLUMNS = [
    ("健診事業|健康課|健診の受診を勧める。|受診者数|人|", "1,200", "1,500", ["warning"]),
    ("健診事業|健康課|健診の受診を勧める。|受診者数|人|", "1,200", "12,000", ["error"]),
    ("健診事業|健康課|健診の受診を勧める。|受診率|％|", "60", "65", ["warning"]),
    ("健診事業|健康課|健診の受診を勧める。|受診者数|人|", "1,200", "1,200", []),
    ("健診事業|健康課|健診の受診を勧める。|受診者数|人|", "1,200", "－", []),
]


@pytest.mark.parametrize(("row", "one", "two", "expected"), IN_COLUMNS)
def test_targets_in_columns_of_their_own(row: str, one: str, two: str, expected: list[str]) -> None:
    found = found_in([f"1 健康|{row}{one}", f"2 福祉|{row}{two}"], "DX401", COLUMNS)
    assert severities(found) == expected
    assert [(place.line, place.text) for place in (one_.found.place for one_ in found)] == [(3, two)] * len(expected)


def test_undertakings_of_a_general_name_in_columns() -> None:
    rows = [
        "1 窓口|職員研修|人事課|接遇に関する研修を行う。|受講者数|人|200",
        "2 防災|職員研修|人事課|初動に関する研修を行う。|受講者数|人|80",
    ]
    assert severities(found_in(rows, "DX401", COLUMNS)) == ["info"]


def test_other_values_of_one_indicator_are_no_shared_target() -> None:
    rows = [
        f"{n} 情報|{word}の運用|広報課|{word}を運用する。|公式サイトの年間アクセス件数の累計|件|{n},237"
        for n, word in ((1, "広報"), (2, "観光"))
    ]
    assert found_in(rows, "DX412", COLUMNS) == []
    same = [row.replace("2,237", "1,237") for row in rows]
    (found,) = found_in(same, "DX412", COLUMNS)
    assert (found.severity, found.found.place.line, found.found.place.text) == ("warning", 3, "1,237")

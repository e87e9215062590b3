"""DX101-DX115 on lists of other forms: silent at warning and above where a list merely is of another form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import dxlist
from dxlist.rules.checking import at_least, check_lists
from dxlist.rules.selection import chosen_rules

if TYPE_CHECKING:
    from dxlist.model.finding import Severity

TITLES = (
    "窓口の改革",
    "働き方の改革",
    "観光の振興",
    "農業の省力化",
    "見守りの充実",
    "公園の管理",
    "図書館の充実",
    "防災の強化",
    "水道の維持",
    "給食の改善",
)
PROJECTS = (
    "総務部 情報政策課|窓口予約導入事業|窓口の予約を受け付ける仕組みを導入する。|予約の利用率 35%",
    "総務部 人事課|勤怠管理電子化事業|紙の出勤簿を廃止する。|削減時間 1,400時間",
    "商工部 観光課|観光案内多言語化事業|観光案内板を多言語にする。|宿泊者数 8,500人",
    "農林部 農政課|スマート農業実証事業|無人の農機の実証を行う。|参加者 24名",
    "福祉部 高齢福祉課|見守り機器導入事業|高齢者の見守りに機器を使う。|世帯数 20世帯",
    "建設部 都市計画課|公園遊具点検事業|古い遊具を取り替える。|点検数 40か所",
    "教育部 図書館|図書館蔵書充実事業|蔵書を増やす。|貸出冊数 12万冊",
    "総務部 防災課|防災訓練実施事業|地区ごとに訓練を行う。|参加者 3,000人",
    "水道部 工務課|水道管更新事業|古い水道管を更新する。|更新延長 12km",
    "教育部 学校教育課|学校給食改善事業|地元の食材を使う。|使用率 45%",
)
HEADER = "分野|項目|担当課|事業名|事業概要|指標"


def listed(*items: str, fields: tuple[str, ...] = ("1 行政",)) -> str:
    """Return a list with a row for each item; a field without a text of its own is blank."""
    rows = [
        f"{fields[n] if n < len(fields) else ''}|{item}|{PROJECTS[n % len(PROJECTS)]}" for n, item in enumerate(items)
    ]
    return "\n".join((HEADER, *rows))


def coded(*codes: str) -> str:
    """Return a list whose items bear these codes."""
    return listed(*(f"{code} {TITLES[n % len(TITLES)]}" for n, code in enumerate(codes)))


def found(text: str, *codes: str, at: Severity = "warning") -> list[tuple[str, int | None]]:
    document = dxlist.parse(text.replace("|", "\t").encode() + b"\n", stem="list")
    checked = check_lists([("list.tsv", document)], chosen_rules(codes or ("DX1", "DX217")))
    return [(one.rule.code, one.found.place.line) for one in at_least(checked.findings, at)]


def levels(*paths: tuple[str, str, str]) -> str:
    header = "章|節|施策|担当課|事業名|事業概要|指標"
    return "\n".join((header, *("|".join((*path, PROJECTS[n])) for n, path in enumerate(paths))))


MERELY_ANOTHER_FORM = {
    "codes from 3 on": coded("3", "4", "5", "6", "7", "8", "9", "10"),
    "codes from (3) on": coded("(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"),
    "a part of a plan": coded("1", "4", "9", "12", "15", "22", "31", "40"),
    "from the last to the first": coded("8", "7", "6", "5", "4", "3", "2", "1"),
    "sorted by division": coded("1-2", "2-1", "1-3", "3-1", "2-3", "1-1", "3-2", "2-2"),
    "1.1.1": coded("1.1.1", "1.1.2", "1.1.3", "1.2.1", "1.2.2", "1.3.1", "1.3.2", "1.3.3"),
    "A-1": coded("A-1", "A-2", "A-3", "B-1", "B-2", "C-1", "C-2", "C-3"),
    "Ⅰ-1": coded("Ⅰ-1", "Ⅰ-2", "Ⅰ-3", "Ⅱ-1", "Ⅱ-2", "Ⅲ-1", "Ⅲ-2", "Ⅲ-3"),
    "2-(1)-①": coded("2-(1)-①", "2-(1)-②", "2-(2)-①", "2-(2)-②", "2-(3)-①", "2-(3)-②", "2-(3)-③", "2-(4)-①"),
    "ア": coded("ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク"),
    "by tens": coded("10", "20", "30", "40", "50", "60", "70", "80"),
    "4の2": coded("1", "2", "2-2", "3", "4", "4の2", "5", "6"),
    "a code of another form": coded("1", "2", "3", "4", "5", "6", "7新", "8"),
    "an item again": listed("1 窓口", "2 働き方", "3 観光", "4 農業", "5 見守り", "2 働き方", "6 公園", "7 図書館", "8 防災", "9 水道"),
    "an item 再掲": listed("1 窓口", "2 働き方", "3 観光", "4 農業", "5 見守り", "2 （再掲）", "6 公園", "7 図書館", "8 防災", "9 水道"),
    "a number anew below each level": levels(
        ("第1章 健康", "第1節 医療", "1 救急の充実"), ("第1章 健康", "第1節 医療", "2 在宅の医療"), ("第1章 健康", "第2節 福祉", "1 介護の予防"),
        ("第2章 産業", "第1節 商業", "1 商店街の活性化"), ("第2章 産業", "第1節 商業", "2 創業の支援"), ("第2章 産業", "第2節 観光", "1 観光の資源"),
        ("第3章 教育", "第1節 学校", "1 学力の向上"), ("第3章 教育", "第2節 文化", "1 文化財の保護"),
    ),
    "the last level alone": coded("1", "1", "2", "1", "2", "1", "1", "2", "1", "1"),
    "a selection": coded("1.1.1", "1.1.2", "1.2.1", "2.2.1", "2.2.2", "2.2.3", "3.1.1", "3.1.2"),
    "several codes in many cells": listed(
        "1(1) 1(2) 窓口", "1(2) 1(3) 働き方", "1(1) 2(1) 観光", "2(1) 2(2) 農業", "2(3) 見守り", "2(1) 3(1) 公園"
    ),
    "several codes parted on purpose": listed("1(1) 窓口", "1(2) 働き方", "1(3)、2(1) 観光", "2(2) 農業", "2(3) 見守り", "3(1) 公園"),
    "計画 as a kind": "区分|担当課|事業名|事業概要|指標\n" + "\n".join(f"{('計画', '実績')[n % 2]}|{PROJECTS[n]}" for n in range(8)),
    "計画 in titles": listed("1 計画の策定", "2 計画", "3 防災計画", "4 計画 の見直し", "5 総合計画", "6 計画的な管理", "7 計画書", "8 計画"),
    "projects in merged cells": "施策|事業名|取組内容|指標|目標値|担当課\n" + "\n".join(
        f"1-{n // 3 + 1} {TITLES[n // 3]}|{TITLES[n] + '事業' if n % 3 == 0 else ''}|{TITLES[n]}を行う。|{TITLES[n]}の数|{n}件|総務課"
        for n in range(9)
    ),
    "indicators alone in a row": "No.|分野|事業名|担当課|事業概要|指標|現状値|目標値\n" + "\n".join(
        f"{n}|くらし|{TITLES[n]}事業|総務課|{TITLES[n]}を行う。|{TITLES[n]}の数|{n}件|{n + 9}件" for n in range(1, 9)
    ) + "\n|||||説明会の回数|2回|4回",
    "items that name no project": "推進方針|取組項目|担当課|取組内容|R5|R6|目標・効果額\n" + "\n".join(
        f"{'1 方針' if n == 0 else ''}|1-{n + 1} {TITLES[n]}|総務課|{TITLES[n]}を進める。|実施|→|{n + 2}00千円" for n in range(9)
    ),
    "sums, remarks, page numbers": coded("1", "2", "3", "4") + "\n合計|||||\n※ 指標は令和6年度末の値\n- 2 -\n\n" + coded("5", "6", "7", "8"),
    "a header with line breaks in its cells": '分野|"項\n目"|担当課|"事業\n名"|事業概要|"指標\n（KPI）"\n' + coded("1", "2", "3").partition("\n")[2],
    "a title in the corner": "No.1|||||\n" + coded("1", "2", "3", "4", "5"),
    "headers of other words": coded("1", "2", "3", "4", "5").replace("事業概要", "事業のあらまし").replace("担当課", "受持ち課"),
}  # fmt: skip


@pytest.mark.parametrize("name", MERELY_ANOTHER_FORM)
def test_a_list_of_another_form_has_no_fault(name: str) -> None:
    assert found(MERELY_ANOTHER_FORM[name]) == []


FAULTS = {
    "one code of nine is missing": (coded("1-1", "1-2", "1-3", "1-4", "1-5", "1-7", "1-8", "1-9"), [("DX113", 7)]),
    "one field of three begins with 2": (
        listed(
            "1(1) 窓口", "1(2) 働き方", "1(3) 観光", "2(2) 農業", "2(3) 見守り", "3(1) 公園", "3(2) 図書館", "3(3) 防災",
            fields=("1 行政", "", "", "2 産業", "", "3 暮らし"),
        ),
        [("DX113", 5)],
    ),
    "a code before two items": (listed("1-1 窓口の改革", "1-2 働き方", "1-3 農業の省力化", "1-3 観光", "1-4 水道"), [("DX114", 5)]),
    "a code out of its order": (coded("1(1)", "1(2)", "1(8)", "1(3)", "1(4)", "1(5)"), [("DX114", 4)]),
    "codes of the only level": (
        "\n".join(("項目|担当課|事業名|事業概要|指標", *(f"1({n}) {TITLES[n]}|{PROJECTS[n]}" for n in (1, 2, 3, 5, 6, 7, 8, 9)))),
        [("DX113", 5)],
    ),
    "several items once": (listed("1(1) 窓口", "1(2) 1(3) 働き方 観光", "2(1) 農業", "2(2) 見守り", "2(3) 公園"), [("DX110", 3)]),
    "計画 without a title": (listed("1(1) 窓口", "計画", "1(2) 働き方", "1(3) 観光"), [("DX112", 3)]),
    "a project forgotten": (coded(*map(str, range(1, 10))).replace("公園遊具点検事業", ""), [("DX109", 7)]),
    "a cell too many": (coded(*map(str, range(1, 8))).replace("24名", "24名|別途協議"), [("DX108", 5)]),
    "a header of two rows": (
        coded("1", "2", "3").replace(HEADER, "|||事業名|事業概要|指標（KPI）\n分野|項目|担当課|||"),
        [("DX101", 1)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_break_of_what_the_list_keeps_is_said(name: str) -> None:
    text, expected = FAULTS[name]
    assert found(text, expected[0][0], at="info") == expected


@pytest.mark.parametrize(
    ("cells", "is_cut"), [("16,728,104,見直し", False), ("12,340,855", True), ("来場者数3,000人,5", True)]
)
def test_a_comma_cuts_a_number_only_where_the_row_says_so(cells: str, is_cut: bool) -> None:
    """Amounts side by side in a row with a remark too many are no number of thousands."""
    rows = [f"第{n}の事業,第{n}を行う。,{n}2,{n}40" for n in range(1, 8)]
    header = "事業名,概要,予算額,決算額" + (",増減" if "見直し" in cells else "")
    text = "\n".join([header, *rows, f"公園管理,公園を手入れする。,{cells}"])
    said = [one.message for one in dxlist.validate(text.encode(), select="DX108", language="ja")]
    assert any("桁区切り" in message for message in said) == is_cut

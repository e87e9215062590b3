"""Cases of indicators in columns: units, cells of values, and rows of headers with their cells.

The forms are those of 総合戦略, 総合計画, 事務事業評価 and 実施計画; their words are written for the tests.
"""

from __future__ import annotations

from typing import NamedTuple

from dxlist.model.roles import IndicatorKind, Role, RolePart
from dxlist.values.header_years import read_header_year

Expected = dict[str, object]

UNITS: list[tuple[str, tuple[object, ...] | None]] = [
    # name, power, comparator, cumulative, period
    ("人", ("人", 0, "eq", False, None)),
    ("（人）", ("人", 0, "eq", False, None)),
    ("単位：件", ("件", 0, "eq", False, None)),
    ("％", ("%", 0, "eq", False, None)),
    ("％以上", ("%", 0, "ge", False, None)),
    ("千人", ("人", 3, "eq", False, None)),
    ("百万円", ("円", 6, "eq", False, None)),
    ("億円", ("円", 8, "eq", False, None)),
    ("万個", ("個", 4, "eq", False, None)),
    ("人/年", ("人", 0, "eq", False, "annual")),
    ("人／年", ("人", 0, "eq", False, "annual")),
    ("千人/年", ("人", 3, "eq", False, "annual")),
    ("回/月", ("回", 0, "eq", False, "monthly")),
    ("件（累計）", ("件", 0, "eq", True, None)),
    ("割", ("%", 1, "eq", False, None)),
    ("海域", ("海域", 0, "eq", False, None)),
    ("個/㎡", ("個/㎡", 0, "eq", False, None)),
    ("人/千人", ("人/千人", 0, "eq", False, None)),
    ("10a当たりkg", ("10a当たりkg", 0, "eq", False, None)),
    ("課（室）", ("課（室）", 0, "eq", False, None)),
    ("月", ("月", 0, "eq", False, None)),
    ("－", None),
    ("ー", None),
    ("―", None),
    ("…", None),
]


def V(value: str, unit: str | None = None, **rest: object) -> Expected:  # noqa: N802
    """One value; the keys that are not named have their default."""
    return {key: given for key, given in {"value": value, "unit": unit, **rest}.items() if given is not None}


TARGET_CELLS: list[tuple[str, str | None, list[Expected]]] = [
    ("12,000件", None, [V("12000", "件")]),
    ("12,000", "件", [V("12000", "件")]),
    ("１２", "校", [V("12", "校")]),
    ("35％", "％", [V("35", "%")]),
    ("17", None, [V("17")]),
    ("0", "人", [V("0", "人")]),
    ("ゼロ", "人", [V("0", "人")]),
    ("4,420", "千人", [V("4420000", "人")]),
    ("41", "千人", [V("41000", "人")]),
    ("60千人", "千人", [V("60000", "人")]),
    ("1,234.5", "百万円", [V("1234500000", "円")]),
    ("2億396万円", "円", [V("203960000", "円")]),
    ("5", "割", [V("50", "%")]),
    ("11.4", "人/年", [V("11.4", "人", period="annual")]),
    ("100件/年", None, [V("100", "件", period="annual")]),
    ("12", "回／月", [V("12", "回", period="monthly")]),
    ("100件以上", None, [V("100", "件", comparator="ge")]),
    ("1,200以上", "人", [V("1200", "人", comparator="ge")]),
    ("95", "％以上", [V("95", "%", comparator="ge")]),
    ("30分以内", None, [V("30", "分", comparator="le")]),
    ("約100", "人", [V("100", "人", comparator="approx")]),
    ("10～15", "人", [V("10", "人", value_to="15")]),
    ("10～15件", None, [V("10", "件", value_to="15")]),
    ("1～2", "千人", [V("1000", "人", value_to="2000")]),
    ("10件増", "件", [V("10", "件", comparator="increase")]),
    ("5%減", None, [V("5", "%", comparator="decrease")]),
    ("▲5", "%", [V("-5", "%")]),
    ("△1.2％", "％", [V("-1.2", "%")]),
    ("-3", "人", [V("-3", "人")]),
    ("80%（R8）", None, [V("80", "%", target_fiscal_year=2026, deadline_kind="in")]),
    ("50件\n（R8）", None, [V("50", "件", target_fiscal_year=2026, deadline_kind="in")]),
    ("2,000人\n(令和8年度末)", None, [V("2000", "人", target_fiscal_year=2026, deadline_kind="in")]),
    ("令和7年度までに100件", None, [V("100", "件", target_fiscal_year=2025, deadline_kind="by")]),
    (
        "R5: 10件、R6: 20件",
        None,
        [
            V("10", "件", target_fiscal_year=2023, deadline_kind="in"),
            V("20", "件", target_fiscal_year=2024, deadline_kind="in"),
        ],
    ),
    ("5→10", "人", [V("10", "人", baseline_value="5")]),
    ("5件→10件", None, [V("10", "件", baseline_value="5")]),
    ("2⇒3", "千人", [V("3000", "人", baseline_value="2000")]),
    ("100（累計）", "件", [V("100", "件", cumulative=True)]),
    ("100", "件（累計）", [V("100", "件", cumulative=True)]),
    ("2023", "人", [V("2023", "人")]),
    ("90.90000000000001", "%", [V("90.90000000000001", "%")]),
    ("120人※1", None, [V("120", "人")]),
    ("120※", "人", [V("120", "人")]),
    ("3.5（5点満点）", "点", [V("3.5", "点")]),
    ("45位", None, [V("45", "位")]),
    ("8時間", "時間", [V("8", "時間")]),
    ("目標値：30", "件", [V("30", "件")]),
    # no number, or none that is surely one
    ("2023", None, []),
    ("2026.3", None, []),
    ("○", "件", []),
    ("－", "件", []),
    ("―", None, []),
    ("-", "件", []),
    ("未定", "件", []),
    ("千人", None, []),
    ("全校", None, []),
    ("前年度以上", "人", []),
    ("R7年度に運用開始", None, []),
    ("12月", "月", []),
    ("(120)", "人", []),
    ("A", None, []),
    ("", None, []),
]

STATES: list[tuple[str, str | None, Expected | None]] = [
    ("537", "人", V("537", "人")),
    ("8,000件（R3）", None, V("8000", "件", target_fiscal_year=2021, deadline_kind="in")),
    ("令和4年度：35", "%", V("35", "%", target_fiscal_year=2022, deadline_kind="in")),
    ("実績 120件", None, V("120", "件")),
    ("82.5（速報値）", "ポイント", V("82.5", "ポイント")),
    ("▲1,200", "千円", V("-1200000", "円")),
    ("△0.3％", None, V("-0.3", "%")),
    ("研修を3回開き、120人が受講した。", "人", V("120", "人")),
    ("研修を3回開き、120人が受講した。", None, None),
    ("5→10", "人", None),
    ("調査中", "%", None),
    ("集計中（R6.10公表）", "%", None),
    ("…", "人", None),
]


def R(part: RolePart, kind: IndicatorKind | None = None, number: str | None = None, **rest: bool) -> Role:  # noqa: N802
    """Return the role of an indicator's column."""
    return Role("indicator", part, indicator=kind, number=number, **rest)


class Row(NamedTuple):
    """Columns with the cells of a row, and what they say."""

    what: str
    columns: list[tuple[str, Role, str]]
    """Header, role (but for the year, which the header says), cell."""
    targets: list[Expected]
    """metric and what is said of each target, in order."""
    names: list[str | None]
    """Of the indicators, in order."""
    actuals: list[tuple[int | None, str | None]] = []
    """Year and value of all actual values, in order."""
    status: str = "quantitative"


def with_years(columns: list[tuple[str, Role, str]]) -> list[tuple[str, Role, str]]:
    """Return columns whose roles say the year that their headers name."""
    years = [read_header_year(header) for header, _, _ in columns]
    return [
        (header, role._replace(fiscal_year=year.fiscal_year if year else None), text)
        for (header, role, text), year in zip(columns, years, strict=True)
    ]


NAME, UNIT, BASE, TARGET, ACTUAL, NOTE, ALL = (
    R("name"), R("unit"), R("baseline"), R("target"), R("actual"), R("note"), R(""),
)  # fmt: skip
ACTIVITY, OUTCOME = R("name", "activity"), R("name", "outcome")


def in_year(year: int) -> Expected:
    """Return what a target says whose header names a year."""
    return {"target_fiscal_year": year, "deadline_kind": "in"}


R8 = in_year(2026)

ROWS: list[Row] = [
    # 総合戦略: name, unit, 現状値, 目標値
    Row("name, unit, state, target", [("KPI", NAME, "新規就農者数"), ("単位", UNIT, "人"), ("現状値（R4）", BASE, "3"), ("目標値（R8）", TARGET, "12")],
        [{"metric": "新規就農者数", **V("12", "人"), "baseline_value": "3", "baseline_fiscal_year": 2022, **R8}], ["新規就農者数"]),
    Row("thousands", [("KPI", NAME, "観光入込客数"), ("単位", UNIT, "千人"), ("現状値（R4）", BASE, "41"), ("目標値（R8）", TARGET, "60")],
        [{"metric": "観光入込客数", **V("60000", "人"), "baseline_value": "41000", "baseline_fiscal_year": 2022, **R8}], ["観光入込客数"]),
    Row("a year", [("KPI", NAME, "移住者数"), ("単位", UNIT, "人/年"), ("現状値（R4）", BASE, "11.4"), ("目標値（R8）", TARGET, "17")],
        [{"metric": "移住者数", **V("17", "人"), "period": "annual", "baseline_value": "11.4", "baseline_fiscal_year": 2022, **R8}], ["移住者数"]),
    Row("no state", [("KPI", NAME, "空き家の成約数"), ("単位", UNIT, "件"), ("現状値（R4）", BASE, "―"), ("目標値（R8）", TARGET, "5")],
        [{"metric": "空き家の成約数", **V("5", "件"), **R8}], ["空き家の成約数"]),
    Row("the unit behind the values", [("指標", NAME, "利用率"), ("現状", BASE, "10"), ("目標", TARGET, "35"), ("単位", UNIT, "％")],
        [{"metric": "利用率", **V("35", "%"), "baseline_value": "10"}], ["利用率"]),
    Row("the unit in the bracket of the name", [("指標名", NAME, "入込客数（千人）"), ("目標値", TARGET, "4,420")],
        [{"metric": "入込客数", **V("4420000", "人")}], ["入込客数（千人）"]),
    Row("a bracket that is no unit", [("指標名", NAME, "待機者数（学童クラブ）"), ("目標値", TARGET, "20人")],
        [{"metric": "待機者数（学童クラブ）", **V("20", "人")}], ["待機者数（学童クラブ）"]),
    Row("another unit in the state", [("指標", NAME, "普及率"), ("現状値", BASE, "120世帯"), ("目標値", TARGET, "30%")],
        [{"metric": "普及率", **V("30", "%")}], ["普及率"]),
    Row("a number before the name", [("指標", NAME, "① 相談件数"), ("目標値", TARGET, "120")], [{"metric": "相談件数", **V("120")}], ["① 相談件数"]),
    Row("a date in the header", [("指標", NAME, "就職者数"), ("目標値（平成32年3月まで）", TARGET, "50人")],
        [{"metric": "就職者数", **V("50", "人"), "target_fiscal_year": 2019, "target_date": "2020-03", "deadline_kind": "by"}], ["就職者数"]),
    Row("the year of the cell goes before", [("指標", NAME, "受診率"), ("目標値（R8）", TARGET, "60%（R7）")],
        [{"metric": "受診率", **V("60", "%"), **in_year(2025)}], ["受診率"]),
    Row("a state of old and one of now", [("指標", NAME, "人口"), ("基準値（H27）", BASE, "100"), ("現状値（R4）", BASE, "90"), ("目標値（R8）", TARGET, "95")],
        [{"metric": "人口", **V("95"), "baseline_value": "100", "baseline_fiscal_year": 2015, **R8}], ["人口"], [(2022, "90")]),
    # years
    Row("targets by year", [("成果指標", R("", "outcome"), "支援件数"), *((f"目標 R{year}", TARGET, "2") for year in (5, 6, 7)), ("実績 R5", ACTUAL, "3")],
        [{"metric": "支援件数", **V("2"), **in_year(year), "indicator_kind": "outcome"} for year in (2023, 2024, 2025)], ["支援件数"], [(2023, "3")]),
    Row("a year without a target", [("成果指標", R("", "outcome"), "参加者数"), ("目標 R5", TARGET, ""), ("目標 R6", TARGET, "700"), ("実績 R5", ACTUAL, "537"), ("実績 R6", ACTUAL, "640")],
        [{"metric": "参加者数", **V("700"), **in_year(2024), "indicator_kind": "outcome"}], ["参加者数"], [(2023, "537"), (2024, "640")]),
    Row("a target and an actual value each year", [("指標", NAME, "回数"), ("令和5年度 目標", TARGET, "4"), ("令和5年度 実績", ACTUAL, "5"), ("令和6年度 目標", TARGET, "6"), ("令和6年度 実績", ACTUAL, "-")],
        [{"metric": "回数", **V("4"), **in_year(2023)}, {"metric": "回数", **V("6"), **in_year(2024)}], ["回数"], [(2023, "5"), (2024, None)]),
    Row("a sum over the years", [("指標", NAME, "設置数（か所）"), ("目標値（R4～R8累計）", R("target", cumulative=True), "30")],
        [{"metric": "設置数", **V("30", "か所"), "cumulative": True, "cumulative_since": 2022, **R8}], ["設置数（か所）"]),
    Row("a sum by its name", [("指標", NAME, "累計登録者数"), ("目標値", TARGET, "300人")], [{"metric": "累計登録者数", **V("300", "人"), "cumulative": True}], ["累計登録者数"]),
    Row("a sentence with targets by year", [("指標（KPI）", ALL, "利用件数について、12,000件を目標とする。"), ("年次目標 R4", TARGET, "10件"), ("年次目標 R5", TARGET, "20件")],
        [{"metric": "利用件数", **V("12000", "件")}, {"metric": "利用件数", **V("10", "件"), **in_year(2022)}, {"metric": "利用件数", **V("20", "件"), **in_year(2023)}], ["利用件数について、12,000件を目標とする。"]),
    Row("a sentence whose unit has a column", [("指標（KPI）", ALL, "利用者数：4,500"), ("単位", UNIT, "千人")], [{"metric": "利用者数", **V("4500000", "人")}], ["利用者数：4,500"]),
    Row("sentences below headers of names", [("活動指標", ACTIVITY, "残余年数：12年 登録件数：75件"), ("成果指標", OUTCOME, "待機者数（学童）：20件")],
        [{"metric": "残余年数", **V("12", "年"), "indicator_kind": "activity"}, {"metric": "登録件数", **V("75", "件"), "indicator_kind": "activity"}, {"metric": "待機者数（学童）", **V("20", "件"), "indicator_kind": "outcome"}], ["残余年数：12年 登録件数：75件", "待機者数（学童）：20件"]),
    Row("items where a name is expected", [("活動指標", ACTIVITY, "残余年数：12年 登録件数：75件"), ("成果指標", OUTCOME, "利用率"), ("成果目標値", R("target", "outcome"), "20%")],
        [{"metric": "残余年数", **V("12", "年"), "indicator_kind": "activity"}, {"metric": "登録件数", **V("75", "件"), "indicator_kind": "activity"}, {"metric": "利用率", **V("20", "%"), "indicator_kind": "outcome"}], ["残余年数：12年 登録件数：75件", "利用率"]),
    # only actual values
    Row("an actual value is no target", [("指標", NAME, "貸出冊数"), ("H30実績", ACTUAL, "1,200冊"), ("達成率", NOTE, "98%")], [], ["貸出冊数"], [(2018, "1200")], "no_target"),
    Row("a state is no target", [("指標", NAME, "貸出冊数"), ("現状値", BASE, "1,200冊")], [], ["貸出冊数"], [], "no_target"),
    # names that hold numbers
    Row("the number of a name", [("指標", NAME, "65歳以上の参加割合"), ("目標値", TARGET, "30%")], [{"metric": "65歳以上の参加割合", **V("30", "%")}], ["65歳以上の参加割合"]),
    Row("the number of a name, no target", [("指標", NAME, "週1回以上運動する人の割合"), ("目標値", TARGET, "－")], [], ["週1回以上運動する人の割合"], [], "qualitative"),
    Row("a name with a number only", [("指標名", NAME, "30分以内に到着した割合"), ("目標値", TARGET, "")], [], ["30分以内に到着した割合"], [], "qualitative"),
    Row("name and value say the same", [("指標", ALL, "利用件数：100件"), ("目標値", TARGET, "100件")], [{"metric": "利用件数", **V("100", "件")}], ["利用件数：100件"]),
    # nothing set
    Row("not yet set", [("指標", NAME, "満足度"), ("目標値", TARGET, "未定")], [], ["満足度"], [], "none_declared"),
    Row("a deliverable", [("指標", NAME, "新システムの構築"), ("目標（R7）", TARGET, "令和7年度中に運用を開始する。")], [], ["新システムの構築"], [], "milestone"),
    Row("a mark", [("指標", NAME, "方針の周知"), ("R6", TARGET, "○")], [], ["方針の周知"], [], "qualitative"),
    # two indicators
    Row("activity and outcome, each with its values",
        [("活動指標", ACTIVITY, "開催回数"), ("単位", UNIT, "回"), ("目標", TARGET, "5"), ("成果指標", OUTCOME, "参加者数"), ("単位", UNIT, "人"), ("目標", TARGET, "120")],
        [{"metric": "開催回数", **V("5", "回"), "indicator_kind": "activity"}, {"metric": "参加者数", **V("120", "人"), "indicator_kind": "outcome"}], ["開催回数", "参加者数"]),
    Row("the values of the first are blank",
        [("活動指標", ACTIVITY, "開催回数"), ("目標", TARGET, ""), ("成果指標", OUTCOME, "参加者数"), ("目標", TARGET, "120人")],
        [{"metric": "参加者数", **V("120", "人"), "indicator_kind": "outcome"}], ["開催回数", "参加者数"]),
    Row("values of one kind far behind the names",
        [("活動指標", ACTIVITY, "開催回数"), ("成果指標", OUTCOME, "参加者数"), ("活動目標 R5", R("target", "activity"), "5"), ("成果目標 R5", R("target", "outcome"), "120"), ("活動実績 R5", R("actual", "activity"), "4")],
        [{"metric": "開催回数", **V("5"), **in_year(2023), "indicator_kind": "activity"}, {"metric": "参加者数", **V("120"), **in_year(2023), "indicator_kind": "outcome"}], ["開催回数", "参加者数"], [(2023, "4")]),
    Row("one value behind two names", [("活動指標", ACTIVITY, "開催回数"), ("成果指標", OUTCOME, "参加者数"), ("目標値", TARGET, "120人")],
        [V("120", "人")], ["開催回数", "参加者数", None]),
    Row("one value behind two names with units", [("活動指標", ACTIVITY, "開催回数"), ("単位", UNIT, "回"), ("成果指標", OUTCOME, "参加者数"), ("単位", UNIT, "人"), ("目標値", TARGET, "120")],
        [V("120")], ["開催回数", "参加者数", None]),
    Row("one value, the row has one of two names", [("活動指標", ACTIVITY, ""), ("成果指標", OUTCOME, "参加者数"), ("目標値", TARGET, "120人")],
        [{"metric": "参加者数", **V("120", "人"), "indicator_kind": "outcome"}], ["参加者数"]),
    Row("numbered", [("指標1", R("name", number="1"), "開催回数"), ("指標2", R("name", number="2"), "参加者数"), ("目標値1", R("target", number="1"), "5"), ("目標値2", R("target", number="2"), "120")],
        [{"metric": "開催回数", **V("5")}, {"metric": "参加者数", **V("120")}], ["開催回数", "参加者数"]),
    Row("the value before its name", [("目標値", TARGET, "12件"), ("指標名", NAME, "相談件数")], [{"metric": "相談件数", **V("12", "件")}], ["相談件数"]),
    Row("values before their names", [("目標値", TARGET, "5"), ("指標名", NAME, "開催回数"), ("目標値", TARGET, "7"), ("指標名", NAME, "参加者数")],
        [{"metric": "開催回数", **V("5")}, {"metric": "参加者数", **V("7")}], ["開催回数", "参加者数"]),
    Row("sentences of two kinds", [("活動指標", R("", "activity"), "会議を5回開く。"), ("成果指標", R("", "outcome"), "利用件数 12,000件")],
        [{"metric": "会議", **V("5", "回"), "grade": "activity", "indicator_kind": "activity"}, {"metric": "利用件数", **V("12000", "件"), "indicator_kind": "outcome"}], ["会議を5回開く。", "利用件数 12,000件"]),
    Row("sentences of one kind, numbered", [("KPI①", R("", number="①"), "会議を5回開く。"), ("KPI②", R("", number="②"), "利用率 35%")],
        [{"metric": "会議", **V("5", "回"), "grade": "activity"}, {"metric": "利用率", **V("35", "%")}], ["会議を5回開く。", "利用率 35%"]),
    Row("several in a cell", [("成果指標", R("", "outcome"), "待機者数（人）：0 受診率（％）：97.8")],
        [{"metric": "待機者数", **V("0", "人"), "indicator_kind": "outcome"}, {"metric": "受診率", **V("97.8", "%"), "indicator_kind": "outcome"}], ["待機者数（人）：0 受診率（％）：97.8"]),
    Row("a sentence below a header with a year", [("KPI（平成32年3月まで）", ALL, "新規就農者数 50人")],
        [{"metric": "新規就農者数", **V("50", "人"), "target_fiscal_year": 2019, "target_date": "2020-03", "deadline_kind": "by"}], ["新規就農者数 50人"]),
    # no name
    Row("no name", [("目標 R5", TARGET, "5件"), ("目標 R6", TARGET, "利用者数 7人")],
        [{**V("5", "件"), **in_year(2023)}, {"metric": "利用者数", **V("7", "人"), **in_year(2024)}], [None]),
    # 事務事業評価
    Row("groups of values that do not say what they are",
        [("活動指標 ア：名称", R("name", "activity", "ア"), "啓発の回数"), ("活動指標 ア：単位", R("unit", "activity", "ア"), "回"), ("成果指標 サ：名称", R("name", "outcome", "サ"), "改善数"),
         ("活動指標 ア", R("", "activity", "ア"), "0"), ("成果指標 サ", R("", "outcome", "サ"), "3"), ("活動指標 ア", R("", "activity", "ア"), "1"), ("成果指標 サ", R("", "outcome", "サ"), "-")],
        [], ["啓発の回数", "改善数"], [], "no_target"),
    Row("groups of values by year",
        [("対象指標 カ：名称", R("name", "object", "カ"), "委員数"), ("対象指標 カ：単位", R("unit", "object", "カ"), "人"), ("成果指標 サ：名称", R("name", "outcome", "サ"), "答申件数"), ("成果指標 サ：単位", R("unit", "outcome", "サ"), "件"),
         ("R5実績 カ", R("actual", "object", "カ"), "19"), ("R5実績 サ", R("actual", "outcome", "サ"), "1"), ("R6計画 カ", R("target", "object", "カ"), "20"), ("R6計画 サ", R("target", "outcome", "サ"), "2")],
        [{"metric": "委員数", **V("20", "人"), **in_year(2024), "indicator_kind": "object"}, {"metric": "答申件数", **V("2", "件"), **in_year(2024), "indicator_kind": "outcome"}], ["委員数", "答申件数"], [(2023, "19"), (2023, "1")]),
    Row("nothing at all", [("指標", NAME, ""), ("目標値", TARGET, "")], [], [], [], "missing"),
]  # fmt: skip

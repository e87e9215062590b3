"""Years in the headers of columns: cases, and what holds for any header."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxlist.values.header_years import HeaderYear, read_header_year, read_header_years

CASES: list[tuple[str, int, str]] = [
    # budgets, actual values, targets by year
    ("令和5年度目標", 2023, "目標"),
    ("令和５年度", 2023, ""),
    ("R6当初予算", 2024, "当初予算"),
    ("R6補正", 2024, "補正"),
    ("R6当初", 2024, "当初"),
    ("令和6年度 当初予算額（千円）", 2024, "当初予算額（千円）"),
    ("令和6年度決算見込額", 2024, "決算見込額"),
    ("予算額（千円） R4", 2022, "予算額（千円）"),
    ("予算額(R6)(千円)", 2024, "予算額(千円)"),
    ("令和6年度（千円）", 2024, "（千円）"),
    ("2024年度実績", 2024, "実績"),
    ("２０２４年度", 2024, ""),
    ("H30実績", 2018, "実績"),
    ("H30", 2018, ""),
    ("平成30", 2018, ""),
    ("令和元年度", 2019, ""),
    ("R元", 2019, ""),
    ("R05", 2023, ""),
    ("Ｒ５", 2023, ""),
    ("'23", 2023, ""),
    ("’98年度", 1998, ""),
    ("FY2023", 2023, ""),
    ("2023FY", 2023, ""),
    ("西暦2025", 2025, ""),
    ("2025", 2025, ""),
    ("実績2021", 2021, "実績"),
    ("2026目標値", 2026, "目標値"),
    ("2030年目標", 2030, "目標"),
    ("R8年目標値", 2026, "目標値"),
    ("目標値 2026", 2026, "目標値"),
    ("目標値（2026）", 2026, "目標値"),
    ("目標_R8", 2026, "目標"),
    ("R2_目標", 2020, "目標"),
    ("計画R6", 2024, "計画"),
    ("R6見込", 2024, "見込"),
    ("現状値（R4）", 2022, "現状値"),
    ("現況値R2年度", 2020, "現況値"),
    ("基準値（2019年）", 2019, "基準値"),
    ("策定時(R2)", 2020, "策定時"),
    ("中間目標(R7)", 2025, "中間目標"),
    ("最終目標(R12)", 2030, "最終目標"),
    ("目標値(令和8年度)", 2026, "目標値"),
    ("目標値(R8年)", 2026, "目標値"),
    ("目標（令和8年度末）", 2026, "目標"),
    ("H29年度末", 2017, ""),
    ("R4末", 2022, ""),
    ("１年目（R4）", 2022, "１年目"),
    # one year in two calendars
    ("令和5(2023)年度", 2023, ""),
    ("2023（R5）", 2023, ""),
    ("令和2年度末（2020）", 2020, ""),
    # two header rows, at times with a line break
    ("令和 5", 2023, ""),
    ("令和 5年", 2023, ""),
    ("令和 5 実績", 2023, "実績"),
    ("目標（令和） 8", 2026, "目標（令和）"),
    ("目標 R5", 2023, "目標"),
    ("目標値\n令和８年度", 2026, "目標値"),
    ("令和5年度 実施計画 R6 目標", 2024, "令和5年度 実施計画 目標"),
    ("令和5年度 目標値 令和5年度", 2023, "目標値"),
    # dates
    ("R5.3", 2022, ""),
    ("令和7年3月末", 2024, ""),
    ("令和6年４月１日現在", 2024, ""),
    ("R5.4.1時点の人口", 2023, "人口"),
    ("KPI（平成32年3月まで）", 2019, "KPI"),
    # spans
    ("R4～R8", 2026, ""),
    ("令和4～8年度", 2026, ""),
    ("令和4年度から令和8年度", 2026, ""),
    ("R６～Ｒ８累計", 2026, "累計"),
    ("第2期（R4～R8）", 2026, "第2期"),
]
NO_YEARS = [
    *(
        "前年度",
        "本年度",
        "5年",
        "8",
        "５年度",
        "24年度",
        "6年度予算額",
        "第3期",
        "5年後",
        "目標（5年後）",
        "3年間の目標",
    ),
    *("S60", "T1", "H2O", "5G", "No.", "電話番号", "ISO9001", "SDGs 2030", "みなとビジョン2030 施策", "プラン2030の柱"),
    *("2025大阪・関西万博", "R6/R7", "令和6年度・令和7年度", "R4実績/R5目標", "R6→R7", "事業年度", ""),
]
HEADERS = st.lists(
    st.sampled_from(
        [
            *"0123456789０５年月度末元～・./-（）() RH'・_",
            "令和",
            "平成",
            "2025",
            "目標",
            "実績",
            "予算額",
            "まで",
            "R8",
        ]
    ),
    max_size=12,
).map("".join) | st.text(max_size=30)


@pytest.mark.parametrize(("header", "year", "name"), CASES)
def test_cases(header: str, year: int, name: str) -> None:
    found = read_header_year(header)
    assert found is not None
    assert (found.fiscal_year, found.name) == (year, name)


@pytest.mark.parametrize("header", NO_YEARS)
def test_what_names_no_year(header: str) -> None:
    assert read_header_year(header) is None


@pytest.mark.parametrize(
    ("header", "first"),
    [("R4～R8", 2022), ("第2期（令和4年度～令和8年度）", 2022), ("目標 R8", None), ("令和2年度末（2020）", None)],
)
def test_first_year_of_a_span(header: str, first: int | None) -> None:
    found = read_header_year(header)
    assert found is not None
    assert found.first == first


@pytest.mark.parametrize(
    ("header", "date", "is_limit"),
    [
        ("KPI（平成32年3月まで）", "2020-03", True),
        ("目標（令和8年度までに）", None, True),
        ("令和6年４月１日現在", "2024-04-01", False),
        ("目標値（2026年）", None, False),
    ],
)
def test_date_and_limit(header: str, date: str | None, is_limit: bool) -> None:
    found = read_header_year(header)
    assert found is not None
    assert (found.date, found.is_limit) == (date, is_limit)


@pytest.mark.parametrize(
    ("headers", "years"),
    [
        (("R5", "6", "7", "8"), [2023, 2024, 2025, 2026]),
        (("令和5年度目標", "6年度目標", "9年度目標"), [2023, 2024, None]),
        (("H30", "R元", "2", "3"), [2018, 2019, 2020, 2021]),
        (("2023", "24", "備考", "25"), [2023, 2024, None, None]),
        (("5年度", "6年度"), [None, None]),
        (("令和5年度", "5"), [2023, None]),
    ],
)
def test_headers_side_by_side(headers: tuple[str, ...], years: list[int | None]) -> None:
    assert [year and year.fiscal_year for year in read_header_years(headers)] == years


def test_name_of_a_following_year() -> None:
    assert read_header_years(["令和5年度目標", "6年度目標"])[1] == HeaderYear(2024, "目標")


@settings(deadline=None, max_examples=400)
@given(HEADERS)
def test_any_header_is_read(header: str) -> None:
    """It never raises; the name is shorter than the header, of its letters and in their order; a span goes up."""
    found = read_header_year(header)
    if found is None:
        return
    letters = iter("".join(header.split()))
    assert all(letter in letters for letter in "".join(found.name.split()))
    assert len(found.name) < len(header)
    assert found.first is None or found.first < found.fiscal_year

"""Years and dates: cases, and what holds for any text."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxlist.values.fiscal_years import find_years, read_fiscal_year
from tests.lists import ROOT
from tests.values.year_cases import KNOWN_FAILURES, REAL, WRITTEN, Found

LINES = (ROOT / "data" / "raw" / "fukushima_r04.tsv").read_text(encoding="utf-8-sig").split("\n")
PARTS = st.lists(
    st.sampled_from(
        [
            *list("0123456789０４年月日度末元～・./-（） RHS"),
            "令和",
            "平成",
            "昭和",
            "㋿",
            "十",
            "三",
            "③",
            "年度",
            "2025",
        ]
    ),
    max_size=14,
).map("".join)
TEXTS = PARTS | st.text(max_size=40)


def read_date(text: str) -> str | None:
    """Return the first date of a text as ISO 8601, as exact as it is written, or None."""
    dates = (year for year in find_years(text) if year.kind not in {"fiscal_year", "year"})
    return next((str(year.value) for year in dates), None)


def test_the_table_is_large_enough() -> None:
    texts = [text for _, text, _ in REAL] + [text for text, _ in (*WRITTEN, *KNOWN_FAILURES)]
    assert len(REAL) >= 25
    assert len(texts) >= 60
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(("line", "text", "_"), REAL)
def test_real_cases_stand_in_their_line(line: int, text: str, _: object) -> None:
    assert "".join(text.split()) in "".join(LINES[line - 1].split())


def found(text: str) -> list[Found]:
    return [(year.raw, year.kind, year.value) for year in find_years(text)]


@pytest.mark.parametrize(("text", "expected"), [*((text, years) for _, text, years in REAL), *WRITTEN])
def test_cases(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(("text", "expected"), KNOWN_FAILURES)
def test_known_failures(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@settings(deadline=None)
@given(TEXTS)
def test_offsets_are_those_of_the_text(text: str) -> None:
    years = find_years(text)
    assert all(text[year.start : year.end] == year.raw for year in years)
    assert all(a.end <= b.start for a, b in itertools.pairwise(years))


@settings(deadline=None)
@given(
    st.sampled_from(["令和", "平成", "R", "H"]),
    st.integers(1, 40),
    st.sampled_from(["", "{}年度", "{}年", "{}年7月", "{}年7月9日"]),
)
def test_era_years_count_on_from_the_first(era: str, number: int, form: str) -> None:
    first = {"令": 2018, "R": 2018, "平": 1988, "H": 1988}[era[0]]
    years = find_years(era + form.format(number)) if form else find_years(f"{era}{number}")
    assert [str(year.value)[:4] for year in years] == [str(first + number)]


@given(st.dates())
def test_iso_dates_read_back(date: object) -> None:
    text = str(date)
    assert read_date(text) in {text, None}
    assert (read_date(text) is None) == (not text.startswith(("19", "20")))


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("平成35年", True),
        ("平成31年度", False),
        ("平成31年4月", False),
        ("平成31年5月", True),
        ("令和元年4月", True),
        ("令和元年5月1日", False),
        ("昭和65年", True),
    ],
)
def test_a_year_outside_its_era_says_so(text: str, outside: bool) -> None:
    assert [year.outside_era for year in find_years(text)] == [outside]


@pytest.mark.parametrize(
    ("text", "edge"),
    [("令和4年度末", "end"), ("R7末", "end"), ("令和4年度当初", "start"), ("2025年3月末", "end"), ("R4", None)],
)
def test_edges(text: str, edge: str | None) -> None:
    assert [year.edge for year in find_years(text)] == [edge]


@pytest.mark.parametrize(
    ("text", "fiscal", "date"),
    [
        ("R4", 2022, None),
        ("平成31年", None, "2019"),
        ("R3実績、令和4年度に", 2022, None),
        ("令和5年1月", None, "2023-01"),
        ("", None, None),
    ],
)
def test_first_of_a_kind(text: str, fiscal: int | None, date: str | None) -> None:
    assert (read_fiscal_year(text), read_date(text)) == (fiscal, date)

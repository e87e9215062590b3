"""Targets of KPI cells: the answer for the first list, cases, and what holds for any text."""

import itertools
import json
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import to_json

from dxlist.model.kpi import KpiTarget
from dxlist.model.readings import TargetReading
from dxlist.values.kpi_numbers import decimal_text, scaled
from dxlist.values.kpi_targets import KpiReading, read_kpi
from dxlist.words.units import UNITS
from tests.lists import ROOT
from tests.values.kpi_cases import CELLS, FIRST_LIST, KNOWN_FAILURES, REAL, STATUSES, WRITTEN, Answer, Expected

LINES = (ROOT / "data" / "raw" / "fukushima_r04.tsv").read_text(encoding="utf-8-sig").split("\n")
GRADES = {"A": "explicit", "B": "activity", "C": "scope"}
PLACE = {"raw", "start", "end"}
COMMON = ("件", "%", "人", "名", "回", "か所", "円/kg", "時間", "社", "年", "ポイント", "部/月", "課（室）")
PARTS = [
    *"。、・：（）()「」　 \n0123５→～▲+-/×①②一十百千万億割のにをはがでと",
    *COMMON,
    *(
        "令和7年度",
        "R8",
        "2025",
        "4月",
        "までに",
        "末",
        "について、",
        "を目標とする",
        "とする",
        "する",
        "開催",
        "支援",
        "市町村",
    ),
    *(
        "年間",
        "月",
        "約",
        "ほぼ",
        "延べ",
        "累計",
        "（累計）",
        "合計",
        "全",
        "前年度比",
        "現状値",
        "目標値",
        "実績",
        "KPI",
    ),
    *(
        "以上",
        "以内",
        "程度",
        "未満",
        "増",
        "削減",
        "ずつ",
        "から",
        "うち",
        "を維持",
        "利用件数",
        "受講者数",
        "中",
        "ゼロ",
    ),
    *(
        "12",
        "61.0",
        "1,500",
        "99.97",
        "5G",
        "第2期",
        "令和③",
        "年2回",
        "3か月",
        "歳",
        "次",
        "号",
        "点満点",
        "体制",
        "A",
        "RPA",
    ),
]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=14).map("".join) | st.text(max_size=60)
ANY_SPEED = settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])


def as_expected(reading: KpiReading) -> list[Expected]:
    """All keys that are not at their default, but for the place."""
    return [KpiTarget(**target.fields()).model_dump(exclude_defaults=True, exclude=PLACE) for target in reading.targets]


def without_blanks(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


# --- the tables


def test_the_tables_are_large_enough() -> None:
    texts = [
        *CELLS.values(),
        *(text for _, text, _ in REAL),
        *(text for text, _ in (*WRITTEN, *KNOWN_FAILURES, *STATUSES)),
    ]
    assert len(FIRST_LIST) == 38
    assert len(REAL) >= 25
    assert len(REAL) + len(WRITTEN) >= 60
    assert len(KNOWN_FAILURES) >= 1
    assert len(set(texts)) >= len(texts) - 9, "only cells that the first list prints again may be twice"


@pytest.mark.parametrize(("line", "text"), [*CELLS.items(), *((line, text) for line, text, _ in REAL)])
def test_real_cases_stand_in_their_line(line: int, text: str) -> None:
    assert "".join(text.split()) in "".join(LINES[line - 1].split())


# --- the first list


def found_in(line: int) -> list[TargetReading]:
    return list(read_kpi(CELLS[line]).targets)


@pytest.mark.parametrize(
    "answer", [row for row in FIRST_LIST if row.grade == "A"], ids=lambda row: f"{row.line}-{row.number}"
)
def test_stated_targets_of_the_first_list(answer: Answer) -> None:
    """Right in metric, value, unit, comparator, cumulative and deadline, to the character."""
    target = found_in(answer.line)[answer.number - 1]
    found = (target.metric, target.value, target.unit, target.comparator, target.cumulative, target.target_fiscal_year)
    assert found == answer[2:8]


@pytest.mark.parametrize("answer", FIRST_LIST, ids=lambda row: f"{row.line}-{row.number}")
def test_every_target_of_the_first_list(answer: Answer) -> None:
    """Found, with its grade; the words that were read stand in the printed span."""
    target = found_in(answer.line)[answer.number - 1]
    found = (target.value, target.unit, target.comparator, target.cumulative, target.target_fiscal_year)
    assert found == answer[3:8]
    assert target.grade == GRADES[answer.grade]
    assert without_blanks(target.raw) in without_blanks(answer.span)


def test_nothing_is_read_that_is_not_there() -> None:
    """No cell of the first list gives more targets than its answer."""
    wanted = {line: len(list(rows)) for line, rows in itertools.groupby(FIRST_LIST, key=lambda row: row.line)}
    assert {line: len(found_in(line)) for line in wanted} == wanted


# --- cases


@pytest.mark.parametrize(("text", "expected"), [*((text, targets) for _, text, targets in REAL), *WRITTEN])
def test_cases(text: str, expected: list[Expected]) -> None:
    assert as_expected(read_kpi(text)) == expected


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="known failure")
@pytest.mark.parametrize(("text", "expected"), KNOWN_FAILURES)
def test_known_failures(text: str, expected: list[Expected]) -> None:
    assert as_expected(read_kpi(text)) == expected


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_statuses(text: str | None, status: str) -> None:
    assert read_kpi(text).status == status


def test_a_shared_cell_has_no_targets_of_its_own() -> None:
    text = CELLS[68]
    assert read_kpi(text, shared=True) == KpiReading((), "shared")
    assert len(read_kpi(text).targets) == 2


def test_an_actual_is_no_target() -> None:
    """Line 114: 22件（令和③）の実績だったことから同水準の22件を目標とする."""
    text = next(text for line, text, _ in REAL if line == 114)
    [target] = read_kpi(text).targets
    assert (target.value, target.baseline_value, target.baseline_fiscal_year) == ("22", "22", 2021)
    assert text.index("22件") < target.start


# --- the record


def test_the_record_is_frozen_and_closed() -> None:
    target = KpiTarget(**read_kpi("満足度 90%").targets[0].fields())
    with pytest.raises(ValidationError):
        target.value = "91"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        KpiTarget.model_validate({**target.model_dump(), "extra": 1})
    with pytest.raises(ValidationError):
        KpiTarget.model_validate({**target.model_dump(), "value": "9,000"})


def test_every_field_has_a_japanese_title_and_a_description() -> None:
    for name, field in KpiTarget.model_fields.items():
        assert field.title is not None, name
        assert not field.title.isascii(), name
        assert field.description, name


def test_keys_stand_in_their_order() -> None:
    order = (
        "metric value value_to unit comparator cumulative cumulative_since period baseline_value baseline_fiscal_year "
        "target_fiscal_year target_date deadline_kind grade indicator_kind header raw start end"
    )
    assert list(KpiTarget.model_fields) == [*TargetReading._fields] == order.split()


# --- what holds for any text


def counted_in(power: int, value: str | None) -> str | None:
    return None if value is None else decimal_text(scaled(Decimal(value), power))


@ANY_SPEED
@given(TEXTS, st.booleans())
def test_any_text_is_read(text: str, shared: bool) -> None:
    """It never raises; the words are the text's at their place, in order and apart; only targets make a number."""
    reading = read_kpi(text, shared=shared)
    assert all(text[target.start : target.end] == target.raw for target in reading.targets)
    assert all(a.end <= b.start for a, b in itertools.pairwise(reading.targets))
    assert (reading.status == "quantitative") == bool(reading.targets)
    assert (reading.status == "shared") == shared


@ANY_SPEED
@given(TEXTS)
def test_the_words_alone_say_the_same_value(text: str) -> None:
    """Reading ``raw`` alone gives the value again, with its unit and comparison where they stand in it.

    Not so for a bare number that looks like a year (ダウンロード数：2025): alone it is one.  What the words around it
    gave (the unit of the metric's bracket with the thousands that it counts, a baseline, a date, a sum over years) is
    not in ``raw``.
    """
    for target in read_kpi(text).targets:
        if target.unit is None and target.value.startswith(("19", "20")):
            continue
        again = read_kpi(target.raw).targets
        assert len(again) == 1
        assert again[0].unit in {target.unit, None}
        counted_elsewhere = again[0].unit is None and target.unit is not None
        powers = range(13) if counted_elsewhere else (0,)
        assert (target.value, target.value_to) in [
            (counted_in(power, again[0].value), counted_in(power, again[0].value_to)) for power in powers
        ]


@ANY_SPEED
@given(TEXTS)
def test_no_float_anywhere(text: str) -> None:
    """Values are text that Decimal reads back to the character, and JSON holds no float."""
    for target in read_kpi(text).targets:
        values = [value for value in (target.value, target.value_to, target.baseline_value) if value is not None]
        assert all(format(Decimal(value), "f") == value for value in values)
        json.loads(to_json(target.fields()), parse_float=pytest.fail)


@ANY_SPEED
@given(
    st.decimals(0, 10**9, places=2).map(str) | st.integers(0, 10**12).map(str),
    st.sampled_from(sorted(UNITS)),
    st.booleans(),
)
def test_a_stated_number_keeps_its_precision(number: str, unit: str, wide: bool) -> None:
    """Half-width or full-width, the value is the number as it is written, with any unit of the table."""
    assume(unit not in {"割", "月"})  # 3割 is 30 %, 3月 is a date
    assume(not (len(number) == 4 and number.startswith(("19", "20"))))  # 2025計画 is a name
    written = number.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789."}) if wide else number
    [target] = read_kpi(f"利用件数について、{written}{unit}を目標とする。").targets
    assert target.value == number
    assert without_blanks(target.unit or "") == without_blanks(unit)


@ANY_SPEED
@given(st.integers(1, 10**7))
def test_thousands_commas_and_magnitudes_are_exact(number: int) -> None:
    plain, commas, ten_thousands = (
        read_kpi(f"件数：{form}件").targets[0].value for form in (number, f"{number:,}", f"{number}万")
    )
    assert plain == commas == str(number)
    assert ten_thousands == str(number * 10_000)

"""The forms keep their promises: each often enough, each answer follows from the print alone, by rules a person would use."""

import csv
import io
from collections import Counter
from itertools import islice
from typing import Any

import pytest

from tests.damage import DamagedList, generate
from tests.damage.compare import fold, score_rows
from tests.damage.forms import words
from tests.damage.forms.making import FORM_KINDS, generate_form, make_draft
from tests.damage.forms.right import number_of
from tests.damage.forms.setting import write
from tests.damage.forms.shapes import FORMS
from tests.damage.forms.table import Draft, Line
from tests.damage.generator import ALL_FORMS, mixed_form
from tests.damage.reliability import BUCKETS, Outcome, bucket_of, reliability_table, summary_table

CASES = [(seed, form) for form in FORMS for seed in range(100)]


@pytest.fixture(scope="module")
def lists() -> list[DamagedList]:
    return [generate_form(seed, form) for seed, form in CASES]


@pytest.fixture(scope="module")
def drafts() -> list[tuple[Draft, str]]:
    made = [make_draft(seed, form) for seed, form in CASES if seed < 40]
    return [(draft, write(draft)) for draft in made]


def _rows(draft: Draft, text: str) -> dict[int, list[str]]:
    """First physical line -> cells."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=draft.delimiter)
    rows, line = {}, 1
    for cells in reader:
        rows[line] = cells
        line = reader.line_num + 1
    return rows


def _cells(draft: Draft, rows: dict[int, list[str]], line: Line) -> dict[str, str]:
    """Column -> cell of one row as printed."""
    found = rows[line.line]
    return {column.key: found[at] if at < len(found) else "" for at, column in enumerate(draft.columns)}


def test_every_kind_is_in_at_least_one_list_of_a_hundred(lists: list[DamagedList]) -> None:
    counts = Counter(kind for one in lists for kind in one.kinds)
    assert {kind: counts[kind] for kind in FORM_KINDS if 100 * counts[kind] < len(lists)} == {}
    assert set(counts) <= set(FORM_KINDS)


def test_a_seed_always_gives_the_same_list(lists: list[DamagedList]) -> None:
    assert [generate_form(*case) for case in CASES[::20]] == lists[::20]


def test_a_mix_holds_every_form() -> None:
    assert {mixed_form(seed) for seed in range(40)} == set(ALL_FORMS)
    assert generate(3) == generate(3, "printed")


def test_every_record_stands_on_a_line_of_its_own(lists: list[DamagedList]) -> None:
    for one in lists:
        numbers = [row["line"] for row in one.answer]
        assert numbers == sorted(set(numbers)), (one.form, one.seed)
        assert len(numbers) > 3


def test_a_cell_that_is_not_left_blank_is_the_value_itself(drafts: list[tuple[Draft, str]]) -> None:
    for draft, text in drafts:
        rows = _rows(draft, text)
        for line in (line for line in draft.lines if not line.alone):
            printed = _cells(draft, rows, line)
            rest = "".join(one.values["overview"] for one in draft.lines if one.rest_of is line)
            for key, cell in printed.items():
                whole = cell + rest if key == "overview" else cell
                assert cell in ("", line.text(key)), text
                assert not cell or whole.startswith(line.values.get(key, "")), text
                assert not rest or key != "overview" or whole == line.values[key], text


def test_levels_follow_from_the_print_by_the_rule_of_merged_cells(drafts: list[tuple[Draft, str]]) -> None:
    """A level that is blank is the one above, unless a level over it begins anew."""
    for draft, text in drafts:
        rows, above = _rows(draft, text), dict[str, str]()
        depths = {column.key: column.role.depth for column in draft.of_kind("level")}
        for line in (line for line in draft.lines if line.record and not line.undecidable):
            printed = {key: cell for key, cell in _cells(draft, rows, line).items() if key in depths and cell}
            opened = min((depths[key] for key in printed), default=99)
            above = {key: cell for key, cell in above.items() if depths[key] < opened} | printed
            wanted = {key: line.values[key] for key in depths if line.values.get(key)}
            assert above == wanted, (line.line, text)
            assert not {"code1", "code2", "code3"} & (line.values.keys() - depths.keys()), text


def _filled_offices(draft: Draft, text: str) -> list[tuple[str, str]]:
    """What is printed and what is meant, for the office of each row."""
    rows = _rows(draft, text)
    keys = [column.key for column in draft.of_kind("department")]
    lines = [line for line in draft.lines if line.record and "departments" not in line.free]
    return [(_cells(draft, rows, line)[keys[0]], line.values[keys[0]]) for line in lines] if keys else []


def test_offices_are_filled_only_where_the_list_shows_that_they_nest(drafts: list[tuple[Draft, str]]) -> None:
    for draft, text in drafts:
        above = ""
        for cell, meant in _filled_offices(draft, text):
            if "department_nested" in draft.done:
                above = cell or above
                assert meant == above, text
            else:
                assert meant == cell, text


def test_a_list_whose_blank_offices_mean_nothing_shows_it(drafts: list[tuple[Draft, str]]) -> None:
    for draft, text in drafts:
        if "department_true_blank" in draft.done:
            assert sum(not cell for cell, _ in _filled_offices(draft, text)) >= 2, text


def test_the_full_header_of_a_further_column_stands_in_the_header(lists: list[DamagedList]) -> None:
    for one in lists:
        whole = fold(one.text)
        for row in one.answer:
            assert all(fold(part) in whole for header in row.get("extra", {}) for part in header.split(" ")), one.text


def _perfect(row: dict[str, Any]) -> dict[str, Any]:
    """The record of a reader who knows the answer."""
    levels = [{"header": one["header"] or "", "code": None, "title": one["text"]} for one in row["levels"]]
    targets = [{"target_fiscal_year": one["fiscal_year"], "value": one["value"]} for one in row.get("targets", [])]
    offices = row.get("departments") or [{"department": row["offices"]}] if row.get("offices") else []
    return {
        **row,
        "levels": levels,
        "departments": offices,
        "kpi_targets": targets,
        "field_name": row["field_title"] or "",
        "item_name": row["item_title"] or "",
        "confidence": 0.9,
    }


def test_a_reader_who_knows_the_answer_is_scored_right(lists: list[DamagedList]) -> None:
    for one in lists:
        score = score_rows(one, map(_perfect, one.answer))
        assert (score.wrong, score.extra_lines, score.differences) == ([], [], [])


@pytest.mark.parametrize(
    "wrong",
    [
        {"project_name": "別の事業"},
        {"levels": [{"header": "政策", "code": None, "title": "別"}]},
        {"extra": {"備考": "別"}},
        {"kpi_text": "別の指標"},
        {"departments": [{"department": "別の課"}]},
    ],
)
def test_a_wrong_cell_is_seen(lists: list[DamagedList], wrong: dict[str, Any]) -> None:
    one = lists[0]
    score = score_rows(one, [{**_perfect(row), **wrong} for row in one.answer])
    assert score.right == []


def test_words_of_a_role_are_many_and_the_unseen_ones_are_others() -> None:
    for seen, unseen in (
        (words.ONE_OFFICE, words.UNSEEN_OFFICE),
        (words.PROJECT, words.UNSEEN_PROJECT),
        (words.OVERVIEW, words.UNSEEN_OVERVIEW),
        (words.KPI_TEXT, words.UNSEEN_KPI_TEXT),
        (words.MONEY, words.UNSEEN_MONEY),
        (words.NUMBERS, words.UNSEEN_NUMBERS),
    ):
        assert len(seen) >= 9
        assert not set(seen) & set(unseen)


@pytest.mark.parametrize(
    ("text", "number"), [("12,300件", "12300"), ("61.5", "61.5"), ("－", None), ("", None), ("0", "0")]
)
def test_the_number_of_a_cell(text: str, number: str | None) -> None:
    assert number_of(text) == number


def test_the_tables_of_reliability_count_every_row() -> None:
    outcomes = [Outcome("a", 0.95, is_right=True), Outcome("a", 0.2, is_right=True), Outcome("b", 0.99, is_right=False)]
    outcomes.append(Outcome("b", None, is_right=False))
    assert [*reliability_table(outcomes)][2:] == [
        "| 0.00 – 0.30 | 1 | 1 | 100.00% |",
        "| 0.95 – 0.98 | 1 | 1 | 100.00% |",
        "| 0.99 – 1.00 | 1 | 0 | 0.00% |",
    ]
    assert [*islice(summary_table(outcomes, 0.7), 2, None)] == [
        "| a | 2 | 2 (100.00%) | 0 (0.00%) | 1 (50.00%) |",
        "| b | 2 | 0 (0.00%) | 1 (50.00%) | 0 (–) |",
        "| all | 4 | 2 (50.00%) | 1 (25.00%) | 1 (50.00%) |",
    ]
    assert [bucket_of(low) for low in BUCKETS] == [*BUCKETS]

"""The generator keeps its promises: every kind often enough, enough rows slid, each answer stands in the print."""

import csv
import io
import unicodedata
from collections import Counter

import pytest

from tests.damage import KINDS, DamagedList, generate
from tests.damage.compare import score_rows
from tests.damage.wrapping import wrap_text

SEEDS = range(0, 2000, 2)


@pytest.fixture(scope="module")
def lists() -> list[DamagedList]:
    return [generate(seed) for seed in SEEDS]


def _fold(text: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def _cells_by_line(damaged: DamagedList) -> dict[int, list[str]]:
    """First physical line of each row -> its cells, folded."""
    delimiter = "," if "comma_quoted" in damaged.kinds else "\t"
    reader = csv.reader(io.StringIO(damaged.text, newline=""), delimiter=delimiter)
    rows, line = {}, 1
    for cells in reader:
        rows[line] = [_fold(cell) for cell in cells]
        line = reader.line_num + 1
    return rows


def test_every_kind_is_in_at_least_one_list_of_twenty(lists: list[DamagedList]) -> None:
    counts = Counter(kind for damaged in lists for kind in damaged.kinds)
    assert {kind: counts[kind] for kind in KINDS if 20 * counts[kind] < len(lists)} == {}
    assert set(counts) <= set(KINDS)


def test_at_least_8_percent_of_the_rows_slide(lists: list[DamagedList]) -> None:
    rows = sum(len(damaged.answer) for damaged in lists)
    assert sum(len(damaged.slid_lines) for damaged in lists) >= 0.08 * rows


def test_a_seed_always_gives_the_same_list(lists: list[DamagedList]) -> None:
    assert [generate(seed) for seed in SEEDS[:50]] == lists[:50]


def test_every_answer_stands_in_the_print(lists: list[DamagedList]) -> None:
    for damaged in lists:
        cells = _cells_by_line(damaged)
        for row in damaged.answer:
            filled = row["filled_from"]
            texts = {"project_name": row["project_name"], "overview": row["overview"], "kpi_text": row["kpi_text"]}
            for column, text in texts.items():
                at = filled.get(column, row["line"])
                assert text is None or _fold(text) in cells[at], (damaged.seed, row["line"], column)


def test_field_and_item_stand_in_the_print(lists: list[DamagedList]) -> None:
    for damaged in lists:
        cells = _cells_by_line(damaged)
        for row in damaged.answer:
            filled = row["filled_from"]
            field = cells[filled.get("field", row["line"])]
            assert _fold(row["field_code"]) + _fold(row["field_name"]) in field, (damaged.seed, row["line"])
            item = "".join(cells[filled.get("item", row["line"])])
            assert _fold(row["item_name"]) in item, (damaged.seed, row["line"])
            assert all(code[-1] in item for code in row["item_codes"]), (damaged.seed, row["line"])
            assert not row["plan_only"] or "計画" in item, (damaged.seed, row["line"])


def test_a_source_is_above_and_in_the_same_list(lists: list[DamagedList]) -> None:
    for damaged in lists:
        parts = {row["line"]: row["part"] for row in damaged.answer}
        for row in damaged.answer:
            for line in row["filled_from"].values():
                assert line < row["line"]
                assert parts[line] == row["part"]


def test_departments_stand_in_the_print(lists: list[DamagedList]) -> None:
    for damaged in lists:
        cells = _cells_by_line(damaged)
        for row in damaged.answer:
            printed = "".join(cells[row["filled_from"].get("dept", row["line"])])
            units = [unit for office in row["departments"] for unit in office.values() if unit]
            assert all(_fold(unit) in printed for unit in units), (damaged.seed, row["line"])


def test_a_reader_who_knows_the_answer_is_scored_right() -> None:
    damaged = generate(1)
    score = score_rows(damaged, [{**row, "confidence": 0.9} for row in damaged.answer])
    assert (len(score.right), score.wrong, score.extra_lines) == (len(damaged.answer), [], [])


@pytest.mark.parametrize(
    ("text", "width", "joiner", "printed", "want"),
    [
        ("41団体を目標とする。", 8, " ", "41団体を 目標とす る。", "41団体を目標とする。"),
        ("ICTアドバイザー", 8, " ", "ICTアド バイザー", "ICTアドバイザー"),
        ("支援する。また行う。", 10, " ", "支援する。 また行う。", "支援する。 また行う。"),
        ("①行う。\x1f②検討する。", 8, "\n", "①行う。\n②検討す\nる。", "①行う。\n②検討する。"),
        ("推進事業（導入）", 10, "　", "推進事業　（導入）", "推進事業（導入）"),
    ],
)
def test_line_ends_of_a_printed_column(text: str, width: int, joiner: str, printed: str, want: str) -> None:
    assert wrap_text(text, width, joiner) == (printed, want)

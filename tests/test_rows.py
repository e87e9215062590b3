"""Rows of an answer: on a terminal nothing is cut and columns stand straight; in files another program reads them."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from dxlist.exports.cells import split_values
from dxlist.exports.format import FORMATS, Style
from dxlist.model.table import Table, TableColumn
from dxlist.report.tables import rows_table
from dxlist.report.wrapping import cells

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = ("initiative_id", "line", "担当課", "事業名")
ROWS: tuple[tuple[object, ...], ...] = (
    ("fukushima_r04-0005", 5, ["総務部 職員研修課"], "デジタル変革（DX）推進に関する研修事業"),
    ("fukushima_r04-0011", 11, ["企画調整部 デジタル変革課", "総務部 行政経営課"], None),
    ("fukushima_r04-0166", 166, [], "ICT活用工事"),
)


def shown(width: int, rows: tuple[tuple[object, ...], ...] = ROWS, null: str = "") -> list[str]:
    return [line.text for line in rows_table(COLUMNS, rows, width, null=null)]


@pytest.mark.parametrize("width", [120, 100, 80, 60, 40, 20])
def test_no_line_is_wider_than_the_terminal_and_no_letter_is_lost(width: int) -> None:
    lines = shown(width)
    assert max(map(cells, lines)) <= width
    text = "".join("".join(lines).split())
    for row in ROWS:
        assert set(f"{row[2]}{row[3] or ''}") - set("[]',' ") <= set(text)


def test_columns_stand_straight_under_double_width_texts() -> None:
    assert shown(100)[:4] == [
        "initiative_id       line  担当課                     事業名",
        "──────────────────  ────  ─────────────────────────  ──────────────────────────────────────",
        "fukushima_r04-0005     5  総務部 職員研修課          デジタル変革（DX）推進に関する研修事業",
        "",
    ]


def test_a_narrow_terminal_gets_blocks() -> None:
    lines = shown(36)
    assert lines[0].startswith("── 1 ─")
    assert lines[1] == "initiative_id  fukushima_r04-0005"
    assert lines[3] == "担当課         総務部 職員研修課"


def test_what_is_not_there_is_told_from_an_empty_text() -> None:
    lines = [line.text for line in rows_table(["a", "b"], [(None, "")], 80, null="NULL")]
    assert lines[-1] == "NULL"


def test_a_text_cannot_steer_the_terminal() -> None:
    text = "\n".join(line.text for line in rows_table(["a\x1b[2J"], [("事業\x1b[31m名\r\u202e",)], 80))
    assert "\x1b" not in text
    assert "\\x1b[31m" in text
    assert "\\u202e" in text


def test_an_answer_without_rows_shows_its_columns() -> None:
    assert [line.text for line in rows_table(["a", "bc"], [], 80)] == ["a  bc", "─  ──"]


VALUES = (
    "=1+1", "@SUM(A1)", "<b>太字</b>", "a|b", "一行目\n二行目", "a\tb", 'と"引用"', "\\;", "1,200", "", " 前後 ", None, 3,
    Decimal("61.0"), True, ["3(1)ア", "a;b"], "\x00\x07", "𠮷髙～",
)  # fmt: skip


def in_format(name: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]], *, raw_text: bool = False) -> str:
    of = tuple(TableColumn(column, "any", column) for column in columns)
    return b"".join(FORMATS[name].rows(Table("answer", of, iter(rows)), Style(raw_text=raw_text))).decode()


def written(name: str, values: tuple[object, ...] = VALUES) -> str:
    return in_format(name, [f"c{at}" for at in range(len(values))], [values], raw_text=True)


def test_json_holds_the_values_themselves() -> None:
    (row,) = json.loads(written("json"))
    assert list(row.values()) == [float(v) if isinstance(v, Decimal) else v for v in VALUES]
    assert json.loads(written("jsonl")) == row
    assert json.loads(in_format("json", ["a"], [])) == []


def test_columns_of_one_name_are_all_in_the_json() -> None:
    assert json.loads(in_format("jsonl", ["line", "line"], [(1, 2)])) == {"line": 1, "line_2": 2}


def test_json_stays_json_where_a_number_is_beyond_all() -> None:
    assert json.loads(in_format("jsonl", ["a", "b"], [(float("inf"), b"\xff")])) == {"a": "inf", "b": "ff"}


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_a_table_has_one_line_a_row_and_its_texts_as_they_are(name: str, delimiter: str) -> None:
    text = written(name)
    assert text.count("\n") == 2
    _, row = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    assert row[:5] == ["=1+1", "@SUM(A1)", "<b>太字</b>", "a|b", "一行目 二行目"]
    assert row[5:11] == ["a\tb", 'と"引用"', "\\;", "1,200", "", " 前後 "]
    assert row[11:15] == ["", "3", "61.0", "true"]
    assert split_values(row[15]) == ["3(1)ア", "a;b"]
    assert row[16:] == ["\x00\x07", "𠮷髙～"]


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_texts_are_guarded_and_numbers_are_not(name: str) -> None:
    text = in_format(name, ["=a"], [("=1+1",), (-5,), ("-5",), ("＠SUM",)])
    assert text.split() == ["'=a", "'=1+1", "-5", "-5", "'＠SUM"]


def test_markdown_shows_a_text_as_it_is() -> None:
    text = in_format("markdown", ["a_b", "|"], [("<b>|*_x_*`", ["一", "二\n=三"]), ("=1", None)])
    head, rule, row, guarded = text.splitlines()
    assert (head, rule) == ("| a_b | \\| |", "|---|---|")
    assert row == "| &lt;b&gt;\\|\\*\\_x\\_\\*\\` | 一<br>二<br>'=三 |"
    assert guarded == "| '=1 |  |"

"""The clean lists, written in other ways by a machine: in none of them is anything found at warning or above."""

from __future__ import annotations

import csv
import io
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

import dxlist
from dxlist.rules.checking import at_least, check_lists
from dxlist.rules.selection import chosen_rules
from tests.rules.test_clean_lists import CLEAN, KNOWN, RIGHT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[list[str]]

FULL_WIDTH = str.maketrans("0123456789,.%()", "０１２３４５６７８９，．％（）")
HALF_WIDTH = str.maketrans("０１２３４５６７８９（）％", "0123456789()%")


def rows_of(raw: bytes) -> Rows:
    """Return the cells of a clean list, whatever its encoding and delimiter."""
    encoding = "utf-16" if raw[:2] == b"\xff\xfe" else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode("cp932")
    delimiter = max("\t,;", key=text.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def written(rows: Rows, delimiter: str = "\t", line_end: str = "\n", *, quoted: bool = False) -> str:
    """Return the text of a file with these cells."""
    out = io.StringIO()
    writer = csv.writer(
        out, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    )
    writer.writerows(rows)
    return out.getvalue()


def header_at(rows: Rows) -> int:
    return next(i for i, row in enumerate(rows) if sum(map(bool, row)) >= 4)


def is_project(row: list[str]) -> bool:
    return sum(map(bool, row)) >= 3 and not row[0].endswith("計")


def body(rows: Rows, change: Callable[[Rows], Rows]) -> Rows:
    """Change the rows below the header."""
    at = header_at(rows) + 1
    return rows[:at] + change(rows[at:])


def fill(rows: Rows) -> Rows:
    """Say again in each row what merged cells say once: the blanks at its beginning."""
    filled: Rows = []
    for row in rows:
        blanks = next((i for i, cell in enumerate(row) if cell), 0)
        above = filled[-1] if filled and is_project(row) else row
        filled.append(above[:blanks] + row[blanks:])
    return filled


def merge(rows: Rows) -> Rows:
    """Leave blank at the beginning of a row what the row above says too."""
    merged = rows[:1]
    for above, row in pairwise(fill(rows)):
        same = next((i for i, (one, two) in enumerate(zip(above, row, strict=False)) if one != two), 0)
        merged.append([""] * min(same, 2) + row[min(same, 2) :])
    return merged


def numbered(rows: Rows) -> Rows:
    """Give each row a running number."""
    at, last = header_at(rows), 0
    out: Rows = []
    for i, row in enumerate(rows):
        last += (counted := i > at and is_project(row))
        out.append(row if i < at else [("No." if i == at else str(last) if counted else ""), *row])
    return out


def trimmed(rows: Rows) -> Rows:
    """Leave out the blank cells at the end of a row, as some programs do."""
    return [row[: max((i + 1 for i, cell in enumerate(row) if cell), default=1)] for row in rows]


def with_notes(rows: Rows) -> Rows:
    front = [["令和６年４月１日現在"], ["第２部　事業の一覧"], [""]]
    return [*front, *rows, [""], ["※ 事業の内容は、予算の編成により変わることがある。"]]


def translated(rows: Rows, table: dict[int, int]) -> Rows:
    return [[cell.translate(table) for cell in row] for row in rows]


VARIANTS: dict[str, Callable[[Rows], bytes]] = {
    "with commas": lambda rows: written(rows, ",").encode(),
    "with semicolons and a mark of the encoding": lambda rows: written(rows, ";").encode("utf-8-sig"),
    "all cells in quotes": lambda rows: written(rows, ",", "\r\n", quoted=True).encode(),
    "in UTF-16": lambda rows: written(rows, line_end="\r\n").encode("utf-16"),
    "in code page 932": lambda rows: written(rows, ",", "\r\n").encode("cp932", "ignore"),
    "merged cells filled": lambda rows: written(body(rows, fill)).encode(),
    "equal cells merged": lambda rows: written(body(rows, merge)).encode(),
    "numbered": lambda rows: written(numbered(rows)).encode(),
    "without the blanks at line ends": lambda rows: written(trimmed(rows), ",").encode(),
    "with a blank column in front": lambda rows: written([["", *row] for row in rows], ",").encode(),
    "between titles and notes": lambda rows: written(with_notes(rows)).encode(),
    "digits of full width": lambda rows: written(translated(rows, FULL_WIDTH)).encode(),
    "digits of half width": lambda rows: written(translated(rows, HALF_WIDTH)).encode(),
}
EACH = 8
"""Of the variants of a list every eighth is tried, of the next list the ones beside them: all would take too long."""
CASES = [
    (variant, name)
    for i, name in enumerate(sorted(set(CLEAN) - set(SMALL) - set(KNOWN) - set(RIGHT)))
    for j, variant in enumerate(VARIANTS)
    if (i + j) % EACH == 0
]


@pytest.mark.parametrize(("variant", "name"), CASES)
def test_nothing_is_found_in_a_variant(variant: str, name: str) -> None:
    document = dxlist.parse(VARIANTS[variant](rows_of(CLEAN[name])), stem=name.partition(".")[0])
    checked = check_lists([(name, document)], chosen_rules())
    found = [
        (one.rule.code, one.found.place.line, one.found.message.en) for one in at_least(checked.findings, "warning")
    ]
    assert found == []

"""Text to physical rows: delimiters found, quoted line breaks kept together, stray quotes kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxlist.reading.plain.delimited import find_delimiter, text_to_rows

ROWS = [
    # name, text, delimiter, [(line, last_line, cells)]
    ("plain", "a\tb\n", "\t", [(1, 1, ("a", "b"))]),
    ("no line end at the end", "a\tb\nc\td", "\t", [(1, 1, ("a", "b")), (2, 2, ("c", "d"))]),
    ("CRLF", "a\tb\r\nc\td\r\n", "\t", [(1, 1, ("a", "b")), (2, 2, ("c", "d"))]),
    ("quoted line break", 'a\t"b\nc"\nd\te\n', "\t", [(1, 2, ("a", "b\nc")), (3, 3, ("d", "e"))]),
    ("quoted CRLF becomes LF", 'a\t"b\r\nc"\r\n', "\t", [(1, 2, ("a", "b\nc"))]),
    ("quoted comma", '"1,000",b\n', ",", [(1, 1, ("1,000", "b"))]),
    ("doubled quote", '"a ""b"" c",d\n', ",", [(1, 1, ('a "b" c', "d"))]),
    ("quote that closes within the cell is text", '"満足"と回答\tb\n', "\t", [(1, 1, ('"満足"と回答', "b"))]),
    ("quote within a cell is text", '5"画面\tb\n', "\t", [(1, 1, ('5"画面', "b"))]),
    ("stray quote does not swallow rows", '"a\tb\nc\td\n', "\t", [(1, 1, ('"a', "b")), (2, 2, ("c", "d"))]),
    ("stray quote before a quoted cell", '"a\tb\nc\t"d"\n', "\t", [(1, 1, ('"a', "b")), (2, 2, ("c", "d"))]),
    ("empty quoted cell", 'a\t""\tb\n', "\t", [(1, 1, ("a", "", "b"))]),
    ("three lines in a cell", 'a\t"b\nc\nd"\te\n', "\t", [(1, 3, ("a", "b\nc\nd", "e"))]),
]


@pytest.mark.parametrize(("name", "text", "delimiter", "rows"), ROWS, ids=[row[0] for row in ROWS])
def test_text_to_rows(name: str, text: str, delimiter: str, rows: list[tuple[int, int, tuple[str, ...]]]) -> None:
    found = text_to_rows(text.splitlines(keepends=True), delimiter)
    assert [(row.line, row.last_line, row.cells) for row in found] == rows, name


@pytest.mark.parametrize(
    ("lines", "delimiter"),
    [
        (["分野\t項目\t担当課", "1,000\ta\tb"], "\t"),
        (["分野,項目,担当課"], ","),
        (["a;b;c"], ";"),
        (["ただの文"], "\t"),
    ],
)
def test_delimiter_is_found(lines: list[str], delimiter: str) -> None:
    assert find_delimiter(lines) == delimiter


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\t\0"), max_size=12)


@given(st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=8))
def test_no_letter_is_lost_and_lines_count_on(rows: list[list[str]]) -> None:
    lines = ["\t".join(cells) + "\n" for cells in rows]
    found = list(text_to_rows(lines, "\t"))
    assert [line for row in found for line in range(row.line, row.last_line + 1)] == list(range(1, len(rows) + 1))
    assert "".join("".join(row.cells) for row in found).replace('"', "") == "".join("".join(c) for c in rows).replace(
        '"', ""
    )

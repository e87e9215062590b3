r"""Quotes as files of other programs write them: blanks beside them, ``\"``, only where needed, ``="0012"``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dxlist.reading.plain.delimited import find_delimiter, position_in_row, quoting_of, text_to_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from dxlist.model.stages import PhysicalRow

ROWS = [
    ("分野", "項目", "担当課", "事業名", "指標"),
    ("1 くらし", "1(1) 窓口", "市民部 市民課", "書かない窓口事業", "来庁者について、12,000人を目標とする。"),
    ("", "", "福祉部　高齢課", '見守り"あんしん"事業', "訪問は、1,400回"),
    ("2 産業", "2(1) 農業", "農林部 農政課", "スマート農業", "参加者；24名\n面積、1,250ha"),
    ("", "2(2) 観光", "商工部", "案内板", ""),
    ("", "", "", "駅前 Wi-Fi", "“つながる”街; 接続は 3,000回"),
]


def double(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def backslash(text: str) -> str:
    return '"' + text.replace('"', r"\"") + '"'


def where_needed(text: str) -> str:
    return double(text) if any(mark in text for mark in ',;"\n') else text


def everywhere(joint: str, quote: Callable[[str], str] = double, end: str = "\n") -> str:
    return "".join(joint.join(map(quote, row)) + end for row in ROWS)


LAYOUTS = {
    "touching": everywhere(","),
    "blank behind the delimiter": everywhere(", "),
    "blank before the delimiter": everywhere(" ,"),
    "blanks on both sides": everywhere(" , "),
    "two blanks": everywhere(",  "),
    "ideographic blank": everywhere(",\u3000"),
    "no-break blank": everywhere(",\u00a0"),
    "tab behind the comma": everywhere(",\t"),
    "blank at the line end": everywhere(",", end=" \n"),
    "blank behind and at the line end": everywhere(", ", end="  \r\n"),
    "semicolon": everywhere(";"),
    "semicolon and blank": everywhere("; "),
    "bar between blanks": everywhere(" | "),
    "backslash": everywhere(",", backslash),
    "backslash and blanks": everywhere(" , ", backslash),
    "semicolon, blank and backslash": everywhere("; ", backslash),
    "quotes only where needed": everywhere(",", where_needed),
    "blank, quotes only where needed": everywhere(", ", where_needed),
    "blank before, quotes only where needed": everywhere(" ;", where_needed),
    "one row without the blanks": everywhere(", ").replace('事業", ', '事業",').replace(', "見守り', ',"見守り'),
    "one row with blanks": everywhere(",").replace('市民課","', '市民課", "').replace('窓口事業","', '窓口事業", "'),
}


def read(text: str) -> list[PhysicalRow]:
    lines = text.splitlines(keepends=True)
    delimiter = find_delimiter(lines)
    return list(text_to_rows(lines, delimiter, quoting_of(lines, delimiter)))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_cells(layout: str) -> None:
    found = [row.cells for row in read(LAYOUTS[layout])]
    if "only where needed" in layout:  # the blank of a cell without quotes is the cell's own, and is trimmed later
        found = [tuple(cell.strip() for cell in cells) for cells in found]
    assert found == ROWS


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_row_is_kept_as_it_was_written_and_every_letter_found_in_it(layout: str) -> None:
    text = LAYOUTS[layout]
    lines = text.splitlines()
    delimiter = find_delimiter(lines)
    for row in read(text):
        written = "\n".join(lines[row.line - 1 : row.last_line])
        assert (row.written or delimiter.join(row.cells)).replace("\r\n", "\n") == written
        for cell, letters in enumerate(row.cells, 1):
            for at, letter in enumerate(letters):
                line, column = position_in_row(row, delimiter, cell, at)
                assert f"{lines[line - 1]}\n"[column - 1].replace("\\", '"') == letter


TEXTS = [
    ("a lone text in quotes behind a blank", '"甲","乙","丙"\n"い", "満足した",は\n', ("い", ' "満足した"', "は")),
    ("a text in quotes among plain ones", '甲,乙,丙\nい, "満足した",は\n', ("い", ' "満足した"', "は")),
    ("a lone cell that needs its quotes", '"甲","乙","丙"\n"い", "1,200件" ,"は"\n', ("い", "1,200件", "は")),
    ("a lone backslash before a quote", '甲,乙,丙\nい,"\\"満足\\"と回答",は\n', ("い", '"満足"と回答', "は")),
    ("a folder ends in a backslash", '"甲","乙","丙"\n"C:\\","ろ","は"\n', ("C:\\", "ろ", "は")),
    ("backslashes of a folder stay", '"甲","乙","丙"\n"\\\\共有\\","ろ \\"に\\"","は"\n', ("\\\\共有\\", '"ろ \\"に\\""', "は")),
    ("a text begins with a blank", '"甲", "乙", "丙"\n"い", "　字下げ", " は "\n', ("い", "　字下げ", " は ")),
    ("a quote that never closes", '甲,乙,丙\n"い,ろ,は\nに,ほ,へ\n', ('"い', "ろ", "は")),
    ("nor behind a blank", '"甲", "乙", "丙"\n"い", "ろ, は\nに,ほ,へ\n', ("い", ' "ろ', " は")),
    ("two stray quotes hold no rows together", '甲,乙,丙\nい,ろ,"は\nに,ほ",へ\n', ("い", "ろ", '"は')),
    ("a number that stays a text", '甲,乙,丙\n="0012",ろ,="1,200"\n', ("0012", "ろ", "1,200")),
    ("the same within quotes", '"甲","乙","丙"\n"=""0012""","ろ","=""は"""\n', ("0012", "ろ", "は")),
    ("a formula is a text", "甲,乙,丙\n=SUM(A1:A2),=1,は\n", ("=SUM(A1:A2)", "=1", "は")),
    ("quotes of print are letters", "甲,乙,丙\n“い”,'ろ',「は」\n", ("“い”", "'ろ'", "「は」")),
    ("inches", '"甲", "乙", "丙"\n5" 画面, 3", "は"\n', ('5" 画面', ' 3"', "は")),
    ("two texts in quotes in a cell", '甲, 乙, 丙\nい, "ろ"と"は", に\n', ("い", ' "ろ"と"は"', " に")),
    ("tab and blank", '"甲"\t "乙"\t "丙"\n"い"\t "ろ"\t "は"\n', ("い", "ろ", "は")),
    ("a tab is never within quotes", '"甲" \t"乙" \t"丙"\n"い" \t"ろ\tは\n', ("い", '"ろ', "は")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "cells"), TEXTS, ids=[row[0] for row in TEXTS])
def test_nothing_but_the_quotes_of_the_file_is_taken(name: str, text: str, cells: tuple[str, ...]) -> None:
    row = read(text)[1]
    assert row.cells == cells, name


def test_a_quoted_cell_with_line_breaks_and_blanks_beside_it_is_one_row() -> None:
    rows = read('"甲" , "乙" , "丙"\n"い" , "一行目、\n二行目" , "は"\n"に" , "ほ" , "へ"\n')
    assert [(row.line, row.last_line, row.cells[1]) for row in rows] == [
        (1, 1, "乙"), (2, 3, "一行目、\n二行目"), (4, 4, "ほ"),
    ]  # fmt: skip


LETTERS = st.text(st.sampled_from('あ1 　,;"\\=|“\n'), max_size=6)


@settings(suppress_health_check=[HealthCheck.too_slow])  # the first draw of a busy machine
@given(
    st.lists(st.tuples(LETTERS, LETTERS, LETTERS), min_size=3, max_size=6),
    st.sampled_from([",", ", ", " ,", " , ", "; ", ",\u3000"]),
)
def test_what_is_quoted_comes_back(rows: list[tuple[str, str, str]], joint: str) -> None:
    rows = [("甲", "乙", "丙"), *(row for row in rows if not any("\\" in c or c.startswith('="') for c in row))]
    text = "".join(joint.join(map(double, row)) + "\n" for row in rows)
    lines = text.splitlines(keepends=True)
    delimiter = joint.strip()
    assert [row.cells for row in text_to_rows(lines, delimiter, quoting_of(lines, delimiter))] == rows

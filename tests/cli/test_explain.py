"""``dxlist explain``: the trail of a line, whatever its kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.runs import SMALL, call, run, write
from tests.cli.terminal import lines_of, see, width_of
from tests.lists import SHIPPED, ids_of

if TYPE_CHECKING:
    from pathlib import Path


def trail(line: int, path: str = str(SHIPPED), language: str = "en") -> str:
    done = call("explain", path, str(line), language=language)
    assert (done.code, done.err) == (0, "")
    return done.out.decode()


def test_a_row_has_its_cells_columns_and_reasons() -> None:
    text = trail(62)
    assert "kind: body" in text
    assert "place: page 4, list 1" in text
    assert "  cell 4: 企画調整部 デジタル変革課\n    → departments (an office" in text
    assert "confidence: 0." in text
    assert "runner-up: " in text


def test_a_row_tells_what_was_filled_from_where() -> None:
    text = trail(133)
    assert 'departments: filled from line 130 cell 4 "土木部 技術管理課"' in text
    assert "item: line 133 cell 2+3" in text


def test_a_row_tells_its_repairs() -> None:
    text = trail(62)
    assert "project name: unwrapped: " in text
    assert "field: filled from above: line 60" in text
    assert 'item: code split off: "1(6)\\t" at the head' in text


def test_a_row_that_slid_tells_how_far() -> None:
    assert "1 to the right of its place" in trail(32)


def test_a_row_that_was_cut_tells_what_is_lost() -> None:
    text = trail(102)
    assert "lost at the edge: overview" in text
    assert "overview: not there" in text


def test_a_row_has_its_record() -> None:
    text = trail(15)
    assert "initiative_id: fukushima_r04-221e4e0f" in text
    assert "departments: 土木部 / – / 建設産業室" in text
    assert "plan_only: false" in text


def test_a_leftover_cell_says_why() -> None:
    assert "→ left over: repeats the item" in trail(15)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (1, "kind: blank"),
        (3, "kind: title"),
        (4, "kind: header"),
        (4, "columns that the header names"),
        (20, "kind: header"),
        (21, "事業名又は取組名: project → project name"),
        (20, "line 21: 分野 | 項目 | 担当課 | · | · | · | ·"),
        (20, "分野: level (1 from the top) → field"),
        (
            4,
            "kind of page: printed and damaged (rows slid, 1 of 13 rows): the content of a cell decides beside its place",
        ),
        (32, "kind of page: printed and damaged (cells stand under no header, 16 rows): the content"),
        (166, "kind: body"),
    ],
)
def test_each_line_has_its_kind(line: int, words: str) -> None:
    assert words in trail(line)


def test_a_note_is_shown_as_one(tmp_path: Path) -> None:
    text = trail(4, write(tmp_path / "a.tsv", SMALL + "※ 金額は百万円未満を四捨五入している。\n"))
    assert "kind: note" in text
    assert "text: ※ 金額は百万円未満を四捨五入している。" in text


@pytest.mark.parametrize("line", [4, 5])
def test_a_line_within_a_quoted_cell_belongs_to_its_row(tmp_path: Path, line: int) -> None:
    row = '\t\t総務部 人事課\t研修事業\t"研修を行う。\n庁内で共有する。"\t研修を5回とすることを目標とする。\n'
    text = trail(line, write(tmp_path / "a.tsv", SMALL + row))
    assert "lines 4 to 5 are one row" in text
    assert f"initiative_id: {ids_of(SMALL + row, 'a')[4]}\n" in text
    assert "研修を行う。\\n庁内で共有する。" in text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_line_behind_the_end_is_an_error(language: str) -> None:
    done = call("explain", str(SHIPPED), "167", language=language)
    assert (done.code, done.out) == (2, b"")
    assert f"{SHIPPED}:167: " in done.err
    assert "166" in done.err


@pytest.mark.parametrize("arguments", [(str(SHIPPED), "0"), (str(SHIPPED), "x"), (str(SHIPPED),)])
def test_what_is_no_line_is_a_usage_error(arguments: tuple[str, ...]) -> None:
    assert call("explain", *arguments).code == 2


def test_the_trail_speaks_japanese() -> None:
    text = trail(62, language="ja")
    assert "種類: 本体" in text
    assert "→ 担当課（部署名、見出し「事業名又は取組名」の下、" in text
    assert "60行目 セル1 から補った" in text
    assert "次の候補" in text


def test_standard_input_and_an_encoding_are_taken() -> None:
    done = run("explain", "-", "2", "--encoding", "cp932", stdin=SMALL.encode("cp932"))
    assert done.code == 0
    assert f"initiative_id: {ids_of(SMALL, 'stdin')[2]}\n" in done.out.decode()


def test_an_unreadable_list_is_an_error(tmp_path: Path) -> None:
    done = call("explain", write(tmp_path / "a.tsv", ""), "1")
    assert done.code == 2
    assert "the file is empty" in done.err


def test_control_characters_are_shown_and_not_sent(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv", SMALL + "\t\t総務部 人事課\t[red]事業\x1b[31m\t研修を行う。\t研修を5回とする。\n")
    text = trail(4, path)
    assert "[red]事業\\x1b[31m" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_trail_of_a_line_fits_the_terminal_and_nothing_is_cut(width: int) -> None:
    text = see("explain", str(SHIPPED), "62", width=width, DXLIST_LANG="ja")
    lines = lines_of(text)
    assert max(map(width_of, lines)) <= width
    overview = "市町村におけるAI、RPA等の先端技術の活用によるDX及びデジタル化の取組を財政支援する。"
    assert overview in re.sub(r"\s", "", "".join(lines))

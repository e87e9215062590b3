"""What stands on the screen of a terminal: whole words, columns that begin in one cell, marks beneath what they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.runs import FIRST, HEADER, SMALL, run, write
from tests.cli.terminal import INTERRUPT, WIDTH, Place, Screen, Terminal, look, width_of
from tests.projects.dedupe_lists import SUGGESTING
from tests.query.lists import NORMALISED

if TYPE_CHECKING:
    from pathlib import Path

LIST = str(NORMALISED)
LEFT_OVER = "1(1) 手続\t1(1) 手続\t総務部 人事課\t研修事業\t研修を行い、職員の力を高める。\t研修を5回とする。\n"
TWO_OF_EACH = SMALL + "\t\t手当\t調査\t総務部\t\n\t\t修繕\t点検\t福祉部\t\n" + 2 * LEFT_OVER
"""Lines 4 and 5 are doubtful, 6 and 7 have a cell too many."""


def rows_of(screen: Screen, labels: list[str], below: int = 0) -> list[str]:
    """Return what stands beside labels that follow each other; all of it begins in one cell."""
    place = screen.find(f"  {labels[0]} ", below)
    beside = re.search(r" {2,}\S", screen.lines[place.line].strip())
    assert beside
    cell = 2 + width_of(screen.lines[place.line].strip()[: beside.end() - 1])
    found, seen = list[str](), list[str]()
    for number, line in enumerate(screen.lines[place.line :], place.line):
        seen += filter(None, [screen.at(Place(number, 0), cell).strip()])
        if seen != labels[: len(seen)] or not line.startswith("  "):
            break
        found.append(screen.at(Place(number, cell), WIDTH))
        assert found[-1], line
        assert not found[-1].startswith(" "), line
    assert seen[: len(labels)] == labels
    return found


SUMMARIES = {
    "en": (
        ["encoding", "pages", "rows", "repairs", "leftovers", "doubtful rows", "see"],
        ["utf-8", "1 page", "1 row", "code split off 2"],
        [
            "6 rows",
            'line 6 cell 1 "1(1) 手続" repeats the item',
            'line 7 cell 1 "1(1) 手続" repeats the item',
            "line 4 (confidence 0.40), line 5 (confidence 0.40)",
            "dxlist explain two.tsv 4",
        ],
    ),
    "ja": (
        ["文字コード", "ページ", "行", "補正", "どの列にも入らなかったセル", "疑わしい行", "詳しく見る"],
        ["utf-8", "1ページ", "1行", "番号を分けた 2"],
        [
            "6行",
            "6行目、セル1「1(1) 手続」項目と同じ文字の重複",
            "7行目、セル1「1(1) 手続」項目と同じ文字の重複",
            "4行目（確度0.40）、5行目（確度0.40）",
            "dxlist explain two.tsv 4",
        ],
    ),
}


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", SUMMARIES)
def test_the_summary_is_a_table_of_whole_lines(language: str, width: int, tmp_path: Path) -> None:
    write(tmp_path / "one.tsv", HEADER + FIRST)
    write(tmp_path / "two.tsv", TWO_OF_EACH)
    screen = look("parse", "one.tsv", "two.tsv", "-o", "out", width=width, cwd=tmp_path, DXLIST_LANG=language)
    labels, singular, several = SUMMARIES[language]
    assert rows_of(screen, labels[:4]) == singular
    second = screen.find("two.tsv").line
    shown = rows_of(screen, list(labels), second)
    assert [line for line in shown if line in several] == several


MARKED = ["～", "をの", "5000", "サーバ", "①", "A等の 先端技", "手続き"]
"""Parts of single lines that rules of a letter or a word find in the shipped list, in its order."""


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_marks_stand_beneath_what_is_meant(language: str, width: int) -> None:
    screen = look("validate", LIST, "--show", "info", width=width, DXLIST_LANG=language, NO_COLOR="1")
    meant = []
    for number, line in enumerate(screen.lines):
        if marks := re.fullmatch(r" +\| +(\^+)", line):
            meant.append(screen.at(Place(number - 1, marks.start(1)), len(marks[1])))
            assert width_of(meant[-1]) == len(marks[1]), "no mark begins or ends within a letter"
    assert [found for found in dict.fromkeys(meant) if found in MARKED] == MARKED


PAIR = {
    "en": ["rows", "project name", "departments", "item", "overview", "KPI or target"],
    "ja": ["場所", "事業名", "担当課", "項目", "事業概要", "指標・目標"],
}

QUIT = {"en": "q quit: ", "ja": "q やめる: "}
"""How the question of a review ends."""


@pytest.mark.parametrize(("width", "language"), [(60, "ja"), (60, "en"), (80, "ja"), (120, "en")])
def test_a_pair_stands_in_two_columns_beside_its_labels(language: str, width: int, tmp_path: Path) -> None:
    write(tmp_path / "a.tsv", SUGGESTING)
    arguments = ("dedupe", "a.tsv", "--review", "--decisions", "d.toml")
    with Terminal(*arguments, width=width, cwd=tmp_path, DXLIST_LANG=language, NO_COLOR="1") as terminal:
        shown = terminal.answer(QUIT[language], "q\r")
        assert terminal.end()[0] == 0
        screen = terminal.screen
    assert max(map(width_of, shown.splitlines())) <= width
    left, right = (screen.find(f"a:{line}").cell for line in (3, 4))
    assert right - left >= (width - left) // 2 - 2, "both have half of what the labels leave"
    column = [screen.at(Place(number, 0), left).strip() for number in range(len(screen.lines))]
    assert [label for label in column if label in PAIR[language]] == PAIR[language], "no label is broken"
    row = screen.find(PAIR[language][1]).line
    names = [screen.column(Place(row, cell), end - cell) for cell, end in ((left, right), (right, width))]
    assert names == ["統計データ公［開］促進事業", "統計データ公［閞］促進事業"]


def test_a_review_asks_again_until_it_is_answered_and_ctrl_c_leaves_it(tmp_path: Path) -> None:
    write(tmp_path / "a.tsv", SUGGESTING)
    with Terminal("dedupe", "a.tsv", "--review", "--decisions", "d.toml", cwd=tmp_path, NO_COLOR="1") as terminal:
        terminal.answer("q quit: ", "x\r")
        terminal.answer("q quit: ", "d\r")
        terminal.answer("reason (empty: back): ", INTERRUPT)
        code, _ = terminal.end()
        screen = terminal.screen
    assert code == 130
    questions = [line for line in screen.lines if line.startswith("One project? s same, d different, u undo, b back")]
    assert [question.rpartition(": ")[2] for question in questions] == ["x", "d"]
    assert "Nothing was decided." in screen
    assert not (tmp_path / "d.toml").exists()


def test_a_table_of_rows_is_wrapped_within_its_columns() -> None:
    screen = look("query", LIST, "--field", "第4-1", "--limit", "3", width=60, DXLIST_LANG="ja")
    start, end = screen.find("事業名").cell, screen.find("目標").cell
    row = screen.find("53").line
    name = screen.column(Place(row, start), end - start)
    assert name == "デジタル変革(DX)推進事業(オールふくしまDX推進基本設計構築事業)"
    assert screen.column(Place(row, end), 60 - end) == "61.0%2団体(累計)"


def test_bars_are_as_long_as_their_numbers() -> None:
    screen = look("query", LIST, "--group-by", "status", width=60)
    bars = {}
    for line in screen.lines:
        if found := re.match(r"(\w+) +(\d+) +([█▏▎▍▌▋▊▉]+)", line):
            bars[int(found[2])] = 8 * found[3].count("█") + "█▏▎▍▌▋▊▉".index(found[3][-1])
    longest = max(bars.values())
    assert len(bars) == 5, "two kinds have one row each"
    assert {count: round(longest * count / max(bars)) for count in bars} == pytest.approx(bars, abs=1)
    places = [screen.find(bar) for bar in ("██████████", "███▌", "▊", "▍", "▏")]
    assert len({place.cell for place in places}) == 1


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_numbers_of_stats_end_in_one_cell(language: str) -> None:
    screen = look("stats", LIST, DXLIST_LANG=language)
    units = [screen.find(unit) for unit in (" 件 ", " % ", " 団体 ", " 時間 ")]
    rows = [screen.at(Place(place.line, 60), 20).split()[-2:] for place in units]
    assert rows == [["22", "21"], ["18", "16"], ["10", "4"], ["5", "5"]]
    assert len({width_of(screen.lines[place.line]) for place in units}) == 1


def test_what_is_shown_of_a_row_stands_in_one_column() -> None:
    screen = look("show", "62", LIST, DXLIST_LANG="ja")
    labels = ["一覧", "場所", "分野", "項目", "担当課", "事業名", "事業の階層", "事業概要", "指標・目標", "指標の種類"]
    shown = rows_of(screen, [*labels, "確度"])
    whole = "市町村におけるAI、RPA等の先端技術の活用によるDX及びデジタル化の取組を財政支援する。"
    assert whole in "".join(shown)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_help_fits_60_cells_and_its_options_begin_in_one(language: str) -> None:
    screen = look("parse", "--help", width=60, DXLIST_LANG=language)
    assert max(map(width_of, screen.lines)) <= 60
    options = ["--output", "--format", "--encoding", "--check", "--strict", "--jobs", "--header", "--bom", "--quiet"]
    texts = {
        "ja": ["元の一覧の文字コード（cp932", "同時に読む一覧の数。"],
        "en": ["Encoding of the lists", "How many lists"],
    }
    assert len({screen.find(text).cell for text in texts[language]}) == 1
    assert [option for option in options if option not in screen] == []


def test_where_nobody_looks_there_is_no_bar(tmp_path: Path) -> None:
    for number in range(6):
        write(tmp_path / "lists" / f"{number}.tsv", HEADER + FIRST * 200)
    done = run("parse", "lists", "--output", "out", "--format", "jsonl", cwd=tmp_path)
    assert not re.search("[\x1b\r]|reading|%", done.err)
    assert done.err.count("200 rows") == 6

"""What a person sees on a terminal of 80 cells, and that no list can steer it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dxlist.report.list_summary import summary_line
from dxlist.report.tally import Tally
from dxlist.text.visible import visible
from tests.cli.runs import FIRST, HEADER, SMALL, write
from tests.cli.terminal import EVIL, STYLE, WIDTH, lines_of, see, width_of
from tests.lists import SHIPPED

if TYPE_CHECKING:
    from pathlib import Path

HEADERS = "--select=DX101,DX102"
BAD = f"\t\t\t事業名\t事業概要\t指標（KPI）\n分野\t項目\t担当課\t\t\t\n{FIRST}"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", ("文字コード", "10ページ（表2つ）", "131行", "どの列にも入らなかったセル", "詳しく見る")),
        ("en", ("encoding", "10 pages (2 lists)", "131 rows", "leftovers")),
    ],
)
def test_the_summary_of_a_list_fits_the_terminal(tmp_path: Path, language: str, words: tuple[str, ...]) -> None:
    text = see("parse", str(SHIPPED), "--output", str(tmp_path), DXLIST_LANG=language)
    assert all(word in text for word in words)
    assert "「2(2) キャッシュレス決済の導入」" in text or '"2(2) キャッシュレス決済の導入"' in text
    assert max(map(width_of, lines_of(text))) <= WIDTH
    assert "…" not in text


def test_colour_is_for_terminals_without_no_color(tmp_path: Path) -> None:
    arguments = ("parse", write(tmp_path / "a.tsv"), "--output", str(tmp_path))
    assert STYLE.search(see(*arguments))
    assert not re.search(r"\x1b", see(*arguments, NO_COLOR="1"))


def test_a_list_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv", SMALL + f"\t\t総務部 人事課\t{EVIL}\t研修を行う。\t研修を5回とする。\n")
    recorded = re.sub(r"[\x1b\x07\u202e]", "", EVIL)  # what nobody sees is taken out of a name
    for arguments, shown in (
        (("explain", path, "4"), visible(EVIL)),
        (("parse", path, "--output", "-", "--format", "csv"), recorded),
    ):
        text = see(*arguments, width=1000, NO_COLOR="1")
        assert shown in text
        assert not re.search(r"[\x1b\x07\u202e]", text)


def test_a_leftover_of_a_list_cannot_steer_the_terminal(tmp_path: Path) -> None:
    row = "\t".join(f"{EVIL}{number}" for number in range(12))  # equal cells would be a note
    text = see(
        "parse", write(tmp_path / "a.tsv", f"{SMALL}{row}\n"), "--output", str(tmp_path), "--strict", NO_COLOR="1"
    )
    assert "[red]" in text
    assert not re.search(r"[\x1b\x07\u202e]", text)


def test_a_bar_moves_over_many_lists_and_goes_away(tmp_path: Path) -> None:
    for number in range(6):
        write(tmp_path / "lists" / f"{number}.tsv", HEADER + FIRST * 200)
    text = see("parse", str(tmp_path / "lists"), "--output", str(tmp_path / "out"), "--format", "jsonl")
    assert "reading" in text
    assert "100%" in text
    assert text.count("200 rows") == 6
    assert "reading" not in lines_of(text)[-1]
    assert "6 of 6 lists were read." in text


def test_no_bar_over_one_small_list_and_none_for_the_quiet(tmp_path: Path) -> None:
    assert "reading" not in see("parse", write(tmp_path / "a.tsv"), "--output", str(tmp_path))
    assert see("parse", write(tmp_path / "a.tsv"), "--output", str(tmp_path), "--quiet") == ""


def test_an_encoding_that_is_a_close_call_is_said() -> None:
    line = summary_line("a.tsv", Tally("cp932", encoding_rival="euc_jis_2004", rows=1, pages=1))
    assert "try --encoding euc_jis_2004" in line.en
    assert "--encoding euc_jis_2004 を試してください" in line.ja


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [50, 80])
def test_the_report_of_validate_fits_the_terminal_whatever_is_found(width: int, language: str) -> None:
    lines = lines_of(see("validate", str(SHIPPED), "--show", "info", width=width, DXLIST_LANG=language))
    assert max(map(width_of, lines)) <= width
    assert any("DX101" in line for line in lines)
    assert {"ja": "ルールの説明: dxlist rules DX107", "en": "What a rule means: dxlist rules DX107"}[language] in lines
    assert lines[-1].endswith({"ja": "直せます。", "en": "look at."}[language])


def test_colour_of_validate_is_for_terminals_without_no_color(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv", BAD)
    coloured, plain = see("validate", HEADERS, path), see("validate", HEADERS, path, NO_COLOR="1")
    assert STYLE.search(coloured)
    assert "\x1b" not in plain
    assert lines_of(coloured) == lines_of(plain)


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif", "junit"])
def test_no_format_of_validate_steers_the_terminal(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / f"a[red]{chr(27)}[31m.tsv", BAD.replace("電子申請推進事業", EVIL))
    text = see("validate", path, "--show", "info", "--format", name, width=1000, NO_COLOR="1")
    assert "DX101" in text
    assert not re.search(r"[\x1b\x07\u202e]", text)


@pytest.mark.parametrize(("width", "language"), [(60, "ja"), (60, "en"), (80, "ja"), (120, "en")])
@pytest.mark.parametrize("command", [("show", "62"), ("stats",)], ids=["show", "stats"])
def test_nothing_of_show_and_stats_is_cut(width: int, language: str, command: tuple[str, ...]) -> None:
    text = see(*command, str(SHIPPED), width=width, DXLIST_LANG=language)
    assert max(map(width_of, lines_of(text))) <= width
    assert "…" not in text.replace("「…", "").replace("…」", "").replace('"…', "").replace('…"', "")

"""What a person sees on a terminal of 80 cells, and that no list can steer it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import unicodedata
from typing import TYPE_CHECKING

import pytest

from dxlist.cli.screen import visible
from dxlist.report.list_summary import summary_line
from dxlist.report.tally import Tally
from dxlist.report.wrapping import cells, wrap
from tests.cli_runs import DXLIST, FIRST, HEADER, SHIPPED, SMALL, environment, write

if TYPE_CHECKING:
    from pathlib import Path

STYLE = re.compile(r"\x1b\[[0-9;]*m")
WIDTH = 80
EVIL = "[red]事業[/]\x1b]0;title\x1b\\\x1b[31m\u202e名"


def see(*arguments: str, width: int = WIDTH, **wanted: str) -> str:
    """Run ``dxlist`` with standard output and standard error on a terminal and return what it was sent."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    settings = environment(TERM="xterm-256color", **wanted)
    process = subprocess.Popen(
        [*DXLIST, *arguments], stdin=subprocess.DEVNULL, stdout=slave, stderr=slave, env=settings
    )
    os.close(slave)
    sent = b""
    try:
        while block := os.read(master, 65536):
            sent += block
    except OSError:  # the other end is closed
        pass
    os.close(master)
    process.wait(30)
    return sent.decode().replace("\r\n", "\n")


def lines_of(text: str) -> list[str]:
    return STYLE.sub("", text).splitlines()


def width_of(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", ("文字コード", "10頁（一覧2つ）", "131行", "残ったセル", "詳しく見る")),
        ("en", ("encoding", "10 pages (2 lists)", "131 rows", "leftovers")),
    ],
)
def test_the_summary_of_a_list_fits_the_terminal(tmp_path: Path, language: str, words: tuple[str, ...]) -> None:
    text = see("parse", str(SHIPPED), "--output", str(tmp_path), DXLIST_LANG=language)
    assert all(word in text for word in words)
    assert "「2(2) キャッシュレス決済の導入」" in text or '"2(2) キャッシュレス決済の導入"' in text
    assert max(map(width_of, lines_of(text))) <= WIDTH
    assert "…" not in text


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_trail_of_a_line_fits_the_terminal_and_nothing_is_cut(width: int) -> None:
    text = see("explain", str(SHIPPED), "62", width=width, DXLIST_LANG="ja")
    lines = lines_of(text)
    assert max(map(width_of, lines)) <= width
    overview = "市町村におけるAI、RPA等の先端技術の活用によるDX及びデジタル化の取組を財政支援する。"
    assert overview in re.sub(r"\s", "", "".join(lines))


def test_colour_is_for_terminals_without_no_color(tmp_path: Path) -> None:
    arguments = ("parse", write(tmp_path / "a.tsv"), "--output", str(tmp_path))
    assert STYLE.search(see(*arguments))
    assert not re.search(r"\x1b", see(*arguments, NO_COLOR="1"))


def test_a_list_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv", SMALL + f"\t\t総務部 人事課\t{EVIL}\t研修を行う。\t研修を5回とする。\n")
    shown = visible(EVIL)
    for arguments in (("explain", path, "4"), ("parse", path, "--output", "-", "--format", "csv")):
        text = see(*arguments, width=1000, NO_COLOR="1")
        assert shown in text
        assert not re.search(r"[\x1b\x07\u202e]", text)


def test_a_leftover_of_a_list_cannot_steer_the_terminal(tmp_path: Path) -> None:
    row = f"{EVIL}\t" * 12
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


@pytest.mark.parametrize("width", [10, 24, 61])
def test_wrapping_loses_nothing_but_blanks(width: int) -> None:
    text = "電子申請システム（LoGoフォーム）を運用し、https://example.jp/a/very/long/address を 使う。"
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line[0] in "、。）" for line in lines)

"""What a person sees of ``dxlist validate`` on a terminal, and that no list can steer it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli_runs import FIRST, SHIPPED, write
from tests.test_cli_terminal import EVIL, STYLE, lines_of, see, width_of

if TYPE_CHECKING:
    from pathlib import Path

HEADERS = "--select=DX101,DX102"
BAD = f"\t\t\t事業名\t事業概要\t指標（KPI）\n分野\t項目\t担当課\t\t\t\n{FIRST}"


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [50, 80])
def test_the_report_fits_the_terminal_whatever_is_found(width: int, language: str) -> None:
    lines = lines_of(see("validate", str(SHIPPED), "--show", "info", width=width, DXLIST_LANG=language))
    assert max(map(width_of, lines)) <= width
    assert any("DX101" in line for line in lines)
    assert (
        lines[-1]
        == {"ja": "検査の説明: dxlist rules", "en": "What a rule means: dxlist rules"}[language] + lines[-1][-6:]
    )


def test_colour_is_for_terminals_without_no_color(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv", BAD)
    coloured, plain = see("validate", HEADERS, path), see("validate", HEADERS, path, NO_COLOR="1")
    assert STYLE.search(coloured)
    assert "\x1b" not in plain
    assert lines_of(coloured) == lines_of(plain)


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif", "junit"])
def test_a_list_cannot_steer_the_terminal(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / f"a[red]{chr(27)}[31m.tsv", BAD.replace("電子申請推進事業", EVIL))
    text = see("validate", path, "--show", "info", "--format", name, width=1000, NO_COLOR="1")
    assert "DX101" in text
    assert not re.search(r"[\x1b\x07\u202e]", text)

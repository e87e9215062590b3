"""``dxlist.validate``: findings for programs, from whatever a list comes as."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import dxlist
from tests.cli.runs import FIRST, SMALL, write

if TYPE_CHECKING:
    from pathlib import Path

BAD = f"\t\t\t事業名\t事業概要\t指標（KPI）\n分野\t項目\t担当課\t\t\t\n{FIRST}"


def test_documents_paths_and_bytes_give_the_same_findings(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    write(path, BAD)
    document = dxlist.parse(path)
    (tmp_path / "b.json").write_text(document.to_json(), encoding="utf-8")
    given = (path, str(path), BAD.encode(), document, tmp_path / "b.json")
    found = [dxlist.validate(origin, select=["DX101"]) for origin in given]
    assert [[(one.code, one.line, one.severity) for one in of_one] for of_one in found] == [
        [("DX101", 1, "warning")]
    ] * 5
    assert [of_one[0].file for of_one in found] == [str(path), str(path), "list", "a", str(tmp_path / "b.json")]


def test_rules_are_chosen_and_messages_are_in_the_language_that_was_asked_for() -> None:
    assert dxlist.validate(BAD.encode(), select="DX1", ignore="DX101") == []
    (found,) = dxlist.validate(BAD.encode(), select="DX101", language="ja")
    assert found.message.startswith("見出しが2行")
    with pytest.raises(dxlist.DxlistError, match="DX999"):
        dxlist.validate(SMALL.encode(), select=["DX999"])


def test_lists_are_checked_together_and_told_apart_by_their_ids(tmp_path: Path) -> None:
    write(tmp_path / "a.tsv", BAD)
    write(tmp_path / "b.tsv", BAD)
    found = dxlist.validate(tmp_path / "a.tsv", tmp_path / "b.tsv", select=["DX101"])
    assert [one.file for one in found] == [str(tmp_path / "a.tsv"), str(tmp_path / "b.tsv")]
    with pytest.raises(ValueError, match="two lists are called a"):
        dxlist.validate(dxlist.parse(tmp_path / "a.tsv"), dxlist.parse(tmp_path / "a.tsv"))
    with pytest.raises(ValueError, match="two lists are called"):
        dxlist.validate(tmp_path / "a.tsv", tmp_path / "a.tsv")


def test_a_list_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(dxlist.DxlistError, match="there is no such file"):
        dxlist.validate(tmp_path / "none.tsv")

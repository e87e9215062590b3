"""``dxlist rules``: the table, one page, formats, and codes that stand for nothing."""

import json

import pytest

from dxlist.report.wrapping import cells
from dxlist.rules.registry import all_rules
from tests.cli.runs import call, run

CODES = list(all_rules())


@pytest.mark.parametrize(("language", "word"), [("ja", "警告"), ("en", "warning")])
def test_the_table_names_every_rule_within_80_cells(language: str, word: str) -> None:
    done = call("rules", language=language)
    lines = done.out.decode().splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  DX")] == CODES
    assert any(word in line for line in lines)
    assert max(map(cells, lines)) <= 80


@pytest.mark.parametrize("asked", ["DX101", "dx101", "header-over-several-lines"])
def test_one_rule_is_shown_whole(asked: str) -> None:
    text = call("rules", asked).out.decode()
    assert text.startswith("DX101 header-over-several-lines (warning)")
    assert "L1-05 (2020: 1-6)" in text
    assert "|||事業名|事業概要|指標（KPI）" in text
    assert "dxlist validate --ignore DX101" in text


def test_a_family_is_a_table() -> None:
    lines = call("rules", "DX1").out.decode().splitlines()
    assert [line.split()[0] for line in lines[1:-3]] == [code for code in CODES if code.startswith("DX1")]
    assert lines[-2] == "In brackets: in how many published lists the rule found something right."
    assert lines[-1] == "[*]: dxlist validate --fix mends it."
    assert [line.split()[0] for line in lines if line.endswith(" [*]")] == ["DX117", "DX127"]


def test_the_page_of_a_rule_says_in_which_lists_it_found_what() -> None:
    text = call("rules", "DX203").out.decode()
    assert "Fukushima Prefecture: projects of its plan for digitalisation (2022), line 42:" in text
    assert "Ofunato City: evaluation of its projects (2025), row 287 of the sheet: がを" in text
    records = json.loads(call("rules", "DX203", "--format", "json", language="ja").out)
    assert [witness["place"] for witness in records[0]["witnesses"]] == ["42行目", "シートの287行目"]
    assert (
        "- 大船渡市 令和7年度事務事業評価、シートの287行目「がを」"
        in call("rules", "DX203", "--format", "markdown", language="ja").out.decode()
    )


def test_json_holds_every_page() -> None:
    records = json.loads(call("rules", "--format", "json", language="ja").out)
    assert [record["code"] for record in records] == CODES
    assert all(record["text"] and record["examples"] for record in records)


def test_markdown_has_a_heading_for_each_rule() -> None:
    text = call("rules", "--format", "markdown").out.decode()
    assert [line.split()[1] for line in text.splitlines() if line.startswith("### ")] == CODES


def test_a_code_that_stands_for_nothing_is_said() -> None:
    done = run("rules", "DX999", DXLIST_LANG="ja")
    assert (done.code, done.out) == (2, b"")
    assert "DX999: この番号で始まるルールはありません。" in done.err


def test_a_full_width_code_is_the_code() -> None:
    assert run("rules", "ＤＸ２０３").out == run("rules", "DX203").out

"""``dxlist stats`` as it is typed."""

import json
from pathlib import Path

import pytest

from dxlist.report.wrapping import cells
from tests.cli.runs import FIRST, HEADER, SMALL, call, write
from tests.query.lists import NORMALISED

LIST = str(NORMALISED)


def test_stats_is_one_screen_of_the_list() -> None:
    text = call("stats", LIST, language="ja").out.decode()
    assert "131行、事業111件（複数の行にある事業の行 28）、目標98件、10ページ、表2つ" in text
    assert "疑わしい行 0、どの列にも入らなかったセル 1" in text
    assert text.count("\n") <= 35
    assert max(map(cells, text.splitlines())) <= 80
    for words in ("分野", "部局", "指標の種類", "目標の単位", "企画調整部", "数値目標", "ほか5（--all）"):
        assert words in text


def test_all_leaves_nothing_out() -> None:
    text = call("stats", LIST, "--all", language="ja").out.decode()
    assert "ほか" not in text
    assert "病院局" in text
    assert "円/kg" in text


def test_stats_for_programs() -> None:
    found = json.loads(call("stats", LIST, "--format", "json").out)
    assert (found["rows"], found["projects"], found["targets"], found["parts"]) == (131, 111, 98, 2)
    assert sum(one["rows"] for one in found["by_status"]) == 131
    assert set(found["findings"]["by_severity"]) <= {"error", "warning", "info"}
    assert sum(found["findings"]["by_code"].values()) == sum(found["findings"]["by_severity"].values())


def test_stats_of_several_lists_are_of_all_together(tmp_path: Path) -> None:
    one, other = write(tmp_path / "one.tsv"), write(tmp_path / "other.tsv", SMALL.replace("電子申請", "電子入札"))
    found = json.loads(call("stats", one, other, "--format", "json").out)
    assert (found["rows"], found["parts"], len(found["names"])) == (4, 2, 2)


@pytest.mark.parametrize(("language", "more"), [("ja", "ほか2件の一覧"), ("en", "and 2 more lists")])
def test_of_many_lists_three_are_named_and_the_rest_is_counted(language: str, more: str, tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{name}.tsv", SMALL) for name in "abcde"]
    assert call("stats", *paths, language=language).out.decode().splitlines()[:4] == ["a", "b", "c", more]
    assert call("stats", *paths[:3], language=language).out.decode().splitlines()[3].startswith(("6行", "6 rows"))


def test_stats_of_nothing_readable_is_2(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("[]", encoding="utf-8")
    done = call("stats", str(bad))
    assert (done.code, done.out) == (2, b"")


def test_one_of_each_is_said_in_the_singular(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{name}.tsv", HEADER + FIRST) for name in "abcd"]
    text = " ".join(call("stats", paths[0]).out.decode().split())
    assert "1 row of 1 project (0 rows of projects in several rows), 1 target, 1 page, 1 list" in text
    assert "findings: 0 errors, 0 warnings, 0 infos (dxlist validate)" in text
    assert call("stats", *paths).out.decode().splitlines()[3] == "and 1 more list"
    plain = write(tmp_path / "plain.tsv", (HEADER + FIRST).replace("\t1(1) ", "\t"))
    assert ": 1 row; 1 page; utf-8; 1 repair -> " in call("parse", plain, "-o", str(tmp_path / "made")).err
    assert "the list has only 2 lines." in call("explain", paths[0], "9").err
    some = call("query", "--group-by", "department", "--limit", "1", write(tmp_path / "two.tsv", SMALL)).err
    assert some == "1 of 2 groups (of 2 rows of 2 projects in all)\n"

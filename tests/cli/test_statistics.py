"""``dxlist validate --statistics``, and lists that cannot be read in the reports of every format."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from dxlist.cli.formats import FINDINGS, TEXT
from dxlist.exports.format import formats_for
from tests.cli.runs import FIRST, SMALL, call, write

BROKEN_HEADER = "\t\t\t事業名\t事業概要\t指標（KPI）\n分野\t項目\t担当課\t\t\t\n"
SLIP = "\t\t総務課\t庁舎管理事業\t庁舎をの点検し、設備をの更新する。\t点検した設備を20台とすることを目標とする。\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    write(Path("data/raw/a.tsv"), BROKEN_HEADER + FIRST + SLIP)
    write(Path("data/raw/b.tsv"), SMALL + SLIP)
    write(Path("data/raw/c.tsv"), SMALL)


@pytest.mark.parametrize(("language", "head"), [("ja", "一覧"), ("en", "list")])
def test_the_counts_of_each_list_and_of_each_rule_stand_in_place_of_the_findings(language: str, head: str) -> None:
    done = call("validate", "--select=DX101,DX203", "--statistics", language=language)
    lines = done.out.decode().splitlines()
    assert done.code == 1
    assert lines[0].split()[0] == head
    assert [line.split() for line in lines[2:5]] == [
        ["data/raw/a.tsv", "0", "3", "0"],
        ["data/raw/b.tsv", "0", "2", "0"],
        ["data/raw/c.tsv", "0", "0", "0"],
    ]
    assert [line.split()[::2][:2] for line in lines[7:9]] == [["DX101", "1"], ["DX203", "4"]]
    assert "庁舎" not in done.out.decode()


def test_the_counts_of_one_list_have_no_table_of_lists() -> None:
    lines = call("validate", "--select=DX203", "--statistics", "data/raw/b.tsv").out.decode().splitlines()
    assert lines[0].split()[0] == "code"


def test_infos_are_counted_unless_they_are_not_to_be_shown() -> None:
    assert "DX120" in call("validate", "--statistics", "data/raw/b.tsv").out.decode()
    assert "DX120" not in call("validate", "--statistics", "--show=warning", "data/raw/b.tsv").out.decode()


def test_the_counts_as_a_table_are_those_of_each_list() -> None:
    done = call("validate", "--select=DX101,DX203", "--statistics", "--format=csv", "missing.tsv", "data/raw")
    rows = list(csv.DictReader(StringIO(done.out.decode())))
    assert [(row["file"], row["document_id"], row["code"], row["severity"], row["finding_count"]) for row in rows] == [
        ("missing.tsv", "", "unreadable-list", "error", "1"),
        ("data/raw/a.tsv", "a", "DX101", "warning", "1"),
        ("data/raw/a.tsv", "a", "DX203", "warning", "2"),
        ("data/raw/b.tsv", "b", "DX203", "warning", "2"),
    ]


@pytest.mark.parametrize("name", formats_for("findings"))
def test_a_report_of_a_service_has_no_counts(name: str) -> None:
    done = call("validate", "--statistics", "--format", name)
    assert (done.code, done.out, done.err.count("\n")) == (2, b"", 1)


@pytest.mark.parametrize("name", FINDINGS.about)
@pytest.mark.parametrize(
    "lists", [("missing.tsv",), ("missing.tsv", "data/raw/c.tsv")], ids=["alone", "beside another"]
)
def test_a_list_that_cannot_be_read_stands_in_the_report_of_every_format(name: str, lists: tuple[str, ...]) -> None:
    done = call("validate", "--format", name, "--output=report.out", *lists)
    assert done.code == 2
    if name == TEXT and len(lists) == 1:
        assert not Path("report.out").exists()
    elif name in {TEXT, "xlsx", "parquet"}:
        assert Path("report.out").stat().st_size > 0
    else:
        assert "missing.tsv" in Path("report.out").read_text(encoding="utf-8")


def test_a_list_that_cannot_be_read_is_an_error_of_the_whole_file_among_the_findings() -> None:
    done = call("validate", "--format=jsonl", "missing.tsv")
    (found,) = [json.loads(line) for line in done.out.splitlines()]
    assert (found["code"], found["severity"], found["file"], found["line"]) == (
        "unreadable-list", "error", "missing.tsv", None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "says"), [("ja", "読めなかった一覧が1件あります。"), ("en", "1 list could not be read.")]
)
def test_the_summary_says_that_a_list_was_not_read(language: str, says: str) -> None:
    assert says in call("validate", "missing.tsv", "data/raw/c.tsv", language=language).out.decode()

"""What people made is never written over, in whatever command; what dxlist wrote is replaced without being asked."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.cli.runs import FIRST, HEADER, call, names, write

SIDECAR = 'local_government_code = "070009"\n'
DECISIONS = "# nothing is decided yet\n"
WRITERS = {
    "validate": ("validate", "a.tsv", "b.tsv", "--format", "json", "--fail-on", "never", "--output"),
    "validate --write-baseline": ("validate", "a.tsv", "b.tsv", "--write-baseline"),
    "dedupe": ("dedupe", "a.tsv", "b.tsv", "--decisions", "d.toml", "--format", "csv", "--output"),
    "query": ("query", "a.tsv", "b.tsv", "--format", "csv", "--output"),
    "sql": ("sql", "SELECT line, project_name FROM initiatives", "a.tsv", "b.tsv", "--format", "csv", "--output"),
    "export": ("export", "a.tsv", "b.tsv", "--format", "csv", "--output"),
    "export of a database": ("export", "a.tsv", "b.tsv", "--format", "sqlite", "--output"),
}
KEPT = [
    ("a.tsv", "the list itself"),
    ("./below/../a.tsv", "the list itself"),
    ("link.csv", "the list itself"),
    ("hard.csv", "the list itself"),
    ("a.toml", "the sidecar of a list"),
    ("b.toml", "the sidecar of a list"),
    ("B.TOML", "the sidecar of a list"),
    ("dxlist.toml", "the settings"),
    ("pyproject.toml", "the settings"),
]


@pytest.fixture(autouse=True)
def _at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("a.tsv"))
    write(Path("b.tsv"), HEADER + FIRST)
    write(Path("a.toml"), SIDECAR)
    write(Path("d.toml"), DECISIONS)
    write(Path("dxlist.toml"), 'show = "error"\n')
    Path("below").mkdir()
    Path("link.csv").symlink_to("a.tsv")
    os.link("a.tsv", "hard.csv")


def state() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path().iterdir() if path.is_file()}


@pytest.mark.parametrize("overwrite", [(), ("--overwrite",)], ids=["", "--overwrite"])
@pytest.mark.parametrize(("target", "what"), KEPT)
@pytest.mark.parametrize("writer", WRITERS)
def test_what_a_run_reads_is_never_written_over(
    writer: str, target: str, what: str, overwrite: tuple[str, ...]
) -> None:
    before = state()
    done = call(*WRITERS[writer], target, *overwrite)
    assert (done.code, done.out) == (2, b"")
    assert f"{Path(target)}: writing would replace {what}. Give another name." in done.err
    assert state() == before


def test_decisions_and_a_baseline_are_kept_too() -> None:
    assert call("validate", "a.tsv", "--write-baseline", "known.json").code == 0
    before = state()
    for arguments, what in (
        ((*WRITERS["dedupe"], "d.toml"), "the decisions"),
        (("validate", "a.tsv", "--baseline", "known.json", "-o", "known.json"), "the baseline"),
        (("validate", "a.tsv", "--config", "dxlist.toml", "-o", "dxlist.toml", "-f", "json"), "the settings"),
    ):
        done = call(*arguments, "--overwrite")
        assert done.code == 2
        assert f"writing would replace {what}." in done.err
    assert state() == before
    assert call("validate", "a.tsv", "--baseline", "known.json", "--write-baseline", "known.json").code == 0


BASELINE_TEXT = '{\n  "version": 1,\n  "findings": []\n}\n'
WORKED_ON = {
    "known.json": (BASELINE_TEXT, "the baseline"),
    "sorted.json": (
        '{"findings": [{"code": "DX101", "file": "a", "fingerprint": "1", "message": ""}]}',
        "the baseline",
    ),
    "dec.toml": ('# 決定\n[[same]]\nrows = ["a-0002", "a-0003"]\n', "the decisions"),
    "decisions.toml": (DECISIONS, "the decisions"),
    "short.toml": ('different = [["a-0002", "a-0003"]]\n', "the decisions"),
    "broken.TOML": ('[[different]]\nrows = ["a-0002"\n', "the decisions"),
    "decided": ('[[same]]\r\nrows = ["a-0002", "a-0003"]\r\n', "the decisions"),
}


@pytest.mark.parametrize("overwrite", [(), ("--overwrite",)], ids=["", "--overwrite"])
@pytest.mark.parametrize("target", WORKED_ON)
@pytest.mark.parametrize("writer", WRITERS)
def test_a_baseline_and_decisions_are_known_by_their_content(
    writer: str, target: str, overwrite: tuple[str, ...]
) -> None:
    text, what = WORKED_ON[target]
    Path(target).write_bytes(text.encode())
    done = call(*WRITERS[writer], target, *overwrite)
    if what == "the baseline" and writer == "validate --write-baseline":
        assert done.code == (0 if overwrite or target == "known.json" else 2)
        return
    assert (done.code, done.out) == (2, b"")
    assert done.err == f"error: {target}: writing would replace {what}. Give another name.\n"
    assert Path(target).read_bytes() == text.encode()


@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize("writer", WRITERS)
def test_the_baseline_of_the_settings_is_replaced_by_a_baseline_only(writer: str, *, is_there: bool) -> None:
    write(Path("dxlist.toml"), 'baseline = "below/known"\n')
    if is_there:
        write(Path("below/known"), BASELINE_TEXT)
    done = call(*WRITERS[writer], "below/known", "--overwrite")
    if writer == "validate --write-baseline":
        assert done.code == 0
    else:
        assert done.code == 2
        assert "below/known: writing would replace the baseline. Give another name." in done.err
        assert Path("below/known").exists() == is_there


def test_settings_that_cannot_be_read_stop_no_question() -> None:
    write(Path("dxlist.toml"), "baseline = 1\n")
    assert call(*WRITERS["query"], "answer.csv").code == 0


def test_a_review_does_not_add_to_a_baseline() -> None:
    write(Path("known.json"), BASELINE_TEXT)
    done = call("dedupe", "a.tsv", "b.tsv", "--review", "--decisions", "known.json")
    assert done.code == 2
    assert "known.json: writing would replace the baseline." in done.err


@pytest.mark.parametrize("writer", WRITERS)
def test_a_whole_list_is_replaced_by_a_whole_list_only(writer: str) -> None:
    assert call("parse", "a.tsv", "-o", "out").code == 0
    before = Path("out/a.json").read_bytes()
    done = call(*WRITERS[writer], "out/a.json")
    assert done.code == 2
    assert done.err == (
        "error: out/a.json: is a whole normalised list, and what would be written is none. "
        "Replace it with --overwrite, or give another name.\n"
    )
    assert Path("out/a.json").read_bytes() == before
    assert "out/a.json: 正規化した一覧（全体）です。" in call(*WRITERS[writer], "out/a.json", language="ja").err
    assert call(*WRITERS[writer], "out/a.json", "--overwrite").code == 0
    Path("out/a.json").write_bytes(before)
    assert call("parse", "a.tsv", "-o", "out").code == 0


@pytest.mark.parametrize("writer", WRITERS)
def test_a_folder_that_holds_the_lists_is_called_a_folder(writer: str) -> None:
    write(Path("below/c.tsv"))
    arguments = ["below/c.tsv" if argument == "a.tsv" else argument for argument in WRITERS[writer]]
    done = call(*arguments, "below", "--overwrite")
    assert done.code == 2
    assert done.err == "error: below: cannot be written: a folder has this name. Give another name.\n"


@pytest.mark.parametrize("writer", WRITERS)
def test_what_dxlist_did_not_write_is_replaced_only_when_it_may_be(writer: str) -> None:
    write(Path("mine"), "大事なメモ\n")
    done = call(*WRITERS[writer], "mine")
    assert (done.code, done.out) == (2, b"")
    assert done.err == (
        "error: mine: is there already, and nothing in it says that dxlist wrote it. "
        "Replace it with --overwrite, or give another name.\n"
    )
    assert (
        "mine: すでにあり、dxlist が書いたファイルかどうか分かりません。"
        in call(*WRITERS[writer], "mine", language="ja").err
    )
    assert Path("mine").read_text(encoding="utf-8") == "大事なメモ\n"
    assert call(*WRITERS[writer], "mine", "--overwrite").code == 0
    assert Path("mine").read_bytes() != "大事なメモ\n".encode()


@pytest.mark.parametrize("writer", WRITERS)
def test_what_dxlist_wrote_is_replaced_without_being_asked(writer: str) -> None:
    assert call(*WRITERS[writer], "ours").code == 0
    write(Path("b.tsv"))
    done = call(*WRITERS[writer], "ours")
    assert done.code == 0, done.err


@pytest.mark.parametrize("writer", WRITERS)
def test_a_folder_is_no_file(writer: str) -> None:
    done = call(*WRITERS[writer], "below", "--overwrite")
    assert done.code == 2
    assert "below: cannot be written: a folder has this name." in done.err


@pytest.mark.parametrize("writer", WRITERS)
def test_a_name_is_needed(writer: str) -> None:
    done = call(*WRITERS[writer], "")
    assert (done.code, done.out) == (2, b"")
    assert re.fullmatch("error: --(output|write-baseline): .*\n", done.err)


def test_a_folder_that_holds_a_list_is_not_replaced() -> None:
    write(Path("below/initiatives.csv"))
    done = call("export", "below/initiatives.csv", "--format", "datapackage", "-o", "below", "--overwrite")
    assert done.code == 2
    assert "below: writing would replace the list itself." in done.err
    assert names(Path("below")) == ["initiatives.csv"]


def test_parse_replaces_its_own_files_only() -> None:
    assert call("parse", "a.tsv", "-o", "out").code == 0
    assert call("parse", "a.tsv", "-o", "out").code == 0
    write(Path("out/a.csv"), "名前,電話\n")
    before = {name: Path("out", name).read_bytes() for name in names(Path("out"))}
    done = call("parse", "a.tsv", "-o", "out")
    assert done.code == 2
    assert "out/a.csv: is there already, and nothing in it says that dxlist wrote it." in done.err
    assert {name: Path("out", name).read_bytes() for name in names(Path("out"))} == before
    assert call("parse", "a.tsv", "-o", "out", "--overwrite").code == 0
    assert call("parse", "a.tsv", "-o", "out").code == 0


def test_parse_writes_no_file_twice() -> None:
    write(Path("a.targets.tsv"))
    done = call("parse", "a.tsv", "a.targets.tsv", "-o", "out")
    assert done.code == 2
    assert "out/a.targets.csv: it would be written twice by this run." in done.err
    assert names(Path("out")) == []


def test_parse_beside_the_lists_does_not_replace_one() -> None:
    write(Path("lists/a.csv"), (HEADER + FIRST).replace("\t", ","))
    write(Path("lists/dxlist.toml"), "")
    before = Path("lists/a.csv").read_bytes()
    done = call("parse", "lists/a.csv", "-o", "lists", "--overwrite")
    assert done.code == 2
    assert "lists/a.csv: writing would replace the list itself." in done.err
    assert Path("lists/a.csv").read_bytes() == before


@pytest.mark.parametrize(("target", "what"), KEPT)
def test_a_review_adds_its_decisions_to_nothing_else(target: str, what: str) -> None:
    before = state()
    done = call("dedupe", "a.tsv", "b.tsv", "--review", "--decisions", target)
    assert done.code == 2
    assert f"writing would replace {what}." in done.err
    assert state() == before


def test_a_device_is_written_to() -> None:
    for arguments in WRITERS.values():
        assert call(*arguments, os.devnull).code == 0


@pytest.mark.parametrize(
    ("arguments", "japanese", "english"),
    [
        (("query", "-o", "o.xlsx"), "o.xlsx: 2行（事業2件）を xlsx で", "o.xlsx: 2 rows of 2 projects, written as xlsx."),
        (("query", "-n", "1", "-o", "o.csv"), "2行（事業2件）のうち1行を csv で", "o.csv: 1 of 2 rows of 2 projects, written"),
        (("query", "--format", "table", "-o", "o.txt"), "o.txt: 2行（事業2件）を table で", "projects, written as table."),
        (("sql", "SELECT line FROM initiatives", "-o", "o.csv"), "o.csv: 2行を csv で", "o.csv: 2 rows, written as csv."),
        (("sql", "SELECT 1", "-o", "o.json"), "o.json: 1行を json で", "o.json: 1 row, written as json."),
        (("sql", "SELECT 1", "--format", "table", "-o", "o.txt"), "o.txt: 1行を table で", "o.txt: 1 row, written as table."),
    ],
)  # fmt: skip
def test_a_file_that_was_written_is_said(
    arguments: tuple[str, ...], japanese: str, english: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("a.tsv"), HEADER + FIRST + FIRST.replace("電子申請", "電子入札"))
    for language, said in (("ja", japanese), ("en", english)):
        done = call(*arguments, "a.tsv", "--overwrite", language=language)
        assert (done.code, done.out, done.err.count("\n")) == (0, b"", 1)
        assert said in done.err
    assert call(*arguments, "a.tsv", "--overwrite", "-q").err == ""

"""``dxlist sql``: questions are answered, nothing is ever written, and what is wrong is said with what there is."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from dxlist.cli.formats import ROWS
from dxlist.exports.format import formats_for
from tests.cli.runs import call, finish, names, run, start, wait_until, write
from tests.lists import SHIPPED

TEXTS = [name for name, found in formats_for("rows").items() if found.is_text]

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


def rows(question: str, *arguments: str) -> list[dict[str, object]]:
    done = call("sql", question, str(SHIPPED), "--format", "jsonl", *arguments)
    assert (done.code, done.err) == (0, "")
    return [json.loads(line) for line in done.out.splitlines()]


def test_a_table_for_people() -> None:
    done = call(
        "sql",
        "SELECT line, project_name, publisher, NULL AS n FROM initiatives, documents WHERE line = 5",
        str(SHIPPED),
    )
    assert done.out.decode().splitlines() == [
        "line  project_name                                        publisher     n",
        "────  ──────────────────────────────────────────────────  ─────────  ────",
        "   5  ふくしま自治研修センターにおける職層別研修への派遣  福島県     NULL",
    ]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("SELECT count(*) AS n FROM initiatives", [{"n": 131}]),
        ("SELECT count(DISTINCT project_id) AS n FROM mentions", [{"n": 111}]),
        ("SELECT count(DISTINCT initiative_id) AS n FROM departments WHERE division = 'デジタル変革課'", [{"n": 34}]),
        ("SELECT typeof(value) AS t, value FROM targets WHERE value = 61 LIMIT 1", [{"t": "integer", "value": 61}]),
        ("SELECT fold('ＤＸ 推進') AS f, fold(NULL) AS n", [{"f": "dx推進", "n": None}]),
        ("SELECT count(*) AS n FROM initiatives_fts WHERE initiatives_fts MATCH bigrams('防災')", [{"n": 4}]),
        ("SELECT count(*) AS n FROM initiatives_fts WHERE initiatives_fts MATCH bigrams(NULL)", [{"n": 0}]),
        ("SELECT name FROM pragma_table_info('mentions') LIMIT 1", [{"name": "project_id"}]),
        ("SELECT 'a' AS x, x'ff00' AS x WHERE 1 -- remark", [{"x": "a", "x_2": "ff00"}]),
        ("SELECT 1 AS a WHERE 0", []),
    ],
)
def test_answers(question: str, wanted: list[dict[str, object]]) -> None:
    assert rows(question) == wanted


@pytest.mark.parametrize("name", TEXTS)
def test_every_format_answers(name: str, tmp_path: Path) -> None:
    done = call("sql", "SELECT line, field_name FROM initiatives", write(tmp_path / "a.tsv"), "--format", name)
    assert (done.code, done.err) == (0, "")
    assert done.out.decode().count("行政の効率化") == 2


def test_the_formats_are_those_of_answers() -> None:
    assert list(ROWS.about) == ["table", *formats_for("rows")]


@pytest.mark.parametrize(
    "question",
    [
        "DELETE FROM targets",
        "UPDATE initiatives SET line = 1",
        "INSERT INTO documents SELECT * FROM documents",
        "INSERT INTO initiatives_fts(initiatives_fts) VALUES ('rebuild')",
        "DROP TABLE targets",
        "CREATE TABLE mine (a)",
        "CREATE TEMP TABLE mine (a)",
        "CREATE VIRTUAL TABLE mine USING fts5(a)",
        "ATTACH '{folder}/x.db' AS x",
        "VACUUM INTO '{folder}/x.db'",
        "PRAGMA query_only = OFF",
        "PRAGMA writable_schema = ON",
        "SELECT * FROM pragma_journal_mode('WAL')",
        "SELECT load_extension('{folder}/x.so')",
        "BEGIN",
        "ANALYZE",
        "WITH a AS (SELECT 1) DELETE FROM targets",
        "UPDATE sqlite_schema SET sql = ''",
    ],
)
def test_nothing_is_written(question: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv")
    done = call("sql", question.format(folder=tmp_path), path)
    assert (done.code, done.out) == (2, b"")
    assert "only reads" in done.err or "may not be modified" in done.err
    assert names(tmp_path) == ["a.tsv"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("SELECT * FROM initatives", 'there is no table "initatives". Did you mean initiatives'),
        ("SELECT * FROM x", "\n  targets: initiative_id, target_number, metric, value,"),
        ("SELECT projct_name FROM initiatives", 'there is no column "projct_name". Did you mean project_name'),
        ("SELECT t.valu FROM targets AS t", 'there is no column "t.valu". Did you mean value'),
        ("SELECT nosuch FROM targets", "The columns:\n  targets: initiative_id, target_number, metric, value,"),
        ("SELECT t.valu FROM initiatives JOIN targets t", " or value_to? The columns:\n  targets: initiative_id"),
        ("SELECT I.nosuch FROM Initiatives i, targets", "The columns:\n  initiatives: local_government_code"),
        ("SELECT 1; SELECT 2", "there is more than one statement."),
        ("SELEC 1", 'the SQL is wrong near "SELEC".'),
        ("", "there is no question."),
        ("/* nothing */", "there is no question."),
        ("SELECT * FROM initiatives_fts WHERE initiatives_fts MATCH '\"'", "Write: MATCH bigrams('words')."),
        ("SELECT abs(-9223372036854775808)", "the SQL cannot be run (integer overflow)."),
        ("SELECT zeroblob(1000000000)", "the SQL cannot be run (string or blob too big)."),
    ],
)
def test_what_is_wrong_is_said(question: str, said: str, tmp_path: Path) -> None:
    done = call("sql", question, write(tmp_path / "a.tsv"))
    assert (done.code, done.out) == (2, b"")
    assert done.err.startswith("error: SQL: ")
    assert said in done.err
    assert call("sql", question, str(tmp_path / "a.tsv"), language="ja").err.startswith("エラー: SQL: ")


def test_of_an_unknown_column_only_the_tables_asked_are_shown(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv")
    for question in ("SELECT targets.nosuch FROM initiatives, targets", "SELECT nosuch FROM targets"):
        done = call("sql", question, path, language="ja")
        assert "表と列:\n  targets: initiative_id" in done.err
        assert "  initiatives: " not in done.err


@pytest.mark.parametrize("language", ["ja", "en"])
def test_for_a_database_to_write_the_export_is_named_as_it_is_typed(language: str, tmp_path: Path) -> None:
    done = call("sql", "DELETE FROM targets", write(tmp_path / "a.tsv"), language=language)
    assert "dxlist export --format sqlite -o FILE" in done.err


def test_a_question_without_end_ends(tmp_path: Path) -> None:
    done = call("sql", f"SELECT count(*) FROM ({ENDLESS})", write(tmp_path / "a.tsv"), "--timeout", "0.3")
    assert done.code == 2
    assert "there was no answer within 0.3 seconds." in done.err


ONE_LONG_STEP = "SELECT instr(printf('%.*c', 20000000, 'a'), printf('%.*c', 10000000, 'a') || 'b')"


def test_a_single_step_without_end_ends(tmp_path: Path) -> None:
    """SQLite asks nobody whether to stop within a function: this ran on for ever, and past Ctrl-C."""
    path = write(tmp_path / "a.tsv")
    done = run("sql", ONE_LONG_STEP, path, "--timeout", "0.3")
    assert (done.code, done.err) == (
        2, "error: SQL: there was no answer within 0.3 seconds. Ask for less, or give more time with --timeout.\n"
    )  # fmt: skip
    process = start("sql", ONE_LONG_STEP, path)
    wait_until(lambda: len(list(Path(f"/proc/{process.pid}/task").iterdir())) > 1, process)
    process.send_signal(signal.SIGINT)
    assert finish(process) == (130, "error: interrupted; no half-written file was left.\n")


def test_a_table_shows_the_first_thousand_rows(tmp_path: Path) -> None:
    done = call("sql", ENDLESS, write(tmp_path / "a.tsv"))
    assert done.code == 0
    assert done.out.count(b"\n") == 1002
    assert done.err == "the first 1000 rows; --limit 0 shows all.\n"


@pytest.mark.parametrize("name", ["table", *TEXTS])
def test_limit(name: str, tmp_path: Path) -> None:
    done = call("sql", "SELECT line FROM initiatives", write(tmp_path / "a.tsv"), "-n", "1", "-f", name)
    assert done.err == ""
    assert b"2" in done.out
    assert b"3" not in done.out


def test_a_text_is_data(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv")
    done = call("sql", "SELECT '=1+1|<b>' || char(27) || '[31m' AS x", path)
    assert done.out.decode().splitlines()[2] == "=1+1|<b>\\x1b[31m"
    assert call("sql", "SELECT '=1+1' AS x", path, "-f", "csv").out == b"x\n'=1+1\n"
    assert call("sql", "SELECT '=1+1' AS x", path, "-f", "csv", "--raw-text").out == b"x\n=1+1\n"


def test_an_unreadable_list_is_said_and_the_others_answer(tmp_path: Path) -> None:
    bad = write(tmp_path / "bad.tsv", "\0\1\2")
    done = call("sql", "SELECT count(*) AS n FROM initiatives", write(tmp_path / "a.tsv"), bad, "-f", "csv")
    assert (done.code, done.out) == (2, b"n\n2\n")
    assert "bad.tsv" in done.err


def test_the_answer_is_all_that_goes_to_standard_output(tmp_path: Path) -> None:
    done = run("sql", "SELECT 1 AS a", write(tmp_path / "a.tsv"), "-f", "json")
    assert (done.code, done.out, done.err) == (0, b'[\n  {"a": 1}\n]\n', "")

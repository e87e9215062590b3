"""``dxlist validate``: which lists are checked, what is reported where, and the exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dxlist.exports.format import formats_for
from dxlist.normalised import read_document
from tests.cli.runs import FIRST, SMALL, Done, call, finish, names, run, run_python, start, write
from tests.lists import SHIPPED

HEADERS = "--select=DX101,DX102"
"""Two warnings: what further rules find is their own matter."""
BROKEN_HEADER = "\t\t\t事業名\t事業概要\t指標（KPI）\n分野\t項目\t担当課\t\t\t\n"
BAD = BROKEN_HEADER + FIRST
LIST = "data/raw/a.tsv"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def validate(*arguments: str, language: str = "en", stdin: bytes = b"") -> Done:
    return call("validate", HEADERS, *arguments, language=language, stdin=stdin)


def findings(*arguments: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in validate("--format", "jsonl", *arguments).out.splitlines()]


def test_a_list_without_faults_ends_with_0() -> None:
    write(Path(LIST))
    done = validate()
    assert (done.code, done.out.decode(), done.err) == (0, "Nothing was found (1 list, 2 rules).\n", "")


@pytest.mark.parametrize(
    ("language", "says", "sums"),
    [
        ("en", f"{LIST}:1: DX101 warning the header takes 2 lines", "0 errors, 1 warning, 0 infos."),
        ("ja", f"{LIST}:1: DX101 警告 見出しが2行", "エラー0件、警告1件、情報0件。"),
    ],
)
def test_the_lists_of_data_raw_are_checked_unless_others_are_named(language: str, says: str, sums: str) -> None:
    write(Path(LIST), BAD)
    done = validate(language=language)
    text = done.out.decode()
    assert done.code == 1
    assert text.startswith(says)
    assert sums in text
    assert "dxlist rules DX101" in text


def test_without_data_raw_it_is_said_what_to_name() -> None:
    done = validate()
    assert (done.code, done.out) == (2, b"")
    assert (
        done.err
        == "error: data/raw: there is no such folder, and no list was named. Name the lists to read, or a folder with them.\n"
    )


def test_a_normalised_file_gives_the_findings_of_its_list() -> None:
    write(Path(LIST), BAD)
    assert call("parse").code == 0
    raw = findings()
    assert findings("data/normalized") == raw
    assert findings("data/normalized/a.json")[0]["file"] == LIST


def test_a_json_of_another_tool_beside_the_lists_is_passed_by() -> None:
    write(Path(LIST), BAD)
    write(Path("data/raw/datapackage.json"), '{"name": "lists"}')
    assert [found["file"] for found in findings()] == [LIST]


def test_standard_input() -> None:
    done = run("validate", HEADERS, "-", stdin=BAD.encode())
    assert (done.code, done.out.decode().splitlines()[0][:19]) == (1, "-:1: DX101 warning ")


def test_an_encoding_that_is_named() -> None:
    write(Path(LIST), BAD, "cp932")
    assert len(findings("--encoding", "cp932")) == 1
    assert validate("--encoding", "ascii").code == 2


UNREADABLE = {
    "empty.tsv": b"",
    "binary.tsv": b"\x00\x01\x02" * 99,
    "list.json": b'{"schema_version": "1.0"}',
    "broken.json": b'{"schema_version',
    "latin.json": b'{"schema_version": "\xff"}',
    "deep.json": b"[" * 100_000,
    "none.tsv": None,
}


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_where_a_list_cannot_be_read_the_others_are_checked(name: str, language: str) -> None:
    write(Path(LIST), BAD)
    data = UNREADABLE[name]
    if data is not None:
        Path(name).write_bytes(data)
    done = validate(name, LIST, language=language)
    assert done.code == 2
    assert f"{LIST}:1: DX101" in done.out.decode()
    assert done.err.count("\n") == 1
    assert f": {name}:" in done.err
    assert done.err.startswith("エラー" if language == "ja" else "error")
    alone = validate(name, "--format", "sarif", "--output", "found.sarif", language=language)
    assert (alone.code, alone.out) == (2, b"")
    (ended,) = json.loads(Path("found.sarif").read_bytes())["runs"][0]["invocations"]
    assert not ended["executionSuccessful"], "an empty log would look like a pass"


@pytest.mark.parametrize("places", [("data/raw", "data/normalized"), ("data/normalized/a.json", "./data/raw/a.tsv")])
def test_a_list_and_its_normalised_file_are_not_two_lists(places: tuple[str, str]) -> None:
    write(Path(LIST), BAD)
    call("parse")
    assert [found["line"] for found in findings(*places)] == [found["line"] for found in findings(LIST)]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [((), 1), (("--fail-on", "error"), 0), (("--fail-on", "warning"), 1), (("--fail-on", "info"), 1), (("--fail-on", "never"), 0),
     (("--ignore", "DX101"), 0), (("--fail-on=warning", "--show=error"), 1)],
)  # fmt: skip
def test_the_exit_code_is_a_matter_of_severity(arguments: tuple[str, ...], code: int) -> None:
    write(Path(LIST), BAD)
    assert validate(*arguments).code == code
    assert validate(*arguments, "no.tsv").code == 2


@pytest.mark.parametrize(
    ("option", "value", "choices"),
    [("--fail-on", "fatal", "error, warning, info, never"), ("--show", "never", "error, warning, info"),
     ("--format", "xml", "text, json, jsonl, csv, tsv, markdown, xlsx, parquet, sarif, junit, github, gitlab"),
     ("--output-format", "xml", "text, json, jsonl, csv, tsv, markdown, xlsx, parquet, sarif, junit, github, gitlab")],
)  # fmt: skip
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_value_that_is_none_of_its_choices(option: str, value: str, choices: str, language: str) -> None:
    done = validate(option, value, language=language)
    assert (done.code, done.out) == (2, b"")
    assert value in done.err
    assert choices in " ".join(done.err.split())
    assert ("どれか" in done.err) == (language == "ja")


def test_a_code_that_stands_for_no_rule() -> None:
    done = call("validate", "--select", "DX999")
    assert done.code == 2
    assert "DX999: no rule has a code that begins so." in done.err


@pytest.mark.parametrize(
    "name", ["text", *(name for name, found in formats_for("rows", "findings").items() if found.is_text)]
)
def test_a_file_holds_what_standard_output_gets(name: str) -> None:
    write(Path(LIST), BAD)
    printed = validate("--format", name)
    done = validate("--output-format", name, "--output", "out/found")
    assert (printed.code, done.code, done.out) == (1, 1, b"")
    assert Path("out/found").read_bytes() == printed.out
    assert names(Path("out")) == ["found"]
    assert done.err == "out/found: 0 errors, 1 warning, 0 infos.\n"
    assert (printed.err == "") == (name == "text"), (
        "the text has its own summary; of the others it goes to standard error"
    )


@pytest.mark.parametrize("option", ["--output", "--write-baseline"])
@pytest.mark.parametrize("path", [LIST, "data/raw/../raw/a.tsv"])
def test_a_list_is_never_overwritten(option: str, path: str) -> None:
    write(Path(LIST), BAD)
    done = validate(option, path)
    assert done.code == 2
    assert "writing would replace the list itself" in done.err
    assert Path(LIST).read_text(encoding="utf-8") == BAD


def test_a_file_that_cannot_be_written_is_said() -> None:
    write(Path(LIST), BAD)
    Path("found").mkdir()
    done = validate("--output", "found")
    assert done.code == 2
    assert done.err.startswith("error: found: cannot be written: a folder has this name.")


def test_a_pipe_with_a_name_is_written_to_and_stays_a_pipe() -> None:
    write(Path(LIST), BAD)
    os.mkfifo("pipe")
    reading = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert validate("--format", "json", "--output", "pipe").code == 1
    assert len(json.loads(os.read(reading, 65536))) == 1
    os.close(reading)
    assert Path("pipe").is_fifo()


def test_quiet_says_the_findings_alone() -> None:
    write(Path(LIST), BAD)
    done = validate("--quiet")
    assert done.out.decode().splitlines() == [
        f"{LIST}:1: DX101 warning the header takes 2 lines (1-2); put it on one.", "  = related: line 2",
    ]  # fmt: skip
    assert validate("--quiet", "--format", "github").err == ""


def test_a_rule_that_the_sidecar_switches_off_is_off_for_its_list_alone() -> None:
    write(Path(LIST), BAD)
    write(Path("data/raw/b.tsv"), BAD)
    write(Path("data/raw/a.toml"), '[ignore]\nDX101 = "印刷のままとする"\n')
    assert [found["file"] for found in findings()] == ["data/raw/b.tsv"]


def test_a_baseline_lets_pass_what_is_known_and_fails_on_what_is_new() -> None:
    write(Path(LIST), BAD)
    done = validate("--write-baseline", "known.json", "--format", "json")
    assert (done.code, done.out) == (0, b"")
    assert (
        done.err == "known.json: 1 finding written as known. With --baseline known.json only new ones are reported.\n"
    )
    before = Path("known.json").read_bytes()
    done = validate("--baseline", "known.json")
    assert done.code == 0
    assert done.out.decode() == "Nothing new was found (1 list, 2 rules).\n1 known finding left out (known.json).\n"
    write(Path(LIST), f"\n\n{BAD}")
    assert validate("--baseline", "known.json").code == 0
    write(Path("data/raw/b.tsv"), BAD)
    done = validate("--baseline", "known.json", "--format", "jsonl")
    assert done.code == 1
    assert [json.loads(line)["file"] for line in done.out.splitlines()] == ["data/raw/b.tsv"]
    assert Path("known.json").read_bytes() == before


@pytest.mark.parametrize(
    ("language", "says"), [("en", "known: 1 finding (data/raw/a.tsv DX101)"), ("ja", "既知の1件はもう見つかりません")]
)
def test_what_a_baseline_holds_and_is_not_found_any_more_is_said(language: str, says: str) -> None:
    write(Path(LIST), BAD)
    validate("--write-baseline", "known.json")
    write(Path(LIST))
    done = validate("--baseline", "known.json", language=language)
    assert done.code == 0
    assert says in done.err
    assert f"{LIST} DX101" in done.err
    assert validate("--baseline", "known.json", "--quiet").err == ""


@pytest.mark.parametrize(
    ("stems", "ja", "en"),
    [
        ("abcde", "d.tsv DX101, e.tsv DX101）", "d.tsv DX101, e.tsv DX101)"),
        ("abcdefg", "e.tsv DX101 ほか2）", "e.tsv DX101 and 2 more)"),
    ],
)
def test_of_many_lists_that_are_mended_the_first_are_named_and_the_rest_is_counted(
    stems: str, ja: str, en: str
) -> None:
    lists = [write(Path(f"{name}.tsv"), BAD) for name in stems]
    validate(*lists, "--write-baseline", "known.json")
    for path in lists:
        write(Path(path))
    for language, says in (("ja", ja), ("en", en)):
        assert says in validate(*lists, "--baseline", "known.json", language=language).err


def test_a_baseline_that_is_damaged_or_missing_ends_it_before_anything_is_said_of_a_list() -> None:
    write(Path(LIST), BAD)
    write(Path("known.json"), "{")
    for name in ("known.json", "none.json"):
        done = validate("--baseline", name)
        assert (done.code, done.out) == (2, b"")
        assert done.err.startswith(f"error: {name}: ")


def test_no_baseline_is_written_where_a_list_cannot_be_read() -> None:
    write(Path(LIST), BAD)
    done = validate("--write-baseline", "known.json", LIST, "none.tsv")
    assert done.code == 2
    assert "no baseline was written" in done.err
    assert not Path("known.json").exists()


def test_the_configuration_counts_and_options_win_over_it() -> None:
    write(Path(LIST), BAD)
    write(
        Path("dxlist.toml"),
        'fail-on = "never"\nformat = "jsonl"\nselect = ["DX101", "DX102"]\nbaseline = "ci/known.json"\n',
    )
    done = call("validate", "--write-baseline", "ci/known.json")
    assert done.code == 0
    done = call("validate")
    assert (done.code, done.out) == (0, b"")
    write(Path("data/raw/b.tsv"), BAD)
    done = call("validate")
    assert (done.code, json.loads(done.out)["file"]) == (0, "data/raw/b.tsv")
    assert call("validate", "--fail-on", "warning", "--select", "DX102").code == 0
    assert call("validate", "--fail-on", "warning", "--format", "text").out.startswith(b"data/raw/b.tsv:1: DX101")
    assert call("validate", "--fail-on", "warning", "--format", "text").code == 1


def test_a_configuration_that_is_named_is_the_one_that_counts() -> None:
    write(Path(LIST), BAD)
    write(Path("dxlist.toml"), 'fail-on = "never"')
    write(Path("ci/strict.toml"), 'select = ["DX101"]\nbaseline = "known.json"\n')
    assert call("validate", "--config", "ci/strict.toml", "--write-baseline", "ci/known.json").code == 0
    write(Path("data/raw/b.tsv"), BAD)
    done = call("validate", "--config", "ci/strict.toml")
    assert done.code == 1
    assert "1 known finding left out (ci/known.json)." in " ".join(done.out.decode().split())


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ('selct = ["DX1"]', "dxlist.toml: ", "selct"),
        ('select = ["DX999"]', "dxlist.toml: DX999: ", "no rule"),
        ('format = "xml"', "dxlist.toml: ", 'there is no "xml"'),
    ],
)
def test_a_configuration_that_cannot_be(text: str, place: str, says: str) -> None:
    write(Path(LIST), BAD)
    write(Path("dxlist.toml"), text)
    done = call("validate")
    assert (done.code, done.out) == (2, b"")
    assert place in done.err
    assert says in done.err


def test_the_summary_of_a_step_is_added_for_github_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path(LIST), BAD)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    write(Path("summary.md"), "# before\n")
    validate("--format", "jsonl")
    assert Path("summary.md").read_text(encoding="utf-8") == "# before\n"
    done = validate("--format", "github")
    assert done.out.startswith(b"::warning file=data/raw/a.tsv,line=1,title=DX101 header-over-several-lines::")
    text = Path("summary.md").read_text(encoding="utf-8")
    assert text.startswith("# before\n### ")
    assert "| data/raw/a.tsv:1 | DX101 | warning |" in text


def test_a_pipe_that_is_closed_early_is_no_error() -> None:
    write(Path(LIST), "\n".join([BAD] * 800))
    process = start("validate", HEADERS)
    assert process.stdout is not None
    assert process.stdout.readline()
    process.stdout.close()
    assert finish(process) == (0, "")


@pytest.mark.parametrize("name", ["text", "json"])
def test_a_pipe_that_nobody_reads_is_no_error(name: str) -> None:
    write(Path(LIST), BAD)
    reading, writing = os.pipe()
    os.close(reading)
    process = start("validate", HEADERS, "-q", "-f", name, stdout=writing)
    os.close(writing)
    assert finish(process) == (0, "")


def test_a_full_disk_behind_standard_output_is_said() -> None:
    write(Path(LIST), BAD)
    with Path("/dev/full").open("wb") as full:
        code, error = finish(start("validate", "-q", stdout=full))
    assert code == 2
    assert error.startswith("error: <stdout>: cannot be written (No space left on device).")


def test_the_report_on_a_pipe_is_utf_8_whatever_the_locale_and_loads_no_rich() -> None:
    write(Path(LIST), BAD)
    done = run("validate", HEADERS, PYTHONIOENCODING="ascii", DXLIST_LANG="ja")
    assert "見出しが2行" in done.out.decode()
    script = (
        "import sys\nfrom dxlist.cli import main\nsys.argv = ['dxlist', 'validate']\n"
        "try:\n    main()\nfinally:\n    print(*{'rich', 'xml', 'chardet'} & set(sys.modules), file=sys.stderr)"
    )
    assert run_python(script).err == "\n"


def test_the_normalised_shipped_list_gives_what_the_list_gives() -> None:
    write(Path("data/raw/fukushima_r04.tsv"), SHIPPED.read_text(encoding="utf-8"))
    call("parse")
    assert len(findings("data/normalized/fukushima_r04.json")) == len(findings()) > 0
    assert len(read_document("data/normalized/fukushima_r04.json")) == 131


def test_small_list_of_the_other_tests_is_clean_by_every_rule() -> None:
    write(Path(LIST), SMALL)
    done = call("validate")
    assert done.code == 0, done.out.decode()


@pytest.mark.parametrize(
    ("name", "begins"), [("a.sarif", '{\n  "$schema"'), ("a.json", "["), ("a.jsonl", '{"code"'), ("a.xml", "<?xml")]
)
def test_the_name_of_the_report_says_its_format(name: str, begins: str) -> None:
    write(Path(LIST), BAD)
    assert validate("--output", name).code == 1
    assert Path(name).read_text(encoding="utf-8").startswith(begins)


def test_a_code_of_a_sidecar_that_stands_for_no_rule_is_said() -> None:
    write(Path(LIST), BAD)
    Path(LIST).with_suffix(".toml").write_text('[ignore]\nDX101 = "as printed"\nDX999 = "a slip"\n', encoding="utf-8")
    done = validate()
    assert "a.tsv: DX999 in the sidecar's [ignore] begins no rule's code." in done.err
    assert "DX101" not in done.err + done.out.decode()


WITHOUT_PROJECTS = {
    "levels and indicators": "基本目標,施策,指標,単位,基準値,目標値（R7）,所管課\n"
    "1 にぎわい,1-1 観光,観光入込客数,千人,812,900,観光課\n,1-2 商業,空き店舗数,店,41,30,商工課\n",
    "one level and indicators": "政策分野,指標名,単位,R5実績,R7目標,担当課\n"
    "健康,特定健診の受診率,％,41.2,60,健康課\n環境,ごみの排出量,t,812,700,環境課\n",
    "challenges and a text of indicators": "課題,KPI,担当課\n健康の増進,特定健診の受診率を60％にする,健康課\n"
    "環境の保全,ごみの排出量を700tにする,環境課\n",
    "levels alone": "政策,施策,取組内容,担当部署\n1 環境,1-1 緑化,街路樹を植える。,公園課\n1 環境,1-2 ごみ,分別を広める。,環境課\n",
}


@pytest.mark.parametrize("text", WITHOUT_PROJECTS.values(), ids=WITHOUT_PROJECTS.keys())
def test_a_list_without_projects_is_not_warned_of_for_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    found = json.loads(call("validate", str(path), "--format", "json", "--show", "info").out)
    assert [(one["code"], one["severity"]) for one in found if one["severity"] != "info"] == []

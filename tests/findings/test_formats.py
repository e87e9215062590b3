"""Every format is read back as its readers do, with text of a list that would be markup there."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import jsonschema
import pytest

import dxlist
from dxlist.exports.described.found import findings_table
from dxlist.exports.format import FORMATS, formats_for
from dxlist.exports.formats.github import MOST_SHOWN, step_summary, worst_first
from dxlist.model.finding import SEVERITIES, Finding
from dxlist.rules.checking import Checked, check_lists
from tests.cli.runs import FIRST, HEADER
from tests.counting import grows_in_proportion
from tests.findings.checked import LIST, LOOKALIKES, NAMES, RECORDED, ROWS, RULES, checked, document_of

if TYPE_CHECKING:
    from dxlist.text.bilingual import Language

LANGUAGES: tuple[Language, ...] = ("ja", "en")
COMMAND = re.compile(r"^::(?P<command>error|warning|notice) (?P<properties>.*?)::(?P<message>.*)$")
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def written(name: str, run: Checked, language: Language = "en") -> str:
    if "findings" in FORMATS[name].takes:
        return FORMATS[name].findings(run, language).decode()
    ids = {file: document.document.document_id for file, document in run.lists}
    return b"".join(FORMATS[name].rows(findings_table(run.findings, ids, language))).decode()


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["json", "jsonl", *formats_for("findings")])
def test_every_format_is_text_that_steers_nothing_and_the_same_on_every_run(name: str, language: Language) -> None:
    text = written(name, checked(), language)
    assert text == written(name, checked(), language)
    assert text.endswith("\n")
    assert not CONTROLS.search(text)


def test_a_run_that_found_nothing_is_written_too() -> None:
    run = checked(HEADER + FIRST, LOOKALIKES)
    assert [json.loads(written(name, run)) for name in ("json", "gitlab")] == [[], []]
    assert [written(name, run) for name in ("jsonl", "github")] == ["", ""]
    assert ET.fromstring(written("junit", run)).get("failures") == "0"


def test_json_is_one_array_and_json_lines_one_finding_a_line_with_the_same_keys() -> None:
    run = checked()
    array = json.loads(written("json", run))
    assert [json.loads(line) for line in written("jsonl", run).splitlines()] == array
    assert [Finding.model_validate(record) for record in array] == [one.finding("en") for one in run.findings]
    assert list(array[0]) == [
        "code", "severity", "message", "file", "line", "cell", "start", "end", "initiative_id", "related", "suggestion",
        "fix",
    ]  # fmt: skip
    assert any(RECORDED in record["message"] for record in array)
    assert "事業" in written("json", run), "Japanese stays readable"


def test_positions_of_a_finding_mark_the_words_in_the_raw_cell() -> None:
    (found,) = json.loads(written("json", checked(LIST, LOOKALIKES)))
    cell = LIST.splitlines()[found["line"] - 1].split("\t")[found["cell"] - 1]
    assert cell[found["start"] : found["end"]] == "A1"
    assert found["related"] == [{"file": "data/raw/a.tsv", "line": 2}, {"file": "data/raw/a.tsv", "line": 3}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_for_github_is_one_command_whose_message_comes_back_whole(language: Language) -> None:
    run = checked()
    commands = [COMMAND.match(line) for line in written("github", run, language).splitlines()]
    assert len(commands) == len(run.findings)
    messages = []
    for command in commands:
        assert command is not None
        keys = dict(pair.split("=", 1) for pair in command["properties"].split(","))
        assert keys["file"] == "data/raw/a.tsv"
        assert int(keys["line"]) >= 1
        assert re.fullmatch(r"DX90\d [a-z-]+", unescaped(keys["title"]))
        messages.append(unescaped(command["message"]))
    shown = RECORDED
    assert any(f"「{shown}」\ufffe\nという名前です。" in message for message in messages)


def test_a_comma_and_a_colon_in_a_path_end_no_property() -> None:
    run = checked(LIST, LOOKALIKES, file="C:/a,line=9::b%0A.tsv")
    (line,) = written("github", run).splitlines()
    command = COMMAND.match(line)
    assert command is not None
    keys = [pair.split("=", 1) for pair in command["properties"].split(",")]
    assert [key for key, _ in keys] == ["file", "line", "title"]
    assert unescaped(keys[0][1]) == "C:/a,line=9::b%0A.tsv"


def test_github_gets_the_worst_first_and_of_each_kind_one_before_a_second() -> None:
    run = checked(LIST + FIRST)
    found = worst_first(run.findings)
    assert [one.severity for one in found] == sorted((one.severity for one in found), key=SEVERITIES.index)
    warnings = [one.rule.code for one in found if one.severity == "warning"]
    assert sorted(warnings[:2]) == ["DX902", "DX903"]
    assert Counter(warnings) == {"DX902": 3, "DX903": 1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_of_a_step_is_two_tables_that_no_cell_breaks(language: Language) -> None:
    text = step_summary(checked(), language).decode()
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.split(r"(?<!\\)\|", row)) for row in rows} == {6}
    assert "\\<b\\>\\]\\]\\>" in text
    assert "\\[名\\](x)" in text
    assert not re.search(r"(?<!\\)[<\[](?!!-- -->)", text)
    assert sum("data/raw/a.tsv" in row for row in rows) == len(checked().findings)


def test_the_summary_of_a_step_stays_small() -> None:
    run = checked(HEADER + FIRST * 3000, NAMES)
    text = step_summary(run, "en").decode()
    assert text.count("data/raw/a.tsv") == MOST_SHOWN
    assert f"{3000 - MOST_SHOWN} more." in text
    assert "Nothing was found." in step_summary(checked(HEADER + FIRST, LOOKALIKES), "en").decode()


def test_code_quality_of_gitlab() -> None:
    run = checked(LIST + FIRST + FIRST)
    records = json.loads(written("gitlab", run))
    assert len({record["fingerprint"] for record in records}) == len(records) == len(run.findings)
    assert Counter(record["severity"] for record in records) == Counter(major=1, minor=5, info=4)
    assert all(record["location"]["lines"]["begin"] >= 1 for record in records)
    assert {record["location"]["path"] for record in records} == {"data/raw/a.tsv"}
    assert {record["check_name"] for record in records} == {"DX901", "DX902", "DX903"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_junit_has_a_suite_for_each_list_and_a_case_for_each_rule(language: Language) -> None:
    lists = [("a.tsv", document_of(LIST)), ("b.tsv", document_of(HEADER + FIRST, "b"))]
    root = ET.fromstring(written("junit", check_lists(lists, RULES), language))
    assert [suite.get("name") for suite in root] == ["a.tsv", "b.tsv"]
    assert all(suite.get("tests") == str(len(RULES)) for suite in root)
    assert root.get("tests") == "6"
    assert root.get("failures") == str(len(root.findall("testsuite/testcase/failure"))) == "5"
    failures = [failure.text or "" for failure in root.findall("testsuite[1]/testcase/failure")]
    shown = RECORDED
    assert any(f"「{shown}」\\ufffe\\nという名前です。" in text for text in failures)
    info = root.find("testsuite[1]/testcase[@name='DX903 row']/system-out")
    assert info is not None
    assert (info.text or "").count("\n") == 1, "two rows; infos fail nothing"


def test_junit_says_which_rule_a_sidecar_leaves_out(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("lists") / "a.tsv"
    path.write_text(LIST, encoding="utf-8")
    path.with_suffix(".toml").write_text('[ignore]\nDX902 = "名前は <b>正しい</b>"\n', encoding="utf-8")
    root = ET.fromstring(written("junit", check_lists([("a.tsv", dxlist.parse(path))], RULES)))
    (skipped,) = root.findall("testsuite/testcase[@name='DX902 named']/skipped")
    assert skipped.get("message") == "名前は <b>正しい</b>"
    assert root.get("skipped") == "1"


def test_every_finding_fits_its_schema() -> None:
    schema = Finding.model_json_schema(mode="serialization")
    for line in written("jsonl", checked()).splitlines():
        jsonschema.Draft202012Validator(schema).validate(json.loads(line))


@pytest.mark.parametrize("name", ["json", "jsonl", *formats_for("findings")])
def test_many_findings_are_written_in_proportion(name: str) -> None:
    runs = {rows: checked(HEADER + FIRST * rows, NAMES, ROWS) for rows in (25, 200)}
    assert {rows: len(run.findings) for rows, run in runs.items()} == {25: 51, 200: 401}
    assert grows_in_proportion(lambda rows: written(name, runs[rows]), 25, 200)

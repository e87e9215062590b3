"""SARIF: valid by the schema of 2.1.0, and its regions mark the very words in the file."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import dxlist
from dxlist.exports.format import FORMATS
from dxlist.exports.formats.sarif import message_text
from dxlist.normalised import read_document
from dxlist.rules.checking import Checked, check_lists
from dxlist.rules.registry import all_rules
from dxlist.words.official_rules import OFFICIAL_RULES
from tests.cli.runs import FIRST, HEADER
from tests.findings.checked import LIST, LOOKALIKES, NAMES, RULES, checked, document_of
from tests.lists import LISTS as LISTS_OF_DATA
from tests.lists import SHIPPED

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
Json = dict[str, Any]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Found
    from dxlist.rules.listed import Listed


@cache
def validator() -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run_of(found: Checked, language: str = "en") -> Json:
    """Return the run of a log that the schema takes."""
    log = json.loads(FORMATS["sarif"].findings(found, "ja" if language == "ja" else "en"))
    validator().validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def marked(text: str, region: Json) -> str:
    """Return what a region marks, as a viewer cuts it out."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)[region["startLine"] - 1 : region["endLine"]]
    lines[-1] = lines[-1][: region["endColumn"] - 1]
    lines[0] = lines[0][region["startColumn"] - 1 :]
    return "".join(lines)


def region_of(result: Json) -> Json:
    (location,) = result["locations"]
    region: Json = location["physicalLocation"]["region"]
    return region


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_shipped_list_by_all_rules_is_valid(language: str) -> None:
    found = check_lists([("data/raw/fukushima_r04.tsv", dxlist.parse(SHIPPED))], all_rules().values())
    run = run_of(found, language)
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == len(found.findings) > 0
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(all_rules())
    assert all(rule["help"]["markdown"] for rule in run["tool"]["driver"]["rules"])


@pytest.mark.parametrize("path", LISTS_OF_DATA, ids=lambda path: path.stem)
def test_regions_of_every_finding_of_every_list_mark_the_words_that_the_rule_saw(path: Path) -> None:
    document = dxlist.parse(path)
    found = check_lists([(str(path), document)], all_rules().values())
    text = path.read_bytes().decode(document.document.encoding or "").removeprefix("\ufeff")
    for one, result in zip(found.findings, run_of(found)["results"], strict=True):
        place = one.found.place
        if place.text and place.cell is not None:
            assert marked(text, region_of(result)) == place.text[place.start or 0 : place.end], one


def test_a_run_that_found_nothing_is_valid() -> None:
    assert run_of(checked(HEADER + FIRST, LOOKALIKES))["results"] == []


def test_what_is_no_log_is_not_valid() -> None:
    assert not validator().is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})


def test_rules_levels_and_fingerprints() -> None:
    found = checked()
    run = run_of(found)
    rules = run["tool"]["driver"]["rules"]
    levels = {"error": "error", "warning": "warning", "info": "note"}
    for one, result in zip(found.findings, run["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == one.rule.code
        assert result["level"] == levels[one.severity]
        assert list(result["partialFingerprints"].values()) == [one.fingerprint]
        artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"] == "data/raw/a.tsv"
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "warning", "warning"]
    assert len({result["partialFingerprints"]["dxlist/v1"] for result in run["results"]}) == len(run["results"])


def test_the_official_rules_are_a_taxonomy_to_which_rules_are_related() -> None:
    run = run_of(checked())
    (taxonomy,) = run["taxonomies"]
    assert [taxon["id"] for taxon in taxonomy["taxa"]] == list(OFFICIAL_RULES)
    assert run["tool"]["driver"]["supportedTaxonomies"][0]["name"] == taxonomy["name"]
    for rule, of_rule in zip(RULES, run["tool"]["driver"]["rules"], strict=True):
        targets = [relation["target"] for relation in of_rule["relationships"]]
        assert [target["id"] for target in targets] == list(rule.official)
        assert all(taxonomy["taxa"][target["index"]]["id"] == target["id"] for target in targets)
        assert all(target["toolComponent"]["name"] == taxonomy["name"] for target in targets)


LISTS = {
    "tabs": LIST,
    "CRLF": LIST.replace("\n", "\r\n"),
    "CR": LIST.replace("\n", "\r"),
    "byte-order mark": f"\ufeff{LIST}",
    "some cells quoted": LIST.replace("企画部 統計課", '"企画部\n統計課"').replace("で分析", '""で分析'),
    "all cells quoted": "".join(
        ",".join(f'"{cell}"' for cell in line.split("\t")) + "\n" for line in LIST.replace(",", "、").splitlines()
    ),
    "quotes, line breaks and CRLF in the cell": "".join(
        ",".join(f'"{cell}"' for cell in line.split("\t")) + "\r\n" for line in LIST.replace(",", "、").splitlines()
    ).replace("公開し、", '""公開""し、\r\n'),
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_regions_mark_the_words_in_the_file(text: str) -> None:
    (result,) = run_of(checked(text, LOOKALIKES))["results"]
    assert marked(text.removeprefix("\ufeff"), region_of(result)) == "A1"


@pytest.mark.parametrize("text", [text for name, text in LISTS.items() if name != "byte-order mark"])
def test_a_fix_puts_the_suggestion_in_the_place_of_the_words(text: str) -> None:
    (result,) = run_of(checked(text, LOOKALIKES))["results"]
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"][0]["replacements"]
    region = change["deletedRegion"]
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    line = lines[region["startLine"] - 1]
    assert region["startLine"] == region["endLine"]
    lines[region["startLine"] - 1] = (
        line[: region["startColumn"] - 1] + change["insertedContent"]["text"] + line[region["endColumn"] - 1 :]
    )
    mended = "".join(lines)
    assert mended == text.replace("A1", "AI")
    assert run_of(checked(mended, LOOKALIKES))["results"] == []


def test_a_suggestion_for_a_whole_cell_is_no_fix() -> None:
    assert not any("fixes" in result for result in run_of(checked(LIST, NAMES))["results"])


@pytest.mark.parametrize(("suggestion", "fixes"), [("AI", 1), ("11,000", 1), ('"AI"', 0), ("A\tI", 0), ("A\nI", 0)])
def test_a_suggestion_that_would_need_quotes_is_no_fix(suggestion: str, fixes: int) -> None:
    def suggests(listed: Listed) -> Iterator[Found]:
        yield from (replace(found, suggestion=suggestion) for found in LOOKALIKES.check(listed))

    (result,) = run_of(checked(LIST, replace(LOOKALIKES, check=suggests)))["results"]
    assert len(result.get("fixes", ())) == fixes


def test_where_the_line_does_not_hold_the_cell_that_a_rule_saw_only_the_line_is_marked() -> None:
    def elsewhere(listed: Listed) -> Iterator[Found]:
        for found in LOOKALIKES.check(listed):
            yield replace(found, place=found.place._replace(line=2))

    (result,) = run_of(checked(LIST, replace(LOOKALIKES, check=elsewhere)))["results"]
    assert region_of(result) == {"startLine": 2, "endLine": 2}


def test_a_normalised_file_has_not_the_lines_of_its_list(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(document_of(LIST).to_json(), encoding="utf-8")
    run = run_of(check_lists([("a.json", read_document(str(path)))], [LOOKALIKES]))
    (result,) = run["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert "fixes" not in result
    assert "hashes" not in run["artifacts"][0], "the hash is that of the list, not of the file"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("一覧 1.tsv", "%E4%B8%80%E8%A6%A7%201.tsv"),
        ("/data/a#b.tsv", "file:///data/a%23b.tsv"),
        ("-", "-"),
        ("a:b.tsv", "a%3Ab.tsv"),
    ],
)
def test_paths_are_uris(file: str, uri: str) -> None:
    run = run_of(checked(LIST, LOOKALIKES, file=file))
    assert run["artifacts"][0]["location"]["uri"] == uri
    assert run["results"][0]["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[名](https://example.jp)", "\\[名](https://example.jp)"),
        ("{0} {a} [1]", "{{0} {a} [1]"),
        ("\x1b[31m", "\\x1b[31m"),
    ],
)
def test_a_message_holds_no_link_and_no_placeholder_of_the_list(text: str, message: str) -> None:
    assert message_text(text) == message

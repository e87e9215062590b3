"""A baseline: what is known stays known when lines move, and nothing that is new hides behind it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import pytest

import dxlist
from dxlist.rules.baseline import Baseline, BaselineError, baseline_text, compare, read_baseline
from dxlist.rules.checking import check_lists
from dxlist.rules.registry import all_rules
from tests.cli.runs import FIRST, HEADER
from tests.findings.checked import LIST, LOOKALIKES, NAMES, ROWS, checked
from tests.lists import LISTS as LISTS_OF_DATA
from tests.lists import SHIPPED

if TYPE_CHECKING:
    from pathlib import Path

    from dxlist.rules.checking import Checked
    from dxlist.text.bilingual import Language


def baseline_of(found: Checked) -> Baseline:
    return Baseline.model_validate_json(baseline_text(found, "en"))


THIRD = "\t\t土木部 道路課\t道路台帳公開事業\t台帳を公開し、A1で点検する。\t公開した路線を5本とする。\n"
MOVED = {
    "the same": LIST,
    "blank lines above": f"\n\n{LIST}",
    "a title above": f"令和4年度 事業一覧\n{LIST}",
    "the same row in another place": HEADER + LIST.splitlines()[2] + "\n" + FIRST,
    "a row between": HEADER + FIRST + FIRST.replace("電子申請", "電子入札") + LIST.splitlines()[2] + "\n",
    "other words in the cell": LIST.replace("統計を公開し、", "統計を広く公開し、"),
    "another width of brackets in the name": LIST.replace("[名](x)", "[名]（x）"),
}


@pytest.mark.parametrize("text", MOVED.values(), ids=MOVED)
def test_a_finding_stays_known(text: str) -> None:
    compared = compare(checked(text, LOOKALIKES), baseline_of(checked(LIST, LOOKALIKES)))
    assert (compared.new.findings, len(compared.known), compared.gone) == ((), 1, ())


def fingerprints_of(data: bytes) -> set[str]:
    found = check_lists([("a.tsv", dxlist.parse(data, stem="a"))], all_rules().values()).findings
    return {one.fingerprint for one in found}


@pytest.mark.parametrize("path", LISTS_OF_DATA, ids=lambda path: path.stem)
def test_what_every_rule_finds_in_every_list_stays_known_when_lines_move(path: Path) -> None:
    assert fingerprints_of(path.read_bytes()) == fingerprints_of(b"\n\n" + path.read_bytes())


def test_a_row_put_into_the_shipped_list_takes_no_finding_away() -> None:
    lines = SHIPPED.read_text(encoding="utf-8").split("\n")
    row = "\t\t総務部 人事課\t研修事業\t研修を行う。\t研修の回数を5回とすることを目標とする。"
    more = "\n".join([*lines[:29], row, *lines[29:]]).encode()
    assert fingerprints_of(SHIPPED.read_bytes()) <= fingerprints_of(more)


NEW = {
    "in another row": LIST + THIRD,
    "above the known one": HEADER + FIRST + THIRD + LIST.splitlines()[2] + "\n",
    "a second row of the same words": LIST + LIST.splitlines()[2] + "\n",
}


@pytest.mark.parametrize("text", NEW.values(), ids=NEW)
def test_another_finding_of_the_same_rule_is_new(text: str) -> None:
    compared = compare(checked(text, LOOKALIKES), baseline_of(checked(LIST, LOOKALIKES)))
    assert len(compared.new.findings) == 1
    assert len(compared.known) == 1


def test_the_same_finding_of_another_rule_is_new() -> None:
    compared = compare(checked(LIST, LOOKALIKES, ROWS), baseline_of(checked(LIST, LOOKALIKES)))
    assert {one.rule.code for one in compared.new.findings} == {"DX903"}


def test_what_is_mended_is_gone_and_only_of_rules_and_lists_that_were_checked() -> None:
    baseline = baseline_of(checked(LIST, LOOKALIKES, NAMES))
    mended = LIST.replace("A1", "AI")
    assert [entry.code for entry in compare(checked(mended, LOOKALIKES, NAMES), baseline).gone] == ["DX901"]
    assert compare(checked(mended, NAMES), baseline).gone == ()
    assert compare(checked(mended, LOOKALIKES, NAMES, file="b.tsv"), baseline).gone == ()


def test_a_list_is_the_same_list_from_another_folder() -> None:
    baseline = baseline_of(checked(LIST, file="data/raw/a.tsv"))
    compared = compare(checked(LIST, file="../lists/a.tsv"), baseline)
    assert (compared.new.findings, compared.gone) == ((), ())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_file_is_sorted_readable_and_the_same_on_every_run(language: str) -> None:
    text = baseline_text(checked(), cast("Language", language))
    assert text == baseline_text(checked(), cast("Language", language))
    body = json.loads(text)
    assert list(body) == ["version", "findings"]
    entries = [(entry["file"], entry["code"], entry["fingerprint"]) for entry in body["findings"]]
    assert entries == sorted(entries)
    assert len({fingerprint for *_, fingerprint in entries}) == len(entries) == len(checked().findings)
    assert list(body["findings"][0]) == ["fingerprint", "code", "file", "message"]
    assert ("「A1」は「AI」の誤りです。" in text) == (language == "ja")


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"\xff\xfe\x00", b'{"version": 2, "findings": []}', b'{"version": 1}',
     b'{"version": 1, "findings": [{"fingerprint": ""}]}', b'{"version": 1, "findings": [], "more": 1}'],
)  # fmt: skip
def test_a_damaged_file_is_an_error(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "known.json"
    file.write_bytes(damage)
    with pytest.raises(BaselineError) as caught:
        read_baseline(file)
    assert caught.value.place == str(file)
    assert "this is not a baseline" in caught.value.problem.en
    assert "--write-baseline" in caught.value.remedy.en


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BaselineError) as caught:
        read_baseline(tmp_path / "known.json")
    assert "there is no such file" in caught.value.problem.en

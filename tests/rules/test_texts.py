"""DX2xx on the shipped list: what they must find, at the very letters, whether the list is raw or read back."""

import subprocess
import sys
from collections.abc import Sequence

import pytest

import dxlist
from dxlist.model.document import Document
from dxlist.rules.checking import Reported, check_lists
from dxlist.rules.dx2_texts.dictionary import installed_dictionary
from dxlist.rules.dx2_texts.katakana import katakana_slips
from dxlist.rules.dx2_texts.particles import runs_into_verbs
from dxlist.rules.selection import chosen_rules
from tests.cli.runs import PATIENCE, environment
from tests.lists import NORMALIZED, SHIPPED
from tests.rules.written_lists import marked, texts_in

FOUND = [
    (17, "DX212", "warning", "左記", None),
    (22, "DX209", "info", "取組む", "取り組む"),
    (42, "DX203", "warning", "をの", "の"),
    (43, "DX209", "info", "サーバ", "サーバー"),
    (61, "DX209", "info", "手続き", "手続"),
    (65, "DX206", "warning", "監視実施", "監視を実施"),
    (82, "DX205", "warning", "ワーケーション活用した観光支援事業", "ワーケーションを活用した観光支援事業"),
    (87, "DX209", "info", "HP", "ホームページ"),
    (96, "DX209", "info", "1人1人", "一人一人"),
    (96, "DX209", "info", "一人一台", None),
    (114, "DX202", "warning", "令和③", "令和3"),
    (124, "DX201", "warning", "A1", "AI"),
    (124, "DX201", "warning", "A1", "AI"),
    (126, "DX208", "warning", "森まっぷ", None),
    (145, "DX208", "warning", "キビタン健康ネット", None),
    (153, "DX209", "info", "Webサイト", "ウェブサイト"),
    (154, "DX210", "warning", "デジタルトランスフォーメーション", "DX"),
    (159, "DX207", "warning", "インシシ", "イノシシ"),
    (162, "DX211", "warning", "デジタルデバイス対策", "デジタルデバイド対策"),
]


@pytest.fixture(scope="module")
def document() -> Document:
    return dxlist.parse(SHIPPED)


@pytest.fixture(scope="module")
def findings(document: Document) -> Sequence[Reported]:
    return check_lists([(str(SHIPPED), document)], chosen_rules(["DX2"])).findings


def test_what_is_found_and_nothing_else(findings: Sequence[Reported]) -> None:
    found = [(one.found.place, one) for one in findings]
    assert [
        (place.line, one.rule.code, one.severity, (place.text or "")[place.start : place.end], one.found.suggestion)
        for place, one in found
    ] == FOUND


def test_spans_are_those_of_the_raw_file(findings: Sequence[Reported]) -> None:
    lines = SHIPPED.read_text(encoding="utf-8").split("\n")
    for one, (line, code, _, words, _) in zip(findings, FOUND, strict=True):
        finding = one.finding("en")
        cell = lines[line - 1].split("\t")[(finding.cell or 0) - 1]
        assert cell[finding.start : finding.end] == words, (line, code)


def test_a_list_read_back_gives_the_same(findings: Sequence[Reported]) -> None:
    normalised = Document.model_validate_json((NORMALIZED / "fukushima_r04.json").read_bytes())
    again = check_lists([(str(SHIPPED), normalised)], chosen_rules(["DX2"])).findings
    assert [one.finding("ja") for one in again] == [one.finding("ja") for one in findings]
    assert [one.fingerprint for one in again] == [one.fingerprint for one in findings]


def test_messages_name_the_words_in_both_languages(findings: Sequence[Reported]) -> None:
    for one in findings:
        place = one.found.place
        words = (place.text or "")[place.start : place.end]
        assert one.found.message.ja.endswith("。")
        if one.rule.code != "DX210":
            assert f"「{words}」" in one.found.message.ja
            assert f"「{words}」" in one.found.message.en


def test_the_dictionary_is_installed_where_the_tests_run() -> None:
    assert installed_dictionary() is not None


def test_without_a_dictionary_the_list_alone_speaks(document: Document) -> None:
    texts = texts_in(document)
    assert marked(runs_into_verbs(texts, None)) == []
    assert marked(katakana_slips(texts, None)) == []
    dictionary = installed_dictionary()
    assert marked(runs_into_verbs(texts, dictionary)) == ["監視実施"]
    assert marked(katakana_slips(texts, dictionary)) == ["インシシ"]


def test_related_lines_are_the_others_of_the_rarer_spelling(findings: Sequence[Reported]) -> None:
    related = {
        (line, words): [other.line for other in one.found.related]
        for one, (line, _, _, words, _) in zip(findings, FOUND, strict=True)
    }
    assert related[96, "一人一台"] == [93]
    assert related[87, "HP"] == [92]
    assert related[22, "取組む"] == []


def test_the_dictionary_is_loaded_for_a_question_only() -> None:
    program = "import sys; from dxlist.rules.registry import all_rules; all_rules(); print('fugashi' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert done.stdout == "False\n"

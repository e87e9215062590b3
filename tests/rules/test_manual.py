"""The manual page of each rule: both languages, official rules that exist, and examples that are its tests."""

import re

import pytest

import dxlist
from dxlist.rules.checking import check_lists
from dxlist.rules.manual import Example, page_of
from dxlist.rules.registry import FAMILIES, Rule, all_rules
from dxlist.words.official_rules import OFFICIAL_RULES

RULES = list(all_rules().values())
EXAMPLES = [(rule, example) for rule in RULES for example in page_of(rule.check).examples]
KANA = re.compile(r"[ぁ-んァ-ヶ]")


def found_by(rule: Rule, example: Example) -> list[str]:
    document = dxlist.parse(example.data, stem="example")
    return [one.found.message.en for one in check_lists([("example.tsv", document)], [rule]).findings]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_page_says_it_in_both_languages(rule: Rule) -> None:
    page = page_of(rule.check)
    assert rule.code.startswith(FAMILIES)
    assert re.fullmatch(r"DX\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert KANA.search(page.text.ja)
    assert page.text.en
    assert page.text.ja.count("\n\n") >= 1 <= page.text.en.count("\n\n"), "what it finds, then why that matters"
    assert rule.title.ja
    assert not KANA.search(rule.title.en)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_official_rules_exist(rule: Rule) -> None:
    assert set(rule.official) <= OFFICIAL_RULES.keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_there_are_a_bad_and_a_good_example(rule: Rule) -> None:
    assert {example.is_bad for example in page_of(rule.check).examples} == {True, False}


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.code}-{n}" for n, (rule, _) in enumerate(EXAMPLES)]
)
def test_examples(rule: Rule, example: Example) -> None:
    assert bool(found_by(rule, example)) == example.is_bad, example.rows


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_lies_in_the_folder_of_its_family(rule: Rule) -> None:
    folder = rule.check.__module__.split(".")[-2]
    assert folder.upper().startswith(rule.code[:3]), (rule.code, rule.check.__module__)

"""Rows of one project that need not agree: 細事業 of a budget, several indicators, names that every department has."""

import pytest

import dxlist
from dxlist.rules.checking import check_lists
from dxlist.rules.selection import chosen_rules

HEADER = "分野\t項目\t担当課\t事業名\t事業概要\t指標\n"
BUDGET = "部局\t課\t事業名\t事業概要\t予算額（千円）\n"

SILENT = {
    "other money": BUDGET
    + "福祉部\t福祉課\t保育人材確保事業費\t保育士を目指す学生に修学資金を貸し付ける。\t120,000\n"
    + "福祉部\t福祉課\t保育人材確保事業費\t潜在保育士を目指す学生に修学資金を貸し付ける。\t18,400\n"
    + "福祉部\t福祉課\t高齢者支援事業費\t見守りを行う。\t9,000\n",
    "two indicators below one item": HEADER
    + "1 農業\t1(1) 担い手\t農林部 農政課\tスマート農業推進事業\t機械の導入を支援する。\t導入した経営体数：100経営体\n"
    + "\t\t農林部 農政課\tスマート農業推進事業\t機械の導入を支援する。\t研修の受講者の満足度：80％\n"
    + "2 林業\t2(1) 担い手\t農林部 林政課\t林業支援事業\t間伐を進める。\t間伐面積：20ha\n",
    "a name that every department has": HEADER
    + "1 総務\t1(1) 総務\t総務部 総務課\t職員給与費\t一般職員の給料、職員手当、共済費等\tなし\n"
    + "2 福祉\t2(1) 福祉\t福祉部 福祉課\t職員給与費\t一般職員の給料、職員手当、共済費等\tなし\n"
    + "3 土木\t3(1) 土木\t建設部 建設課\t職員給与費\t一般職員の給料、職員手当、共済費等\tなし\n",
}

FOUND = {
    "printed again below another item": HEADER
    + "1 農業\t1(1) 担い手\t農林部 農政課\tスマート農業推進事業\t機械の導入を支援する。\t導入した経営体数：100経営体\n"
    + "2 技術\t2(1) 実証\t農林部 農政課\tスマート農業推進事業\t機械の導入を支援する。\t導入した経営体数：120経営体\n",
    "the same indicator below one item": HEADER
    + "1 農業\t1(1) 担い手\t農林部 農政課\tスマート農業推進事業\t機械の導入を支援する。\t導入した経営体数：100経営体\n"
    + "\t\t農林部 農政課\tスマート農業推進事業\t機械の導入を支援する。\t導入した経営体数：120経営体\n",
}


def codes_of(text: str) -> list[str]:
    checked = check_lists([("list.tsv", dxlist.parse(text.encode(), stem="list"))], chosen_rules(["DX40"]))
    return [one.rule.code for one in checked.findings if one.severity != "info"]


@pytest.mark.parametrize("name", SILENT)
def test_portions_of_a_project_do_not_contradict_each_other(name: str) -> None:
    assert codes_of(SILENT[name]) == []


@pytest.mark.parametrize("name", FOUND)
def test_rows_that_say_what_a_project_aims_at_must_agree(name: str) -> None:
    assert codes_of(FOUND[name]) == ["DX401"]

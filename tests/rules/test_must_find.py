"""What a careful reader finds in the shipped list: each place, the rule that says it, and at least how loudly."""

import pytest

import dxlist
from dxlist.model.finding import SEVERITIES
from dxlist.rules.checking import Reported, check_lists
from dxlist.rules.selection import chosen_rules
from tests.lists import SHIPPED

MUST = [
    # code, lines that one finding, or findings of one rule, name together, severity
    ("DX101", [20, 40], "warning", "header over two lines"),
    ("DX104", [32, 33, 34, 37, 48, 49, 70, 71, 87, 103, 112], "info", "row slid"),
    ("DX105", [15], "warning", "the field cell holds the item"),
    ("DX106", [87], "info", "the field cell holds the department"),
    ("DX107", [102], "error", "cut off, overview and KPI lost"),
    ("DX110", [93], "warning", "several items in a cell"),
    ("DX111", [93], "warning", "four codes, three titles"),
    ("DX112", [32, 33, 34], "warning", "計画 without a title"),
    ("DX113", [15], "warning", "no 2(1)"),
    ("DX115", [11, 12, 13, 14], "warning", "doubtful fill below 計画"),
    ("DX116", [*range(60, 72)], "info", "wrapped within words"),
    ("DX119", [69, 70, 71, 131, 132, 133, 134], "info", "a project printed once"),
    ("DX201", [124], "warning", "A1 for AI"),
    ("DX202", [114], "warning", "令和③"),
    ("DX203", [42], "warning", "をの"),
    ("DX205", [82], "warning", "lost を"),
    ("DX206", [65], "warning", "監視実施して, with the dictionary"),
    ("DX207", [159], "warning", "インシシ, with the dictionary"),
    ("DX208", [126, 145], "warning", "one name, two spellings"),
    ("DX210", [154], "warning", "DX spelled out"),
    ("DX212", [17], "warning", "左記"),
    ("DX301", [87], "warning", "no unit"),
    ("DX302", [100], "warning", "two metrics"),
    ("DX303", [49, 52, 66, 166], "warning", "KPI copies the overview"),
    ("DX401", [14, 61], "error", "11万 and 11,000"),
    ("DX401", [60, 62, 64], "warning", "41 and 42"),
    ("DX401", [13, 53, 163], "warning", "targets differ"),
    ("DX402", [6, 36, 46], "warning", "実践例 and 実施例"),
    ("DX412", [113, 135], "warning", "one KPI, two titles"),
]


@pytest.fixture(scope="module")
def findings() -> list[Reported]:
    checked = check_lists([("fukushima_r04.tsv", dxlist.parse(SHIPPED))], chosen_rules())
    return list(checked.findings)


@pytest.mark.parametrize(("code", "lines", "severity", "what"), MUST, ids=[f"{m[0]} {m[3]}" for m in MUST])
def test_found(findings: list[Reported], code: str, lines: list[int], severity: str, what: str) -> None:
    of_rule = [one for one in findings if one.rule.code == code]
    loud = [one for one in of_rule if SEVERITIES.index(one.severity) <= SEVERITIES.index(severity)]
    named = {line for one in loud for line in (one.found.place.line, *(r.line for r in one.found.related))}
    assert set(lines) <= named, what

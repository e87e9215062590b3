"""The findings of the shipped lists stand in golden files with a reader's verdict; the precision is computed from them."""

from pathlib import Path

import pytest

from tests.lists import LISTS
from tests.rules.verdicts import VERDICTS, findings_of, read_verdicts

WRONG_AT_MOST = 1 / 20
MOST = 120
"""Findings at warning and above on the shipped list: more would drown the reader."""


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_findings_are_those_that_were_read(path: Path) -> None:
    now, read = [row.key for row in findings_of(path)], [row.key for row in read_verdicts(path)]
    assert sorted(set(read) - set(now)) == [], "gone; python -m tests.rules.verdicts"
    assert sorted(set(now) - set(read)) == [], "new; python -m tests.rules.verdicts"
    assert now == read


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_finding_has_a_verdict(path: Path) -> None:
    rows = read_verdicts(path)
    assert {row.verdict for row in rows} <= set(VERDICTS)
    assert [row for row in rows if row.verdict != "right" and not row.reason] == [], "say why it is doubtful or wrong"


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_precision_at_default_severity(path: Path) -> None:
    shown = [row for row in read_verdicts(path) if row.severity != "info"]
    assert len(shown) <= MOST
    assert sum(row.verdict != "right" for row in shown) <= WRONG_AT_MOST * len(shown)

"""The findings of all lists stand in golden files with a reader's verdict; the precision is computed from them."""

from pathlib import Path

import pytest

import dxlist
from dxlist.rules.checking import at_least, check_lists
from dxlist.rules.selection import chosen_rules
from tests.lists import LISTS
from tests.rules.verdicts import ALL_LISTS, FOLDER, OTHER_LISTS, VERDICTS, file_of, findings_of, read_verdicts

WRONG_AT_MOST = 1 / 20
FEWEST = 20
"""Findings without which a share says nothing."""
MOST = 120
"""Findings at warning and above on the shipped list: more would drown the reader."""


@pytest.mark.parametrize("path", ALL_LISTS, ids=lambda path: path.name)
def test_findings_are_those_that_were_read(path: Path) -> None:
    now, read = [row.key for row in findings_of(path)], [row.key for row in read_verdicts(path)]
    assert sorted(set(read) - set(now)) == [], "gone; python -m tests.rules.verdicts"
    assert sorted(set(now) - set(read)) == [], "new; python -m tests.rules.verdicts"
    assert now == read


@pytest.mark.parametrize("path", ALL_LISTS, ids=lambda path: path.name)
def test_every_finding_has_a_verdict(path: Path) -> None:
    rows = read_verdicts(path)
    assert {row.verdict for row in rows} <= set(VERDICTS)
    assert [row for row in rows if row.verdict != "right" and not row.reason] == [], "say why it is doubtful or wrong"


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_precision_at_default_severity(path: Path) -> None:
    shown = [row for row in read_verdicts(path) if row.severity != "info"]
    assert len(shown) <= MOST
    assert sum(row.verdict != "right" for row in shown) <= WRONG_AT_MOST * len(shown)


def test_precision_on_lists_of_other_governments() -> None:
    rows = [row for path in OTHER_LISTS for row in read_verdicts(path)]
    assert len(rows) >= FEWEST
    assert sum(row.verdict != "right" for row in rows) <= WRONG_AT_MOST * len(rows)


def test_every_file_of_verdicts_is_of_a_list() -> None:
    assert set(FOLDER.iterdir()) <= {file_of(path) for path in ALL_LISTS}


def test_lists_of_two_years_are_not_held_against_each_other() -> None:
    """The second list sets higher targets for the same projects: no contradiction."""
    paths = [path for path in OTHER_LISTS if path.stem.startswith("sotoku_")]
    together = check_lists([(path.name, dxlist.parse(path)) for path in paths], chosen_rules(["DX4"]))
    assert len(paths) > 1
    assert at_least(together.findings, "warning") == []

"""Every finding on the published lists of other governments was read by a person, and is nearly always right."""

from pathlib import Path

import pytest

from tests.rules.real_verdicts import (
    FOLDER,
    MOST,
    OTHER_YEAR,
    REAL_LISTS,
    Row,
    all_verdicts,
    file_of,
    findings_of,
    lost,
    precision,
    present,
    read_verdicts,
    sample,
)
from tests.rules.verdicts import VERDICTS

pytestmark = pytest.mark.skipif(not REAL_LISTS, reason="the real lists are not here")

RIGHT, WRONG = 95 / 100, 2 / 100
"""Share of what is shown by default: right at least, wrong at most."""
FEWEST = 150
"""Findings judged, infos too."""
ALL_LISTS = (*REAL_LISTS, *OTHER_YEAR)


def shown(rows: list[Row]) -> list[Row]:
    return [row for row in rows if not row.is_info]


@pytest.mark.parametrize("path", ALL_LISTS, ids=lambda path: path.name)
def test_what_is_shown_was_read(path: Path) -> None:
    read = [row.key for row in read_verdicts(path)]
    assert [row for row in shown(findings_of(path)) if row.key not in read] == [], (
        "python -m tests.rules.real_verdicts --show"
    )


@pytest.mark.parametrize("path", ALL_LISTS, ids=lambda path: path.name)
def test_every_verdict_is_one_and_has_its_reason(path: Path) -> None:
    rows = read_verdicts(path)
    assert [row for row in rows if row.verdict not in VERDICTS] == []
    assert [row for row in rows if row.verdict != "right" and not row.reason] == [], "say why it is doubtful or wrong"


def test_every_file_is_of_a_list() -> None:
    assert set(FOLDER.iterdir()) <= {file_of(path) for path in ALL_LISTS}


def test_enough_findings_were_judged_and_none_of_one_rule_decides() -> None:
    """What is gone since it was judged counts: the rule was mended for it."""
    judged = sample(all_verdicts(REAL_LISTS))
    assert len(judged) >= FEWEST
    assert max(sum(row.code == code for row in judged) for code in {row.code for row in judged}) <= MOST


@pytest.mark.parametrize("path", ALL_LISTS, ids=lambda path: path.name)
def test_nothing_right_was_lost(path: Path) -> None:
    assert lost(read_verdicts(path)) == []


def share(verdict: str) -> float:
    rows = shown(sample(present(all_verdicts(REAL_LISTS))))
    return sum(row.verdict == verdict for row in rows) / len(rows)


def test_nearly_all_that_is_shown_is_right() -> None:
    assert share("right") >= RIGHT, "\n".join(precision(sample(present(all_verdicts(REAL_LISTS)))))


def test_hardly_anything_that_is_shown_is_wrong() -> None:
    assert share("wrong") <= WRONG

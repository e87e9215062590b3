"""Hostile inputs, the same ones in every run: few enough for each change; `python -m tests.hostile` runs more."""

from __future__ import annotations

import pytest

from tests.hostile.kinds import kind_of
from tests.hostile.limits import run_input
from tests.hostile.minimal import minimal_input

SEED, INPUTS, SHARES = 14, 240, 8


def failures_of(share: int) -> list[str]:
    found = []
    for number in range(share, INPUTS, SHARES):
        data = kind_of(number).make(SEED, number)
        found += [f"{kind}: {detail} ({number})" for kind, detail in run_input(data, number).failures]
    return found


@pytest.fixture(scope="module", params=range(SHARES))
def failures(request: pytest.FixtureRequest) -> list[str]:
    share: int = request.param
    return failures_of(share)


def test_nothing_is_lost_and_nothing_breaks(failures: list[str]) -> None:
    assert failures == []


def test_an_input_is_the_same_for_a_seed_and_a_number() -> None:
    made = [kind_of(number).make(3, number) for number in range(60)]
    assert made == [kind_of(number).make(3, number) for number in range(60)]
    assert len(set(made)) == 60


def test_a_failing_input_is_made_small() -> None:
    data = "分野\t項目\n1 行政\tx申請x\n2 産業\t農業".encode()
    assert minimal_input(data, lambda found: "申請".encode() in found).decode() == "申請"

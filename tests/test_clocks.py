"""No test looks at a clock: a slow machine must not turn it red.  Speed is measured in bench/."""

import re

from tests.lists import ROOT

CLOCK = re.compile(r"\b(?:perf_counter|monotonic|process_time|time\.time|sleep)\b|\b(?:timeout=|wait\()\d")
WAITING = {"tests/cli/runs.py": ["time.sleep(0.01)"]}
"""What waits for an event looks again after a while."""
NO_TESTS = {"tests/test_clocks.py", "tests/hostile/running.py"}
"""The long run of hostile lists says how long it took, and ends an input that hangs."""
FILES = sorted(path for path in (ROOT / "tests").rglob("*.py") if path.relative_to(ROOT).as_posix() not in NO_TESTS)


def test_no_test_looks_at_a_clock() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): [line.strip() for line in lines]
        for path in FILES
        if (lines := [line for line in path.read_text(encoding="utf-8").splitlines() if CLOCK.search(line)])
    }
    assert found == WAITING

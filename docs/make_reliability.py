"""Measure how often a row is as right as its confidence says, and write the tables into docs/damage.md.

    python docs/make_reliability.py [--lists 2000] [--real FOLDER]

The tables stand between two marks, START and END below; without them they are printed.  FOLDER holds real lists, each
with its truth beside it (`tests/damage/real.py`).
"""  # noqa: INP001 - a script, no package

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.damage.generator import mixed_form  # noqa: E402 - the tests are no installed package
from tests.damage.measure import measure  # noqa: E402
from tests.damage.real import measure_real  # noqa: E402
from tests.damage.reliability import reliability_table, summary_table  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.damage.reliability import Outcome

PAGE = ROOT / "docs" / "damage.md"
BLOCK = re.compile(
    r"(<!-- reliability: python docs/make_reliability\.py -->\n).*?(<!-- end of reliability -->)", re.DOTALL
)
DOUBTFUL = 0.7


def tables(title: str, outcomes: list[Outcome]) -> Iterator[str]:
    """Yield the lines of both tables of one set of lists."""
    yield from (f"{title}:", "")
    yield from reliability_table(outcomes)
    yield ""
    yield from summary_table(outcomes, DOUBTFUL)
    yield ""


def main() -> None:
    """Measure, and write or print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lists", type=int, default=2000)
    parser.add_argument("--real", type=Path)
    given = parser.parse_args()
    result = measure([(seed, mixed_form(seed)) for seed in range(given.lists)], jobs=2)
    lines = list(tables(f"{given.lists:,} generated lists, half of them printed and damaged", result.outcomes))
    if given.real:
        lines += tables("Real lists of other governments", measure_real(given.real))
    page, block = PAGE.read_text("utf-8"), "\n".join(lines)
    fresh, blocks = BLOCK.subn(lambda found: f"{found[1]}{block}{found[2]}", page)
    if blocks:
        PAGE.write_text(fresh, encoding="utf-8", newline="\n")
    else:
        print(block)  # noqa: T201 - a script


if __name__ == "__main__":
    main()

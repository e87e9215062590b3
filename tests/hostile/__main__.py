"""Run many inputs: `python -m tests.hostile --inputs 10000 --seed 1 --resume state.json --jobs 2`.

It prints counts and kinds of failures, writes inputs that fail into a folder, and ends with 1 where there are any.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.hostile.running import Run, load_state, report, save_state


def read_options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    options.add_argument("--inputs", type=int, default=1000, help="how many of the seed, those of earlier runs too")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--resume", type=Path, help="file of the state: it is made, or a run goes on from it")
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--failures", type=Path, default=Path("hostile-failures"), help="folder for inputs that fail")
    return options.parse_args()


def main() -> int:
    """Run, also when it is interrupted say how far it came."""
    given = read_options()
    state = load_state(given.resume, given.seed)
    try:
        Run(state, given.inputs, given.jobs, given.failures, given.resume).go()
    except KeyboardInterrupt:
        print("interrupted; the state holds what is done")
    save_state(given.resume, state)
    print(*(f"{name}: {value}" for name, value in report(state).items()), sep="\n")
    print(*(f"{count:6} {kind}" for kind, count in sorted(state.kinds.items(), key=lambda one: -one[1])), sep="\n")
    return 1 if state.kinds else 0


if __name__ == "__main__":
    sys.exit(main())

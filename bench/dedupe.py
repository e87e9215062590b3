"""Measure how dxlist finds one project behind many mentions: seconds, memory, precision, recall, beside other ways.

    python bench/dedupe.py [--sizes 1000,10000,100000] [--million] [--peers] [--seed N] [--json FILE]

The mentions are made by tests/projects/noise.py: names of the shipped list for many governments, damaged by chance,
with a known truth.  Each way runs in a process of its own; making the mentions is not counted, the memory is of the
whole process with the mentions in it.  Prints each figure beside its goal and always exits 0.
"""

import argparse
import itertools
import json
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from linkers import LINKERS
from processes import run_once

from tests.projects.noise import Plan, make_mentions
from tests.projects.scores import score

MEGABYTE = 1 << 20
GROWTH = 13.0
SECONDS = {100_000: 5.0, 1_000_000: 60.0}
MEMORY = 4096.0
PRECISION, RECALL, RECALL_SUGGESTED, SUGGESTIONS = 0.999, 0.95, 0.98, 0.03
HEADER = ("way", "mentions", "seconds", "of CPU", "peak MB", "precision", "recall", "+suggested", "suggestions")


class Figure(NamedTuple):
    """One way over one size; None where the process failed, and then why."""

    way: str
    size: int
    seconds: float | None
    cpu: float = 0
    """Seconds that the processor worked for it: on a machine with other work the seconds on the wall are more."""
    memory: float | None = None
    precision: float = 0
    recall: float = 0
    recall_suggested: float = 0
    suggestions: float = 0
    message: str = ""


class Goal(NamedTuple):
    """A figure, and the most or the least that it may be."""

    name: str
    found: float
    bound: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Return whether the figure is within its bound."""
        return self.found >= self.bound if self.at_least else self.found <= self.bound


def link(way: str, size: int, seed: int) -> dict[str, float]:
    """Make the mentions, link them, and score the clusters; this is what the process of one figure does."""
    mentions = list(make_mentions(Plan(size, seed)))
    rows = [row._replace(handle=at) for at, (row, _) in enumerate(mentions)]
    truth = [project for _, project in mentions]
    del mentions
    start, start_cpu = time.perf_counter(), time.process_time()
    clusters, suggested = LINKERS[way][0](rows)
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    found = score([[truth[at] for at in cluster] for cluster in clusters], suggested, size)
    return {"seconds": seconds, "cpu": cpu, **found._asdict()}


def measure(way: str, size: int, seed: int) -> Figure:
    """Run one way over one size in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "figures.json"
        run = run_once((sys.executable, __file__, "--way", way, "--sizes", str(size), "--seed", str(seed)), output)
        if run.status:
            return Figure(way, size, None, message=run.message)
        figures = json.loads(output.read_text(encoding="utf-8").splitlines()[-1])
    return Figure(way, size, memory=run.memory and run.memory / MEGABYTE, **figures)


def measure_all(sizes: list[int], ways: list[str], seed: int) -> Iterator[Figure]:
    for size in sizes:
        for way in ways:
            _, most, module = LINKERS[way]
            if size <= most and find_spec(module):
                yield measure(way, size, seed)


def goals_of(figures: list[Figure]) -> Iterator[Goal]:
    own = [figure for figure in figures if figure.way == "dxlist"]
    for figure in own:
        size = f"{figure.size:,} mentions"
        if figure.seconds is None:
            continue
        if figure.size in SECONDS:
            yield Goal(f"seconds, {size}", figure.seconds, SECONDS[figure.size])
        yield Goal(f"precision of joined pairs, {size}", figure.precision, PRECISION, at_least=True)
        yield Goal(f"recall of joined pairs, {size}", figure.recall, RECALL, at_least=True)
        yield Goal(f"recall with suggestions, {size}", figure.recall_suggested, RECALL_SUGGESTED, at_least=True)
        yield Goal(f"suggestions for each mention, {size}", figure.suggestions, SUGGESTIONS)
        if figure.memory:
            yield Goal(f"peak MB, {size}", figure.memory, MEMORY)
    for small, large in itertools.pairwise(own):
        if small.seconds and large.seconds:
            growth = (large.cpu / small.cpu) ** (1 / _tens(small.size, large.size))
            yield Goal(f"times the CPU for ten times as many, to {large.size:,}", growth, GROWTH)


def _tens(small: int, large: int) -> float:
    return len(str(large)) - len(str(small)) or 1


def ratios_of(figures: list[Figure]) -> Iterator[str]:
    own = {figure.size: figure.cpu for figure in figures if figure.way == "dxlist"}
    for figure in figures:
        ours = own.get(figure.size)
        if figure.way != "dxlist" and figure.seconds and ours:
            yield f"{figure.way + f', {figure.size:,}':44}{figure.cpu / ours:10.2f} times the CPU of dxlist"


def format_figure(figure: Figure) -> tuple[str, ...]:
    if figure.seconds is None:
        return figure.way, f"{figure.size:,}", f"failed: {figure.message}"
    memory = f"{figure.memory:.0f}" if figure.memory else "?"
    shares = (f"{figure.precision:.5f}", f"{figure.recall:.4f}", f"{figure.recall_suggested:.4f}")
    return (
        figure.way,
        f"{figure.size:,}",
        f"{figure.seconds:.2f}",
        f"{figure.cpu:.2f}",
        memory,
        *shares,
        f"{figure.suggestions:.2%}",
    )


def print_cells(cells: tuple[str, ...]) -> None:
    name, *others = cells
    print(f"{name:24}" + "".join(f"{cell:>12}" for cell in others), flush=True)


def report(sizes: list[int], ways: list[str], seed: int) -> tuple[list[Figure], list[Goal]]:
    """Measure, print the figures as they come, then the ratios and the goals."""
    print_cells(HEADER)
    figures: list[Figure] = []
    for figure in measure_all(sizes, ways, seed):
        figures.append(figure)
        print_cells(format_figure(figure))
    print("", *ratios_of(figures), "", sep="\n")
    goals = list(goals_of(figures))
    for goal in goals:
        sign, verdict = (">=" if goal.at_least else "<="), ("met" if goal.met else "MISSED")
        print(f"{goal.name:56}{goal.found:12.5g}   goal {sign} {goal.bound:g}   {verdict}")
    return figures, goals


def read_options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description="Measure how dxlist finds one project behind many mentions.")
    options.add_argument("--sizes", default="1000,10000,100000", help="mentions, parted by commas")
    options.add_argument("--million", action="store_true", help="a million mentions too (minutes)")
    options.add_argument("--peers", action="store_true", help="other ways too, those that are installed")
    options.add_argument("--seed", type=int, default=2026)
    options.add_argument("--json", type=Path, help="write the figures to this file too")
    options.add_argument("--way", choices=LINKERS, help=argparse.SUPPRESS)
    return options.parse_args()


def main() -> None:
    """Measure one way as a process of its own, or all of them and report."""
    given = read_options()
    sizes = [int(size) for size in given.sizes.split(",")] + [1_000_000] * given.million
    if given.way:
        print(json.dumps(link(given.way, sizes[0], given.seed)))
        return
    figures, goals = report(sizes, list(LINKERS) if given.peers else ["dxlist", "folded names"], given.seed)
    if given.json:
        about = {"python": platform.python_version(), "machine": platform.machine(), "system": platform.system()}
        found = {"figures": [f._asdict() for f in figures], "goals": [{**g._asdict(), "met": g.met} for g in goals]}
        text = json.dumps({**about, **found}, ensure_ascii=False, indent=2)
        given.json.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

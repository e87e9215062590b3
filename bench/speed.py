"""Measure dxlist against floors of the same run: whole processes, best of several, ratios.

    python bench/speed.py [--short] [--sizes 1,10,100] [--repeats N] [--json FILE]

Prints each figure beside its goal and always exits 0: a goal that is missed is reported, never an error.
"""

import argparse
import filecmp
import itertools
import json
import platform
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from make_list import LIST, MEGABYTE, write_list
from processes import Run, pick_best, run_both, run_once

FLOOR = Path(__file__).with_name("floor.py")
SECOND_FLOOR = Path(__file__).with_name("second_floor.py")
DXLIST = (sys.executable, "-m", "dxlist")
IMPORTS = "import typer, pydantic\nclass Model(pydantic.BaseModel):\n    text: str\nModel(text='一')"
IMPORT = "import typer"

FLOOR_GOAL, SECOND_FLOOR_GOAL, MEMORY_GOAL, LINEAR_GOAL = 16.0, 5.0, 150 * MEGABYTE, 1.25
LIST_GOAL, VERSION_GOAL, VALIDATE_GOAL = 2.0, 1.3, 1.2
LARGE = 1000  # megabytes from which one run is enough
HEADER = ("run", "seconds", "MB/s", "records", "records/s", "peak MB")


class Plan(NamedTuple):
    """What is asked for: the sizes in megabytes, how often each run is repeated, where files may be written."""

    sizes: list[float]
    repeats: int
    folder: Path


class Figure(NamedTuple):
    """One process in the table; megabytes and records are 0 for a run that is only timed."""

    name: str
    run: Run
    megabytes: float = 0
    records: int = 0


class Goal(NamedTuple):
    """A figure with the most that it may be; None where it could not be measured."""

    name: str
    found: float | None
    most: float
    unit: str


class Result(NamedTuple):
    """What one comparison gives: lines of the table and goals."""

    figures: list[Figure]
    goals: list[Goal]


def count_lines(path: Path) -> int:
    """Count the line ends of a file; a run that failed may have left none."""
    if not path.exists():
        return 0
    with path.open("rb") as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))


def divide(run: Run, other: Run) -> float | None:
    """Return how many times the other run's seconds a run took, or None where one of them failed."""
    return None if run.status or other.status else run.seconds / other.seconds


def compare_size(plan: Plan, size: float) -> Result:
    """Parse a list of some megabytes to JSON lines and compare with both floors."""
    names = ("list.tsv", "dxlist.jsonl", "floor.jsonl", "said.txt")
    source, ours, theirs, said = (plan.folder / name for name in names)
    megabytes = write_list(LIST, source, size) / MEGABYTE
    parse = (*DXLIST, "parse", str(source), "--format", "jsonl", "--output", "-")
    floor = (sys.executable, str(FLOOR), str(source), str(theirs))
    repeats = 1 if size >= LARGE else plan.repeats
    run, base = run_both(parse, floor, (ours, said), repeats)
    figures = [
        Figure(f"floor, {size:g} MB", base, megabytes, count_lines(theirs)),
        Figure(f"dxlist parse, {size:g} MB", run, megabytes, count_lines(ours)),
    ]
    memory = None if run.status else run.memory
    second = run_second_floor(plan, source, ours, repeats) if not run.status else run
    figures.insert(1, Figure(f"second floor, {size:g} MB", second, megabytes, figures[1].records))
    return Result(
        figures,
        [
            Goal(f"parse against the floor, {size:g} MB", divide(run, base), FLOOR_GOAL, "x"),
            Goal(f"parse against the second floor, {size:g} MB", divide(run, second), SECOND_FLOOR_GOAL, "x"),
            Goal(f"peak memory of parse, {size:g} MB", memory and memory / MEGABYTE, MEMORY_GOAL / MEGABYTE, " MB"),
        ],
    )


def run_second_floor(plan: Plan, source: Path, ours: Path, repeats: int) -> Run:
    """Write what dxlist wrote of a list from prepared records; the seconds of loading these are not counted."""
    prepared, theirs, said = (plan.folder / name for name in ("prepared.bin", "second.jsonl", "second.txt"))
    run_once((sys.executable, str(SECOND_FLOOR), "--prepare", str(ours), str(prepared)), said)
    command = (sys.executable, str(SECOND_FLOOR), str(source), str(prepared), str(theirs))
    run = pick_best([_without_loading(run_once(command, said), said) for _ in range(repeats)])
    if not run.status and not filecmp.cmp(ours, theirs, shallow=False):
        return run._replace(status=1, message="it wrote other bytes than dxlist")
    return run


def _without_loading(run: Run, said: Path) -> Run:
    return run if run.status else run._replace(seconds=run.seconds - float(said.read_text(encoding="utf-8").split()[1]))


def compare_shipped(plan: Plan) -> Result:
    """Parse the shipped list as a whole process and compare with one that imports typer and pydantic."""
    parse = (*DXLIST, "parse", str(LIST), "--output", str(plan.folder / "normalized"))
    run, base = run_both(
        parse, (sys.executable, "-c", IMPORTS), (plan.folder / "ours.txt", plan.folder / "theirs.txt"), 3 * plan.repeats
    )
    figures = [Figure("typer, pydantic, one model", base), Figure("dxlist parse, shipped list", run)]
    return Result(figures, [Goal("shipped list against the imports", divide(run, base), LIST_GOAL, "x")])


def compare_version(plan: Plan) -> Result:
    """Ask for the version and compare with the import of typer."""
    run, base = run_both(
        (*DXLIST, "--version"),
        (sys.executable, "-c", IMPORT),
        (plan.folder / "ours.txt", plan.folder / "theirs.txt"),
        3 * plan.repeats,
    )
    figures = [Figure(IMPORT, base), Figure("dxlist --version", run)]
    return Result(figures, [Goal("--version against the import", divide(run, base), VERSION_GOAL, "x")])


def compare_validate(plan: Plan) -> Result:
    """Check the shipped list by all rules and compare with parsing it, both as whole processes."""
    run, base = run_both(
        (*DXLIST, "validate", str(LIST), "--fail-on", "never"),
        (*DXLIST, "parse", str(LIST), "--output", str(plan.folder / "normalized")),
        (plan.folder / "ours.txt", plan.folder / "theirs.txt"),
        3 * plan.repeats,
    )
    figures = [Figure("dxlist validate, shipped list", run)]
    return Result(figures, [Goal("validate against parse, shipped list", divide(run, base), VALIDATE_GOAL, "x")])


def compare_linear(figures: list[Figure]) -> Iterator[Goal]:
    """Compare the seconds a megabyte of each size with those of the size before, from 10 MB on."""
    parsed = [figure for figure in figures if figure.name.startswith("dxlist parse,") and figure.megabytes >= 10]
    for small, large in itertools.pairwise(parsed):
        ratio = divide(large.run, small.run)
        found = ratio and ratio * small.megabytes / large.megabytes
        name = f"seconds a MB, {large.megabytes:.0f} MB against {small.megabytes:.0f} MB"
        yield Goal(name, found, LINEAR_GOAL, "x")


def format_figure(figure: Figure) -> tuple[str, ...]:
    """Write a figure as the cells of the table; what a run does not have stays empty."""
    name, run, megabytes, records = figure
    if run.status:
        return name, f"failed (exit {run.status}): {run.message}"
    memory = "?" if run.memory is None else f"{run.memory / MEGABYTE:.0f}"
    rates = ("", "", "")
    if megabytes:
        rates = (f"{megabytes / run.seconds:.1f}", f"{records:,}", f"{records / run.seconds:,.0f}")
    return name, f"{run.seconds:.3f}", *rates, memory


def format_goal(goal: Goal) -> str:
    if goal.found is None:
        return f"{goal.name:48}{'not measured':>12}   goal {goal.most:g}{goal.unit}"
    verdict = "met" if goal.found <= goal.most else "MISSED"
    return f"{goal.name:48}{f'{goal.found:.2f}{goal.unit}':>12}   goal {goal.most:g}{goal.unit}   {verdict}"


def print_cells(cells: tuple[str, ...]) -> None:
    name, *others = cells
    print(f"{name:30}" + "".join(f"{cell:>12}" for cell in others), flush=True)


def report(plan: Plan) -> Result:
    """Run every comparison and print its figures as they come, then the goals."""
    figures: list[Figure] = []
    goals: list[Goal] = []
    print_cells(HEADER)
    for result in run_comparisons(plan):
        for figure in result.figures:
            print_cells(format_figure(figure))
        figures += result.figures
        goals += result.goals
    goals += compare_linear(figures)
    print("", *map(format_goal, goals), sep="\n")
    print_values(plan)
    return Result(figures, goals)


def print_values(plan: Plan) -> None:
    """Say what share of the time the values take, over a list of the smallest size."""
    if find_spec("dxlist") is None:
        return
    from values_share import lines, share  # noqa: PLC0415 - the bench also runs where dxlist is not installed

    source = plan.folder / "values.tsv"
    write_list(LIST, source, min(plan.sizes))
    print(*lines(share(source)), sep="\n")


def run_comparisons(plan: Plan) -> Iterator[Result]:
    yield compare_version(plan)
    yield compare_shipped(plan)
    yield compare_validate(plan)
    for size in plan.sizes:
        yield compare_size(plan, size)


def as_json(result: Result) -> str:
    """Write the figures and goals for a machine."""
    figures = [
        {"name": name, "megabytes": megabytes, "records": records, **run._asdict()}
        for name, run, megabytes, records in result.figures
    ]
    goals = [{**goal._asdict(), "met": goal.found is not None and goal.found <= goal.most} for goal in result.goals]
    about = {"python": platform.python_version(), "machine": platform.machine(), "system": platform.system()}
    return json.dumps({**about, "figures": figures, "goals": goals}, ensure_ascii=False, indent=2) + "\n"


def read_options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description="Measure dxlist against floors of the same run.")
    options.add_argument("--short", action="store_true", help="1 MB and few repeats, as CI runs it")
    options.add_argument("--sizes", default="1,10,100", help="megabytes, parted by commas (1000 takes minutes)")
    options.add_argument("--repeats", type=int, default=3, help="runs of each, of which the best counts")
    options.add_argument("--json", type=Path, help="write the figures to this file too")
    return options.parse_args()


def main() -> None:
    """Read the options, measure, write the JSON where it is asked for."""
    given = read_options()
    sizes, repeats = ("1", 2) if given.short else (given.sizes, given.repeats)
    if find_spec("dxlist") is None:
        print("dxlist is not installed here (python -m pip install .): only the floors are measured.\n")
    with tempfile.TemporaryDirectory() as folder:
        result = report(Plan([float(size) for size in sizes.split(",")], repeats, Path(folder)))
    if given.json:
        given.json.write_text(as_json(result), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

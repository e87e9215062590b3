"""Commands over a folder of many lists: CPU seconds, peak memory, what a further list costs; with and without a cache.

    python bench/folders.py [--lists 1788] [--kilobytes 60] [--commands validate,dedupe] [--json FILE]

The lists are made from the shipped one, each with a seed of its own (`bench/make_list.py`).  Every command runs over
half of them and over all, without a cache; then, where there is one, twice with the same cache: cold and warm.
Prints each figure beside its goal and always exits 0: a goal that is missed is reported, never an error.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from make_list import LIST, MEGABYTE, write_list
from processes import Run, run_once

DXLIST = (sys.executable, "-m", "dxlist")
COMMANDS = {
    "parse": ("parse", "{lists}", "-o", "{out}/parsed"),
    "jsonl": ("parse", "{lists}", "-f", "jsonl", "-o", "{out}/lines"),
    "validate": ("validate", "{lists}", "--fail-on", "never", "-o", "{out}/findings.txt"),
    "dedupe": ("dedupe", "{lists}", "-o", "{out}/projects.json"),
    "query": ("query", "{lists}", "--text", "DX", "--count"),
    "export": ("export", "{lists}", "--to", "sqlite", "-o", "{out}/all.sqlite"),
}
CACHED = ("validate", "query", "export")
MEMORY_GOAL, LIST_GOAL, CACHE_GOAL = 400.0, 200.0, 0.1
"""Megabytes at most over all lists; kilobytes of a list more, so that 1,788 stay within them; a warm run of a cold."""


class Figure(NamedTuple):
    """One run: of which command, over how many lists, with which cache."""

    command: str
    lists: int
    cache: str
    run: Run


def make_folders(folder: Path, lists: int, kilobytes: float) -> tuple[Path, Path]:
    """Write the lists into one folder, and the first half of them into another."""
    whole, half = folder / "whole", folder / "half"
    for place in (whole, half):
        place.mkdir()
    for number in range(lists):
        name = f"list_{number:05d}.tsv"
        write_list(LIST, whole / name, kilobytes / 1000, seed=number)
        if number < lists // 2:
            (half / name).hardlink_to(whole / name)
    return half, whole


def has_cache(command: str) -> bool:
    """Return whether a command keeps what it has read; `processes.py` lets none of them unless an option says so."""
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder, "help.txt")
        run_once((*DXLIST, COMMANDS[command][0], "--help"), said)
        return "--cache" in said.read_text(encoding="utf-8")


def run_command(command: str, lists: Path, folder: Path, options: tuple[str, ...]) -> Run:
    """Run one command over a folder, what it writes in another."""
    with tempfile.TemporaryDirectory(dir=folder) as out:
        arguments = [part.format(lists=lists, out=out) for part in COMMANDS[command]]
        return run_once((*DXLIST, *arguments, "-q", *options), folder / "out.txt")


def figures(folder: Path, given: argparse.Namespace) -> Iterator[Figure]:
    """Yield the runs that are asked for, each as it ends."""
    half, whole = make_folders(folder, given.lists, given.kilobytes)
    jobs = ("--jobs", str(given.jobs)) if given.jobs > 1 else ()
    for command in given.commands.split(","):
        yield Figure(command, given.lists // 2, "none", run_command(command, half, folder, jobs))
        yield Figure(command, given.lists, "none", run_command(command, whole, folder, jobs))
        if command in CACHED and has_cache(command):
            there = (*jobs, "--cache", str(folder / f"cache-{command}"))
            for state in ("cold", "warm"):
                yield Figure(command, given.lists, state, run_command(command, whole, folder, there))


def format_figure(figure: Figure) -> str:
    command, lists, cache, run = figure
    if run.status:
        return f"{command:10}{lists:8,}  {cache:6}  failed (exit {run.status}): {run.message[:120]}"
    memory = "?" if run.memory is None else f"{run.memory / MEGABYTE:.0f}"
    return f"{command:10}{lists:8,}  {cache:6}{run.seconds:10.2f}{run.seconds / lists * 1000:12.1f}{memory:>10}"


class Goal(NamedTuple):
    """A figure with the most that it may be."""

    name: str
    found: float
    most: float
    unit: str = ""

    def __str__(self) -> str:
        verdict = "met" if self.found <= self.most else "MISSED"
        return f"{self.name:48}{f'{self.found:.2f}{self.unit}':>12}   goal {self.most:g}{self.unit}   {verdict}"


def goals(found: list[Figure]) -> Iterator[Goal]:
    """Yield the goals: the memory over all lists, what a list more may cost of it, a warm cache against a cold one."""
    runs = {(figure.command, figure.cache, figure.lists): figure.run for figure in found if not figure.run.status}
    for (command, cache, lists), run in runs.items():
        half, cold = runs.get((command, cache, lists // 2)), runs.get((command, "cold", lists))
        if half and run.memory and half.memory:
            grown = (run.memory - half.memory) / (lists - lists // 2) / 1000
            yield Goal(f"{command}, peak memory of {lists:,} lists", run.memory / MEGABYTE, MEMORY_GOAL, " MB")
            yield Goal(f"{command}, memory of a list more", grown, LIST_GOAL, " kB")
        if cache == "warm" and cold:
            yield Goal(f"{command}, a warm cache against a cold one", run.seconds / cold.seconds, CACHE_GOAL, "x")


def as_json(found: list[Figure]) -> str:
    """Write the figures for a machine."""
    rows = [{**figure._asdict(), "run": figure.run._asdict()} for figure in found]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def read_options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description="Commands over a folder of many lists.")
    options.add_argument("--lists", type=int, default=1788)
    options.add_argument("--kilobytes", type=float, default=60, help="of each list")
    options.add_argument("--commands", default=",".join(COMMANDS), help="parted by commas")
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--json", type=Path, help="write the figures to this file too")
    return options.parse_args()


def main() -> None:
    """Make the lists, run the commands, print figures and goals."""
    given, found = read_options(), list[Figure]()
    print(f"{'command':10}{'lists':>8}  {'cache':6}{'CPU s':>10}{'ms a list':>12}{'peak MB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for figure in figures(Path(folder), given):
            print(format_figure(figure), flush=True)
            found.append(figure)
    print("", *goals(found), sep="\n")
    if given.json:
        given.json.write_text(as_json(found), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

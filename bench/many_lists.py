"""Many lists in one folder, made from the shipped one; what each command over them costs.

    python bench/many_lists.py make 300 lists/                     # once
    python bench/many_lists.py run lists/ [COMMAND…] [--jobs 1] [--lists 100] [--against OTHER/bin/dxlist]

A list has the pages and the damage of the shipped one; nouns, amounts, the name of the government and the fiscal year
are drawn anew, so that no two lists say the same.  Every fourth list is of the government of the one before, a year
later.  The same number and seed give the same bytes.  `run` prints user CPU seconds, seconds on the wall and the memory
of the greatest process (in MB of a million bytes) of each command, over the first N lists of the folder.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from make_list import LIST, VARIED, draw, part_line
from processes import RSS_UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BY_GOVERNMENT = 4
"""Lists of one government, a year each."""
FIRST_YEAR = 2
LETTERS = "東西南北上中下大小高長広白黒青赤松竹梅桜川山田野原沢谷浜島崎"
MEGABYTE = 1_000_000
COMMANDS = {
    "parse": "parse {folder} -o {out}/parsed -q",
    "jsonl": "parse {folder} -o {out}/lines -f jsonl -q",
    "validate": "validate {folder} -q --fail-on never",
    "validate-json": "validate {folder} -q --fail-on never -f json",
    "dedupe": "dedupe {folder} -q",
    "query": "query {folder} -q --text DX",
    "query-json": "query {folder} -q -f json",
    "export": "export {folder} -q -o {out}/all.sqlite",
    "export-csv": "export {folder} -q -o {out}/all.csv",
    "stats": "stats {folder} -q",
    "sql": "sql {folder} -q",
    "show": "show {folder} -q",
}


class Cost(NamedTuple):
    """What a command cost."""

    user: float
    wall: float
    memory: float
    status: int


def town(number: int) -> str:
    """Return a name of a town that no other number has."""
    first, second = divmod(number, len(LETTERS))
    return f"{LETTERS[first % len(LETTERS)]}{LETTERS[second]}町"


def list_lines(number: int, seed: int) -> Iterator[str]:
    """Yield the lines of one list."""
    random = Random(seed * 1_000_003 + number)
    home, year = divmod(number, BY_GOVERNMENT)
    for line in LIST.read_text(encoding="utf-8").split("\n"):
        said = line.replace("令和4年度", f"令和{FIRST_YEAR + year}年度").replace("福島県", town(home))
        parts = part_line(said)
        yield parts.fixed + "\t".join(VARIED.sub(lambda match: draw(match, random), text) for text in parts.texts)


def make_lists(count: int, folder: Path, seed: int) -> int:
    """Write the lists, each with a sidecar that names its government and year; return their bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for number in range(count):
        home, year = divmod(number, BY_GOVERNMENT)
        stem = folder / f"list{number:04}_r{FIRST_YEAR + year:02}"
        size += stem.with_suffix(".tsv").write_bytes("\n".join(list_lines(number, seed)).encode())
        own = f'local_government_name = "{town(home)}"\nfiscal_year = {2018 + FIRST_YEAR + year}\n'
        stem.with_suffix(".toml").write_text(own, encoding="utf-8")
    return size


def command_line(name: str, folder: Path, out: Path, jobs: str | None) -> list[str]:
    """Return the words of a command over a folder."""
    question = {
        "sql": "SELECT count(*), max(line) FROM initiatives",
        "show": f"{min(folder.glob('*.tsv')).stem}:62",
    }.get(name)
    words = [word.format(folder=folder, out=out) for word in shlex.split(COMMANDS[name])]
    if question:
        words.insert(1, question)
    return [*words, *(["--jobs", jobs] if jobs else [])]


def measure(program: Sequence[str], words: Sequence[str]) -> Cost:
    """Run a command to its end and return what it and its workers cost."""
    start = time.perf_counter()
    with subprocess.Popen([*program, *words], stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    return Cost(usage.ru_utime, wall, usage.ru_maxrss * RSS_UNIT / MEGABYTE, process.returncode)


def linked(folder: Path, count: int | None, into: Path) -> Path:
    """Return a folder of links to the first lists of another."""
    if count is None:
        return folder
    for file in sorted(folder.glob("*.tsv"))[:count]:
        for one in (file, file.with_suffix(".toml")):
            (into / one.name).symlink_to(one.resolve())
    return into


def run(given: argparse.Namespace) -> None:
    """Measure each command, in turns with another program where one is given."""
    programs = {"ours": [sys.executable, "-m", "dxlist"]}
    if given.against:
        programs["other"] = [given.against]
    with tempfile.TemporaryDirectory() as place:
        (lists := Path(place, "lists")).mkdir()
        folder = linked(given.folder, given.lists, lists)
        for name in given.commands or COMMANDS:
            for program, words in programs.items():
                jobs = given.jobs if program == "ours" else None
                cost = measure(words, command_line(name, folder, Path(place), jobs))
                print(
                    f"{name:14} {program:6} user {cost.user:7.1f} s  wall {cost.wall:7.1f} s  "
                    f"memory {cost.memory:6.0f} MB  exit {cost.status}",
                    flush=True,
                )


def main() -> None:
    """Read the options, and make the lists or measure the commands."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    actions = options.add_subparsers(required=True, dest="action")
    making = actions.add_parser("make")
    making.add_argument("count", type=int)
    making.add_argument("folder", type=Path)
    making.add_argument("--seed", type=int, default=4)
    running = actions.add_parser("run")
    running.add_argument("folder", type=Path)
    running.add_argument("commands", nargs="*", metavar="COMMAND", help=" ".join(COMMANDS))
    running.add_argument("--jobs", help="of the commands that have the option")
    running.add_argument("--lists", type=int, help="only so many of the folder")
    running.add_argument("--against", help="another dxlist, run in turns")
    given = options.parse_args()
    if given.action == "make":
        print(f"{given.folder}: {make_lists(given.count, given.folder, given.seed):,} bytes")
    else:
        run(given)


if __name__ == "__main__":
    main()

"""Run whole processes and measure them: CPU seconds, peak memory, best of several.

Both are what the kernel says of a process that ended (`os.wait4`), so that what else a machine does makes little
difference; where there is no such call (Windows) the seconds are those on the wall and the memory is not known.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

Command = Sequence[str]
# Linux counts ru_maxrss in blocks of 1,024 bytes, macOS in bytes.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
# How long it takes to read a list, what was kept of it does not tell.
ENVIRONMENT = {"DXLIST_CACHE": "off", **os.environ}


class Run(NamedTuple):
    """One process that ended: its CPU seconds, the most memory it held (in bytes), how it ended."""

    seconds: float
    memory: int | None
    status: int
    message: str


class Usage(NamedTuple):
    """What a process used: CPU seconds of user and system, and bytes at most."""

    seconds: float
    memory: int


def wait(process: subprocess.Popen[bytes]) -> Usage | None:
    """Wait for the end of a process and return what it used; None where the kernel does not say."""
    if sys.platform == "win32":
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * RSS_UNIT)


def run_once(command: Command, output: Path) -> Run:
    """Run a command with its standard output in a file; keep the last line of what it complains of."""
    complaints = output.with_suffix(".stderr")
    with output.open("wb") as stream, complaints.open("wb") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stream, stderr=errors, env=ENVIRONMENT)
        usage = wait(process)
        seconds = usage.seconds if usage else time.perf_counter() - start
    lines = complaints.read_text(encoding="utf-8", errors="backslashreplace").splitlines()
    return Run(seconds, usage and usage.memory, process.returncode, lines[-1] if lines else "")


def pick_best(runs: Sequence[Run]) -> Run:
    """Return the fastest of the runs; a run that failed stands for all of them."""
    failed = [run for run in runs if run.status]
    return failed[0] if failed else min(runs, key=lambda run: run.seconds)


def run_both(ours: Command, theirs: Command, outputs: tuple[Path, Path], repeats: int) -> tuple[Run, Run]:
    """Run two commands in turns, so that both meet the same machine, and return the best run of each."""
    pairs = [(run_once(ours, outputs[0]), run_once(theirs, outputs[1])) for _ in range(repeats)]
    return pick_best([pair[0] for pair in pairs]), pick_best([pair[1] for pair in pairs])

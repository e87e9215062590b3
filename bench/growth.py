"""How the time grows where one thing of a list doubles: a long cell, a wide row, many pages, many names.

    python bench/growth.py [--short] [--only CASE…] [--commands parse,validate…] [--all]

Each case (`bench/growth_cases.py`) runs in a process of its own and doubles until a step takes long enough to tell, or
does not end within its CPU seconds.  The factor of a doubling is CPU time against that of half the size, of the stage
alone (validate without parse), where the half took long enough to be measured.  It prints the steps and the largest
factor beside the goal, those above it at the end, and always exits 0: a goal that is missed is reported.
"""

from __future__ import annotations

import argparse
import contextlib
import fnmatch
import gc
import itertools
import json
import math
import signal
import subprocess
import sys
import time
from functools import _lru_cache_wrapper, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from growth_cases import Case, cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative

GOAL = 2.4
COMMANDS = ("parse", "stream", "validate", "dedupe", "query", "write", "fix")
MEASURABLE = 0.03
"""Seconds of the smaller size from which on a factor is no noise."""
FACTORS = 2
"""How many of them are enough."""


class Limits(NamedTuple):
    """How long a step of a case may take: the one after which no further doubling is needed, and when it is ended."""

    enough: float
    most: int


LONG, SHORT = Limits(1.0, 8), Limits(0.25, 3)


class Step(NamedTuple):
    """One size of a case: CPU seconds, or None where it did not end; what else happened."""

    size: int
    seconds: float | None
    message: str = ""


def spent() -> float:
    """Return the CPU seconds that this process has taken."""
    return time.process_time()


def forget() -> None:
    """Empty the caches that are keyed by texts, so that a second time is no cheaper; those that hold one thing stay."""
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and one.cache_info().currsize > 1:
            one.cache_clear()


def timed(work: Callable[[], object], enough: float) -> float:
    """Return the CPU seconds of some work; of short work the best of three."""
    found = []
    for _ in range(3):
        forget()
        start = spent()
        work()
        found.append(spent() - start)
        if found[0] > enough / 4:
            break
    return min(found)


class Work(NamedTuple):
    """What a command does with lists; `of` says whether with their bytes or with their documents."""

    of: str
    do: Callable[[Any], object]


def works() -> dict[str, Work]:
    """Return what each command does; the parent process need not load it."""
    import dxlist  # noqa: PLC0415

    def parse(lists: Sequence[bytes]) -> list[Document]:
        return [dxlist.parse(made, stem=f"list{at}") for at, made in enumerate(lists)]

    return {
        "parse": Work("bytes", parse),
        "stream": Work("bytes", lambda lists: [list(dxlist.stream(made)) for made in lists]),
        "fix": Work("bytes", lambda lists: [dxlist.plan_fixes(made, copy=True) for made in lists]),
        "validate": Work("documents", lambda documents: dxlist.validate(*documents)),
        "dedupe": Work("documents", lambda documents: dxlist.find_projects(rows_of(documents))),
        "query": Work("documents", lambda documents: ask(rows_of(documents))),
        "write": Work("documents", lambda documents: [document.to_json() for document in documents]),
    }


def rows_of(documents: Sequence[Document]) -> list[Initiative]:
    return [row for document in documents for row in document]


def ask(rows: Sequence[Initiative]) -> None:
    """Ask for rows, projects and groups, and for names that are not there."""
    import dxlist  # noqa: PLC0415
    from dxlist.query.answers import answer_groups, answer_projects, answer_rows  # noqa: PLC0415
    from dxlist.query.selecting import unheld_words  # noqa: PLC0415

    hits = dxlist.select(rows, dxlist.Filters(texts="電子 申請"))
    answer_rows(hits)
    answer_projects(hits)
    answer_groups(hits, "department")
    unheld_words(rows, dxlist.Filters(texts="電子申靖"))
    with contextlib.suppress(dxlist.DxlistError):
        dxlist.select(rows, dxlist.Filters(projects="無い事業"))
    with contextlib.suppress(dxlist.DxlistError):
        dxlist.select(rows, dxlist.Filters(departments="無い課"))


def measure_step(work: Callable[[], object], before: Sequence[float], limits: Limits) -> float:
    """Return the seconds of a step; one that seems to grow too fast is measured once more."""
    signal.setitimer(signal.ITIMER_PROF, limits.most)
    seconds = timed(work, limits.enough)
    if before and before[-1] >= MEASURABLE and seconds > GOAL * before[-1] and seconds < limits.most / 2:
        seconds = min(seconds, timed(work, limits.enough))
    signal.setitimer(signal.ITIMER_PROF, 0)
    return seconds


def is_done(found: Sequence[float], limits: Limits) -> bool:
    """Return whether a command needs no further doubling: a step took long enough, and two factors were measured."""
    return bool(found) and found[-1] > limits.enough and sum(one >= MEASURABLE for one in found) > FACTORS


def run_child(case: Case, commands: Sequence[str], first: int, limits: Limits) -> None:
    """Print the steps of one case, a line each; a step that does not end ends this process."""
    known, found = works(), {command: list[float]() for command in ("parse", *commands)}
    documents, size = known["parse"].do(case.make(2)), first
    for command in found:  # what is kept for the next time is made now
        known[command].do(case.make(2) if known[command].of == "bytes" else documents)
    while size <= case.last and not is_done(found["parse"], limits):
        lists = case.make(size)
        for command, before in found.items():
            if is_done(before, limits):
                continue
            print(json.dumps([command, size]), flush=True)
            given = lists if known[command].of == "bytes" else documents
            before.append(measure_step(partial(known[command].do, given), before, limits))
            print(json.dumps([command, size, before[-1]]), flush=True)
            if command == "parse":
                documents = known["parse"].do(lists)
        size *= 2


def run_case(case: Case, commands: Sequence[str], limits: Limits) -> dict[str, list[Step]]:
    """Return the steps of each command of one case: in one process, and in another without what did not end."""
    found, left, first = {command: list[Step]() for command in commands}, list(commands), case.first
    while left:
        call = [sys.executable, __file__, "--child", case.name, ",".join(left), str(first), *map(str, limits)]
        ran = subprocess.run(call, capture_output=True, check=False, text=True)
        lines = [json.loads(line) for line in ran.stdout.splitlines()]
        for command, *step in lines:
            if len(step) > 1 and command in left:
                found[command].append(Step(*step))
        if ran.returncode and (not lines or len(lines[-1]) == 3):  # before its first step, or between two
            found[left[0]].append(Step(first, None, ran.stderr.strip().rpartition("\n")[2][:120] or "failed"))
            break
        if not ran.returncode:
            break
        command, first = lines[-1]
        ended = ran.returncode == -signal.SIGPROF
        said = f"not within {limits.most} s" if ended else ran.stderr.strip().rpartition("\n")[2][:120]
        found.setdefault(command, []).append(Step(first, None, said))
        if command == "parse":
            break
        left.remove(command)
    return found


def factors(steps: Sequence[Step]) -> Iterator[float]:
    """Yield the factor of each doubling that can be measured."""
    for small, large in itertools.pairwise(steps):
        if large.seconds and small.seconds and small.seconds >= MEASURABLE:
            yield large.seconds / small.seconds


def factor_of(steps: Sequence[Step]) -> float | None:
    """Return the factor of a case: the largest mean of two doublings that follow each other, so that noise is little.

    None: no doubling can be measured.
    """
    found = list(factors(steps))
    pairs = [math.sqrt(one * other) for one, other in itertools.pairwise(found)]
    return max(pairs or found, default=None)


def is_over(steps: Sequence[Step]) -> bool:
    """Return whether a case grows faster than it may, or has a step that did not end or failed."""
    return (factor_of(steps) or 0) > GOAL or any(step.message for step in steps)


def line_of(case: Case, command: str, steps: Sequence[Step]) -> str:
    """Return the line of one case."""
    sizes = " ".join(f"{step.size}:{'-' if step.seconds is None else f'{step.seconds:.2f}'}" for step in steps[-4:])
    found = factor_of(steps)
    factor = f"x{found:.1f}" if found else "-"
    said = "; ".join(step.message for step in steps if step.message)
    verdict = "MISSED" if is_over(steps) else "met"
    return f"{case.name:26}{command:10}{factor:>7}  {verdict:7} {sizes}  {said}".rstrip()


def read_options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description="How the time grows where one thing of a list doubles.")
    options.add_argument("--short", action="store_true", help="shorter steps: grosser growth alone is seen")
    options.add_argument("--only", nargs="*", default=["*"], help="cases, by name or pattern: kpi.*")
    options.add_argument("--commands", default="parse,validate,dedupe,query", help=f"of {','.join(COMMANDS)}")
    options.add_argument("--all", action="store_true", help="print the cases that meet the goal too")
    options.add_argument("--list", action="store_true", help="print the names of the cases alone")
    options.add_argument("--child", nargs=5, help=argparse.SUPPRESS)
    return options.parse_args()


def measure(given: argparse.Namespace) -> None:
    """Run the cases that are asked for and print what grows faster than it may, each as it is found."""
    ran = over = 0
    for case in cases():
        if not any(fnmatch.fnmatchcase(case.name, pattern) for pattern in given.only):
            continue
        for command, steps in run_case(case, given.commands.split(","), SHORT if given.short else LONG).items():
            ran, over = ran + 1, over + is_over(steps)
            if given.all or is_over(steps):
                print(line_of(case, command, steps), flush=True)
    print(f"\n{ran} cases, {over} above the goal of x{GOAL} a doubling, or not ended")


def main() -> None:
    """Measure, or run one case as the process that is measured."""
    given = read_options()
    if given.list:
        print(*(case.name for case in cases()), sep="\n")
    elif given.child:
        name, commands, first, enough, most = given.child
        found = next(case for case in cases() if case.name == name)
        run_child(found, commands.split(","), int(first), Limits(float(enough), int(most)))
    else:
        measure(given)


if __name__ == "__main__":
    main()

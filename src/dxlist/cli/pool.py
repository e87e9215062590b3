"""``run_jobs``: jobs -> their outcomes in order, one after the other or side by side in other processes."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from typing import TYPE_CHECKING, Any

from dxlist.bilingual import Bilingual
from dxlist.cli.inputs import STANDARD_INPUT
from dxlist.cli.parse_job import Outcome, run_job
from dxlist.cli.progress import size_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dxlist.cli.parse_job import Job

DIED = Bilingual(
    "読み取りのプロセスが途中で終わりました（メモリー不足など）。--jobs を小さくしてください。",
    "the process that read it ended early (out of memory?). Give a smaller --jobs.",
)


def run_jobs(jobs: Sequence[Job], side_by_side: int, watch: Callable[[int], object] | None = None) -> Iterator[Outcome]:
    """Yield the outcome of each job, in order; ``watch`` is told the bytes that were read."""
    if side_by_side > 1 and len(jobs) > 1:
        return _in_processes(jobs, min(side_by_side, len(jobs)), watch)
    return _in_turn(jobs, watch)


def _in_turn(jobs: Sequence[Job], watch: Callable[[int], object] | None) -> Iterator[Outcome]:
    for job in jobs:
        seen = Seen(watch)
        yield run_job(job, seen.add if watch else None)
        seen.finish(size_of(job.path))


class Seen:
    """The bytes of one list that were reported; at its end the rest is, so that a bar stands where it should."""

    def __init__(self, watch: Callable[[int], object] | None) -> None:
        self._watch = watch
        self._bytes = 0

    def add(self, count: int) -> None:
        """Report ``count`` more bytes."""
        self._bytes += count
        if self._watch:
            self._watch(count)

    def finish(self, size: int) -> None:
        """Report what is missing to ``size``."""
        if self._watch:
            self._watch(max(0, size - self._bytes))


def _in_processes(jobs: Sequence[Job], workers: int, watch: Callable[[int], object] | None) -> Iterator[Outcome]:
    """Read in other processes; standard input stays with this one, which holds it."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_end_quietly) as executor:
        try:
            waiting = [None if job.path == STANDARD_INPUT else executor.submit(run_job, job) for job in jobs]
            for job, future in zip(jobs, waiting, strict=True):
                try:
                    yield future.result() if future else run_job(job)
                except BrokenProcessPool:
                    yield Outcome(job.path, error=Bilingual(f"{job.path}: {DIED.ja}", f"{job.path}: {DIED.en}"))
                Seen(watch).finish(size_of(job.path))
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.terminate()
            raise


def _end_quietly() -> None:
    """Let a worker that is told to stop leave its blocks, so that no half-written file stays, and say nothing."""
    signal.signal(signal.SIGINT, _leave)
    signal.signal(signal.SIGTERM, _leave)


def _leave(*_: Any) -> None:
    sys.exit(1)

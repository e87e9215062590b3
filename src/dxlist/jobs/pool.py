"""``run_jobs``: jobs -> their outcomes in order, one after the other or side by side in other processes."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from dxlist.jobs.inputs import STANDARD_INPUT, size_of
from dxlist.jobs.parse_job import Outcome, run_job
from dxlist.jobs.streams import redirect_to_nowhere
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.process import BaseProcess

    from dxlist.jobs.parse_job import Job

PATIENCE = 5
AGAIN = 0.2
"""Seconds that workers have to leave, and after which they are told again."""

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
    import multiprocessing  # noqa: PLC0415 - 0.02 s that a single list need not pay
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_prepare_worker) as executor:
        try:
            with _interrupts_ignored():
                waiting = [None if job.path == STANDARD_INPUT else executor.submit(_work, job) for job in jobs]
            for job, future in zip(jobs, waiting, strict=True):
                try:
                    yield future.result() if future else run_job(job)
                except BrokenProcessPool:
                    yield Outcome(job.path, error=Bilingual(f"{job.path}: {DIED.ja}", f"{job.path}: {DIED.en}"))
                Seen(watch).finish(size_of(job.path))
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            _end(multiprocessing.active_children())
            raise


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ignore Ctrl-C while workers start: they inherit that, and only this process is interrupted and tells them."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _prepare_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _Leave())


def _work(job: Job) -> Outcome:
    """Run a job in a worker; one that is told to leave takes no further job from the queue."""
    with suppress(SystemExit):
        return run_job(job)
    os._exit(1)  # only here is the traceback gone, and with it the last block that still had to be left


class _Leave:
    """Leaves the blocks of a worker, so that no half-written file stays.

    A signal that comes while it leaves must not disturb that; a later one tries again, for Python ignores an
    exception that is raised in some of its own corners.
    """

    def __init__(self) -> None:
        self._last = -AGAIN

    def __call__(self, *_: Any) -> None:
        now = time.monotonic()
        if now - self._last >= AGAIN:
            self._last = now
            redirect_to_nowhere(sys.stderr)
            sys.exit(1)


def _end(workers: Sequence[BaseProcess]) -> None:
    """Tell the workers to leave until they have; end by force what does not."""
    deadline = time.monotonic() + PATIENCE
    while any(worker.is_alive() for worker in workers) and time.monotonic() < deadline:
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join(2 * AGAIN)
    for worker in workers:
        worker.kill()

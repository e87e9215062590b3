"""``run_tasks``: tasks -> their results in order, side by side in other processes.

``redirect_to_nowhere``: a stream that nobody reads any more is given another end.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.process import BaseProcess


class Task(Protocol):
    """What is to be done with one list; it goes to another process."""

    @property
    def path(self) -> str:
        """The list."""


T = TypeVar("T", bound=Task)
R = TypeVar("R")

STANDARD_INPUT = "-"
PATIENCE = 5
AGAIN = 0.2
"""Seconds that workers have to leave, and after which they are told again."""

DIED = Bilingual(
    "読み取りのプロセスが途中で終わりました（メモリー不足など）。",
    "the process that read it ended early (out of memory?).",
)


FEW = 20
"""Lists up to which one process reads them all, where nobody said how many are to: each takes a while to start."""


def processes_for(lists: int, asked: int | None = None) -> int:
    """Return how many processes are to read so many lists: those asked for, else one, or of many lists one a core."""
    if asked is not None:
        return asked
    return _cores() if lists > FEW else 1


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_tasks(
    work: Callable[[T], R], tasks: Sequence[T], workers: int, died: Callable[[T], R], ahead: int | None = None
) -> Generator[R, None, None]:
    """Yield the result of each task, in order; standard input stays with this process, which holds it.

    Args:
        work: is called in another process, and must not raise what ends no task.
        tasks: what it is called with.
        workers: how many processes there are.
        died: gives the result of a task whose process ended early.
        ahead: how many results may wait to be taken, so that memory does not grow with their number; None: all.
    """
    import multiprocessing  # noqa: PLC0415 - 0.02 s that a single list need not pay
    from concurrent.futures.process import ProcessPoolExecutor  # noqa: PLC0415

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_prepare_worker) as executor:
        try:
            waiting, following = deque[tuple[T, "Future[R] | None"]](), iter(tasks)
            waiting.extend(_submitted(executor, work, following, len(tasks) if ahead is None else ahead))
            while waiting:
                task, future = waiting.popleft()
                yield _result(work, task, future, died)
                waiting.extend(_submitted(executor, work, following, 1))
        except BaseException:
            own = list((executor._processes or {}).values())  # noqa: SLF001 - the caller may have other children
            executor.shutdown(wait=False, cancel_futures=True)
            _end(own)
            raise


def _submitted(
    executor: ProcessPoolExecutor, work: Callable[[T], R], tasks: Iterator[T], count: int
) -> Iterator[tuple[T, Future[R] | None]]:
    """Yield so many of the tasks, each with its result to come; None: it is for this process, or there is no worker."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    with _signals_held_back():
        for _, task in zip(range(count), tasks, strict=False):
            if task.path == STANDARD_INPUT:
                yield task, None
                continue
            try:
                yield task, executor.submit(_work, work, task)
            except BrokenProcessPool as error:
                future: Future[R] = _failed(error)
                yield task, future


def _failed(error: BaseException) -> Future[Any]:
    from concurrent.futures import Future  # noqa: PLC0415

    future = Future[Any]()
    future.set_exception(error)
    return future


def _result(work: Callable[[T], R], task: T, future: Future[R] | None, died: Callable[[T], R]) -> R:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    try:
        return future.result() if future else work(task)
    except BrokenProcessPool:
        return died(task)


@contextmanager
def _signals_held_back() -> Iterator[None]:
    """Hold back what would end a process while workers start: they inherit that until they are prepared for it.

    This process gets it afterwards, for only this one is to be interrupted, and tells the workers.
    """
    if sys.platform == "win32":  # which holds nothing back
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


if sys.platform == "win32":
    _ENDING = {signal.SIGINT, signal.SIGTERM}
else:
    _ENDING = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
"""Ctrl-C and a terminal that closes come to all processes of a terminal."""


def _prepare_worker() -> None:
    for number in _ENDING:
        signal.signal(number, _Leave() if number == signal.SIGTERM else signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


def _work(work: Callable[[T], R], task: T) -> R:
    """Do a task in a worker; one that is told to leave takes no further task from the queue."""
    with suppress(SystemExit):
        return work(task)
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


def redirect_to_nowhere(stream: object) -> None:
    """Give a stream whose other end is closed a new one; else the interpreter stumbles over it when it ends."""
    with suppress(AttributeError, OSError, ValueError):
        descriptor = stream.fileno()  # type: ignore[attr-defined]
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, descriptor)
        os.close(nowhere)

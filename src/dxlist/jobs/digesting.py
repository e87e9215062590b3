"""``digest_lists``: lists -> what a command needs of each, in order, made where the list is read: here or side by side.

A document takes 33 times its file in memory.  A command over a folder makes of each document what it needs and lets it
go: that is what stays, and what goes from process to process.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from dxlist.cache.digests import digest_cached
from dxlist.errors import describe
from dxlist.jobs.inputs import size_of
from dxlist.jobs.pool import DIED, run_tasks
from dxlist.jobs.reading import key_of, read_list
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from dxlist.cache.store import Store
    from dxlist.jobs.folders import PassedOver
    from dxlist.jobs.inputs import ListFile
    from dxlist.jobs.pool import Task
    from dxlist.model.document import CorrectionNote, Document

D = TypeVar("D")
T = TypeVar("T", bound="Task")
R = TypeVar("R")

_AHEAD = 3
"""Results for each process that may wait to be taken."""


@dataclass(frozen=True, slots=True)
class DigestTask(Generic[D]):
    """A list to read, and what to make of its document; it goes to another process, and so does the digest."""

    file: ListFile
    digest: Callable[[str, Document], D]
    """Takes the name of the list and its document."""
    encoding: str | None = None
    light: bool = False
    store: Store | None = None

    @property
    def path(self) -> str:
        """The path of the list."""
        return self.file.path


@dataclass(frozen=True, slots=True)
class Digested(Generic[D]):
    """What became of one list: what was made of it, or the error that ended it."""

    file: ListFile
    digest: D | None = None
    document_id: str = ""
    unused_corrections: tuple[CorrectionNote, ...] = ()
    error: Bilingual | None = None
    passed: PassedOver | None = None
    """It is no list that could be read, but a memo beside the lists."""
    store_problem: Bilingual | None = None
    """Why the cache could not be used."""
    key: str | None = None
    """Of all that the digest depends on; None where that cannot be told, or there is no cache."""


def digest_lists(
    tasks: Sequence[DigestTask[D]], jobs: int, watch: Callable[[int], object] | None = None
) -> Iterator[Digested[D]]:
    """Yield what became of each list, in order.

    Args:
        tasks: the lists.
        jobs: how many processes read side by side.
        watch: is told the bytes that were read.
    """
    return in_order(digest_list, tasks, jobs, _died, watch)


def digest_list(task: DigestTask[D]) -> Digested[D]:
    """Return what became of a list; an error ends this list only."""
    try:
        key, read = partial(key_of, task.file, task.encoding), partial(_read, task)
        made = digest_cached(task.digest, readable_path(task.path), key, read, task.store)
        problem = task.store.problem if task.store else None
        return Digested(
            task.file, made.digest, made.document_id, made.unused_corrections, store_problem=problem, key=made.key
        )
    except Exception as error:  # noqa: BLE001 - the other lists must be read all the same; describe() says what it was
        if passed := task.file.passed_over(error):
            return Digested(task.file, passed=passed)
        return Digested(task.file, error=describe(error))


def _read(task: DigestTask[D]) -> Document:
    return read_list(task.file, task.encoding, light=task.light, store=task.store)


def _died(task: DigestTask[D]) -> Digested[D]:
    return Digested(task.file, error=f"{task.path}: " + DIED + FEWER_JOBS)


FEWER_JOBS = Bilingual("--jobs を小さくしてください。", " Give a smaller --jobs.")


def in_order(
    work: Callable[[T], R],
    tasks: Sequence[T],
    jobs: int,
    died: Callable[[T], R],
    watch: Callable[[int], object] | None = None,
) -> Generator[R, None, None]:
    """Yield the result of each task, in order, worked on here or by several processes side by side.

    Args:
        work: as of :func:`run_tasks`.
        tasks: a list each.
        jobs: how many processes there are; one: this one.
        died: gives the result of a task whose process ended early.
        watch: is told the bytes of each list that is done.
    """
    workers = min(jobs, len(tasks))
    if workers <= 1:
        yield from _watched(tasks, map(work, tasks), watch)
        return
    with closing(run_tasks(work, tasks, workers, died, _AHEAD * workers)) as results:
        yield from _watched(tasks, results, watch)


def _watched(tasks: Sequence[T], results: Iterator[R], watch: Callable[[int], object] | None) -> Iterator[R]:
    for task, result in zip(tasks, results, strict=True):
        yield result
        if watch:
            watch(size_of(task.path))


def readable_path(path: str) -> str:
    """Return a path as text that every format can hold: a folder's name may be no text at all."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")

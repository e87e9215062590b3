"""``run_jobs``: lists -> their files, bytes or differences, and what there is to say about each, in order.

A job and its outcome are plain values, so that several lists can be read side by side in other processes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from dxlist.collector import collect_rarely
from dxlist.document import ListReader
from dxlist.errors import describe
from dxlist.exports.exporting import document_bytes, initiatives_to_json_lines
from dxlist.exports.format import Style, file_name
from dxlist.exports.writing import whole_file, whole_files
from dxlist.initiatives import DOUBTFUL
from dxlist.jobs.digesting import FEWER_JOBS, in_order
from dxlist.jobs.inputs import check_name, size_of
from dxlist.jobs.pool import DIED
from dxlist.jobs.reading import read_list
from dxlist.reading.sources import source_of
from dxlist.report.tally import CountedRow, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dxlist.cache.store import Store
    from dxlist.jobs.differences import Difference
    from dxlist.jobs.folders import PassedOver
    from dxlist.jobs.inputs import ListFile
    from dxlist.model.document import Document, GovernmentSource
    from dxlist.model.stages import Fields
    from dxlist.text.bilingual import Bilingual

STREAMED = "jsonl"
"""The format that is written while the pages go by."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with one list."""

    file: ListFile
    formats: tuple[str, ...]
    folder: str
    style: Style = field(default_factory=Style)
    encoding: str | None = None
    check: bool = False
    store: Store | None = None
    """The cache, which streamed lists do without."""

    @property
    def path(self) -> str:
        """The path of the list."""
        return self.file.path

    def target(self, format_: str) -> Path:
        """Return the file that the list becomes in a format."""
        return Path(self.folder) / file_name(self.file.document_id, format_)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one list: files or differences and a tally, or the error that ended it."""

    path: str
    tally: Tally = field(default_factory=Tally)
    written: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    error: Bilingual | None = None
    passed: PassedOver | None = None
    """It is no list that could be read, but a memo beside the lists."""


def run_jobs(jobs: Sequence[Job], side_by_side: int, watch: Callable[[int], object] | None = None) -> Iterator[Outcome]:
    """Yield the outcome of each job, in order; ``watch`` is told the bytes that were read."""
    if side_by_side <= 1 or len(jobs) <= 1:
        yield from _in_turn(jobs, watch)
        return
    yield from in_order(run_job, jobs, side_by_side, _died, watch)


def _in_turn(jobs: Sequence[Job], watch: Callable[[int], object] | None) -> Iterator[Outcome]:
    for job in jobs:
        seen = Seen(watch)
        yield run_job(job, seen.add if watch else None)
        seen.finish(size_of(job.path))


def _died(job: Job) -> Outcome:
    return Outcome(job.path, error=f"{job.path}: " + DIED + FEWER_JOBS)


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


def run_job(job: Job, watch: Callable[[int], object] | None = None) -> Outcome:
    """Read a list and write or check its files; an error ends this list only.

    Args:
        job: what to do.
        watch: is told how many bytes more were read, where the pages go by.
    """
    try:
        check_name(job.file)
        if job.formats == (STREAMED,) and not job.check:
            return _stream_to_file(job, watch)
        return _check(job) if job.check else _write(job)
    except Exception as error:  # noqa: BLE001 - the other lists must be read all the same; describe() says what it was
        return failed(job, error)


def failed(job: Job, error: Exception) -> Outcome:
    """Return what became of a list that could not be read."""
    if passed := job.file.passed_over(error):
        return Outcome(job.path, passed=passed)
    return Outcome(job.path, error=describe(error))


def _write(job: Job) -> Outcome:
    document = read_document(job)
    whole_files((job.target(name), document_bytes(document, name, job.style)) for name in job.formats)
    return Outcome(job.path, tally_of(document), tuple(str(job.target(name)) for name in job.formats))


def _check(job: Job) -> Outcome:
    from dxlist.jobs.differences import find_difference  # noqa: PLC0415 - only --check needs it

    document = read_document(job)
    found = (find_difference(job.target(n), document_bytes(document, n, job.style), n) for n in job.formats)
    return Outcome(job.path, tally_of(document), differences=tuple(filter(None, found)))


def _stream_to_file(job: Job, watch: Callable[[int], object] | None) -> Outcome:
    target = job.target(STREAMED)
    with whole_file(target) as stream:
        tally = stream_list(job, stream, watch)
    return Outcome(job.path, tally, (str(target),))


def read_document(job: Job) -> Document:
    """Return the whole list."""
    return read_list(job.file, job.encoding, normalised=False, store=job.store)


def stream_list(job: Job, stream: Sink, watch: Callable[[int], object] | None = None) -> Tally:
    """Write a list as JSON Lines while its pages go by, in memory that does not grow with it."""
    reading = ListReader(replace(source_of(job.path, stem=job.file.document_id), watch=watch), job.encoding)
    tally = Tally()
    collect_rarely()
    for trail, page in reading.pages():
        tally.guess(trail.table)
        stream.write(initiatives_to_json_lines(page))
        tally.count(map(_counted, page), DOUBTFUL)
    if encoding := reading.found.encoding:
        tally.encoding, tally.byte_order_mark = encoding.name, encoding.byte_order_mark
        tally.encoding_rival = encoding.rival
    _tell_government(tally, *reading.government)
    tally.further_encodings = tuple(reading.further_encodings())
    tally.control_characters = tuple(reading.control_characters())
    tally.leave(reading.leftovers)
    tally.note(reading.corrections.unused, reading.corrections.noted)
    return tally


def _counted(row: Fields) -> CountedRow:
    repairs = [repair["kind"] for repair in row["repairs"]]
    return CountedRow(row["page"], row["part"], row["line"], row["confidence"], repairs)


class Sink(Protocol):
    """Where bytes go."""

    def write(self, data: bytes, /) -> object:
        """Write bytes."""


def tally_of(document: Document) -> Tally:
    """Return the figures of a whole list."""
    info = document.document
    tally = Tally(info.encoding or "", info.byte_order_mark, info.encoding_rival)
    _tell_government(tally, info.local_government_code, info.local_government_name, info.local_government_from)
    tally.further_encodings, tally.control_characters = tuple(info.further_encodings), tuple(info.control_characters)
    rows = (
        CountedRow(one.page, one.part, one.line, one.confidence, [repair.kind for repair in one.repairs])
        for one in document
    )
    tally.count(rows, DOUBTFUL)
    tally.leave(document.leftovers)
    for trail in document.trail:
        tally.guess(trail.table)
    tally.note(info.unused_corrections, info.noted_corrections)
    return tally


def _tell_government(tally: Tally, code: str | None, name: str | None, source: GovernmentSource | None) -> None:
    tally.government, tally.government_from = f"{name} {code}" if code and name else name or code or "", source

"""``run_job``: one list -> its files, its bytes or its differences, and what there is to say about it.

A job and its outcome are plain values, so that several lists can be read side by side in other processes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from dxlist.collector import collect_rarely
from dxlist.document import ListReader, parse
from dxlist.errors import describe
from dxlist.exports.exporting import document_bytes, initiatives_to_json_lines
from dxlist.exports.format import Style, file_name
from dxlist.exports.writing import whole_file
from dxlist.initiatives import DOUBTFUL
from dxlist.jobs.inputs import check_name, stem_of
from dxlist.reading.sources import source_of
from dxlist.report.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from dxlist.jobs.differences import Difference
    from dxlist.model.document import Document
    from dxlist.text.bilingual import Bilingual

STREAMED = "jsonl"
"""The format that is written while the pages go by."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with one list."""

    path: str
    formats: tuple[str, ...]
    folder: str
    style: Style = field(default_factory=Style)
    encoding: str | None = None
    check: bool = False

    def target(self, format_: str) -> Path:
        """Return the file that the list becomes in a format."""
        return Path(self.folder) / file_name(stem_of(self.path), format_)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one list: files or differences and a tally, or the error that ended it."""

    path: str
    tally: Tally = field(default_factory=Tally)
    written: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    error: Bilingual | None = None


def run_job(job: Job, watch: Callable[[int], object] | None = None) -> Outcome:
    """Read a list and write or check its files; an error ends this list only.

    Args:
        job: what to do.
        watch: is told how many bytes more were read, where the pages go by.
    """
    try:
        check_name(job.path)
        if job.formats == (STREAMED,) and not job.check:
            return _stream_to_file(job, watch)
        return _check(job) if job.check else _write(job)
    except Exception as error:  # noqa: BLE001 - the other lists must be read all the same; describe() says what it was
        return Outcome(job.path, error=describe(error))


def _write(job: Job) -> Outcome:
    document = read_document(job)
    for name in job.formats:
        with whole_file(job.target(name)) as stream:
            stream.write(document_bytes(document, name, job.style))
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
    return parse(job.path, encoding=job.encoding)


def stream_list(job: Job, stream: Sink, watch: Callable[[int], object] | None = None) -> Tally:
    """Write a list as JSON Lines while its pages go by, in memory that does not grow with it."""
    reading = ListReader(replace(source_of(job.path), watch=watch), job.encoding)
    tally = Tally()
    collect_rarely()
    for trail, page in reading.pages():
        tally.guess(trail.table)
        stream.write(initiatives_to_json_lines(page))
        tally.count(page, DOUBTFUL)
    if encoding := reading.found.encoding:
        tally.encoding, tally.byte_order_mark = encoding.name, encoding.byte_order_mark
        tally.encoding_rival = encoding.rival
    tally.leave(reading.leftovers)
    tally.unused_corrections = tuple(reading.unused_corrections())
    return tally


class Sink(Protocol):
    """Where bytes go."""

    def write(self, data: bytes, /) -> object:
        """Write bytes."""


def tally_of(document: Document) -> Tally:
    """Return the figures of a whole list."""
    info = document.document
    tally = Tally(info.encoding or "", info.byte_order_mark, info.encoding_rival)
    tally.count(document.initiatives, DOUBTFUL)
    tally.leave(document.leftovers)
    for trail in document.trail:
        tally.guess(trail.table)
    tally.unused_corrections = tuple(info.unused_corrections)
    return tally

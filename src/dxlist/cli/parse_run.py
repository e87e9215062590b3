"""``run_parse``: what ``dxlist parse`` was asked for -> files or data, words, and the exit code."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cli.guard import Exit
from dxlist.cli.screen import StandardOutput
from dxlist.errors import UsageError, WriteError, describe
from dxlist.exports.formats import FORMATS, Style
from dxlist.jobs.inputs import WORKBOOK_REMEDY, check_name, find_inputs
from dxlist.jobs.parse_job import STREAMED, Job, Outcome, read_document, stream_list, tally_of
from dxlist.jobs.pool import run_jobs
from dxlist.report.list_summary import places_to_check, summary_block, summary_line
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.cli.voice import Voice
    from dxlist.jobs.differences import Difference

STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Request:
    """The options of ``dxlist parse``."""

    paths: Sequence[str]
    output: str
    formats: tuple[str, ...]
    style: Style
    encoding: str | None
    check: bool
    strict: bool
    jobs: int


def run_parse(request: Request, voice: Voice) -> Exit:
    """Read all lists, say what became of each, and return the exit code.

    Raises:
        DxlistError: nothing can be read or written at all.
    """
    inputs = find_inputs(request.paths)
    for workbook in inputs.workbooks:
        voice.remark(Bilingual(f"{workbook}: {WORKBOOK_REMEDY.ja}", f"{workbook}: {WORKBOOK_REMEDY.en}"))
    jobs = [_job(path, request) for path in inputs.lists]
    _check_targets(jobs, request)
    outcomes = list[Outcome]()
    with voice.progress(inputs.lists) as watch:
        done = _printed(jobs, request) if request.output == STANDARD_OUTPUT else run_jobs(jobs, request.jobs, watch)
        for outcome in done:
            _report(outcome, request, voice)
            outcomes.append(outcome)
    _conclude(outcomes, request, voice)
    return _exit_code(outcomes, request)


def _job(path: str, request: Request) -> Job:
    return Job(path, request.formats, request.output, request.style, request.encoding, request.check)


def _check_targets(jobs: Iterable[Job], request: Request) -> None:
    """Raise where a file to write is one of the lists: the evidence is never overwritten."""
    if request.output == STANDARD_OUTPUT or request.check:
        return
    for job in jobs:
        for target in map(job.target, job.formats):
            if target.exists() and Path(job.path).exists() and target.samefile(job.path):
                problem = Bilingual("書き出すと元の一覧を上書きします。", "writing would replace the list itself.")
                remedy = Bilingual(
                    "--output で別のフォルダーを指定してください。", "Give another folder with --output."
                )
                raise UsageError(str(target), problem, remedy)


def _printed(jobs: Sequence[Job], request: Request) -> Iterator[Outcome]:
    """Write the lists to standard output in order; read side by side, they wait in a folder for their turn."""
    if request.jobs == 1 or len(jobs) == 1:
        for number, job in enumerate(jobs):
            yield _print(job if number == 0 else _without_mark(job))
        return
    with tempfile.TemporaryDirectory(prefix="dxlist-") as folder:
        waiting = [replace(job if n == 0 else _without_mark(job), folder=folder) for n, job in enumerate(jobs)]
        for outcome in run_jobs(waiting, request.jobs):
            for file in outcome.written:
                with Path(file).open("rb") as stream:
                    shutil.copyfileobj(stream, StandardOutput())
                Path(file).unlink()
            yield replace(outcome, written=())


def _without_mark(job: Job) -> Job:
    """A byte-order mark stands at the beginning of the output only."""
    return replace(job, style=replace(job.style, byte_order_mark=False))


def _print(job: Job) -> Outcome:
    """Write one list to standard output; what is wrong with the list ends the list, with the output all."""
    (name,) = job.formats
    output = StandardOutput()
    try:
        check_name(job.path)
        if name == STREAMED:
            return Outcome(job.path, stream_list(job, output))
        document = read_document(job)
        output.write(FORMATS[name].to_bytes(document, job.style))
        return Outcome(job.path, tally_of(document))
    except (BrokenPipeError, WriteError):
        raise
    except Exception as error:  # noqa: BLE001 - the other lists must be read all the same; describe() says what it was
        return Outcome(job.path, error=describe(error))


def _report(outcome: Outcome, request: Request, voice: Voice) -> None:
    """Say what became of one list."""
    if outcome.error:
        voice.error(outcome.error)
        return
    if not request.check:
        told = outcome.path, outcome.tally, outcome.written
        voice.outline(summary_block(*told), summary_line(*told))
    for difference in outcome.differences:
        voice.finding(_differs(difference, outcome.path))
    for finding in places_to_check(outcome.path, outcome.tally) if request.strict else ():
        voice.finding(finding)


def _differs(difference: Difference, path: str) -> Bilingual:
    file = difference.file
    if difference.reason:
        why = difference.reason
        return Bilingual(f"{file}: 読めません（{why}）。", f"{file}: cannot be read ({why}).")
    if not difference.line:
        return Bilingual(
            f"{file}: ありません。同じコマンドを --check なしで実行すると作られます。",
            f"{file}: is missing. The same command without --check writes it.",
        )
    place = f"{file}:{difference.line}"
    where = f" {difference.where}" if difference.where else ""
    there, now = difference.there, difference.now
    return Bilingual(
        f"{place}:{where}: 「{there}」とありますが、{path} からは「{now}」になります。",
        f'{place}:{where}: has "{there}", but {path} gives "{now}".',
    )


def _conclude(outcomes: Sequence[Outcome], request: Request, voice: Voice) -> None:
    """Say the sum: of a check always, of several lists how many were read and which were not."""
    failed = [outcome.path for outcome in outcomes if outcome.error]
    if request.check:
        voice.remark(_checked(outcomes, request))
    elif len(outcomes) > 1:
        count, read = len(outcomes), len(outcomes) - len(failed)
        voice.remark(Bilingual(f"一覧{count}件のうち{read}件を読みました。", f"{read} of {count} lists were read."))
    if failed and len(outcomes) > 1:
        names = Bilingual("、".join(failed), ", ".join(failed))
        voice.remark(Bilingual(f"読めなかった一覧: {names.ja}", f"not read: {names.en}"))


def _checked(outcomes: Iterable[Outcome], request: Request) -> Bilingual:
    read = [outcome for outcome in outcomes if not outcome.error]
    count = len(read) * len(request.formats)
    different = sum(len(outcome.differences) for outcome in read)
    if not different:
        return Bilingual(
            f"{count}個のファイルを確かめました。違いはありません。", f"{count} files checked: no difference."
        )
    return Bilingual(
        f"{count}個のファイルのうち{different}個が、元の一覧から今できるものと違います。",
        f"{different} of {count} files are not what their lists give now.",
    )


def _exit_code(outcomes: Iterable[Outcome], request: Request) -> Exit:
    outcomes = list(outcomes)
    if any(outcome.error for outcome in outcomes):
        return Exit.CANNOT
    strict = request.strict and not all(outcome.tally.is_clean for outcome in outcomes)
    return Exit.FOUND if strict or any(outcome.differences for outcome in outcomes) else Exit.DONE

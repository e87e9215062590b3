"""``dxlist parse``: lists -> records in files or on standard output."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.caching import say_problem, store_of
from dxlist.cli.exits import Exit
from dxlist.cli.formats import LISTS, style_of
from dxlist.cli.outputs import STANDARD_OUTPUT, WrittenOutput, check_outputs
from dxlist.cli.terminal import StandardOutput
from dxlist.cli.usage import EMPTY_VALUE, choice, jobs_asked, not_together
from dxlist.errors import UsageError, WriteError, describe
from dxlist.exports.exporting import document_bytes
from dxlist.exports.format import BY_DEFAULT, document_formats
from dxlist.jobs.folders import said_of_passed
from dxlist.jobs.inputs import DEFAULT, ListFile, check_name, find_inputs, no_lists
from dxlist.jobs.job import STREAMED, Job, Outcome, failed, read_document, run_jobs, stream_list, tally_of
from dxlist.jobs.orphans import find_orphans, remove_orphans
from dxlist.jobs.pool import processes_for
from dxlist.reading.forms import SUFFIXES
from dxlist.report.list_summary import further_encodings, places_to_check, summary_block, summary_line
from dxlist.text.bilingual import COMMA, Bilingual, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.cli.messages import Messages
    from dxlist.exports.ours import OutputKind
    from dxlist.jobs.differences import Difference
    from dxlist.jobs.inputs import Inputs


@dataclass(frozen=True, kw_only=True)
class ParseOptions(option.TableOptions, option.CachedOptions):
    """The options of ``dxlist parse``."""

    paths: option.Several = option.several(
        "PATHS",
        f"一覧のファイル（{' '.join(SUFFIXES)} など）、フォルダー、または -（標準入力）。省くと data/raw。",
        f"Lists ({', '.join(SUFFIXES)} ...), folders, or - for standard input; without any, data/raw.",
    )
    output: str = option.value(
        "--output --out -o DIR",
        "書き出すフォルダー。- は標準出力。",
        "Folder to write into; - is standard output.",
        option.NORMALIZED,
    )
    format: str | None = LISTS.option(
        Bilingual(
            "書き出す形式を1つ。省くと json、csv、targets.csv（標準出力には json）。",
            "One format; without it json, csv and targets.csv (json on standard output).",
        )
    )
    check: bool = option.switch(
        "--check",
        "何も書かず、書き出し済みのファイルが今の一覧と合うかを確かめます。合わないか、使われない訂正があれば終了コード1。",
        "Write nothing; exit 1 where a normalised file is not what its list gives now, or a correction is unused.",
    )
    strict: bool = option.switch(
        "--strict",
        "どの列にも入らなかったセル、疑わしい行、使われない訂正があれば終了コード1。ファイルは書きます。",
        "Exit 1 on a leftover, a doubtful row or an unused correction; the files are written all the same.",
    )
    prune: bool = option.switch(
        "--prune",
        "どの一覧からもできない書き出し済みのファイルを消します（dxlist が書いたものだけ）。",
        "Remove the normalised files that no list gives any more; only such as dxlist wrote.",
    )


_KINDS: dict[str, OutputKind] = {"json": "document"}
"""Of the formats that hold a whole list."""


def parse(options: ParseOptions, messages: Messages) -> Exit:
    """Read all lists, say what became of each, and return the exit code.

    Raises:
        DxlistError: nothing can be read or written at all.
    """
    wanted, asked = _wanted(options), jobs_asked(options)
    inputs = find_inputs(options.paths, joined=not options.check, but=options.output)
    if options.prune and not (inputs.scopes or inputs.errors):
        raise UsageError("--prune", *_NO_FOLDER)
    jobs = [replace(wanted, file=file) for file in inputs.lists]
    if not options.check and options.output != STANDARD_OUTPUT:
        targets = [WrittenOutput(job.target(name), _KINDS.get(name)) for job in jobs for name in job.formats]
        check_outputs(targets, inputs.paths, overwrite=options.overwrite)
    outcomes, workers = list[Outcome](), processes_for(len(jobs), asked)
    with messages.progress(inputs.paths) as watch:
        done = _printed(jobs, workers) if options.output == STANDARD_OUTPUT else run_jobs(jobs, workers, watch)
        for outcome in done:
            _report(outcome, options, messages)
            outcomes.append(outcome)
    _say_unread(inputs, outcomes, options, messages)
    say_problem(wanted.store, messages)
    orphans = _orphans(inputs, outcomes, options, messages)
    _conclude(outcomes, wanted, messages, len(orphans))
    return Exit.CANNOT if inputs.errors else _exit_code(outcomes, options, orphans)


def _orphans(inputs: Inputs, outcomes: Sequence[Outcome], options: ParseOptions, messages: Messages) -> list[Path]:
    """Return the normalised files that no list gives, which are named, and with ``--prune`` removed."""
    if not (options.check or options.prune):
        return []
    passed = {outcome.path for outcome in outcomes if outcome.passed}
    given = [file.document_id for file in inputs.lists if file.path not in passed]
    orphans = find_orphans(Path(options.output), given, inputs.scopes)
    if options.prune:
        remove_orphans(orphans, Path(options.output))
    for file in orphans:
        messages.finding(f"{file}: " + (_PRUNED if options.prune else _ORPHAN))
    return orphans


_ORPHAN = Bilingual(
    "これを作る一覧がありません。--prune を付けて実行すると消えます。",
    "no list gives this file; the command with --prune removes it.",
)
_PRUNED = Bilingual("これを作る一覧がないので、消しました。", "removed, for no list gives it.")


def _say_unread(inputs: Inputs, outcomes: Sequence[Outcome], options: ParseOptions, messages: Messages) -> None:
    """Say which folders could not be opened, and which files were passed over.

    Raises:
        UsageError: nothing but memos was found.
    """
    for error in inputs.errors:
        messages.error(describe(error))
    passed = [*inputs.passed, *(outcome.passed for outcome in outcomes if outcome.passed)]
    if outcomes and all(outcome.passed for outcome in outcomes):
        raise no_lists(", ".join(options.paths) or DEFAULT, passed)
    if said := said_of_passed(passed):
        messages.remark(said)


def _wanted(options: ParseOptions) -> Job:
    """Return what is to be done with each list, after a look at what cannot go together."""
    output = options.output
    if not output.strip():
        raise UsageError("--output", EMPTY_VALUE, Bilingual("フォルダーを指定してください。", "Give a folder."))
    if options.check and output == STANDARD_OUTPUT:
        raise UsageError("--check", *_NOTHING_TO_COMPARE)
    if options.prune and (options.check or output == STANDARD_OUTPUT):
        raise not_together("--prune", "--check" if options.check else "--output -")
    if options.format is not None:
        formats: tuple[str, ...] = (choice("--format", options.format, document_formats()),)
    else:
        formats = ("json",) if output == STANDARD_OUTPUT else BY_DEFAULT
    style = style_of(options, formats[0] if len(formats) == 1 else None, output)
    return Job(ListFile("", ""), formats, output, style, options.encoding, options.check, store_of(options))


_NO_FOLDER = (
    Bilingual(
        "一覧をファイルで指定したときは、どのファイルが余っているか分かりません。",
        "where lists are named one by one, it cannot be told which files are left over.",
    ),
    Bilingual("すべての一覧のあるフォルダーを指定してください。", "Name the folder that holds all lists."),
)
_NOTHING_TO_COMPARE = (
    Bilingual(
        "書き出し済みのファイルと比べるので、--output - とは使えません。",
        "it compares with files that were written, and cannot go with --output -.",
    ),
    Bilingual("--output にフォルダーを指定してください。", "Give a folder with --output."),
)


def _printed(jobs: Sequence[Job], workers: int) -> Iterator[Outcome]:
    """Write the lists to standard output in order; read side by side, they wait in a folder for their turn."""
    jobs = [*jobs[:1], *map(_without_mark, jobs[1:])]
    if workers == 1 or len(jobs) == 1:
        yield from map(_print, jobs)
        return
    with tempfile.TemporaryDirectory(prefix="dxlist-") as folder:
        for outcome in run_jobs([replace(job, folder=folder) for job in jobs], workers):
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
        check_name(job.file)
        if name == STREAMED:
            return Outcome(job.path, stream_list(job, output))
        document = read_document(job)
        output.write(document_bytes(document, name, job.style))
        return Outcome(job.path, tally_of(document))
    except (BrokenPipeError, WriteError):
        raise
    except Exception as error:  # noqa: BLE001 - the other lists must be read all the same; describe() says what it was
        return failed(job, error)


def _report(outcome: Outcome, options: ParseOptions, messages: Messages) -> None:
    """Say what became of one list."""
    if outcome.error:
        messages.error(outcome.error)
    if outcome.error or outcome.passed:
        return
    told = outcome.path, outcome.tally, outcome.written
    if not options.check:
        messages.outline(summary_block(*told), summary_line(*told))
    if outcome.tally.unused_corrections or outcome.tally.noted_corrections:
        from dxlist.cli.corrections import say_corrections  # noqa: PLC0415 - of most lists there is nothing to say

        say_corrections(outcome.path, outcome.tally.unused_corrections, outcome.tally.noted_corrections, messages)
    for difference in outcome.differences:
        messages.finding(_differs(difference, outcome.path))
    for finding in further_encodings(outcome.path, outcome.tally):
        messages.finding(finding)
    for finding in places_to_check(outcome.path, outcome.tally) if options.strict else ():
        messages.finding(finding)


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
    where = f" {difference.where}:" if difference.where else ""
    there, now = difference.there, difference.now
    return f"{file}:{difference.line}:{where} " + Bilingual(
        f"「{there}」とありますが、{path} からは「{now}」になります。", f'has "{there}", but {path} gives "{now}".'
    )


def _conclude(outcomes: Sequence[Outcome], wanted: Job, messages: Messages, orphans: int) -> None:
    """Say the sum: of a check always, of several lists how many were read and which were not."""
    failed = [outcome.path for outcome in outcomes if outcome.error]
    count = sum(not outcome.passed for outcome in outcomes)
    read = count - len(failed)
    if wanted.check:
        messages.remark(_checked(outcomes, read * len(wanted.formats), orphans))
    elif count > 1:
        messages.remark(Bilingual(f"一覧{count}件のうち{read}件を読みました。", f"{read} of {count} lists were read."))
    if failed and count > 1:
        messages.remark(Bilingual("読めなかった一覧: ", "not read: ") + COMMA.join(failed))


def _checked(outcomes: Iterable[Outcome], count: int, orphans: int) -> Bilingual:
    files, different = plural(count, "個のファイル", "file"), sum(len(outcome.differences) for outcome in outcomes)
    if not different and orphans:
        left = plural(orphans, "個", "file")
        return files + Bilingual(
            f"に違いはありません。元の一覧のないファイルが{left.ja}あります。",
            f" checked: no difference, but {left.en} that no list gives.",
        )
    if not different:
        return files + Bilingual("を確かめました。違いはありません。", " checked: no difference.")
    are = "is not what its list gives" if different == 1 else "are not what their lists give"
    return (
        Bilingual("", f"{different} of ")
        + files
        + Bilingual(f"のうち{different}個が、元の一覧から今できるものと違います。", f" {are} now.")
    )


def _exit_code(outcomes: Iterable[Outcome], options: ParseOptions, orphans: Sequence[Path]) -> Exit:
    outcomes = list(outcomes)
    if any(outcome.error for outcome in outcomes):
        return Exit.CANNOT
    strict = options.strict and not all(outcome.tally.is_clean for outcome in outcomes)
    unused = options.check and any(outcome.tally.unused_corrections for outcome in outcomes)
    left = options.check and bool(orphans)
    found = any(outcome.differences or outcome.tally.further_encodings for outcome in outcomes)
    return Exit.FOUND if strict or unused or left or found else Exit.DONE

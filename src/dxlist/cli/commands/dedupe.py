"""``dxlist dedupe``: lists -> the projects behind their rows, and where the rows contradict each other."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from dxlist.cli import options as option
from dxlist.cli.caching import store_of
from dxlist.cli.decisions import apply_decisions, find_decisions, kept, new_decisions, open_decisions, say_outcome
from dxlist.cli.formats import PROJECTS, TEXT, style_of
from dxlist.cli.inputs import lists_of, read_lists
from dxlist.cli.outputs import STANDARD_OUTPUT, WrittenOutput, check_outputs, many, write_output
from dxlist.cli.review.pairs import review_pairs
from dxlist.cli.review.screen import check_terminal
from dxlist.cli.terminal import block_table, console, is_terminal
from dxlist.cli.usage import choice, not_together
from dxlist.errors import UsageError
from dxlist.exports.described.content import tables_of_projects
from dxlist.exports.described.names import OF_PROJECTS
from dxlist.exports.format import FORMATS, Style
from dxlist.jobs.rows import RowsDigest, projects_of
from dxlist.projects.by_government import as_one
from dxlist.projects.conflicts.comparing import GRADES
from dxlist.projects.decisions.checks import unmet_decisions
from dxlist.report.blocks import block_lines
from dxlist.report.found_projects import found_among
from dxlist.report.projects import parts_of, summary
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from dxlist.cli.exits import Exit
    from dxlist.cli.messages import Messages
    from dxlist.model.project import Projects
    from dxlist.projects.by_government import ProjectsOfLists
    from dxlist.report.found_projects import FoundProjects
    from dxlist.report.projects import Part
    from dxlist.text.bilingual import Language

DEFAULT = "mentions"
"""The table of a format that holds one."""
NEVER, SUGGESTION = "never", "suggestion"
FAIL_ON = (NEVER, *GRADES, SUGGESTION)
"""From which on something found ends the command with 1; each means all before it too."""


@dataclass(frozen=True, kw_only=True)
class DedupeOptions(option.ProjectTableOptions, option.CachedOptions):
    """The options of ``dxlist dedupe``."""

    format: str | None = PROJECTS.option()
    table: str | None = option.value(
        f"--table {'|'.join(OF_PROJECTS)}",
        f"書き出す表を1つ。省くと xlsx は全部の表、json と jsonl は事業の全体、ほかは {DEFAULT}。",
        f"One table to write; without it xlsx has all, json and jsonl whole projects, the others {DEFAULT}.",
    )
    all: bool = option.switch(*option.ALL)
    review: bool = option.switch(
        "--review",
        "同じかもしれない組を1組ずつ見て決め、使っている決定のファイルに書き足します（なければ一覧の隣に作ります）。",
        "Walk the suggested pairs, decide each, and add it to the file of decisions; "
        "where there is none it is made beside the lists.",
    )
    fail_on: str = option.value(
        f"--fail-on {'|'.join(FAIL_ON)}",
        "これ以上に重い食い違い（suggestion は未確認の組も）があれば終了コード1。",
        "Exit 1 on a conflict of this grade or worse; suggestion: on any, and on a suggested pair.",
        NEVER,
    )


def dedupe(options: DedupeOptions, messages: Messages) -> Exit:
    """Find the projects of all lists, show or write them, and return the exit code.

    Raises:
        DxlistError: nothing can be read or written at all, or the decisions are malformed.
    """
    format_, style = _wanted(options)
    files = find_decisions(options)
    if options.output != STANDARD_OUTPUT:
        check_outputs([options.output], lists_of(options.paths), overwrite=options.overwrite, kept=kept(files))
    if options.review:
        files = [_reviewed(options, files)]
    decided = open_decisions(files, may_be_missing=options.review)
    store = store_of(options)
    read = read_lists(options, messages, RowsDigest(), store=store)
    lists = read.digests
    rows = [row for own in lists for row in own.rows()] if decided.decisions else []
    checked = apply_decisions(decided, rows, messages)
    projects = projects_of(lists, read.keys, checked.decisions, store)
    unmet = unmet_decisions(projects, checked.decisions)
    say_outcome(decided.path, checked.decisions, unmet, messages)
    found = found_among(projects, (own.rows() for own in lists), everything=options.all)
    if options.review:
        review_pairs(found, files[0], messages, named=options.decisions is not None)
    elif read.named:
        _write(found, format_, style, options, messages)
        _hint(found, format_, options, files, messages)
    stale = bool(checked.gone or unmet) and options.fail_on != NEVER
    failed = not options.review and (stale or _fails(found.projects, options.fail_on))
    return read.exit(found=failed)


def _wanted(options: DedupeOptions) -> tuple[str, Style]:
    """Return the format and the style to write, after a look at what cannot go together."""
    choice("--fail-on", options.fail_on, FAIL_ON)
    format_ = PROJECTS.chosen(options.format, options.output)
    if options.table is not None:
        choice("--table", options.table, OF_PROJECTS)
        if format_ == TEXT:
            raise UsageError("--table", *_NO_TABLES)
    _check_review(options)
    return format_, style_of(options, format_, options.output)


_NO_TABLES = (
    Bilingual("text に表はありません。", "text has no tables."),
    Bilingual("--format csv などと使ってください。", "Use it with --format csv, xlsx ..."),
)


def _check_review(options: DedupeOptions) -> None:
    """Raise where ``--review`` cannot go with the other options, or there is nobody to ask."""
    if not options.review:
        return
    if options.no_decisions:
        raise not_together("--review", "--no-decisions")
    if options.format or options.output != STANDARD_OUTPUT:
        raise UsageError("--review", *_NO_OUTPUT)
    if "-" in options.paths:
        raise UsageError("--review", *_NO_STANDARD_INPUT)


def _reviewed(options: DedupeOptions, files: Sequence[Path]) -> Path:
    """Return the file that a review adds to, the one in force or a new one beside the lists, once it may be written."""
    found = files or new_decisions(options.paths)
    if len(found) != 1:
        raise UsageError("--review", *_NOT_ONE_FILE)
    # What is decided is added to what stands there.
    check_outputs([WrittenOutput(found[0], "decisions")], lists_of(options.paths), overwrite=True)
    check_terminal("--review")
    return found[0]


_NOT_ONE_FILE = (
    Bilingual("一覧がいくつかのフォルダーにあります。", "the lists stand in several folders."),
    Bilingual(
        "決めたことを書くファイルを --decisions で指定してください（なければ作ります）。",
        "Name the file to write the decisions into with --decisions; it is made.",
    ),
)
_NO_OUTPUT = (
    Bilingual("--format や --output とは使えません。", "it cannot go with --format or --output."),
    Bilingual(
        "決めたあとで、同じ --decisions を付けて実行してください。",
        "Decide first, then run it with the same --decisions.",
    ),
)
_NO_STANDARD_INPUT = (
    Bilingual("標準入力は答えを聞くのに使います。", "standard input is for the answers."),
    Bilingual("一覧はファイルで指定してください。", "Name the lists as files."),
)


def _write(found: FoundProjects, format_: str, style: Style, options: DedupeOptions, messages: Messages) -> None:
    """Show the projects on a terminal, or write them to standard output or a file."""
    figures, to_screen = summary(found), options.output == STANDARD_OUTPUT
    if format_ != TEXT:
        write_output(_bytes(found.projects, format_, options.table, style), options.output)
    else:
        parts = parts_of(found, everything=options.all)
        if to_screen and is_terminal(sys.stdout):
            _show(figures, parts, messages.language)
        else:
            lines = _lines(figures, parts, messages.language)
            write_output(many(f"{line}\n".encode() for line in lines), options.output)
    if not to_screen:
        messages.remark(figures[0] + Bilingual(f" → {options.output}", f" -> {options.output}"))


def _hint(
    found: FoundProjects, format_: str, options: DedupeOptions, files: Sequence[Path], messages: Messages
) -> None:
    """Say how suggested pairs are decided, where nothing is decided yet."""
    if found.projects.suggested and format_ == TEXT and options.output == STANDARD_OUTPUT and not files:
        messages.remark(_REVIEW)


def _bytes(projects: Projects | ProjectsOfLists, format_: str, table: str | None, style: Style) -> bytes:
    """Return the projects in a format for programs: one table, or all that the format holds."""
    found, tables = FORMATS[format_], tables_of_projects(projects)
    if table is None and format_ == "json":
        return found.whole(as_one(projects), style)
    if table is None and format_ == "xlsx":
        return cast("bytes", found.tables(list(tables.values()), style))
    usual = "projects" if format_ == "jsonl" else DEFAULT
    return b"".join(found.rows(tables[table or usual], style))


_REVIEW = Bilingual(
    "候補の組を決めるには: --review",
    "Decide suggested pairs: --review",
)
_HEADING = "■"


def _show(figures: Sequence[Bilingual], parts: Sequence[Part], language: Language) -> None:
    """Write the text to a terminal, set in columns of its width; nothing is cut."""
    from rich.text import Text  # noqa: PLC0415 - only a terminal needs rich

    screen = console(sys.stdout)
    for line in figures:
        screen.print(Text(line.text(language), style="bold"))
    for part in parts:
        screen.print()
        screen.print(Text(_heading(part, language), style="bold cyan"))
        for block in part.blocks:
            screen.print()
            screen.print(block_table(block, language, screen.width, coloured=screen.color_system is not None))


def _heading(part: Part, language: Language) -> str:
    """Return the heading of a part with the number of its blocks."""
    count = len(part.blocks)
    return f"{_HEADING} " + (part.heading + Bilingual(f"（{count}）", f" ({count})")).text(language)


def _lines(figures: Sequence[Bilingual], parts: Sequence[Part], language: Language) -> Iterator[str]:
    """Yield the text with one line for each entry, without colour and without columns."""
    yield from (line.text(language) for line in figures)
    for part in parts:
        yield ""
        yield _heading(part, language)
        for block in part.blocks:
            yield ""
            yield from block_lines(block, language)


def _fails(projects: Projects | ProjectsOfLists, fail_on: str) -> bool:
    """Return whether something was found that ``--fail-on`` does not let pass."""
    if fail_on == SUGGESTION:
        return bool(projects.conflicts or projects.suggested)
    refused = () if fail_on == NEVER else GRADES[: GRADES.index(fail_on) + 1]
    return any(conflict.grade in refused for conflict in projects.conflicts)

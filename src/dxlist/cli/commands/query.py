"""``dxlist query``: which rows of the lists have this in common, as a table, as records, counted or added up."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli import options as option
from dxlist.cli.caching import store_of
from dxlist.cli.decisions import find_decisions, holding_decisions, kept, open_decisions
from dxlist.cli.exits import Exit
from dxlist.cli.filters import FilterOptions, in_options, read_filters
from dxlist.cli.formats import ROWS, TABLE, style_of
from dxlist.cli.inputs import check_paths, lists_of, read_lists
from dxlist.cli.outputs import STANDARD_OUTPUT, check_outputs, say_written, write_output, write_table
from dxlist.cli.terminal import is_terminal, output_width
from dxlist.cli.usage import choice, not_together, whole_number
from dxlist.errors import UsageError, describe
from dxlist.exports.described.answers import answer_table, hits_table
from dxlist.exports.format import FORMATS
from dxlist.jobs.spool import Spool
from dxlist.query.answers import WIDE, answer_groups, answer_projects, answer_rows
from dxlist.query.columns import further_columns
from dxlist.query.grouping import GROUPINGS
from dxlist.query.selecting import RowsOfLists, UnknownNameError, select, unheld_words
from dxlist.report.groups import group_rows
from dxlist.report.tables import rows_table
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.cli.messages import Messages
    from dxlist.exports.format import Style
    from dxlist.model.initiative import Initiative
    from dxlist.model.table import Table
    from dxlist.query.answers import Answer
    from dxlist.query.columns import Hit
    from dxlist.report.blocks import Line
    from dxlist.text.bilingual import Language


@dataclass(frozen=True, kw_only=True)
class QueryOptions(FilterOptions, option.CachedOptions):
    """The options of ``dxlist query``."""

    group_by: str | None = option.value(
        f"--group-by -g {'|'.join(GROUPINGS)}",
        "どれかごとに、行と事業の数、目標の合計。",
        "Count rows and projects, and add up targets, of each of these.",
    )
    projects: bool = option.switch("--projects", "同じ事業の行をまとめ、1事業を1行で示します。", "One line a project.")
    count: bool = option.switch("--count", "件数だけを示します。", "Print how many there are, and nothing else.")
    columns: option.Several = option.several(
        "--columns -c NAMES",
        "列の名前をコンマで。レコードの英語名でも日本語名でも。",
        "Columns, with commas, by their names in the records or in Japanese.",
    )
    wide: bool = option.switch(
        "--wide", "折り返さず、すべての本文の列を示します（less -S で）。", "All texts, nothing wrapped (for less -S)."
    )
    sort: option.Several = option.several(
        "--sort NAMES",
        "並べる列をコンマで。-value は大きい順。",
        "Columns to sort by, with commas; -value: greatest first.",
    )
    limit: str | None = option.value("--limit -n N", "はじめのN件だけ。", "Only the first N.")
    format: str | None = ROWS.option(
        ROWS.help + Bilingual("json と jsonl はレコード全体。", " json and jsonl hold whole records.")
    )


class _AnswerView(NamedTuple):
    """How the answer is to look."""

    format: str
    limit: int | None
    style: Style
    options: QueryOptions

    @property
    def is_json(self) -> bool:
        """Whether JSON is written, which holds whole records where no columns were asked for."""
        return self.format in {"json", "jsonl"}

    @property
    def is_whole(self) -> bool:
        """Whether a format for programs is written that holds the whole table of the initiatives."""
        return not self.is_json and self.format not in {TABLE, "markdown"}

    @property
    def shows_records(self) -> bool:
        """Whether whole records are written."""
        options = self.options
        return self.is_json and not (options.group_by or options.projects or options.count or options.columns)


def query(options: QueryOptions, messages: Messages) -> Exit:
    """Read the lists, find what is asked for, write it, and return the exit code.

    Raises:
        DxlistError: nothing can be read, the question makes no sense, or the answer cannot be written.
    """
    view = _view(options)
    check_paths(options.paths)
    files = find_decisions(options)
    if options.output != STANDARD_OUTPUT:
        check_outputs([options.output], lists_of(options.paths), overwrite=options.overwrite, kept=kept(files))
    decided = open_decisions(files)
    with Spool(light=not view.shows_records) as spool:
        read = read_lists(options, messages, spool, light=not view.shows_records, store=store_of(options))
        if not read.named:
            return Exit.CANNOT
        decisions = holding_decisions(decided, (kept.rows() for kept in read.digests), messages)
        initiatives = RowsOfLists(read.digests, decisions)
        found = _answered(initiatives, view, messages, several=len(read.named) > 1)
    return read.exit(found=not found)


def _answered(initiatives: Iterable[Initiative], view: _AnswerView, messages: Messages, *, several: bool) -> bool:
    """Write what is asked for; return whether the lists know the names that were asked for."""
    options = view.options
    further = further_columns(initiatives) if options.where or options.columns or options.sort else ()
    filters = read_filters(options, further)
    try:
        hits = select(initiatives, filters)
    except UnknownNameError as error:
        messages.error(describe(in_options(error)))
        return False
    _write(_answer(hits, view, further, several=several), view, messages)
    for unheld in unheld_words(initiatives, filters) if not hits else ():
        messages.remark(unheld.message)
    return True


def _view(options: QueryOptions) -> _AnswerView:
    """Return how the answer is to look, after a look at what cannot go together."""
    if options.group_by is not None:
        choice("--group-by", options.group_by, GROUPINGS)
    together = [
        name
        for name, given in (
            ("--group-by", options.group_by),
            ("--projects", options.projects),
            ("--columns", options.columns),
        )
        if given
    ]
    if len(together) > 1:
        raise not_together(*together[:2])
    limit = None if options.limit is None else whole_number("--limit", options.limit)
    asked = options.format or (TABLE if options.count else None)
    format_ = ROWS.chosen(asked, options.output)
    return _AnswerView(format_, limit, style_of(options, format_, options.output), options)


def _answer(hits: Sequence[Hit], view: _AnswerView, further: Sequence[str], *, several: bool) -> Answer:
    """Return the answer; what makes no sense in it is said by the name of its option.

    Raises:
        UsageError: there is no such column.
    """
    options = view.options
    try:
        if options.group_by:
            return answer_groups(hits, options.group_by, sort=options.sort, limit=view.limit)
        if options.projects:
            whole = options.wide or view.format != TABLE
            return answer_projects(hits, whole=whole, sort=options.sort, limit=view.limit)
        people = WIDE if options.wide and not view.is_json and not view.is_whole else None
        columns = options.columns or people
        return answer_rows(hits, columns=columns, sort=options.sort, limit=view.limit, further=further, several=several)
    except UsageError as error:
        raise UsageError(f"--{error.place}", error.problem, error.remedy) from error


def _write(answer: Answer, view: _AnswerView, messages: Messages) -> None:
    """Write the answer; of a table, and of a file, say on standard error how much there is.

    Raises:
        WriteError: it cannot be written.
    """
    options = view.options
    if options.count:
        write_output(f"{answer.found}\n".encode(), options.output)
    elif view.format != TABLE:
        write_output(_pieces(answer, view), options.output)
    else:
        write_table(_table_lines(answer, options, messages.language), options.output)
        if options.output == STANDARD_OUTPUT:
            messages.remark(answer.said)
    say_written(messages, options.output, answer.said, view.format)


_UNLIMITED = 1 << 20


def _table_lines(answer: Answer, options: QueryOptions, language: Language) -> list[Line]:
    """Return the answer as a table for people; nothing where there are no rows."""
    rows: Sequence[Sequence[object]] = answer.table.held()
    if not rows:
        return []
    width = _UNLIMITED if options.wide else output_width()
    titles = [title.text(language) for title in answer.titles]
    if answer.groups is not None:
        bars = is_terminal(sys.stdout) and options.output == STANDARD_OUTPUT and not options.wide
        return rows_table(*group_rows(answer.groups, titles, language, width if bars else 0, whole=options.wide), width)
    if options.wide:
        rows = [tuple(map(_on_one_line, row)) for row in rows]
    return rows_table(titles, rows, width)


def _on_one_line(value: object) -> object:
    if isinstance(value, list | tuple):
        return "; ".join(str(one) for one in value if one is not None)
    return " ".join(value.splitlines()) if isinstance(value, str) else value


def _pieces(answer: Answer, view: _AnswerView) -> Iterator[bytes]:
    """Yield the answer in a format for programs."""
    return FORMATS[view.format].rows(_table(answer, view), view.style)


def _table(answer: Answer, view: _AnswerView) -> Table:
    """Return the answer as a table; JSON holds whole records where no columns were asked for, and those of groups."""
    if answer.hits is not None and view.is_whole:
        return hits_table(answer.hits)
    if answer.groups is None or view.is_json:
        return answer_table(answer)
    titles = answer.table.header("en")
    _, rows = group_rows(answer.groups, titles, view.style.header, 0, whole=True)
    return answer_table(answer, rows)

"""``dxlist sql``: a question in SQL over the tables of ``export``, answered from a database in memory."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.caching import store_of
from dxlist.cli.decisions import find_decisions, holding_decisions, kept, open_decisions
from dxlist.cli.exits import Exit
from dxlist.cli.formats import ROWS, TABLE, style_of
from dxlist.cli.inputs import lists_of, read_lists
from dxlist.cli.outputs import STANDARD_OUTPUT, check_outputs, many, say_written, write_output, write_table
from dxlist.cli.terminal import output_width
from dxlist.cli.usage import decimal_number, whole_number
from dxlist.errors import UsageError
from dxlist.exports.described.answers import sql_table
from dxlist.exports.described.names import TABLE_NAMES
from dxlist.exports.format import FORMATS
from dxlist.exports.formats.sqlite import VIEWS, tables_to_database
from dxlist.exports.sql.asking import ask
from dxlist.jobs.exporting import ExportedList, content_of
from dxlist.jobs.pool import FEW
from dxlist.jobs.spool import Spool
from dxlist.report.tables import rows_table
from dxlist.text.bilingual import Bilingual, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.cli.messages import Messages
    from dxlist.exports.format import Style
    from dxlist.exports.sql.asking import SqlAnswer

MOST_SHOWN = 1000
"""Rows of a table where no limit was given."""
_LEAST_SECONDS = 0.1
_NULL = "NULL"


@dataclass(frozen=True, kw_only=True)
class SqlOptions(option.ProjectTableOptions, option.CachedOptions):
    """The options of ``dxlist sql``."""

    question: str = option.argument(
        "SQL", f"SELECT文。表は {'、'.join(TABLE_NAMES)}。", f"A SELECT over {', '.join(TABLE_NAMES)}."
    )
    format: str | None = ROWS.option()
    limit: str | None = option.value(
        "--limit -n N",
        "行数の上限。0は無制限。省くと table は1000行、ほかは無制限。",
        "The most rows; 0: all. Without it 1000 in a table, and else all.",
    )
    timeout: str = option.value("--timeout SECONDS", "待つ秒数の上限。", "The most seconds to wait.", "30")


def sql(options: SqlOptions, messages: Messages) -> Exit:
    """Read all lists, answer the question, and return the exit code.

    Raises:
        DxlistError: nothing can be read, or the question cannot be answered.
    """
    format_, seconds = ROWS.chosen(options.format, options.output), _seconds(options.timeout)
    limit = None if options.limit is None else whole_number("--limit", options.limit)
    style = style_of(options, format_, options.output)
    files = find_decisions(options)
    if options.output != STANDARD_OUTPUT:
        check_outputs([options.output], lists_of(options.paths), overwrite=options.overwrite, kept=kept(files))
    decided = open_decisions(files)
    with Spool(light=True) as spool:
        # The rules look at what the cache does not keep; they are asked where the question names what they find.
        with_findings = "findings" in options.question.casefold()
        read = read_lists(options, messages, ExportedList(spool, with_findings), store=store_of(options))
        if not read.named:
            return Exit.CANNOT
        decisions = holding_decisions(decided, (one.kept.rows() for one in read.digests), messages)
        content = content_of(read.digests, decisions)
        place = spool.folder / "tables.sqlite" if len(read.named) > FEW else None
        with ask(tables_to_database(content.tables(), place), options.question, seconds) as answer:
            if format_ == TABLE:
                _write_table(answer, limit, options.output, messages)
            else:
                _write_rows(answer, limit, style, options, messages)
    return read.exit()


def _write_rows(answer: SqlAnswer, limit: int | None, style: Style, options: SqlOptions, messages: Messages) -> None:
    """Write the answer in a format for programs, while its rows are looked for."""
    format_ = ROWS.chosen(options.format, options.output)
    rows = _Counted(islice(answer.rows, limit) if limit else answer.rows)
    pieces = FORMATS[format_].rows(sql_table(answer.columns, iter(rows), _whole(options.question)), style)
    write_output(many(pieces), options.output)
    say_written(messages, options.output, plural(rows.count, "行", "row"), format_)


def _whole(question: str) -> str:
    """Return a question with the views that it names, which name the tables."""
    return " ".join((question, *(sql for name, sql in VIEWS.items() if name in question)))


def _seconds(text: str) -> float:
    seconds = float(decimal_number("--timeout", text))
    if seconds < _LEAST_SECONDS:
        problem = Bilingual("短すぎます。", "this is too short.")
        least = Bilingual(f"{_LEAST_SECONDS}以上にしてください。", f"Give {_LEAST_SECONDS} or more.")
        raise UsageError(f"--timeout {text}", problem, least)
    return seconds


def _write_table(answer: SqlAnswer, asked: int | None, output: str, messages: Messages) -> None:
    limit = MOST_SHOWN if asked is None else asked
    rows = list(islice(answer.rows, limit + 1) if limit else answer.rows)
    shown = rows[:limit] if limit else rows
    lines = rows_table(answer.columns, shown, output_width(), null=_NULL)
    write_table(lines, output)
    say_written(messages, output, plural(len(shown), "行", "row"), TABLE)
    if len(shown) < len(rows) and asked is None:
        messages.remark(
            Bilingual(
                f"最初の{limit}行です。--limit 0 ですべて示します。", f"the first {limit} rows; --limit 0 shows all."
            )
        )


class _Counted:
    """Rows that are counted while they are taken."""

    def __init__(self, rows: Iterator[tuple[object, ...]]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        for row in self._rows:
            self.count += 1
            yield row

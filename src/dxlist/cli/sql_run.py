"""``run_sql``: what ``dxlist sql`` does: lists -> a database in memory -> the answer on standard output."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from dxlist.cli.documents import read_documents
from dxlist.cli.guard import Exit
from dxlist.cli.screen import StandardOutput, output_width, write_lines
from dxlist.exports.asking import ask
from dxlist.exports.database import content_to_database
from dxlist.exports.rows import ROW_FORMATS
from dxlist.exports.tables.content import Content
from dxlist.report.tables import rows_table
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.cli.voice import Voice
    from dxlist.exports.asking import Answer

MOST_SHOWN = 1000
"""Rows of a table where no limit was given."""
_PIECES = 500
_NULL = "NULL"


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked."""

    sql: str
    paths: Sequence[str]
    format: str
    limit: int | None = None
    """The most rows; 0: all; None: all, but of a table the first 1,000."""
    timeout: float = 30.0
    excel_safe: bool = False
    encoding: str | None = None


def run_sql(question: Question, voice: Voice) -> Exit:
    """Read all lists, answer the question, and return the exit code.

    Raises:
        DxlistError: nothing can be read, or the question cannot be answered.
    """
    documents, complete = read_documents(question.paths, voice, encoding=question.encoding)
    if not documents:
        return Exit.CANNOT
    with closing(content_to_database(Content(documents))) as connection:
        answer = ask(connection, question.sql, question.timeout)
        if question.format == "table":
            _write_table(answer, question, voice)
        else:
            _write_text(answer, question)
    return Exit.DONE if complete else Exit.CANNOT


def _write_table(answer: Answer, question: Question, voice: Voice) -> None:
    limit = MOST_SHOWN if question.limit is None else question.limit
    rows = list(islice(answer.rows, limit + 1) if limit else answer.rows)
    shown = rows[:limit] if limit else rows
    write_lines(rows_table(answer.columns, shown, output_width(), null=_NULL))
    if len(shown) < len(rows) and question.limit is None:
        voice.remark(
            Bilingual(
                f"最初の{limit}行です。--limit 0 ですべて示します。", f"the first {limit} rows; --limit 0 shows all."
            )
        )


def _write_text(answer: Answer, question: Question) -> None:
    found = ROW_FORMATS[question.format]
    rows = islice(answer.rows, question.limit) if question.limit else answer.rows
    options = {"excel_safe": question.excel_safe} if found.is_table else {}
    output = StandardOutput()
    for text in _joined(found.to_text(answer.columns, rows, **options)):
        output.write(text.encode())


def _joined(pieces: Iterator[str]) -> Iterator[str]:
    """Yield pieces of text many at a time."""
    while text := "".join(islice(pieces, _PIECES)):
        yield text

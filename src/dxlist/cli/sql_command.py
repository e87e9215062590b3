"""``dxlist sql``: a question in SQL over the tables of ``export``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dxlist.cli.export_command import ExcelSafe  # noqa: TC001 - typer reads the annotations
from dxlist.cli.query_options import Paths  # noqa: TC001 - typer reads the annotations
from dxlist.text.bilingual import Bilingual, Language

SQL = Bilingual(
    "一覧にSQLで問い合わせます。表は export と同じで、読むだけです。",
    "Ask lists in SQL, over the tables of export; it only reads.",
)
SECONDS = 30.0


class AnswerFormat(StrEnum):
    """What ``--format`` takes."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"
    markdown = "markdown"


def sql(
    language: Language,
    question: Annotated[
        str,
        typer.Argument(metavar="SQL"),
        Bilingual(
            "SELECT文。表は documents、initiatives、departments、targets、projects、mentions、findings。",
            "A SELECT over documents, initiatives, departments, targets, projects, mentions, findings.",
        ),
    ],
    paths: Paths = None,
    *,
    format_: Annotated[
        AnswerFormat,
        typer.Option("--format", "-f"),
        Bilingual("table は画面用、ほかはプログラム用。", "table for people, the others for programs."),
    ] = AnswerFormat.table,
    limit: Annotated[
        int | None,
        typer.Option("--limit", "-n", min=0, metavar="N", show_default=False),
        Bilingual(
            "行数の上限。0は無制限。省くと table は1000行、ほかは無制限。",
            "The most rows; 0: all. Without it 1000 in a table, and else all.",
        ),
    ] = None,
    timeout: Annotated[
        float,
        typer.Option("--timeout", min=0.1, metavar="SECONDS"),
        Bilingual("待つ秒数の上限。", "The most seconds to wait."),
    ] = SECONDS,
    excel_safe: ExcelSafe = False,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", "--input-encoding", "-e", metavar="NAME", show_default=False),
        Bilingual("元の一覧の文字コード。省くと自動で判定します。", "Encoding of the lists; else it is detected."),
    ] = None,
) -> None:
    """Ask lists in SQL."""
    from dxlist.cli.sql_run import Question, run_sql  # noqa: PLC0415 - nothing of the work is loaded for --version
    from dxlist.cli.voice import Voice  # noqa: PLC0415

    asked = Question(question, paths or [], format_.value, limit, timeout, excel_safe, encoding)
    raise typer.Exit(run_sql(asked, Voice(language)))

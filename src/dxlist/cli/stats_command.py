"""``dxlist stats``: the picture of the lists on one screen."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dxlist.cli.parse_options import EncodingName  # noqa: TC001 - typer reads the annotations
from dxlist.cli.query_options import Paths  # noqa: TC001
from dxlist.text.bilingual import Bilingual, Language

STATS = Bilingual(
    "一覧の全体像を1画面で示します（行、事業、分野、部局、指標、単位、疑わしい行、検査の結果）。",
    "Show the picture of the lists on one screen: rows, projects, fields, departments, targets, doubts, findings.",
)


class StatsFormat(StrEnum):
    """What ``--format`` takes."""

    text = "text"
    json = "json"


def stats(
    language: Language,
    paths: Paths = None,
    *,
    whole: Annotated[
        bool,
        typer.Option("--all", "-a"),
        Bilingual("どの欄も、はじめの数行でなくすべてを示します。", "Show every block whole, not its first lines."),
    ] = False,
    format_: Annotated[
        StatsFormat,
        typer.Option("--format", "-f"),
        Bilingual("text は画面用、json は機械用。", "text for people, json for machines."),
    ] = StatsFormat.text,
    encoding: EncodingName = None,
) -> None:
    """Show the picture of lists."""
    from dxlist.cli.stats_run import run_stats  # noqa: PLC0415 - nothing of the work is loaded for --version
    from dxlist.cli.voice import Voice  # noqa: PLC0415

    as_json = format_ is StatsFormat.json
    raise typer.Exit(run_stats(paths or [], Voice(language), encoding, as_json=as_json, whole=whole))

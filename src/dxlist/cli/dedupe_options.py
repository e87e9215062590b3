"""The options of ``dxlist dedupe``, each with its help in both languages."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dxlist.exports.projects.formats import PROJECT_FORMATS
from dxlist.exports.projects.tables import DEFAULT, TABLES
from dxlist.text.bilingual import Bilingual

TEXT = "text"
FORMAT_NAMES = (TEXT, *PROJECT_FORMATS)


class FailOn(StrEnum):
    """From which on something found ends the command with 1; each means all before it too."""

    never = "never"
    contradiction = "contradiction"
    difference = "difference"
    spelling = "spelling"
    suggestion = "suggestion"


FormatName = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="|".join(FORMAT_NAMES), show_default=False),
    Bilingual(
        "形式。省くと --output の拡張子から決め、それもなければ text（人が読む表）。",
        "Format; without it, by the suffix of --output, else text, which is for people.",
    ),
]
OutputFile = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE"),
    Bilingual("書き出すファイル。- は標準出力。", "File to write; - is standard output."),
]
TableName = Annotated[
    str | None,
    typer.Option("--table", "-t", metavar="|".join(TABLES), show_default=False),
    Bilingual(f"CSVの表。省くと {DEFAULT}。", f"Table of the CSV; without it {DEFAULT}."),
]
All = Annotated[
    bool,
    typer.Option("--all", "-a"),
    Bilingual("1行にしかない事業も text に示します。", "Show the projects of a single row too (text)."),
]
DecisionsFile = Annotated[
    str | None,
    typer.Option("--decisions", "-d", metavar="FILE", show_default=False),
    Bilingual(
        "同じ事業か別の事業かを人が決めたファイル（TOML）。行の記載より優先します。",
        "What people decided (TOML): which rows are one project or not; it overrules the rows.",
    ),
]
Review = Annotated[
    bool,
    typer.Option("--review"),
    Bilingual(
        "同じかもしれない組を1組ずつ見て決め、--decisions のファイルに書き足します。",
        "Walk the suggested pairs, decide each, and add it to the file of --decisions.",
    ),
]
FailOnGrade = Annotated[
    FailOn,
    typer.Option("--fail-on"),
    Bilingual(
        "これ以上に重い食い違い（suggestion は未確認の組も）があれば終了コード1。",
        "Exit 1 on a conflict of this grade or worse; suggestion: on any, and on a suggested pair.",
    ),
]

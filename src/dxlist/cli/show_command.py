"""``dxlist show``: one initiative whole, with its targets, its other mentions and what the rules find in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dxlist.cli.parse_options import EncodingName  # noqa: TC001 - typer reads the annotations
from dxlist.cli.query_options import Paths  # noqa: TC001
from dxlist.text.bilingual import Bilingual, Language

SHOW = Bilingual(
    "1件の事業・取組を、目標、同じ事業のほかの行、検査の結果とともに示します。",
    "Show one initiative whole: its texts, targets, other mentions and findings.",
)


class ShowFormat(StrEnum):
    """What ``--format`` takes."""

    text = "text"
    json = "json"


def show(
    language: Language,
    initiative_id: Annotated[
        str,
        typer.Argument(metavar="ID", show_default=False),
        Bilingual(
            "事業のID（fukushima_r04-0062）。一覧が1つなら行番号だけでもよい。",
            "ID of the row (fukushima_r04-0062); of a single list its line is enough.",
        ),
    ],
    paths: Paths = None,
    *,
    format_: Annotated[
        ShowFormat,
        typer.Option("--format", "-f"),
        Bilingual("text は画面用、json は機械用。", "text for people, json for machines."),
    ] = ShowFormat.text,
    encoding: EncodingName = None,
) -> None:
    """Show one initiative."""
    from dxlist.cli.show_run import run_show  # noqa: PLC0415 - nothing of the work is loaded for --version
    from dxlist.cli.voice import Voice  # noqa: PLC0415

    as_json = format_ is ShowFormat.json
    raise typer.Exit(run_show(initiative_id, paths or [], Voice(language), encoding, as_json=as_json))

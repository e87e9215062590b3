"""``dxlist validate``: lists -> what the rules find in them."""

from __future__ import annotations

from typing import Annotated

import typer

from dxlist.bilingual import Bilingual, Language
from dxlist.cli.parse_options import Paths  # noqa: TC001 - typer reads the annotations

VALIDATE = Bilingual(
    "一覧を検査し、誤りや読みにくいところを場所と理由とともに示します。",
    "Check lists by rules: what is wrong or hard to read, where, and why.",
)

Select = Annotated[
    list[str] | None,
    typer.Option("--select", "-s", metavar="CODES", show_default=False),
    Bilingual(
        "使う検査の番号か頭の部分（DX401、DX4 など）。コンマで並べても、繰り返してもよい。",
        "Codes of the rules to apply, or how they begin (DX401, DX4); with commas, or several times.",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", "-i", metavar="CODES", show_default=False),
    Bilingual("使わない検査の番号か頭の部分。", "Codes of the rules to leave out, or how they begin."),
]


def validate(
    language: Language,
    paths: Paths = None,
    *,
    select: Select = None,
    ignore: Ignore = None,
) -> None:
    """Check lists."""
    from dxlist.cli.documents import read_documents  # noqa: PLC0415 - nothing of the work is loaded for --version
    from dxlist.cli.guard import Exit  # noqa: PLC0415
    from dxlist.cli.voice import Voice  # noqa: PLC0415
    from dxlist.rules.checking import check_lists  # noqa: PLC0415
    from dxlist.rules.selection import chosen_rules  # noqa: PLC0415

    rules = chosen_rules(select or (), ignore or ())
    documents, complete = read_documents(paths or [], Voice(language))
    checked = check_lists(documents, rules)
    for reported in checked.findings:
        typer.echo(reported.finding(language).model_dump_json())
    raise typer.Exit(Exit.CANNOT if not complete else Exit.FOUND if checked.findings else Exit.DONE)

"""``build_app``: the commands of dxlist in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

import dxlist
from dxlist.bilingual import Bilingual, Language
from dxlist.cli.dedupe_command import DEDUPE, dedupe
from dxlist.cli.explain_command import EXPLAIN, explain
from dxlist.cli.export_command import EXPORT, export
from dxlist.cli.guard import Command, Guarded
from dxlist.cli.options import speaking
from dxlist.cli.parse_command import PARSE, parse
from dxlist.cli.rules_command import RULES, rules
from dxlist.cli.schema_command import SCHEMA, schema
from dxlist.cli.sql_command import SQL, sql
from dxlist.cli.validate_command import VALIDATE, validate

if TYPE_CHECKING:
    from collections.abc import Callable

DXLIST = Bilingual(
    "自治体の事業・取組一覧を、正しく、検証でき、元の行までたどれるレコードにします。",
    "Read the initiative lists of Japanese governments into records that are right, checked and traceable.",
)

COMMANDS: tuple[tuple[str, Bilingual, Callable[..., None]], ...] = (
    ("parse", PARSE, parse),
    ("export", EXPORT, export),
    ("sql", SQL, sql),
    ("validate", VALIDATE, validate),
    ("rules", RULES, rules),
    ("dedupe", DEDUPE, dedupe),
    ("explain", EXPLAIN, explain),
    ("schema", SCHEMA, schema),
)
"""A command: its name, its help, its function."""


def build_app(language: Language) -> typer.Typer:
    """Return the app with all help texts and messages in ``language``."""
    app = typer.Typer(
        name="dxlist",
        cls=Guarded,
        help=DXLIST.text(language),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"obj": language, "help_option_names": ["-h", "--help"]},
    )
    app.callback()(speaking(_dxlist, language))
    for name, text, command in COMMANDS:
        app.command(name, cls=Command, help=text.text(language))(speaking(command, language))
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dxlist {dxlist.__version__}")
        raise typer.Exit


def _dxlist(
    language: Language,
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True),
        Bilingual("版を表示して終わります。", "Show the version and exit."),
    ] = False,
) -> None:
    """Take the options that stand before a command."""

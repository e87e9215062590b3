"""``build_app``: the commands of dxlist in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

import dxlist
from dxlist.cli.completion_command import COMPLETION, completion
from dxlist.cli.dedupe_command import DEDUPE, dedupe
from dxlist.cli.explain_command import EXPLAIN, explain
from dxlist.cli.export_command import EXPORT, export
from dxlist.cli.guard import Command, Guarded
from dxlist.cli.options import speaking
from dxlist.cli.parse_command import PARSE, parse
from dxlist.cli.query_command import QUERY, query
from dxlist.cli.rules_command import RULES, rules
from dxlist.cli.schema_command import SCHEMA, schema
from dxlist.cli.show_command import SHOW, show
from dxlist.cli.sql_command import SQL, sql
from dxlist.cli.stats_command import STATS, stats
from dxlist.cli.validate_command import VALIDATE, validate
from dxlist.text.bilingual import Bilingual, Language

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

DXLIST = Bilingual(
    "自治体の事業・取組一覧を、正しく、検証でき、元の行までたどれるレコードにします。",
    "Read the initiative lists of Japanese governments into records that are right, checked and traceable.",
)

COMMANDS: tuple[tuple[str, Bilingual, Callable[..., None]], ...] = (
    ("parse", PARSE, parse),
    ("validate", VALIDATE, validate),
    ("rules", RULES, rules),
    ("dedupe", DEDUPE, dedupe),
    ("query", QUERY, query),
    ("show", SHOW, show),
    ("stats", STATS, stats),
    ("sql", SQL, sql),
    ("export", EXPORT, export),
    ("explain", EXPLAIN, explain),
    ("schema", SCHEMA, schema),
    ("completion", COMPLETION, completion),
)
"""A command: its name, its help, its function."""


def build_app(language: Language, wanted: Container[str] | None = None) -> typer.Typer:
    """Return the app with all help texts and messages in ``language``.

    Args:
        language: of the texts.
        wanted: names of the commands that are needed: setting one up takes as long as a tenth of ``import typer``.
    """
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
        if wanted is not None and name not in wanted:
            continue
        app.command(name, cls=Command, help=text.text(language))(speaking(command, language))
    return app


def wanted_commands(arguments: Sequence[str]) -> tuple[str, ...] | None:
    """Return the command that arguments ask for, none where they ask for the version alone, None where any may be.

    >>> wanted_commands(["--lang", "ja", "query", "--count"]), wanted_commands(["--version"])
    (('query',), ())
    """
    if list(arguments) == ["--version"]:
        return ()
    known = {name for name, _, _ in COMMANDS}
    return next(((argument,) for argument in arguments if argument in known), None)


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

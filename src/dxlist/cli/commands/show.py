"""``dxlist show``: one initiative whole, with its targets, its other mentions and what the rules find in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from dxlist.cli import options as option  # noqa: TC001 - read when the command is set up
from dxlist.cli.exits import Exit
from dxlist.cli.formats import for_screen
from dxlist.cli.inputs import read_documents
from dxlist.cli.terminal import StandardOutput, show_blocks
from dxlist.errors import describe
from dxlist.query.selecting import UnknownInitiativeError
from dxlist.report.initiative import initiative_card, sections_of
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from dxlist.cli.messages import Messages

FORMATS = for_screen("json")


@dataclass(frozen=True, slots=True)
class ShowOptions:
    """The options of ``dxlist show``."""

    initiative_id: Annotated[
        str,
        typer.Argument(metavar="ID", show_default=False),
        Bilingual(
            "事業のID（fukushima_r04-0062）。一覧が1つなら行番号だけでもよい。",
            "ID of the row (fukushima_r04-0062); of a single list its line is enough.",
        ),
    ]
    paths: option.Paths = ()
    format: Annotated[str | None, FORMATS.option, FORMATS.help] = None
    encoding: option.InputEncoding = None
    quiet: option.Quiet = False


def show(options: ShowOptions, messages: Messages) -> Exit:
    """Read the lists, find the row, write it, and return the exit code.

    Raises:
        DxlistError: nothing can be read at all.
    """
    format_ = FORMATS.chosen(options.format)
    read = read_documents(options.paths, messages, encoding=options.encoding)
    if not read.named:
        return Exit.CANNOT
    try:
        card = initiative_card(read.named, options.initiative_id)
    except UnknownInitiativeError as error:
        messages.error(describe(error))
        return Exit.FOUND if read.complete else Exit.CANNOT
    if format_ == "json":
        record = card.record(messages.language)
        StandardOutput().write((json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode())
    else:
        show_blocks(sections_of(card), messages.language)
    return Exit.DONE if read.complete else Exit.CANNOT

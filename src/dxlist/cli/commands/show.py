"""``dxlist show``: one initiative whole, with its targets, its other mentions and what the rules find in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.decisions import find_decisions, holding_decisions, open_decisions
from dxlist.cli.exits import Exit
from dxlist.cli.formats import for_screen
from dxlist.cli.inputs import read_documents
from dxlist.cli.outputs import write_json
from dxlist.cli.terminal import show_blocks
from dxlist.errors import describe
from dxlist.query.selecting import UnknownInitiativeError
from dxlist.report.initiative import initiative_card, sections_of

if TYPE_CHECKING:
    from dxlist.cli.messages import Messages

FORMATS = for_screen("json")


@dataclass(frozen=True, kw_only=True)
class ShowOptions(option.JoiningOptions):
    """The options of ``dxlist show``."""

    initiative_id: str = option.argument(
        "ID",
        "事業のID（fukushima_r04-20e4d95f）。一覧が1つなら行番号だけでもよい。",
        "ID of the row (fukushima_r04-20e4d95f); of a single list its line is enough.",
    )
    format: str | None = FORMATS.option()


def show(options: ShowOptions, messages: Messages) -> Exit:
    """Read the lists, find the row, write it, and return the exit code.

    Raises:
        DxlistError: nothing can be read at all.
    """
    format_ = FORMATS.chosen(options.format)
    decided = open_decisions(find_decisions(options))
    read = read_documents(options, messages)
    if not read.named:
        return Exit.CANNOT
    decisions = holding_decisions(decided, read.digests, messages)
    try:
        card = initiative_card(read.named, options.initiative_id, decisions)
    except UnknownInitiativeError as error:
        messages.error(describe(error))
        return read.exit(found=True)
    if format_ == "json":
        write_json(card.record(messages.language))
    else:
        show_blocks(sections_of(card), messages.language)
    return read.exit()

"""``dxlist stats``: the picture of the lists on one screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.decisions import find_decisions, holding_decisions, open_decisions
from dxlist.cli.exits import Exit
from dxlist.cli.formats import for_screen
from dxlist.cli.inputs import read_documents
from dxlist.cli.outputs import write_json
from dxlist.cli.terminal import output_width, write_lines
from dxlist.query.picture import picture_of
from dxlist.report.picture import picture_record, stats_lines
from dxlist.rules.checking import check_lists
from dxlist.rules.selection import chosen_rules

if TYPE_CHECKING:
    from dxlist.cli.messages import Messages

FORMATS = for_screen("json")


@dataclass(frozen=True, kw_only=True)
class StatsOptions(option.JoiningOptions):
    """The options of ``dxlist stats``."""

    all: bool = option.switch(*option.ALL)
    format: str | None = FORMATS.option()


def stats(options: StatsOptions, messages: Messages) -> Exit:
    """Read the lists, count, write the picture, and return the exit code.

    Raises:
        DxlistError: nothing can be read at all.
    """
    format_ = FORMATS.chosen(options.format)
    decided = open_decisions(find_decisions(options))
    read = read_documents(options, messages)
    if not read.named:
        return Exit.CANNOT
    decisions = holding_decisions(decided, read.digests, messages)
    picture = picture_of(read.digests, decisions)
    findings = check_lists(read.named, chosen_rules(), decisions).findings
    if format_ == "json":
        write_json(picture_record(picture, findings))
    else:
        write_lines(stats_lines(picture, findings, messages.language, output_width(), whole=options.all))
    return read.exit()

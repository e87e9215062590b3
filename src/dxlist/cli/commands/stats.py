"""``dxlist stats``: the picture of the lists on one screen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from dxlist.cli import options as option  # noqa: TC001 - read when the command is set up
from dxlist.cli.exits import Exit
from dxlist.cli.formats import for_screen
from dxlist.cli.inputs import read_documents
from dxlist.cli.terminal import StandardOutput, output_width, write_lines
from dxlist.query.picture import picture_of
from dxlist.report.picture import picture_record, stats_lines
from dxlist.rules.checking import check_lists
from dxlist.rules.selection import chosen_rules

if TYPE_CHECKING:
    from dxlist.cli.messages import Messages

FORMATS = for_screen("json")


@dataclass(frozen=True, slots=True)
class StatsOptions:
    """The options of ``dxlist stats``."""

    paths: option.Paths = ()
    all: option.All = False
    format: Annotated[str | None, FORMATS.option, FORMATS.help] = None
    encoding: option.InputEncoding = None
    quiet: option.Quiet = False


def stats(options: StatsOptions, messages: Messages) -> Exit:
    """Read the lists, count, write the picture, and return the exit code.

    Raises:
        DxlistError: nothing can be read at all.
    """
    format_ = FORMATS.chosen(options.format)
    read = read_documents(options.paths, messages, encoding=options.encoding)
    if not read.named:
        return Exit.CANNOT
    picture = picture_of(read.documents)
    findings = check_lists(read.named, chosen_rules()).findings
    if format_ == "json":
        record = picture_record(picture, findings)
        StandardOutput().write((json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode())
    else:
        write_lines(stats_lines(picture, findings, messages.language, output_width(), whole=options.all))
    return Exit.DONE if read.complete else Exit.CANNOT

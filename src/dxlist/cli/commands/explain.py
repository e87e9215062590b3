"""``dxlist explain``: the trail of one line of a list, from its cells to its record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.exits import Exit
from dxlist.cli.terminal import show_blocks
from dxlist.cli.usage import whole_number
from dxlist.document import parse
from dxlist.errors import DxlistError
from dxlist.report.trail import trail_of
from dxlist.text.bilingual import both_languages

if TYPE_CHECKING:
    from dxlist.cli.messages import Messages


@dataclass(frozen=True, kw_only=True)
class ExplainOptions(option.ReadingOptions):
    """The options of ``dxlist explain``."""

    file: str = option.argument("FILE", "一覧のファイル、または -（標準入力）。", "The list, or - for standard input.")
    line: str = option.argument("LINE", "ファイルの行番号（1から）。", "Line of the file, from 1.")


def explain(options: ExplainOptions, messages: Messages) -> Exit:
    """Show the trail of one line, and return the exit code.

    Raises:
        DxlistError: the list cannot be read, or has no such line.
    """
    line = whole_number("LINE", options.line, 1)
    document = parse(options.file, encoding=options.encoding)
    place = f"{options.file}:{line}"
    try:
        blocks = trail_of(document, line)
    except DxlistError as error:
        raise DxlistError(place, error.problem, error.remedy) from error
    show_blocks([blocks[0]._replace(title=both_languages(place)), *blocks[1:]], messages.language)
    return Exit.DONE

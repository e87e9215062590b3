"""``block_table``: a block of labelled texts -> a title and a rich table; a text is shown as it is, not as markup."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dxlist.cli.screen import StandardOutput, console, is_terminal, visible
from dxlist.report.blocks import Marked, block_lines
from dxlist.report.wrapping import carry, cells, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Group
    from rich.text import Text

    from dxlist.report.blocks import Block
    from dxlist.text.bilingual import Language

_INDENT = 2
_GAP = 2
_NARROWEST = 20
_WIDEST_LABEL = 24
MARK = "bold red underline"


def show_blocks(blocks: Iterable[Block], language: Language) -> None:
    """Write blocks to standard output: set in columns on a terminal, else one plain line for each entry."""
    if is_terminal(sys.stdout):
        screen = console(sys.stdout)
        for block in blocks:
            screen.print(block_table(block, language, screen.width, coloured=screen.color_system is not None))
    else:
        StandardOutput().write(
            "".join(f"{line}\n" for block in blocks for line in block_lines(block, language)).encode()
        )


def block_table(block: Block, language: Language, width: int, *, coloured: bool = True) -> Group:
    """Return a title and, below it, a table, no wider than ``width`` cells; nothing in it is cut.

    Args:
        block: what to show.
        language: of the words.
        width: cells of a line.
        coloured: whether marked parts can be seen; else they stand in brackets.
    """
    from rich.console import Group  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415 - only a terminal needs rich
    from rich.text import Text  # noqa: PLC0415

    labels = [entry.label.text(language) for entry in block.entries]
    widest = min(_WIDEST_LABEL, max((cells(visible(label)) for label in labels), default=0))
    table = Table(box=None, show_header=False, padding=0, pad_edge=False)
    for _ in range(2):
        table.add_column(overflow="fold")
    for name, (_, text, style, _) in zip(labels, block.entries, strict=True):
        label = _lines(name, widest, " " * _INDENT).replace("\n", f"{' ' * _GAP}\n")
        shown = text if isinstance(text, Marked) else Marked(text.text(language))
        room = max(_NARROWEST, width - _INDENT - widest - _GAP)
        table.add_row(Text(f"{label}{' ' * _GAP}"), marked_text(shown, room, style, coloured=coloured))
    return Group(Text(_lines(block.title.text(language), width, ""), style=block.style), table)


def marked_text(marked: Marked, width: int, style: str = "", *, coloured: bool = True) -> Text:
    """Return a text in lines of at most ``width`` cells, its marked parts underlined, else in brackets."""
    from rich.text import Text  # noqa: PLC0415

    shown = marked if coloured else marked.bracketed()
    lines = _lines(shown.text, width, "")
    text = Text(lines, style=style)
    for start, end in carry(shown.marks, shown.text, lines):
        text.stylize(MARK, start, end)
    return text


def _lines(text: str, width: int, indent: str) -> str:
    return "\n".join(f"{indent}{line}" for part in text.split("\n") for line in _fitted(visible(part), width))


def _fitted(text: str, width: int) -> list[str]:
    """Return the lines of a text; one that fits keeps the blanks that it begins with, as the label of a tree does."""
    return [text.rstrip()] if cells(text) <= width else wrap(text, width)

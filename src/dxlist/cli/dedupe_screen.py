"""``show`` and ``plain_text``: the parts of the text -> columns on a terminal, or plain lines; nothing is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.cli.table import block_table
from dxlist.report.blocks import block_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from dxlist.report.projects import Part
    from dxlist.text.bilingual import Bilingual, Language

_HEADING = "■"


def show(summary: Sequence[Bilingual], parts: Sequence[Part], screen: Console, language: Language) -> None:
    """Write the text to a terminal, set in columns of its width."""
    from rich.text import Text  # noqa: PLC0415 - only a terminal needs rich

    for line in summary:
        screen.print(Text(line.text(language), style="bold"))
    for part in parts:
        screen.print()
        screen.print(Text(heading(part, language), style="bold cyan"))
        for block in part.blocks:
            screen.print()
            screen.print(block_table(block, language, screen.width, coloured=screen.color_system is not None))


def heading(part: Part, language: Language) -> str:
    """Return the heading of a part with the number of its blocks."""
    text, count = part.heading.text(language), len(part.blocks)
    return f"{_HEADING} {text}（{count}）" if language == "ja" else f"{_HEADING} {text} ({count})"


def plain_text(summary: Sequence[Bilingual], parts: Sequence[Part], language: Language) -> str:
    """Return the text with one line for each entry, without colour and without columns."""
    return "".join(f"{line}\n" for line in _lines(summary, parts, language))


def _lines(summary: Sequence[Bilingual], parts: Sequence[Part], language: Language) -> Iterator[str]:
    yield from (line.text(language) for line in summary)
    for part in parts:
        yield ""
        yield heading(part, language)
        for block in part.blocks:
            yield ""
            yield from block_lines(block, language)

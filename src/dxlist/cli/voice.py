"""``Voice``: what a command says to the person while it works, on standard error only."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

from dxlist.cli.progress import is_worth_while, shown
from dxlist.cli.screen import console, is_terminal, say, say_error, visible
from dxlist.cli.table import block_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from rich.console import Console

    from dxlist.report.blocks import Block
    from dxlist.text.bilingual import Bilingual, Language


class Voice:
    """Speaks a language; says only what went wrong where it is told to be quiet."""

    def __init__(self, language: Language, *, quiet: bool = False) -> None:
        self.language: Language = language
        self._quiet = quiet
        self._console: Console | None = console(sys.stderr) if is_terminal(sys.stderr) and not quiet else None

    def remark(self, text: Bilingual) -> None:
        """Say something that a quiet command keeps to itself."""
        if not self._quiet:
            say(visible(text.text(self.language)))

    def finding(self, text: Bilingual) -> None:
        """Say what was asked for: a difference, a place that ``--strict`` does not let pass."""
        say(visible(text.text(self.language)))

    def error(self, text: Bilingual) -> None:
        """Say what went wrong."""
        say_error(text.text(self.language), self.language)

    def outline(self, block: Block, line: Bilingual) -> None:
        """Say something that can be told in two ways: in columns on a terminal, else in one line."""
        if self._console:
            self._console.print(block_table(block, self.language, self._console.width))
        else:
            self.remark(line)

    def progress(self, paths: Sequence[str]) -> AbstractContextManager[Callable[[int], object] | None]:
        """Return a progress bar over these lists where one is worth while and somebody sees it."""
        if self._console and is_worth_while(paths):
            return shown(paths, self._console, self.language)
        return nullcontext()

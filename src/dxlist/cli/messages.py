"""``Messages``: what a command says to the person while it works, on standard error only; a progress bar among it."""

from __future__ import annotations

import sys
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from dxlist.cli.terminal import block_table, console, is_terminal, say, say_error
from dxlist.jobs.inputs import size_of
from dxlist.text.bilingual import Bilingual
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from rich.console import Console

    from dxlist.report.blocks import Block
    from dxlist.text.bilingual import Language

MANY = 5
LARGE = 5 << 20
"""Lists, or bytes together, from which a progress bar is worth while."""
_READING = Bilingual("読み取り中", "reading")


class Messages:
    """Messages in one language; a quiet command keeps its remarks to itself."""

    def __init__(self, language: Language, *, quiet: bool = False) -> None:
        self.language: Language = language
        self.quiet = quiet
        self.console: Console | None = console(sys.stderr) if is_terminal(sys.stderr) and not quiet else None
        """The terminal that the person looks at; None: there is none, or the command is quiet."""

    def remark(self, text: Bilingual) -> None:
        """Say something that a quiet command keeps to itself."""
        if not self.quiet:
            self.finding(text)

    def finding(self, text: Bilingual) -> None:
        """Say what was asked for: a difference, a place that ``--strict`` does not let pass."""
        say(visible(text.text(self.language)))

    def error(self, text: Bilingual) -> None:
        """Say what went wrong."""
        say_error(text.text(self.language), self.language)

    def outline(self, block: Block, line: Bilingual) -> None:
        """Say something that can be told in two ways: in columns on a terminal, else in one line."""
        if self.console:
            self.console.print(block_table(block, self.language, self.console.width))
        else:
            self.remark(line)

    def progress(self, paths: Sequence[str]) -> AbstractContextManager[Callable[[int], object] | None]:
        """Return a progress bar over these lists where one is worth while and somebody sees it."""
        if self.console and (len(paths) >= MANY or sum(map(size_of, paths)) >= LARGE):
            return _progress_bar(paths, self.console, self.language)
        return nullcontext()


@contextmanager
def _progress_bar(paths: Sequence[str], screen: Console, language: Language) -> Iterator[Callable[[int], object]]:
    """Show a bar over the bytes of these lists; yield the function that moves it."""
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - only a terminal needs rich

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=screen, transient=True) as progress:
        task = progress.add_task(_READING.text(language), total=sum(map(size_of, paths)) or None)
        yield lambda count: progress.advance(task, count)

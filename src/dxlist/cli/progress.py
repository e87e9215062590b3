"""``shown``: a progress bar on a terminal over many or large lists; nothing elsewhere."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from dxlist.jobs.inputs import size_of
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console

    from dxlist.text.bilingual import Language

MANY = 5
LARGE = 5 << 20
"""Lists, or bytes together, from which a bar is worth while."""

_READING = Bilingual("読み取り中", "reading")


def is_worth_while(paths: Sequence[str]) -> bool:
    """Return whether reading these lists takes long enough to show how far it is."""
    return len(paths) >= MANY or sum(map(size_of, paths)) >= LARGE


@contextmanager
def shown(paths: Sequence[str], screen: Console, language: Language) -> Iterator[Callable[[int], object]]:
    """Show a bar over the bytes of these lists; yield the function that moves it."""
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

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

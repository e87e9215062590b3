"""``two_columns``: labels and texts -> a title and a rich table; texts are shown as they are, never as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.screen import visible
from dxlist.report.wrapping import carry, cells, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Group
    from rich.text import Text

    from dxlist.report.wrapping import Span

_INDENT = 2
_GAP = 2
_NARROWEST = 20
_WIDEST_LABEL = 24
MARK = "bold red underline"


class Row(NamedTuple):
    """A label, a text of one or more lines, how rich shall style the text, and the parts of it to be marked."""

    label: str
    text: str
    style: str = ""
    marks: Sequence[Span] = ()
    """Start and end of each part, in characters of ``text``; none of these may hold a control character."""


def two_columns(title: str, rows: Sequence[Row], width: int, style: str = "bold") -> Group:
    """Return a title in a style and, below it, a table, no wider than ``width`` cells; nothing in it is cut."""
    from rich.console import Group  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415 - only a terminal needs rich
    from rich.text import Text  # noqa: PLC0415

    labels = min(_WIDEST_LABEL, max((cells(visible(row.label)) for row in rows), default=0))
    table = Table(box=None, show_header=False, padding=0, pad_edge=False)
    for _ in range(2):
        table.add_column(overflow="fold")
    for row in rows:
        label = _lines(row.label, labels, " " * _INDENT).replace("\n", f"{' ' * _GAP}\n")
        text = marked_text(row, max(_NARROWEST, width - _INDENT - labels - _GAP))
        table.add_row(Text(f"{label}{' ' * _GAP}"), text)
    return Group(Text(_lines(title, width, ""), style=style), table)


def marked_text(row: Row, width: int) -> Text:
    """Return the text of a row in lines of at most ``width`` cells, its marked parts underlined."""
    from rich.text import Text  # noqa: PLC0415

    lines = _lines(row.text, width, "")
    text = Text(lines, style=row.style)
    for start, end in carry(row.marks, row.text, lines):
        text.stylize(MARK, start, end)
    return text


def _lines(text: str, width: int, indent: str) -> str:
    return "\n".join(f"{indent}{line}" for part in text.split("\n") for line in _fitted(visible(part), width))


def _fitted(text: str, width: int) -> list[str]:
    """Return the lines of a text; one that fits keeps the blanks that it begins with, as the label of a tree does."""
    return [text.rstrip()] if cells(text) <= width else wrap(text, width)

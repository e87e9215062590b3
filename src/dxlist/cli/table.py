"""``two_columns``: labels and texts -> a title and a rich table; texts are shown as they are, never as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.screen import visible
from dxlist.cli.wrapping import cells, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Group

_INDENT = 2
_GAP = 2
_NARROWEST = 20
_WIDEST_LABEL = 24


class Row(NamedTuple):
    """A label, a text of one or more lines, and how rich shall style the text."""

    label: str
    text: str
    style: str = ""


def two_columns(title: str, rows: Sequence[Row], width: int) -> Group:
    """Return a title and, below it, a table, no wider than ``width`` cells; nothing in it is cut."""
    from rich.console import Group  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415 - only a terminal needs rich
    from rich.text import Text  # noqa: PLC0415

    labels = min(_WIDEST_LABEL, max((cells(visible(row.label)) for row in rows), default=0))
    table = Table(box=None, show_header=False, padding=0, pad_edge=False)
    for _ in range(2):
        table.add_column(overflow="fold")
    for row in rows:
        label = _lines(row.label, labels, " " * _INDENT)
        text = _lines(row.text, max(_NARROWEST, width - _INDENT - labels - _GAP), "")
        table.add_row(Text(f"{label}{' ' * _GAP}"), Text(text, style=row.style))
    return Group(Text(_lines(title, width, ""), style="bold"), table)


def _lines(text: str, width: int, indent: str) -> str:
    return "\n".join(f"{indent}{line}" for part in text.split("\n") for line in wrap(visible(part), width) or [""])

"""Markdown: a table of GitHub's Markdown; a text is shown as it is, whatever Markdown or HTML it looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.exports.cells import BREAK, guarded, plain_cell
from dxlist.exports.encoding import encoded
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.exports.format import Style
    from dxlist.model.table import Table

# What Markdown would take for its own at this place; `<` and `&` as entities, for not every reader knows a backslash.
_MARKUP = regex(r"[\\`*\[\]|~$]|(?<!\w)_|_(?!\w)|(?<![^\s])[#>]|[<>&]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def rows_to_bytes(table: Table, style: Style) -> Iterator[bytes]:
    """Yield a header, a rule and a line a row."""
    return encoded(table, style, lambda read: _lines(read, style))


def _lines(table: Table, style: Style) -> Iterator[str]:
    header = table.header(style.header)
    yield f"| {' | '.join(_cell(name, style) for name in header)} |\n"
    yield f"|{'---|' * len(header)}\n"
    for row in table.shown_rows(style.header):
        yield f"| {' | '.join(_cell(value, style) for value in row)} |\n"


def _cell(value: object, style: Style) -> str:
    """Return a cell; each of its lines becomes a cell of its own where a reader pastes it into a spreadsheet."""
    if isinstance(value, list | tuple):
        return "<br>".join(_cell(one, style) for one in value)
    if not isinstance(value, str):
        return plain_cell(value)
    lines = BREAK.split(value.strip())
    return "<br>".join(markdown_text(line if style.raw_text else guarded(line)) for line in lines)


def markdown_text(text: str) -> str:
    r"""Return a text of one line as Markdown that shows just that text.

    >>> markdown_text("<b>A|B</b> *1 fukushima_r04")
    '&lt;b&gt;A\\|B&lt;/b&gt; \\*1 fukushima_r04'
    """
    return _MARKUP.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)

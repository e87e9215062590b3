"""Markdown: a table of GitHub's Markdown; a text is shown as it is, whatever Markdown or HTML it looks like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.exports.cells import BREAK, guarded, plain_cell
from dxlist.exports.encoding import encoded
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
    return without_references(text, lambda part: _MARKUP.sub(_escaped, part))


def _escaped(mark: re.Match[str]) -> str:
    return _ENTITIES.get(mark[0], f"\\{mark[0]}")


def without_references(text: str, escape: Callable[[str], str]) -> str:
    """Return an escaped text in which GitHub finds nobody to notify, nothing to link and no picture to put in.

    It looks for them in the text that is shown, so that neither a backslash nor an entity helps (github/cmark-gfm,
    issues 181 and 389).  An empty comment parts the sign from the name: nothing of it is shown, nor copied.

    Args:
        text: of one line.
        escape: makes Markdown of each of its parts.

    >>> print(without_references("@octocat #1 http://example.jp", str))
    @<!-- -->octocat #<!-- -->1 http:<!-- -->//example.jp
    """
    return "<!-- -->".join(map(escape, _REFERENCE.split(text)))


# Behind the first sign of @name and name@example.jp, #1 and GH-1, http:// and the like, www., :smile:
_REFERENCE = regex(
    r"(?<=@)(?=[\w-])|(?<=\#)(?=\d)|(?<=\bGH)(?=-\d)|(?<=http:)(?=//)|(?<=https:)(?=//)|(?<=ftp:)(?=//)"
    r"|(?<=www)(?=\.)|(?<=:)(?=\d{0,4}[a-z_+-][\w+-]{0,50}:|100:|1234:)",
    re.IGNORECASE | re.ASCII,
)

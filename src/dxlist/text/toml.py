"""``find_array``: the text of a TOML file and a key -> where its array and each of its elements are.

``toml_string``: a text -> the string of a TOML file that holds it.

``tomllib`` gives values without places; a person wants the line, and a file that people edit is added to.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = regex(
    r"""(?P<skip>\#[^\n]*|\s+)|\"{3}(?:\\.|[^\\])*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'"""
    r"""|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|[^\s\[\]{},#"']+|.""",
    re.DOTALL,
)


class Array(NamedTuple):
    """An array of a TOML text, in offsets of that text."""

    elements: tuple[int, ...]
    """Where each element begins."""
    end: int
    """Where the closing bracket is."""
    last: int
    """Behind the last token within, be it an element or a comma; the opening bracket where there is none."""
    is_open: bool
    """Whether an element may follow without a comma before it."""


def find_array(text: str, key: str) -> Array | None:
    r"""Return the array of a top-level ``key = [...]``, or None where there is none.

    >>> text = 'same = [\n  ["a-0001", "a-0002"], # a bracket: ]\n]'
    >>> found = find_array(text, "same")
    >>> [text[at:at + 9] for at in found.elements], text[found.end], found.is_open
    (['["a-0001"'], ']', True)
    """
    opening = re.search(rf"^[ \t]*([\"']?){re.escape(key)}\1[ \t]*=[ \t]*\[", text, re.MULTILINE)
    if opening is None:
        return None
    elements, depth, last, wanted = list[int](), 0, opening.end(), True
    for token in _tokens(text, opening.end()):
        if token["close"] and depth == 0:
            return Array(tuple(elements), token.start(), last, wanted)
        if depth == 0 and wanted and not token["comma"]:
            elements.append(token.start())
        wanted = bool(depth == 0 and token["comma"])
        depth += bool(token["open"]) - bool(token["close"])
        last = token.end()
    return None


def _tokens(text: str, start: int) -> Iterator[re.Match[str]]:
    return (token for token in _TOKEN.finditer(text, start) if not token["skip"])


def table_offsets(text: str, key: str) -> tuple[int, ...]:
    r"""Return where each ``[[key]]`` is.

    >>> table_offsets('[[same]]\nrows = []\n\n[[ same ]]\n', "same")
    (0, 20)
    """
    pattern = rf"^[ \t]*\[\[[ \t]*([\"']?){re.escape(key)}\1[ \t]*\]\]"
    return tuple(found.start() for found in re.finditer(pattern, text, re.MULTILINE))


def toml_string(text: str) -> str:
    r"""Return a text as a basic string of TOML; JSON writes all but U+007F as TOML wants it.

    >>> print(toml_string('RPA"等"の\t導入'))
    "RPA\"等\"の\t導入"
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

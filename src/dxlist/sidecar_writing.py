"""``with_entries``: the text of a sidecar and further tables -> the text that holds them too.

What people wrote there stays as it is: comments, order, blank lines, line ends, the byte order mark.  New tables stand
behind the others of their kind.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array

from dxlist.errors import SidecarError, no_toml, why_unreadable
from dxlist.plain_files import read_plain
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex
from dxlist.text.toml import table_offsets
from dxlist.text.unseen import IGNORABLE_CLASS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TableEntry = Mapping[str, str | int | list[str] | None]
"""Keys and values of a table; None: the key is left out."""

_BYTE_ORDER_MARK = "\ufeff"


def sidecar_text(path: Path) -> str:
    """Return the text of a sidecar with its line ends and its byte order mark; "" where there is none.

    Raises:
        SidecarError: it cannot be read, or is not in UTF-8.
    """
    try:
        return read_plain(path).decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise SidecarError(str(path), no_toml(error), _REMEDY) from error
    except OSError as error:
        raise SidecarError(str(path), why_unreadable(error), _REMEDY) from error


def with_entries(text: str, table: str, entries: Sequence[TableEntry], path: str = "") -> str:
    r"""Return the text of a sidecar with further tables of one kind.

    Args:
        text: of the sidecar; "" where there is none yet.
        table: ``corrections`` and the like: an array of tables at the top of the sidecar, or to be one.
        entries: the keys and values of each, in order; what is None is left out.
        path: of the sidecar, for messages.

    Raises:
        SidecarError: the text is no TOML, or has something else under the name of the table.

    >>> print(with_entries('title = "計画" # 仮\n', "corrections", [{"line": 3, "value": "総務部", "was": None}]))
    title = "計画" # 仮
    <BLANKLINE>
    [[corrections]]
    line = 3
    value = "総務部"
    <BLANKLINE>
    """
    if not entries:
        return text
    plain = text.removeprefix(_BYTE_ORDER_MARK)
    rows = [{key: value for key, value in entry.items() if value is not None} for entry in entries]
    before = _loaded(plain, path)
    wanted = {**before, table: [*_known_entries(before, table, path), *rows]}
    for way in (_in_array, _behind_their_kind, _at_the_end):
        added = way(plain, table, rows)
        if added is not None and _holds(added, wanted):
            return text[: len(text) - len(plain)] + added
    raise SidecarError(path, *_CANNOT_ADD)


def with_value(text: str, table: str, known: TableEntry, new: TableEntry, path: str = "") -> str:
    r"""Return the text of a sidecar with other values in one table that it holds.

    Args:
        text: of the sidecar.
        table: the array of tables.
        known: keys and values by which the one is known; None: it does not have the key.
        new: the values that it gets.
        path: of the sidecar, for messages.

    Raises:
        SidecarError: the text is no TOML, or holds no such table.

    >>> print(with_value('[[corrections]]\nline = 3 # 仮\nvalue = "a"\n', "corrections", {"line": 3}, {"value": "b"}))
    [[corrections]]
    line = 3 # 仮
    value = "b"
    <BLANKLINE>
    """
    plain = text.removeprefix(_BYTE_ORDER_MARK)
    _loaded(plain, path)
    document = tomlkit.parse(plain)
    entries = document.get(table, [])
    for entry in entries if isinstance(entries, list) else ():
        if all(entry.get(key) == value for key, value in known.items()):
            entry.update(new)
            return text[: len(text) - len(plain)] + _with_line_ends(plain, document.as_string())
    raise SidecarError(path, *_NOT_THERE)


def _loaded(text: str, path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        raise SidecarError(path, no_toml(error), _REMEDY) from error


def _known_entries(loaded: Mapping[str, Any], table: str, path: str) -> list[Any]:
    found = loaded.get(table, [])
    if not isinstance(found, list):
        raise SidecarError(path, *_CANNOT_ADD)
    return found


def _holds(text: str, wanted: Mapping[str, Any]) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except (ValueError, RecursionError):
        return False


def _in_array(text: str, table: str, rows: Sequence[Mapping[str, Any]]) -> str | None:
    """Put the entries into ``corrections = [...]``, to which TOML lets no ``[[corrections]]`` be added."""
    try:
        document = tomlkit.parse(text)
        found = document.get(table)
        if not isinstance(found, Array):
            return None
        for row in rows:
            inline = tomlkit.inline_table()
            inline.update(row)
            found.append(inline)
        return _with_line_ends(text, document.as_string())
    except (TOMLKitError, ValueError, TypeError):
        return None


def _behind_their_kind(text: str, table: str, rows: Sequence[Mapping[str, Any]]) -> str | None:
    """Put the tables behind the last of their kind, before what introduces the table that follows it."""
    known = table_offsets(text, table)
    following = _HEADER.search(text, known[-1] + 1) if known else None
    if following is None:
        return None
    at = _end_of_table(text, known[-1], following.start())
    gap = "" if text[at:].lstrip(" \t\r").startswith("\n") else "\n"
    return text[:at] + _with_line_ends(text, f"\n{_tables(table, rows)}{gap}") + text[at:]


_HEADER = regex(r"^[ \t]*\[", re.MULTILINE)
_LINE_OF_IT = regex(r"^[ \t]*+[^#\s].*\n", re.MULTILINE)
_COMMENT_BELOW = regex(r"(?:[ \t]*+#.*\n)+(?=[ \t]*+\r?\n)")


def _end_of_table(text: str, start: int, end: int) -> int:
    """Return where a table ends: behind the comment directly below it, unless that stands directly above the next."""
    for line in _LINE_OF_IT.finditer(text, start, end):
        start = line.end()
    comment = _COMMENT_BELOW.match(text, start, end)
    return comment.end() if comment else start


def _at_the_end(text: str, table: str, rows: Sequence[Mapping[str, Any]]) -> str:
    """Put the tables behind all that there is."""
    gap = "\n" if text.endswith("\n") else "\n\n" if text else ""
    return text + _with_line_ends(text, gap + _tables(table, rows))


def _tables(table: str, rows: Sequence[Mapping[str, Any]]) -> str:
    """Return the text of new tables, in which what nobody sees is written so that one sees it."""
    return "\n".join(_UNSEEN.sub(_escaped, tomlkit.dumps({table: [dict(row)]})) for row in rows)


_UNSEEN = regex(f"[{IGNORABLE_CLASS}\x80-\x9f\u2028\u2029]")


def _escaped(unseen: re.Match[str]) -> str:
    code = ord(unseen[0])
    return f"\\u{code:04X}" if code <= _LAST_OF_FOUR else f"\\U{code:08X}"


_LAST_OF_FOUR = 0xFFFF


def _with_line_ends(before: str, added: str) -> str:
    """Return what is added to a text with the line ends of that."""
    return _LONE_FEED.sub("\r\n", added) if "\r\n" in before and not _LONE_FEED.search(before) else added


_LONE_FEED = regex(r"(?<!\r)\n")


_REMEDY = Bilingual("書き方は docs/sidecar.ja.md を見てください。", "See docs/sidecar.md for its keys.")
_NOT_THERE = (
    Bilingual("書き直す記載が、もうありません。", "the entry to be renewed is not there any more."),
    Bilingual("もう一度実行してください。", "Run it again."),
)
_CANNOT_ADD = (
    Bilingual(
        "付属ファイルの書き方が珍しく、書き足せません。",
        "the sidecar is written in an uncommon way; nothing can be added.",
    ),
    Bilingual(
        "[[corrections]] の形に書き直してください（docs/sidecar.ja.md）。",
        "Write its tables as [[corrections]] (docs/sidecar.md).",
    ),
)

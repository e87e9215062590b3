"""An old name, until the commands use the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.exports.formats.sqlite import tables_to_database

if TYPE_CHECKING:
    import sqlite3

    from dxlist.exports.described.content import Content


def content_to_database(content: Content) -> sqlite3.Connection:
    """Return a database."""
    return tables_to_database(content.tables())

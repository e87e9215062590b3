"""An old name, until the commands use the new one."""

from __future__ import annotations

from dxlist.exports.described.names import MAIN, TABLE_NAMES

__all__ = ["MAIN", "TABLE_NAMES"]

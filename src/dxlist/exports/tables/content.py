"""An old name, until the commands use the new one."""

from __future__ import annotations

from dxlist.exports.described.content import Content

__all__ = ["Content"]

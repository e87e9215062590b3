"""An old name, until the commands use the new one."""

from __future__ import annotations

from dxlist.exports.formats.github import worst_first

__all__ = ["worst_first"]

"""An old name, until the commands use the new one."""

from __future__ import annotations

from dxlist.exports.formats.datapackage import FILES

__all__ = ["FILES"]

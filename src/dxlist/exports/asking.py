"""An old name, until the commands use the new one."""

from __future__ import annotations

from dxlist.exports.sql.asking import Answer, ask

__all__ = ["Answer", "ask"]

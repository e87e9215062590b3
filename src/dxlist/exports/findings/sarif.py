"""An old name, until the commands use the new one."""

from __future__ import annotations

from dxlist.exports.formats.sarif import message_text

__all__ = ["message_text"]

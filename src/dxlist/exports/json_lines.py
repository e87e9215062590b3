"""An old name, until the commands use the new one."""

from __future__ import annotations

from dxlist.exports.exporting import as_streamed, initiatives_to_json_lines

__all__ = ["as_streamed", "initiatives_to_json_lines"]

"""An old name, until the commands use the new one."""

from __future__ import annotations

from dxlist.exports.formats.github import MOST_SHOWN, VARIABLE, step_summary

__all__ = ["MOST_SHOWN", "VARIABLE", "step_summary"]

"""An old name, until the commands use the new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.exports.described.names import OF_PROJECTS, TABLE_NAMES

if TYPE_CHECKING:
    from dxlist.text.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class ProjectTable:
    """One table."""

    name: str
    about: Bilingual


TABLES = {name: ProjectTable(name, TABLE_NAMES[name].about) for name in OF_PROJECTS}
DEFAULT = "mentions"

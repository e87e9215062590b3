"""An old name, until the commands use the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.exports.described.content import tables_of_projects
from dxlist.exports.format import FORMATS, Style

if TYPE_CHECKING:
    from dxlist.model.project import Projects
    from dxlist.text.bilingual import Language


def projects_to_csv(projects: Projects, table: str, header: Language = "en") -> str:
    """Return CSV."""
    return b"".join(FORMATS["csv"].rows(tables_of_projects(projects)[table], Style(header))).decode()

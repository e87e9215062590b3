"""dxlist reads the initiative lists of Japanese governments into checked records.

The way of the data, a stage a room:

1. ``reading.encoding``      bytes -> text, with the encoding proved by a strict decode
2. ``reading.delimited``     text -> physical rows
3. ``tables.pages``          rows -> page tables (titles, header, body, notes)
4. ``tables.alignment``      each row's cells -> the logical columns
5. ``tables.wrapping``       line ends of the print that became blanks are mended
6. ``tables.merged_cells``   merged cells filled down, shared projects carried on
7. ``values``                cell text -> codes, departments
8. ``document``              the stages in order: ``parse`` and ``stream``
9. ``projects``              initiatives -> distinct projects, programmes, conflicts: ``find_projects``
10. ``rules``                documents -> findings: ``validate``
11. ``query``                initiatives and filters -> the rows asked for: ``select``
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dxlist.document import parse, stream
    from dxlist.errors import DxlistError
    from dxlist.model.document import Document
    from dxlist.model.finding import Finding
    from dxlist.model.initiative import Department, Initiative, Leftover, Repair, Source
    from dxlist.model.project import Project, Projects
    from dxlist.projects.finding import find_projects
    from dxlist.query.filters import Filters
    from dxlist.query.selecting import select
    from dxlist.rules.checking import validate

__version__ = "0.1.0"

__all__ = [
    "Department",
    "Document",
    "DxlistError",
    "Filters",
    "Finding",
    "Initiative",
    "Leftover",
    "Project",
    "Projects",
    "Repair",
    "Source",
    "find_projects",
    "parse",
    "select",
    "stream",
    "validate",
]

_HOMES = {
    "Department": "dxlist.model.initiative",
    "Document": "dxlist.model.document",
    "DxlistError": "dxlist.errors",
    "Filters": "dxlist.query.filters",
    "Finding": "dxlist.model.finding",
    "Initiative": "dxlist.model.initiative",
    "Leftover": "dxlist.model.initiative",
    "Project": "dxlist.model.project",
    "Projects": "dxlist.model.project",
    "Repair": "dxlist.model.initiative",
    "Source": "dxlist.model.initiative",
    "find_projects": "dxlist.projects.finding",
    "parse": "dxlist.document",
    "select": "dxlist.query.selecting",
    "stream": "dxlist.document",
    "validate": "dxlist.rules.checking",
}


def __getattr__(name: str) -> Any:
    """Load a public name where it is first used, so that ``dxlist --version`` need not load pydantic."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dxlist' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

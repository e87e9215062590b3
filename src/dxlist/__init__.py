"""dxlist reads the initiative lists of Japanese governments into checked records.

The way of the data, a stage a room:

1. ``reading.encoding``      bytes -> text, with the encoding proved by a strict decode
2. ``reading.delimited``     text -> physical rows
3. ``tables.pages``          rows -> page tables (titles, header, body, notes)
4. ``tables.alignment``      each row's cells -> the logical columns
5. ``tables.wrapping``       line ends of the print that became blanks are mended
6. ``tables.merged_cells``   merged cells filled down, shared projects carried on
7. ``values``                cell text -> codes, departments
8. ``document``              the stages in order: ``parse`` and ``stream``; ``parse_many`` for many lists is in ``jobs``
9. ``projects``              initiatives -> distinct projects, programmes, conflicts: ``find_projects``
10. ``rules``                documents -> findings: ``validate``
11. ``query``                initiatives and filters -> the rows asked for: ``select``
12. ``exports``              documents -> tables -> files: ``write`` of one list, ``export`` of many
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dxlist.document import parse, stream
    from dxlist.errors import DxlistError
    from dxlist.exports.exporting import export, write
    from dxlist.jobs.many import parse_many
    from dxlist.model.document import Document
    from dxlist.model.finding import Finding
    from dxlist.model.initiative import Department, Initiative, Leftover, Repair, Source
    from dxlist.model.kpi import KpiTarget
    from dxlist.model.project import Project, Projects
    from dxlist.normalised import load
    from dxlist.projects.decisions.files import Decision
    from dxlist.projects.finding import find_projects
    from dxlist.query.columns import Hit
    from dxlist.query.filters import Filters
    from dxlist.query.selecting import select
    from dxlist.rules.checking import validate

__version__ = "0.1.0"

__all__ = [
    "Decision",
    "Department",
    "Document",
    "DxlistError",
    "Filters",
    "Finding",
    "Hit",
    "Initiative",
    "KpiTarget",
    "Leftover",
    "Project",
    "Projects",
    "Repair",
    "Source",
    "export",
    "find_projects",
    "load",
    "parse",
    "parse_many",
    "select",
    "stream",
    "validate",
    "write",
]

_HOMES = {
    "Decision": "dxlist.projects.decisions.files",
    "Department": "dxlist.model.initiative",
    "Document": "dxlist.model.document",
    "DxlistError": "dxlist.errors",
    "Filters": "dxlist.query.filters",
    "Finding": "dxlist.model.finding",
    "Hit": "dxlist.query.columns",
    "Initiative": "dxlist.model.initiative",
    "KpiTarget": "dxlist.model.kpi",
    "Leftover": "dxlist.model.initiative",
    "Project": "dxlist.model.project",
    "Projects": "dxlist.model.project",
    "Repair": "dxlist.model.initiative",
    "Source": "dxlist.model.initiative",
    "export": "dxlist.exports.exporting",
    "find_projects": "dxlist.projects.finding",
    "load": "dxlist.normalised",
    "parse": "dxlist.document",
    "parse_many": "dxlist.jobs.many",
    "select": "dxlist.query.selecting",
    "stream": "dxlist.document",
    "validate": "dxlist.rules.checking",
    "write": "dxlist.exports.exporting",
}


def __getattr__(name: str) -> Any:
    """Load a public name where it is first used, so that ``dxlist --version`` need not load pydantic."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dxlist' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """Return what a REPL offers: the public names, loaded or not, without the modules that are."""
    return [*__all__, "__version__"]

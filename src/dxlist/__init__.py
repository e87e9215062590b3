"""dxlist reads the initiative lists of Japanese governments into checked records.

The way of the data, a stage a room:

1. ``reading``      a source -> rows of cells; of a text, the encoding is proved by a strict decode
2. ``tables``       rows -> page tables -> each cell its column -> printed line ends mended -> merged cells filled
3. ``values``       cell text -> codes, departments, the levels of a project's name, targets
4. ``document``     the stages in order: ``parse`` and ``stream``
5. ``projects``     initiatives -> distinct projects, programmes, conflicts: ``find_projects``
6. ``rules``        documents -> findings: ``validate``; ``fixes``: findings -> what mends them: ``plan_fixes``
7. ``query``        initiatives and filters -> the rows asked for: ``select``
8. ``exports``      documents -> tables -> files: ``write`` of one list, ``export`` of many
9. ``report``       all of these -> what people read
10. ``jobs``        many lists, one after another or in several processes: ``parse_many``
11. ``cli``         the command line

Below them: ``model`` (the records), ``words`` (tables with their sources), ``text`` (plain string functions).
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dxlist.document import parse, stream
    from dxlist.errors import DxlistError
    from dxlist.exports.exporting import export, write
    from dxlist.fixes.plans import FixPlan, plan_fixes
    from dxlist.jobs.many import parse_many
    from dxlist.model.document import Document
    from dxlist.model.finding import Finding
    from dxlist.model.indicator import Indicator, IndicatorValue
    from dxlist.model.initiative import Department, Initiative, Leftover, Level, Repair, Source
    from dxlist.model.kpi import KpiTarget
    from dxlist.model.project import Project, Projects
    from dxlist.normalised import load
    from dxlist.projects.decisions.files import Decision, read_decisions
    from dxlist.projects.finding import find_projects
    from dxlist.query.columns import Hit
    from dxlist.query.filters import Filters
    from dxlist.query.selecting import select
    from dxlist.rules.checking import validate

__version__ = "0.1.0"

if "logging" in sys.modules:  # where nobody loaded it yet, the first module of ours that logs does all of this
    import logging

    logging.getLogger("dxlist").addHandler(logging.NullHandler())

__all__ = [
    "Decision",
    "Department",
    "Document",
    "DxlistError",
    "Filters",
    "Finding",
    "FixPlan",
    "Hit",
    "Indicator",
    "IndicatorValue",
    "Initiative",
    "KpiTarget",
    "Leftover",
    "Level",
    "Project",
    "Projects",
    "Repair",
    "Source",
    "export",
    "find_projects",
    "load",
    "parse",
    "parse_many",
    "plan_fixes",
    "read_decisions",
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
    "FixPlan": "dxlist.fixes.plans",
    "Hit": "dxlist.query.columns",
    "Indicator": "dxlist.model.indicator",
    "IndicatorValue": "dxlist.model.indicator",
    "Initiative": "dxlist.model.initiative",
    "KpiTarget": "dxlist.model.kpi",
    "Leftover": "dxlist.model.initiative",
    "Level": "dxlist.model.initiative",
    "Project": "dxlist.model.project",
    "Projects": "dxlist.model.project",
    "Repair": "dxlist.model.initiative",
    "Source": "dxlist.model.initiative",
    "export": "dxlist.exports.exporting",
    "find_projects": "dxlist.projects.finding",
    "load": "dxlist.normalised",
    "parse": "dxlist.document",
    "parse_many": "dxlist.jobs.many",
    "plan_fixes": "dxlist.fixes.plans",
    "read_decisions": "dxlist.projects.decisions.files",
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

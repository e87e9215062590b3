"""Rows of lists -> distinct projects, their programmes, and where their rows disagree.

The way, a stage a module:

1. ``rows``          initiatives -> light rows, all that the comparison needs
2. ``names``         a name -> its keys: folded, expanded, respelled
3. ``blocking``      rows -> blocks that share a key: candidate pairs without comparing all with all
4. ``comparison``    a pair -> the first comparison level that holds
5. ``namesakes``, ``slips``, ``rulings``   blocks -> parts, parts -> clusters, with the reason of every joining
6. ``suggesting``    near names that were not joined
7. ``canonical``, ``programmes``, ``conflicts``   clusters -> the records of :mod:`dxlist.model.project`
8. ``finding``       the stages in order: ``find_projects``
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dxlist.projects.decisions import NO_DECISIONS, Decisions, Ruling, unknown_ids
    from dxlist.projects.finding import find_projects

__all__ = ["NO_DECISIONS", "Decisions", "Ruling", "find_projects", "unknown_ids"]


def __getattr__(name: str) -> Any:
    """Load a public name where it is first used: ``parse`` needs the clusters only."""
    if name not in __all__:
        raise AttributeError(f"module 'dxlist.projects' has no attribute {name!r}")
    from dxlist.projects import decisions, finding  # noqa: PLC0415 - that is what loading late means

    return getattr(finding if name == "find_projects" else decisions, name)

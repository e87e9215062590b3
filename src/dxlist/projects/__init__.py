"""Rows of lists -> distinct projects, their programmes, and where their rows disagree.

The way, a stage a module:

0. ``light_rows``    initiatives -> what of them is compared and shown, so that their lists need not stay
1. ``rows``          the same -> what the comparison of names needs
2. ``names``         a name -> its keys: folded, expanded, respelled
3. ``levels``        the comparison levels in order: those with a key, and the search for typos
4. ``homonyms``      rows of one name -> the projects behind them, by their ``evidence``
5. ``blocking``, ``typos``   near names: candidate pairs without comparing all with all -> edges of a ``graph``
6. ``clusters``      a graph -> its connected components, each row with the level that joined it
7. ``suggesting``    near names that were not joined
8. ``identity``, ``canonical``, ``conflicts``   clusters -> the records of :mod:`dxlist.model.project`
9. ``finding``       the stages in order: ``find_projects``

``decisions``        what people decided: must-links and cannot-links, in files that they edit
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dxlist.projects.decisions.checks import unknown_ids
    from dxlist.projects.decisions.files import Decision
    from dxlist.projects.finding import find_projects

__all__ = ["Decision", "find_projects", "unknown_ids"]

_HOMES = {"Decision": "decisions.files", "find_projects": "finding", "unknown_ids": "decisions.checks"}


def __getattr__(name: str) -> Any:
    """Load a public name where it is first used: ``parse`` needs the clusters only."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dxlist.projects' has no attribute {name!r}")
    return getattr(import_module(f"dxlist.projects.{_HOMES[name]}"), name)

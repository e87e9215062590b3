"""``Filters``: what is asked for; several values of one filter are alternatives, several filters hold together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from dxlist.query.condition import Condition


@dataclass(frozen=True, slots=True)
class Filters:
    """What the rows asked for have in common; without any, every row is asked for.

    Names are compared after folding: width, case and blanks make no difference.
    """

    departments: tuple[str, ...] = ()
    """Whole names of units of any level, or paths through them: 企画調整部/デジタル変革課."""
    fields: tuple[str, ...] = ()
    """Codes, or parts of names."""
    items: tuple[str, ...] = ()
    """Codes, each with its children, or parts of titles."""
    projects: tuple[str, ...] = ()
    """Parts of names, or project_ids."""
    programmes: tuple[str, ...] = ()
    """Parts of names of the levels above a project."""
    texts: tuple[str, ...] = ()
    """Words parted by blanks: a row holds all of them, in any text column."""
    units: tuple[str, ...] = ()
    """Units of targets, whole."""
    least: Decimal | None = None
    """A target is at least that."""
    most: Decimal | None = None
    """A target is at most that."""
    due: tuple[int, ...] = ()
    """Fiscal years of targets."""
    statuses: tuple[str, ...] = ()
    """Kinds of KPI cells."""
    years: tuple[int, ...] = ()
    """Fiscal years of lists."""
    parts: tuple[int, ...] = ()
    """Which lists of a file, from 1."""
    shared: bool | None = None
    """Whether the project stands in several rows; None: either."""
    plan_only: bool = False
    """Only rows that are marked 計画 in place of a code."""
    condition: Condition | None = None
    """What ``--where`` says."""

    @property
    def asks_targets(self) -> bool:
        """Return whether a row needs a target of its own to be asked for."""
        return bool(self.units or self.due) or self.least is not None or self.most is not None

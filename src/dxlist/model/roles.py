"""What a column of a list is for: the role that its header names, with the qualifiers that the header adds."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

RoleKind = Literal[
    "level", "department", "project", "overview", "text", "indicator", "money", "schedule", "evaluation", "number",
    "code", "note", "further",
]  # fmt: skip
"""level: one of the plan (分野, 施策, 款); text: 目的, 課題 …; number: a running number; further: no role is known."""

RolePart = Literal[
    "",
    "code",
    "department",
    "bureau",
    "division",
    "section",
    "name",
    "unit",
    "baseline",
    "target",
    "actual",
    "value",
    "note",
]
"""What of it: ``code`` of a level or a project; ``department`` of a project: its cells hold the departments too; of a
department the unit (``""``: all units in one column); of an indicator name, unit, baseline, target, actual, value
(which of these is not said), note, or ``""``: a text that says all."""

IndicatorKind = Literal["activity", "outcome", "object"]
"""活動指標, 成果指標, 対象指標; the first is an output, the second an outcome."""


class Role(NamedTuple):
    """The role of a column and its qualifiers."""

    kind: RoleKind
    part: RolePart = ""
    depth: int = 0
    """Of a level: 1 is the topmost; of a level's code, that of its level.  0: not a level."""
    indicator: IndicatorKind | None = None
    number: str | None = None
    """Which of several indicators, as the header says it: ア, 2, ①."""
    fiscal_year: int | None = None
    """The year that the header names for its values."""
    cumulative: bool = False
    """The header says that its values add up over years."""


FURTHER = Role("further")

_PARTS: dict[RoleKind, tuple[RolePart, ...]] = {
    "level": ("code",),
    "department": ("code", "department", "bureau", "division", "section"),
    "project": ("code", "department"),
    "indicator": ("name", "unit", "baseline", "target", "actual", "value", "note"),
}
_SIX = {
    "field": Role("level", depth=1),
    "item": Role("level"),
    "departments": Role("department"),
    "project_name": Role("project"),
    "overview": Role("overview"),
    "kpi_text": Role("indicator"),
}
ROLES: dict[str, Role] = {
    **_SIX,
    **{kind: Role(kind) for kind in get_args(RoleKind)},
    **{f"{kind}.{part}": Role(kind, part) for kind, parts in _PARTS.items() for part in parts},
}
"""What a sidecar may write for a column -> its role: the keys of a record, then every role."""


def word_of(role: Role) -> str:
    """Return the word of a role, as a sidecar writes it.

    >>> word_of(Role("indicator", "target", fiscal_year=2026))
    'indicator.target'
    """
    return f"{role.kind}.{role.part}" if role.part else role.kind

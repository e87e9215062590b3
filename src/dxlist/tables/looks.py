"""What a cell of each column looks like, as data: how much each trait speaks for a slot, in log-odds.

Where a page is printed and damaged, the looks of a cell decide beside its place (:mod:`dxlist.tables.assignment`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dxlist.tables.shapes import Shape

Slot = str
"""A place within a column: ``item.code`` and ``item`` (its title, or code and title), ``departments.office`` …"""


@dataclass(frozen=True, slots=True)
class Looks:
    """How much each trait of a cell speaks for a slot, in log-odds against an average cell."""

    code: dict[str, float]
    office: tuple[float, float, float]
    """No office, perhaps one, surely one."""
    form: dict[str, float]
    size: tuple[float, float, float, float, float]
    """Up to 3, 10, 25, 60 characters, longer."""
    missing: float
    """What it costs that a row has no cell for the slot."""

    def weigh(self, shape: Shape) -> float:
        """Return how much a cell of this shape speaks for the slot."""
        code, form = self.code.get(shape.code, 0.0), self.form.get(shape.form, 0.0)
        return code + form + self.office[shape.office] + self.size[shape.size]


_NO_CODE = {
    "bracket": -2.0, "bracket+": -1.5, "plan": -4.0, "plan+": -3.5, "compound": -4.5, "compound+": -3.0,
    "dai": -3.0, "dai+": -1.5, "simple": -1.5, "simple+": -1.0,
}  # fmt: skip

LOOKS: dict[Slot, Looks] = {
    "field.code": Looks(
        {"": -5.0, "simple": 2.5, "dai": 3.0, "compound": 0.0, "bracket": 0.5, "bracket+": -5.0, "plan": -4.0, "plan+": -5.0, "simple+": -5.0, "dai+": -5.0, "compound+": -5.0},
        (0.0, -2.0, -5.0), {"number": 0.0}, (0.5, 0.0, -3.0, -6.0, -9.0), 0.0,
    ),
    "field": Looks(
        {"": 0.0, "simple+": 2.5, "dai+": 3.0, "simple": 0.0, "dai": 0.5, "compound+": -2.0, "compound": -3.0, "bracket": -0.5, "bracket+": 1.2, "plan": -4.0, "plan+": -4.0},
        (0.0, -0.7, -3.5), {"noun": 0.5, "project": -2.0, "sentence": -3.0, "target": -2.5, "number": -2.5}, (-0.5, 0.5, 0.8, -0.7, -4.0), 0.2,
    ),
    "item.code": Looks(
        {"": -6.0, "simple": 1.8, "dai": 0.0, "compound": 4.0, "bracket": 3.0, "bracket+": -6.0, "plan": 3.5, "plan+": -6.0, "simple+": -6.0, "dai+": -6.0, "compound+": -6.0},
        (0.0, -2.0, -5.0), {"number": 0.0}, (0.5, 0.5, -2.0, -6.0, -9.0), 0.0,
    ),
    "item": Looks(
        {"": 0.0, "compound+": 3.2, "compound": 0.5, "bracket": 0.0, "bracket+": 2.2, "plan": 1.0, "plan+": 3.5, "simple+": 1.2, "simple": -0.5, "dai+": 0.3, "dai": 0.0},
        (0.0, -0.7, -3.0), {"noun": 0.8, "project": -1.5, "sentence": -2.2, "target": -1.8, "number": -2.5}, (-1.0, 0.0, 0.7, 0.4, -2.5), 0.3,
    ),
    "departments.office": Looks(
        _NO_CODE, (-4.0, 0.5, 2.5), {"sentence": -3.0, "target": -3.0, "project": -3.0}, (0.0, 0.5, -0.5, -3.0, -6.0), 0.0
    ),
    "departments": Looks(
        _NO_CODE, (-3.0, 1.5, 4.0), {"sentence": -3.0, "target": -2.5, "project": -2.5, "number": -3.0}, (-0.3, 0.5, 0.3, -0.5, -3.0), 1.0
    ),
    "project_name": Looks(
        _NO_CODE, (0.0, -1.0, -3.5), {"project": 2.5, "noun": 0.6, "sentence": -2.0, "target": -1.3, "number": -3.5}, (-1.5, 0.0, 0.5, 0.3, -1.5), 2.0
    ),
    "overview": Looks(
        _NO_CODE, (0.0, -1.5, -4.0), {"sentence": 2.0, "project": -1.5, "noun": -0.6, "target": 0.2, "number": -3.5}, (-3.0, -1.5, -0.3, 0.9, 1.6), 1.5
    ),
    "kpi_text": Looks(
        {**_NO_CODE, "simple": 0.0, "simple+": 0.0, "compound+": -1.5}, (0.0, -1.5, -4.0),
        {"target": 2.3, "sentence": 1.0, "noun": -0.2, "project": -1.5, "number": 0.3}, (-0.6, 0.0, 0.3, 0.7, 0.3), 1.2,
    ),
    "extra.number": Looks(
        {**_NO_CODE, "simple": 0.5}, (0.0, -2.0, -4.0), {"number": 2.8, "noun": -1.5, "project": -3.0, "sentence": -3.0, "target": -1.0}, (0.8, 0.5, -1.0, -3.0, -5.0), 0.2,
    ),
    "extra.code": Looks(
        {"": 0.0, "simple": 2.0, "dai": 2.0, "compound": 4.5, "bracket": 3.0, "bracket+": -3.0, "plan": 0.0, "plan+": -5.0, "simple+": -3.0, "dai+": -3.0, "compound+": 3.5},
        (0.0, -2.0, -4.0), {"number": 1.5, "noun": 0.0, "project": -3.0, "sentence": -3.0, "target": -1.0}, (0.8, 0.5, -2.0, -4.0, -6.0), 0.2,
    ),
    "extra.text": Looks(
        {**_NO_CODE, "simple": 0.0, "simple+": -0.5}, (0.0, -0.7, -2.5), {"number": 0.3, "noun": 0.2, "project": -1.0, "sentence": 0.0, "target": -0.5}, (0.3, 0.2, 0.0, 0.0, -0.7), 0.1,
    ),
}  # fmt: skip

DOUBLE_COST: dict[Slot, float] = {"field.code": 3.0, "item.code": 0.3, "departments.office": 1.5}
"""What it costs to part a column under whose header stands one column."""

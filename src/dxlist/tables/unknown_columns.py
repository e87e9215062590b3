"""``named_by_content``: a header that no table of spellings knows, named by what the cells below it look like.

Only where a logical column is missing, the cells are clear, and no other missing column fits nearly as well; the page
says which columns were named so (``guessed``), for a person to confirm in the sidecar's ``[columns]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.columns import COLUMNS, MERGED_COLUMNS
from dxlist.model.roles import ROLES
from dxlist.tables.columns import FURTHER_PATTERNS, bare_key, is_year
from dxlist.tables.looks import LOOKS
from dxlist.tables.shapes import shape_of
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.columns import Column
    from dxlist.model.stages import HeaderCell, PhysicalRow
    from dxlist.tables.shapes import Shape

FEWEST_CELLS = 3
_MOST_COLUMNS = 15
"""A table of more columns has many of no role; none is guessed there but the overview beside the project."""
CLEAR, CLEARER = 1.0, 0.8
"""Mean log-odds that the cells must reach for a column, and by how much more than for the next best."""
CLEAR_BESIDE = 3.0
"""The same for cells one to the right of a header that stands over few of its own: it may be over the wrong column."""

Guesses = dict[str, "Column"]
"""Folded header -> the column that its cells showed it to be, on this page or one before."""


def named_by_content(
    header: Sequence[HeaderCell], rows: Sequence[PhysicalRow], guesses: Guesses, *, beside: bool = True
) -> tuple[HeaderCell, ...]:
    """Return the header with columns given to unknown headers whose cells are clear; remember them in ``guesses``.

    ``beside``: the cells one to the right speak too, as they do where the other headers are known.
    """
    named, taken, behind_project = list(header), {cell.column for cell in header}, False
    for i, cell in enumerate(header):
        behind_project = behind_project or cell.role.kind == "project"
        if cell.role.kind != "further":
            continue
        missing = [column for column in COLUMNS if column not in taken]
        if behind_project:  # no level stands behind the projects
            missing = [column for column in missing if column not in MERGED_COLUMNS]
        if len(header) > _MOST_COLUMNS:
            missing = ["overview"] if "overview" in missing and _is_beside_project(header, i) else []
        if not missing or not _is_guessable(cell):
            continue
        known = guesses.get(fold(cell.text))
        column = known if known in missing else _best_guess(cell.position, rows, missing, beside=beside)
        if column:
            guesses[fold(cell.text)] = column
            taken.add(column)
            named[i] = cell._replace(column=column, guessed=True, role=ROLES[column])
    return tuple(named)


def _is_beside_project(header: Sequence[HeaderCell], i: int) -> bool:
    return i > 0 and header[i - 1].role.kind == "project" and not header[i - 1].role.part


def _best_guess(
    position: int, rows: Sequence[PhysicalRow], missing: Sequence[Column], *, beside: bool
) -> Column | None:
    own, right = _shapes(rows, position), _shapes(rows, position + 1)
    here = _column_of(own, missing, CLEAR)
    if here or not beside or len(own) > len(right) / 2:
        return here
    return _column_of(right, missing, CLEAR_BESIDE)


def _is_guessable(cell: HeaderCell) -> bool:
    """Return whether no pattern says what a header is: 新規・継続 and 会計 are further columns, whatever is in them."""
    key = bare_key(cell.text)
    return not is_year(cell.text) and not any(pattern.search(key) for pattern, _ in FURTHER_PATTERNS)


def _shapes(rows: Sequence[PhysicalRow], position: int) -> list[Shape]:
    texts = (row.cells[position].strip() for row in rows if position < len(row.cells))
    return [shape_of(text) for text in texts if text]


def _column_of(shapes: Sequence[Shape], missing: Sequence[Column], clear: float) -> Column | None:
    if len(shapes) < FEWEST_CELLS:
        return None
    beside = _fit(shapes, "extra.text")
    able = [column for column in missing if column != "kpi_text" or _speak_of_targets(shapes)]
    fits = sorted(((_fit(shapes, column) - beside, column) for column in able), reverse=True)
    if not fits or fits[0][0] < clear:
        return None
    return fits[0][1] if len(fits) == 1 or fits[0][0] - fits[1][0] >= CLEARER else None


def _speak_of_targets(shapes: Sequence[Shape]) -> bool:
    """Return whether most cells hold words of targets; a sentence alone tells anything."""
    return sum(shape.form == "target" for shape in shapes) > len(shapes) / 2


def _fit(shapes: Sequence[Shape], slot: str) -> float:
    return sum(map(LOOKS[slot].weigh, shapes)) / len(shapes)

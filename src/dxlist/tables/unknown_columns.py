"""``named_by_content``: a header that no table of spellings knows, named by what the cells below it look like.

Only where a logical column is missing, the cells are clear, and no other missing column fits nearly as well; the page
says which columns were named so (``guessed``), for a person to confirm in the sidecar's ``[columns]``.  Where no header
is known at all, the error shows the lines to write there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.errors import NoTableError
from dxlist.model.columns import COLUMNS
from dxlist.model.roles import ROLES
from dxlist.tables.columns import FURTHER_PATTERNS, bare_key, is_year
from dxlist.tables.looks import LOOKS
from dxlist.tables.shapes import shape_of
from dxlist.tables.titles import texts_of
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.columns import Column
    from dxlist.model.stages import HeaderCell, PhysicalRow
    from dxlist.tables.shapes import Shape

FEWEST_CELLS = 3
_MOST_COLUMNS = 15
"""A table of more columns has many of no role; none is guessed there."""
CLEAR, CLEARER = 1.0, 0.8
"""Mean log-odds that the cells must reach for a column, and by how much more than for the next best."""
CLEAR_BESIDE = 3.0
"""The same for cells one to the right of the header, which may stand over the wrong column."""

Guesses = dict[str, "Column"]
"""Folded header -> the column that its cells showed it to be, on this page or one before."""


def named_by_content(
    header: Sequence[HeaderCell], rows: Sequence[PhysicalRow], guesses: Guesses
) -> tuple[HeaderCell, ...]:
    """Return the header with columns given to unknown headers whose cells are clear; remember them in ``guesses``."""
    named = list(header)
    for i, cell in enumerate(header):
        if cell.role.kind != "further" or len(header) > _MOST_COLUMNS or not _is_guessable(cell):
            continue
        missing = [column for column in COLUMNS if column not in {c.column for c in named}]
        known = guesses.get(fold(cell.text))
        column = known if known in missing else _best_guess(cell.position, rows, missing)
        if column:
            guesses[fold(cell.text)] = column
            named[i] = cell._replace(column=column, guessed=True, role=ROLES[column])
    return tuple(named)


def _best_guess(position: int, rows: Sequence[PhysicalRow], missing: Sequence[Column]) -> Column | None:
    here = _column_of(_shapes(rows, position), missing, CLEAR)
    return here or _column_of(_shapes(rows, position + 1), missing, CLEAR_BESIDE)


def _is_guessable(cell: HeaderCell) -> bool:
    """Return whether no pattern says what a header is: 新規・継続 and 会計 are further columns, whatever stands there."""
    key = bare_key(cell.text)
    return not is_year(cell.text) and not any(pattern.search(key) for pattern, _ in FURTHER_PATTERNS)


def _shapes(rows: Sequence[PhysicalRow], position: int) -> list[Shape]:
    texts = (row.cells[position].strip() for row in rows if position < len(row.cells))
    return [shape_of(text) for text in texts if text]


def _column_of(shapes: Sequence[Shape], missing: Sequence[Column], clear: float) -> Column | None:
    if len(shapes) < FEWEST_CELLS:
        return None
    beside = _fit(shapes, "extra.text")
    fits = sorted(((_fit(shapes, column) - beside, column) for column in missing), reverse=True)
    if not fits or fits[0][0] < clear:
        return None
    return fits[0][1] if len(fits) == 1 or fits[0][0] - fits[1][0] >= CLEARER else None


def _fit(shapes: Sequence[Shape], slot: str) -> float:
    return sum(map(LOOKS[slot].weigh, shapes)) / len(shapes)


_SHOWN = 10
_LONGEST = 20


def unknown_header(name: str, stem: str, rows: Sequence[PhysicalRow]) -> NoTableError:
    """Return the error for rows without a known header: its cells, and the ``[columns]`` lines to write.

    Args:
        name: of the source, as a message shows it.
        stem: of its sidecar.
        rows: among them the one that may be the header.
    """
    row = next((row for row in rows if len(texts_of(row)) >= FEWEST_CELLS), None)
    if row is None:
        return no_table(name, rows)
    cells = [text[:_LONGEST].replace("\n", "") for text in texts_of(row)[:_SHOWN]]
    lines = "\n".join(["[columns]", *(f'"{_escaped(cell)}" = ""' for cell in cells)])
    names = "field, item, departments, project_name, overview, kpi_text"
    side = f"{stem}.toml"
    problem = Bilingual(
        f"見出し行が分かりません。この行のセル: {' | '.join(cells)}。",
        f"the header is not known. The cells of this row: {' | '.join(cells)}.",
    )
    remedy = Bilingual(
        f"見出し行であれば {side} に次を書き、右側に {names} のいずれかを入れてください（不要な行は消す）。\n{lines}",
        f"If this is the header, write into {side} (on the right one of {names}; delete the other lines):\n{lines}",
    )
    return NoTableError(f"{name}:{row.line}", problem, remedy)


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace('"', '\\"')


def no_table(name: str, rows: Sequence[PhysicalRow]) -> NoTableError:
    """Return the error for text in which no row follows a header."""
    place = f"{name}:{rows[0].line}" if rows else name
    problem = Bilingual(
        "表が見つかりません（見出し行に続く行がありません）。", "no table was found (no row follows a header)."
    )
    remedy = Bilingual(
        "分野・担当課・事業名などの見出しを持つ一覧を指定してください。",
        "Give a list with headers such as 分野, 担当課, 事業名.",
    )
    return NoTableError(place, problem, remedy)

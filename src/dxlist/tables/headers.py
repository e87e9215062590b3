"""``read_header``: one to four rows -> the columns of a table, each with its full name and its role.

A header is a tree: an upper cell that spans (merged, so blank to its right) carries over the cells below it.  The names
of the columns are its paths; roles are given to all of them at once by dynamic programming.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from dxlist.model.stages import LONGEST_FILLED
from dxlist.tables.columns import SPELLING_SCORE, header_roles, is_spelled, is_year, value_part
from dxlist.tables.remarks import note_kind, texts_of
from dxlist.tables.role_choice import Choice, HeaderPath, choose_roles
from dxlist.tables.shapes import code_kind, office_level
from dxlist.text.folding import fold
from dxlist.words.marks import LIST_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dxlist.model.roles import Role
    from dxlist.model.stages import HeaderCell, PhysicalRow

MOST_ROWS = 4
"""Rows that a header may take."""

_LONGEST_CELL = 60
_FEW = 8
_FEWEST_SHARE = 3
_LONGEST_LABEL = 24
_LONGEST_REST = 8
_LONGEST_WORD = 16
_MOST_LOST = 2.0
_LABEL_SCORE = 1.8
_SHARE_OF_LABELS = 0.6

Spellings = tuple[tuple[str, "Role"], ...]
"""Folded header -> role, from the sidecar's ``[columns]``."""


@dataclass(frozen=True)
class Header:
    """The columns of a header and how surely they were recognised."""

    cells: tuple[HeaderCell, ...]
    score: float
    rows: int
    """How many physical rows it takes."""

    @cached_property
    def labels(self) -> frozenset[str]:
        """The folded names of its columns, whole and part by part."""
        return frozenset(fold(name) for cell in self.cells for name in (cell.text, *cell.path))

    @cached_property
    def label_ends(self) -> frozenset[str]:
        """What its labels end with, as far as a row of rests holds it."""
        return frozenset(name[-length:] for name in self.labels for length in range(1, _LONGEST_LABEL + 1))


def own_spellings(columns: Mapping[str, Role]) -> Spellings:
    """Fold the sidecar's headers once."""
    return tuple((fold(text), role) for text, role in columns.items())


def read_header(rows: Sequence[PhysicalRow], spellings: Spellings = (), known: Header | None = None) -> Header | None:
    """Return the header that begins with ``rows[0]``, or None.

    Args:
        rows: the row and those below it.
        spellings: what the sidecar says of headers.
        known: the header of the page before: a further one shares its words, or is plainly one by itself.

    >>> from dxlist.model.stages import PhysicalRow
    >>> rows = [PhysicalRow(1, 1, ("事業名", "目標", "")), PhysicalRow(2, 2, ("", "R5", "R6"))]
    >>> [cell.text for cell in read_header(rows).cells]
    ['事業名', '目標 R5', '目標 R6']
    """
    best = _best_reading(rows[:MOST_ROWS], spellings, known)
    if best is None:
        return None
    later = [_best_reading(rows[i : i + MOST_ROWS], spellings, known) for i in range(1, best.rows)]
    if any(later) and _is_title(rows, best):
        return None
    grouped = _heads_groups(rows)
    better = (other and (other.score > best.score or (other.score == best.score and not grouped)) for other in later)
    return None if any(better) else best


def read_halves(rows: Sequence[PhysicalRow], spellings: Spellings = ()) -> Header | None:
    """Return the header that a gap parts into two rows, each of which has its cells where the other one is blank.

    >>> from dxlist.model.stages import PhysicalRow
    >>> rows = [PhysicalRow(1, 1, ("", "", "事業名", "指標")), PhysicalRow(3, 3, ("分野", "担当課", "", ""))]
    >>> [cell.column for cell in read_halves(rows).cells]
    ['field', 'departments', 'project_name', 'kpi_text']
    """
    if len(rows) != 2:  # noqa: PLR2004
        return None
    upper, lower = rows
    pairs = list(zip_longest(upper.cells, lower.cells, fillvalue=""))
    if any(above.strip() and below.strip() for above, below in pairs):
        return None
    cells = tuple(above if above.strip() else below for above, below in pairs)
    header = _reading([lower._replace(cells=cells)], spellings)
    return header if header and _is_header(header, rows, spellings, None) else None


def _heads_groups(rows: Sequence[PhysicalRow]) -> bool:
    """Return whether the first row names groups of columns (財源内訳), and else says what the one below does."""
    below = rows[1].cells if len(rows) > 1 else ()
    own = [cell for at, cell in enumerate(rows[0].cells) if cell.strip() and (at >= len(below) or below[at] != cell)]
    heads = [next((role.kind for role, _ in header_roles(text)), "further") for text in own]
    return bool(heads) and all(kind in _GROUPS for kind in heads)


_GROUPS = ("indicator", "money", "schedule", "evaluation")


def _is_title(rows: Sequence[PhysicalRow], header: Header) -> bool:
    """Return whether the first row is no part of the header: one cell, too long for one, or at the left of all."""
    texts = texts_of(rows[0])
    if any(LIST_NAME.search(fold(text)) for text in texts) and not any(map(_is_label, texts)):
        return True
    if len(texts) > 1:
        return False
    at_left = rows[0].cells[0].strip() != "" and any(row.cells[0].strip() for row in rows[1 : header.rows])
    return len(texts[0]) > _LONGEST_WORD or (at_left and len(texts[0]) > _LONGEST_REST)


def _best_reading(rows: Sequence[PhysicalRow], spellings: Spellings, known: Header | None) -> Header | None:
    """Of readings over one row and more take the longest of which each row goes on with the ones above it."""
    if not (may_begin_header(rows[0], known) or is_named(rows[0], spellings)):
        return None
    best: Header | None = None
    for taken in range(1, len(rows) + 1):
        if taken > 1 and not _may_go_on(rows[taken - 1], known):
            break
        reading = _reading(rows[:taken], spellings)
        if taken > 1 and not _goes_on(rows[: taken - 1], rows[taken - 1], (best, reading), known):
            break
        best = reading if reading is not None and _is_header(reading, rows[:taken], spellings, known) else best
    return best


def may_begin_header(row: PhysicalRow, known: Header | None) -> bool:
    """Return whether a row may be the first one of a header; nearly all rows of the body are none at a glance."""
    if known is None:
        return _may_be_header(row) or _is_with_instructions(row)
    return _may_be_header(row) and _speaks_like(row, known)


def _is_with_instructions(row: PhysicalRow) -> bool:
    """Return whether most cells of a row are spelled as headers, and a few long ones say what is to be written."""
    texts = texts_of(row)
    short = [text for text in texts if len(text) <= _LONGEST_LABEL]
    if len(short) < _FEWEST_SHARE * (len(texts) - len(short)) or max(map(len, texts)) > LONGEST_FILLED:
        return False
    return sum(map(is_spelled, short)) >= max(_FEWEST_SHARE, _SHARE_OF_LABELS * len(short))


def is_named(row: PhysicalRow, spellings: Spellings) -> bool:
    """Return whether the sidecar names several cells of a row: it is a header, however long its texts are."""
    if not spellings:
        return False
    names = {name for name, _ in spellings}
    return sum(fold(" ".join(text.split())) in names for text in texts_of(row)) > 1


def _speaks_like(row: PhysicalRow, known: Header) -> bool:
    """Return whether a row has words of the header before it, or several that only headers use; else it is body."""
    texts = [text for text in texts_of(row) if len(text) <= _LONGEST_LABEL]
    before, enough = known.labels, max(1, len(texts) / _FEWEST_SHARE)
    return sum(fold(text) in before for text in texts) >= enough or sum(map(is_spelled, texts)) >= enough


def _has_word(row: PhysicalRow, known: Header) -> bool:
    """Return whether a row below the first one of a further header has a label, or the end of a word before it."""
    texts = [fold(text) for text in texts_of(row) if code_kind(text)[0] not in _BARE_CODES]
    return any(map(_is_label, texts)) or not known.label_ends.isdisjoint(texts)


_BARE_CODES = ("bracket", "compound", "plan")


def _may_be_header(row: PhysicalRow) -> bool:
    """Return whether no cell, or of many cells few (sheets of 200 columns ask), is a sentence or too long a name."""
    texts = texts_of(row)
    if any(len(text) > LONGEST_FILLED for text in texts):  # each record repeats the names of its columns
        return False
    long = sum(len(text) > _LONGEST_CELL or "。" in text for text in texts)
    return long <= len(texts) // _FEW and (
        len(texts) > 1 or (len(texts[0]) <= _LONGEST_WORD and note_kind(row) is None)
    )


def _may_go_on(row: PhysicalRow, known: Header | None) -> bool:
    """Return whether a row may go on with a header above it; nearly all rows of the body do not at a glance."""
    if max(map(len, texts_of(row))) > _LONGEST_LABEL or not _may_be_header(row):
        return False
    return known is None or _has_word(row, known)


def _goes_on(
    above: Sequence[PhysicalRow], row: PhysicalRow, readings: tuple[Header | None, Header | None], known: Header | None
) -> bool:
    """Return whether a row goes on with the header above it, and is no row of the body.

    Args:
        above: the rows of the header so far.
        row: the row below them.
        readings: the header without and with the row.
        known: the header of the page before.
    """
    texts, (header, longer) = texts_of(row), readings
    before = known.labels if known else frozenset[str]()
    if longer is None:
        return False
    below = [at for at, cell in enumerate(row.cells) if cell.strip()]
    titled = {at for one in above for at, cell in enumerate(one.cells) if cell.strip()}
    in_order = sorted(titled)
    gaps = {at for at in below if at not in titled and in_order[0] < at}
    starts = {in_order[bisect_left(in_order, at) - 1] for at in gaps}
    labels = sum(_is_label(text) or fold(text) in before for text in texts)
    if gaps and labels >= _SHARE_OF_LABELS * len(texts):
        return True
    if gaps and all(at in gaps or at in starts for at in below):
        return not any(map(_is_amount, texts)) or _count_up(texts)
    if labels == len(texts) and not all(at in titled for at in below):
        return True
    if len(below) == 1 and _ends_word(above[-1], row, below[0]):
        return True
    return _is_rest(texts, header, longer, titled.isdisjoint(below) or not gaps)


def _ends_word(above: PhysicalRow, row: PhysicalRow, at: int) -> bool:
    """Return whether the lone cell of a row ends the word above it: 担当 | 部署, 事業概要又は | 取組内容."""
    upper, rest = above.cells[at].strip() if at < len(above.cells) else "", row.cells[at].strip()
    if not upper or len(rest) > _LONGEST_REST:
        return False
    least = _LABEL_SCORE if rest.startswith("・") else SPELLING_SCORE
    return any(score >= least for _, score in header_roles(upper + rest)[:1])


def _is_label(text: str) -> bool:
    if is_year(text) or value_part(text):
        return True
    roles = header_roles(text)
    return bool(roles) and (roles[0][1] >= SPELLING_SCORE or (roles[0][1] >= _LABEL_SCORE and office_level(text) <= 1))


def _is_amount(text: str) -> bool:
    return text.strip()[:1].isdigit() and not is_year(text)


def _count_up(texts: Sequence[str]) -> bool:
    """Return whether cells are years without a word: 4, 5, 6 below 実施年度."""
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) <= _LONGEST_YEAR]
    follow = all(after == before + 1 for before, after in pairwise(numbers))
    return len(numbers) == len(texts) >= _FEWEST_YEARS and follow


_LONGEST_YEAR, _FEWEST_YEARS = 4, 3


def _is_rest(texts: Sequence[str], header: Header | None, longer: Header, in_line: bool) -> bool:
    """Return whether a row holds but the ends of broken header cells: short words that make no column unknown."""
    if not in_line or max(map(len, texts)) > _LONGEST_REST or (len(texts) < 2 and header is not None):  # noqa: PLR2004
        return False
    if any(map(_is_amount, texts)):
        return False
    if header is None:
        return True
    return longer.score > header.score - _MOST_LOST and _unknown(longer) <= _unknown(header)


def _unknown(header: Header) -> int:
    return sum(cell.role.kind == "further" for cell in header.cells)


def _reading(rows: Sequence[PhysicalRow], spellings: Spellings) -> Header | None:
    named = tree_of(tuple(row.cells for row in rows))
    if not named:
        return None
    choice = _chosen(named, spellings)
    return Header(choice.cells, choice.score, len(rows))


@lru_cache(maxsize=256)
def _chosen(named: tuple[tuple[int, HeaderPath], ...], spellings: Spellings) -> Choice:
    return choose_roles(named, dict(spellings))


@lru_cache(maxsize=256)
def tree_of(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[int, HeaderPath], ...]:
    """Return the position of each column and its path of names, from the top.

    An upper cell spans the blanks to its right as far as the cell above it does, where something stands below them; a
    cell below an upper one that spans nothing else goes on with its words.

    >>> tree_of((("指標", "", "担当"), ("名称", "目標値", "課")))
    ((0, ('指標', '名称')), (1, ('指標', '目標値')), (2, ('担当課',)))
    >>> tree_of((("施策", "担当課", "", ""), ("", "", "事業名", "KPI")))
    ((0, ('施策',)), (1, ('担当課',)), (2, ('事業名',)), (3, ('KPI',)))
    """
    width = max(map(len, rows))
    grid = [[cell.strip().replace("\n", "") for cell in row] + [""] * (width - len(row)) for row in rows]
    paths: list[HeaderPath] = [()] * width
    bounds = [0] * width  # where the span begins that a column stands in
    for depth, row in enumerate(grid):
        lower = grid[depth + 1 :]
        paths, bounds = _with_row(paths, bounds, row, lower)
    return tuple((at, path) for at, path in enumerate(paths) if path)


def _with_row(
    paths: list[HeaderPath], bounds: list[int], row: list[str], lower: list[list[str]]
) -> tuple[list[HeaderPath], list[int]]:
    new_paths, new_bounds = list(paths), list(bounds)
    spanned = Counter(bound for path, bound in zip(paths, bounds, strict=True) if path)
    start: int | None = None
    for at, cell in enumerate(row):
        if at and bounds[at] != bounds[at - 1]:
            start = None
        if cell:
            start = at if any(below[at] for below in lower) or not lower else None
            new_paths[at] = _joined(paths, row, at, spans=spanned[bounds[at]] > 1)
        elif start is not None and any(below[at] for below in lower):
            new_paths[at] = (*paths[at], row[start])
        new_bounds[at] = start if start is not None else bounds[at]
    return new_paths, [
        bound if path else at for at, (path, bound) in enumerate(zip(new_paths, new_bounds, strict=True))
    ]


def _joined(paths: list[HeaderPath], row: list[str], at: int, *, spans: bool) -> HeaderPath:
    """Add a cell to the path above it: the rest of a broken word where that spans nothing else, or a new name."""
    path, cell = paths[at], row[at]
    if not path:
        return (cell,)
    if path[-1] == cell:
        return path
    repeated = any(0 <= beside < len(paths) and paths[beside][-1:] == path[-1:] for beside in (at - 1, at + 1))
    return (*path, cell) if spans or repeated or is_year(cell) else (*path[:-1], path[-1] + cell)


def _is_header(header: Header, rows: Sequence[PhysicalRow], spellings: Spellings, known: Header | None) -> bool:
    """Return whether this is a header and no row of the body, whose cells may hold such words by chance."""
    own = {name for name, _ in spellings}
    if own and any(fold(cell.text) in own for cell in header.cells):
        return True
    if known is not None and _shares(header, known):
        return True
    scores = [_score_of(cell) for cell in header.cells]
    spelled = sum(score >= SPELLING_SCORE for score in scores)
    told = sum(score > 0 for score in scores)
    if known is not None:
        words = all(office_level(text) < 2 or _is_label(text) for row in rows for text in texts_of(row))  # noqa: PLR2004
        return spelled >= 2 and _says_enough(header) and words and spelled > (len(scores) - 1) / 2  # noqa: PLR2004
    told += sum(is_year(cell.path[-1]) for cell in header.cells if cell.role.kind == "further")
    kinds = {cell.role.kind for cell, score in zip(header.cells, scores, strict=True) if score >= SPELLING_SCORE}
    if not _says_enough(header) or told < min(len(scores) / 2, 3 if kinds >= _NAMED_TOGETHER else 6):
        return False
    return (spelled >= 1 and told >= 2) or told >= 3  # noqa: PLR2004


_NAMED_TOGETHER = {"project", "department"}
"""Kinds of columns that no row of a body names beside each other, however many columns of other matters a list has."""


def _score_of(cell: HeaderCell) -> float:
    if cell.role.kind == "further":
        return 0.0
    scores = [
        score
        for name in (cell.text, cell.path[-1])
        for role, score in header_roles(name)
        if role.kind == cell.role.kind
    ]
    return max(scores, default=_LABEL_SCORE)


def _shares(header: Header, known: Header) -> bool:
    """Return whether most names of a header are those of the one before: it is printed again on another page."""
    names, before = ({fold(cell.text) for cell in one.cells} for one in (header, known))
    return len(names) > 1 and len(names & before) >= _SHARE_OF_LABELS * len(names)


def _says_enough(header: Header) -> bool:
    """Return whether the columns make a list: a project, an indicator or two levels, and one more role."""
    kinds = [cell.role.kind for cell in header.cells if cell.role.kind != "further" and cell.role.part != "code"]
    main = "project" in kinds or "indicator" in kinds or kinds.count("level") > 1
    main = main or {"level", "overview", "department"} <= {*kinds}
    return main and len(kinds) > 1

"""``read_header``: one to three rows -> which logical column stands where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dxlist.model.columns import COLUMNS, Column
from dxlist.model.stages import HeaderCell, is_further
from dxlist.tables.columns import CODE_HEADER, DOUBLE, SPELLING_SCORE, header_scores
from dxlist.tables.remarks import note_kind, texts_of
from dxlist.tables.shapes import office_level
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.stages import PhysicalRow

MOST_ROWS = 3
"""Rows that a header may take."""

_LONGEST_CELL = 30
_LONGEST_WORD = 16
_FEWEST_COLUMNS = 3
_FEWEST_SPELLED = 2
_SUM_WITHOUT_SPELLINGS = 6.0
_IN_ORDER = 0.05
_MOST_LOST = 2.5
_LONGEST_REST = 8

Spellings = tuple[tuple[str, Column], ...]
"""Folded header -> column, from the sidecar's ``[columns]``."""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a header and how surely they were recognised."""

    cells: tuple[HeaderCell, ...]
    score: float
    rows: int
    """How many physical rows it takes."""


def own_spellings(columns: Mapping[str, Column]) -> Spellings:
    """Fold the sidecar's headers once."""
    return tuple((fold(text), column) for text, column in columns.items())


def read_header(rows: Sequence[PhysicalRow], spellings: Spellings = ()) -> Header | None:
    """Return the header that begins with ``rows[0]``, or None.

    Of readings over one to three rows the one that says most wins; a first row that adds nothing is a title above it.
    """
    best = _best_reading(rows[:MOST_ROWS], spellings)
    if best is None:
        return None
    later = [_best_reading(rows[i : i + MOST_ROWS], spellings) for i in range(1, best.rows)]
    if any(later) and _is_title(rows[0]):
        return None
    return None if any(other and other.score >= best.score for other in later) else best


def _is_title(row: PhysicalRow) -> bool:
    """Return whether a row says one thing, too long for the first line of a header cell."""
    texts = texts_of(row)
    return len(texts) == 1 and len(texts[0]) > _LONGEST_REST


def _best_reading(rows: Sequence[PhysicalRow], spellings: Spellings) -> Header | None:
    if not (_may_be_header(rows[0]) or _is_sparse(rows[0])):
        return None
    readings = filter(None, (_reading(rows[: i + 1], spellings) for i in range(len(rows))))
    best: Header | None = None
    for reading in readings:
        if best is None or reading.score > best.score or _goes_on(best, reading, rows[reading.rows - 1]):
            best = reading
    return best


def _goes_on(header: Header, longer: Header, row: PhysicalRow) -> bool:
    """Return whether a further row only goes on with the header: short words that make no column unknown.

    Or short words below nothing but further columns (財源内訳 over 国庫支出金, 県支出金, 一般財源): a body row would
    say something in one of the six.
    """
    words = texts_of(row)
    if len(words) < _FEWEST_SPELLED or max(map(len, words)) > _LONGEST_REST:
        return False
    known = (cell.position for cell in header.cells if not is_further(cell))
    if not any(row.cells[at].strip() for at in known if at < len(row.cells)):
        return not any(character.isdecimal() for word in words for character in word)
    unknown = sum(map(is_further, header.cells))
    return longer.score > header.score - _MOST_LOST and sum(map(is_further, longer.cells)) <= unknown


def _may_be_header(row: PhysicalRow) -> bool:
    if max(map(len, row.cells)) > 2 * _LONGEST_CELL:
        return False
    texts = texts_of(row)
    return len(texts) > 1 and all(len(text) <= _LONGEST_CELL for text in texts)


def _reading(rows: Sequence[PhysicalRow], spellings: Spellings) -> Header | None:
    if not all(_may_be_header(row) or _is_sparse(row) for row in rows):
        return None
    return _header_of(_columns_of(rows), spellings, len(rows))


def _is_sparse(row: PhysicalRow) -> bool:
    texts = [cell for cell in row.cells if cell.strip()]
    return len(texts) == 1 and len(texts[0]) <= _LONGEST_WORD and note_kind(row) is None


def _columns_of(rows: Sequence[PhysicalRow]) -> tuple[str, ...]:
    """Join the rows of a header column by column."""
    width = max(len(row.cells) for row in rows)
    return tuple("".join(row.cells[i].strip() for row in rows if i < len(row.cells)) for i in range(width))


@lru_cache(maxsize=256)
def _header_of(texts: tuple[str, ...], spellings: Spellings, rows: int) -> Header | None:
    named = [(i, text) for i, text in enumerate(texts) if text]
    own = dict(spellings)
    scores = [_scores(text, own) for _, text in named]
    chosen, total = _best_choice(scores)
    if not _is_convincing(named, chosen, scores):
        return None
    columns = _with_doubles(named, _with_third_level(chosen, scores), scores)
    cells = tuple(
        HeaderCell(i, text, column or f"extra.{text}") for (i, text), column in zip(named, columns, strict=True)
    )
    return Header(cells, total, rows)


def _scores(text: str, own: Mapping[str, Column]) -> dict[Column, float]:
    if column := own.get(fold(text)):
        return {column: 3 * SPELLING_SCORE}
    return dict(header_scores(text))


def _best_choice(scores: Sequence[Mapping[Column, float]]) -> tuple[list[Column | None], float]:
    """Give each header cell at most one column and each column at most one cell, for the greatest sum."""
    best: tuple[list[Column | None], float] = ([], -1.0)
    for choice in _choices(scores, ()):
        chosen = [column for column in choice if column]
        total = sum(s[c] for s, c in zip(scores, choice, strict=True) if c)
        ranks = [COLUMNS.index(c) for c in chosen]
        total += _IN_ORDER * sum(a < b for a, b in pairwise(ranks))
        if total > best[1]:
            best = (list(choice), total)
    return best


def _choices(
    scores: Sequence[Mapping[Column, float]], before: tuple[Column | None, ...]
) -> Iterator[tuple[Column | None, ...]]:
    if len(before) == len(scores):
        yield before
        return
    options = [column for column in scores[len(before)] if column not in before]
    for option in (*options, None):
        yield from _choices(scores, (*before, option))


def _is_convincing(
    named: Sequence[tuple[int, str]], chosen: Sequence[Column | None], scores: Sequence[Mapping[Column, float]]
) -> bool:
    """Return whether this is a header and no row of the body, whose cells may hold such words by chance."""
    found = [s[c] for s, c in zip(scores, chosen, strict=True) if c]
    spelled = sum(score >= SPELLING_SCORE for score in found)
    if len(found) >= _FEWEST_COLUMNS and spelled >= _FEWEST_SPELLED:
        return True
    if len(found) == len(named) == spelled >= _FEWEST_SPELLED:
        return "project_name" in chosen
    words = all(len(text) <= _LONGEST_WORD and office_level(text) == 0 for _, text in named)
    return words and len(found) > _FEWEST_COLUMNS and sum(found) >= _SUM_WITHOUT_SPELLINGS


def _with_third_level(
    chosen: Sequence[Column | None], scores: Sequence[Mapping[Column, float]]
) -> Sequence[Column | None]:
    """Where no header names the projects, let the level below field and item be them: 分野 | 項目 | 所管 | 施策名."""
    if "project_name" in chosen or not {"field", "item"} <= set(chosen):
        return chosen
    last = max(chosen.index("field"), chosen.index("item"))
    spelled = (max(s.get("field", 0.0), s.get("item", 0.0)) >= SPELLING_SCORE for s in scores)
    lower = [i for i, known in enumerate(spelled) if known and i > last and chosen[i] is None]
    return [*chosen[: lower[0]], "project_name", *chosen[lower[0] + 1 :]] if lower else chosen


def _with_doubles(
    named: Sequence[tuple[int, str]], chosen: Sequence[Column | None], scores: Sequence[Mapping[Column, float]]
) -> list[Column | None]:
    """Let two headers beside each other name one column: 部局 | 課, 項目番号 | 項目."""
    columns = list(chosen)
    for i, column in enumerate(chosen):
        if column is not None:
            continue
        for beside in (i - 1, i + 1):
            neighbour = chosen[beside] if 0 <= beside < len(chosen) else None
            if neighbour in DOUBLE and _is_half(named[i][1], neighbour, scores[i], before=beside > i):
                columns[i] = neighbour
    return columns


def _is_half(text: str, column: Column | None, scores: Mapping[Column, float], *, before: bool) -> bool:
    if column == "departments":
        return "departments" in scores
    return before and CODE_HEADER.search(fold(text)) is not None and fold(text) not in {"no", "no.", "番号", "№"}

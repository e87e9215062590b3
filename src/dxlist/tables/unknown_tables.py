"""``unknown_header``: the error for a file without a known header, and the lines of a sidecar that make it known."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dxlist.errors import NoListError, NoTableError
from dxlist.model.columns import COLUMNS
from dxlist.model.roles import word_of
from dxlist.model.stages import LONGEST_FILLED
from dxlist.tables.columns import SPELLING_SCORE, header_roles
from dxlist.tables.headers import tree_of
from dxlist.tables.remarks import note_kind, texts_of
from dxlist.tables.role_choice import choose_roles
from dxlist.tables.unknown_columns import named_by_content
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.stages import PhysicalRow

FEWEST_CELLS = 3
_FEWEST_KNOWN = 2
"""A row of two cells may be a header too where both are known."""
_LONGEST_HEADER = 60
_MOST_ROWS_BELOW = 50
_SHOWN, _MOST_LINES = 10, 1000
_UNKNOWN_WORD, _NUMBER, _SENTENCE = 0.3, -0.7, -1.5
"""What a cell without a known spelling says for its row: a short word is one of a header sooner than a number."""
_FIRST_ROWS = 0.05
"""What it says for a row that it stands above another."""


class LikelyColumn(NamedTuple):
    """One cell of what may be the header, and the column that it seems to name."""

    text: str
    column: str | None
    guessed: bool
    """By what its cells look like."""


def unknown_header(name: str, stem: str, rows: Sequence[PhysicalRow]) -> NoTableError:
    """Return the error for rows without a known header: the likeliest one, what of it is known, the lines to write.

    Args:
        name: of the source, as a message shows it.
        stem: of its sidecar.
        rows: all rows in which the header was looked for.
    """
    row = likeliest_header(rows)
    if row is None:
        return no_table(name, rows)
    columns = list(columns_of(row, rows[rows.index(row) + 1 :][:_MOST_ROWS_BELOW]))
    return NoTableError(f"{name}:{row.line}", _problem(columns), _remedy(f"{stem}.toml", columns))


def likeliest_header(rows: Sequence[PhysicalRow]) -> PhysicalRow | None:
    """Return the row that most looks like a header: known words, else short ones; the first of equals.

    Where no word is known, the first row as wide as most are is one, however long its texts are.
    """
    best: tuple[float, PhysicalRow] | None = None
    scores = [(_header_score(row), row) for row in rows]
    if not any(map(_names_columns, rows)):
        widths = Counter(len(texts_of(row)) for row in rows)
        usual = max(widths, key=lambda width: (widths[width], width), default=0)
        first = next((row for score, row in scores if score is not None and len(texts_of(row)) >= usual - 1), None)
        if first:
            return first
    for score, row in scores:
        if score is not None and (best is None or score > best[0] + _FIRST_ROWS):
            best = (score, row)
    return best[1] if best else None


def _names_columns(row: PhysicalRow) -> bool:
    """Return whether cells of a row are headers and nothing else: 担当課, and not 情報政策課."""
    best = (next(iter(header_roles(text)), None) for text in texts_of(row) if _may_be_name(text))
    return sum(found is not None and found[1] >= SPELLING_SCORE for found in best) >= _FEWEST_KNOWN


def _header_score(row: PhysicalRow) -> float | None:
    texts = texts_of(row)
    known = sum(bool(header_roles(text)) for text in texts if _may_be_name(text))
    if len(texts) < (_FEWEST_KNOWN if known == len(texts) else FEWEST_CELLS) or note_kind(row):
        return None
    return sum(map(_cell_score, texts))


def _cell_score(text: str) -> float:
    if not _may_be_name(text):
        return _SENTENCE
    scores = header_roles(text)
    if scores:
        return scores[0][1] / SPELLING_SCORE
    return _NUMBER if any(map(str.isdecimal, text)) else _UNKNOWN_WORD


def _may_be_name(text: str) -> bool:
    return len(text) <= _LONGEST_HEADER and "。" not in text


def columns_of(row: PhysicalRow, below: Sequence[PhysicalRow]) -> Iterator[LikelyColumn]:
    """Yield for each cell of a header the column that its word names, or that the cells below it look like."""
    cells = choose_roles(tree_of((row.cells,)), {}).cells
    for cell in named_by_content(cells, below, {}, beside=False):
        key = cell.column if cell.column in COLUMNS else word_of(cell.role)
        word = None if cell.role.kind == "further" else key
        yield LikelyColumn(" ".join(cell.text.split()), word, cell.guessed)


def _problem(columns: Sequence[LikelyColumn]) -> Bilingual:
    shown = " | ".join(_shortened(column.text) for column in columns[:_SHOWN])
    more = len(columns) - _SHOWN
    ja, en = (f"（ほか{more}列）", f" (and {more} more)") if more > 0 else ("", "")
    known = [
        f"{_shortened(column.text)} = {column.column}" for column in columns if column.column and not column.guessed
    ]
    known_ja = f"分かった列: {'、'.join(known)}。" if known else ""
    known_en = f" Understood: {', '.join(known)}." if known else ""
    return Bilingual(
        f"見出し行が分かりません。この行のセル: {shown}{ja}。{known_ja}",
        f"the header is not known. The cells of this row: {shown}{en}.{known_en}",
    )


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_FILLED else f"{text[:LONGEST_FILLED]}…"


def _remedy(side: str, columns: Sequence[LikelyColumn]) -> Bilingual:
    names = "level, department, project, overview, indicator, money, further"
    return Bilingual(
        f"見出し行であれば {side} に次を書き、右側に {names} などの役割を入れてください"
        "（不要な行は消す。役割の一覧は docs/sidecar.md）。\n"
        + "\n".join(_lines(columns, "中のセルからの推測", "ほか{}列")),
        f"If this is the header, write into {side} (on the right a role: {names} …, all in docs/sidecar.md; delete the"
        " other lines):\n" + "\n".join(_lines(columns, "guessed from its cells", "and {} more columns")),
    )


def _lines(columns: Sequence[LikelyColumn], guessed: str, more: str) -> Iterator[str]:
    """Yield the lines of ``[columns]``: every key whole, as the sidecar compares it, and each once."""
    yield "[columns]"
    unique = {fold(column.text): column for column in reversed(columns)}
    kept = [column for column in columns if unique[fold(column.text)] is column]
    short = [column for column in kept if len(column.text) <= LONGEST_FILLED]
    for column in short[:_MOST_LINES]:
        remark = f"  # {guessed}" if column.guessed else ""
        yield f'"{_escaped(column.text)}" = "{column.column or ""}"{remark}'
    left = len(kept) - len(short[:_MOST_LINES])
    if left:
        yield f"# {more.format(left)}"


def _escaped(text: str) -> str:
    r"""Return a text as it stands within the quotes of TOML.

    >>> print(_escaped('a"b\\c\x07'))
    a\"b\\c\u0007
    """
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return "".join(c if c.isprintable() or ord(c) > _LAST_CONTROL else f"\\u{ord(c):04X}" for c in plain)


_LAST_CONTROL = 0x9F


def no_table(name: str, rows: Sequence[PhysicalRow]) -> NoListError:
    """Return the error for text in which no row follows a header."""
    place = f"{name}:{rows[0].line}" if rows else name
    problem = Bilingual(
        "表が見つかりません（見出し行に続く行がありません）。", "no table was found (no row follows a header)."
    )
    remedy = Bilingual(
        "分野・担当課・事業名などの見出しを持つ一覧を指定してください。",
        "Give a list with headers such as 分野, 担当課, 事業名.",
    )
    return NoListError(place, problem, remedy)

"""The errors for text that holds no table, or one whose header is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.errors import NoTableError
from dxlist.tables.titles import texts_of
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.stages import PhysicalRow
    from dxlist.reading.sources import ByteSource

_FEWEST_CELLS = 3
_SHOWN = 10
_LONGEST = 20


def unknown_header(source: ByteSource, rows: Sequence[PhysicalRow]) -> NoTableError:
    """Return the error for rows without a known header: its cells, and the ``[columns]`` lines to write."""
    row = next((row for row in rows if len(texts_of(row)) >= _FEWEST_CELLS), None)
    if row is None:
        return no_table(source, rows)
    cells = [text[:_LONGEST].replace("\n", "") for text in texts_of(row)[:_SHOWN]]
    lines = "\n".join(["[columns]", *(f'"{_escaped(cell)}" = ""' for cell in cells)])
    names = "field, item, departments, project_name, overview, kpi_text"
    side = f"{source.stem}.toml"
    problem = Bilingual(
        f"見出し行が分かりません。この行のセル: {' | '.join(cells)}。",
        f"the header is not known. The cells of this row: {' | '.join(cells)}.",
    )
    remedy = Bilingual(
        f"見出し行であれば {side} に次を書き、右側に {names} のいずれかを入れてください（不要な行は消す）。\n{lines}",
        f"If this is the header, write into {side} (on the right one of {names}; delete the other lines):\n{lines}",
    )
    return NoTableError(f"{source.name}:{row.line}", problem, remedy)


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace('"', '\\"')


def no_table(source: ByteSource, rows: Sequence[PhysicalRow]) -> NoTableError:
    """Return the error for text in which no row follows a header."""
    place = f"{source.name}:{rows[0].line}" if rows else source.name
    problem = Bilingual(
        "表が見つかりません（見出し行に続く行がありません）。", "no table was found (no row follows a header)."
    )
    remedy = Bilingual(
        "分野・担当課・事業名などの見出しを持つタブ区切りまたはカンマ区切りの一覧を指定してください。",
        "Give a tab- or comma-separated list with headers such as 分野, 担当課, 事業名.",
    )
    return NoTableError(place, problem, remedy)

"""Pictures of a review: what is known, beside what is printed, as rich tables in which nothing is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.cli.terminal import marked_text
from dxlist.model.columns import COLUMNS
from dxlist.report.projects import ComparedTexts, shown
from dxlist.report.trail import NO_COLUMN, SECTIONS, cell_label, fit
from dxlist.report.wrapping import wrap
from dxlist.text.bilingual import Bilingual, both_languages
from dxlist.text.visible import visible
from dxlist.words.column_names import column_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console
    from rich.table import Table

    from dxlist.cli.review.lists import ReadRow
    from dxlist.model.initiative import Leftover
    from dxlist.model.stages import Piece
    from dxlist.report.blocks import Entry
    from dxlist.text.bilingual import Language

_GAP = 2
_LABELS = 14
_NARROWEST = 12
_NOTHING = "–"


def compared_table(
    texts: Iterable[ComparedTexts], screen: Console, language: Language, heads: Sequence[Bilingual] = ()
) -> Table:
    """Return texts side by side as a rich table no wider than the screen; nothing in it is cut.

    Args:
        texts: what stands in the lines.
        screen: on which it is shown.
        language: of the labels.
        heads: of the two columns; none: there is no header.
    """
    from rich.table import Table  # noqa: PLC0415 - only a terminal needs rich
    from rich.text import Text  # noqa: PLC0415

    each = max(_NARROWEST, (screen.width - _LABELS - _GAP) // 2 - _GAP)
    table = Table(box=None, show_header=False, padding=0, pad_edge=False)
    for width in (_LABELS + _GAP, each + _GAP, each):
        table.add_column(width=width, overflow="fold")
    if heads:
        table.add_row("", *(Text(head.text(language), style="dim") for head in heads))
    coloured = screen.color_system is not None
    for label, left, right in texts:
        both = [marked_text(marked, each, coloured=coloured) for marked in (left, right)]
        table.add_row(Text("\n".join(wrap(visible(label.text(language)), _LABELS)), style="bold"), *both)
        table.add_row()
    return table


AS_READ = (Bilingual("読み取り", "as read"), Bilingual("印刷のまま", "as printed"))


def row_texts(row: ReadRow, leftovers: Iterable[Leftover], language: Language) -> Iterator[ComparedTexts]:
    """Yield the texts of a row beside its cells: the six columns with their numbers, the others, what is left over."""
    pieces = row.record.pieces
    for number, column in enumerate(COLUMNS, 1):
        yield _compared(f"{number} " + column_name(column), pieces.get(column), row, language)
    for name, piece in pieces.items():
        if name not in COLUMNS:
            yield _compared(column_name(name), piece, row, language)
    for one in leftovers:
        if one.line in row.aligned.row.lines():
            yield ComparedTexts(NO_COLUMN, shown(_NOTHING), shown(_in_cell((one.cell,), one.text, language)))


def _compared(label: Bilingual, piece: Piece | None, row: ReadRow, language: Language) -> ComparedTexts:
    if piece is None:
        return ComparedTexts(label, shown(_NOTHING), shown(_NOTHING))
    if piece.line != row.line:
        above = Bilingual(f"（{piece.line}行目から補う）", f"(from line {piece.line})").text(language)
        return ComparedTexts(label, shown(piece.text), shown(above))
    return ComparedTexts(label, shown(piece.text), shown(_in_cell(piece.cells, piece.raw, language)))


def _in_cell(numbers: Sequence[int], text: str, language: Language) -> str:
    """Return the printed text behind the number of its cell; of a text for a blank cell, that it is blank."""
    if not numbers:
        return Bilingual("（空欄）", "(blank)").text(language)
    return f"{cell_label('+'.join(map(str, numbers))).text(language)}: {text}"


def doubt_entries(row: ReadRow) -> Iterator[Entry]:
    """Yield why a row is doubtful: what its cells show, else the weakest text and what would fit nearly as well."""
    known = {SECTIONS["doubt"], SECTIONS["cut"]}
    entries = list(fit(row.aligned, row.record, row.initiative))
    found = [entry for entry in entries if entry.label in known]
    yield from found or [entry for entry in entries if entry.label in {SECTIONS["weakest"], SECTIONS["runner_up"]}]


def place_words(path: str, line: int | None, cell: int | None = None) -> Bilingual:
    """Return where something stands."""
    return both_languages(":".join(str(part) for part in (path, line, cell) if part is not None))

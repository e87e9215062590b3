"""``LeftoverQuestion``: does a cell of no column belong somewhere, or nowhere?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.review.pictures import AS_READ, compared_table, place_words, row_texts
from dxlist.cli.review.questions import Question, ReviewKey
from dxlist.cli.review.rows import column_of, corrected, text_of
from dxlist.cli.terminal import block_table
from dxlist.report.blocks import Block, Entry
from dxlist.text.bilingual import COMMA, Bilingual, both_languages
from dxlist.text.folding import fold
from dxlist.words.code_words import LEFTOVER_WORDS, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType

    from dxlist.cli.review.changes import FileChange
    from dxlist.cli.review.lists import ReadRow, ReviewedList
    from dxlist.cli.review.questions import Asking
    from dxlist.model.columns import Column
    from dxlist.model.initiative import Leftover
    from dxlist.text.bilingual import Language

KIND = Bilingual("どの列にも属さないセル", "cell of no column")
ORDER = 1


class _CellHome(NamedTuple):
    """Where a cell belongs."""

    row: ReadRow
    column: Column


class LeftoverQuestion(Question):
    """A cell that no record holds."""

    kind = KIND
    asked = Bilingual("どこかの列に属しますか。", "Does it belong to a column?")
    keys = {  # noqa: RUF012 - as every question has it
        "a": ReviewKey(
            Bilingual("属さない", "to none"),
            Bilingual("どの列にも属さず、失うものはない。理由とともに書く。", "To none, and nothing is lost; say why."),
        ),
        "e": ReviewKey(
            Bilingual("列を選ぶ", "choose"),
            Bilingual(
                "番号で列を選び、その列の正しい文を入力する。別の行なら「行番号:番号」。",
                "Choose a column by its number, of another row as LINE:NUMBER, and give its right text.",
            ),
        ),
    }

    def __init__(self, of: ReviewedList, leftover: Leftover) -> None:
        self._list, self._leftover = of, leftover
        self._row = next((row for row in of.rows.values() if leftover.line in row.aligned.row.lines()), None)
        self.place = (of.number, leftover.line, leftover.cell, ORDER)
        self.key = ("leftover", of.path, leftover.line, leftover.cell)

    def title(self) -> Bilingual:
        """Return what it is about, on one line."""
        cell = Bilingual(f"セル{self._leftover.cell}", f"cell {self._leftover.cell}")
        return COMMA.join([KIND, place_words(self._list.path, self._leftover.line), cell])

    def picture(self, screen: Console, language: Language) -> Iterator[RenderableType]:
        """Yield the cell with the reason, and the row in which it stands."""
        entries = (
            Entry(Bilingual("文", "text"), both_languages(self._leftover.text)),
            Entry(Bilingual("理由", "why"), word(LEFTOVER_WORDS, self._leftover.reason)),
        )
        said = Block(Bilingual("セル", "cell"), entries)
        yield block_table(said, language, screen.width, coloured=screen.color_system is not None)
        if self._row:
            yield ""
            yield compared_table(row_texts(self._row, [self._leftover], language), screen, language, AS_READ)

    def answer(self, key: str, asking: Asking) -> FileChange | None:
        """Return the confirmation that it is of no column, or the correction of the column that it belongs to."""
        if key == "a":
            reason = asking.reason("cell")
            return self._list.confirmed_cell(self._leftover, reason) if reason else None
        typed = asking.place(_WHICH if self._row else _WHICH_ROW)
        home = self._home(typed) if typed else None
        if home is None:
            if typed:
                asking.say(_NO_PLACE)
            return None
        before = text_of(home.row, home.column)
        whole = before if self._leftover.text.strip() in before else f"{before}{self._leftover.text.strip()}"
        return corrected(self._list, home.row, home.column, asking, whole, self._leftover)

    def _home(self, typed: str) -> _CellHome | None:
        """Return the row and the column that were typed: 4, or 12:4."""
        line, _, number = fold(typed).rpartition(":")
        row = self._list.rows.get(int(line)) if line.isascii() and line.isdigit() else None if line else self._row
        column = column_of(number)
        return _CellHome(row, column) if row and column else None


def leftover_cells(of: ReviewedList) -> Iterator[LeftoverQuestion]:
    """Yield a question for each cell of no column that nobody has confirmed."""
    return (LeftoverQuestion(of, one) for one in of.document.leftovers if not one.confirmed)


_WHICH = Bilingual(
    "どの列ですか。番号、別の行なら 行:番号（空なら問いに戻る）: ",
    "Which column? Its number, of another row LINE:NUMBER (empty: back): ",
)
_WHICH_ROW = Bilingual(
    "どの行のどの列ですか。行:番号（空なら問いに戻る）: ", "Which column of which row? LINE:NUMBER (empty: back): "
)
_NO_PLACE = Bilingual("その行か列はありません。", "There is no such row or column.")

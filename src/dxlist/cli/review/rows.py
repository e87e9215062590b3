"""``RowQuestion``: is a doubtful row right as it was read?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.cli.review.lists import SettledText
from dxlist.cli.review.pictures import AS_READ, compared_table, doubt_entries, place_words, row_texts
from dxlist.cli.review.questions import Question, ReviewKey
from dxlist.cli.terminal import block_table
from dxlist.initiatives import DOUBTFUL
from dxlist.model.columns import COLUMNS
from dxlist.report.blocks import Block
from dxlist.text.bilingual import COMMA, Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType

    from dxlist.cli.review.changes import FileChange
    from dxlist.cli.review.lists import ReadRow, ReviewedList
    from dxlist.cli.review.questions import Asking
    from dxlist.model.columns import Column
    from dxlist.model.initiative import Leftover
    from dxlist.text.bilingual import Language

KIND = Bilingual("疑わしい行", "doubtful row")
ORDER = 0
"""Of the questions of one place a row comes first, then its cells, its pairs, what was found in it."""


class RowQuestion(Question):
    """A row below the confidence from which rows are believed."""

    kind = KIND
    asked = Bilingual("この読み取りで正しいですか。", "Is it right as it was read?")
    keys = {  # noqa: RUF012 - as every question has it
        "a": ReviewKey(
            Bilingual("正しい", "accept"),
            Bilingual("読み取りのとおりで正しい。理由とともに付属ファイルに書く。", "It is right as read; say why."),
        ),
        "e": ReviewKey(
            Bilingual("直す", "edit"),
            Bilingual("番号で列を選び、正しい文に直す。", "Choose a column by its number and correct its text."),
        ),
    }

    def __init__(self, of: ReviewedList, row: ReadRow) -> None:
        self._list, self._row = of, row
        self.place = (of.number, row.line, 0, ORDER)
        self.key = ("row", of.path, row.line)

    def title(self) -> Bilingual:
        """Return what it is about, on one line."""
        confidence = self._row.initiative.confidence
        sure = Bilingual(f"確度{confidence:.2f}", f"confidence {confidence:.2f}")
        return COMMA.join([KIND, place_words(self._list.path, self._row.line), sure])

    def picture(self, screen: Console, language: Language) -> Iterator[RenderableType]:
        """Yield why it is doubted, and its texts beside its cells."""
        why = Block(Bilingual("疑う理由", "why it is doubted"), tuple(doubt_entries(self._row)))
        yield block_table(why, language, screen.width, coloured=screen.color_system is not None)
        yield ""
        texts = row_texts(self._row, self._list.document.leftovers, language)
        yield compared_table(texts, screen, language, AS_READ)

    def answer(self, key: str, asking: Asking) -> FileChange | None:
        """Return the confirmation, or the correction of a column."""
        if key == "e":
            return edited(self._list, self._row, asking)
        reason = asking.reason("row")
        return self._list.confirmed_row(self._row, reason) if reason else None


def edited(of: ReviewedList, row: ReadRow, asking: Asking) -> FileChange | None:
    """Ask for a column of a row and its right text; None where the person thought better of it."""
    typed = asking.place(_WHICH)
    column = column_of(typed) if typed else None
    if column is None:
        if typed:
            asking.say(_NO_COLUMN)
        return None
    return corrected(of, row, column, asking, text_of(row, column))


def corrected(  # noqa: PLR0917 - of what, where, of whom, beginning with what
    of: ReviewedList, row: ReadRow, column: str, asking: Asking, begun: str, leftover: Leftover | None = None
) -> FileChange | None:
    """Ask for the right text of a column and for the reason; None where the person thought better of it.

    Args:
        of: the list.
        row: of it.
        column: whose text is settled.
        asking: the person.
        begun: what is there to edit.
        leftover: a cell of no column that the text takes up.
    """
    value = asking.text(begun, text_of(row, column))
    reason = asking.reason("correction") if value else None
    return of.corrected([SettledText(row, column, value, reason)], leftover) if value and reason else None


def text_of(row: ReadRow, column: str) -> str:
    """Return the whole text of a column, filled from above where it is."""
    piece = row.record.pieces.get(column)
    return piece.text if piece else ""


def column_of(typed: str) -> Column | None:
    """Return the column of a number as the picture shows it; None where there is none.

    >>> column_of("４"), column_of("9")
    ('project_name', None)
    """
    return _COLUMN_OF.get(fold(typed))


_COLUMN_OF = {str(number): column for number, column in enumerate(COLUMNS, 1)}


def doubtful_rows(of: ReviewedList) -> Iterator[RowQuestion]:
    """Yield a question for each doubtful row of a list."""
    return (RowQuestion(of, row) for row in of.rows.values() if row.initiative.confidence < DOUBTFUL)


_WHICH = Bilingual("どの列ですか。番号（空なら問いに戻る）: ", "Which column? Its number (empty: back): ")
_NO_COLUMN = Bilingual("その番号の列はありません。", "There is no column of that number.")

"""``FindingQuestion``: shall what a rule found be mended, or left as it is?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.review.lists import SettledText
from dxlist.cli.review.pictures import AS_READ, compared_table, place_words, row_texts
from dxlist.cli.review.questions import Question, ReviewKey
from dxlist.cli.review.rows import corrected, edited, text_of
from dxlist.cli.terminal import block_table
from dxlist.fixes.attempts import edited_text
from dxlist.report.blocks import Block, Entry
from dxlist.report.findings import finding_lines
from dxlist.report.projects import ComparedTexts, mark_differences, shown
from dxlist.rules.ignoring import words_of
from dxlist.rules.places import about
from dxlist.text.bilingual import COMMA, EMPTY, Bilingual, both_languages
from dxlist.words.code_words import SEVERITY_WORDS
from dxlist.words.column_names import column_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rich.console import Console, RenderableType

    from dxlist.cli.review.changes import FileChange
    from dxlist.cli.review.lists import ReadRow, ReviewedList
    from dxlist.cli.review.questions import Asking
    from dxlist.model.finding import Edit
    from dxlist.model.stages import Piece
    from dxlist.rules.checking import Reported
    from dxlist.text.bilingual import Language

KIND = Bilingual("検出結果", "finding")
ORDER = 3
_MEND = ReviewKey(
    Bilingual("直す", "mend"),
    Bilingual(
        "右の文にする。付属ファイルの訂正になる。", "Take the text on the right, as a correction in the sidecar."
    ),
)
_EDIT = ReviewKey(
    Bilingual("書き換える", "edit"),
    Bilingual("正しい文を入力する。付属ファイルの訂正になる。", "Give the right text, as a correction in the sidecar."),
)
_IGNORE = ReviewKey(
    Bilingual("無視", "ignore"),
    Bilingual("このままでよい。理由とともに書き、もう示さない。", "Leave it as it is; say why. It is not shown again."),
)


class _Text(NamedTuple):
    """The text of a record in which something was found, and what it would be."""

    row: ReadRow
    column: str
    mended: str | None = None


class FindingQuestion(Question):
    """What a rule found in a list."""

    kind = KIND

    def __init__(self, of: ReviewedList, reported: Reported, number: int) -> None:
        self._list, self._reported = of, reported
        place = reported.found.place
        self._row = of.rows.get(place.line or 0)
        column = of.columns.get((place.line or 0, place.cell or 0))
        self._text = _Text(self._row, column) if self._row and column else None
        self._mended = list(_mended(of, reported))
        self.place = (of.number, place.line or 0, place.cell or 0, ORDER, number)
        self.key = ("finding", reported.fingerprint)
        offered = {"a": bool(self._mended), "e": self._row is not None, "i": True}
        self.keys = {key: known for key, known in _KEYS.items() if offered[key]}
        self.asked = _MEND_IT if self._mended else _WHAT_NOW

    def title(self) -> Bilingual:
        """Return what it is about, on one line."""
        one, place = self._reported, self._reported.found.place
        code = both_languages(f"{one.rule.code} ") + SEVERITY_WORDS[one.severity]
        return COMMA.join([KIND, place_words(self._list.path, place.line, place.cell), code])

    def picture(self, screen: Console, language: Language) -> Iterator[RenderableType]:
        """Yield the finding as validate shows it, and below it the whole text, now and mended."""
        from rich.text import Text  # noqa: PLC0415 - only a terminal needs rich

        what = about(self._row.initiative) if self._row else ""
        for line in finding_lines(self._reported, what, language, screen.width, wrapped=True):
            yield Text.assemble(*line.pieces)
        yield ""
        if self._mended:
            yield compared_table(self._now_and_mended(), screen, language, _HEADS)
        elif self._text:
            name = column_name(self._text.column)
            block = Block(_HEADS[0], (Entry(name, shown(text_of(self._text.row, self._text.column))),))
            yield block_table(block, language, screen.width, coloured=screen.color_system is not None)
        elif self._row:
            yield compared_table(row_texts(self._row, (), language), screen, language, AS_READ)

    def _now_and_mended(self) -> Iterator[ComparedTexts]:
        """Yield every text that would be another, each whole."""
        for row, column, mended in self._mended:
            left, right = mark_differences([text_of(row, column), mended or ""])
            line = Bilingual(f"{row.line} ", f"{row.line} ") if len(self._mended) > 1 else EMPTY
            yield ComparedTexts(line + column_name(column), left, right)

    def answer(self, key: str, asking: Asking) -> FileChange | None:
        """Return the correction, or the entry that leaves the finding as it is."""
        if key == "i":
            return self._ignored(asking)
        if key == "a" and self._mended:
            rule = self._reported.rule
            reason = f"{rule.code}: {rule.title.text(asking.language)}"
            texts = (SettledText(t.row, t.column, t.mended or "", _with_earlier(t, reason)) for t in self._mended)
            return self._list.corrected(list(texts))
        if self._text:
            row, column = self._text.row, self._text.column
            return corrected(self._list, row, column, asking, text_of(row, column))
        return edited(self._list, self._row, asking) if self._row else None

    def _ignored(self, asking: Asking) -> FileChange | None:
        reason = asking.reason("finding")
        if not reason:
            return None
        place = self._reported.found.place
        entry = {
            "code": self._reported.rule.code,
            "line": place.line,
            "words": words_of(place) or None,
            "project_name": place.about or None,
        }
        return self._list.ignored(entry, reason)


_KEYS: Mapping[str, ReviewKey] = {"a": _MEND, "e": _EDIT, "i": _IGNORE}
_MEND_IT = Bilingual("直しますか。", "Mend it?")
_WHAT_NOW = Bilingual("どうしますか。", "What now?")
_HEADS = (Bilingual("今の文", "now"), Bilingual("直した文", "mended"))


def _with_earlier(text: _Text, reason: str) -> str:
    """Return the reason behind that of an earlier correction of the same cell."""
    piece = text.row.own(text.column)
    earlier = piece.corrected.reason if piece and piece.corrected else ""
    return f"{earlier}; {reason}" if earlier and reason not in earlier else reason


def _mended(of: ReviewedList, reported: Reported) -> Iterator[_Text]:
    """Yield the texts that a fix would change; where none of it can be said in a correction, nothing."""
    edits = reported.fix.edits if reported.fix else []
    places = ((edit.line, of.columns.get((edit.line, edit.cell))) for edit in edits)
    for line, column in dict.fromkeys(places):
        if column is None:
            continue
        row = of.rows[line]
        piece = row.own(column)
        if piece is None:
            continue
        own = [edit for edit in edits if edit.line == line and edit.cell in piece.cells]
        if not piece.corrected:
            mended = mended_text(piece, own)
        elif column in {"field", "item"}:  # a code stands before what the rule saw
            continue
        else:
            mended = edited_text(piece.text, own)
        if mended not in {piece.text, ""}:
            yield _Text(row, column, mended)


def mended_text(piece: Piece, edits: Iterable[Edit]) -> str:
    """Return the text of a column with edits of its cells: what was taken out of the print stays out.

    Args:
        piece: the text, with the cells that it came from.
        edits: of these cells.
    """
    texts = piece.raw.split("\t") if len(piece.cells) > 1 else [piece.raw]
    taken = {at for cut in (*piece.cuts, *piece.parted) for at in range(cut.start, cut.end)}
    parts, offset = list[str](), 0
    for cell, text in zip(piece.cells, texts, strict=False):
        own = [edit for edit in edits if edit.cell == cell]
        gone = {at for edit in own for at in range(edit.start, edit.end)}
        put = {edit.start: edit.text for edit in own}
        gone |= {at - offset for at in taken}
        letters = [*enumerate(text), (len(text), "")]
        parts.append("".join(put.get(at, "") + ("" if at in gone else letter) for at, letter in letters))
        offset += len(text) + 1
    return "\t".join(parts)


def open_findings(of: ReviewedList, found: Iterable[Reported]) -> Iterator[FindingQuestion]:
    """Yield a question for each finding of a list that can be mended, and for each that is no mere remark."""
    for number, one in enumerate(found):
        if one.severity != "info" or one.fix is not None:
            yield FindingQuestion(of, one, number)

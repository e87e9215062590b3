"""``FindingQuestion``: shall what a rule found be mended, or left as it is?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.review.pictures import compared_table, place_words
from dxlist.cli.review.questions import Key, Question
from dxlist.cli.review.rows import corrected, text_of
from dxlist.fixes.attempts import edited_text
from dxlist.report.findings import finding_lines
from dxlist.report.projects import ComparedTexts, mark_differences, shown
from dxlist.rules.ignoring import words_of
from dxlist.rules.places import about
from dxlist.text.bilingual import COMMA, Bilingual, both_languages
from dxlist.words.code_words import SEVERITY_WORDS
from dxlist.words.column_names import COLUMN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rich.console import Console, RenderableType

    from dxlist.cli.review.changes import Change
    from dxlist.cli.review.lists import ReadRow, ReviewedList
    from dxlist.cli.review.questions import Asking
    from dxlist.model.columns import Column
    from dxlist.model.finding import Edit
    from dxlist.model.stages import Piece
    from dxlist.rules.checking import Reported
    from dxlist.text.bilingual import Language

KIND = Bilingual("検出結果", "finding")
ORDER = 3
_MEND = Key(
    Bilingual("直す", "mend"),
    Bilingual(
        "右の文にする。付属ファイルの訂正になる。", "Take the text on the right, as a correction in the sidecar."
    ),
)
_EDIT = Key(
    Bilingual("書き換える", "edit"),
    Bilingual("正しい文を入力する。付属ファイルの訂正になる。", "Give the right text, as a correction in the sidecar."),
)
_IGNORE = Key(
    Bilingual("無視", "ignore"),
    Bilingual("このままでよい。理由とともに書き、もう示さない。", "Leave it as it is; say why. It is not shown again."),
)


class _Text(NamedTuple):
    """The text of a record in which something was found, and what it would be."""

    row: ReadRow
    column: Column
    mended: str | None


class FindingQuestion(Question):
    """What a rule found in a list."""

    kind = KIND

    def __init__(self, of: ReviewedList, reported: Reported, number: int) -> None:
        self._list, self._reported = of, reported
        place = reported.found.place
        self._text = _text(of, reported)
        self.place = (of.number, place.line or 0, place.cell or 0, ORDER, number)
        self.key = ("finding", reported.fingerprint)
        can_mend = self._text is not None and self._text.mended is not None
        offered = {"a": can_mend, "e": self._text is not None, "i": True}
        self.keys = {key: known for key, known in _KEYS.items() if offered[key]}
        self.asked = _MEND_IT if can_mend else _WHAT_NOW

    def title(self) -> Bilingual:
        """Return what it is about, on one line."""
        one, place = self._reported, self._reported.found.place
        code = both_languages(f"{one.rule.code} ") + SEVERITY_WORDS[one.severity]
        return COMMA.join([KIND, place_words(self._list.path, place.line, place.cell), code])

    def picture(self, screen: Console, language: Language) -> Iterator[RenderableType]:
        """Yield the finding as validate shows it, and below it the whole text, now and mended."""
        from rich.text import Text  # noqa: PLC0415 - only a terminal needs rich

        row = self._list.rows.get(self._reported.found.place.line or 0)
        what = about(row.initiative) if row else ""
        for line in finding_lines(self._reported, what, language, screen.width, wrapped=True):
            yield Text.assemble(*line.pieces)
        if self._text:
            yield ""
            now = text_of(self._text.row, self._text.column)
            mended = self._text.mended
            left, right = mark_differences([now, mended]) if mended is not None else (shown(now), shown("–"))
            texts = [ComparedTexts(COLUMN_NAMES[self._text.column], left, right)]
            yield compared_table(texts, screen, language, _HEADS)

    def answer(self, key: str, asking: Asking) -> Change | None:
        """Return the correction, or the entry that leaves the finding as it is."""
        text = self._text
        if key == "i":
            return self._ignored(asking)
        if text is None:
            return None
        if key == "a" and text.mended is not None:
            rule = self._reported.rule
            reason = f"{rule.code}: {rule.title.text(asking.language)}"
            return self._list.corrected(text.row, text.column, text.mended, _with_earlier(text, reason))
        return corrected(self._list, text.row, text.column, asking, text_of(text.row, text.column))

    def _ignored(self, asking: Asking) -> Change | None:
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


_KEYS: Mapping[str, Key] = {"a": _MEND, "e": _EDIT, "i": _IGNORE}
_MEND_IT = Bilingual("直しますか。", "Mend it?")
_WHAT_NOW = Bilingual("どうしますか。", "What now?")
_HEADS = (Bilingual("今の文", "now"), Bilingual("直した文", "mended"))


def _with_earlier(text: _Text, reason: str) -> str:
    """Return the reason behind that of an earlier correction of the same cell."""
    piece = text.row.own(text.column)
    earlier = piece.corrected.reason if piece and piece.corrected else ""
    return f"{earlier}; {reason}" if earlier and reason not in earlier else reason


def _text(of: ReviewedList, reported: Reported) -> _Text | None:
    """Return the text of a column that a finding is about; None where no correction can speak of it."""
    place = reported.found.place
    column = of.columns.get((place.line or 0, place.cell or 0))
    row = of.rows.get(place.line or 0)
    piece = row.own(column) if row and column else None
    if row is None or column is None or piece is None:
        return None
    edits = reported.fix.edits if reported.fix else []
    own = [edit for edit in edits if edit.line == row.line and edit.cell in piece.cells]
    mended = None
    if own and not piece.corrected:
        mended = mended_text(piece, own)
    elif own and place.text == piece.text:  # the corrected text is what the rule saw
        mended = edited_text(piece.text, own)
    return _Text(row, column, mended if mended != piece.text else None)


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

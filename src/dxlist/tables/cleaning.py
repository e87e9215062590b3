"""``clean_rows``: rows as they were read -> the same without what nobody sees, the printed cells kept beside them.

Every stage behind reads headers, codes and numbers as a person does.  ``as_printed`` gives the text of a column its
printed text back, with the places of what was taken out of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dxlist.model.stages import Cut
from dxlist.tables.word_breaks import odds_within, sentences_of
from dxlist.text.broken_numbers import broken_numbers
from dxlist.text.regex import regex
from dxlist.text.unseen import BREAK_CLASS, IGNORED, has_unseen, unseen_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.stages import PhysicalRow, Piece
    from dxlist.tables.word_breaks import Sentences
    from dxlist.text.spans import Span


def clean_rows(rows: Iterable[PhysicalRow]) -> Iterator[PhysicalRow]:
    r"""Yield rows without the characters that nobody sees.

    >>> from dxlist.model.stages import PhysicalRow
    >>> row = next(clean_rows([PhysicalRow(1, 1, ("分\u200b野", "項目"))]))
    >>> row.cells, row.as_printed().cells
    (('分野', '項目'), ('分\u200b野', '項目'))
    """
    for row in rows:
        if has_unseen("".join(row.cells)):
            yield row._replace(cells=tuple(without(cell, unseen_cuts(cell)) for cell in row.cells), printed=row.cells)
        else:
            yield row


def unseen_cuts(printed: str) -> tuple[Cut, ...]:
    r"""Return what nobody sees in a printed text.

    A line break of a program is in it where it parts a word or a sentence; between two words it stays, as a blank does.

    >>> [cut.taken for cut in unseen_cuts("電子申\x0b請を\u200b進める。")], unseen_cuts("人事課\x0b税務課")
    (['\x0b', '\u200b'], ())
    """
    spans, sentences = unseen_spans(printed), sentences_of(printed)
    return tuple(Cut(span.start, span.of(printed)) for span in spans if not _parts_words(sentences, span))


def _parts_words(sentences: Sentences, span: Span) -> bool:
    printed = sentences.text
    if span.of(printed)[0] not in BREAKS:
        return False
    if not 0 < span.start < span.end < len(printed) or any(
        map(str.isspace, (printed[span.start - 1], printed[span.end]))
    ):
        return True  # it is trimmed, or goes with the blank beside it
    digits = printed[span.start - 1].isdecimal() and printed[span.end].isdecimal()
    return digits or odds_within(sentences, span.start, span.end) <= 0


BREAKS = frozenset(BREAK_CLASS)


def without(raw: str, cuts: Iterable[Cut]) -> str:
    """Return ``raw`` without the cuts, which must not overlap and must say what stands there.

    >>> without("41団 体", [Cut(3, " ")])
    '41団体'
    """
    kept, at = [], 0
    for cut in sorted(cuts, key=lambda cut: cut.start):
        if cut.start < at or raw[cut.start : cut.end] != cut.taken:
            raise ValueError(f"{cut} is not in {raw!r}")
        kept.append(raw[at : cut.start])
        at = cut.end
    return "".join([*kept, raw[at:]])


JOINT = "\t"
"""Between two cells of one column in a raw text."""


def as_printed(piece: Piece, cells: Sequence[str], *, prose: bool = False) -> Piece:
    """Return a piece that was made of cleaned cells as one of its printed cells.

    Args:
        piece: what the cleaned cells say.
        cells: the same cells as printed.
        prose: of a column of sentences, whose text is as printed but for what breaks a number and for controls.
    """
    cuts, start = list[Cut](), 0
    for cell in cells:
        cuts += [Cut(start + cut.start, cut.taken) for cut in unseen_cuts(cell)]
        start += len(cell) + len(JOINT)
    if not cuts:
        return piece
    whole = _with_cuts(piece, cells, cuts)
    kept = [cut for cut in cuts if _is_harmless(whole.raw, cut)] if prose else []
    if not kept:
        return whole
    kept_at = {cut.start for cut in kept}
    cleaned = tuple(cut for cut in cuts if cut.start not in kept_at)
    return whole._replace(cleaned=cleaned, text=without(whole.raw, (*cleaned, *whole.unwrapped, *whole.trimmed)))


def _is_harmless(raw: str, cut: Cut) -> bool:
    """Return whether what nobody sees stands beside no figure, and controls nothing."""
    beside = raw[max(0, cut.start - 1) : cut.start] + raw[cut.end : cut.end + 1]
    return IGNORED.fullmatch(cut.taken) is not None and not any(map(str.isnumeric, beside))


def _with_cuts(piece: Piece, cells: Sequence[str], cuts: Sequence[Cut]) -> Piece:
    """Return a piece of cleaned cells as one of the printed cells, all that nobody sees taken out."""
    printed = JOINT.join(cells)
    taken = {at for cut in cuts for at in range(cut.start, cut.end)}
    kept = [at for at in range(len(printed)) if at not in taken]
    return piece._replace(
        raw=printed,
        unwrapped=tuple(_moved(piece.unwrapped, printed, kept)),
        trimmed=tuple(_moved(piece.trimmed, printed, kept)),
        cleaned=tuple(cuts),
    )


def _moved(cuts: Iterable[Cut], printed: str, kept: list[int]) -> Iterator[Cut]:
    """Yield cuts of a cleaned text where they stand in the printed one; what nobody sees parts them."""
    for cut in cuts:
        start = kept[cut.start]
        for before, after in zip(kept[cut.start : cut.end], [*kept[cut.start + 1 : cut.end], -1], strict=True):
            if after != before + 1:
                yield Cut(start, printed[start : before + 1])
                start = after


_OF_NAMES_AND_CODES = regex(
    r"field$|item$|project_name$|(?:levels|departments)(?:\.|$)"
    r"|extra\..*(?:番号|コード|code|no\.?$|№|\bid$|電話|連絡先|内線|郵便|ページ)",
    re.IGNORECASE,
)


def holds_numbers(column: str) -> bool:
    """Return whether figures of a column are amounts, and no codes or parts of names.

    >>> [holds_numbers(column) for column in ("kpi_text", "extra.予算額", "item", "extra.関連事業番号")]
    [True, True, False, False]
    """
    return _OF_NAMES_AND_CODES.match(column) is None


def with_whole_numbers(piece: Piece) -> Piece:
    """Return a piece without the blanks that break numbers in its text."""
    blanks = [blank for number in broken_numbers(piece.text) if number.is_one for blank in number.blanks]
    if not blanks or piece.corrected:
        return piece
    starts = piece.raw_indexes([blank.start for blank in blanks])
    cuts = [Cut(start, piece.raw[start]) for start in starts]
    cleaned = tuple(sorted((*piece.cleaned, *cuts), key=lambda cut: cut.start))
    return piece._replace(text=without(piece.raw, (*cuts, *piece.cuts)), cleaned=cleaned)

"""``unwrap``: line ends of a printed column that became blanks (or line breaks within quotes) are taken out.

A printer breaks a line where the next character no longer fits, so the pieces of a wrapped cell are nearly as wide as
the column.  The widths of a page are the evidence: for each kind of separator, a page's columns are laid out line by
line, and each separator speaks for wrapping where its line is full and against it where there was room.  A blank before
a particle, or inside a word of Latin letters, speaks for it too.  A break after 。 or before ・ ① ※ is wanted.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.stages import LONGEST_CELL, Cut
from dxlist.tables.line_marks import UNSEEN, MarkKind, MarkStyle, glued_marks, mark_beside, odds_of_mark
from dxlist.tables.printed_lines import INLINE, NEVER, LineJoint, LineLayout, lay_out
from dxlist.tables.word_breaks import (
    BEFORE_NUMBER,
    BEFORE_PARTICLE,
    BETWEEN,
    odds_within,
    sentences_of,
    style_of_figures,
)
from dxlist.text.broken_numbers import broken_numbers
from dxlist.text.regex import regex
from dxlist.text.widths import narrow
from dxlist.words.codes import LABELS
from dxlist.words.offices import ends_like_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.tables.word_breaks import Sentences

SEPARATORS = ("\n", "\u3000", " ")
"""Kinds of line ends, each judged for itself: a quoted line break, an ideographic blank, a plain one."""

SLACK = 2.5
"""Room, in full-width characters, that a full line may leave (no 。 may begin a line, Latin words are not broken)."""
FULL_IF_WRAPPED, FULL_AT_MOST = 0.95, 0.9
TIGHT, FULL_TO_THE_LETTER = 0.5, 0.85
"""Room that a line leaves which ends where the next token did not fit, and how many lines do."""
PAGE_PRIOR = {"\n": -1.0, "\u3000": -2.0, " ": -2.0}
"""Log-odds that a separator is a line end before any evidence; a blank is the author's more often than a line break."""
PAGE_FOR, PAGE_AGAINST = 3.0, 3.0
"""The rest of the page counts for a break at most so much; a wrapped page may have blanks of the author too."""
NEW_LINE_AT_MARK, NEW_LINE, NEW_LINE_IN_SENTENCE = -0.3, -2.0, -4.0
"""A line that the author began: behind a sentence or before a bullet; between nouns; within a sentence."""
PER_ROOM, ROOM_AT_MOST = 0.3, -7.0
"""What each further full-width character of room says against a line end, and all of them at most."""
WIDER = 1.2
TOO_WIDE = -4.0
"""Log-odds against line ends in a column much wider than the widest one that is surely wrapped."""
RIVAL = -9.0
"""Log-odds against line ends of a second kind: a printer leaves one."""
TITLES = 3.0
"""Log-odds against a line end between nouns where a cell holds several titles."""
SURE = 3.0

_RUNS = {" ": regex(" +"), "\u3000": regex(" *\u3000[ \u3000]*"), "\n": regex("[ \u3000]*\n[ \u3000]*")}
_PIECES = {separator: regex(f"{run.pattern}|\n") for separator, run in _RUNS.items()}
_TOKEN = regex(
    r"[「『（(【〔“]*(?:[0-9A-Za-z.,%\-]+|.)[」』）)】〕、。，．ー…々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*", re.DOTALL
)
_CODE_HEAD = regex(
    r"(?:第[0-9一二三四五六七八九十]{1,3}[章節編部項]|[第0-9A-H()Ⅰ-Ⅻ①-⑳ア-ト\-., 、・]+|計画|(?:"
    + "|".join(LABELS)
    + r") ?[0-9Ⅰ-Ⅻ]+)$"
)
_LONGEST_CODES = 200
"""Characters of the codes before a title; whoever has more has no title there."""
_HALF_KANA = regex("[\uff61-\uff9f]")
_BY_UNITS = "departments"
_WITH_CODES = regex(r"field$|item$|levels\.")

Texts = Mapping[str, Sequence[str]]
"""Column -> the texts of its cells on one page."""


class Break(NamedTuple):
    """One separator of a cell that may be a line end."""

    start: int
    end: int
    following: float
    """Printed width of the token behind it, which cannot be broken."""
    words: float
    """What the letters around it say, in log-odds."""
    joint: LineJoint
    mark: MarkKind | None

    @property
    def before_figure(self) -> bool:
        """It parts a figure from a noun."""
        return self.mark is None and BETWEEN < self.words <= BEFORE_NUMBER


class PartedCell(NamedTuple):
    """The separators of a piece of text without line breaks (or of a cell, where these are the separators)."""

    widths: tuple[float, ...]
    """Printed widths of what they part."""
    breaks: tuple[Break, ...]


@dataclass(frozen=True, slots=True)
class ColumnWrapping:
    """How one column of a page is wrapped by one separator."""

    width: float
    """Of its lines, in full-width characters."""
    cells: int
    own: float
    """What its own cells say, in log-odds."""
    figures: float = 0.0
    """How it writes figures elsewhere: the log-odds that there is no blank before them."""
    marks: MarkStyle = UNSEEN
    """How it writes on, or begins a new line, at 。 ・ ② ※."""

    def lay_out(self, text: str, cell: PartedCell, *, titles: bool = False) -> LineLayout:
        """Lay out a cell; ``titles``: it holds several titles, parted by blanks (line 93 of fukushima_r04)."""
        words = [self._words(text, found, titles=titles) for found in cell.breaks]
        return lay_out(
            cell.widths,
            [found.joint for found in cell.breaks],
            lambda at, line: self._line_end(cell.breaks[at], line) + words[at],
            self.width,
        )

    def _words(self, text: str, found: Break, *, titles: bool) -> float:
        if found.mark:
            return odds_of_mark(found.mark, text, found.end, self.marks)
        words = found.words + (self.figures if found.before_figure else 0.0)
        return words - (TITLES if titles and found.words < BEFORE_PARTICLE else 0.0)

    def _line_end(self, found: Break, line: float) -> float:
        """Weigh the width of the line before a line end.

        That a line of the print ends just at a mark is chance, and so is a full line before one that the author began;
        but the one is full to the letter, as the next token did not fit.
        """
        if found.mark is None:
            return self._fullness(line, found.following)
        room = self.width - line - found.following
        if room <= TIGHT:
            return math.log(FULL_TO_THE_LETTER / (found.following + TIGHT))
        if room <= SLACK:
            return math.log((FULL_IF_WRAPPED - FULL_TO_THE_LETTER) / (SLACK - TIGHT))
        return max(math.log((1 - FULL_IF_WRAPPED) / max(self.width, 1.0)) - PER_ROOM * (room - SLACK), ROOM_AT_MOST)

    def _fullness(self, line: float, following: float) -> float:
        """Weigh a line end: is the line as full as a printer leaves it?

        The widest line of a column is full by definition; that it is this one of all cells says a little.
        """
        if line >= self.width:
            return _BEST_OF * math.log(self.cells)
        by_chance = min((SLACK + following) / max(self.width, 1.0), FULL_AT_MOST)
        room = self.width - line - following - SLACK
        if room <= 0:
            return math.log(FULL_IF_WRAPPED / by_chance)
        return max(math.log((1 - FULL_IF_WRAPPED) / (1 - by_chance)) - PER_ROOM * room, ROOM_AT_MOST)


_BEST_OF = 0.5


class PageEvidence(NamedTuple):
    """What all columns of a page say of one separator."""

    own: float
    """The log-odds of all its cells that it is a line end."""
    widest: float
    """Width of the widest column that is surely wrapped by it; 0.0 where none is."""
    has_rival: bool
    """The page is wrapped by another separator, and more clearly than by this one."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What a page says of its line ends: separator -> column -> evidence."""

    columns: Mapping[str, Mapping[str, ColumnWrapping]]
    wrapped: frozenset[str]
    """The separators by which the page as a whole is wrapped."""
    pages: Mapping[str, PageEvidence]
    """Separator -> what all columns together say of it."""

    def odds(self, text: str, separator: str, column: str, *, titles: bool = False) -> Iterator[tuple[Cut, float]]:
        """Yield each separator of a cell that may be a line end with the log-odds that it is one.

        They are those of the page without it, of the width of its column, and of the layout of its cell.
        """
        here, page = self.columns[separator][column], self.pages[separator]
        wide = TOO_WIDE if page.widest and here.own <= SURE and here.width > WIDER * page.widest else 0.0
        wide += RIVAL if page.has_rival else 0.0
        for cell in parted(text, separator, column):
            layout = here.lay_out(text, cell, titles=titles)
            for found, ended, kept in zip(cell.breaks, layout.with_end, layout.without, strict=True):
                if found.joint.fixed:
                    continue
                others = page.own - layout.score + kept
                prior = PAGE_PRIOR[separator] + max(-PAGE_AGAINST, min(PAGE_FOR, others)) + wide
                yield (
                    Cut(found.start, text[found.start : found.end]),
                    (min(prior, 0.0) if found.mark else prior) + ended - kept,
                )


def width_of(text: str) -> float:
    """Return the printed width in full-width characters: half-width letters count a half.

    >>> width_of("41団体")
    3.0
    """
    half = len(text.encode("ascii", "ignore")) + len(_HALF_KANA.findall(text))
    return len(text) - half / 2


def page_wrapping(texts: Texts, separators: Sequence[str] = SEPARATORS) -> Wrapping:
    """Judge from the widths of a page which separators are line ends, and how wide each column is.

    Args:
        texts: the cells of the page.
        separators: those that may be line ends; of a page whose line ends are known, no blank.
    """
    columns = {
        separator: {c: found for c, cells in texts.items() if (found := _column(cells, separator, c))}
        for separator in separators
    }
    own = {separator: sum(c.own for c in found.values()) for separator, found in columns.items()}
    pages = {separator: _page_evidence(found, separator, own) for separator, found in columns.items()}
    return Wrapping(columns, frozenset(s for s in columns if own[s] > -PAGE_PRIOR[s]), pages)


def _page_evidence(columns: Mapping[str, ColumnWrapping], separator: str, own: Mapping[str, float]) -> PageEvidence:
    widest = max((c.width for c in columns.values() if c.own > SURE), default=0.0)
    rival = max((score for other, score in own.items() if other != separator), default=0.0)
    return PageEvidence(own[separator], widest, rival > max(SURE, own[separator]))


def _column(cells: Sequence[str], separator: str, column: str) -> ColumnWrapping | None:
    """Return what a column says of a separator; None where it has none that may be a line end."""
    if column.partition(".")[0] == _BY_UNITS or not any(separator in cell for cell in cells):
        return None
    different = dict.fromkeys(cells)  # a text that stands in many rows says no more than once
    found = [(cell, part) for cell in different if separator in cell for part in parted(cell, separator, column)]
    if not any(not b.joint.fixed for _, part in found for b in part.breaks):
        return None
    width = max(width_of(piece) for cell in different for piece in _PIECES[separator].split(cell))
    marks = MarkStyle(glued_marks(different), _parted_marks((part for _, part in found), width))
    empty = ColumnWrapping(width, len(different), 0.0, style_of_figures(cells), marks)
    return replace(empty, own=sum(empty.lay_out(cell, part).score for cell, part in found))


def _parted_marks(cells: Iterable[PartedCell], width: float) -> dict[MarkKind, float]:
    """Return how often a column begins a new line at each kind of mark, where the line before it was not full."""
    counts = Counter[MarkKind]()
    for cell in cells:
        for line, found in zip(cell.widths, cell.breaks, strict=False):
            if found.mark and width - line - found.following > SLACK:
                counts[found.mark] += 1
    return dict(counts)


@lru_cache(maxsize=4096)
def parted(text: str, separator: str, column: str) -> tuple[PartedCell, ...]:
    """Return the separators of a cell that may be line ends, line by line of the source, with what they part."""
    sentences = sentences_of(text)
    if separator == "\n":
        return (_cell(sentences, 0, len(text), separator, column),)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    cells = (_cell(sentences, start, end, separator, column) for start, end in zip(starts, ends, strict=True))
    return tuple(cell for cell in cells if cell.breaks)


def _cell(sentences: Sentences, first: int, last: int, separator: str, column: str) -> PartedCell:
    text, widths, found, start = sentences.text, list[float](), list[Break](), first
    for match in _RUNS[separator].finditer(text, first, last):
        if match.start() == first or match.end() == last:
            continue
        widths.append(width_of(text[start : match.start()]))
        start = match.end()
        found.append(_break(sentences, match, separator, column))
    return PartedCell((*widths, width_of(text[start:last])), tuple(found))


def _break(sentences: Sentences, match: re.Match[str], separator: str, column: str) -> Break:
    text, (start, end) = sentences.text, match.span()
    following = _first_token(text, end)
    if start <= _LONGEST_CODES and _WITH_CODES.match(column) and _CODE_HEAD.match(narrow(text[:start])):
        return Break(start, end, following, 0.0, LineJoint(NEVER, 0.0, fixed=True), None)
    mark = mark_beside(text, start, end)
    words = odds_within(sentences, start, end)
    inline = NEVER if separator == "\n" else INLINE
    return Break(start, end, following, words, LineJoint(new_line(words, mark=mark is not None), inline), mark)


def new_line(words: float, *, mark: bool) -> float:
    """Return the log-odds that an author begins a new line, from what the letters say of it."""
    if mark or words <= BETWEEN:
        return NEW_LINE_AT_MARK
    return NEW_LINE_IN_SENTENCE if words > 0 else NEW_LINE


def _first_token(text: str, start: int) -> float:
    token = _TOKEN.match(text, start)
    return width_of(token[0]) if token else 0.0


def line_ends(text: str, column: str, wrapping: Wrapping, *, several: bool = False) -> tuple[tuple[Cut, ...], float]:
    """Return the separators of a cell that are line ends of the print, and how sure the least sure decision is.

    ``several``: the cell holds several titles, parted by blanks (line 93 of fukushima_r04).

    >>> cells = ["電子申請システムの利用件数に ついて、11,000件を目標とす る。", "派遣市町村数は、19団 体とする。"]
    >>> page = {"kpi_text": cells}
    >>> [cut.start for cut in line_ends(page["kpi_text"][0], "kpi_text", page_wrapping(page))[0]]
    [14, 31]
    """
    if len(text) > LONGEST_CELL:
        return (), math.inf
    if column.partition(".")[0] == _BY_UNITS:
        cuts = _within_units(text, wrapping.wrapped)
        return cuts, SURE if cuts else math.inf
    judged = [
        found
        for separator, columns in wrapping.columns.items()
        if separator in text and column in columns
        for found in wrapping.odds(text, separator, column, titles=several)
    ]
    ends = sorted((cut for cut, odds in judged if odds > 0), key=lambda cut: cut.start)
    if not ends and not any(separator in text for separator in wrapping.wrapped):
        return (), math.inf  # nothing on the page is wrapped by what stands in this cell
    whole = {blank.start for number in broken_numbers(text) if number.is_one for blank in number.blanks}
    return tuple(ends), min((abs(odds) for cut, odds in judged if cut.start not in whole), default=math.inf)


@lru_cache(maxsize=4096)
def _within_units(text: str, wrapped: frozenset[str]) -> tuple[Cut, ...]:
    """Return the breaks within the name of a unit; those between two units part them and stay."""
    cuts, start = list[Cut](), 0
    for match in re.finditer(r"[ \u3000\n]+", text):
        may_be_line_end = "\n" in match[0] or not wrapped.isdisjoint(match[0])
        name = _SPACES.sub("", text[max(start, match.start() - _LONGEST_UNIT) : match.start()])
        if not may_be_line_end or ends_like_unit(_UNIT_SEPARATOR.split(name)[-1]):
            start = match.end()
        elif match.end() < len(text):
            cuts.append(Cut(match.start(), match[0]))
    return tuple(cuts)


_SPACES = regex(r"\s+")
_UNIT_SEPARATOR = regex(r"[、，,／/]")
_LONGEST_UNIT = 200
"""Characters before a blank that may be the name of one unit, with room."""

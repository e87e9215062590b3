"""``unwrap``: line ends of a printed column that became blanks (or line breaks within quotes) are taken out.

A printer breaks a line where the next character no longer fits, so the pieces of a wrapped cell are nearly as wide as
the column.  The widths of a page are the evidence: for each kind of separator, a page's columns are laid out line by
line, and each separator speaks for wrapping where its line is full and against it where there was room.  A blank before
a particle, or inside a word of Latin letters, speaks for it too.  A break after 。 or before ・ ① ※ is wanted.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.stages import Cut
from dxlist.tables.word_breaks import BEFORE_NUMBER, BEFORE_PARTICLE, inside_word, style_of_figures
from dxlist.text.widths import narrow
from dxlist.words.codes import LABELS
from dxlist.words.offices import ends_like_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATORS = ("\n", "\u3000", " ")
"""Kinds of line ends, each judged for itself: a quoted line break, an ideographic blank, a plain one."""

SLACK = 2.5
"""Room, in full-width characters, that a full line may leave (no 。 may begin a line, Latin words are not broken)."""
FULL_IF_WRAPPED, FULL_AT_MOST = 0.95, 0.9
PAGE_PRIOR = -1.0
"""Log-odds that a blank is a line end before any evidence."""
PAGE_FOR, PAGE_AGAINST = 3.0, 1.0
"""The rest of the page counts for a break at most so much; a wrapped page may have blanks of the author too."""
AGAINST_AT_MOST = -0.7
"""A single break counts at most so much against the wrapping of its page."""
PER_ROOM, ROOM_AT_MOST = 0.3, -7.0
"""What each further full-width character of room says against a line end, and all of them at most."""
WIDER = 1.2
TOO_WIDE = -4.0
"""Log-odds against line ends in a column much wider than the widest one that is surely wrapped."""
TITLES = 2.0
"""Log-odds against a line end between nouns where a cell holds several titles."""
SURE = 3.0

_RUNS = {" ": re.compile(" +"), "\u3000": re.compile(" *\u3000[ \u3000]*"), "\n": re.compile("[ \u3000]*\n[ \u3000]*")}
_STOP = re.compile(r"[。．！？!?]$")
_MARK = re.compile(r"[・･①-⑳※●○■□◆◇▼▲★☆➢]")
_TOKEN = re.compile(
    r"[「『（(【〔“]*(?:[0-9A-Za-z.,%\-]+|.)[」』）)】〕、。，．ー…々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*", re.DOTALL
)
_CODE_HEAD = re.compile(r"(?:[第0-9A-H()Ⅰ-Ⅻ①-⑳ア-ト\-., 、・]+|計画|(?:" + "|".join(LABELS) + r") ?[0-9Ⅰ-Ⅻ]+)$")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_BY_UNITS = "departments"
_WITH_CODES = ("field", "item")

Texts = Mapping[str, Sequence[str]]
"""Column -> the texts of its cells on one page."""


class Break(NamedTuple):
    """One separator of a cell that may be a line end."""

    start: int
    end: int
    line: float
    """Printed width of the line before it."""
    following: float
    """Printed width of the token behind it, which cannot be broken."""
    words: float
    """What the letters around it say, in log-odds."""
    before_figure: bool

    def is_full(self, width: float) -> bool:
        """Return whether the line has no room for the token behind the break."""
        return width - self.line - self.following <= SLACK


@dataclass(frozen=True, slots=True)
class ColumnWrapping:
    """How one column of a page is wrapped by one separator."""

    width: float
    """Of its lines, in full-width characters."""
    cells: int
    own: float
    """What its own breaks say, in log-odds."""
    figures: float = 0.0
    """How it writes figures elsewhere: the log-odds that there is no blank before them."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What a page says of its line ends: separator -> column -> evidence."""

    columns: Mapping[str, Mapping[str, ColumnWrapping]]
    wrapped: frozenset[str]
    """The separators by which the page as a whole is wrapped."""

    def odds(self, found: Break, separator: str, column: str) -> float:
        """Return the log-odds that a break is a line end: the page, the column, its width, the letters around it."""
        columns = self.columns[separator]
        here = columns[column]
        own = _log_odds(found, here)
        others = sum(c.own for c in columns.values()) - own
        sure = max((c.width for c in columns.values() if c.own > SURE), default=0.0)
        wide = TOO_WIDE if sure and here.own <= SURE and here.width > WIDER * sure else 0.0
        return PAGE_PRIOR + max(-PAGE_AGAINST, min(PAGE_FOR, others)) + wide + own


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
    wrapped = (s for s, found in columns.items() if sum(c.own for c in found.values()) > -PAGE_PRIOR)
    return Wrapping(columns, frozenset(wrapped))


def _column(cells: Sequence[str], separator: str, column: str) -> ColumnWrapping | None:
    """Return what a column says of a separator; None where it has none that may be a line end."""
    parted = [cell for cell in cells if separator in cell]
    if not parted or column == _BY_UNITS:
        return None
    parted = [cell for cell in parted if next(_breaks(cell, separator, 0.0, column), None)]
    if not parted:
        return None
    width = max(width_of(piece) for cell in cells for piece in _RUNS[separator].split(cell))
    empty = ColumnWrapping(width, len(cells), 0.0, style_of_figures(cells))
    found = (b for cell in parted for b in breaks(cell, separator, width, column))
    return replace(empty, own=sum(max(_log_odds(b, empty), AGAINST_AT_MOST) for b in found))


def _log_odds(found: Break, column: ColumnWrapping) -> float:
    """Weigh one break: is its line as full as a printer leaves it, and do the letters around it part a word?

    The widest line of a column is full by definition; that it is this one of all cells says a little.
    """
    words = found.words + (column.figures if found.before_figure else 0.0)
    if found.line >= column.width:
        return _BEST_OF * math.log(column.cells) + words
    by_chance = min((SLACK + found.following) / max(column.width, 1.0), FULL_AT_MOST)
    if found.is_full(column.width):
        return math.log(FULL_IF_WRAPPED / by_chance) + words
    too_much_room = column.width - found.line - found.following - SLACK
    return max(math.log((1 - FULL_IF_WRAPPED) / (1 - by_chance)) - PER_ROOM * too_much_room, ROOM_AT_MOST) + words


_BEST_OF = 0.5


@lru_cache(maxsize=4096)
def breaks(text: str, separator: str, width: float, column: str) -> tuple[Break, ...]:
    """Return the separators of a cell that may be line ends, with the width of the printed line before each.

    A separator with room left before it stands within its line, which goes on; one that is wanted begins a new line.
    """
    return tuple(_breaks(text, separator, width, column))


def _breaks(text: str, separator: str, width: float, column: str) -> Iterator[Break]:
    line, start = 0.0, 0
    for match in _RUNS[separator].finditer(text):
        if match.start() == 0 or match.end() == len(text):
            continue
        line += width_of(text[start : match.start()])
        start = match.end()
        if column in _WITH_CODES and _CODE_HEAD.match(narrow(text[: match.start()])):
            line += 0.5
            continue
        if is_wanted(text, match):
            line = 0.0
            continue
        words = inside_word(text, match.start(), match.end())
        found = Break(*match.span(), line, _first_token(text, start), words, words <= BEFORE_NUMBER)
        yield found
        line = 0.0 if found.is_full(width) else line + 0.5


def is_wanted(text: str, match: re.Match[str]) -> bool:
    """Return whether a break is the author's: behind the end of a sentence, or before ・ ① ※."""
    return _STOP.search(text, 0, match.start()) is not None or _MARK.match(text, match.end()) is not None


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
    if column == _BY_UNITS:
        cuts = _within_units(text, wrapping.wrapped)
        return cuts, SURE if cuts else math.inf
    judged = [
        (
            found,
            wrapping.odds(found, separator, column) - (TITLES if several and found.words < BEFORE_PARTICLE else 0.0),
        )
        for separator, columns in wrapping.columns.items()
        if separator in text and column in columns
        for found in breaks(text, separator, columns[column].width, column)
    ]
    ends = sorted((Cut(b.start, text[b.start : b.end]) for b, odds in judged if odds > 0), key=lambda cut: cut.start)
    return tuple(ends), min((abs(odds) for _, odds in judged), default=math.inf)


@lru_cache(maxsize=4096)
def _within_units(text: str, wrapped: frozenset[str]) -> tuple[Cut, ...]:
    """Return the breaks within the name of a unit; those between two units part them and stay."""
    cuts, start = list[Cut](), 0
    for match in re.finditer(r"[ \u3000\n]+", text):
        may_be_line_end = "\n" in match[0] or not wrapped.isdisjoint(match[0])
        name = _SPACES.sub("", text[start : match.start()])
        if not may_be_line_end or ends_like_unit(_UNIT_SEPARATOR.split(name)[-1]):
            start = match.end()
        elif match.end() < len(text):
            cuts.append(Cut(match.start(), match[0]))
    return tuple(cuts)


_SPACES = re.compile(r"\s+")
_UNIT_SEPARATOR = re.compile(r"[、，,／/]")

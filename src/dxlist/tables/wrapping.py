"""``unwrap``: line ends of a printed column that became blanks (or line breaks within quotes) are taken out.

A printer breaks a line where the next character no longer fits, so the pieces of a wrapped cell are nearly as wide as
the column.  The widths of a page are the evidence: for each kind of separator, a page's columns are laid out line by
line, and each separator speaks for wrapping where its line is full and against it where there was room.  A blank before
a particle, or inside a word of Latin letters, speaks for it too.  A break after 。 or before ・ ① ※ is wanted and stays.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dxlist.model.stages import Cut
from dxlist.words.codes import narrow
from dxlist.words.offices import ends_like_unit
from dxlist.words.sentences import INSIDE_WORD_NEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SEPARATORS = ("\n", "\u3000", " ")
"""Kinds of line ends, each judged for itself: a quoted line break, an ideographic blank, a plain one."""

SLACK = 2.5
"""Room, in full-width characters, that a full line may leave (no 。 may begin a line, Latin words are not broken)."""
INSIDE_WORD, BETWEEN_WORDS = 2.5, -0.5
"""Log-odds of a blank before a particle or within a Latin word, and of any other."""
FULL_IF_WRAPPED, FULL_AT_MOST = 0.95, 0.9
WRAPPED = 1.5
"""Evidence (log-odds) from which a page counts as wrapped."""

_RUNS = {" ": re.compile(" +"), "\u3000": re.compile(" *\u3000[ \u3000]*"), "\n": re.compile("[ \u3000]*\n[ \u3000]*")}
_STOP = re.compile(r"[。．！？!?]$")
_MARK = re.compile(r"[・･①-⑳※●○■□◆◇▼▲★☆➢]")
_LATIN_END, _LATIN_START = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]$"), re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]")
_TOKEN = re.compile(r"[0-9A-Za-z.,%]+|.", re.DOTALL)
_CODE_HEAD = re.compile(r"(?:[第0-9A-H()Ⅰ-Ⅻ①-⑳ア-ト\-., 、・]+|計画)$")
_BY_UNITS = "departments"
_WITH_CODES = ("field", "item")

Texts = Mapping[str, Sequence[str]]
"""Column -> the texts of its cells on one page."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a page is wrapped: separator -> column -> width of its lines in full-width characters."""

    widths: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Break:
    """One separator of a cell that may be a line end."""

    start: int
    end: int
    line: float
    """Printed width of the line before it."""
    following: float
    """Printed width of the token behind it, which cannot be broken."""
    inside_word: bool

    def is_full(self, width: float) -> bool:
        """Say whether the line has no room for the token behind the break."""
        return width - self.line - self.following <= SLACK


def width_of(text: str) -> float:
    """Return the printed width in full-width characters: half-width letters count a half.

    >>> width_of("41団体")
    3.0
    """
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def page_wrapping(texts: Texts) -> Wrapping:
    """Judge from the widths of a page which separators are line ends, and how wide each column is."""
    widths: dict[str, dict[str, float]] = {}
    for separator in SEPARATORS:
        present = {c: cells for c, cells in texts.items() if any(separator in cell for cell in cells)}
        if not present:
            continue
        of_columns = {column: _column_width(cells, separator) for column, cells in texts.items() if cells}
        judged = (_evidence(present[c], separator, of_columns[c], c) for c in present if c != _BY_UNITS)
        if sum(judged) > WRAPPED:
            widths[separator] = of_columns
    return Wrapping(widths)


def _column_width(cells: Iterable[str], separator: str) -> float:
    return max(width_of(piece) for cell in cells for piece in _RUNS[separator].split(cell))


def _evidence(cells: Iterable[str], separator: str, width: float, column: str) -> float:
    """Sum what the breaks of a column say, in log-odds; the widest line is full by definition and says nothing."""
    found = [b for cell in cells if separator in cell for b in breaks(cell, separator, width, column)]
    widest = max((b.line for b in found), default=0.0)
    witnesses = [b for b in found if b.line < widest or b.inside_word or sum(o.line == widest for o in found) > 1]
    return sum(_log_odds(b, width) for b in witnesses)


def _log_odds(found: Break, width: float) -> float:
    by_chance = min((SLACK + found.following) / max(width, 1.0), FULL_AT_MOST)
    if found.is_full(width):
        fits = math.log(FULL_IF_WRAPPED / by_chance)
    else:
        fits = math.log((1 - FULL_IF_WRAPPED) / (1 - by_chance))
    return fits + (INSIDE_WORD if found.inside_word else BETWEEN_WORDS)


def breaks(text: str, separator: str, width: float, column: str) -> Iterator[Break]:
    """Yield the separators of a cell that may be line ends, with the width of the printed line before each.

    A separator with room left before it stands within its line, which goes on; one that is wanted begins a new line.
    """
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
        found = Break(*match.span(), line, _first_token(text, start), _is_inside_word(text, match))
        yield found
        line = 0.0 if found.is_full(width) else line + 0.5


def is_wanted(text: str, match: re.Match[str]) -> bool:
    """Say whether a break is the author's: behind the end of a sentence, or before ・ ① ※."""
    return _STOP.search(text, 0, match.start()) is not None or _MARK.match(text, match.end()) is not None


def _first_token(text: str, start: int) -> float:
    token = _TOKEN.match(text, start)
    return width_of(token[0]) if token else 0.0


def _is_inside_word(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end()]
    latin = _LATIN_END.search(before) is not None and _LATIN_START.match(after) is not None
    return latin or after in INSIDE_WORD_NEXT


def line_ends(text: str, column: str, wrapping: Wrapping) -> tuple[Cut, ...]:
    """Return the separators of a cell that are line ends of the print, to be taken out.

    >>> page = {"kpi_text": ["電子申請システムの利用件数に ついて、11,000件を目標とす る。", "派遣市町村数について、19団 体を目標とする。"]}
    >>> [cut.start for cut in line_ends(page["kpi_text"][0], "kpi_text", page_wrapping(page))]
    [14, 29]
    """
    if column == _BY_UNITS:
        return tuple(_within_units(text, wrapping))
    cuts = (
        Cut(found.start, text[found.start : found.end])
        for separator, widths in wrapping.widths.items()
        if separator in text
        for found in breaks(text, separator, widths.get(column, 0.0), column)
        if found.inside_word or found.is_full(widths.get(column, 0.0))
    )
    return tuple(sorted(cuts, key=lambda cut: cut.start))


def _within_units(text: str, wrapping: Wrapping) -> Iterator[Cut]:
    """Yield the breaks within the name of a unit; those between two units part them and stay."""
    start = 0
    for match in re.finditer(r"[ \u3000\n]+", text):
        may_be_line_end = "\n" in match[0] or any(s in wrapping.widths for s in match[0])
        name = _SPACES.sub("", text[start : match.start()])
        if not may_be_line_end or ends_like_unit(_UNIT_SEPARATOR.split(name)[-1]):
            start = match.end()
        elif match.end() < len(text):
            yield Cut(match.start(), match[0])


_SPACES = re.compile(r"\s+")
_UNIT_SEPARATOR = re.compile(r"[、，,／/]")

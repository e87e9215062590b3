"""``report_lines``: findings -> lines for people: the place, the words with the span marked, what could stand there."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dxlist.report.blocks import Line, plain_line
from dxlist.report.finding_summary import STYLES, summary_lines
from dxlist.report.wrapping import wrap
from dxlist.rules.checking import at_least
from dxlist.text.bilingual import Bilingual, both_languages
from dxlist.text.visible import visible
from dxlist.text.widths import cells
from dxlist.words.code_words import SEVERITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.finding import Place, Related, Severity
    from dxlist.rules.baseline import Compared
    from dxlist.rules.checking import Reported
    from dxlist.text.bilingual import Language

PIPE_WIDTH = 80
"""Cells within which the words of a cell are shown where no terminal has a width."""
_INDENT = "    "
MENDABLE = " [*]"
"""Behind the severity of a finding that ``--fix`` mends."""


def report_lines(
    compared: Compared,
    language: Language,
    width: int,
    *,
    show: Severity,
    quiet: bool = False,
    baseline: object = None,
    wrapped: bool = True,
    unsafe: bool = False,
) -> Iterator[Line]:
    """Yield the lines of the findings that are shown, and of their summary.

    Args:
        compared: the findings, new and known.
        language: of the words.
        width: cells of a line.
        show: the lowest severity that is shown.
        quiet: leave the summary out.
        baseline: the file that says which findings are known.
        wrapped: break longer messages too, not only the words of cells; without it a message is a whole line, so that
            it can be searched for.
        unsafe: mark those too that are mended with ``--unsafe-fixes`` alone.
    """
    shown = at_least(compared.new.findings, show)
    for number, one in enumerate(shown):
        if number:
            yield Line()
        yield from finding_lines(one, one.about, language, width, wrapped=wrapped, unsafe=unsafe)
    if not quiet:
        yield from ([Line()] if shown else ())
        yield from summary_lines(compared, language, width, show=show, baseline=baseline, unsafe=unsafe)


def finding_lines(
    one: Reported, row: str, language: Language, width: int, *, wrapped: bool, unsafe: bool = False
) -> Iterator[Line]:
    """Yield the lines of one finding; ``row`` is what its row is of."""
    yield from _head(one, language, width if wrapped else None, MENDABLE if one.is_mendable(unsafe=unsafe) else "")
    yield from marked_words(one.found.place, row, STYLES[one.severity], width)
    for label, text in _notes(one, language):
        lines = wrap(f"{label}: {text}", width - len(_INDENT) - 2) if wrapped else [f"{label}: {text}"]
        for number, line in enumerate(lines):
            yield Line((("  = " if number == 0 else _INDENT, "dim"), (line, "")))


def _head(one: Reported, language: Language, width: int | None, mark: str) -> Iterator[Line]:
    """Yield ``path:line:cell: code severity [*] message``."""
    place, code = place_text(one), one.rule.code
    severity = SEVERITY_WORDS[one.severity].text(language) + mark
    text = f"{place}: {code} {severity} {visible(one.found.message.text(language))}"
    first, *others = wrap(text, width - len(_INDENT)) if width else [text]
    start = f"{place}: {code} {severity} "
    if first.startswith(start):
        styled = ((place, "bold"), (": ", ""), (code, STYLES[one.severity]), (f" {severity} ", STYLES[one.severity]))
        yield Line((*styled, (first.removeprefix(start), "")))
    else:
        yield plain_line(first)
    yield from (plain_line(f"{_INDENT}{line}") for line in others)


def place_text(one: Reported) -> str:
    """Return ``path:line:cell``, as far as it is known."""
    place = one.found.place
    return visible(":".join(str(part) for part in (one.file, place.line, place.cell) if part is not None))


def _notes(one: Reported, language: Language) -> Iterator[tuple[str, str]]:
    if one.found.suggestion is not None:
        yield _SUGGESTION.text(language), visible(one.found.suggestion)
    if one.found.related:
        yield _RELATED.text(language), visible(related_text(one.found.related, one.file).text(language))


_SUGGESTION = Bilingual("候補", "suggestion")
_RELATED = Bilingual("関連", "related")


CUT = "..."
"""Stands for words left out; of one width on every terminal, which the one character ``…`` is not."""
_NARROWEST = 20


class Window(NamedTuple):
    """A cell as far as it is shown: what stands before the span, the span, what stands behind it."""

    before: str
    span: str
    behind: str


def marked_words(place: Place, row: str, style: str, width: int) -> Iterator[Line]:
    """Yield the words of a cell and the carets below its span, as pieces with styles.

    Args:
        place: of the finding.
        row: what the row is of, shown where the finding is about no cell of it.
        style: of what is meant.
        width: cells of a line.
    """
    text = row if place.text is None else place.text
    if place.line is None or not text.strip():
        return
    number = f" {place.line} | "
    room = max(_NARROWEST, width - cells(number))
    has_span = place.text is not None and place.start is not None
    start = place.start or 0
    end = (len(text) if place.end is None else place.end) if has_span else start
    window = window_of(text, start, end, room)
    span = window.span, style if has_span else ""
    yield Line(((number, "dim"), (window.before, ""), span, (window.behind, "")))
    if has_span:
        blank = " " * (cells(number) - 2)
        carets = "^" * max(1, cells(window.span))
        yield Line(((f"{blank}| ", "dim"), (" " * cells(window.before), ""), (carets, style)))


def window_of(text: str, start: int, end: int, width: int) -> Window:
    """Return the part of a text around a span that fits into ``width`` cells; what is left out is said by ``...``.

    Control characters are written out.  Of a span that is too wide the beginning is shown.

    >>> window_of("市町村におけるAI、RPA等の先端技術の活用", 7, 9, 24)
    Window(before='...における', span='AI', behind='、RPA等...')
    """
    before, span, behind = visible(text[:start]), visible(text[start:end]), visible(text[end:])
    if cells(before) + cells(span) + cells(behind) <= width:
        return Window(before, span, behind)
    if cells(span) > width - 2 * len(CUT):
        shown_before = before if cells(before) <= len(CUT) else CUT
        return Window(shown_before, _beginning(span, width - cells(shown_before) - len(CUT)), CUT)
    room = width - cells(span)
    left = min(cells(before), max(room // 2, room - cells(behind)))
    shown_before = _cut_front(before, left)
    return Window(shown_before, span, _cut(behind, room - cells(shown_before)))


def _cut(text: str, width: int) -> str:
    """Return the beginning of a text that fits, with the mark of what was left out."""
    if cells(text) <= width:
        return text
    return f"{_beginning(text, width - len(CUT))}{CUT}"


def _cut_front(text: str, width: int) -> str:
    """Return the end of a text that fits, with the mark of what was left out."""
    if cells(text) <= width:
        return text
    return f"{CUT}{_beginning(text[::-1], width - len(CUT))[::-1]}"


def _beginning(text: str, width: int) -> str:
    """Return as many first characters as fit."""
    used = 0
    for index, character in enumerate(text):
        used += cells(character)
        if used > width:
            return text[:index]
    return text


MOST_SHOWN = 8
"""Lines, or runs of lines, that are named."""
_SHORTEST_RUN = 3


class _Run(NamedTuple):
    """Lines that follow each other; None: the whole file."""

    file: str
    first: int | None
    last: int | None

    @property
    def length(self) -> int:
        return 1 if self.first is None or self.last is None else self.last - self.first + 1


def related_text(places: Sequence[Related], file: str) -> Bilingual:
    """Return the places by file; those of the finding's own file go without its name.

    >>> from dxlist.model.finding import Related
    >>> print(related_text([Related(file="a.tsv", line=n) for n in (13, 55, 62, 63, 64, 65)], "a.tsv").ja)
    13, 55, 62～65行目
    """
    runs = list(_runs(places))
    shown, hidden = runs[:MOST_SHOWN], runs[MOST_SHOWN:]
    named = [_in_file(name, list(group), file) for name, group in groupby(shown, key=lambda run: run.file)]
    text, more = _SEMICOLON.join(named), sum(run.length for run in hidden)
    if not more:
        return text
    return text + Bilingual(f"、ほか{more}か所（計{len(places)}か所）", f" and {more} more ({len(places)} in all)")


_SEMICOLON = Bilingual("、", "; ")


def _runs(places: Iterable[Related]) -> Iterator[_Run]:
    """Yield the lines, three or more that follow each other as one run."""
    waiting: list[_Run] = []
    for place in places:
        before = waiting[-1] if waiting else None
        if before and (before.last is None or before.file != place.file or place.line != before.last + 1):
            yield from _joined(waiting)
            waiting = []
        waiting.append(_Run(place.file, place.line, place.line))
    yield from _joined(waiting)


def _joined(run: Sequence[_Run]) -> Iterator[_Run]:
    if len(run) < _SHORTEST_RUN:
        yield from run
    else:
        yield run[0]._replace(last=run[-1].last)


def _in_file(name: str, runs: Sequence[_Run], own: str) -> Bilingual:
    lines = [run for run in runs if run.first is not None]
    if not lines:
        return both_languages(name)
    ja = ", ".join(str(run.first) if run.first == run.last else f"{run.first}～{run.last}" for run in lines)
    en = ", ".join(str(run.first) if run.first == run.last else f"{run.first}-{run.last}" for run in lines)
    noun = "line" if len(lines) == 1 and lines[0].length == 1 else "lines"
    return ("" if name == own else f"{name} ") + Bilingual(f"{ja}行目", f"{noun} {en}")

"""``report_text``: findings -> lines for people: the place, the words with the span marked, what could stand there.

A line is made of pieces, each with the style that a terminal may give it; elsewhere the styles are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.report.finding_summary import STYLES, summary_lines
from dxlist.report.finding_words import marked_words
from dxlist.report.related import related_text
from dxlist.report.wrapping import wrap
from dxlist.rules.checking import at_least
from dxlist.rules.manual import SEVERITY_WORDS
from dxlist.rules.places import about
from dxlist.text.bilingual import Bilingual
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Severity
    from dxlist.rules.baseline import Compared
    from dxlist.rules.checking import Reported
    from dxlist.text.bilingual import Language

Piece = tuple[str, str]
"""A text and its style, as rich calls it."""
Line = tuple[Piece, ...]

PIPE_WIDTH = 80
"""Cells within which the words of a cell are shown where no terminal has a width."""
_INDENT = "    "


def report_text(
    compared: Compared, language: Language, *, show: Severity, quiet: bool = False, baseline: object = None
) -> str:
    """Return the report without any style; messages are whole lines, so that a line can be searched for.

    Arguments as of :func:`report_lines`.
    """
    lines = report_lines(compared, language, PIPE_WIDTH, show=show, quiet=quiet, baseline=baseline, wrapped=False)
    return "".join(f"{''.join(text for text, _ in line)}\n" for line in lines)


def report_lines(
    compared: Compared,
    language: Language,
    width: int,
    *,
    show: Severity,
    quiet: bool = False,
    baseline: object = None,
    wrapped: bool = True,
) -> Iterator[Line]:
    """Yield the lines of the findings that are shown, and of their summary.

    Args:
        compared: the findings, new and known.
        language: of the words.
        width: cells of a line.
        show: the lowest severity that is shown.
        quiet: leave the summary out.
        baseline: the file that says which findings are known.
        wrapped: break longer messages too, not only the words of cells.
    """
    shown = at_least(compared.new.findings, show)
    rows = {i.initiative_id: about(i) for _, document in compared.new.lists for i in document} if shown else {}
    for number, one in enumerate(shown):
        if number:
            yield ()
        row = rows.get(one.found.place.initiative_id or "", "")
        yield from finding_lines(one, row, language, width, wrapped=wrapped)
    if not quiet:
        yield from ([()] if shown else ())
        yield from summary_lines(compared, language, width, show=show, baseline=baseline)


def finding_lines(one: Reported, row: str, language: Language, width: int, *, wrapped: bool) -> Iterator[Line]:
    """Yield the lines of one finding; ``row`` is what its row is of."""
    yield from _head(one, language, width if wrapped else None)
    yield from marked_words(one.found.place, row, STYLES[one.severity], width)
    for label, text in _notes(one, language):
        lines = wrap(f"{label}: {text}", width - len(_INDENT) - 2) if wrapped else [f"{label}: {text}"]
        for number, line in enumerate(lines):
            yield (("  = " if number == 0 else _INDENT, "dim"), (line, ""))


def _head(one: Reported, language: Language, width: int | None) -> Iterator[Line]:
    """Yield ``path:line:cell: code severity message``."""
    place, code = place_text(one), one.rule.code
    severity = SEVERITY_WORDS[one.severity].text(language)
    text = f"{place}: {code} {severity} {visible(one.found.message.text(language))}"
    first, *others = wrap(text, width - len(_INDENT)) if width else [text]
    start = f"{place}: {code} {severity} "
    if first.startswith(start):
        styled = ((place, "bold"), (": ", ""), (code, STYLES[one.severity]), (f" {severity} ", STYLES[one.severity]))
        yield (*styled, (first.removeprefix(start), ""))
    else:
        yield ((first, ""),)
    yield from (((f"{_INDENT}{line}", ""),) for line in others)


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

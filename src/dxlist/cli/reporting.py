"""``report_findings``: what a run found -> the report that was asked for, and what else there is to know."""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cli.formats import TEXT
from dxlist.cli.outputs import STANDARD_OUTPUT, write_output
from dxlist.cli.terminal import console, is_terminal
from dxlist.exports.described.found import findings_table, statistics_table
from dxlist.exports.format import FORMATS
from dxlist.exports.formats.github import VARIABLE as STEP_SUMMARY
from dxlist.exports.formats.github import step_summary
from dxlist.report.finding_summary import one_line, statistics_lines
from dxlist.report.findings import PIPE_WIDTH, report_lines
from dxlist.rules.checking import at_least
from dxlist.text.bilingual import EMPTY, Bilingual, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.cli.messages import Messages
    from dxlist.exports.format import Style
    from dxlist.model.finding import Severity
    from dxlist.report.blocks import Line
    from dxlist.rules.baseline import Compared, KnownFinding
    from dxlist.rules.checking import Checked
    from dxlist.text.bilingual import Language


@dataclass(frozen=True, slots=True)
class Reporting:
    """How findings are to be reported."""

    format: str
    show: Severity
    """The lowest severity that is reported."""
    style: Style
    statistics: bool = False
    """How often each rule found something, in place of the findings."""
    output: str = STANDARD_OUTPUT
    unsafe: bool = False
    """Mark those findings too of whose fix a person decides."""
    quiet: bool = False
    baseline: Path | None = None
    """The file that says which findings are known."""


def report_findings(compared: Compared, how: Reporting, messages: Messages) -> None:
    """Write the findings in the format that was asked for, and say what else there is to know.

    Raises:
        DxlistError: they cannot be written there.
    """
    reported = replace(compared.new, findings=at_least(compared.new.findings, how.show))
    to_screen = how.output == STANDARD_OUTPUT
    if how.format == TEXT and to_screen and is_terminal(sys.stdout):
        _show(compared, how, messages)
    elif how.format == TEXT:
        lines = _lines(compared, how, messages.language, PIPE_WIDTH, wrapped=False)
        write_output("".join(f"{line.text}\n" for line in lines).encode(), how.output)
    else:
        write_output(_pieces(reported, how, messages.language), how.output)
    if how.format == "github":
        _append_step_summary(reported, messages)
    if how.format != TEXT or not to_screen:
        place = "" if to_screen else f"{how.output}: "
        messages.remark(place + one_line(compared, show=how.show, baseline=how.baseline))
    if compared.gone:
        messages.remark(_gone(compared.gone, how.baseline))


def _pieces(checked: Checked, how: Reporting, language: Language) -> Iterable[bytes]:
    """Return the findings in a format for programs: as a report of its own kind, or as a table."""
    found = FORMATS[how.format]
    if "findings" in found.takes:
        return [found.findings(checked, language)]
    ids = {file: document.document.document_id for file, document in checked.lists}
    if how.statistics:
        return found.rows(statistics_table(checked, ids), how.style)
    return found.rows(findings_table(checked.findings, ids, language, checked.unread), how.style)


def _lines(
    compared: Compared, how: Reporting, language: Language, width: int, *, wrapped: bool = True
) -> Iterator[Line]:
    if how.statistics:
        return statistics_lines(compared, language, width, show=how.show, baseline=how.baseline)
    return report_lines(
        compared,
        language,
        width,
        show=how.show,
        quiet=how.quiet,
        baseline=how.baseline,
        wrapped=wrapped,
        unsafe=how.unsafe,
    )


_AT_ONCE = 100
"""Lines that are handed to rich together; it takes long over each call."""


def _show(compared: Compared, how: Reporting, messages: Messages) -> None:
    """Write the findings and their summary to a terminal, with styles, no line wider than it."""
    from rich.text import Text  # noqa: PLC0415 - only a terminal needs rich

    screen = console(sys.stdout)
    lines = _lines(compared, how, messages.language, screen.width)
    while some := list(islice(lines, _AT_ONCE)):
        screen.print(Text("\n").join(Text.assemble(*line.pieces) for line in some), soft_wrap=True)


_MOST_GONE = 5


def _gone(entries: Sequence[KnownFinding], baseline: Path | None) -> Bilingual:
    """Return what the baseline holds and the lists do not any more."""
    counts = Counter((entry.file, entry.code) for entry in entries)
    parts = [f"{file} {code}{f' ({count})' if count > 1 else ''}" for (file, code), count in sorted(counts.items())]
    more = len(parts) - _MOST_GONE
    shown = ", ".join(parts[:_MOST_GONE]) + (Bilingual(f" ほか{more}", f" and {more} more") if more > 0 else EMPTY)
    count = plural(len(entries), "件", "finding")
    return (
        f"{baseline}: "
        + Bilingual(f"既知の{count.ja}はもう見つかりません（", f"not found any more, though known: {count.en} (")
        + shown
        + Bilingual("）。--write-baseline で書き直せます。", "). --write-baseline writes it anew.")
    )


def _append_step_summary(checked: Checked, messages: Messages) -> None:
    """Add the summary to the page of the run, where GitHub Actions says where that is.

    Raises:
        OSError: it cannot be written.
    """
    if target := os.environ.get(STEP_SUMMARY):
        with Path(target).open("ab") as stream:
            stream.write(step_summary(checked, messages.language))

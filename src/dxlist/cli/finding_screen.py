"""``show_findings``: the report on a terminal, with styles; what a list says is shown as it is, never as markup."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING

from rich.text import Text

from dxlist.cli.screen import console
from dxlist.report.findings import report_lines

if TYPE_CHECKING:
    from dxlist.cli.validate_request import Request
    from dxlist.rules.baseline import Compared
    from dxlist.text.bilingual import Language


_AT_ONCE = 100
"""Lines that are handed to rich together; it takes long over each call."""


def show_findings(compared: Compared, request: Request, language: Language) -> None:
    """Write the findings and their summary to standard output, no line wider than the terminal."""
    screen = console(sys.stdout)
    lines = report_lines(
        compared, language, screen.width, show=request.show, quiet=request.quiet, baseline=request.baseline
    )
    while some := list(islice(lines, _AT_ONCE)):
        screen.print(Text("\n").join(Text.assemble(*line.pieces) for line in some), soft_wrap=True)

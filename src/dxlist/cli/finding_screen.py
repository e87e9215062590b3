"""``show_findings``: the report on a terminal, with styles; what a list says is shown as it is, never as markup."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.text import Text

from dxlist.cli.finding_text import report_lines
from dxlist.cli.screen import console

if TYPE_CHECKING:
    from dxlist.bilingual import Language
    from dxlist.cli.validate_request import Request
    from dxlist.rules.baseline import Compared


def show_findings(compared: Compared, request: Request, language: Language) -> None:
    """Write the findings and their summary to standard output, no line wider than the terminal."""
    screen = console(sys.stdout)
    for line in report_lines(compared, request, language, screen.width, wrapped=True):
        screen.print(Text.assemble(*line), soft_wrap=True)

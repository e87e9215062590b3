"""``dxlist rules``: the rules of ``validate``, and the manual page of one."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.exits import Exit
from dxlist.cli.formats import for_screen
from dxlist.cli.terminal import StandardOutput, console, is_terminal
from dxlist.report.rules import rules_json, rules_markdown, rules_text
from dxlist.rules.registry import all_rules
from dxlist.rules.selection import chosen_rules

if TYPE_CHECKING:
    from dxlist.cli.messages import Messages

FORMATS = for_screen("json", "markdown")
_PIPE_WIDTH = 80


@dataclass(frozen=True, kw_only=True)
class RulesOptions:
    """The options of ``dxlist rules``."""

    codes: option.Several = option.several(
        "CODES",
        "ルール番号（DX101）、頭の部分（DX1）、または名前。省くとすべて。",
        "Codes (DX101), how they begin (DX1), or names; without any, all.",
    )
    format: str | None = FORMATS.option()


def rules(options: RulesOptions, messages: Messages) -> Exit:
    """Show the rules that are asked for; a name stands for its code.

    Raises:
        DxlistError: a code that stands for no rule.
    """
    format_ = FORMATS.chosen(options.format)
    by_name = {rule.name: rule.code for rule in all_rules().values()}
    found = list(chosen_rules([by_name.get(code, code) for code in options.codes]))
    if format_ == "json":
        text = rules_json(found, messages.language)
    elif format_ == "markdown":
        text = rules_markdown(found, messages.language)
    else:
        width = console(sys.stdout).width if is_terminal(sys.stdout) else _PIPE_WIDTH
        text = rules_text(found, messages.language, width, whole=bool(options.codes) and len(found) == 1)
    StandardOutput().write(text.encode())
    return Exit.DONE

"""``dxlist rules``: the rules of ``validate``, and the manual page of one."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dxlist.text.bilingual import Bilingual, Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dxlist.rules.registry import Rule

RULES = Bilingual(
    "検査の一覧、または1つの検査の説明（何を見つけるか、なぜ困るか、例）を示します。",
    "Show the rules of validate, or the manual page of one: what it finds, why it matters, examples.",
)


class RulesFormat(StrEnum):
    """What ``--format`` takes."""

    text = "text"
    json = "json"
    markdown = "markdown"


def rules(
    language: Language,
    codes: Annotated[
        list[str] | None,
        typer.Argument(metavar="CODES", show_default=False),
        Bilingual(
            "検査の番号（DX101）、頭の部分（DX1）、または名前。省くとすべて。",
            "Codes (DX101), how they begin (DX1), or names; without any, all.",
        ),
    ] = None,
    *,
    format_: Annotated[
        RulesFormat,
        typer.Option("--format", "-f"),
        Bilingual("text は画面用、json は機械用、markdown は文書用。", "text for people, json for machines, markdown."),
    ] = RulesFormat.text,
) -> None:
    """Show rules."""
    from dxlist.cli.screen import StandardOutput, console, is_terminal  # noqa: PLC0415
    from dxlist.report.rules import rules_json, rules_markdown, rules_text  # noqa: PLC0415 - nothing is loaded for --version

    found = _chosen(codes or ())
    if format_ is RulesFormat.text:
        width = console(sys.stdout).width if is_terminal(sys.stdout) else 80
        text = rules_text(found, language, width, whole=bool(codes) and len(found) == 1)
    else:
        text = (rules_json if format_ is RulesFormat.json else rules_markdown)(found, language)
    StandardOutput().write(text.encode())


def _chosen(codes: Iterable[str]) -> list[Rule]:
    """Return the rules that are asked for; a name stands for its code."""
    from dxlist.rules.registry import all_rules  # noqa: PLC0415
    from dxlist.rules.selection import chosen_rules  # noqa: PLC0415

    by_name = {rule.name: rule.code for rule in all_rules().values()}
    return list(chosen_rules([by_name.get(code, code) for code in codes]))

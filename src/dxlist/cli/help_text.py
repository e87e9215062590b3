"""``write_help``: a command -> its help, wrapped by terminal cells, for Japanese has no blanks to break at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dxlist.report.wrapping import cells, wrap
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.text.bilingual import Language

USAGE = Bilingual("使い方", "Usage")
ARGUMENTS = Bilingual("引数", "Arguments")
OPTIONS = Bilingual("オプション", "Options")
COMMANDS = Bilingual("コマンド", "Commands")
HELP = Bilingual("この説明を表示して終わります。", "Show this help and exit.")

_INDENT = 2
_LABELS = 26
"""Cells of the left column; a longer label has a line of its own."""


def write_help(context: Any, formatter: Any, language: Language) -> None:
    """Write the help of the context's command into typer's formatter."""
    command, width = context.command, formatter.width
    pieces = " ".join(command.collect_usage_pieces(context))
    formatter.write(f"{USAGE.text(language)}: {context.command_path} {pieces}\n\n")
    formatter.write("".join(f"  {line}\n" for line in wrap(command.help or "", width - _INDENT)))
    for title, rows in _blocks(context):
        if rows:
            formatter.write(f"\n{title.text(language)}:\n")
            formatter.write("".join(f"{line}\n" for line in _columns(rows, width)))


def _blocks(context: Any) -> Iterator[tuple[Bilingual, list[tuple[str, str]]]]:
    parameters = context.command.get_params(context)
    for title, kind in ((ARGUMENTS, "argument"), (OPTIONS, "option")):
        records = (_record(p, context) for p in parameters if p.param_type_name == kind)
        yield title, [record for record in records if record]
    commands = getattr(context.command, "commands", {})
    yield COMMANDS, [(name, command.help or "") for name, command in commands.items()]


def _record(parameter: Any, context: Any) -> tuple[str, str] | None:
    """Return label and text of a parameter; typer knows the text of ``--help`` in English alone."""
    record = parameter.get_help_record(context)
    return (record[0], HELP.text(context.obj)) if record and "--help" in parameter.opts else record


def _columns(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield the lines of labels and texts beside each other."""
    left = _INDENT + _LABELS
    for label, text in rows:
        lines = wrap(text, width - left) or [""]
        if cells(label) > _LABELS - _INDENT:
            yield f"{' ' * _INDENT}{label}"
            label = ""  # noqa: PLW2901 - it has its own line
        for line in lines:
            yield f"{' ' * _INDENT}{label}{' ' * (_LABELS - cells(label))}{line}".rstrip()
            label = ""  # noqa: PLW2901 - only the first line has it

"""``write_help``: a command -> its help, wrapped by terminal cells, for Japanese has no blanks to break at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dxlist.report.wrapping import cells, wrap
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.text.bilingual import Language

    Commands = Mapping[Bilingual, Sequence[tuple[str, Bilingual]]]
    """Groups of commands: a heading -> names and summaries."""

USAGE = Bilingual("使い方", "Usage")
ARGUMENTS = Bilingual("引数", "Arguments")
OPTIONS = Bilingual("オプション", "Options")
HELP = Bilingual("この説明を表示して終わります。", "Show this help and exit.")
_IN_USAGE = {
    "[OPTIONS]": Bilingual("[オプション]", "[OPTIONS]"),
    "COMMAND [ARGS]...": Bilingual("コマンド [引数]...", "COMMAND [ARGS]..."),
}

_INDENT = 2
_LABELS = 26
"""Cells of the left column; a longer label has a line of its own."""


def write_help(context: Any, formatter: Any, language: Language, commands: Commands) -> None:
    """Write the help of the context's command into typer's formatter."""
    command, width = context.command, formatter.width
    pieces = [_IN_USAGE.get(piece, Bilingual(piece, piece)).text(language) for piece in _usage(context)]
    formatter.write(f"{USAGE.text(language)}: {context.command_path} {' '.join(pieces)}\n\n")
    formatter.write("".join(f"  {line}\n" for line in wrap(command.help or "", width - _INDENT, at_phrases=True)))
    for title, rows in _blocks(context, language, commands):
        if rows:
            formatter.write(f"\n{title.text(language)}:\n")
            formatter.write("".join(f"{line}\n" for line in _columns(rows, width)))


def _usage(context: Any) -> list[str]:
    pieces: list[str] = context.command.collect_usage_pieces(context)
    return pieces


def _blocks(context: Any, language: Language, commands: Commands) -> Iterator[tuple[Bilingual, list[tuple[str, str]]]]:
    parameters = context.command.get_params(context)
    for title, kind in ((ARGUMENTS, "argument"), (OPTIONS, "option")):
        yield title, [_row(p, language) for p in parameters if p.param_type_name == kind and not p.hidden]
    for title, listed in commands.items():
        yield title, [(name, text.text(language)) for name, text in listed]


def _row(parameter: Any, language: Language) -> tuple[str, str]:
    """Return label and text of an option or argument; typer knows the text of ``--help`` in English alone."""
    if parameter.param_type_name == "argument":
        return parameter.metavar, parameter.help or ""
    if "--help" in parameter.opts:
        return "-h, --help", HELP.text(language)
    long = next(name for name in parameter.opts if name.startswith("--"))
    short = [name for name in parameter.opts if not name.startswith("--")]
    names = " / ".join([", ".join([*short, long]), *parameter.secondary_opts])
    value = "" if parameter.is_flag else f" {parameter.metavar}"
    default = parameter.default if parameter.show_default and not parameter.is_flag else None
    usual = Bilingual(f"省くと {default}。", f" Without it, {default}.").text(language) if default else ""
    return f"{names}{value}", f"{parameter.help or ''}{usual}"


def _columns(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield the lines of labels and texts beside each other."""
    left = _INDENT + _LABELS
    for label, text in rows:
        lines = wrap(text, width - left, at_phrases=True) or [""]
        if cells(label) > _LABELS - _INDENT:
            yield f"{' ' * _INDENT}{label}"
            label = ""  # noqa: PLW2901 - it has its own line
        for line in lines:
            yield f"{' ' * _INDENT}{label}{' ' * (_LABELS - cells(label))}{line}".rstrip()
            label = ""  # noqa: PLW2901 - only the first line has it

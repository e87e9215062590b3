"""``dxlist explain``: the trail of one line of a list, from its cells to its record."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dxlist.cli.screen import console, is_terminal, visible
from dxlist.cli.table import Row, two_columns
from dxlist.errors import DxlistError
from dxlist.text.bilingual import Bilingual, Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.report.trail_entries import Section

EXPLAIN = Bilingual(
    "一覧の1行がどう読まれたかを示します（セル、列、補い、修復、レコード）。",
    "Show how one line of a list was read: cells, columns, fills, repairs, record.",
)


def explain(
    language: Language,
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", show_default=False),
        Bilingual("一覧のファイル、または -（標準入力）。", "The list, or - for standard input."),
    ],
    line: Annotated[
        int,
        typer.Argument(metavar="LINE", min=1, show_default=False),
        Bilingual("ファイルの行番号（1から）。", "Line of the file, from 1."),
    ],
    *,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", "-e", metavar="NAME", show_default=False),
        Bilingual("文字コード。省くと自動で判定します。", "Encoding of the list; without it, it is detected."),
    ] = None,
) -> None:
    """Show the trail of one line."""
    from dxlist.document import parse  # noqa: PLC0415
    from dxlist.report.trail import explain_line, last_line_of  # noqa: PLC0415 - nothing of the work is loaded for --version

    document = parse(file, encoding=encoding)
    sections = explain_line(document, line)
    if not sections:
        raise _beyond(file, line, last_line_of(document))
    place = Bilingual(f"{file}:{line}", f"{file}:{line}")
    show([sections[0]._replace(title=place), *sections[1:]], language)


def _beyond(file: str, line: int, last: int) -> DxlistError:
    problem = Bilingual(f"この一覧は{last}行しかありません。", f"the list has only {last} lines.")
    remedy = Bilingual(f"1から{last}までの行番号を指定してください。", f"Give a line from 1 to {last}.")
    return DxlistError(f"{file}:{line}", problem, remedy)


def show(sections: Sequence[Section], language: Language) -> None:
    """Write the sections to standard output: set in columns on a terminal, else one plain line for each entry."""
    if is_terminal(sys.stdout):
        screen = console(sys.stdout)
        for title, entries in sections:
            rows = [
                Row(label.text(language), text.text(language), "" if label.ja else "dim") for label, text in entries
            ]
            screen.print(two_columns(title.text(language), rows, screen.width))
        return
    for text in _plain(sections, language):
        typer.echo(text)


def _plain(sections: Sequence[Section], language: Language) -> Iterator[str]:
    for section in sections:
        yield visible(section.title.text(language))
        for label, text in section.entries:
            head = f"{label.text(language)}: " if label.ja else "  "
            yield visible(f"  {head}{text.text(language)}")

"""``dxlist explain``: the trail of one line of a list, from its cells to its record."""

from __future__ import annotations

from typing import Annotated

import typer

from dxlist.cli.table import show_blocks
from dxlist.errors import DxlistError
from dxlist.text.bilingual import Bilingual, Language

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
    show_blocks([sections[0]._replace(title=place), *sections[1:]], language)


def _beyond(file: str, line: int, last: int) -> DxlistError:
    problem = Bilingual(f"この一覧は{last}行しかありません。", f"the list has only {last} lines.")
    remedy = Bilingual(f"1から{last}までの行番号を指定してください。", f"Give a line from 1 to {last}.")
    return DxlistError(f"{file}:{line}", problem, remedy)

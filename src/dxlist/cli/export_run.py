"""``run_export``: what ``dxlist export`` does: lists -> the bytes of a format -> the place that was named."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cli.documents import read_documents
from dxlist.cli.guard import Exit
from dxlist.cli.screen import StandardOutput, is_terminal
from dxlist.errors import UsageError
from dxlist.exports.export_formats import EXPORT_FORMATS
from dxlist.exports.tables.content import Content
from dxlist.exports.tables.names import MAIN
from dxlist.exports.text_files import formulas_of
from dxlist.exports.writing import whole_file, whole_folder
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.cli.voice import Voice
    from dxlist.exports.export_formats import ExportFormat, Takes
    from dxlist.exports.looks import Look

STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for."""

    paths: Sequence[str]
    format: ExportFormat
    output: str
    look: Look
    overwrite: bool = False
    encoding: str | None = None
    """Of the lists; None: detected."""


def run_export(request: Request, voice: Voice) -> Exit:
    """Read all lists, write the one export, and return the exit code; where a list cannot be read nothing is written.

    Raises:
        DxlistError: nothing can be read, or the export cannot be written.
    """
    _check_output(request)
    documents, complete = read_documents(request.paths, voice, encoding=request.encoding)
    if not complete:
        voice.error(_incomplete(request.output))
        return Exit.CANNOT
    _check_evidence(request, [path for path, _ in documents])
    content = Content(documents)
    made = request.format.make(content, _look(request))
    _write(made, request)
    for remark in _remarks(content, request):
        voice.remark(remark)
    return Exit.DONE


def check_look(format_: ExportFormat, look: Look) -> None:
    """Raise where an option was given that the format cannot follow."""
    given: tuple[tuple[Takes, str, bool], ...] = (
        ("table", "--table", look.table is not None),
        ("header", "--header ja", look.header == "ja"),
        ("bom", "--bom", look.byte_order_mark),
        ("encoding", "--encoding", look.encoding != "utf-8"),
        ("excel_safe", "--excel-safe", look.excel_safe),
    )
    for key, option, is_given in given:
        if is_given and key not in format_.takes:
            names = ", ".join(f.name for f in EXPORT_FORMATS.values() if key in f.takes)
            problem = Bilingual(f"{format_.name} では使えません。", f"does not go with {format_.name}.")
            raise UsageError(option, problem, Bilingual(f"使えるのは {names} です。", f"It goes with {names}."))
    if look.byte_order_mark and look.encoding != "utf-8":
        problem = Bilingual(f"{look.encoding} にBOMはありません。", f"{look.encoding} has no byte-order mark.")
        raise UsageError("--bom", problem, Bilingual("どちらかを外してください。", "Leave one of the two out."))


def _check_output(request: Request) -> None:
    """Raise where the export cannot go to the place that was named, before anything is read."""
    if request.output == STANDARD_OUTPUT:
        if not request.format.is_text:
            raise UsageError(STANDARD_OUTPUT, *_no_text(request.format))
        return
    target = Path(request.output)
    if (target.is_file() or target.is_dir()) and not request.overwrite:
        problem = Bilingual("すでにあります。", "is there already.")
        remedy = Bilingual(
            "置き換えるなら --overwrite を付け、残すなら別の名前を指定してください。",
            "Replace it with --overwrite, or give another name.",
        )
        raise UsageError(request.output, problem, remedy)
    if request.format.is_folder and target.exists():
        _check_folder(target)


def _no_text(format_: ExportFormat) -> tuple[Bilingual, Bilingual]:
    names = ", ".join(f.name for f in EXPORT_FORMATS.values() if f.is_text)
    return (
        Bilingual(f"{format_.name} は標準出力に書けません。", f"{format_.name} cannot go to standard output."),
        Bilingual(
            f"--output にファイルを指定してください。標準出力に書けるのは {names} です。",
            f"Name a file with --output; to standard output go {names}.",
        ),
    )


def _check_folder(target: Path) -> None:
    """Raise where replacing a folder would take something with it that is no part of an export."""
    from dxlist.exports.data_package import FILES  # noqa: PLC0415 - only this format needs it

    other = next((e.name for e in sorted(target.iterdir()) if e.name not in FILES), None) if target.is_dir() else ""
    if other is not None:
        problem = Bilingual(
            f"書き出したものではない「{other}」があるため、フォルダーを置き換えません。"
            if other
            else "フォルダーではなくファイルがあります。",
            f'holds "{other}", which no export wrote; the folder is not replaced.'
            if other
            else "there is a file, and no folder.",
        )
        raise UsageError(str(target), problem, _ANOTHER_NAME)


_ANOTHER_NAME = Bilingual("別の名前を指定してください。", "Give another name.")


def _check_evidence(request: Request, paths: Sequence[str]) -> None:
    """Raise where the export would replace a list that it is made from, or its folder."""
    target = Path(request.output)
    if request.output == STANDARD_OUTPUT or not target.exists():
        return
    for path in map(Path, paths):
        if path.exists() and (target.samefile(path) or target.resolve() in path.resolve().parents):
            problem = Bilingual("書き出すと元の一覧を上書きします。", "writing would replace the list itself.")
            raise UsageError(str(target), problem, _ANOTHER_NAME)


def _incomplete(output: str) -> Bilingual:
    return Bilingual(
        f"{output}: 読めない一覧があるため、何も書き出していません。読めない一覧を外すか、直してください。",
        f"{output}: nothing was written, for a list could not be read. Leave that list out, or mend it.",
    )


def _look(request: Request) -> Look:
    """Return how the file is to look; a terminal reads UTF-8 whatever a file is to be."""
    if request.output == STANDARD_OUTPUT and is_terminal(sys.stdout):
        return replace(request.look, encoding="utf-8", byte_order_mark=False)
    return request.look


def _write(made: bytes | dict[str, bytes], request: Request) -> None:
    if isinstance(made, dict):
        whole_folder(Path(request.output), made)
    elif request.output == STANDARD_OUTPUT:
        StandardOutput().write(made)
    else:
        with whole_file(Path(request.output)) as stream:
            stream.write(made)


def _remarks(content: Content, request: Request) -> Iterator[Bilingual]:
    """Yield what was written, and a warning of texts that a spreadsheet would run."""
    look, output = request.look, request.output
    if output != STANDARD_OUTPUT:
        lists, rows = len(content.documents), len(content.initiatives)
        yield Bilingual(
            f"{output}: 一覧{lists}件、取組{rows}行を {request.format.name} で書き出しました。",
            f"{output}: {lists} list{'s' * (lists != 1)} with {rows} rows, written as {request.format.name}.",
        )
    if "excel_safe" in request.format.takes and not look.excel_safe:
        table = content.table(look.table or MAIN)
        first = list(islice(formulas_of(table), 1))
        for row, at in first:
            place, column = content.place(table, row), table.columns[at]
            yield Bilingual(
                f"{place}: 「{column.label}」は数式と同じ始まり方をしており、Excelが実行することがあります。"
                "--excel-safe を付けると文字列のまま開きます。",
                f"{place}: {column.name} begins like a formula, and Excel may run it; --excel-safe keeps it a text.",
            )

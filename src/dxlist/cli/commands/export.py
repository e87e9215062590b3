"""``dxlist export``: lists -> one file for another program, or a folder of files."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from dxlist.cli import options as option
from dxlist.cli.exits import Exit
from dxlist.cli.formats import EXPORTS
from dxlist.cli.inputs import lists_of, read_documents
from dxlist.cli.outputs import STANDARD_OUTPUT, check_outputs, write_output
from dxlist.cli.terminal import is_terminal
from dxlist.cli.usage import choice
from dxlist.errors import UsageError
from dxlist.exports.export_formats import EXPORT_FORMATS
from dxlist.exports.looks import FileEncoding, Look
from dxlist.exports.tables.content import Content
from dxlist.exports.tables.names import TABLE_NAMES
from dxlist.exports.writing import whole_folder
from dxlist.text.bilingual import Bilingual, plural

if TYPE_CHECKING:
    from dxlist.cli.messages import Messages
    from dxlist.exports.export_formats import ExportFormat, Takes


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The options of ``dxlist export``."""

    paths: option.Paths = ()
    format: Annotated[str | None, EXPORTS.option, EXPORTS.help] = None
    output: Annotated[
        str | None,
        typer.Option("--output", "--out", "-o", metavar="PATH", show_default=False),
        Bilingual(
            "書き出すファイル（datapackage はフォルダー）。- は標準出力（文字の形式だけ）。",
            "File to write (a folder for datapackage); - is standard output, for formats of text.",
        ),
    ] = None
    table: Annotated[str | None, option.table(TABLE_NAMES), option.TABLE_HELP] = None
    header: option.HeaderLanguage = "en"
    bom: option.Bom = False
    output_encoding: option.OutputEncoding = "utf-8"
    raw_text: option.RawText = False
    overwrite: option.Overwrite = False
    encoding: option.InputEncoding = None
    quiet: option.Quiet = False


def export(options: ExportOptions, messages: Messages) -> Exit:
    """Read all lists, write the one export, and return the exit code; where a list cannot be read nothing is written.

    Raises:
        DxlistError: nothing can be read, or the export cannot be written.
    """
    output = options.output
    if not output:
        raise UsageError("--output", *_NO_OUTPUT)
    format_ = EXPORT_FORMATS[EXPORTS.chosen(options.format, output)]
    look = _look(options)
    _check_look(format_, look)
    _check_output(format_, output, options)
    read = read_documents(options.paths, messages, encoding=options.encoding)
    if not read.complete:
        messages.error(f"{output}: " + _INCOMPLETE)
        return Exit.CANNOT
    content = Content(read.named)
    _write(format_.make(content, _shown(look, output)), output)
    if output != STANDARD_OUTPUT:
        messages.remark(_written(content, format_, output))
    return Exit.DONE


_NO_OUTPUT = (
    Bilingual("書き出すファイルを指定してください。", "there is no file to write."),
    Bilingual("例: -o 一覧.xlsx", "Name one, such as -o list.xlsx."),
)
_INCOMPLETE = Bilingual(
    "読めない一覧があるため、何も書き出していません。読めない一覧を外すか、直してください。",
    "nothing was written, for a list could not be read. Leave that list out, or mend it.",
)


def _look(options: ExportOptions) -> Look:
    return Look(
        table=None if options.table is None else choice("--table", options.table, TABLE_NAMES),
        header="ja" if choice("--header", options.header, option.LANGUAGES) == "ja" else "en",
        byte_order_mark=options.bom,
        encoding=cast("FileEncoding", choice("--output-encoding", options.output_encoding, option.ENCODINGS)),
        excel_safe=not options.raw_text,
    )


def _check_look(format_: ExportFormat, look: Look) -> None:
    """Raise where an option was given that the format cannot follow."""
    given: tuple[tuple[Takes, str, bool], ...] = (
        ("table", "--table", look.table is not None),
        ("header", "--header ja", look.header == "ja"),
        ("bom", "--bom", look.byte_order_mark),
        ("encoding", "--output-encoding", look.encoding != "utf-8"),
    )
    for key, name, is_given in given:
        if is_given and key not in format_.takes:
            names = ", ".join(f.name for f in EXPORT_FORMATS.values() if key in f.takes)
            problem = Bilingual(f"{format_.name} では使えません。", f"does not go with {format_.name}.")
            raise UsageError(name, problem, Bilingual(f"使えるのは {names} です。", f"It goes with {names}."))
    if look.byte_order_mark and look.encoding != "utf-8":
        problem = Bilingual(f"{look.encoding} にBOMはありません。", f"{look.encoding} has no byte-order mark.")
        raise UsageError("--bom", problem, Bilingual("どちらかを外してください。", "Leave one of the two out."))


def _check_output(format_: ExportFormat, output: str, options: ExportOptions) -> None:
    """Raise where the export cannot go to the place that was named, before anything is read."""
    if output != STANDARD_OUTPUT:
        check_outputs([output], lists_of(options.paths), overwrite=options.overwrite, folder=format_.is_folder)
    elif not format_.is_text:
        names = ", ".join(f.name for f in EXPORT_FORMATS.values() if f.is_text)
        raise UsageError(
            STANDARD_OUTPUT,
            Bilingual(f"{format_.name} は標準出力に書けません。", f"{format_.name} cannot go to standard output."),
            Bilingual(
                f"--output にファイルを指定してください。標準出力に書けるのは {names} です。",
                f"Name a file with --output; to standard output go {names}.",
            ),
        )


def _shown(look: Look, output: str) -> Look:
    """Return how the file is to look; a terminal reads UTF-8 whatever a file is to be."""
    if output == STANDARD_OUTPUT and is_terminal(sys.stdout):
        return replace(look, encoding="utf-8", byte_order_mark=False)
    return look


def _write(made: bytes | dict[str, bytes], output: str) -> None:
    if isinstance(made, dict):
        whole_folder(Path(output), made)
    else:
        write_output(made, output)


def _written(content: Content, format_: ExportFormat, output: str) -> Bilingual:
    lists, rows = plural(len(content.documents), "件", "list"), len(content.initiatives)
    return Bilingual(
        f"{output}: 一覧{lists.ja}、取組{rows}行を {format_.name} で書き出しました。",
        f"{output}: {lists.en} with {rows} rows, written as {format_.name}.",
    )

"""``dxlist export``: lists -> one file for another program, or a folder of files."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dxlist.cli.options import HeaderLabels
from dxlist.cli.query_options import Paths  # noqa: TC001 - typer reads the annotations
from dxlist.exports.export_formats import EXPORT_FORMATS, ExportFormat, format_of
from dxlist.exports.looks import Look
from dxlist.exports.tables.names import TABLE_NAMES
from dxlist.text.bilingual import Bilingual, Language

EXPORT = Bilingual(
    "一覧を、Excel・データベース・分析用などのファイルにして書き出します。",
    "Write lists as a file for Excel, a database, an analysis ...",
)


class OutputEncoding(StrEnum):
    """What ``--encoding`` takes."""

    utf_8 = "utf-8"
    cp932 = "cp932"


def _formats(language: Language) -> str:
    between = "、" if language == "ja" else "; "
    return between.join(f"{f.name} {f.about.text(language)}" for f in EXPORT_FORMATS.values())


_FORMATS = Bilingual(
    f"形式。省くと出力ファイルの名前の終わりで決まります。{_formats('ja')}。",
    f"The format; without it, what the output's name ends with says it. {_formats('en')}.",
)
To = Annotated[
    str | None,
    typer.Option("--to", "--format", "-f", metavar="|".join(EXPORT_FORMATS), show_default=False),
    _FORMATS,
]
Output = Annotated[
    str | None,
    typer.Option("--output", "--out", "-o", metavar="PATH", show_default=False),
    Bilingual(
        "書き出すファイル（datapackage はフォルダー）。- は標準出力（文字の形式だけ）。",
        "File to write (a folder for datapackage); - is standard output, for formats of text.",
    ),
]
TableOption = Annotated[
    str | None,
    typer.Option("--table", "-t", metavar="|".join(TABLE_NAMES), show_default=False),
    Bilingual("書き出す表をひとつ。", "One table to write."),
]
Header = Annotated[
    HeaderLabels,
    typer.Option("--header"),
    Bilingual("見出し。en は英語名、ja は日本語名。", "Header: English names, or the Japanese labels."),
]
Bom = Annotated[
    bool,
    typer.Option("--bom"),
    Bilingual("CSVの先頭にBOMを付けます（Excelで開く場合）。", "Begin the CSV with a byte-order mark (for Excel)."),
]
Encoding = Annotated[
    OutputEncoding,
    typer.Option("--encoding"),
    Bilingual(
        "CSVの文字コード。表せない文字があれば、その場所を示して止まります。",
        "Encoding of the CSV; a character that it lacks ends the export with its place.",
    ),
]
ExcelSafe = Annotated[
    bool,
    typer.Option("--excel-safe"),
    Bilingual(
        "CSVで、Excelが数式として実行する文字列の前に ' を付けます。",
        "In CSV, put a ' before a text that Excel would run as a formula.",
    ),
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite"), Bilingual("すでにあるものを置き換えます。", "Replace what is there already.")
]
InputEncoding = Annotated[
    str | None,
    typer.Option("--input-encoding", "-e", metavar="NAME", show_default=False),
    Bilingual("元の一覧の文字コード。省くと自動で判定します。", "Encoding of the lists; without it, it is detected."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q"), Bilingual("エラーのほかは黙ります。", "Say errors only.")]


def export(
    language: Language,
    paths: Paths = None,
    *,
    to: To = None,
    output: Output = None,
    table: TableOption = None,
    header: Header = HeaderLabels.en,
    bom: Bom = False,
    encoding: Encoding = OutputEncoding.utf_8,
    excel_safe: ExcelSafe = False,
    overwrite: Overwrite = False,
    input_encoding: InputEncoding = None,
    quiet: Quiet = False,
) -> None:
    """Write lists for other programs."""
    from dxlist.cli.export_run import Request, check_look, run_export  # noqa: PLC0415 - nothing of the work is loaded for --version
    from dxlist.cli.voice import Voice  # noqa: PLC0415

    goal = _output(output, language)
    format_ = _format(to, goal, language)
    look = Look(_table(table, language), header.value, bom, encoding.value, excel_safe)
    check_look(format_, look)
    request = Request(paths or [], format_, goal, look, overwrite=overwrite, encoding=input_encoding)
    raise typer.Exit(run_export(request, Voice(language, quiet=quiet)))


def _output(output: str | None, language: Language) -> str:
    if output:
        return output
    text = Bilingual(
        "書き出すファイルを指定してください（例: -o 一覧.xlsx）。", "name the file to write (-o list.xlsx)."
    )
    raise typer.BadParameter(text.text(language), param_hint="--output")


def _format(name: str | None, output: str, language: Language) -> ExportFormat:
    """Return the format that is asked for, or that the name of the output says."""
    found = format_of(output) if name is None else EXPORT_FORMATS.get(name)
    if found:
        return found
    names = ", ".join(EXPORT_FORMATS)
    text = Bilingual(
        f"形式「{name}」はありません。{names} のどれかを指定してください。"
        if name
        else f"形式が分かりません。{names} のどれかを指定してください。",
        f'"{name}" is none of {names}.' if name else f"say the format: one of {names}.",
    )
    raise typer.BadParameter(text.text(language), param_hint="--to")


def _table(name: str | None, language: Language) -> str | None:
    if name is None or name in TABLE_NAMES:
        return name
    names = ", ".join(TABLE_NAMES)
    text = Bilingual(f"表「{name}」はありません。{names} のどれかを指定してください。", f'"{name}" is none of {names}.')
    raise typer.BadParameter(text.text(language), param_hint="--table")

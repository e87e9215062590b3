"""``dxlist parse``: lists -> records in files or on standard output."""

from __future__ import annotations

import typer

from dxlist.cli.options import HeaderLabels
from dxlist.cli.parse_options import (  # noqa: TC001 - typer reads the annotations
    Bom,
    Check,
    EncodingName,
    FormatName,
    Header,
    Jobs,
    OutputFolder,
    Paths,
    Quiet,
    Strict,
)
from dxlist.exports.formats import FORMATS, Style
from dxlist.text.bilingual import Bilingual, Language

PARSE = Bilingual("一覧を読み、1行を1件のレコードにして書き出します。", "Read lists and write each row as a record.")
OUTPUT = "data/normalized"


def parse(
    language: Language,
    paths: Paths = None,
    *,
    output: OutputFolder = OUTPUT,
    format_: FormatName = None,
    encoding: EncodingName = None,
    check: Check = False,
    strict: Strict = False,
    jobs: Jobs = 1,
    header: Header = HeaderLabels.en,
    bom: Bom = False,
    quiet: Quiet = False,
) -> None:
    """Read lists and write their records."""
    from dxlist.cli.parse_run import Request, run_parse  # noqa: PLC0415 - nothing of the work is loaded for --version
    from dxlist.cli.voice import Voice  # noqa: PLC0415

    formats = _formats(format_, output, language)
    style = Style(header.value, bom)
    request = Request(
        paths or [], _output(output, language, check=check), formats, style, encoding, check, strict, jobs
    )
    raise typer.Exit(run_parse(request, Voice(language, quiet=quiet)))


def _formats(wanted: str | None, output: str, language: Language) -> tuple[str, ...]:
    """Return the formats to write."""
    if wanted is None:
        return ("json",) if output == "-" else tuple(name for name, f in FORMATS.items() if f.by_default)
    if wanted not in FORMATS:
        names = ", ".join(FORMATS)
        text = Bilingual(
            f"形式「{wanted}」はありません。{names} のどれかを指定してください。", f'"{wanted}" is none of {names}.'
        )
        raise typer.BadParameter(text.text(language), param_hint="--format")
    return (wanted,)


def _output(output: str, language: Language, *, check: bool) -> str:
    """Return the folder, after a look at what cannot go together."""
    if check and output == "-":
        text = Bilingual(
            "--check は書き出し済みのファイルと比べるので、--output - とは使えません。",
            "--check compares with files that were written; it cannot go with --output -.",
        )
        raise typer.BadParameter(text.text(language), param_hint="--check")
    if not output:
        text = Bilingual("フォルダーを指定してください。", "give a folder.")
        raise typer.BadParameter(text.text(language), param_hint="--output")
    return output

"""``dxlist parse``: lists -> records in files or on standard output."""

from __future__ import annotations

from typing import Annotated

import typer

from dxlist.bilingual import Bilingual, Language
from dxlist.cli.options import HeaderLabels
from dxlist.exports.formats import FORMATS, Style

PARSE = Bilingual("一覧を読み、1行を1件のレコードにして書き出します。", "Read lists and write each row as a record.")
OUTPUT = "data/normalized"
_NAMES = "|".join(FORMATS)


def parse(
    language: Language,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATHS", show_default=False),
        Bilingual(
            "一覧のファイル（.tsv .txt .csv など）、フォルダー、または -（標準入力）。省くと data/raw。",
            "Lists (.tsv, .txt, .csv ...), folders, or - for standard input; without any, data/raw.",
        ),
    ] = None,
    *,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="DIR"),
        Bilingual("書き出すフォルダー。- は標準出力。", "Folder to write into; - is standard output."),
    ] = OUTPUT,
    format_: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar=_NAMES, show_default=False),
        Bilingual(
            "書き出す形式をひとつ。省くと json と csv（標準出力には json）。",
            "One format; without it json and csv (json on standard output).",
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", "-e", metavar="NAME", show_default=False),
        Bilingual(
            "文字コード（cp932 など）。省くと自動で判定します。",
            "Encoding of the lists (cp932 ...); without it, it is detected.",
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check"),
        Bilingual(
            "何も書かず、書き出し済みのファイルが今の一覧と合うかを確かめます。合わなければ終了コード1。",
            "Write nothing; exit 1 where a normalised file is not what its list gives now.",
        ),
    ] = False,
    strict: Annotated[
        bool,
        typer.Option("--strict"),
        Bilingual(
            "残ったセル、疑わしい行、使われない訂正があれば終了コード1。ファイルは書きます。",
            "Exit 1 on a leftover, a doubtful row or an unused correction; the files are written all the same.",
        ),
    ] = False,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=1, metavar="N"),
        Bilingual("同時に読む一覧の数。", "How many lists are read side by side."),
    ] = 1,
    header: Annotated[
        HeaderLabels,
        typer.Option("--header"),
        Bilingual(
            "CSVの見出し。en は英語名、ja は自治体標準オープンデータセットなどの日本語名。",
            "Header of the CSV: en names, or the ja labels of the open-data standard.",
        ),
    ] = HeaderLabels.en,
    bom: Annotated[
        bool,
        typer.Option("--bom"),
        Bilingual("CSVの先頭にBOMを付けます（Excelで開く場合）。", "Begin the CSV with a byte-order mark (for Excel)."),
    ] = False,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q"),
        Bilingual(
            "エラーと、--check・--strict で見つかったもののほかは黙ります。",
            "Say nothing but errors and what --check or --strict found.",
        ),
    ] = False,
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

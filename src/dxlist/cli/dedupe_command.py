"""``dxlist dedupe``: lists -> the projects behind their rows, and where the rows contradict each other."""

from __future__ import annotations

from pathlib import Path

import typer

from dxlist.cli.dedupe_options import (
    FORMAT_NAMES,
    TEXT,
    All,
    DecisionsFile,
    FailOn,
    FailOnGrade,
    FormatName,
    OutputFile,
    Review,
    TableName,
)
from dxlist.cli.options import HeaderLabels
from dxlist.cli.parse_options import Bom, EncodingName, Header  # noqa: TC001 - typer reads the annotations
from dxlist.cli.query_options import Paths  # noqa: TC001
from dxlist.exports.formats import Style
from dxlist.exports.projects.formats import ProjectStyle
from dxlist.exports.projects.tables import DEFAULT, TABLES
from dxlist.text.bilingual import Bilingual, Language

DEDUPE = Bilingual(
    "どの行が同じ事業か、どの事業が同じ上位事業に属するか、どこが食い違うかを示します。",
    "Show which rows are one project, which projects are one programme, and where they disagree.",
)
STANDARD_OUTPUT = "-"


def dedupe(
    language: Language,
    paths: Paths = None,
    *,
    format_: FormatName = None,
    output: OutputFile = STANDARD_OUTPUT,
    table: TableName = None,
    everything: All = False,
    decisions: DecisionsFile = None,
    review: Review = False,
    fail_on: FailOnGrade = FailOn.never,
    encoding: EncodingName = None,
    header: Header = HeaderLabels.en,
    bom: Bom = False,
) -> None:
    """Find the projects of lists."""
    from dxlist.cli.dedupe_run import Request, run_dedupe  # noqa: PLC0415 - nothing of the work is loaded for --version
    from dxlist.cli.voice import Voice  # noqa: PLC0415

    wanted = _format(format_, output, language)
    style = ProjectStyle(_table(table, wanted, language), Style(header.value, bom))
    file = Path(decisions) if decisions else None
    _check_review(language, paths, file, review=review, writes=bool(format_) or output != STANDARD_OUTPUT)
    request = Request(tuple(paths or ()), wanted, output, style, file, everything, review, fail_on, encoding)
    raise typer.Exit(run_dedupe(request, Voice(language)))


def _format(wanted: str | None, output: str, language: Language) -> str:
    """Return the format to write."""
    names = ", ".join(FORMAT_NAMES)
    if not output:
        raise _bad("--output", Bilingual("ファイル名を指定してください。", "give the name of a file."), language)
    if wanted is not None and wanted not in FORMAT_NAMES:
        text = Bilingual(
            f"形式「{wanted}」はありません。{names} のどれかを指定してください。", f'"{wanted}" is none of {names}.'
        )
        raise _bad("--format", text, language)
    suffix = Path(output).suffix.lower().removeprefix(".")
    if wanted or suffix in (*FORMAT_NAMES, "", "txt"):
        return wanted or (suffix if suffix in FORMAT_NAMES else TEXT)
    text = Bilingual(
        f"拡張子「.{suffix}」からは形式が決まりません。--format に {names} のどれかを指定してください。",
        f'the suffix ".{suffix}" names no format; give one of {names} with --format.',
    )
    raise _bad("--output", text, language)


def _table(wanted: str | None, format_: str, language: Language) -> str:
    """Return the table of the CSV."""
    if wanted is not None and format_ != "csv":
        text = Bilingual("--table は --format csv と使います。", "it goes with --format csv.")
        raise _bad("--table", text, language)
    if wanted is not None and wanted not in TABLES:
        names = ", ".join(TABLES)
        text = Bilingual(
            f"表「{wanted}」はありません。{names} のどれかを指定してください。", f'"{wanted}" is none of {names}.'
        )
        raise _bad("--table", text, language)
    return wanted or DEFAULT


def _check_review(
    language: Language, paths: list[str] | None, file: Path | None, *, review: bool, writes: bool
) -> None:
    """Raise where ``--review`` cannot go with the other options."""
    if not review:
        return
    if file is None:
        text = Bilingual(
            "決めたことを書くファイルを --decisions で指定してください（なければ作ります）。",
            "name the file to write the decisions into with --decisions; it is made where there is none.",
        )
        raise _bad("--review", text, language)
    if writes:
        text = Bilingual(
            "--format や --output とは使えません。決めたあとで、同じ --decisions を付けて実行してください。",
            "it cannot go with --format or --output; decide first, then run it with the same --decisions.",
        )
        raise _bad("--review", text, language)
    if "-" in (paths or ()):
        text = Bilingual(
            "標準入力は答えを聞くのに使うので、一覧はファイルで指定してください。",
            "standard input is for the answers; name the lists as files.",
        )
        raise _bad("--review", text, language)


def _bad(option: str, text: Bilingual, language: Language) -> typer.BadParameter:
    return typer.BadParameter(text.text(language), param_hint=option)

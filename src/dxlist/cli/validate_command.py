"""``dxlist validate``: lists -> what the rules find in them."""

from __future__ import annotations

import typer

from dxlist.cli.parse_options import EncodingName  # noqa: TC001 - typer reads the annotations
from dxlist.cli.validate_options import (  # noqa: TC001
    BaselineFile,
    Config,
    FailOnName,
    FormatName,
    Ignore,
    OutputFile,
    Paths,
    Quiet,
    Select,
    Show,
    WriteBaseline,
)
from dxlist.text.bilingual import Bilingual, Language

VALIDATE = Bilingual(
    "一覧を検査し、誤りや読みにくいところを場所と理由とともに示します。",
    "Check lists by rules: what is wrong or hard to read, where, and why.",
)


def validate(
    language: Language,
    paths: Paths = None,
    *,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOnName = None,
    format_: FormatName = None,
    output: OutputFile = "-",
    show: Show = None,
    encoding: EncodingName = None,
    baseline: BaselineFile = None,
    write_baseline: WriteBaseline = None,
    config: Config = None,
    quiet: Quiet = False,
) -> None:
    """Check lists."""
    from dxlist.cli.validate_request import Asked, request_of  # noqa: PLC0415 - nothing of the work is loaded for --version
    from dxlist.cli.validate_run import run_validate  # noqa: PLC0415
    from dxlist.cli.voice import Voice  # noqa: PLC0415

    asked = Asked(
        tuple(paths or ()), tuple(select or ()), tuple(ignore or ()), fail_on, format_, output, show, encoding,
        baseline, write_baseline, config, quiet,
    )  # fmt: skip
    raise typer.Exit(run_validate(request_of(asked, language), Voice(language, quiet=quiet)))

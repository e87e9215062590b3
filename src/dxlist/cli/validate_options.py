"""The options of ``dxlist validate``, each with its help in both languages."""

from __future__ import annotations

from typing import Annotated

import typer

from dxlist.exports.findings.formats import FINDING_FORMATS
from dxlist.text.bilingual import Bilingual

TEXT = "text"
FORMAT_NAMES = (TEXT, *FINDING_FORMATS)
_FORMATS = Bilingual(
    "、".join(f"{found.name} は{found.about.ja}" for found in FINDING_FORMATS.values()),
    ", ".join(f"{found.name}: {found.about.en}" for found in FINDING_FORMATS.values()),
)

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATHS", show_default=False),
    Bilingual(
        "一覧のファイル（.tsv .txt .csv など、または dxlist parse が書いた .json）、フォルダー、-（標準入力）。"
        "省くと data/raw。",
        "Lists (.tsv, .txt, .csv ..., or .json written by dxlist parse), folders, or - for standard input; "
        "without any, data/raw.",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", "-s", metavar="CODES", show_default=False),
    Bilingual(
        "使う検査の番号か頭の部分（DX401、DX4 など）。コンマで並べても、繰り返してもよい。",
        "Codes of the rules to apply, or how they begin (DX401, DX4); with commas, or several times.",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", "-i", metavar="CODES", show_default=False),
    Bilingual("使わない検査の番号か頭の部分。", "Codes of the rules to leave out, or how they begin."),
]
FailOnName = Annotated[
    str | None,
    typer.Option("--fail-on", metavar="error|warning|info|never", show_default=False),
    Bilingual(
        "この重大度以上のものが見つかれば終了コード1。省くと warning。",
        "Exit 1 where a finding is as bad as this or worse; without it, warning.",
    ),
]
FormatName = Annotated[
    str | None,
    typer.Option("--format", "--output-format", "-f", metavar="|".join(FORMAT_NAMES), show_default=False),
    Bilingual(
        f"出力の形式。省くと text（画面用）。{_FORMATS.ja}。",
        f"Output format; without it text, for people. {_FORMATS.en}.",
    ),
]
OutputFile = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE"),
    Bilingual("書き出すファイル。- は標準出力。", "File to write into; - is standard output."),
]
Show = Annotated[
    str | None,
    typer.Option("--show", metavar="error|warning|info", show_default=False),
    Bilingual(
        "示す重大度の下限。省くと text は warning 以上を示して info は数だけ、ほかの形式はすべて。",
        "Lowest severity that is reported; without it text shows warnings and errors and counts infos, "
        "the other formats report everything.",
    ),
]
BaselineFile = Annotated[
    str | None,
    typer.Option("--baseline", metavar="FILE", show_default=False),
    Bilingual(
        "既知の検出結果のファイル。そこにあるものは示さず、終了コードにも数えません。",
        "File of known findings; what it holds is not reported and fails nothing.",
    ),
]
WriteBaseline = Annotated[
    str | None,
    typer.Option("--write-baseline", metavar="FILE", show_default=False),
    Bilingual(
        "今の検出結果をすべて既知としてこのファイルに書き、終了コード0で終わります。",
        "Write all findings of now into this file, as known ones, and exit 0.",
    ),
]
Config = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", show_default=False),
    Bilingual(
        "設定のファイル。省くと、今のフォルダーから上へ最初に見つかる dxlist.toml か pyproject.toml の [tool.dxlist]。",
        "Configuration; without it the nearest dxlist.toml, or pyproject.toml with [tool.dxlist], "
        "from this folder upward.",
    ),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q"),
    Bilingual("エラーと検出結果のほかは黙ります。", "Say nothing but errors and findings."),
]

"""The options of ``dxlist parse``, each with its help in both languages."""

from __future__ import annotations

from typing import Annotated

import typer

from dxlist.cli.options import HeaderLabels
from dxlist.exports.formats import FORMATS
from dxlist.text.bilingual import Bilingual

_NAMES = "|".join(FORMATS)

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATHS", show_default=False),
    Bilingual(
        "一覧のファイル（.tsv .txt .csv など）、フォルダー、または -（標準入力）。省くと data/raw。",
        "Lists (.tsv, .txt, .csv ...), folders, or - for standard input; without any, data/raw.",
    ),
]
OutputFolder = Annotated[
    str,
    typer.Option("--output", "-o", metavar="DIR"),
    Bilingual("書き出すフォルダー。- は標準出力。", "Folder to write into; - is standard output."),
]
FormatName = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar=_NAMES, show_default=False),
    Bilingual(
        "書き出す形式をひとつ。省くと json と csv（標準出力には json）。",
        "One format; without it json and csv (json on standard output).",
    ),
]
EncodingName = Annotated[
    str | None,
    typer.Option("--encoding", "-e", metavar="NAME", show_default=False),
    Bilingual(
        "文字コード（cp932 など）。省くと自動で判定します。",
        "Encoding of the lists (cp932 ...); without it, it is detected.",
    ),
]
Check = Annotated[
    bool,
    typer.Option("--check"),
    Bilingual(
        "何も書かず、書き出し済みのファイルが今の一覧と合うかを確かめます。合わなければ終了コード1。",
        "Write nothing; exit 1 where a normalised file is not what its list gives now.",
    ),
]
Strict = Annotated[
    bool,
    typer.Option("--strict"),
    Bilingual(
        "残ったセル、疑わしい行、使われない訂正があれば終了コード1。ファイルは書きます。",
        "Exit 1 on a leftover, a doubtful row or an unused correction; the files are written all the same.",
    ),
]
Jobs = Annotated[
    int,
    typer.Option("--jobs", "-j", min=1, metavar="N"),
    Bilingual("同時に読む一覧の数。", "How many lists are read side by side."),
]
Header = Annotated[
    HeaderLabels,
    typer.Option("--header"),
    Bilingual(
        "CSVの見出し。en は英語名、ja は自治体標準オープンデータセットなどの日本語名。",
        "Header of the CSV: en names, or the ja labels of the open-data standard.",
    ),
]
Bom = Annotated[
    bool,
    typer.Option("--bom"),
    Bilingual("CSVの先頭にBOMを付けます（Excelで開く場合）。", "Begin the CSV with a byte-order mark (for Excel)."),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q"),
    Bilingual(
        "エラーと、--check・--strict で見つかったもののほかは黙ります。",
        "Say nothing but errors and what --check or --strict found.",
    ),
]

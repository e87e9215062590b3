"""Every option that several commands share, written once, with its help in both languages.

A command is a function of an options class and of :class:`~dxlist.cli.messages.Messages`.  Each field of the class is
annotated with typer's option and, beside it, its :class:`Bilingual` help.  A field that takes several values is a
``Sequence[str]``.  A letter means one thing in all commands; of several long names the first is shown, the others are
accepted too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from dxlist.reading.forms import SUFFIXES
from dxlist.text.bilingual import Bilingual

Several = Sequence[str]
"""What is given several times, or in several arguments."""
LANGUAGES = ("ja", "en")
NORMALIZED = "data/normalized"
"""The folder that ``parse`` writes into."""

Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="|".join(LANGUAGES), show_default=False),
    Bilingual(
        "メッセージの言語（なければ環境変数 DXLIST_LANG、それもなければロケール）。",
        "Language of the messages (else DXLIST_LANG, else the locale).",
    ),
]
RawPaths = Annotated[
    Several,
    typer.Argument(metavar="PATHS", show_default=False),
    Bilingual(
        f"一覧のファイル（{' '.join(SUFFIXES)} など）、フォルダー、または -（標準入力）。省くと data/raw。",
        f"Lists ({', '.join(SUFFIXES)} ...), folders, or - for standard input; without any, data/raw.",
    ),
]
Paths = Annotated[
    Several,
    typer.Argument(metavar="PATHS", show_default=False),
    Bilingual(
        "一覧のファイル、dxlist parse が書いた .json、そのフォルダー、または -（標準入力）。省くと data/raw。",
        "Lists, .json files that dxlist parse wrote, folders of them, or - for standard input; without any, data/raw.",
    ),
]
InputEncoding = Annotated[
    str | None,
    typer.Option("--encoding", "--input-encoding", "-e", metavar="NAME", show_default=False),
    Bilingual(
        "元の一覧の文字コード（cp932 など）。省くと自動で判定します。",
        "Encoding of the lists (cp932 ...); without it, it is detected.",
    ),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q"),
    Bilingual("エラーと、見つかったもののほかは黙ります。", "Say nothing but errors and what was found."),
]
Jobs = Annotated[
    str,
    typer.Option("--jobs", "-j", metavar="N"),
    Bilingual("同時に読む一覧の数。", "How many lists are read side by side."),
]
OutputFile = Annotated[
    str,
    typer.Option("--output", "--out", "-o", metavar="FILE", show_default=False),
    Bilingual("書き出すファイル。省くか - なら標準出力。", "File to write; without it, or with -, standard output."),
]
Overwrite = Annotated[
    bool,
    typer.Option("--overwrite"),
    Bilingual(
        "dxlist が書いたものでないファイルも置き換えます。",
        "Replace a file that is there, also one that dxlist did not write.",
    ),
]
HeaderLanguage = Annotated[
    str,
    typer.Option("--header", metavar="|".join(LANGUAGES)),
    Bilingual(
        "表の見出しと符号。en は英語名、ja は自治体標準オープンデータセットなどの日本語名。",
        "Header and codes of a table: en names, or ja, the labels of the open-data standard.",
    ),
]
Bom = Annotated[
    bool,
    typer.Option("--bom"),
    Bilingual(
        "CSV・TSVの先頭にBOMを付けます（Excelで開く場合）。", "Begin CSV or TSV with a byte-order mark (for Excel)."
    ),
]
ENCODINGS = ("utf-8", "cp932")
OutputEncoding = Annotated[
    str,
    typer.Option("--output-encoding", metavar="|".join(ENCODINGS)),
    Bilingual(
        "CSV・TSVなどの文字コード。表せない文字があれば、その場所を示して止まります。",
        "Encoding of CSV, TSV or Markdown; a character that it lacks ends the command with its place.",
    ),
]
RawText = Annotated[
    bool,
    typer.Option("--raw-text"),
    Bilingual(
        "表計算ソフトが数式として実行する文字列も、前に ' を付けずそのまま書きます。",
        "Write a text as it is, without a ' in front, even where a spreadsheet would run it as a formula.",
    ),
]
Limit = Annotated[
    str | None,
    typer.Option("--limit", "-n", metavar="N", show_default=False),
    Bilingual("はじめのN件だけ。", "Only the first N."),
]
All = Annotated[
    bool,
    typer.Option("--all", "-a"),
    Bilingual("一部を省かず、すべてを示します。", "Show everything, and leave nothing out."),
]
Decisions = Annotated[
    str | None,
    typer.Option("--decisions", metavar="FILE", show_default=False),
    Bilingual(
        "同じ事業か別の事業かを人が決めたファイル（TOML）。行の記載より優先します。",
        "What people decided (TOML): which rows are one project or not; it overrules the rows.",
    ),
]


def table(names: Sequence[str]) -> typer.models.OptionInfo:
    """Return the option that takes the name of one of these tables."""
    option: typer.models.OptionInfo = typer.Option("--table", metavar="|".join(names), show_default=False)
    return option


TABLE_HELP = Bilingual("書き出す表を1つ。", "One table to write.")

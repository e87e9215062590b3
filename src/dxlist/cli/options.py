"""How a command declares what it takes, with its help in two languages, and the options that several commands share.

A command is a function of a dataclass of options and of :class:`~dxlist.cli.messages.Messages`.  Each field of the
dataclass is one option or argument, made by :func:`value`, :func:`several`, :func:`switch` or :func:`argument`; what
commands share is inherited.  A letter means one thing in all commands; of several long names the first is shown, the
others are accepted too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, overload

from dxlist.text.bilingual import Bilingual

Several = Sequence[str]
"""What is given several times, or in several arguments."""
LANGUAGES = ("ja", "en")
ENCODINGS = ("utf-8", "cp932")
NORMALIZED = "data/normalized"
"""The folder that ``parse`` writes into."""
DECLARED = "declared"
"""The key of a field's metadata that holds its :class:`Declared`."""


class Declared(NamedTuple):
    """What the command line knows of one option or argument."""

    names: tuple[str, ...]
    """As they are typed, the one that is shown first; none of an argument.  ``--a/--b`` switches on and off."""
    metavar: str | None
    """What stands for the value in the help; None: there is none."""
    help: Bilingual
    kind: Any
    """The type of the value."""
    shows_default: bool = True


def declare(typed: str, ja: str, en: str, kind: Any, *, shows_default: bool = True) -> Declared:
    """Return a declaration from the names and the metavar as they are typed.

    >>> declare("--limit -n N", "はじめのN件だけ。", "Only the first N.", str)[:2]
    (('--limit', '-n'), 'N')
    """
    names = tuple(part for part in typed.split() if part.startswith("-"))
    metavar = next((part for part in typed.split() if not part.startswith("-")), None)
    return Declared(names, metavar, Bilingual(ja, en), kind, shows_default)


@overload
def value(typed: str, ja: str, en: str) -> str | None: ...
@overload
def value(typed: str, ja: str, en: str, default: str, *, shows_default: bool = True) -> str: ...
def value(typed: str, ja: str, en: str, default: str | None = None, *, shows_default: bool = True) -> Any:
    """Return the field of an option with a value, typed as in ``--limit -n N``."""
    kind = str | None if default is None else str
    return field(default=default, metadata={DECLARED: declare(typed, ja, en, kind, shows_default=shows_default)})


def several(typed: str, ja: str, en: str) -> Several:
    """Return the field of an option that may be given several times, or of an argument that takes all that is left."""
    made: Several = field(default=(), metadata={DECLARED: declare(typed, ja, en, Several)})
    return made


def switch(typed: str, ja: str, en: str) -> bool:
    """Return the field of an option that is on where it is given."""
    made: bool = field(default=False, metadata={DECLARED: declare(typed, ja, en, bool)})
    return made


def either(typed: str, ja: str, en: str) -> bool | None:
    """Return the field of a pair of options, ``--yes/--no``, of which none need be given."""
    made: bool | None = field(default=None, metadata={DECLARED: declare(typed, ja, en, bool | None)})
    return made


def argument(metavar: str, ja: str, en: str) -> str:
    """Return the field of an argument that must be given."""
    made: str = field(metadata={DECLARED: declare(metavar, ja, en, str)})
    return made


LANG = declare(
    f"--lang {'|'.join(LANGUAGES)}",
    "メッセージの言語（なければ環境変数 DXLIST_LANG、それもなければロケール）。",
    "Language of the messages (else DXLIST_LANG, else the locale).",
    str | None,
)
ALL = ("--all -a", "一部を省かず、すべてを示します。", "Show everything, and leave nothing out.")


@dataclass(frozen=True, kw_only=True)
class ReadingOptions:
    """The options of every command that reads a list."""

    encoding: str | None = value(
        "--encoding --input-encoding -e NAME",
        "元の一覧の文字コード（cp932 など）。省くと自動で判定します。",
        "Encoding of the lists (cp932 ...); without it, it is detected.",
    )
    quiet: bool = switch(
        "--quiet -q", "エラーと、見つかったもののほかは黙ります。", "Say nothing but errors and what was found."
    )


@dataclass(frozen=True, kw_only=True)
class ListOptions(ReadingOptions):
    """The options of a command that asks of lists, raw or normalised."""

    paths: Several = several(
        "PATHS",
        "一覧のファイル、dxlist parse が書いた .json、そのフォルダー、または -（標準入力）。省くと data/raw。",
        "Lists, .json files that dxlist parse wrote, folders of them, or - for standard input; without any, data/raw.",
    )
    jobs: str | None = value(
        "--jobs -j N",
        "同時に読む一覧の数。省くと、一覧が20件までは1、それより多ければCPUのコアの数。",
        "How many lists are read side by side; without it 1, of more than 20 lists as many as there are cores.",
    )


@dataclass(frozen=True, kw_only=True)
class CacheChoice:
    """The options of a command that keeps what it read of lists, and of the one that looks after what was kept."""

    cache: str | None = value(
        "--cache DIR",
        "読んだ一覧を覚えておくフォルダー。変わっていない一覧は読み直しません。"
        "省くと環境変数 DXLIST_CACHE、それもなければシステムのキャッシュのフォルダー。",
        "Folder that keeps what was read of lists; one that has not changed is not read again. "
        "Without it DXLIST_CACHE, else the folder that the system has for caches.",
    )


@dataclass(frozen=True, kw_only=True)
class CachedOptions(CacheChoice):
    """The options of a command that keeps what it read of lists."""

    no_cache: bool = switch("--no-cache", "一覧をすべて読み直します。", "Read all lists anew, and keep nothing.")


@dataclass(frozen=True, kw_only=True)
class JoiningOptions(ListOptions):
    """The options of a command that joins the rows of lists into projects."""

    decisions: str | None = value(
        "--decisions FILE",
        "同じ事業か別の事業かを人が決めたファイル（TOML）。行の記載より優先します。"
        "省くと、設定の decisions、それもなければ一覧の隣の decisions.toml。",
        "What people decided (TOML): which rows are one project or not; it overrules the rows. "
        "Without it decisions of the configuration, else decisions.toml beside the lists.",
    )
    no_decisions: bool = switch("--no-decisions", "人が決めたファイルを使いません。", "Do without what people decided.")


@dataclass(frozen=True, kw_only=True)
class WritingOptions(ReadingOptions):
    """The options of a command that writes tables, of whatever it reads."""

    output: str = value(
        "--output --out -o FILE",
        "書き出すファイル。省くか - なら標準出力。",
        "File to write; without it, or with -, standard output.",
        "-",
        shows_default=False,
    )
    overwrite: bool = switch(
        "--overwrite",
        "dxlist が書いたものでないファイルも置き換えます。",
        "Replace a file that is there, also one that dxlist did not write.",
    )
    header: str = value(
        f"--header {'|'.join(LANGUAGES)}",
        "表の見出しと符号。en は英語名、ja は自治体標準オープンデータセットなどの日本語名。",
        "Header and codes of a table: en names, or ja, the labels of the open-data standard.",
        "en",
    )
    bom: bool = switch(
        "--bom",
        "CSV・TSVの先頭にBOMを付けます（Excelで開く場合）。",
        "Begin CSV or TSV with a byte-order mark (for Excel).",
    )
    output_encoding: str = value(
        f"--output-encoding {'|'.join(ENCODINGS)}",
        "CSV・TSVなどの文字コード。表せない文字があれば、その場所を示して止まります。",
        "Encoding of CSV, TSV or Markdown; a character that it lacks ends the command with its place.",
        "utf-8",
    )
    raw_text: bool = switch(
        "--raw-text",
        "表計算ソフトが数式として実行する文字列も、前に ' を付けずそのまま書きます。",
        "Write a text as it is, without a ' in front, even where a spreadsheet would run it as a formula.",
    )


@dataclass(frozen=True, kw_only=True)
class TableOptions(WritingOptions, ListOptions):
    """The options of a command that asks of lists and writes tables."""


@dataclass(frozen=True, kw_only=True)
class ProjectTableOptions(TableOptions, JoiningOptions):
    """The options of a command that joins the rows of lists into projects and writes tables."""


SHARED = (
    *("paths", "decisions", "no_decisions", "output", "overwrite", "header", "bom", "output_encoding", "raw_text"),
    *("encoding", "jobs", "cache", "no_cache", "quiet"),
)
"""In the order of the help, behind what is a command's own."""

"""``Format`` and ``FORMATS``: the one registry of what dxlist writes; help, choices and suffixes follow from an entry.

A format is one file in ``dxlist.exports.formats`` and one entry here.  The file is loaded where the format is used, and
has a function for each thing that the format takes:

- ``rows_to_bytes(table, style)``: a :class:`~dxlist.model.table.Table` -> pieces of bytes;
- ``tables_to_bytes(tables, style)``: several tables -> bytes, whole or in pieces, or of a folder those of its files;
- ``whole_to_bytes(model, style)``: a whole document, or all projects -> bytes;
- ``findings_to_bytes(checked, language)``: what the rules found -> bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from dxlist.errors import DxlistError, UsageError
from dxlist.exports.described.names import MAIN, OF_LIST
from dxlist.text.bilingual import COMMA, Bilingual
from dxlist.text.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from dxlist.model.table import Table
    from dxlist.rules.checking import Checked
    from dxlist.text.bilingual import Language

Takes = Literal["rows", "tables", "whole", "findings"]
StyleOption = Literal["header", "byte_order_mark", "encoding"]
FileEncoding = Literal["utf-8", "cp932"]

Made = bytes | Iterable[bytes] | dict[str, bytes]
"""What several tables are made into: a file, whole or in pieces, or the files of a folder by their names."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is to look; the same for every command and every format."""

    header: Language = "en"
    """Names of columns and codes: the English ones of the records, or Japanese words."""
    byte_order_mark: bool = False
    encoding: FileEncoding = "utf-8"
    raw_text: bool = False
    """Leave a text as it is, even where a spreadsheet would run it as a formula."""


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    about: Bilingual
    suffixes: tuple[str, ...]
    """What its files may end with, the usual one first; without any it is a folder, or has no name of its own."""
    takes: frozenset[Takes]
    module: str
    """Its file in ``dxlist.exports.formats``."""
    follows: frozenset[StyleOption] = frozenset()
    """The options of a style that change what it writes."""
    is_text: bool = True
    """Whether it may go to standard output."""
    is_folder: bool = False

    def rows(self, table: Table, style: Style = PLAIN) -> Iterator[bytes]:
        """Yield one table, piece by piece."""
        pieces: Iterator[bytes] = self._load("rows")(table, style)
        return pieces

    def tables(self, tables: Sequence[Table], style: Style = PLAIN) -> Made:
        """Return several tables in one file, whole or in pieces, or for a folder the bytes of its files by name."""
        made: Made = self._load("tables")(tables, style)
        return made

    def whole(self, model: BaseModel, style: Style = PLAIN) -> bytes:
        """Return a whole record: a document, or all projects."""
        made: bytes = self._load("whole")(model, style)
        return made

    def findings(self, checked: Checked, language: Language) -> bytes:
        """Return what the rules found, in one language."""
        made: bytes = self._load("findings")(checked, language)
        return made

    def _load(self, takes: Takes) -> Callable[..., Any]:
        if takes not in self.takes:
            raise UsageError(self.name, *_takes_no(takes))
        function: Callable[..., Any] = getattr(
            import_module(f"dxlist.exports.formats.{self.module}"), f"{takes}_to_bytes"
        )
        return function


_ROWS: frozenset[Takes] = frozenset({"rows"})
_TABLES: frozenset[Takes] = frozenset({"tables"})
_FINDINGS: frozenset[Takes] = frozenset({"findings"})
_OF_TEXT: frozenset[StyleOption] = frozenset({"header", "byte_order_mark", "encoding"})
_OF_WORKBOOK: frozenset[StyleOption] = frozenset({"header"})

FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format(
            "json", Bilingual("1つのJSON。取組などは記録の全体", "one JSON, of initiatives and the like whole records"),
            (".json",), _ROWS | {"whole"}, "json",
        ),
        Format("jsonl", Bilingual("同じものを1行に1件", "the same, one a line"), (".jsonl", ".ndjson"), _ROWS, "jsonl"),
        Format("csv", Bilingual("コンマ区切りの表", "a table with commas"), (".csv",), _ROWS, "csv", _OF_TEXT),
        Format("tsv", Bilingual("タブ区切りの表", "a table with tabs"), (".tsv",), _ROWS, "tsv", _OF_TEXT),
        Format(
            "markdown", Bilingual("文書用の表", "a table for documents"),
            (".md", ".markdown"), _ROWS, "markdown", _OF_TEXT,
        ),
        Format(
            "xlsx", Bilingual("Excelブック、1つの表が1シート", "an Excel workbook, a sheet a table"),
            (".xlsx",), _ROWS | _TABLES, "xlsx", _OF_WORKBOOK, is_text=False,
        ),
        Format(
            "parquet", Bilingual("分析用の表（DuckDBが必要）", "a table for analysis (needs DuckDB)"),
            (".parquet",), _ROWS, "parquet", is_text=False,
        ),
        Format(
            "sqlite", Bilingual("SQLiteデータベース、全部の表", "a SQLite database of all tables"),
            (".sqlite", ".db", ".sqlite3"), _TABLES, "sqlite", is_text=False,
        ),
        Format(
            "datapackage",
            Bilingual("フォルダー。全部の表のCSVと説明書き", "a folder: all tables as CSV with their schema"),
            (), _TABLES, "datapackage", is_text=False, is_folder=True,
        ),
        Format("sarif", Bilingual("SARIF 2.1.0", "SARIF 2.1.0"), (".sarif", ".sarif.json"), _FINDINGS, "sarif"),
        Format("junit", Bilingual("JUnit の XML", "XML of JUnit"), (".xml",), _FINDINGS, "junit"),
        Format("github", Bilingual("GitHub Actions の注釈", "annotations of GitHub Actions"), (), _FINDINGS, "github"),
        Format("gitlab", Bilingual("GitLab の Code Quality", "code quality of GitLab"), (), _FINDINGS, "gitlab"),
    )
}  # fmt: skip
"""By name, in the order in which they are shown."""


def formats_for(*takes: Takes) -> dict[str, Format]:
    """Return the formats that take one of these, by name.

    >>> list(formats_for("rows"))
    ['json', 'jsonl', 'csv', 'tsv', 'markdown', 'xlsx', 'parquet']
    """
    return {name: found for name, found in FORMATS.items() if not found.takes.isdisjoint(takes)}


def names_of(formats: Iterable[Format]) -> str:
    """Return the names of formats, as a choice in a help text.

    >>> names_of(formats_for("tables").values())
    'xlsx|sqlite|datapackage'
    """
    return "|".join(found.name for found in formats)


def format_of(path: str, formats: Mapping[str, Format] = FORMATS) -> Format | None:
    """Return the format that the name of a file ends with, by the longest end that is known; None: that of none.

    >>> format_of("一覧.XLSX").name
    'xlsx'
    """
    ends = {suffix: found for found in formats.values() for suffix in found.suffixes if path.lower().endswith(suffix)}
    return ends[max(ends, key=len)] if ends else None


def find_format(name: str | None, path: str, formats: Mapping[str, Format], place: str = "--format") -> Format:
    """Return the format of a name, or without one that of the name of a file.

    Args:
        name: what was asked for; None: the name of the file says it.
        path: the file to write.
        formats: those to choose from.
        place: the option that asks, for the message.

    Raises:
        UsageError: there is no such format, or the name of the file says none.
    """
    found = format_of(path, formats) if name is None else formats.get(name)
    if found:
        return found
    names = COMMA.join(formats)
    if name is None:
        problem = Bilingual("この名前からは形式が決まりません。", "the name says no format.")
        remedy = Bilingual(f"{place} に ", f"Give {place}: ") + names + Bilingual(" のどれかを指定してください。", ".")
        raise UsageError(path, problem, remedy)
    name = shortened(name)
    problem = Bilingual(f"形式「{name}」はありません。", f'there is no format "{name}".')
    raise UsageError(place, problem, Bilingual("あるのは ", "There are: ") + names + Bilingual(" です。", "."))


BY_DEFAULT = ("json", "csv", "targets.csv")
"""What ``dxlist parse`` writes without being told."""


def document_formats() -> tuple[str, ...]:
    """Return what one list may be written as: every format of rows, and ``targets.csv``, the table of its targets."""
    names = list(formats_for("rows"))
    names.insert(names.index("csv") + 1, "targets.csv")
    return tuple(names)


def table_and_format(name: str) -> tuple[str, Format]:
    """Return table and format of a name of ``document_formats``; any format may have a table of a list before it.

    >>> [part if isinstance(part, str) else part.name for part in table_and_format("targets.csv")]
    ['targets', 'csv']

    Raises:
        UsageError: there is no such format.
    """
    table, _, format_ = name.rpartition(".")
    if table in OF_LIST:
        return table, find_format(format_, "", formats_for("rows"))
    return MAIN, find_format(name, "", formats_for("rows"))


def file_name(stem: str, name: str) -> str:
    """Return the name of the file that a list becomes in a format.

    >>> file_name("fukushima_r04", "targets.csv"), file_name("fukushima_r04", "markdown")
    ('fukushima_r04.targets.csv', 'fukushima_r04.md')
    """
    table, found = table_and_format(name)
    return f"{stem}{'' if table == MAIN else f'.{table}'}{found.suffixes[0]}"


OPTIONS: dict[StyleOption, str] = {
    "header": "--header ja",
    "byte_order_mark": "--bom",
    "encoding": "--output-encoding",
}
"""The option of the command line that asks for each."""


def check_style(found: Format, style: Style) -> None:
    """Raise where a style asks for what a format cannot follow.

    Raises:
        UsageError: an option makes no difference to the format, or two options contradict each other.
    """
    for option, text in OPTIONS.items():
        if getattr(style, option) != getattr(PLAIN, option) and option not in found.follows:
            names = names_of(one for one in FORMATS.values() if option in one.follows).replace("|", ", ")
            problem = Bilingual(f"{found.name} では使えません。", f"does not go with {found.name}.")
            raise UsageError(text, problem, Bilingual(f"使えるのは {names} です。", f"It goes with {names}."))
    if style.byte_order_mark and style.encoding != "utf-8":
        problem = Bilingual(f"{style.encoding} にBOMはありません。", f"{style.encoding} has no byte-order mark.")
        raise UsageError("--bom", problem, Bilingual("どちらかを外してください。", "Leave one of the two out."))


def check_stream(found: Format) -> None:
    """Raise where a format cannot go to standard output.

    Raises:
        UsageError: it is no text.
    """
    if not found.is_text:
        names = names_of(one for one in formats_for(*found.takes, "rows").values() if one.is_text).replace("|", ", ")
        raise UsageError(
            "-",
            Bilingual(f"{found.name} は標準出力に書けません。", f"{found.name} cannot go to standard output."),
            Bilingual(
                f"--output にファイルを指定してください。標準出力に書けるのは {names} です。",
                f"Name a file with --output; to standard output go {names}.",
            ),
        )


def _takes_no(takes: Takes) -> tuple[Bilingual, Bilingual]:
    names = names_of(formats_for(takes).values()).replace("|", ", ")
    return (
        Bilingual("この形式では書けません。", "this format does not hold it."),
        Bilingual(f"使えるのは {names} です。", f"It goes into {names}."),
    )


class MissingExtraError(DxlistError):
    """What a format is written with is not installed; the message names the extra that brings it."""

    def __init__(self, format_: str, package: str, instead: str) -> None:
        super().__init__(
            format_,
            Bilingual(f"{format_} を書く {package} がありません。", f"{package}, which writes it, is not installed."),
            Bilingual(
                f"pip install 'dxlist[{format_}]' で入れるか、{instead} で書き出してください。",
                f"Install it with: pip install 'dxlist[{format_}]'; or write {instead}.",
            ),
        )

"""The formats that ``export`` writes: each one function, entered here once; loaded where it is used.

The choices of ``--to``, the help, what an option may stand with and the messages follow from the entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dxlist.exports.format import FORMATS, Style
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from dxlist.exports.described.content import Content
    from dxlist.exports.looks import Look

Takes = Literal["table", "header", "bom", "encoding", "excel_safe"]
"""An option that changes what a format writes."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format of ``dxlist export``."""

    name: str
    about: Bilingual
    function: str
    """Module and name of its function, (content, look) -> bytes; of a folder, names -> bytes."""
    suffixes: tuple[str, ...]
    """What its files may end with, the usual one first; without any it is a folder."""
    takes: frozenset[Takes]
    is_text: bool = False
    """Whether it may go to standard output."""

    def make(self, content: Content, look: Look) -> bytes | dict[str, bytes]:
        """Return the bytes of the file, or of a folder the bytes of each of its files by name."""
        from dxlist.exports.exporting import export_bytes  # noqa: PLC0415

        style = Style(look.header, look.byte_order_mark, look.encoding, raw_text=not look.excel_safe)
        return export_bytes(content, FORMATS[self.name], look.table, style)

    @property
    def is_folder(self) -> bool:
        """Return whether it is a folder of files."""
        return not self.suffixes


_TABULAR: frozenset[Takes] = frozenset({"table", "header", "bom", "encoding", "excel_safe"})

EXPORT_FORMATS: dict[str, ExportFormat] = {
    found.name: found
    for found in (
        ExportFormat(
            "json",
            Bilingual("1つの表。取組は記録の全体", "one table; of the initiatives whole records"),
            "text_files:json_file",
            (".json",),
            frozenset({"table"}),
            is_text=True,
        ),
        ExportFormat(
            "jsonl",
            Bilingual("同じものを1行に1件", "the same, one a line"),
            "text_files:json_lines_file",
            (".jsonl", ".ndjson"),
            frozenset({"table"}),
            is_text=True,
        ),
        ExportFormat(
            "csv",
            Bilingual("1つの表、コンマ区切り", "one table, with commas"),
            "text_files:csv_file",
            (".csv",),
            _TABULAR,
            is_text=True,
        ),
        ExportFormat(
            "tsv",
            Bilingual("1つの表、タブ区切り", "one table, with tabs"),
            "text_files:tsv_file",
            (".tsv",),
            _TABULAR,
            is_text=True,
        ),
        ExportFormat(
            "markdown",
            Bilingual("1つの表、文書用", "one table, for documents"),
            "text_files:markdown_file",
            (".md", ".markdown"),
            frozenset({"table", "header"}),
            is_text=True,
        ),
        ExportFormat(
            "xlsx",
            Bilingual("Excelブック、1つの表が1シート", "an Excel workbook, a sheet a table"),
            "workbook:workbook_file",
            (".xlsx",),
            frozenset({"table", "header"}),
        ),
        ExportFormat(
            "sqlite",
            Bilingual("SQLiteデータベース、全部の表", "a SQLite database of all tables"),
            "database:database_file",
            (".sqlite", ".db", ".sqlite3"),
            frozenset(),
        ),
        ExportFormat(
            "parquet",
            Bilingual("1つの表、分析用（DuckDBが必要）", "one table, for analysis (needs DuckDB)"),
            "parquet:parquet_file",
            (".parquet",),
            frozenset({"table"}),
        ),
        ExportFormat(
            "datapackage",
            Bilingual("フォルダー。全部の表のCSVと説明書き", "a folder: all tables as CSV with their schema"),
            "data_package:data_package",
            (),
            frozenset(),
        ),
    )
}
"""By name."""


def format_of(path: str) -> ExportFormat | None:
    """Return the format that a file's name ends with; None: no format's.

    >>> format_of("一覧.XLSX").name
    'xlsx'
    """
    return next((f for f in EXPORT_FORMATS.values() if path.lower().endswith(f.suffixes)), None)

"""``explanation_rows``: tables -> what their columns hold, for people who open a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.exports.described.names import TABLE_NAMES
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.model.table import ColumnType, Table, TableColumn
    from dxlist.text.bilingual import Language

EXPLANATION = Bilingual("列の説明", "columns")
"""The name of the sheet."""

_NAMES = (
    Bilingual("表", "table"),
    Bilingual("列", "column"),
    Bilingual("英語名", "Japanese label"),
    Bilingual("種類", "type"),
    Bilingual("空欄", "empty"),
    Bilingual("説明", "meaning"),
)
_TYPES: dict[ColumnType, Bilingual] = {
    "string": Bilingual("文字列", "text"),
    "integer": Bilingual("整数", "whole number"),
    "number": Bilingual("数値", "number"),
    "boolean": Bilingual("真偽", "true or false"),
    "any": Bilingual("値による", "of the value"),
    "list": Bilingual("文字列（複数は ; でつなぐ）", "texts, joined by ;"),
}
_EMPTY = Bilingual("あり", "may be")
_KEY = Bilingual("この列が表の鍵。", "Key of the table.")
_PART_OF_KEY = Bilingual("表の鍵の一部。", "Part of the key of the table.")


def explanation_rows(tables: Iterable[Table], language: Language) -> tuple[list[str], list[list[str]]]:
    """Return a header, and a row for each column of each table, in one language."""
    return [name.text(language) for name in _NAMES], [row for table in tables for row in _rows(table, language)]


def _rows(table: Table, language: Language) -> Iterator[list[str]]:
    name = TABLE_NAMES.get(table.name)
    title = name.label.ja if name and language == "ja" else table.name
    yield [title, "", "", "", "", name.about.text(language) if name else ""]
    for column in table.columns:
        yield [title, *_row(column, table, language)]


def _row(column: TableColumn, table: Table, language: Language) -> Iterator[str]:
    yield column.title(language)
    yield column.name if language == "ja" else column.label
    yield _TYPES[column.type].text(language)
    yield _EMPTY.text(language) if column.nullable else ""
    about = [column.about.text(language)]
    if column.name in table.primary_key:
        about.append((_KEY if len(table.primary_key) == 1 else _PART_OF_KEY).text(language))
    yield ("" if language == "ja" else " ").join(about)

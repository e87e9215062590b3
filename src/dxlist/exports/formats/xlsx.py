"""XLSX: tables -> an Excel workbook, a sheet a table, and a sheet that explains their columns.

Made to be opened by officials: the header stays in sight and filters, columns are as wide as their texts up to a
limit, long texts wrap, numbers are numbers with their unit in the next column.  No cell is merged and none is ever a
formula: a text that begins with = + - @ is a text, also after somebody has edited the cell.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dxlist.errors import DxlistError
from dxlist.exports.cells import is_formula, join_values
from dxlist.exports.described.explanation import EXPLANATION, explanation_rows
from dxlist.exports.described.names import MAIN, TABLE_NAMES
from dxlist.exports.ours import MARK
from dxlist.text.bilingual import Bilingual
from dxlist.text.widths import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlsxwriter.format import Format as CellFormat
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from dxlist.exports.format import Style
    from dxlist.model.table import Cells, Table
    from dxlist.text.bilingual import Language

LONGEST = 32767
"""Letters that a cell of Excel holds, counted as UTF-16; what is longer would be cut without a word."""
MOST_ROWS = 1048576
MOST_COLUMNS = 16384
_EXACT_DIGITS = 15
"""Digits that a number of Excel keeps."""
_NARROWEST, _WIDEST = 8, 50
_FILTER_BUTTON = 3
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel's dates have no zone
"""The same in every file, so that the same lists give the same bytes."""
_A4 = 9


class TooLongError(DxlistError):
    """A text, or a table, is larger than Excel can hold."""


def rows_to_bytes(table: Table, style: Style) -> Iterator[bytes]:
    """Yield a workbook of one table and its explanation."""
    yield tables_to_bytes([table], style)


def tables_to_bytes(tables: Sequence[Table], style: Style) -> bytes:
    """Return a workbook of several tables; the one that people look for first is the first sheet.

    Raises:
        TooLongError: a text is over 32,767 letters, or a table over the rows or columns of a sheet.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - loaded only where a workbook is written

    ordered = sorted(tables, key=lambda table: table.name != MAIN)
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(stream, options)
    book.set_properties({"created": _MADE})
    book.set_custom_property(MARK, 1, "number")
    formats = Formats(book)
    for table in ordered:
        _add_table(book, formats, table, style)
    if told := [table for table in ordered if any(column.about for column in table.columns)]:
        _add_explanation(book, formats, told, style.header)
    book.close()
    return stream.getvalue()


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], CellFormat] = {}
        self.header = self._get(bold=True, bottom=1, bg_color="#E7E6E6", text_wrap=True, valign="vcenter")
        self.text = self._get(text_wrap=True, valign="top")
        self.formula_like = self._get(text_wrap=True, valign="top", quote_prefix=True)
        self.plain = self._get(valign="top")

    def number(self, decimals: int) -> CellFormat:
        """Return the format of a number with so many digits behind the point."""
        return self._get(valign="top", num_format=f"#,##0.{'0' * decimals}".rstrip("."))

    def _get(self, **properties: object) -> CellFormat:
        key = tuple(properties.items())
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def _add_table(book: Workbook, formats: Formats, table: Table, style: Style) -> None:
    held = replace(table, rows=table.held())
    shown = [tuple(map(_joined, row)) for row in held.shown_rows(style.header)]
    _check_size(table, len(shown))
    sheet = book.add_worksheet(_title(table, style.header))
    _lay_out(sheet, formats, table.header(style.header), shown)
    for number, (row, cells_of_row) in enumerate(zip(held.rows, shown, strict=True), 1):
        for at, value in enumerate(cells_of_row):
            if isinstance(value, str) and _length(value) > LONGEST:
                raise _too_long(table, row, at, _length(value))
            write_cell(sheet, formats, number, at, value)


def _title(table: Table, header: Language) -> str:
    """Return the name of a sheet: that of the table in the language of the header."""
    known = TABLE_NAMES.get(table.name)
    return known.label.ja if known and header == "ja" else table.name


def _joined(value: object) -> object:
    """Return a value as a cell of a workbook holds it."""
    if isinstance(value, tuple | list):
        return join_values(map(str, value))
    return value.hex() if isinstance(value, bytes) else value


def _add_explanation(book: Workbook, formats: Formats, tables: Iterable[Table], header: Language) -> None:
    names, rows = explanation_rows(tables, header)
    sheet = book.add_worksheet(EXPLANATION.ja if header == "ja" else EXPLANATION.en)
    _lay_out(sheet, formats, names, rows)
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            write_cell(sheet, formats, number, at, value)


def write_cell(sheet: Worksheet, formats: Formats, row: int, column: int, value: Any) -> None:
    """Write a value as what it is: text, number, true or false, or nothing."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, formats.plain)
    elif isinstance(value, Decimal):
        _write_decimal(sheet, formats, row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, formats.plain)
    elif value:
        sheet.write_string(row, column, value, formats.formula_like if is_formula(value) else formats.text)


def _write_decimal(sheet: Worksheet, formats: Formats, row: int, column: int, value: Decimal) -> None:
    """Write a decimal as a number in its written precision; one that no number of Excel holds stays a text."""
    _, digits, exponent = value.as_tuple()
    if len(digits) > _EXACT_DIGITS:
        sheet.write_string(row, column, f"{value:f}", formats.text)
    else:
        sheet.write_number(row, column, float(value), formats.number(max(0, -int(exponent))))


def _lay_out(sheet: Worksheet, formats: Formats, names: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write the header and give the sheet its widths, its filter, its frozen row and its look on paper."""
    for at, name in enumerate(names):
        sheet.set_column(at, at, _width(name, (row[at] for row in rows)))
        sheet.write_string(0, at, name, formats.header)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(names) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _width(name: str, values: Iterable[object]) -> int:
    """Return the width of a column: that of its widest line, within limits."""
    widest = cells(name) + _FILTER_BUTTON
    for value in values:
        for line in _shown(value).split("\n"):
            widest = max(widest, min(_WIDEST, cells(line[:_WIDEST]) + 1))
    return min(_WIDEST, max(_NARROWEST, widest))


def _shown(value: object) -> str:
    return "" if value is None else f"{value:,}" if isinstance(value, Decimal) else str(value)


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _check_size(table: Table, count: int) -> None:
    rows, columns = count + 1, len(table.columns)
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        problem = Bilingual(
            f"{rows}行{columns}列あり、Excelの上限（{MOST_ROWS}行{MOST_COLUMNS}列）を超えます。",
            f"{rows} rows and {columns} columns are more than Excel holds ({MOST_ROWS} and {MOST_COLUMNS}).",
        )
        raise TooLongError(table.name, problem, _ELSEWHERE)


def _too_long(table: Table, row: Cells, at: int, length: int) -> TooLongError:
    column = table.columns[at]
    problem = Bilingual(
        f"「{column.label}」（{column.name}）が{length}文字あり、Excelのセルの上限{LONGEST}文字を超えます。",
        f"the text of {column.name} has {length} characters; a cell of Excel holds {LONGEST}.",
    )
    return TooLongError(table.place(row), problem, _ELSEWHERE)


_ELSEWHERE = Bilingual(
    "csv、sqlite、datapackage など、ほかの形式で書き出してください。",
    "Export another format: csv, sqlite, datapackage ...",
)

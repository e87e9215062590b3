"""Rows of an answer -> text that another program reads: JSON, JSON Lines, CSV, TSV, a Markdown table.

The columns have names, the values are plain: texts, numbers, true and false, None, and in a list several of them.  A
format is one function, entered in ``ROW_FORMATS``; each yields its text piece by piece, so that an answer of any length
needs no room of its own.
"""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from dxlist.exports.csv_table import guarded, plain_cell
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


def rows_to_json(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield one array of objects, a line each."""
    names, between = unique_names(columns), "[\n"
    for row in rows:
        yield f"{between}  {_json_object(names, row)}"
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def rows_to_json_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield one object a line."""
    names = unique_names(columns)
    for row in rows:
        yield f"{_json_object(names, row)}\n"


def _json_object(names: Sequence[str], row: Sequence[object]) -> str:
    record = dict(zip(names, row, strict=True))
    try:
        return json.dumps(record, ensure_ascii=False, allow_nan=False, default=_json_value)
    except ValueError:  # JSON has no word for what is beyond every number
        return json.dumps(
            {name: _finite(value) for name, value in record.items()}, ensure_ascii=False, default=_json_value
        )


def _json_value(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else _hexadecimal(value)


def _hexadecimal(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def _finite(value: object) -> object:
    return str(value) if isinstance(value, float) and value in (float("inf"), float("-inf")) else value


def unique_names(columns: Sequence[str]) -> list[str]:
    """Return names that are all different: the second of equal ones gets ``_2``.

    >>> unique_names(["line", "line", "line_2"])
    ['line', 'line_2', 'line_2_2']
    """
    names = list[str]()
    for column in columns:
        name, number = column, 1
        while name in names:
            number += 1
            name = f"{column}_{number}"
        names.append(name)
    return names


def rows_to_csv(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, delimiter: str = ",", excel_safe: bool = False
) -> Iterator[str]:
    """Yield a header and one line a row; line breaks within a text become blanks.

    Args:
        columns: names of the header.
        rows: their values; several in one cell stand behind each other with ``;``.
        delimiter: what stands between two cells; a cell that holds it is quoted.
        excel_safe: put one ``'`` before a text that a spreadsheet would run as a formula.
    """
    to_cell = _guarded_cell if excel_safe else _cell
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    for row in chain([columns], rows):
        writer.writerow(map(to_cell, row))
        yield stream.getvalue()
        stream.seek(0)
        stream.truncate()


def _guarded_cell(value: object) -> str:
    return _cell(value) if isinstance(value, int | float | Decimal) else guarded(_cell(value))


def _cell(value: object) -> str:
    return plain_cell(value.hex() if isinstance(value, bytes) else value)


def rows_to_tsv(columns: Sequence[str], rows: Iterable[Sequence[object]], *, excel_safe: bool = False) -> Iterator[str]:
    """Yield a header and one line a row with tabs between the cells."""
    return rows_to_csv(columns, rows, delimiter="\t", excel_safe=excel_safe)


# What Markdown would take for its own at this place; `<` and `&` as entities, for not every reader knows a backslash.
_MARKDOWN = re.compile(r"[\\`*\[\]|~$]|(?<!\w)_|_(?!\w)|(?<![^\s])[#>]|[<>&]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def rows_to_markdown(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield a table of GitHub's Markdown; a text is shown as it is, whatever Markdown or HTML it looks like."""
    yield f"| {' | '.join(map(markdown_text, columns))} |\n"
    yield f"|{'---|' * len(columns)}\n"
    for row in rows:
        yield f"| {' | '.join(map(_markdown_cell, row))} |\n"


def markdown_text(text: str) -> str:
    r"""Return a text of a list as Markdown that shows just that text.

    >>> markdown_text("<b>A|B</b> *1 fukushima_r04")
    '&lt;b&gt;A\\|B&lt;/b&gt; \\*1 fukushima_r04'
    """
    shown = _MARKDOWN.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text.strip())
    return _BREAK.sub("<br>", shown)


def _markdown_cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return "<br>".join(map(_markdown_cell, value))
    return markdown_text(value) if isinstance(value, str) else _cell(value)


class RowFormat(NamedTuple):
    """One format of an answer."""

    name: str
    about: Bilingual
    to_text: Callable[..., Iterator[str]]
    """Columns and rows -> pieces of text; CSV and TSV also take ``excel_safe``."""
    is_table: bool = False
    """Whether a spreadsheet opens it, so that ``excel_safe`` has a meaning."""


ROW_FORMATS: dict[str, RowFormat] = {
    found.name: found
    for found in (
        RowFormat("json", Bilingual("JSONの配列", "one JSON array"), rows_to_json),
        RowFormat("jsonl", Bilingual("1行に1件のJSON", "one JSON object a line"), rows_to_json_lines),
        RowFormat("csv", Bilingual("コンマ区切りの表", "a table with commas"), rows_to_csv, is_table=True),
        RowFormat("tsv", Bilingual("タブ区切りの表", "a table with tabs"), rows_to_tsv, is_table=True),
        RowFormat("markdown", Bilingual("Markdownの表", "a Markdown table"), rows_to_markdown),
    )
}
"""By name."""

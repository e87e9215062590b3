"""JSON: a whole document or all projects as one object; a table as one array, an object a line.

Of initiatives, projects and findings the array holds the whole records, with all that a table has no room for.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

from pydantic_core import to_json

from dxlist.exports.cells import unique_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from dxlist.exports.format import Style
    from dxlist.model.table import Table


def whole_to_bytes(model: BaseModel, _: Style) -> bytes:
    """Return one object, with a line end."""
    return to_json(model, indent=2) + b"\n"


def rows_to_bytes(table: Table, _: Style) -> Iterator[bytes]:
    """Yield one array of objects, a line each."""
    between = "[\n"
    for record in records_of(table):
        yield f"{between}  {record}".encode()
        between = ",\n"
    yield b"[]\n" if between == "[\n" else b"\n]\n"


def records_of(table: Table) -> Iterator[str]:
    """Yield each row as one JSON object, or each whole record behind the rows."""
    if table.records is not None:
        yield from (record.model_dump_json() for record in table.records)
        return
    names = unique_names(table.header("en"))
    yield from (_object(names, row) for row in table.rows)


def _object(names: Sequence[str], row: Sequence[object]) -> str:
    record = dict(zip(names, row, strict=True))
    try:
        return json.dumps(record, ensure_ascii=False, allow_nan=False, default=_value)
    except ValueError:  # JSON has no word for what is beyond every number
        return json.dumps({name: _finite(value) for name, value in record.items()}, ensure_ascii=False, default=_value)


def _value(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    return value.hex() if isinstance(value, bytes) else str(value)


def _finite(value: object) -> object:
    return str(value) if isinstance(value, float) and value in (float("inf"), float("-inf")) else value

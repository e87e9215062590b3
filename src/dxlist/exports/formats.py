"""The formats that ``parse`` writes: each one function, entered here once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from dxlist.exports.csv_table import Header
    from dxlist.model.document import Document

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Style:
    """How a CSV file is to look."""

    header: Header = "en"
    byte_order_mark: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name is the end of its files."""

    name: str
    about: Bilingual
    to_bytes: Callable[[Document, Style], bytes]
    by_default: bool = False


def _json(document: Document, _: Style) -> bytes:
    return document.to_json().encode()


def _json_lines(document: Document, _: Style) -> bytes:
    from dxlist.exports.json_lines import as_streamed, initiatives_to_json_lines  # noqa: PLC0415 - loaded where it is used

    return initiatives_to_json_lines(map(as_streamed, document.initiatives))


def _csv(document: Document, style: Style) -> bytes:
    from dxlist.exports.csv_table import initiatives_to_csv  # noqa: PLC0415

    mark = BYTE_ORDER_MARK if style.byte_order_mark else b""
    return mark + initiatives_to_csv(document.initiatives, style.header).encode()


def _targets_csv(document: Document, style: Style) -> bytes:
    from dxlist.exports.target_table import targets_to_csv  # noqa: PLC0415

    mark = BYTE_ORDER_MARK if style.byte_order_mark else b""
    return mark + targets_to_csv(document.initiatives, style.header).encode()


FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format("json", Bilingual("一覧全体", "the whole list"), _json, by_default=True),
        Format("jsonl", Bilingual("1行に1件", "one initiative a line"), _json_lines),
        Format("csv", Bilingual("表", "a table"), _csv, by_default=True),
        Format("targets.csv", Bilingual("目標の表", "the table of targets"), _targets_csv, by_default=True),
    )
}
"""By name, in the order in which they are written."""

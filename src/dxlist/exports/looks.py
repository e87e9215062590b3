"""``Look``: how the files of an export are to look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dxlist.exports.csv_table import Header

FileEncoding = Literal["utf-8", "cp932"]


@dataclass(frozen=True, slots=True)
class Look:
    """How files are to look; a format that cannot follow one of these is not asked for it."""

    table: str | None = None
    """The one table to write; None: what the format writes without being told."""
    header: Header = "en"
    """The names over the columns: English, or the Japanese labels."""
    byte_order_mark: bool = False
    encoding: FileEncoding = "utf-8"
    excel_safe: bool = False
    """A text that a spreadsheet would run as a formula gets one ``'`` in front."""

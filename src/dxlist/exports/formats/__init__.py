"""One file a format; ``dxlist.exports.format`` is the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.exports.format import Style

if TYPE_CHECKING:
    from dxlist.model.document import Document

__all__ = ["FORMATS", "Style"]


class ParseFormat(NamedTuple):
    """An old name, until parse uses the new one."""

    name: str
    by_default: bool

    def to_bytes(self, document: Document, style: Style) -> bytes:
        """Return the bytes."""
        from dxlist.exports.exporting import document_bytes  # noqa: PLC0415

        return document_bytes(document, self.name, style)


FORMATS = {name: ParseFormat(name, name != "jsonl") for name in ("json", "jsonl", "csv", "targets.csv")}

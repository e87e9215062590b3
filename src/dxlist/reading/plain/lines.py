"""``open_text``: a source of text -> its lines, decoded, their ends counted while they go by."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from dxlist.reading.plain.encoding import detect_encoding
from dxlist.reading.sources import LOG, RowSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.reading.sources import ByteSource


def open_text(form: str, source: ByteSource, encoding: str | None = None) -> tuple[RowSource, Iterator[str]]:
    """Return a row source without rows yet, and the lines of its text with their ends kept.

    Args:
        form: name of the form of input.
        source: is read twice: all of it for the encoding, then line by line.
        encoding: as asked for; None: it is detected.
    """
    detected = detect_encoding(source, encoding)
    LOG.debug("%s: %s", source.name, detected.encoding)
    found = RowSource(form, detected.sha256, iter(()), detected.encoding)
    return found, _lines(source, found, detected.encoding.name)


def _lines(source: ByteSource, found: RowSource, codec: str) -> Iterator[str]:
    """Yield the lines with their ends kept and counted; the byte-order mark is taken off."""
    ends = {"\n": 0, "\r": 0, "\r\n": 0}
    with io.TextIOWrapper(source.open_watched(), encoding=codec, errors="strict", newline="") as stream:
        line = next(stream, "").removeprefix("\ufeff")
        while line:
            end = "\r\n" if line.endswith("\r\n") else line[-1]
            if end in ends:
                ends[end] += 1
            yield line
            line = next(stream, "")
    found.line_ends.update({name: ends[end] for end, name in _LINE_ENDS.items() if ends[end]})


_LINE_ENDS = {"\r\n": "CRLF", "\n": "LF", "\r": "CR"}

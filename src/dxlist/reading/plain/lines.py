"""``open_text``: a source of text -> its lines, decoded; line ends and control characters counted while they go by."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING

from dxlist.errors import UnreadableInputError
from dxlist.reading.plain.encoding import detect_encoding
from dxlist.reading.plain.trial import CONTROL
from dxlist.reading.sources import LOG, RowSource
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.stages import Encoding
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
    return found, _lines(source, found, detected.encoding)


def _lines(source: ByteSource, found: RowSource, encoding: Encoding) -> Iterator[str]:
    """Yield the lines with their ends kept and counted; byte-order marks and the padding of the end are taken off."""
    ends = {"\n": 0, "\r": 0, "\r\n": 0}
    for number, line in enumerate(_decoded(source, encoding), 1):
        end = "\r\n" if line.endswith("\r\n") else line[-1:]
        if end in ends:
            ends[end] += 1
        if CONTROL.search(line):
            found.count_controls(number, CONTROL.findall(line))
            yield _without_padding(line, end if end in ends else "")
        else:
            yield line
    found.line_ends.update({name: ends[end] for end, name in _LINE_ENDS.items() if ends[end]})


_LINE_ENDS = {"\r\n": "CRLF", "\n": "LF", "\r": "CR"}
_PADDING = "\0\x1a"
"""What fills up the last block of a file, and what ended one under DOS."""


def _without_padding(line: str, end: str) -> str:
    r"""Return a line without the padding behind its end, or nothing but its end where it is nothing else.

    >>> [_without_padding(line, "") for line in ("10件\0\0", "\x1a")], _without_padding("\0\0\n", "\n")
    (['10件', ''], '\n')
    """
    if not end:
        return line.rstrip(_PADDING)
    return line if line.strip(f"{_PADDING} \t\r\n") else end


def _decoded(source: ByteSource, encoding: Encoding) -> Iterator[str]:
    """Yield the lines of each stretch of one encoding in turn."""
    with source.open_watched() as stream:
        if not encoding.changes:
            yield from _lines_of(source, stream, encoding.name)
            return
        starts = [0, *(change.byte - 1 for change in encoding.changes)]
        names = [encoding.name, *(change.name for change in encoding.changes)]
        for name, start, end in zip(names, starts, [*starts[1:], None], strict=True):
            yield from _lines_of(source, io.BytesIO(stream.read(end - start if end else -1)), name)


def _lines_of(source: ByteSource, stream: IO[bytes], name: str) -> Iterator[str]:
    with io.TextIOWrapper(stream, encoding=name, errors="strict", newline="") as lines:
        try:
            if first := next(lines, "").removeprefix("\ufeff"):
                yield first
            yield from lines
        except UnicodeDecodeError as error:  # an odd byte between two stretches of UTF-16
            problem = Bilingual(
                f"文字コードが途中で変わり、{name} として読めないバイトがあります。",
                f"the encoding changes within the file, and a byte of it is not {name}.",
            )
            remedy = Bilingual("元のファイルを取り直してください。", "Fetch the file again: it was damaged.")
            raise UnreadableInputError(source.name, problem, remedy) from error

"""``RawText``: the bytes of a list, and edits of its cells -> the bytes of the same list with these edits.

What no edit touches stays byte for byte: encoding, byte order mark, line ends, quotes, blanks, padding.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dxlist.errors import DxlistError
from dxlist.reading.plain.quoting import LINE_END
from dxlist.reading.sources import position_in_file
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.document import Document
    from dxlist.model.finding import Edit
    from dxlist.model.stages import PhysicalRow
    from dxlist.reading.sources import ByteSource


class FixError(DxlistError):
    """A list cannot be changed at all; nothing was written."""


def rows_by_line(document: Document) -> Mapping[int, PhysicalRow]:
    """Return the rows of a list as they were read, those of titles and headers too, by their first line."""
    tables = (trail.table for trail in document.trail)
    rows = (row for table in tables for row in (*table.titles, *table.header_rows, *table.sections, *table.rows))
    return {part.line: part.as_printed() for row in rows for part in row.parts or (row,)}


class _NewText(NamedTuple):
    """A stretch of the text of a file, and what is to stand there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class RawText:
    """The text of a list as it stands in its file."""

    data: bytes
    encoding: str
    form: str
    delimiter: str
    rows: Mapping[int, PhysicalRow]

    @cached_property
    def text(self) -> str:
        """All of it, a byte order mark and line ends as they are."""
        return self.data.decode(self.encoding)

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        return [len(_MARK) * self.text.startswith(_MARK), *(match.end() for match in LINE_END.finditer(self.text))]

    def cell(self, edit: Edit) -> str | None:
        """Return the text of the cell that an edit is of; None where there is no such."""
        row = self.rows.get(edit.line)
        return row.cells[edit.cell - 1] if row and edit.cell <= len(row.cells) else None

    def takes(self, edit: Edit) -> bool:
        """Return whether an edit can be made at all: its cell is there, and the encoding has its letters."""
        cell = self.cell(edit)
        if cell is None or not edit.start <= edit.end <= len(cell):
            return False
        try:
            edit.text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return not _SPECIAL.search(edit.text.replace(self.delimiter, "\n")) or _is_whole(edit, cell)

    def with_edits(self, edits: Iterable[Edit]) -> bytes:
        """Return the bytes of the list with edits that it takes and that do not overlap."""
        spans = sorted(map(self._span, edits))
        if self.text.encode(self.encoding) == self.data:
            return "".join(_replaced(self.text, spans)).encode(self.encoding)
        offsets = _byte_offsets(self.data, self.encoding)
        parts, at = list[bytes](), 0
        for span in spans:
            parts += [self.data[at : offsets[span.start]], span.text.encode(self.encoding)]
            at = offsets[span.end]
        return b"".join([*parts, self.data[at:]])

    def _span(self, edit: Edit) -> _NewText:
        start, end = (self._offset(edit, at) for at in (edit.start, edit.end))
        return _NewText(start, end, self._written(edit, start, end))

    def _offset(self, edit: Edit, at: int) -> int:
        line, column = position_in_file(self.form, self.rows[edit.line], self.delimiter, edit.cell, at)
        return self._line_starts[line - 1] + column - 1

    def _written(self, edit: Edit, start: int, end: int) -> str:
        """Return the words as the file writes them: a whole cell is quoted where it has to be."""
        if not _SPECIAL.search(edit.text.replace(self.delimiter, "\n")):
            return edit.text
        doubled = edit.text.replace('"', '""')
        is_quoted = self.text[max(0, start - 1) : start] == '"' == self.text[end : end + 1]
        return doubled if is_quoted else f'"{doubled}"'


_MARK = "\ufeff"
_SPECIAL = regex(r'["\r\n]')


def _is_whole(edit: Edit, cell: str) -> bool:
    return edit.start == 0 and edit.end == len(cell)


def _replaced(text: str, spans: Iterable[_NewText]) -> Iterator[str]:
    at = 0
    for span in spans:
        yield text[at : span.start]
        yield span.text
        at = span.end
    yield text[at:]


def _byte_offsets(data: bytes, encoding: str) -> list[int]:
    """Return at which byte each code point begins, and the end; an encoding may have several bytes for one letter."""
    decoder, offsets, begun = codecs.getincrementaldecoder(encoding)(), list[int](), 0
    for at in range(len(data)):
        letters = decoder.decode(data[at : at + 1])
        if letters:
            offsets += [begun] * len(letters)
            begun = at + 1
    return [*offsets, len(data)]


def raw_text(source: ByteSource, document: Document) -> RawText:
    """Return the text of a list.

    Raises:
        FixError: it is no text, is in more than one encoding, or shifts between sets of letters by escapes.
    """
    info = document.document
    if info.encoding is None or info.delimiter is None or not document.trail:
        raise FixError(source.name, _NO_TEXT, _BY_HAND)
    if info.further_encodings:
        raise FixError(source.name, _SEVERAL_ENCODINGS, _IN_ONE)
    with source.open() as stream:
        data = stream.read()
    raw = RawText(data, info.encoding, info.read_as, info.delimiter, rows_by_line(document))
    if info.encoding.startswith("iso2022") and raw.text.encode(info.encoding) != data:
        raise FixError(source.name, _ESCAPES, _IN_ONE)
    return raw


_NO_TEXT = Bilingual("テキストの一覧ではないため直せません。", "this is no list of text; it cannot be fixed.")
_BY_HAND = Bilingual("元のプログラムで直してください。", "Change it in the program that it was made with.")
_SEVERAL_ENCODINGS = Bilingual(
    "複数の文字コードが混ざっているため直せません。", "it is in more than one encoding and cannot be fixed."
)
_ESCAPES = Bilingual(
    "この文字コード（ISO-2022-JP）の書き方では、ほかのバイトを変えずに直せません。",
    "as it writes ISO-2022-JP it cannot be fixed without changing other bytes.",
)
_IN_ONE = Bilingual("UTF-8などの1つの文字コードで保存し直してください。", "Save it in one encoding, such as UTF-8.")

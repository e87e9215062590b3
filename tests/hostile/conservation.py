"""Whether every text of the input stands somewhere in the output, by a reading of the bytes that is not dxlist's.

The text is cut at whatever can part cells in any form: tabs, commas, bars, quotes, line ends.  Each piece that holds
more than marks must stand in the document, blanks and what nobody sees apart.  That a cell ended in exactly one place is
held by `tests/test_laws.py` for the cells as dxlist read them.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

from dxlist.model.initiative import Ditto

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.document import Document

_PARTS = re.compile(r"""<br ?/?>|[\t\r\n,;|"'\\\v\f\x1c-\x1e\x85\u2028\u2029]""", re.IGNORECASE)
_LINES = re.compile(r"\r\n|\r|\n")
_MARKS = re.compile(r"[*_#`~>:\-]+")
_UNSEEN_KINDS = {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Me"}
_FILLERS = "\u115f\u1160\u3164\uffa0\u2800"


def seen(text: str) -> str:
    """Return a text without blanks and what nobody sees."""
    return "".join(one for one in text if unicodedata.category(one) not in _UNSEEN_KINDS and one not in _FILLERS)


def bare(text: str) -> str:
    """Return a text without marks of Markdown too."""
    return _MARKS.sub("", seen(text))


def lost_texts(data: bytes, document: Document) -> Iterator[tuple[str, str]]:
    """Yield the texts of the input that stand nowhere in the document, each with the kind of its line."""
    held = bare(_PARTS.sub("", "\0".join(texts_of(document)).replace("\0", "\uf8ff")))
    headers = {line for page in document.document.pages for line in page.header_lines}
    for number, line in enumerate(_LINES.split(decoded(data, document)), 1):
        for part in _PARTS.split(line):
            for text in part.split("\0"):
                wanted = bare(text)
                if wanted and wanted not in held and bare(html.unescape(text)) not in held:
                    yield "a header text" if number in headers else "a text", f"line {number}: {text}"


def decoded(data: bytes, document: Document) -> str:
    """Return the text of the bytes as the document says that they are to be read."""
    info = document.document
    starts = [(0, info.encoding or "utf-8"), *((one.byte - 1, one.encoding) for one in info.further_encodings)]
    ends = [start for start, _ in starts[1:]] + [len(data)]
    return "".join(data[start:end].decode(name) for (start, name), end in zip(starts, ends, strict=True))


def texts_of(document: Document) -> Iterator[str]:
    """Yield every text of a document that was printed somewhere."""
    info = document.document
    yield from (title.text for title in info.titles)
    yield from (note.text for note in info.notes)
    yield from (header.text for page in info.pages for header in page.header)
    yield from (text for page in info.pages for text in _further_headers(page))
    yield from (leftover.text for leftover in document.leftovers)
    for initiative in document:
        yield from (source.raw for source in initiative.sources.values() if source)
        yield from (repair.mark for repair in initiative.repairs if isinstance(repair, Ditto))


def _further_headers(page: object) -> Iterator[str]:
    """Yield the texts of header lines that another header took the place of, where the model keeps them."""
    for header in getattr(page, "further_headers", ()):
        yield header.text

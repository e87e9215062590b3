"""``open_rows``: a file, a byte string or standard input -> rows of cells, by whichever form of input it is.

The module of a form is loaded when a source of it is read; it holds ``read_rows(source, encoding) -> RowSource`` and,
where a row stands on lines of a file, ``position_in_row``.
"""

from __future__ import annotations

import io
import logging
import shutil
import sys
import tempfile
import weakref
from collections import Counter
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from dxlist.errors import UnreadableInputError, why_unreadable
from dxlist.reading.forms import FORMS
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dxlist.model.stages import Encoding, PhysicalRow
    from dxlist.reading.forms import Form

LOG = logging.getLogger("dxlist")
LOG.addHandler(logging.NullHandler())

BLOCK = 1 << 20
"""Bytes read at once."""

_SPOOL = 8 << 20
_HEAD = 65536


@dataclass(frozen=True, slots=True)
class ByteSource:
    """A named input that can be opened more than once (detection reads it, then parsing)."""

    name: str
    """As a message shows it: the path as given, or "<stdin>"."""
    stem: str
    """The document's id."""
    open: Callable[[], IO[bytes]]
    path: Path | None = None
    """Where a sidecar may stand beside it."""
    watch: Callable[[int], object] | None = None
    """Is told how many bytes more were read, while the rows go by."""

    def open_watched(self) -> IO[bytes]:
        """Open it for the pass that yields the rows, which ``watch`` is told of."""
        return cast("IO[bytes]", _View(self.open(), self.watch)) if self.watch else self.open()


@dataclass(slots=True)
class RowSource:
    """The rows of cells of a source, to be read once, and how they are read."""

    form: str
    """Name of the form of input."""
    sha256: str
    """Of the bytes."""
    rows: Iterator[PhysicalRow]
    encoding: Encoding | None = None
    """Of a text; None where the form has none, as all below."""
    delimiter: str | None = None
    line_ends: Counter[str] = field(default_factory=Counter)
    """The line ends of a text, counted while its rows go by."""


def open_rows(source: ByteSource, encoding: str | None = None) -> RowSource:
    """Return the rows of a source and how they are read.

    Args:
        source: what to read.
        encoding: of a text, where it is not to be detected.

    Raises:
        UnreadableInputError: the bytes are of no form that can be read.
    """
    with source.open() as stream:
        form = _form_of(source, stream.read(_HEAD))
    LOG.debug("%s: read as %s", source.name, form.name)
    found: RowSource = import_module(form.module).read_rows(source, encoding)
    return found


def _form_of(source: ByteSource, head: bytes) -> Form:
    """Return the form that the first bytes show; else that of the suffix, else text."""
    suffix = Path(source.name).suffix.lower()
    shown = (form for form in FORMS if _shows(form, head))
    named = (form for form in FORMS if suffix in form.suffixes)
    return next(shown, None) or next(named, FORMS[-1])


def _shows(form: Form, head: bytes) -> bool:
    """Return whether first bytes show a form; of UTF-16 without the zeros between its letters."""
    return form.signature is not None and form.signature.search(head.replace(b"\0", b"")) is not None


def may_hold_list(path: Path) -> bool:
    """Return whether a file of a folder is to be read: its suffix is one of a form's, and its first bytes show it.

    A README beside the lists holds no table; it is passed by.
    """
    form = next((form for form in FORMS if path.suffix.lower() in form.suffixes), None)
    if form is None or form.signature is None:
        return form is not None
    try:
        with path.open("rb") as stream:
            return _shows(form, stream.read(_HEAD))
    except OSError:
        return True  # reading it will say what is wrong


def position_in_file(form: str, row: PhysicalRow, delimiter: str, cell: int, at: int) -> tuple[int, int]:
    """Return the line and the column, both 1-based, of a code point of a cell in a source with lines.

    Args:
        form: name of the form that the row was read by.
        row: the row as it was read.
        delimiter: of its list.
        cell: 1-based cell.
        at: 0-based code point of the cell; its length is the place behind its last one.
    """
    module = next(known.module for known in FORMS if known.name == form)
    line, column = import_module(module).position_in_row(row, delimiter, cell, at)
    return line, column


def source_of(origin: str | Path | bytes, *, stem: str | None = None) -> ByteSource:
    """Return the source for a path, for bytes, or for ``-`` (standard input, spooled to disk past 8 MB)."""
    if isinstance(origin, bytes):
        return ByteSource("<bytes>", stem or "list", lambda: io.BytesIO(origin))
    if str(origin) == "-":
        return _standard_input(stem or "stdin")
    path = Path(origin)
    return ByteSource(str(path), stem or path.stem, lambda: _open(path), path)


def _open(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        raise UnreadableInputError(str(path), why_unreadable(error), _what_to_do(error)) from error


def _what_to_do(error: OSError) -> Bilingual:
    if isinstance(error, PermissionError):
        return Bilingual("ファイルの権限を確かめてください。", "Check the permissions of the file.")
    return Bilingual("パスを確かめてください。", "Check the path.")


def _standard_input(stem: str) -> ByteSource:
    spool = tempfile.SpooledTemporaryFile(max_size=_SPOOL)  # noqa: SIM115 - it lives as long as the source
    shutil.copyfileobj(sys.stdin.buffer, spool, BLOCK)

    def reopen() -> IO[bytes]:
        spool.seek(0)
        return cast("IO[bytes]", _View(cast("IO[bytes]", spool), closes=False))

    weakref.finalize(reopen, spool.close)
    return ByteSource("<stdin>", stem, reopen)


class _View(io.RawIOBase):
    """A stream seen through another one: it may tell how much is read, and stay open when the view is closed."""

    def __init__(self, stream: IO[bytes], watch: Callable[[int], object] | None = None, *, closes: bool = True) -> None:
        super().__init__()
        self._stream = stream
        self._watch = watch
        self._closes = closes

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        if self._watch:
            self._watch(len(data))
        return len(data)

    def close(self) -> None:
        if self._closes:
            self._stream.close()
        super().close()

"""``open_rows``: a file, a byte string or standard input -> rows of cells, by whichever form of input it is.

The module of a form is loaded when a source of it is read; it holds ``read_rows(source, encoding) -> RowSource`` and,
where a row stands on lines of a file, ``position_in_row``.
"""

from __future__ import annotations

import errno
import io
import logging
import os
import shutil
import sys
import tempfile
import weakref
from collections import Counter
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from dxlist.errors import NoPlainFileError, UnreadableInputError, why_unreadable
from dxlist.plain_files import check_plain
from dxlist.reading.document_ids import STDIN, document_id_of
from dxlist.reading.forms import FORMS
from dxlist.text.bilingual import Bilingual, both_languages
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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
    controls: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Control character of a text -> how many there are, and the first 1-based line; counted while its rows go by."""

    def count_controls(self, line: int, found: Iterable[str]) -> None:
        """Count the control characters of a line."""
        for character in found:
            count, first = self.controls.get(character, (0, line))
            self.controls[character] = count + 1, first


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


Readable = str | os.PathLike[str] | bytes | IO[bytes]
"""A path, ``-`` for standard input, the bytes of a list, or an open binary file."""


def source_of(origin: Readable | ByteSource, *, stem: str | None = None) -> ByteSource:
    """Return the source for a path, for bytes, for ``-`` (standard input), or for an open binary file.

    Args:
        origin: what to read; what can be read only once is spooled, past 8 MB to disk; a source is itself.
        stem: the document's id, where the name is not it.

    Raises:
        UnreadableInputError: it is none of these: a text in place of a path, a file that was opened as text.
    """
    if isinstance(origin, ByteSource):
        return origin
    if isinstance(origin, bytes | bytearray | memoryview):
        data = bytes(origin)
        return ByteSource("<bytes>", stem or "list", lambda: io.BytesIO(data))
    if str(origin) in STANDARD_INPUTS:
        return _spooled("<stdin>", _standard_input(), stem or STDIN)
    if isinstance(origin, str | os.PathLike):
        path = _path_of(origin)
        return ByteSource(str(path), stem or document_id_of(path), lambda: _open(path), path)
    if callable(getattr(origin, "read", None)):
        name = getattr(origin, "name", None)
        named = name if isinstance(name, str) and name else ""
        return _spooled(named or "<file>", origin, stem or Path(named).stem or "list")
    problem = Bilingual("一覧として読めるものではありません。", "this is nothing that a list can be read from.")
    raise UnreadableInputError(f"<{type(origin).__name__}>", problem, _ORIGINS)


STANDARD_INPUTS = ("-", "/dev/stdin", "/dev/fd/0")
"""The paths by which standard input is named."""


def _standard_input() -> IO[bytes]:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        problem = Bilingual("標準入力が閉じています。", "standard input is closed.")
        raise UnreadableInputError("<stdin>", problem, _GIVE_A_LIST)
    return cast("IO[bytes]", stream)


_GIVE_A_LIST = Bilingual("一覧のファイルを指定するか、パイプでつないでください。", "Name a list, or connect a pipe.")
_ORIGINS = Bilingual(
    "パス、バイト列、またはバイナリーで開いたファイルを渡してください。",
    "Give a path, bytes, or a file that is open in binary mode.",
)


def _path_of(origin: str | os.PathLike[str]) -> Path:
    """Return a path, unless it is the text of a list that stands in place of one.

    Raises:
        UnreadableInputError: no file can have this name, or what has it is no file.
    """
    path = Path(os.fsdecode(origin))
    try:
        check_plain(path.stat())
    except ValueError as error:  # a NUL in it
        raise _no_path(str(path)) from error
    except IsADirectoryError as error:
        raise UnreadableInputError(str(path), why_unreadable(error), _NAME_A_FILE) from error
    except NoPlainFileError as error:
        raise UnreadableInputError(str(path), why_unreadable(error), _NO_PIPE) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG or any(mark in str(path) for mark in "\t\n\r"):
            raise _no_path(str(path)) from error
        # opening it will say what is wrong
    return path


_NO_PIPE = Bilingual(
    "パイプから読むには - を指定してください（例: 別のコマンド | dxlist parse -）。",
    "To read from a pipe give - (for example: another-command | dxlist parse -).",
)
_NAME_A_FILE = Bilingual("中のファイルを指定してください。", "Name a file in it.")


def _no_path(text: str) -> UnreadableInputError:
    first = text.strip().partition("\n")[0].replace("\t", " ")
    shown = first[:_LONGEST_SHOWN] + ("…" if len(text) > _LONGEST_SHOWN else "")
    problem = Bilingual("パスではありません。", "this can be no path.")
    remedy = Bilingual(
        "一覧の文字列なら text.encode() で渡してください。", "If it is the text of a list, give text.encode()."
    )
    return UnreadableInputError(visible(shown), problem, remedy)


_LONGEST_SHOWN = 40


def _open(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        raise UnreadableInputError(str(path), why_unreadable(error), _what_to_do(error)) from error


def _what_to_do(error: OSError) -> Bilingual:
    if isinstance(error, PermissionError):
        return Bilingual("ファイルの権限を確かめてください。", "Check the permissions of the file.")
    return Bilingual("パスを確かめてください。", "Check the path.")


def _spooled(name: str, stream: IO[bytes], stem: str) -> ByteSource:
    """Return the source for what can be read only once."""
    spool = tempfile.SpooledTemporaryFile(max_size=_SPOOL)  # noqa: SIM115 - it lives as long as the source
    try:
        shutil.copyfileobj(stream, spool, BLOCK)
    except BaseException as error:
        spool.close()
        if isinstance(error, TypeError | OSError | ValueError):
            raise _no_bytes(name, error) from error
        raise

    def reopen() -> IO[bytes]:
        spool.seek(0)
        return cast("IO[bytes]", _View(cast("IO[bytes]", spool), closes=False))

    weakref.finalize(reopen, spool.close)
    return ByteSource(name, stem, reopen)


def _no_bytes(name: str, error: TypeError | OSError | ValueError) -> UnreadableInputError:
    """Return the error that a stream gives no bytes: it gives text, is closed, or the system cannot read it."""
    if isinstance(error, TypeError | UnicodeDecodeError):
        problem = Bilingual("バイト列ではなく文字列を返すファイルです。", "this file gives text in place of bytes.")
        remedy = Bilingual('open(path, "rb") のように開いてください。', 'Open it as open(path, "rb") does.')
        return UnreadableInputError(name, problem, remedy)
    why = both_languages(str(getattr(error, "strerror", "") or error))
    return UnreadableInputError(
        name, Bilingual("読み取れません（", "it cannot be read (") + why + Bilingual("）。", ")."), _ORIGINS
    )


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

"""Where bytes come from: a file, a byte string, or standard input, each readable twice."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from dxlist.errors import UnreadableInputError, why_unreadable
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

BLOCK = 1 << 20
"""Bytes read at once."""

_SPOOL = 8 << 20


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
        return cast("IO[bytes]", _Unclosing(spool))

    return ByteSource("<stdin>", stem, reopen)


class _Unclosing(io.RawIOBase):
    """A view of the spool that may be closed while the spool stays."""

    def __init__(self, spool: tempfile.SpooledTemporaryFile[bytes]) -> None:
        super().__init__()
        self._spool = spool

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._spool.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

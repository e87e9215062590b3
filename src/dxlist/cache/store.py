"""``Store``: a folder of entries, bytes under a key and a kind -> the same bytes again, or None.

An entry is a file that begins with the digest of its name and of all that follows.  One that is cut, changed or in
another one's place is removed, and is none.  An entry appears whole or not at all, so that any number of processes may
use one folder; the disk is not waited for, because an entry that a power cut damaged is none.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.bilingual import Bilingual, both_languages
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 1_000_000_000
"""Bytes that a cache holds at most, where nothing else is said."""
ENTRIES = "entries"
"""The folder of the entries in that of the cache; nothing beside it is ours."""
_MAGIC = b"dxlist cache 1\n"
_BODY = len(_MAGIC) + hashlib.sha256().digest_size
_PART = ".part"
_FOLDER = regex(r"[0-9a-f]{2}")
_NAME = regex(r"[0-9a-f]{62}\.[a-z]{1,20}|\.\w{1,20}\.part")
_OWNER = 0o700
_READ = sum(getattr(os, flag, 0) for flag in ("O_RDONLY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
"""A pipe in the place of an entry does not make us wait, and a link leads nowhere."""
_HOUR = 3600
"""Seconds.  What is used is marked as such once an hour; what a dead process began is left to it for that long."""
_SHARE = 8
"""What is larger than this part of the limit is not kept; where the cache is full, this part of it is freed."""
_TAGS = {
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Made by dxlist; it may be deleted.\n",
    ".gitignore": "*\n",
}
"""What tells backups (https://bford.info/cachedir/) and Git to pass the folder by."""
_OF_OTHERS = Bilingual("ほかの利用者が書き込めるフォルダーです", "others may write into this folder")


class Usage(NamedTuple):
    """What a cache holds."""

    entries: int
    size: int
    """Bytes."""


class _EntryFile(NamedTuple):
    """An entry as a file."""

    path: Path
    size: int
    used: float
    """When it was last used, in seconds as the system counts them."""


class Store:
    """A folder of entries.  What goes wrong in it is no error: an entry is missing, and :attr:`problem` says why."""

    def __init__(self, folder: Path, limit: int = LIMIT, *, was_named: bool = False) -> None:
        self.folder = folder
        self.was_named = was_named
        """Whether a person named the folder, and so wants to know where it cannot be used."""
        self.limit = limit
        """Bytes that all entries may take together."""
        self.problem: Bilingual | None = None
        """Why the folder cannot be used, once that was tried."""
        self._unweighed = limit
        """Bytes that were written since the entries were weighed; how many there are at first nobody knows."""
        self._is_trusted = False

    @property
    def entries(self) -> Path:
        """The folder of the entries."""
        return self.folder / ENTRIES

    def get(self, key: str, kind: str) -> bytes | None:
        """Return what was put under a key and a kind; None: nothing, or it is damaged.

        Args:
            key: 64 hexadecimal digits.
            kind: of the value, in small letters.
        """
        if not self._may_be_used():
            return None
        path, used = self._path(key, kind), 0.0
        try:
            written, used = _read(path, self.limit)
        except FileNotFoundError:
            return None
        except OSError:
            written = b""
        data = _opened(written, _name(key, kind))
        if data is None:
            _remove(path)
        elif time.time() - used > _HOUR:
            with suppress(OSError):
                os.utime(path)
        return data

    def put(self, key: str, kind: str, data: bytes) -> None:
        """Keep bytes under a key and a kind, as of :meth:`get`; the oldest entries make room for them."""
        written = _closed(data, _name(key, kind))
        if self.problem or len(written) * _SHARE > self.limit:
            return
        path = self._path(key, kind)
        try:
            self._make(path.parent)
            if not self._may_be_used():
                return
            _write(path, written)
        except OSError as error:
            self.problem = both_languages(error.strerror or str(error))
            return
        self._unweighed += len(written)
        if self._unweighed * _SHARE > self.limit:
            self.trim()

    def remove(self, key: str, kind: str) -> None:
        """Remove an entry that is whole and says nothing that can be used."""
        _remove(self._path(key, kind))

    def usage(self) -> Usage:
        """Return how many entries there are, and their size."""
        kept = [one for one in self._kept() if not _is_part(one)]
        return Usage(len(kept), sum(one.size for one in kept))

    def clear(self) -> Usage:
        """Remove all entries, and return what was removed; what is not ours is not touched."""
        before = self.usage()
        for one in self._kept():
            _remove(one.path)
        for name in _TAGS:
            _remove(self.entries / name)
        for folder in (*self._folders(), self.entries):
            with suppress(OSError):
                folder.rmdir()
        after = self.usage()
        return Usage(before.entries - after.entries, before.size - after.size)

    def trim(self) -> None:
        """Remove what dead processes began and, where the cache is full, what was not used for the longest time."""
        self._unweighed, dead = 0, time.time() - _HOUR
        kept = sorted(self._kept(), key=lambda one: one.used)
        size = sum(one.size for one in kept)
        room = self.limit - self.limit // _SHARE if size > self.limit else self.limit
        for one in kept:
            if size > room or (_is_part(one) and one.used < dead):
                _remove(one.path)
                size -= one.size

    def _path(self, key: str, kind: str) -> Path:
        return self.entries / key[:2] / f"{key[2:]}.{kind}"

    def _make(self, folder: Path) -> None:
        """Make the folder of an entry and those above it, which only their owner may look into."""
        self.folder.mkdir(mode=_OWNER, parents=True, exist_ok=True)
        if not self.entries.is_dir():
            self.entries.mkdir(mode=_OWNER, exist_ok=True)
            for name, text in _TAGS.items():
                (self.entries / name).write_text(text, encoding="ascii")
        folder.mkdir(mode=_OWNER, exist_ok=True)

    def _may_be_used(self) -> bool:
        """Return whether there is a folder of entries, and nobody else may have put something into it."""
        if self._is_trusted or self.problem:
            return self._is_trusted
        try:
            found = self.entries.stat()
        except FileNotFoundError:
            return False
        except OSError as error:
            self.problem = both_languages(error.strerror or str(error))
            return False
        self._is_trusted = _is_private(found)
        if not self._is_trusted:
            self.problem = _OF_OTHERS
        return self._is_trusted

    def _folders(self) -> Iterator[Path]:
        with suppress(OSError):
            yield from (path for path in self.entries.iterdir() if _FOLDER.fullmatch(path.name))

    def _kept(self) -> Iterator[_EntryFile]:
        """Yield the files that are ours; another process may remove one at any time."""
        for folder in self._folders():
            with suppress(OSError), os.scandir(folder) as found:
                for entry in found:
                    if _NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                        with suppress(OSError):
                            known = entry.stat(follow_symlinks=False)
                            yield _EntryFile(Path(entry.path), known.st_size, known.st_mtime)


def _is_private(found: os.stat_result) -> bool:
    """Return whether a folder is of this user, or of the system, and nobody else may write into it."""
    if sys.platform == "win32":
        return True
    return found.st_uid in {os.geteuid(), 0} and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _is_part(kept: _EntryFile) -> bool:
    return kept.path.name.endswith(_PART)


def _name(key: str, kind: str) -> bytes:
    return f"{key}.{kind}\n".encode("ascii")


def _closed(data: bytes, name: bytes) -> bytes:
    """Return the bytes of an entry."""
    packed = zlib.compress(data, 1)
    return _MAGIC + hashlib.sha256(name + packed).digest() + packed


def _opened(written: bytes, name: bytes) -> bytes | None:
    """Return what an entry of this name holds; None: its bytes are not those that were written."""
    packed = written[_BODY:]
    if written[:_BODY] != _MAGIC + hashlib.sha256(name + packed).digest():
        return None
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None


def _read(path: Path, limit: int) -> tuple[bytes, float]:
    """Return the bytes of a file and when it was last used.

    Raises:
        OSError: it cannot be read, or is no plain file, such as a pipe that nobody fills, or is too large for an entry.
    """
    descriptor = os.open(path, _READ)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size > limit:
            raise OSError(f"{path} is no entry")
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            return stream.read(), found.st_mtime
    finally:
        os.close(descriptor)


def _write(path: Path, data: bytes) -> None:
    """Write a file that its owner alone may read, and that appears whole or not at all."""
    descriptor, part = tempfile.mkstemp(_PART, ".", path.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        Path(part).replace(path)
    except BaseException:
        _remove(Path(part))
        raise


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()

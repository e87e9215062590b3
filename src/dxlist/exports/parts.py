"""``part_file``, ``part_folder``: what is being written, beside its place under a name of ours, until it is whole.

A run that is killed leaves its parts behind.  The next run that writes into the same folder removes them, and puts a
folder back that was killed away from its place.  A part is locked for as long as its writer lives, and only what nobody
has locked is removed; a file of any other name is never touched.  Windows locks no folder: there parts stay.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager, suppress
from functools import cache
from typing import IO, TYPE_CHECKING

from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PART, _ASIDE = "part", "aside"
_OURS = regex(rf"\.dxlist-[0-9a-f]{{8}}\.({_PART}|{_ASIDE})")
"""Short, so that it fits wherever the name of the target does."""


@contextmanager
def part_file(folder: Path) -> Iterator[tuple[Path, IO[bytes]]]:
    """Make a new file in a folder, which is made where it is missing; at the end it is gone, unless it was renamed.

    Raises:
        OSError: the folder or the file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _remove_dead_parts(folder)
    part, stream = _locked_file(folder)
    with stream:
        try:
            yield part, stream
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _locked_file(folder: Path) -> tuple[Path, IO[bytes]]:
    while True:
        part = _new_name(folder, _PART)
        stream = part.open("xb")
        if _hold(stream.fileno(), part):
            return part, stream
        stream.close()


@contextmanager
def part_folder(beside: Path, kind: str = _PART) -> Iterator[Path]:
    """Make a new folder beside a path; at the end it is gone with all that it holds, unless it was renamed.

    Raises:
        OSError: the folder cannot be made.
    """
    beside.parent.mkdir(parents=True, exist_ok=True)
    _remove_dead_parts(beside.parent)
    part, descriptor = _locked_folder(beside.parent, kind)
    try:
        yield part
    finally:
        _discard(part, kind)
        if descriptor is not None:
            os.close(descriptor)


def _locked_folder(folder: Path, kind: str) -> tuple[Path, int | None]:
    while True:
        part = _new_name(folder, kind)
        part.mkdir()
        if sys.platform == "win32":  # which opens no folder
            return part, None
        descriptor = os.open(part, os.O_RDONLY)
        if _hold(descriptor, part):
            return part, descriptor
        os.close(descriptor)


def put_folder(part: Path, target: Path) -> None:
    """Put a folder in its place; what stood there stands in the place of the part then, or is gone.

    Where the system can exchange two names, there is no moment at which nothing stands in the place.  Elsewhere what
    stood there is set aside for that moment, and the next run puts it back if this one is killed.

    Raises:
        OSError: it cannot be renamed; what stood there is whole.
    """
    if not os.path.lexists(target):
        part.rename(target)
    elif not _exchange(part, target):
        with part_folder(target, _ASIDE) as aside:
            target.rename(aside / target.name)
            part.rename(target)


def _exchange(one: Path, other: Path) -> bool:
    """Let two paths change their names in one step, and return whether the system can do that."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415 - only for a folder that takes the place of one

    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):  # a C library that does not have it
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE of <linux/fs.h>
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _new_name(folder: Path, kind: str) -> Path:
    return folder / f".dxlist-{os.urandom(4).hex()}.{kind}"


def _hold(descriptor: int, part: Path) -> bool:
    """Lock a part for as long as it is open; return False where another run took it for a dead one before that."""
    _lock(descriptor, wait=True)
    try:
        return os.path.samestat(os.fstat(descriptor), part.stat())
    except FileNotFoundError:
        return False


def _lock(descriptor: int, *, wait: bool) -> bool:
    """Return whether the lock of an open file is ours now; the system gives it up when the process ends, however."""
    if sys.platform == "win32":
        return False
    import fcntl  # noqa: PLC0415 - Windows has none

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:  # another run holds it, or the file system has no locks: then nobody can tell that a part is dead
        return False
    return True


@cache
def _remove_dead_parts(folder: Path) -> None:
    """Remove the parts of runs that were killed; a process looks once into each folder that it writes into."""
    with suppress(OSError):
        for entry in folder.iterdir():
            if found := _OURS.fullmatch(entry.name):
                with suppress(OSError):
                    _remove_dead(entry, found[1])


def _remove_dead(part: Path, kind: str) -> None:
    descriptor = os.open(part, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if _lock(descriptor, wait=False):
            _discard(part, kind)
    finally:
        os.close(descriptor)


def _discard(part: Path, kind: str) -> None:
    """Remove what is left of a part; what was set aside goes back in its place, where nothing stands there now."""
    for entry in part.iterdir() if kind == _ASIDE else ():
        if not os.path.lexists(part.parent / entry.name):
            entry.rename(part.parent / entry.name)
    _remove_whole(part)


def _remove_whole(path: Path) -> None:
    """Remove a file, or a folder with all that it holds; what cannot be removed stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)

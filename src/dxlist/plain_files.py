"""``read_plain``: the bytes of a file that people or dxlist wrote; what is no plain file is refused unopened.

A pipe has no end while somebody holds its other end, and a device may have none at all.
"""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

from dxlist.errors import NoPlainFileError

if TYPE_CHECKING:
    from pathlib import Path


def read_plain(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        OSError: it is not there, or cannot be read; a ``NoPlainFileError`` where it is a pipe, a device, a socket.
    """
    check_plain(path.stat())
    return path.read_bytes()


def check_plain(found: os.stat_result) -> None:
    """Raise where what the system knows of a path is not that of a plain file; errors as of :func:`read_plain`."""
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise NoPlainFileError(errno.EINVAL, "no plain file")


def is_there(path: Path) -> bool:
    """Return whether anything has this name, also a folder and a link to nothing: it is read then, or said."""
    return os.path.lexists(path)

"""``list_key``: a list and how it is read -> the key of all that its reading depends on.

A key that is too narrow gives an old answer for a new question; so the program stands in it with the bytes of its own
files, its words and patterns among them, and with the versions of what it reads with.
"""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = str(Path(__file__).parent.parent)
READS_WITH = ("chardet", "fugashi", "ipadic", "pydantic", "pydantic_core", "rapidfuzz")
"""The packages whose version may change a record or a finding; fugashi and ipadic may be missing."""
_NOT_OURS = ("__pycache__",)


def list_key(path: Path, document_id: str, encoding: str | None) -> str | None:
    """Return the key of a list as it is now: 64 hexadecimal digits.

    Args:
        path: of the list, raw or normalised; its name may say its form and its government, its folder says nothing.
        document_id: what its document is called.
        encoding: that was asked for.

    Returns:
        None: the list, its sidecar or the program cannot be read as plain files, so that nothing is to be kept.
    """
    program = program_digest()
    try:
        parts = [program, path.name, document_id, encoding, _digest_of(path), _sidecar_digest(path)]
    except (OSError, ValueError):
        return None
    return digest_of_parts(parts) if program else None


def digest_of_parts(parts: list[str | None]) -> str:
    """Return one digest of texts, each of which may be missing; no two lists of texts give the same."""
    whole = hashlib.sha256()
    for part in parts:
        data = b"" if part is None else part.encode("utf-8", "surrogateescape")
        whole.update(b"-" if part is None else str(len(data)).encode())
        whole.update(b":" + data)
    return whole.hexdigest()


def _digest_of(path: Path) -> str:
    if not path.is_file():
        raise ValueError(f"{path} is no plain file")
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sidecar_digest(path: Path) -> str | None:
    """Return the digest of the sidecar beside a list; None: there is none."""
    sidecar = path.with_suffix(".toml")
    return _digest_of(sidecar) if os.path.lexists(sidecar) else None


@cache
def program_digest() -> str | None:
    """Return the digest of this program, of what it reads with and of Python; None: it does not lie in files.

    All bytes are read, which takes 10 ms: that a file has the size and the time of before does not say that it is the
    same.  It is asked for once in a process, which goes on with the modules that it has loaded.
    """
    files, whole = sorted(_files(PACKAGE)), hashlib.sha256()
    for file in files:
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123 - 350 objects of paths take as long as the bytes
            data = stream.read()
        whole.update(f"{file.removeprefix(PACKAGE)} {len(data)}:".encode("utf-8", "surrogateescape"))
        whole.update(data)
    python = [sys.version, sys.platform, unicodedata.unidata_version]
    return digest_of_parts([whole.hexdigest(), *python, *map(_version_of, READS_WITH)]) if files else None


def _files(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _NOT_OURS]
        yield from (f"{place}{os.sep}{name}" for name in names)


def _version_of(package: str) -> str | None:
    """Return what tells an installed package from another version of it; None: there is none.

    Its own note of itself stands beside it (``chardet-7.7.0.dist-info``); to read that costs more than to look it up.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    module = Path(spec.origin)
    known = module.stat()
    notes = [name for name in _names_in(module.parent.parent) if name.startswith(f"{package}-")]
    return f"{notes} {known.st_size} {known.st_mtime_ns}"


@cache
def _names_in(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(os.listdir(folder)))  # noqa: PTH208 - the names alone

"""Which files are normalised ones, as their names and beginnings tell, and from which lists they were made."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.reading.document_ids import root_of
from dxlist.reading.forms import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.document import Document

SUFFIX = ".json"
"""What ``dxlist parse`` writes whole documents into; the tables beside them hold less."""
FIRST_KEY = b'"schema_version"'
_HEAD = 200
_RAW = "raw"


def is_document(path: Path) -> bool:
    """Return whether a ``.json`` begins like a document: other tools leave ``.json`` files beside lists."""
    if path.suffix.lower() != SUFFIX:
        return False
    try:
        with path.open("rb") as stream:
            return FIRST_KEY in stream.read(_HEAD)
    except OSError:
        return True  # reading it will say what is wrong


def possible_lists(path: Path) -> Iterator[Path]:
    """Yield the lists from which a normalised file may have been made, as their names and places tell.

    A list stands below the root (the folder with ``dxlist.toml``), in the folder ``raw`` beside that of the normalised
    files, or beside the file itself.

    Args:
        path: of the normalised file; its place below the folder of normalised files is that of the list below its own.
    """
    root = root_of(path.parent)
    stems = [path.with_suffix("")]
    for home in path.parents:
        own = path.relative_to(home).with_suffix("")
        stems += [place / own for place in (home.parent / _RAW, root) if place]
    yield from (file for stem in stems for suffix in SUFFIXES if (file := Path(f"{stem}{suffix}")).is_file())


def list_of(path: Path, document: Document) -> Path | None:
    """Return the list from which a normalised file was made, where it stands in a known place and has not changed."""
    same = (file for file in possible_lists(path) if _sha256(file) == document.document.sha256)
    return next(same, None)


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()

"""``document_id_of``: the path of a list -> the id of its document, the same from wherever the list is read."""

from __future__ import annotations

import os
from pathlib import Path

from dxlist.settings import OWN_FILE

STDIN = "stdin"
"""The id of a list that is read from standard input."""


def document_id_of(path: Path, folder: Path | None = None) -> str:
    """Return the id of the document of a list: its path below the root, with slashes and without suffix.

    Args:
        path: of the list; links are not followed, so that a list has the name that people see.
        folder: in which it was found, where a folder was named.

    Returns:
        The path below the nearest folder upward with a ``dxlist.toml``, else below ``folder``, else the name alone.
    """
    whole = _absolute(path)
    root = root_of(whole.parent) or (_absolute(folder) if folder else whole.parent)
    return whole.relative_to(root).with_suffix("").as_posix()


def root_of(folder: Path) -> Path | None:
    """Return the nearest folder with a ``dxlist.toml``, this one or one above it; None: there is none."""
    whole = _absolute(folder)
    return next((place for place in (whole, *whole.parents) if (place / OWN_FILE).is_file()), None)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links

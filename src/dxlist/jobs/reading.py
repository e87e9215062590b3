"""``read_list``: a list of a command -> its document; the one place where commands over lists read them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cache.documents import read_cached
from dxlist.cache.keys import list_key
from dxlist.jobs.inputs import check_name
from dxlist.jobs.pool import STANDARD_INPUT
from dxlist.normalised import read_document
from dxlist.reading.normalised_files import SUFFIX

if TYPE_CHECKING:
    from dxlist.cache.store import Store
    from dxlist.jobs.inputs import ListFile
    from dxlist.model.document import Document


def key_of(file: ListFile, encoding: str | None = None) -> str | None:
    """Return the key of a list in the cache, raw or normalised, as of :func:`list_key`; None: it has none."""
    return None if file.path == STANDARD_INPUT else list_key(Path(file.path), file.document_id, encoding)


def read_list(
    file: ListFile,
    encoding: str | None = None,
    *,
    normalised: bool = True,
    light: bool = False,
    store: Store | None = None,
) -> Document:
    """Return the document of a list.

    Args:
        file: what is to be read.
        encoding: of a raw list, where it is not to be detected.
        normalised: take what ``dxlist parse`` wrote as what it is; else every list is a raw one.
        light: leave sources and repairs of a normalised file, or in the cache, where they are.
        store: the cache, where the trail of the document is not needed; None: there is none.

    Raises:
        DxlistError: the list cannot be read, or its name is no text.
    """
    check_name(file)
    if normalised and (file.path == STANDARD_INPUT or Path(file.path).suffix.lower() == SUFFIX):
        return read_document(file.path, encoding, stem=file.document_id, light=light)
    return read_cached(file.path, encoding, document_id=file.document_id, light=light, store=store)

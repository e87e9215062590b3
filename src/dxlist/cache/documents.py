"""``read_cached``: a raw list -> its document, from the cache where it was read before and nothing has changed since.

What is kept is the JSON of the document, whole and without sources and repairs; each is read back by pydantic, which
takes nothing that is no document.  The stages of each page are not kept: who needs them reads the list itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from dxlist.cache.keys import list_key
from dxlist.collector import without_collection
from dxlist.model.document import Document
from dxlist.normalised import STANDARD_INPUT, LightDocument

if TYPE_CHECKING:
    from dxlist.cache.store import Store

DOCUMENT, LIGHT = "document", "light"
"""The kinds of entries."""
_LEFT_OUT = {"initiatives": {"__all__": {"sources", "repairs"}}}


def read_cached(
    path: str, encoding: str | None = None, *, document_id: str, light: bool = False, store: Store | None = None
) -> Document:
    """Return the document of a raw list as :func:`dxlist.parse` does, without its trail where the cache has it.

    A list that changes while it is read is not kept: nobody knows which of the two was read.

    Args:
        path: of the list; standard input is read and not kept.
        encoding: of the list, where it is not to be detected.
        document_id: what its document is called.
        light: sources and repairs are not needed.
        store: the cache; None: there is none.

    Raises:
        DxlistError: the list cannot be read; that is found out anew each time.
    """
    key = list_key(Path(path), document_id, encoding) if store and path != STANDARD_INPUT else None
    if store and key and (kept := _kept(store, key, light=light)):
        return kept
    from dxlist.document import parse  # noqa: PLC0415 - where all lists are kept, none of its stages is needed

    document = parse(path, encoding=encoding, stem=document_id)
    if store and key and key == list_key(Path(path), document_id, encoding):
        _keep(document, store, key)
    return document


def _kept(store: Store, key: str, *, light: bool) -> Document | None:
    kind, model = (LIGHT, LightDocument) if light else (DOCUMENT, Document)
    data = store.get(key, kind)
    if data is None:
        return None
    try:
        with without_collection():
            return model.model_validate_json(data)
    except ValidationError:
        store.remove(key, kind)
        return None


def _keep(document: Document, store: Store, key: str) -> None:
    store.put(key, DOCUMENT, document.model_dump_json().encode())
    store.put(key, LIGHT, document.model_dump_json(exclude=_LEFT_OUT).encode())

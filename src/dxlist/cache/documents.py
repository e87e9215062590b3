"""``read_cached``: a raw list -> its document, from the cache where it was read before and nothing has changed since.

What is kept is the JSON of the document, whole and without sources and repairs, and that of its pages; each is read
back by pydantic, which takes nothing that is none.  Which cell was given to which column is not kept: who asks that
reads the list itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import PrivateAttr, ValidationError
from pydantic_core import to_json

from dxlist.cache.digests import adapter_of
from dxlist.cache.keys import list_key
from dxlist.collector import without_collection
from dxlist.model.document import Document, Trail
from dxlist.model.stages import PageTable
from dxlist.normalised import NAME_REPAIRS, STANDARD_INPUT, LightDocument

if TYPE_CHECKING:
    from dxlist.cache.store import Store

DOCUMENT, LIGHT, PAGES = "document", "light", "pages"
"""The kinds of entries."""
_LEFT_OUT = {"initiatives": {"__all__": {"sources", "repairs"}}}


class DocumentFromCache(Document):
    """A document from the cache; its trail tells the pages, and they are read where it is asked for."""

    _pages: bytes | None = PrivateAttr(default=None)

    @property
    def trail(self) -> list[Trail]:
        """The pages as they were read; what was made of their rows is not kept."""
        if self._pages is not None:
            pages, self._pages = adapter_of(list[PageTable]).validate_json(self._pages), None
            self._trail.extend(Trail(page, [], [], page.kind) for page in pages)
        return self._trail


def read_cached(
    path: str, encoding: str | None = None, *, document_id: str, light: bool = False, store: Store | None = None
) -> Document:
    """Return the document of a raw list as :func:`dxlist.parse` does; from the cache, its trail tells the pages alone.

    A list that changes while it is read is not kept: nobody knows which of the two was read.

    Args:
        path: of the list; standard input is read and not kept.
        encoding: of the list, where it is not to be detected.
        document_id: what its document is called.
        light: sources, repairs and pages are not needed.
        store: the cache; None: there is none.

    Raises:
        DxlistError: the list cannot be read; that is found out anew each time.
    """
    key = list_key(Path(path), document_id, encoding) if store and path != STANDARD_INPUT else None
    if store and key and (kept := _kept_light(store, key) if light else _kept(store, key)):
        return kept
    from dxlist.document import parse  # noqa: PLC0415 - where all lists are kept, none of its stages is needed

    document = parse(path, encoding=encoding, stem=document_id)
    if store and key and key == list_key(Path(path), document_id, encoding):
        _keep(document, store, key)
    return document


def _kept(store: Store, key: str) -> Document | None:
    pages = store.get(key, PAGES)
    data = None if pages is None else store.get(key, DOCUMENT)
    if pages is None or data is None:
        return None
    try:
        return document_of_pieces(data, pages)
    except ValidationError:
        store.remove(key, DOCUMENT)
        return None


def document_pieces(document: Document) -> tuple[bytes, bytes]:
    """Return a document and its pages as bytes."""
    return document.model_dump_json().encode(), adapter_of(list[PageTable]).dump_json(
        [trail.table for trail in document.trail]
    )


def document_of_pieces(data: bytes, pages: bytes) -> Document:
    """Return a document from the bytes of itself and of its pages.

    Raises:
        ValidationError: the first are none.
    """
    with without_collection():
        document = DocumentFromCache.model_validate_json(data)
    document._pages = pages  # noqa: SLF001 - known beside the values only here
    return document


def _kept_light(store: Store, key: str) -> Document | None:
    data = store.get(key, LIGHT)
    if data is None:
        return None
    try:
        with without_collection():
            return LightDocument.model_validate_json(data)
    except ValidationError:
        store.remove(key, LIGHT)
        return None


def _keep(document: Document, store: Store, key: str) -> None:
    data, pages = document_pieces(document)
    store.put(key, DOCUMENT, data)
    store.put(key, PAGES, pages)
    store.put(key, LIGHT, _light(document))


def _light(document: Document) -> bytes:
    """Return a document as bytes, of its sources and repairs only those that comparing projects asks for."""
    plain = document.model_dump(mode="json", exclude=_LEFT_OUT)
    for row, initiative in zip(plain["initiatives"], document.initiatives, strict=True):
        kept = [repair.model_dump(mode="json") for repair in initiative.repairs if repair.column == "project_name"]
        row.update({NAME_REPAIRS: kept} if kept else {})
    return to_json(plain)

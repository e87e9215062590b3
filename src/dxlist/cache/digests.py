"""``digest_cached``: a list -> what a command needs of it, from the cache where that was made before.

``cached_value``: the same for what was made of all lists of a run.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from dxlist.cache.keys import digest_of_parts
from dxlist.collector import without_collection
from dxlist.model.document import CorrectionNote  # noqa: TC001 - pydantic reads it at run time

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dxlist.cache.store import Store
    from dxlist.model.document import Document

D = TypeVar("D")


class KeptDigest(ABC, Generic[D]):
    """What makes of a list what a command needs of it, and can keep that; it goes to other processes."""

    kind: ClassVar[str]
    """Of its entries, in small letters."""

    def depends_on(self, name: str) -> Sequence[str]:  # noqa: ARG002 - of others it is the name too
        """Return what it depends on, beside the list and how it is read; ``name``: of the list, as of a call."""
        return ()

    @abstractmethod
    def __call__(self, name: str, document: Document) -> D:
        """Return what is needed of a list."""

    @abstractmethod
    def pack(self, made: D) -> bytes:
        """Return it as bytes."""

    @abstractmethod
    def unpack(self, data: bytes) -> D:
        """Return it from its bytes.

        Raises:
            ValueError: they are none.
        """


class MadeOfList(NamedTuple, Generic[D]):
    """What was made of a list, and what every command wants to know of it."""

    digest: D
    document_id: str
    unused_corrections: tuple[CorrectionNote, ...]


class _Head(NamedTuple):
    """What stands before a digest in its entry."""

    document_id: str
    unused_corrections: tuple[CorrectionNote, ...]


def digest_cached(
    digest: Callable[[str, Document], D],
    name: str,
    key: str | None,
    read: Callable[[], Document],
    store: Store | None,
) -> MadeOfList[D]:
    """Return what a digest makes of a list; the list is read where that is not known.

    Args:
        digest: only a :class:`KeptDigest` is kept.
        name: of the list, as the digest takes it.
        key: of the list; None: nothing is to be kept.
        read: reads the list; what it raises ends this.
        store: the cache; None: there is none.
    """
    kept = digest if isinstance(digest, KeptDigest) and store and key else None
    own = digest_of_parts([key, *kept.depends_on(name)]) if kept else ""
    if store and kept and (found := _found(kept, store, own)):
        return found
    document = read()
    info = document.document
    made = MadeOfList(digest(name, document), info.document_id, tuple(info.unused_corrections))
    if store and kept:
        head = _HEAD.dump_json(_Head(made.document_id, made.unused_corrections))
        store.put(own, kept.kind, head + b"\n" + kept.pack(made.digest))
    return made


def _found(digest: KeptDigest[D], store: Store, key: str) -> MadeOfList[D] | None:
    data = store.get(key, digest.kind)
    if data is None:
        return None
    head, _, packed = data.partition(b"\n")
    try:
        with without_collection():
            known = _HEAD.validate_json(head)
            return MadeOfList(digest.unpack(packed), known.document_id, known.unused_corrections)
    except ValueError:
        store.remove(key, digest.kind)
        return None


_HEAD = TypeAdapter(_Head)


def cached_value(
    store: Store | None, keys: Sequence[str | None], kind: str, model: TypeAdapter[D], make: Callable[[], D]
) -> D:
    """Return what is made of several lists, from the cache where it was made of the same ones before.

    Args:
        store: the cache; None: there is none.
        keys: of all that it depends on, in order; where one is None nothing is kept.
        kind: of the entry.
        model: reads and writes it.
        make: makes it.
    """
    if store is None or None in keys:
        return make()
    key = digest_of_parts(list(keys))
    if (data := store.get(key, kind)) is not None:
        try:
            with without_collection():
                return model.validate_json(data)
        except ValidationError:
            store.remove(key, kind)
    made = make()
    store.put(key, kind, model.dump_json(made))
    return made

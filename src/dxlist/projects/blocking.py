"""Blocking keys: what two rows must share to be compared at all, so that not all are compared with all.

A word that stands in every name (事業) is no key, so no block grows with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.projects.slips import SHORTEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_IN_BLOCK = 8
"""Of a block as many names are kept, the best attested: another one is compared with these, not with all."""


def deletion_keys(name: str) -> set[int]:
    """Return hashes of a name and of the name without each of its letters: names one slip apart share one.

    Two hashes that are equal by chance cost a comparison, no more.
    """
    keys = {hash(name[:at] + name[at + 1 :]) for at in range(len(name))}
    keys.add(hash(name))
    return keys


def slip_candidates(names: Iterable[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield each name with the names before it that may be one slip apart; the best attested should come first."""
    first = dict[int, str]()
    blocks = dict[int, list[str]]()
    for name in names:
        found = set[str]()
        keys = deletion_keys(name) if len(name) >= SHORTEST else set[int]()
        shared = first.keys() & keys
        for key in shared:
            block = blocks.setdefault(key, [first[key]])
            found.update(block)
            if len(block) < MOST_IN_BLOCK:
                block.append(name)
        first.update(dict.fromkeys(keys - shared, name))
        yield name, found

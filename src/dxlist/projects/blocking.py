"""Blocking keys: what two names must share to be compared at all, so that not all are compared with all.

A word that is in every name (事業) is no key, so no block grows with it.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from dxlist.projects.rows import grouped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

Key = TypeVar("Key", int, str)
SHORTEST = 5
"""Letters that a name must have to be searched for typos: in a shorter one a letter is a fifth of it."""
LONGEST = 300
"""Letters up to which a name is searched for near ones: a longer one is a text, of which any two differ in more."""
MOST_IN_BLOCK = 8
"""Of a block as many names are kept, the best attested: another one is compared with these, not with all."""
SLOTS_FOR_KEY = 8
"""Slots of the table in which keys are met again: the more, the fewer are taken for keys of several names by chance."""
MOST_WITH_TRIGRAM = 12
"""Names that may share a trigram; one in more of them is no key, so that 推進事業 in every name makes no block."""
TRIGRAMS_TRIED = 6
"""Of the trigrams of a name, how many of the rarest are keys."""


def deletion_keys(name: str) -> set[int]:
    """Return hashes of a name and of the name without each of its letters: names one typo apart share one.

    Two hashes that are equal by chance cost a comparison, no more.
    """
    return {hash(name), *(hash(name[:at] + name[at + 1 :]) for at in range(len(name)))}


def typo_candidates(names: Collection[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield each name with the names before it that may be one typo apart; the best attested should come first."""
    first, often = dict[int, str](), _keys_of_several(names)
    blocks = dict[int, list[str]]()
    for name in names:
        found = set[str]()
        keys = _searched_keys(name) & often
        shared = first.keys() & keys
        for key in shared:
            block = blocks.setdefault(key, [first[key]])
            found.update(block)
            if len(block) < MOST_IN_BLOCK:
                block.append(name)
        first.update(dict.fromkeys(keys - shared, name))
        yield name, found


def _searched_keys(name: str) -> set[int]:
    return deletion_keys(name) if SHORTEST <= len(name) <= LONGEST else set[int]()


def _keys_of_several(names: Collection[str]) -> set[int]:
    return _met_again((key for name in names for key in _searched_keys(name)), sum(map(len, names)))


def _met_again(keys: Iterable[Key], about: int) -> set[Key]:
    """Return the keys that may come twice: those of which a slot of a table is met again.

    A name has as many keys as letters, and nearly all are its own; the table takes a tenth of what they would take.

    Args:
        keys: each once for each name that has it.
        about: how many they are.
    """
    table = bytearray(SLOTS_FOR_KEY * (about + 1))
    size, again = len(table), set[Key]()
    for key in keys:
        slot = hash(key) % size
        if table[slot]:
            again.add(key)
        table[slot] = 1
    return again


def trigram_candidates(names: Sequence[str]) -> set[tuple[int, int]]:
    """Return the pairs of names, as positions, that share one of their rarest trigrams."""
    again = _met_again((trigram for name in names for trigram in _trigrams(name)), sum(map(len, names)))
    counts = Counter(trigram for name in names for trigram in _trigrams(name) & again)
    rare = (
        sorted((t for t in _trigrams(name) & again if 1 < counts[t] <= MOST_WITH_TRIGRAM), key=lambda t: (counts[t], t))
        for name in names
    )
    blocks = shared_keys((trigram, at) for at, own in enumerate(rare) for trigram in own[:TRIGRAMS_TRIED])
    return {pair for block in blocks for pair in combinations(block, 2)}


def _trigrams(name: str) -> set[str]:
    return {name[i : i + 3] for i in range(len(name) - 2)} if len(name) <= LONGEST else set[str]()


def shared_keys(pairs: Iterable[tuple[str, int]]) -> list[list[int]]:
    """Return the numbers that share a key, where two or more do; an empty key is none."""
    return [at for key, at in grouped(pairs).items() if key and len(at) > 1]

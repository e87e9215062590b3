"""Blocking keys: what two names must share to be compared at all, so that not all are compared with all.

A word that is in every name (事業) is no key, so no block grows with it.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from dxlist.projects.rows import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SHORTEST = 5
"""Letters that a name must have to be searched for typos: in a shorter one a letter is a fifth of it."""
LONGEST = 300
"""Letters up to which a name is searched for near ones: a longer one is a text, of which any two differ in more."""
MOST_IN_BLOCK = 8
"""Of a block as many names are kept, the best attested: another one is compared with these, not with all."""
MOST_WITH_TRIGRAM = 12
"""Names that may share a trigram; one in more of them is no key, so that 推進事業 in every name makes no block."""
TRIGRAMS_TRIED = 6
"""Of the trigrams of a name, how many of the rarest are keys."""


def deletion_keys(name: str) -> set[int]:
    """Return hashes of a name and of the name without each of its letters: names one typo apart share one.

    Two hashes that are equal by chance cost a comparison, no more.
    """
    return {hash(name), *(hash(name[:at] + name[at + 1 :]) for at in range(len(name)))}


def typo_candidates(names: Iterable[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield each name with the names before it that may be one typo apart; the best attested should come first."""
    first = dict[int, str]()
    blocks = dict[int, list[str]]()
    for name in names:
        found = set[str]()
        keys = deletion_keys(name) if SHORTEST <= len(name) <= LONGEST else set[int]()
        shared = first.keys() & keys
        for key in shared:
            block = blocks.setdefault(key, [first[key]])
            found.update(block)
            if len(block) < MOST_IN_BLOCK:
                block.append(name)
        first.update(dict.fromkeys(keys - shared, name))
        yield name, found


def trigram_candidates(names: Sequence[str]) -> set[tuple[int, int]]:
    """Return the pairs of names, as positions, that share one of their rarest trigrams."""
    searched = (name if len(name) <= LONGEST else "" for name in names)
    trigrams = [{name[i : i + 3] for i in range(len(name) - 2)} for name in searched]
    counts = Counter(trigram for own in trigrams for trigram in own)
    rare = (
        sorted((t for t in own if 1 < counts[t] <= MOST_WITH_TRIGRAM), key=lambda t: (counts[t], t)) for own in trigrams
    )
    blocks = shared_keys((trigram, at) for at, own in enumerate(rare) for trigram in own[:TRIGRAMS_TRIED])
    return {pair for block in blocks for pair in combinations(block, 2)}


def shared_keys(pairs: Iterable[tuple[str, int]]) -> list[list[int]]:
    """Return the numbers that share a key, where two or more do; an empty key is none."""
    return [at for key, at in grouped(pairs).items() if key and len(at) > 1]

"""``join_slips``: parts whose names are one letter apart -> joined where other evidence agrees, else near."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING

from dxlist.projects.blocking import slip_candidates
from dxlist.projects.names import is_generic, name_keys
from dxlist.projects.parts import agree_in_units, agree_in_words, are_about_others
from dxlist.projects.slips import Slip, is_label, is_weak, new_pieces, one_slip, tells_apart
from dxlist.projects.webs import Edge
from dxlist.words.abbreviations import written_out
from dxlist.words.spellings import respell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dxlist.projects.parts import Part
    from dxlist.projects.webs import Web

RARE = 3
"""A spelling printed so many times is no slip; one printed twice, only beside one printed so many times as often."""


class Pieces:
    """How often the names of a government print a pair of letters; counted where it is first asked."""

    __slots__ = ("_counts", "_parts")

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._counts: Counter[str] | None = None

    def are_known(self, pieces: Iterable[str], without: Iterable[Part]) -> bool:
        """Return whether one of some pairs of letters is printed twice or more elsewhere: then it is of a word."""
        if self._counts is None:
            self._counts = Counter[str]()
            for part in self._parts:
                key = part.key.replace(LONG_VOWEL, "")
                for piece in {key[i : i + 2] for i in range(len(key) - 1)}:
                    self._counts[piece] += part.prints
        own = [(part.key.replace(LONG_VOWEL, ""), part.prints) for part in without]
        return any(self._counts[p] > 1 + sum(prints for key, prints in own if p in key) for p in pieces)


def join_slips(web: Web) -> None:
    """Join each rare spelling to the one project that it is a slip of, where evidence agrees.

    The best attested spellings come first, then those that most others are a slip of; one that was joined draws no
    other after it, so that no chain of slips leads from one project to another.
    """
    pairs = _slip_pairs(web)
    support = {at: sum(web.parts[two].prints for two in _fits(reasons)) for at, reasons in pairs.items()}
    seen, drawn = set[int](), set[int]()
    for at in sorted(pairs, key=lambda at: (-web.parts[at].prints, -support[at], at)):
        before = {two: reason for two, reason in pairs[at].items() if two in seen and two not in drawn}
        seen.add(at)
        if _is_between(web, at, pairs):
            drawn.add(at)
            _keep_apart(web, at, dict.fromkeys(_fits(pairs[at]), "ambiguous"))
        elif _join_part(web, at, before, pairs):
            drawn.add(at)


def _fits(reasons: Mapping[int, str | None]) -> list[int]:
    return [two for two, reason in reasons.items() if reason is None]


def _is_between(web: Web, at: int, pairs: Mapping[int, Mapping[int, str | None]]) -> bool:
    """Return whether a part is a slip of two that are two things, both printed as often: の業 between 農業 and 林業."""
    prints = web.parts[at].prints
    fits = [two for two in _fits(pairs[at]) if web.parts[two].prints >= prints]
    fits = [two for two in fits if agree_in_words(web.parts[at], web.parts[two])] or fits
    return any(pairs[one].get(two) == TWO_THINGS for one, two in combinations(fits, 2))


def _join_part(
    web: Web, at: int, others: Mapping[int, str | None], pairs: Mapping[int, Mapping[int, str | None]]
) -> bool:
    """Join a part to the cluster that it belongs to, if there is exactly one; say whether it was."""
    best = _best(web, at, [two for two in _fits(others) if not _is_told_apart(web, at, two, pairs)])
    if best is not None and web.join(Edge(best, at, "slip")):
        return True
    _keep_apart(web, at, others)
    return False


def _is_told_apart(web: Web, at: int, two: int, pairs: Mapping[int, Mapping[int, str | None]]) -> bool:
    """Return whether the cluster of a part holds another one that a letter tells apart from this."""
    root = web.root(two)
    return any(reason == TWO_THINGS and web.root(other) == root for other, reason in pairs[at].items())


def _keep_apart(web: Web, at: int, others: Mapping[int, str | None]) -> None:
    for two, reason in others.items():
        if reason != TWO_THINGS:
            web.keep_apart(at, two, reason or "ambiguous")


def _slip_pairs(web: Web) -> dict[int, dict[int, str | None]]:
    """Return for each part those one slip apart, and what speaks against each; None: it is a slip."""
    homes = defaultdict[str, list[int]](list)
    for at, part in enumerate(web.parts):
        for spelling in spellings_of(part):
            homes[spelling].append(at)
    pieces = Pieces(web.parts)
    pairs = defaultdict[int, dict[int, str | None]](dict)
    for name, others in slip_candidates(homes):
        own = homes[name]
        for other in sorted(others):
            slip = one_slip(name, other)
            if slip is None:
                continue
            apart = tells_apart(slip, name, other)
            for at, two in product(own, homes[other]):
                if at != two and pairs[at].get(two, _UNKNOWN):
                    reason = TWO_THINGS if apart else _against(web, (at, two), (name, slip), pieces)
                    pairs[at][two] = pairs[two][at] = reason
        for at, two in combinations(own, 2) if len(own) > 1 else ():
            if web.parts[at].key != web.parts[two].key:
                pairs[at][two] = pairs[two][at] = _against(web, (at, two), (name, _LONG_VOWEL_SLIP), pieces)
    return pairs


_UNKNOWN = "unknown"
LONG_VOWEL = "ー"
_LONG_VOWEL_SLIP = Slip(0, LONG_VOWEL, "")


def spellings_of(part: Part) -> set[str]:
    """Return the names that a slip may have struck, without long vowels: the key, and with abbreviations written out.

    A letter wrong within デジタルトランスフォーメーション keeps it from being read as DX, one before a long vowel keeps
    that from being read as the end of a word of katakana.
    """
    spellings = {part.key}
    if any(keys.folded != keys.expanded for keys in part.keys):
        spellings.update(respell(keys.folded) for keys in part.keys)
    if part.prints > 1:
        spellings.update(map(respell, written_out(part.key)))
    return {spelling.replace(LONG_VOWEL, "") for spelling in spellings} - {""}


TWO_THINGS = "two_things"
"""Another name by another division, or another label: nothing to look at."""


def _against(web: Web, parts: tuple[int, int], found: tuple[str, Slip], pieces: Pieces) -> str | None:
    """Return what speaks against a slip, or None where nothing does and something agrees."""
    name, slip = found
    rare, often = sorted((web.parts[at] for at in parts), key=lambda part: part.prints)
    if any(is_label(slip, part.keys[0].folded) for part in (rare, often)):
        return TWO_THINGS
    if agree_in_words(rare, often):
        return None
    if not agree_in_units(rare, often):
        return TWO_THINGS if rare.units and often.units else "no_division"
    against = (
        ("both_attested", rare.prints >= RARE or (rare.prints > 1 and often.prints < RARE * rare.prints)),
        ("other_overviews", are_about_others(rare, often)),
        ("other_word", is_weak(slip) and _may_be_a_word(slip, name, (rare, often), pieces)),
    )
    return next((reason for reason, holds in against if holds), None)


def _may_be_a_word(slip: Slip, name: str, parts: tuple[Part, Part], pieces: Pieces) -> bool:
    """Return whether the letter may make another word: the right name is printed once, or the word stands elsewhere."""
    if _name_one_part(*parts):
        return False
    return max(part.prints for part in parts) == 1 or pieces.are_known(new_pieces(slip, name), parts)


def _name_one_part(one: Part, two: Part) -> bool:
    """Return whether two names have one last level, so that the letter is wrong in that of the programme above it."""
    levels = one.rows[0].levels, two.rows[0].levels
    if min(map(len, levels)) == 1:
        return False
    last, other = (name_keys(own[-1]).respelled for own in levels)
    return last == other and len(last) >= LONG_ENOUGH and not is_generic(last)


LONG_ENOUGH = 6
"""Letters from which the name of a part is its own: 研修事業 stands under many programmes."""


def _best(web: Web, at: int, fits: Sequence[int]) -> int | None:
    """Return the part that all fitting ones are one project with; of several, the one that also agrees in words."""
    if len({web.root(two) for two in fits}) > 1:
        fits = [two for two in fits if agree_in_words(web.parts[at], web.parts[two])]
    return fits[0] if len({web.root(two) for two in fits}) == 1 else None

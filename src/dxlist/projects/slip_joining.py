"""``join_slips``: parts whose names are one letter apart -> joined where other evidence agrees, else near."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dxlist.projects.blocking import slip_candidates
from dxlist.projects.parts import agree_in_units, agree_in_words, are_about_others
from dxlist.projects.slips import Slip, is_weak, one_slip, tells_apart
from dxlist.projects.webs import Edge

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.projects.webs import Web

RARE = 5
"""A spelling that is printed twice or more is a slip only beside one that is printed so many times as often."""


def join_slips(web: Web) -> None:
    """Join each rare spelling to the one project that it is a slip of, where evidence agrees.

    The best attested spellings come first, and a spelling that was joined draws no other after it, so that no chain of
    slips leads from one project to another.
    """
    homes = defaultdict[str, list[int]](list)
    for at, part in enumerate(web.parts):
        homes[part.key].append(at)
    drawn = set[int]()
    for name, others in slip_candidates(key for key in homes if key):
        pairs = [(other, slip) for other in sorted(others) if (slip := one_slip(name, other))]
        pairs = [(other, slip) for other, slip in pairs if not tells_apart(slip, name, other)]
        for at in homes[name] if pairs else ():
            _join_part(web, at, ((two, slip) for other, slip in pairs for two in homes[other]), drawn)


def _join_part(web: Web, at: int, others: Iterable[tuple[int, Slip]], drawn: set[int]) -> None:
    """Join a part to the cluster that it belongs to, if there is exactly one."""
    fits, near = list[int](), dict[int, str]()
    for two, slip in others:
        if two in drawn:
            continue
        reason = _against(web, at, two, slip)
        if reason is None:
            fits.append(two)
        else:
            near[two] = reason
    best = _best(web, at, fits)
    if best is not None and web.join(Edge(best, at, "slip")):
        drawn.add(at)
        return
    for two in fits:
        web.keep_apart(at, two, "ambiguous")
    for two, reason in near.items():
        web.keep_apart(at, two, reason)


def _against(web: Web, one: int, two: int, slip: Slip) -> str | None:
    """Return what speaks against a slip, or None."""
    a, b = web.parts[one], web.parts[two]
    often, rarely = max(a.prints, b.prints), min(a.prints, b.prints)
    words = agree_in_words(a, b)
    if rarely > 1 and often < RARE * rarely and not words:
        return "both_attested"
    if words:
        return None
    if not agree_in_units(a, b):
        return "other_divisions" if a.units and b.units else "no_division"
    if are_about_others(a, b):
        return "other_overviews"
    return "other_word" if is_weak(slip) and often == 1 else None


def _best(web: Web, at: int, fits: Sequence[int]) -> int | None:
    """Return the part that all fitting ones are one project with; of several, the one that also agrees in words."""
    if len({web.root(two) for two in fits}) > 1:
        fits = [two for two in fits if agree_in_words(web.parts[at], web.parts[two])]
    return fits[0] if len({web.root(two) for two in fits}) == 1 else None

"""``join_typos``: spellings that are one letter apart -> joined where other evidence agrees, else noted as near.

First how two names differ in a letter, and whether that letter makes two things of them; then which of the near
spellings of a government are one project.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import combinations, product
from typing import TYPE_CHECKING

from dxlist.projects.blocking import SHORTEST, typo_candidates
from dxlist.projects.evidence import agree_in_all, agree_in_units, agree_in_words, are_about_others
from dxlist.projects.graph import Edge
from dxlist.projects.names import is_own, name_keys
from dxlist.projects.rows import grouped
from dxlist.projects.vocabulary import LONG_VOWEL, LONG_VOWEL_TYPO, Names, Typo, Vocabulary
from dxlist.projects.wrong_letters import Weight, weigh_letter
from dxlist.text.regex import regex
from dxlist.words.abbreviations import abbreviation_at, written_out
from dxlist.words.contrasts import COUNTING_KANA, NUMERALS, is_contrast
from dxlist.words.lookalikes import OTHER_SCRIPTS
from dxlist.words.spellings import respell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dxlist.model.project import LevelName
    from dxlist.projects.graph import Graph, Vertex

RARE = 3
"""A spelling printed so many times is no typo; one printed twice, only beside one printed so many times as often."""
_KANJI = regex("[一-龠々]")
_LATIN = regex("[a-z]")
_ABBREVIATION = regex("[a-z]{2,}")
_KATAKANA = regex("[ァ-ヺー]")


def one_typo(one: str, two: str) -> Typo | None:
    """Return the difference of two names that are one typo apart, else None.

    >>> one_typo("電子決裁の拡充", "電子決済の拡充")
    Typo(at=3, one='裁', two='済')
    >>> one_typo("電子決裁の拡充", "電子決の拡充")
    Typo(at=3, one='裁', two='')
    """
    short, long = sorted((len(one), len(two)))
    if long - short > 1 or short < SHORTEST or one == two:
        return None
    at = 0
    while at < short and one[at] == two[at]:
        at += 1
    ours, theirs = (1, 1) if len(one) == len(two) else (len(one) - short, len(two) - short)
    if one[at + ours :] == two[at + theirs :]:
        return Typo(at, one[at : at + ours], two[at : at + theirs])
    swapped = one[at : at + 2], two[at : at + 2]
    if len(one) == len(two) and swapped[0] == swapped[1][::-1] and one[at + 2 :] == two[at + 2 :]:
        return Typo(at, *swapped)
    return None


def tells_apart(typo: Typo, one: str, two: str) -> bool:
    """Return whether the letter makes two things of the names: a number, a numbering, a word of contrast.

    >>> names = "先端農業推進事業", "先端林業推進事業"
    >>> tells_apart(one_typo(*names), *names)
    True
    """
    if len(typo.one) == len(typo.two) == _SWAPPED:
        return NUMERALS.issuperset(typo.one)
    if all(not letter or letter in NUMERALS for letter in (typo.one, typo.two)):
        return not _is_kana(typo, max(one, two, key=len))
    if typo.one and typo.two:
        counted = _counts(one, typo.at) and _counts(two, typo.at)
        abbreviated = all(abbreviation_at(name, typo.at) for name in (one, two))  # IoT and ICT
        return counted or is_contrast(typo.one, typo.two) or abbreviated
    return _is_numbering(typo.one + typo.two, typo.at, max(one, two, key=len))


_SWAPPED = 2


def _is_kana(typo: Typo, name: str) -> bool:
    """Return whether a kanji of a number stands for the kana of its shape: サ一ビス."""
    letter, around = typo.one + typo.two, name[max(typo.at - 1, 0) : typo.at] + name[typo.at + 1 : typo.at + 2]
    return letter in OTHER_SCRIPTS and len(_KATAKANA.findall(around)) == len("サビ")


def _is_numbering(added: str, at: int, name: str) -> bool:
    """Return whether a letter that only one name has numbers it, at its end or its beginning: A事業（イ）."""
    return len(added) == 1 and at in {0, len(name) - 1} and _counts(name, at)


def _counts(text: str, at: int) -> bool:
    """Return whether a kana is alone, as a numbering is: （ア）."""
    around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return text[at] in COUNTING_KANA and not _KATAKANA.search(around)


def tell_apart(one: str, two: str) -> bool:
    """Return whether two names of any distance hold, where they differ, what makes two things of them.

    >>> tell_apart("先端農業推進事業", "先端水産業推進事業"), tell_apart("第2期計画策定事業", "計画策定事業")
    (True, True)
    """
    if _ABBREVIATION.findall(one) != _ABBREVIATION.findall(two):
        return True
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        ours, theirs = one[a:b], two[c:d]
        if tag != "equal" and (_differ_in_kind(ours, theirs) or _differ_in_kind(theirs, ours)):
            return True
        if tag == "replace" and len(ours) == len(theirs) == 1 and _counts(one, a) and _counts(two, c):
            return True
        if tag in {"delete", "insert"} and _is_numbering(ours + theirs, a or c, max(one, two, key=len)):
            return True
    return False


def _differ_in_kind(ours: str, theirs: str) -> bool:
    if not NUMERALS.isdisjoint(ours):
        return True
    return any(is_contrast(a, b) for a in ours for b in theirs) or (not theirs and is_contrast(ours, ""))


def is_label(typo: Typo, folded: str) -> bool:
    """Return whether the letter is all that a bracket of the name holds, as labels are: （ア）, （東）.

    >>> is_label(Typo(7, "子", ""), "個人情報の改正(子)")
    True
    """
    return any(len(letter) == 1 and f"({letter})" in folded for letter in (typo.one, typo.two))


Reasons = dict[int, dict[int, str | None]]
"""For each vertex those that are one typo apart, and what speaks against each pair; None: it is a typo."""


def join_typos(graph: Graph, level: LevelName) -> None:
    """Join each rare spelling to the one project that it is a typo of, where evidence agrees.

    The best attested spellings come first, then those that most others are a typo of.  No spelling is joined to one
    that is settled itself as a typo or as ambiguous, so that no chain of typos leads from one project to another.
    """
    reasons = _typo_pairs(graph)
    support = {at: sum(graph.vertices[two].prints for two in _typos_of(own)) for at, own in reasons.items()}
    seen, settled = set[int](), set[int]()
    for at in sorted(reasons, key=lambda at: (-graph.vertices[at].prints, -support[at], at)):
        before = {two: reason for two, reason in reasons[at].items() if two in seen and two not in settled}
        seen.add(at)
        if _is_between(graph, at, reasons):
            settled.add(at)
            _keep_apart(graph, at, dict.fromkeys(_typos_of(reasons[at]), "ambiguous"))
        elif (best := _best(graph, at, before, reasons)) is not None and graph.join(Edge(best, at, level)):
            settled.add(at)
        else:
            _keep_apart(graph, at, before)


def _typos_of(reasons: Mapping[int, str | None]) -> list[int]:
    return [two for two, reason in reasons.items() if reason is None]


def _is_between(graph: Graph, at: int, reasons: Reasons) -> bool:
    """Return whether a spelling is a typo of two that are two things, printed as often: の業 between 農業 and 林業."""
    prints = graph.vertices[at].prints
    fits = [two for two in _typos_of(reasons[at]) if graph.vertices[two].prints >= prints]
    fits = [two for two in fits if agree_in_words(graph.vertices[at], graph.vertices[two])] or fits
    return any(reasons[one].get(two) == TWO_THINGS for one, two in combinations(fits, 2))


def _best(graph: Graph, at: int, others: Mapping[int, str | None], reasons: Reasons) -> int | None:
    """Return a vertex of the one cluster that a spelling is a typo of; of several, of the one that agrees in words."""
    fits = [two for two in _typos_of(others) if not _is_distinct(graph, at, two, reasons)]
    if len({graph.root(two) for two in fits}) > 1:
        fits = [two for two in fits if agree_in_words(graph.vertices[at], graph.vertices[two])]
    return fits[0] if len({graph.root(two) for two in fits}) == 1 else None


def _is_distinct(graph: Graph, at: int, two: int, reasons: Reasons) -> bool:
    """Return whether the cluster of a vertex holds another one that a letter tells apart from this spelling."""
    root = graph.root(two)
    return any(reason == TWO_THINGS and graph.root(other) == root for other, reason in reasons[at].items())


def _keep_apart(graph: Graph, at: int, others: Mapping[int, str | None]) -> None:
    for two, reason in others.items():
        if reason != TWO_THINGS:
            graph.kept_apart.append((at, two, reason or "ambiguous"))


def _typo_pairs(graph: Graph) -> Reasons:
    homes = grouped((name, at) for at, vertex in enumerate(graph.vertices) for name in spellings_of(vertex))
    known = Vocabulary(graph.vertices)
    reasons = defaultdict[int, dict[int, str | None]](dict)
    for name, others in typo_candidates(homes):
        own = homes[name]
        for other in sorted(others):
            typo = one_typo(name, other)
            if typo is None:
                continue
            apart = tells_apart(typo, name, other)
            for at, two in product(own, homes[other]):
                if at != two and reasons[at].get(two, _UNKNOWN):
                    names = Names(name, other, typo)
                    reason = TWO_THINGS if apart else _against(graph, (at, two), names, known)
                    reasons[at][two] = reasons[two][at] = reason
        for at, two in combinations(own, 2) if len(own) > 1 else ():
            if graph.vertices[at].key != graph.vertices[two].key:
                names = Names(graph.vertices[at].key, graph.vertices[two].key, LONG_VOWEL_TYPO)
                reasons[at][two] = reasons[two][at] = _against(graph, (at, two), names, known)
    return reasons


_UNKNOWN = "unknown"


def spellings_of(vertex: Vertex) -> set[str]:
    """Return the names that a typo may have damaged, without long vowels: the key, and with abbreviations written out.

    A letter wrong within デジタルトランスフォーメーション keeps it from being read as DX, one before a long vowel keeps
    that from being read as the end of a word of katakana.
    """
    spellings = {vertex.key}
    if any(keys.folded != keys.expanded for keys in vertex.keys):
        spellings.update(respell(keys.folded) for keys in vertex.keys)
    if vertex.prints > 1:
        spellings.update(map(respell, written_out(vertex.key)))
    return {spelling.replace(LONG_VOWEL, "") for spelling in spellings} - {""}


TWO_THINGS = "two_things"
"""Another name by another division, or another label: nothing to look at."""


def _against(graph: Graph, at: tuple[int, int], names: Names, known: Vocabulary) -> str | None:
    """Return what speaks against a typo, or None where nothing does and something agrees."""
    rare, often = pair = _by_attestation(graph, at)
    if any(is_label(names.typo, vertex.keys[0].folded) for vertex in pair):
        return TWO_THINGS
    weight = weigh_letter(names, known, pair)
    is_sure = weight is Weight.SLIP or _is_wrong_above(pair, weight)
    agree = agree_in_words(rare, often)
    if (is_sure and agree) or (weight in {Weight.OPEN, Weight.SOUND} and agree_in_all(rare, often, names.typo[1:])):
        return None
    is_likely = is_sure or _is_outnumbered(pair, weight, names, known)
    if not agree_in_units(rare, often) and not agree:
        if rare.units and often.units:
            return TWO_THINGS
        if not is_likely or often.prints == 1:
            return "no_division"
    against = (
        ("both_attested", rare.prints >= RARE or (rare.prints > 1 and often.prints < RARE * rare.prints)),
        ("other_overviews", are_about_others(rare, often)),
        ("other_word", not is_likely),
    )
    return next((reason for reason, holds in against if holds), None)


def _is_wrong_above(pair: tuple[Vertex, Vertex], weight: Weight) -> bool:
    """Return whether the letter is wrong in the programme above one sub-project, though it may make a word there."""
    is_open = weight is Weight.OPEN or (weight is Weight.WORDS and pair[1].prints > 1)
    return is_open and _share_last_level(*pair)


def _by_attestation(graph: Graph, at: tuple[int, int]) -> tuple[Vertex, Vertex]:
    one, two = (graph.vertices[number] for number in at)
    return (two, one) if two.prints < one.prints else (one, two)


def _is_outnumbered(pair: tuple[Vertex, Vertex], weight: Weight, names: Names, known: Vocabulary) -> bool:
    """Return whether a name of which nothing is known stands beside one that recurs, and holds what no other does."""
    if weight is not Weight.OPEN or pair[1].prints < RARE:
        return False
    rare = names if names.one in spellings_of(pair[0]) else names.turned()
    return not known.has_piece(rare, pair)


def _share_last_level(one: Vertex, two: Vertex) -> bool:
    """Return whether two names have one last level, so that the letter is wrong in that of the programme above it."""
    levels = one.rows[0].levels, two.rows[0].levels
    if min(map(len, levels)) == 1:
        return False
    last, other = (name_keys(own[-1]).respelled for own in levels)
    return last == other and is_own(last)

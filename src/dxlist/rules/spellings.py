"""``name_variants`` and its like: names of a list that are one name in two spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations, takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.rules.texts import Printed, Texts

_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_SHORTEST_KANA = 3
_BEFORE_KATAKANA = r"(?<![ァ-ヺー])(?:[一-龠々]|[ァ-ヺーA-Za-z一-龠々][ぁ-ん](?<![のをにがはとでへもや]))"
"""What stands before a word of katakana in a compound."""
_ALIAS = re.compile(r"(?P<head>[一-龠々ァ-ヺーA-Za-z0-9]{6,60})[（(](?P<alias>[^（）()、。,，・/\s]{4,20})[）)]")
_KATAKANA = re.compile("[ァ-ヺー]")
_LEAST_KATAKANA = 3
"""Of a name: 一般職員 and 一般新任職員 are no names."""
_LEAST_COMMON = 2


class Variant(NamedTuple):
    """A spelling of a name where it stands first, and the other spelling."""

    text: Printed
    start: int
    end: int
    other: str
    often: int
    """How often the other spelling stands in the list."""


def kana_variants(texts: Texts) -> Iterator[Variant]:
    """Yield names of which a part is katakana here and hiragana there: 森マップ, 森まっぷ."""
    for word in texts.katakana:
        hiragana = word.translate(_TO_HIRAGANA)
        if len(word) >= _SHORTEST_KANA and hiragana in texts.joined:
            compound = re.compile(f"{_BEFORE_KATAKANA}{word}(?![ァ-ヺー])")
            for name in dict.fromkeys(compound.findall(texts.joined)):
                yield from _in_hiragana(texts, name, name.removesuffix(word) + hiragana)


def _in_hiragana(texts: Texts, name: str, hiragana: str) -> Iterator[Variant]:
    """Yield the rarer of the two spellings of a name where both are there."""
    there = list(texts.finditer(re.compile(f"{re.escape(hiragana)}(?![ー。]|[ぁ-ん](?<![のをにがはとでへもや]))")))
    here = list(texts.finditer(re.compile(f"{re.escape(name)}(?![ァ-ヺー])")))
    if there and here:
        rarer, other, often = (there, name, len(here)) if len(there) <= len(here) else (here, hiragana, len(there))
        text, match = rarer[0]
        yield Variant(text, match.start(), match.end(), other, often)


def alias_variants(texts: Texts) -> Iterator[Variant]:
    """Yield second names in brackets behind the same words of one row, of which one is the other and something more."""
    rows: defaultdict[str, list[tuple[Printed, re.Match[str]]]] = defaultdict(list)
    for text, match in texts.finditer(_ALIAS):
        if text.column in {"overview", "kpi_text"}:
            rows[text.initiative.initiative_id].append((text, match))
    for found in rows.values():
        for (_, one), (text, other) in combinations(found, 2):
            if one["head"] == other["head"] and _is_one_name(one["alias"], other["alias"]):
                yield Variant(text, other.start("alias"), other.end("alias"), one["alias"], 1)


def _is_one_name(one: str, other: str) -> bool:
    """Return whether of two names one is the other with something put in: キビタンネット, キビタン健康ネット."""
    short, long = sorted((one, other), key=len)
    before, behind = _alike(short, long), _alike(short[::-1], long[::-1])
    return (
        short != long
        and len(_KATAKANA.findall(short)) >= _LEAST_KATAKANA
        and min(before, behind) >= _LEAST_COMMON
        and before + behind >= len(short)
    )


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))

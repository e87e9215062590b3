"""``texts_of``: a list -> its printed texts, and the words that are counted over all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, cast

from dxlist.model.finding import Found
from dxlist.model.stages import LONGEST_CELL
from dxlist.rules.places import PrintedText, kept_positions, own_sources, own_texts
from dxlist.text.bilingual import EMPTY, Bilingual
from dxlist.text.regex import regex
from dxlist.text.widths import narrow

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from dxlist.model.columns import Column
    from dxlist.model.finding import Severity
    from dxlist.rules.listed import Listed

LATIN_WORD = regex(r"(?<![A-Za-z0-9])[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*")
"""In narrow text: letters and digits, at least one of them a letter."""
KATAKANA_WORD = regex(r"[ァ-ヺー]+")


_WORD = "ぁ-んァ-ヺー一-龠々"
_SENTENCE = regex(f"[^{_WORD}]*[{_WORD}][^ぁ-ん]*[ぁ-ん][^{_WORD}]*[{_WORD}]")
"""The beginning of a further column up to kana between two letters: words, and no code, number, date or amount."""
_FURTHER = ("extra.", "levels.", "indicators.")


@lru_cache(maxsize=2)
def further_sentences(listed: Listed) -> tuple[PrintedText, ...]:
    """Return the sentences that are printed in the further columns of a list: 目的, 課題, 備考, levels between, indicators."""
    return tuple(
        PrintedText(initiative, cast("Column", column), text, narrow(text))
        for initiative in listed.document
        for column, source in own_sources(initiative)
        if column.startswith(_FURTHER)
        and len(source.raw) <= LONGEST_CELL
        and _SENTENCE.match(source.raw)
        and (text := "".join(source.raw[at] for at in kept_positions(initiative, column, source.raw)))
    )


class PrintedTexts:
    """All texts of one list, each where it is printed, and counts of its words."""

    def __init__(self, texts: Sequence[PrintedText]) -> None:
        self.all = texts

    @cached_property
    def joined(self) -> str:
        """All texts, half-width, one a line.

        A word that is not in here need not be searched for text by text.
        """
        return "\n".join(text.narrow for text in self.all)

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each text begins in ``joined``, and where one more would."""
        return list(accumulate((len(text.narrow) + 1 for text in self.all), initial=0))

    @cached_property
    def latin(self) -> Counter[str]:
        """How often each word of Latin letters and digits stands in the list."""
        return Counter(LATIN_WORD.findall(self.joined))

    @cached_property
    def katakana(self) -> Counter[str]:
        """How often each unbroken run of katakana stands in the list."""
        return Counter(KATAKANA_WORD.findall(self.joined))

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[tuple[PrintedText, re.Match[str]]]:
        """Yield every match of a pattern in the half-width texts; only a text is asked in which ``joined`` has one."""
        at = 0
        while at < len(self.joined) and (found := pattern.search(self.joined, at)):
            number = bisect_right(self._starts, found.start()) - 1
            text, at = self.all[number], self._starts[number + 1]
            for match in pattern.finditer(text.narrow):
                yield text, match


@lru_cache(maxsize=2)
def texts_of(listed: Listed) -> PrintedTexts:
    """Return the texts of the named columns of a list; the rules ask for them one after the other."""
    return PrintedTexts(own_texts(listed))


@lru_cache(maxsize=2)
def all_texts_of(listed: Listed) -> PrintedTexts:
    """Return the texts of a list with the sentences of its further columns, for what is a fault wherever it stands."""
    return PrintedTexts((*own_texts(listed), *further_sentences(listed)))


def times(count: int) -> str:
    """Return how often in English words.

    >>> times(1), times(16)
    ('once', '16 times')
    """
    return "once" if count == 1 else f"{count} times"


def mistaken(
    text: PrintedText, match: re.Match[str], meant: str, count: int, why: Bilingual, *, severity: Severity | None = None
) -> Found:
    """Return the finding that words are probably other words, which the list says ``count`` times, and why."""
    words = text.words(*match.span())
    said = Bilingual(f"（この一覧に{count}回あります）", f", which the list says {times(count)}") if count else EMPTY
    probably = Bilingual(f"「{words}」は「{meant}」の誤りと思われます", f"「{words}」 is probably 「{meant}」")
    message = probably + said + Bilingual("。", "; ") + why
    return Found(text.place(*match.span()), message, suggestion=meant, severity=severity)

"""``Vocabulary``: what the names of a government print, to tell whether a letter of one of them makes a word."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.regex import regex
from dxlist.words.abbreviations import LONG_FORMS
from dxlist.words.compounds import FRAMES, is_word
from dxlist.words.lookalikes import COMMON_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.projects.graph import Vertex

LONG_VOWEL = "ー"
KATAKANA_RUN = regex("[ァ-ヺー]+")


class Typo(NamedTuple):
    """The letter in which two names differ: replaced, left out (one side empty), or two letters that changed places."""

    at: int
    one: str
    two: str


LONG_VOWEL_TYPO = Typo(0, LONG_VOWEL, "")
"""Of two names that are one without long vowels, wherever they stand."""


class Names(NamedTuple):
    """Two names, each with the letter that it has at the place where they differ."""

    one: str
    two: str
    typo: Typo

    def turned(self) -> Names:
        """Return the same the other way round."""
        return Names(self.two, self.one, Typo(self.typo.at, self.typo.two, self.typo.one))

    def pieces(self) -> list[str]:
        """Return the pairs of letters that the letter makes in the first name, but with a word like 推進 beside it.

        >>> Names("市町道路線", "市道路線", Typo(1, "町", "")).pieces()
        ['市町', '町道']
        >>> Names("市道路線", "市町道路線", Typo(1, "", "町")).pieces()
        ['市道']
        """
        at, behind = self.typo.at, self.typo.at + len(self.typo.one)
        first = at if self.one[max(at - 2, 0) : at] in FRAMES else max(at - 1, 0)
        last = behind if self.one[behind : behind + 2] in FRAMES else behind + 1
        near = self.one[first:last]
        return [near[i : i + 2] for i in range(len(near) - 1)]

    def all_pieces(self) -> list[str]:
        """Return the pairs of letters of the first name at the place."""
        near = self.one[max(self.typo.at - 1, 0) : self.typo.at + len(self.typo.one) + 1]
        return [near[i : i + 2] for i in range(len(near) - 1)]

    def around(self) -> tuple[str, str]:
        """Return the letter before and the letter behind the place."""
        at, behind = self.typo.at, self.typo.at + len(self.typo.one)
        return self.one[max(at - 1, 0) : at], self.one[behind : behind + 1]


class Vocabulary:
    """The pairs of letters and the words of katakana of a government's names; counted where they are asked for."""

    __slots__ = ("_pieces", "_runs", "_vertices")

    def __init__(self, vertices: Sequence[Vertex]) -> None:
        self._vertices = vertices
        self._pieces: Counter[str] | None = None
        self._runs: Counter[str] | None = None

    def _counted(self) -> Counter[str]:
        if self._pieces is None:
            self._pieces = Counter[str]()
            for vertex in self._vertices:
                key = vertex.key.replace(LONG_VOWEL, "")
                for piece in {key[i : i + 2] for i in range(len(key) - 1)}:
                    self._pieces[piece] += vertex.prints
        return self._pieces

    def has_word(self, names: Names, without: Iterable[Vertex]) -> bool:
        """Return whether other names print the word of two kanji in which the letter stands in the first name."""
        own = [(vertex.key.replace(LONG_VOWEL, ""), vertex.prints) for vertex in without]
        words = filter(is_word, names.all_pieces())
        return any(self._counted()[w] > sum(prints for key, prints in own if w in key) for w in words)

    def has_piece(self, names: Names, without: Iterable[Vertex]) -> bool:
        """Return whether other names print a pair of letters of the first name; then it is of a word.

        Where they print those of the second name by far more often, it is but the same slip again.
        """
        pieces = self._counted()
        own = [(vertex.key.replace(LONG_VOWEL, ""), vertex.prints) for vertex in without]
        others = max((pieces[piece] for piece in names.turned().pieces()), default=0)
        return any(
            pieces[p] > max(1, others / OFTEN) + sum(prints for key, prints in own if p in key) for p in names.pieces()
        )

    def has_run(self, run: str, other: str, without: Iterable[Vertex]) -> bool:
        """Return whether some katakana are a known word, or two, or the word of other names, and not one's slip."""
        if _is_known_run(run):
            return True
        if self._runs is None:
            self._runs = Counter[str]()
            for vertex in self._vertices:
                for word in set(KATAKANA_RUN.findall(vertex.key)):
                    self._runs[word.replace(LONG_VOWEL, "")] += vertex.prints
        own = [(KATAKANA_RUN.findall(vertex.key), vertex.prints) for vertex in without]
        ours = sum(prints for runs, prints in own if run in (word.replace(LONG_VOWEL, "") for word in runs))
        return self._runs[run] > ours + max(1, self._runs[other] / OFTEN)


OFTEN = 10
"""A word that is printed so many times as often as another explains it: デジタ thrice, デジタル in every name."""
_KNOWN_RUNS = frozenset(word.replace(LONG_VOWEL, "") for word in COMMON_WORDS) | frozenset(
    word.replace(LONG_VOWEL, "").replace("・", "")
    for words in LONG_FORMS.values()
    for word in words
    if KATAKANA_RUN.match(word)
)


def _is_known_run(run: str) -> bool:
    return run in _KNOWN_RUNS or any(
        run[:at] in _KNOWN_RUNS and run[at:] in _KNOWN_RUNS for at in range(3, len(run) - 2)
    )

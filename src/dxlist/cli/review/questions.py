"""``Question``: what one screen of a review asks, in the one form that all kinds share; ``key_of``: what is pressed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from rich.console import Console, RenderableType

    from dxlist.cli.review.changes import FileChange
    from dxlist.text.bilingual import Language


class ReviewKey(NamedTuple):
    """What a key is called in the line of keys, and what the help says of it."""

    label: Bilingual
    explained: Bilingual


UNDO, BACK, HELP, LATER, QUIT = "u", "b", "?", "", "q"
COMMON: Mapping[str, ReviewKey] = {
    UNDO: ReviewKey(
        Bilingual("取り消す", "undo"),
        Bilingual("この問いの答え、なければ最後の答えを取り消す。", "Take this answer back, or the last one."),
    ),
    BACK: ReviewKey(Bilingual("前へ", "back"), Bilingual("1つ前の問いを見る。", "Look at the question before.")),
    HELP: ReviewKey(Bilingual("説明", "help"), Bilingual("この説明。", "This help.")),
    LATER: ReviewKey(
        Bilingual("あとで", "later"),
        Bilingual("決めずに次へ進む（n でもよい）。", "Leave it for another time; so does n."),
    ),
    QUIT: ReviewKey(
        Bilingual("やめる", "quit"),
        Bilingual("終わる。答えはもう書いてある。", "End here; what was answered is written already."),
    ),
}
"""The keys that every question has."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "a": ("accept", "正", "正しい", "はい"),
    "e": ("edit", "直", "直す"),
    "i": ("ignore", "無視"),
    "s": ("same", "同", "同じ"),
    "d": ("different", "別"),
    UNDO: ("undo", "取消", "取消し", "取り消し", "取り消す"),
    BACK: ("back", "前", "前へ", "戻る"),
    HELP: ("help", "h", "説明"),
    LATER: ("n", "skip", "later", "次", "あとで"),
    QUIT: ("quit", "やめる", "終わる"),
}
_KEY_OF = {fold(word): key for key, words in _WORDS.items() for word in (key, *words)}


def key_of(typed: str) -> str | None:
    """Return the key that is meant by what was typed, in any width; None: no key.

    >>> [key_of(typed) for typed in ("Ａ", "同じ", "？", " ", "maybe")]
    ['a', 's', '?', '', None]
    """
    return _KEY_OF.get(fold(typed))


class Asking(Protocol):
    """What a question may ask further; each returns None where the person thought better of it."""

    language: Language

    def reason(self, of: str) -> str | None:
        """Ask why; Enter repeats the last reason of such an answer."""
        ...

    def text(self, begun: str, present: str) -> str | None:
        """Ask for the right text, with what is begun to edit; None also where it is the present one."""
        ...

    def place(self, prompt: Bilingual) -> str | None:
        """Ask for a number, or numbers with a colon between them."""
        ...

    def say(self, text: Bilingual) -> None:
        """Say something to the person."""
        ...


class Question(ABC):
    """One question of a review."""

    kind: Bilingual
    """What it asks of."""
    asked: Bilingual
    keys: Mapping[str, ReviewKey]
    """Its own, beside those that all have."""
    place: tuple[int, ...]
    """Orders the questions: number of the list, line, cell."""
    key: Hashable
    """The same for the same question when the lists are read again."""

    @abstractmethod
    def title(self) -> Bilingual:
        """Return what it is about, on one line."""

    @abstractmethod
    def picture(self, screen: Console, language: Language) -> Iterator[RenderableType]:
        """Yield what a person has to see to answer; nothing of a list's text is cut."""

    @abstractmethod
    def answer(self, key: str, asking: Asking) -> FileChange | None:
        """Return what is to be written for a key of its own; None: nothing yet."""

    def is_settled(self) -> bool:
        """Return whether the answers so far answer it too."""
        return False

    def note(self, key: str | None) -> None:  # noqa: B027 - most kinds need no note
        """Take note that it was answered with a key; None: that the answer was taken back."""

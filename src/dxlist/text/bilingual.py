"""Every word of ours that a user sees, in Japanese and in English, side by side, and what puts such words together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Language = Literal["ja", "en"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One message in both languages; ``str()`` gives the English one.

    Messages compose: ``+`` puts two behind each other, a plain text among them is the same in both languages, and
    :meth:`join` puts many behind each other.

    >>> Bilingual("行", "line ") + "62"
    Bilingual(ja='行62', en='line 62')
    >>> "a.tsv: " + Bilingual("ありません。", "there is none.")
    Bilingual(ja='a.tsv: ありません。', en='a.tsv: there is none.')
    """

    ja: str
    en: str

    def text(self, language: Language) -> str:
        """Return the message in ``language``."""
        return self.ja if language == "ja" else self.en

    def join(self, parts: Iterable[Bilingual | str]) -> Bilingual:
        """Return the parts with this message between them.

        >>> COMMA.join([Bilingual("行", "rows"), "x"])
        Bilingual(ja='行、x', en='rows, x')
        """
        both = [both_languages(part) for part in parts]
        return Bilingual(self.ja.join(part.ja for part in both), self.en.join(part.en for part in both))

    def __add__(self, other: Bilingual | str) -> Bilingual:
        behind = both_languages(other)
        return Bilingual(self.ja + behind.ja, self.en + behind.en)

    def __radd__(self, other: str) -> Bilingual:
        return Bilingual(other + self.ja, other + self.en)

    def __bool__(self) -> bool:
        return bool(self.ja or self.en)

    def __str__(self) -> str:
        return self.en


def both_languages(text: Bilingual | str) -> Bilingual:
    """Return a text that is the same in both languages, such as a name or a number, as a message."""
    return text if isinstance(text, Bilingual) else Bilingual(text, text)


def plural(number: int, ja: str, singular: str, plural_: str = "") -> Bilingual:
    """Return a number with what is counted: the Japanese counter, and the English noun in its number.

    >>> plural(1, "行", "row").en, plural(2, "行", "row").en, plural(1200, "件", "entry", "entries")
    ('1 row', '2 rows', Bilingual(ja='1200件', en='1,200 entries'))
    """
    noun = singular if number == 1 else plural_ or f"{singular}s"
    return Bilingual(f"{number}{ja}", f"{number:,} {noun}")


EMPTY = Bilingual("", "")
COMMA = Bilingual("、", ", ")
NEW_LINE = Bilingual("\n", "\n")

"""``read_words``: the text of a condition -> its words, each with its place; and the errors that name a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from dxlist.errors import DxlistError
from dxlist.query.columns import unknown_column
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind = Literal["number", "text", "name", "quoted", "sign", "end"]

_WORD = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?(?![\w.]))|'(?P<text>(?:[^']|'')*)'|\"(?P<quoted>(?:[^\"]|\"\")*)\""
    r"|(?P<name>[^\W\d][\w.]*)|(?P<sign><>|[<>!=]=|[<>=~(),-]))"
)
# A Japanese keyboard writes ＝ and ’ where = and ' are meant; letter for letter, so that places stay.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans("\u3000‘’“”", " ''\"\"")
_LONGEST = 30
_EXAMPLE = Bilingual(
    "例: \"unit = '件' and value >= 1000\"。名前は列、' ' の中は文字列です。",
    "Example: \"unit = '件' and value >= 1000\"; names are columns, texts stand in ' '.",
)


class Word(NamedTuple):
    """One word of a condition."""

    kind: Kind
    text: str
    at: int
    """0-based code point of the condition."""


class ConditionError(DxlistError):
    """A condition that cannot be read: the place, what is wrong, what to do."""

    def __init__(self, text: str, at: int, problem: Bilingual, remedy: Bilingual) -> None:
        rest = text[at:].split()
        near = rest[0][:_LONGEST] if rest else ""
        where = Bilingual(f"{at + 1}文字目（{near}）", f"character {at + 1} ({near})")
        if not near:
            where = Bilingual("終わり", "at its end")
        super().__init__("--where", Bilingual(f"{where.ja}: {problem.ja}", f"{where.en}: {problem.en}"), remedy)


def syntax_error(text: str, at: int, problem: Bilingual) -> ConditionError:
    """Return the error of a condition whose words stand wrong."""
    return ConditionError(text, at, problem, _EXAMPLE)


def no_column(text: str, at: int, name: str, further: Iterable[str]) -> ConditionError:
    """Return the error of a name that is no column; it names the nearest and all known ones."""
    return ConditionError(text, at, *unknown_column(name, further))


def read_words(text: str) -> Iterator[Word]:
    """Yield the words of a condition, and one for its end.

    Raises:
        ConditionError: a character that begins no word.

    >>> [word.text for word in read_words("value >= 100 and unit ＝ '件'")]
    ['value', '>=', '100', 'and', 'unit', '=', '件', '']
    """
    plain = text.translate(_NARROW)
    at, end = 0, len(plain.rstrip())
    while at < end:
        match = _WORD.match(plain, at)
        if match is None:
            raise _stumble(text, plain, end - len(plain[at:end].lstrip()))
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        quote = {"text": "'", "quoted": '"'}.get(kind, "")
        start, stop = match.span(kind)
        found = text[start:stop].replace(quote * 2, quote) if quote else match[kind]
        yield Word(kind, found, start - len(quote))
        at = match.end()
    yield Word("end", "", end)


def _stumble(text: str, plain: str, at: int) -> ConditionError:
    mark = plain[at]
    if mark in "'\"":
        problem = Bilingual(f"これを閉じる {mark} がありません。", f"the {mark} that closes this is missing.")
        return syntax_error(text, at, problem)
    return syntax_error(text, at, Bilingual("ここは読めません。", "this cannot be read."))

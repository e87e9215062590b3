"""What people read: blocks of labelled texts under a title, before they are set, and styled lines, once they are.

A style is a plain name ("bold", "yellow"); whoever draws a block or a line may give it a meaning or leave it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.bilingual import EMPTY, Bilingual, both_languages
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.text.bilingual import Language
    from dxlist.text.spans import Span

COLON = both_languages(": ")
BLANK = both_languages(" ")
CONTINUED = EMPTY
"""The label of a text that goes on from the one above."""
OPEN, CLOSE = "［", "］"


class Marked(NamedTuple):
    """A text of a list without control characters, and start and end of each part of it that is marked."""

    text: str
    marks: tuple[Span, ...] = ()

    def bracketed(self) -> Marked:
        """Return the text with its marked parts in brackets, for where there is no colour.

        >>> Marked("41団体を目標とする。", ((0, 2),)).bracketed().text
        '［41］団体を目標とする。'
        """
        pieces, at = list[str](), 0
        for start, end in self.marks:
            pieces += [self.text[at:start], OPEN, self.text[start:end], CLOSE]
            at = end
        return Marked("".join([*pieces, self.text[at:]]))


class Entry(NamedTuple):
    """A labelled text; without a label it goes on from the entry above."""

    label: Bilingual
    text: Bilingual | Marked
    style: str = ""
    joint: Bilingual = COLON
    """What stands between label and text where there are no columns."""


class Block(NamedTuple):
    """Labelled texts under a title."""

    title: Bilingual
    entries: tuple[Entry, ...]
    style: str = "bold"
    """Of the title."""


def block_lines(block: Block, language: Language) -> Iterator[str]:
    """Yield a block as plain lines: its title and, set in, an entry a line; marked parts stand in brackets.

    >>> block = Block(Bilingual("行", "line"), (Entry(Bilingual("種類", "kind"), Bilingual("本体", "body")),))
    >>> list(block_lines(block, "en"))
    ['line', '  kind: body']
    """
    yield visible(block.title.text(language))
    for at, (label, text, _, joint) in enumerate(block.entries):
        said = text.bracketed().text if isinstance(text, Marked) else text.text(language)
        head = f"{label.text(language)}{joint.text(language)}" if label.ja else "  " if at else ""
        yield visible(f"  {head}{said}")


class Line(NamedTuple):
    """One line as it is set: texts, each with its style."""

    pieces: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The line without any style."""
        return "".join(text for text, _ in self.pieces)


def plain_line(text: str, style: str = "") -> Line:
    """Return a line of one style."""
    return Line(((text, style),))


def in_brackets(text: Bilingual) -> Bilingual:
    """Return a text in the brackets of its language, to stand behind another.

    >>> "62" + in_brackets(Bilingual("疑わしい", "doubtful"))
    Bilingual(ja='62（疑わしい）', en='62 (doubtful)')
    """
    return Bilingual(f"（{text.ja}）", f" ({text.en})")

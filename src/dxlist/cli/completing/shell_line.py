"""``read_line``: what stands on a shell's line up to the cursor -> whole words, and the word that is being typed."""

from __future__ import annotations

import re
from typing import NamedTuple

_QUOTES = "'\""
_PLAIN = re.compile(r"[\w@%+=:,./-]*")


class Typed(NamedTuple):
    """A line up to the cursor."""

    words: list[str]
    """Whole words before it."""
    word: str
    """What is being typed, without quotes and backslashes."""
    raw: str
    """The same as it stands there, behind an opening quote."""
    is_quoted: bool
    """Whether a quote is still open."""


def read_line(line: str) -> Typed:
    r"""Part a line as a shell does.

    >>> read_line("dxlist query --dept '企画調整部 デ")
    Typed(words=['dxlist', 'query', '--dept'], word='企画調整部 デ', raw='企画調整部 デ', is_quoted=True)
    >>> read_line(r"dxlist query --item 3\(").word
    '3('
    """
    words, word, quote, start, inside, at = list[str](), "", "", 0, False, 0
    while at < len(line):
        letter = line[at]
        if letter == "\\" and quote != "'":
            at += 1
            word += line[at : at + 1]
            inside = True
        elif letter == quote:
            quote = ""
        elif not quote and letter in _QUOTES:
            quote, inside, start = letter, True, at + 1
        elif not quote and letter.isspace():
            if inside:
                words.append(word)
            word, inside, start = "", False, at + 1
        else:
            word, inside = word + letter, True
        at += 1
    return Typed(words, word, line[start:], bool(quote))


def escaped(text: str) -> str:
    r"""Return a word as it stands in a shell outside quotes.

    >>> escaped("3(1)ア")
    '3\\(1\\)ア'
    """
    return "".join(letter if _PLAIN.fullmatch(letter) else f"\\{letter}" for letter in text)

"""Full-text search over Japanese in SQLite: texts and search words -> bigrams of their folded letters.

Japanese has no blanks between words, and most search words have two letters (防災, 農業); the trigram index of SQLite
finds none of them.  So a text is indexed as its pairs of neighbouring letters, and a word is searched for as the phrase
of its own pairs, which finds it wherever it stands.  A last letter is entered alone, so that a word of one letter is
the beginning of a pair.
"""

from __future__ import annotations

from dxlist.text.folding import fold

TOKENIZER = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
"""Only blanks part the pairs: signs and marks are letters like others."""


def text_to_bigrams(text: str) -> str:
    """Return the pairs of a text as the index takes them.

    >>> text_to_bigrams("ＤＸ 推進")
    'dx x推 推進 進'
    """
    key = _searchable(text)
    return " ".join(key[at : at + 2] for at in range(len(key)))


def words_to_match(words: str) -> str:
    """Return search words as what stands behind ``MATCH``; several words, parted by blanks, must all be there.

    >>> words_to_match("農業 高齢者")
    '"農業" "高齢 齢者"'
    >>> words_to_match("課")
    '"課" *'
    """
    return " ".join(map(_phrase, filter(None, map(_searchable, words.split())))) or _NOTHING


_NOTHING = '""'
"""A phrase without words, which nothing fits; without a phrase the question would be wrong."""


def _phrase(word: str) -> str:
    if len(word) == 1:
        return f'"{_quoted(word)}" *'
    pairs = " ".join(word[at : at + 2] for at in range(len(word) - 1))
    return f'"{_quoted(pairs)}"'


def _quoted(text: str) -> str:
    return text.replace('"', '""')


def _searchable(text: str) -> str:
    """Return the folded text without what no index can hold."""
    return fold(text).replace("\x00", "")

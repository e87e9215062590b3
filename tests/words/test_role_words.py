"""Every role of a column has a word in both languages, and every word is one of a role."""

from dxlist.model.columns import COLUMNS
from dxlist.model.roles import ROLES, word_of
from dxlist.words.code_words import INDICATOR_KIND_WORDS, ROLE_WORDS, VALUE_ROLE_WORDS


def test_every_role_has_a_word_and_every_word_a_role() -> None:
    assert ROLE_WORDS.keys() == ROLES.keys() - (set(COLUMNS) - {"overview"})
    assert {word_of(role) for role in ROLES.values()} == ROLE_WORDS.keys()


def test_words_tell_the_roles_apart() -> None:
    for words in (ROLE_WORDS, INDICATOR_KIND_WORDS, VALUE_ROLE_WORDS):
        assert len({word.ja for word in words.values()}) == len({word.en for word in words.values()}) == len(words)

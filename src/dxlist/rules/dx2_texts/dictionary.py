"""``installed_dictionary``: the dictionary of the optional extra ``dxlist[words]``, where it is installed.

What a rule asks of it is a :class:`Dictionary`; the extra installs a tagger and the words that it knows, and nothing is
loaded before a rule has a candidate.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WordKind = Literal["noun", "verbal_noun", "adverbial_noun", "prefix", "suffix", "adnominal", "of", "other"]
"""What a word is to the rules.

verbal_noun: 実施, takes する; adverbial_noun: 結果, 場合, stands without a particle;
adnominal: な of 高度な, a verb or an adjective before a noun; of: の between nouns; other: particles and the rest.
"""


class Morpheme(NamedTuple):
    """One word of a text."""

    text: str
    kind: WordKind
    known: bool
    """The dictionary has it; else its bounds are a guess."""
    reading: str | None = None
    """In hiragana; None where the dictionary has none."""


class Dictionary(Protocol):
    """What the rules ask."""

    def words(self, text: str) -> Sequence[Morpheme]:
        """Return the words of a text; together they are the text."""


@cache
def installed_dictionary() -> Dictionary | None:
    """Return the dictionary of the extra; None where it is not installed."""
    if find_spec("fugashi") is None or find_spec("ipadic") is None:
        return None
    return _Ipadic()


class _Ipadic:
    """MeCab with the IPA dictionary; its files are mapped into memory when the first text comes."""

    def __init__(self) -> None:
        self._tag: Callable[[str], Sequence[Any]] | None = None

    def words(self, text: str) -> Sequence[Morpheme]:
        if self._tag is None:
            self._tag = import_module("fugashi").GenericTagger(import_module("ipadic").MECAB_ARGS)
        return [
            Morpheme(node.surface, _kind(node.feature), not node.is_unk, _reading(node.feature))
            for node in self._tag(text)
        ]


_READING = 7
"""Which feature of IPADIC is the reading, in katakana."""
_HIRAGANA = str.maketrans({chr(code): chr(code - 0x60) for code in range(ord("ァ"), ord("ヶ") - 1)})


def _reading(feature: Sequence[str]) -> str | None:
    return feature[_READING].translate(_HIRAGANA) if len(feature) > _READING else None


_NOUNS: dict[str, WordKind] = {
    "サ変接続": "verbal_noun", "副詞可能": "adverbial_noun", "非自立": "adverbial_noun", "数": "adverbial_noun",
    "代名詞": "adverbial_noun", "接尾": "suffix",
}  # fmt: skip
_ADNOMINAL_FORMS = frozenset({"基本形", "体言接続"})


def _kind(feature: Sequence[str]) -> WordKind:
    """Return what a word is, from the part of speech and the inflection that IPADIC gives it."""
    part, detail = feature[0], feature[1]
    if part == "名詞":
        return "adverbial_noun" if feature[2] == "副詞可能" else _NOUNS.get(detail, "noun")
    if part == "接頭詞":
        return "prefix"
    if part == "助詞" and detail == "連体化":
        return "of"
    if part == "連体詞" or (part in {"動詞", "形容詞", "助動詞"} and feature[5] in _ADNOMINAL_FORMS):
        return "adnominal"
    return "other"

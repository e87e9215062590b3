"""``witnesses_of``: a rule -> the published lists in which it found something that their publisher would mend.

A rule that only the list it was written from can show says more about that list than about lists.  Both tables stand
beside this module.  Source of a list: what its entry names; of a witness: its place in that list.  A list that somebody
made up is no witness, and no official rule is one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TABLES = Path(__file__).parent
_HEADER = "#"


class PublishedList(NamedTuple):
    """A list that a government published."""

    name: Bilingual
    """The government and what the list is of."""
    fiscal_year: int | None
    """The year in which its fiscal year begins; None: its page does not say."""
    source: str
    """Where it is published: the address of a page, or a repository and the file in it; several are parted by ; ."""


class Witness(NamedTuple):
    """A finding in a published list that a reader called right."""

    code: str
    """Of the rule: DX101."""
    published_list: PublishedList
    place: Bilingual
    """A physical line of a file, a row of a sheet, the number or the name of a row, or the header."""
    words: str
    """What was found there, in the list's own words; empty where words do not show it."""


_PLACES = {
    "line": Bilingual("{}行目", "line {}"),
    "row": Bilingual("シートの{}行目", "row {} of the sheet"),
    "no": Bilingual("番号{}", "no. {}"),
    "name": Bilingual("{}", "{}"),
    "header": Bilingual("見出し", "the header"),
}
"""How the table says where -> how people say it."""


def witnesses_of(code: str) -> tuple[Witness, ...]:
    """Return the witnesses of a rule, one for each list.

    >>> [witness.words for witness in witnesses_of("DX203")]
    ['をの', 'がを']
    """
    return _by_code().get(code, ())


@cache
def published_lists() -> Mapping[str, PublishedList]:
    """Return the published lists by the names that the table of witnesses calls them."""
    return {
        name: PublishedList(Bilingual(ja, en), int(year) if year else None, source)
        for name, ja, en, year, source in _rows("published_lists.tsv")
    }


@cache
def _by_code() -> Mapping[str, tuple[Witness, ...]]:
    by_code: dict[str, tuple[Witness, ...]] = {}
    for code, name, place, words in _rows("witnesses.tsv"):
        witness = Witness(code, published_lists()[name], _place(place), words)
        by_code[code] = (*by_code.get(code, ()), witness)
    return by_code


def _place(place: str) -> Bilingual:
    kind, _, which = place.partition(" ")
    said = _PLACES[kind]
    return Bilingual(said.ja.format(which), said.en.format(which))


def _rows(name: str) -> Iterator[list[str]]:
    lines = (_TABLES / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if not line.startswith(_HEADER))

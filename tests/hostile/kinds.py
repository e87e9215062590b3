"""The kinds of inputs, by their numbers: of twenty, one is a normalised document, one a file beside lists, the others lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.hostile.beside import check_json, check_toml, make_json, make_toml
from tests.hostile.checks import check_input
from tests.hostile.making import make_input

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hostile.checks import Outcome


class Kind(NamedTuple):
    """How an input is made, and what checks it."""

    make: Callable[[int, int], bytes]
    check: Callable[[bytes, int], Outcome]


def make_list(seed: int, number: int) -> bytes:
    return make_input(seed, number).data


LIST, JSON, TOML = Kind(make_list, check_input), Kind(make_json, check_json), Kind(make_toml, check_toml)
_BY_NUMBER = {18: JSON, 19: TOML}


def kind_of(number: int) -> Kind:
    """Return the kind of the input of a number."""
    return _BY_NUMBER.get(number % 20, LIST)

"""An input by its seed and number: always the same bytes."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from tests.hostile.lists import as_bars, as_commas, draw_lines
from tests.hostile.mutations import BYTE_MUTATIONS, LINE_MUTATIONS

ENCODINGS = ("utf-8",) * 12 + (
    "utf-8-sig",
    "cp932",
    "cp932",
    "euc_jp",
    "utf-16",
    "utf-16-le",
    "iso2022_jp",
    "utf-8 surrogates",
)
LINE_ENDS = ("\n",) * 8 + ("\r\n", "\r\n", "\r", "mixed")


class HostileInput(NamedTuple):
    """The bytes of a list and what was done to make them."""

    data: bytes
    done: tuple[str, ...]


def make_input(seed: int, number: int) -> HostileInput:
    """Return the input of a seed and a number."""
    random = Random(f"{seed}/{number}")
    lines, done = draw_lines(random), list[str]()
    form = random.choice(("as it is",) * 5 + ("commas", "bars"))
    if form == "commas":
        lines = as_commas(lines)
    elif form == "bars":
        lines = as_bars(lines)
    for mutation in random.choices(LINE_MUTATIONS, k=random.choice((0, 1, 1, 1, 2, 2, 3, 5, 8))):
        lines = mutation(lines or [""], random)
        done.append(mutation.__name__)
    data, encoding = _encoded(lines, random)
    for change in random.choices(BYTE_MUTATIONS, k=random.choice((0, 0, 0, 0, 0, 0, 1, 2))):
        data = change(data, random)
        done.append(change.__name__)
    return HostileInput(data, (form, encoding, *done))


def _encoded(lines: list[str], random: Random) -> tuple[bytes, str]:
    encoding, end = random.choice(ENCODINGS), random.choice(LINE_ENDS)
    if end == "mixed":
        text = "".join(line + random.choice(("\n", "\r\n", "\r")) for line in lines)
    else:
        text = end.join(lines) + random.choice((end, end, "", end * 3))
    if encoding == "utf-8 surrogates":
        at = random.randrange(len(text) + 1)
        return (text[:at] + "\ud83d" + text[at:]).encode("utf-8", "surrogatepass"), encoding
    return text.encode(encoding, "replace"), encoding

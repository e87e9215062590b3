"""The official table of local governments: the code and the name of each, and of the wards of designated cities.

Source: 全国地方公共団体コード (総務省), as two packages have it: the notice beside the table.
It is read when it is first asked for.  Wards have codes and names and are no governments: they are
known so that 中央区 is not taken for Tokyo's.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE = Path(__file__).with_name("local_governments.tsv")


class LocalGovernment(NamedTuple):
    """A row of the official table."""

    code: str
    """全国地方公共団体コード: six digits, the last one a check digit."""
    name: str
    """As the table has it: 福島県, 会津若松市; of a ward 中央区."""
    city: str | None = None
    """Code of its city, where it is a ward of a designated city and so no government."""

    @property
    def prefecture(self) -> str:
        """The two digits that all codes of a prefecture begin with."""
        return self.code[:2]

    @property
    def is_prefecture(self) -> bool:
        """Whether it is 都道府県."""
        return self.code[2:5] == "000"


FORMER_NAMES = ("那珂川町",)
"""Names of today that another municipality had when lists were already published.

那珂川町 (福岡県) has been 那珂川市 since 2018-10-01; 那珂川町 is in 栃木県 too.
"""


@cache
def local_governments() -> Mapping[str, LocalGovernment]:
    """Return every row of the table by its code.

    >>> local_governments()["072028"].name
    '会津若松市'
    """
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row[0]: LocalGovernment(*row) for row in rows}


@cache
def governments_by_name() -> Mapping[str, tuple[LocalGovernment, ...]]:
    """Return the rows of each name, folded; several where places in Japan share a name.

    >>> [one.code for one in governments_by_name()["府中市"]]
    ['132063', '342084']
    """
    found: dict[str, tuple[LocalGovernment, ...]] = {}
    for one in local_governments().values():
        key = fold(one.name)
        found[key] = (*found.get(key, ()), one)
    return found

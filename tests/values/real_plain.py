"""All plain cells of two real lists, ``NAME：VALUE UNIT NAME：VALUE UNIT``, against what their form says of itself.

Not read by a person: the value stands between a colon and a unit, the unit ends at a blank.  So a kind that the drawn
cells do not hold is met as well.  ``python -m tests.values.real_plain`` prints the cells that are read otherwise.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tests.damage.compare import fold
from tests.values.real_lists import header_of, records_of, rows_of

LISTS = ("onuma_shinagawa.tsv", "onuma_kosai.tsv")

_INDICATOR = re.compile(r"\S.*?：\s*(?P<value>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<unit>[^\s0-9]*)(?=\s|$)")
_SCALED = re.compile(r"(千|百万|万|億)([円人枚件個])")
_SCALES = {"千": 1000, "万": 10_000, "百万": 1_000_000, "億": 100_000_000}
_NONE = "－―-"


class PlainCell(NamedTuple):
    """A cell, the values with units that its form says, and those that are read."""

    place: str
    text: str
    wanted: list[str]
    got: list[str]

    @property
    def is_right(self) -> bool:
        return sorted(self.wanted) == sorted(self.got)


def plain_cells() -> Iterator[PlainCell]:
    """Yield each text once that is made of such indicators and nothing else."""
    for name in LISTS:
        header, records, seen = header_of(name), records_of(name), set[str]()
        for line, row in rows_of(name)[1:]:
            for column, text in zip(header, row, strict=False):
                if "指標" in column and text not in seen and not _INDICATOR.sub("", text).strip() and text.strip():
                    seen.add(text)
                    kind = {"活動指標": "activity", "成果指標": "outcome"}[column]
                    targets = [one for one in records[line].kpi_targets if one.indicator_kind == kind]
                    got = [_amount(one.value, one.unit or "") for one in targets]
                    wanted = [_amount(found["value"], found["unit"]) for found in _INDICATOR.finditer(text)]
                    yield PlainCell(f"{name}:{line}", text, wanted, got)


def _amount(value: str, unit: str) -> str:
    number = Decimal(value.replace(",", ""))
    if scaled := _SCALED.fullmatch(unit):
        number, unit = number * _SCALES[scaled[1]], scaled[2]
    return f"{number.normalize():f} {fold(unit).strip(_NONE).strip('()').removesuffix('数')}".rstrip()


def main() -> None:
    """Print the cells that are read otherwise than they are built, and how many there are."""
    cells = list(plain_cells())
    for cell in cells:
        if not cell.is_right:
            print(f"{cell.place} {cell.text}\n    wanted {cell.wanted}\n    got    {cell.got}")
    print(f"{sum(cell.is_right for cell in cells)} of {len(cells)} plain cells are read as they are built")


if __name__ == "__main__":
    main()
